import CypherSyntax
import GraphModel
import Testing

@testable import CypherEngine

@Suite struct FunctionTests {
  /// Every function documents itself by an example that is run here.
  @Test(arguments: FunctionCatalog.all.map(\.name))
  func `the example of a function is true`(name: String) throws {
    let function = try #require(FunctionCatalog.all.first { $0.name == name })
    var session = try Sessions.made()
    let given = try session.rows("RETURN \(function.example.expression) AS value")
    #expect(given == [[function.example.value]], "\(function.example.expression)")
  }

  @Test func `names are unique whatever their case, sorted and described`() {
    let names = FunctionCatalog.all.map { $0.name.lowercased() } + AggregationCatalog.all.map { $0.name.lowercased() }
    #expect(Set(names).count == names.count)
    #expect(
      FunctionCatalog.all.map { $0.name.lowercased() } == FunctionCatalog.all.map { $0.name.lowercased() }.sorted())
    for function in FunctionCatalog.all { #expect(function.summary.hasSuffix("."), "\(function.name)") }
  }

  /// Null goes through every function that does not say otherwise.
  @Test func `a strict function of null is null`() throws {
    var session = try Sessions.made()
    for function in FunctionCatalog.all where function.isStrict && !function.parameters.isEmpty {
      let required = function.parameters.filter { !$0.isOptional }
      guard !required.isEmpty else { continue }
      let call = "\(function.name)(\(required.map { _ in "null" }.joined(separator: ", ")))"
      #expect(try session.rows("RETURN \(call) AS value") == [["null"]], "\(call)")
    }
  }

  @Test(arguments: [
    ("avg(x)", "2.0"), ("collect(x)", "[1, 2, 3, null, 2]".replacing("null, ", with: "")), ("count(x)", "4"),
    ("count(*)", "5"), ("count(DISTINCT x)", "3"), ("max(x)", "3"), ("min(x)", "1"),
    ("percentileCont(x, 0.5)", "2.0"), ("percentileCont(x, 0.25)", "1.75"), ("percentileDisc(x, 0.5)", "2"),
    ("percentileDisc(x, 0.0)", "1"), ("stDev(x)", "0.816496580927726"), ("stDevP(x)", "0.7071067811865476"),
    ("sum(x)", "8"), ("sum(DISTINCT x)", "6"),
  ])
  func `aggregations leave nulls out`(expression: String, expected: String) throws {
    var session = try Sessions.made()
    #expect(try session.rows("UNWIND [1, 2, 3, null, 2] AS x RETURN \(expression) AS value") == [[expected]])
  }

  @Test func `aggregations of nothing`() throws {
    var session = try Sessions.made()
    let none = try session.rows(
      "UNWIND [] AS x RETURN count(x), sum(x), avg(x), min(x), max(x), collect(x), stDev(x), percentileCont(x, 0.5)")
    #expect(none == [["0", "0", "null", "null", "null", "[]", "0.0", "null"]])
    #expect(try session.rows("UNWIND [] AS x RETURN x, count(*) AS n").isEmpty)
  }

  @Test(arguments: [
    ("RETURN toInteger([1])", CypherError.Kind.syntax, CypherError.Detail.invalidArgumentType),
    ("UNWIND [1, [1]] AS x RETURN toInteger(x)", .type, .invalidArgumentValue),
    ("RETURN 9223372036854775807 + 1", .arithmetic, .integerOverflow),
    ("RETURN sum(1, 2)", .syntax, .invalidNumberOfArguments),
    ("RETURN abs(-9223372036854775808)", .arithmetic, .integerOverflow),
    ("UNWIND [9223372036854775807, 1] AS x RETURN sum(x)", .arithmetic, .integerOverflow),
    ("RETURN substring('a', -1)", .argument, .negativeIntegerArgument), ("RETURN 1 / 0", .arithmetic, .divisionByZero),
    ("UNWIND [1] AS x RETURN percentileDisc(x, 1.5)", .argument, .numberOutOfRange),
    ("RETURN range(1, 5, 0)", .argument, .numberOutOfRange),
    ("RETURN date('2026-02-30')", .argument, .invalidArgumentValue),
    ("RETURN 'a' =~ '('", .argument, .invalidArgumentValue),
    ("RETURN date({year: 2026, day: 3})", .argument, .invalidArgumentValue),
    ("RETURN datetime({year: 2026, timezone: 'Europe/Berln'})", .argument, .invalidArgumentValue),
    ("RETURN point({latitude: 91, longitude: 0})", .argument, .invalidArgumentValue),
  ])
  func `what has no value is an error with its detail`(text: String, kind: CypherError.Kind, detail: CypherError.Detail)
    throws
  {
    var session = try Sessions.made()
    do throws(CypherError) {
      let rows = try session.rows(text)
      Issue.record("\(text) gave \(rows)")
    } catch {
      #expect(error.kind == kind && error.detail == detail, "\(text): \(error)")
      #expect(error.range != nil, "\(text) has no place")
    }
  }
}
