import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore

/// Runs a scenario from its setup to its control queries.
///
/// - Parameter preparation: The queries that make the named graph.
/// - Throws: What differs from the expectation.
func check(_ scenario: TCKScenario, _ preparation: [String]) throws {
  let procedures = try scenario.procedures.map { try CallableProcedure($0) }
  var session = CypherSession(graph: PropertyGraph(), procedures: procedures, clock: currentMoment)
  for query in preparation + scenario.setup {
    do throws(CypherError) {
      _ = try session.run(query)
    } catch {
      throw SuiteError("the setup failed: \(error.text(in: query))")
    }
  }
  var parameters: [String: Value] = [:]
  for (name, literal) in scenario.parameters { parameters[name] = try SuiteValue(literal: literal).value() }
  let before = session.graph
  try check(scenario.query, parameters, scenario.expected, in: &session)
  if let effects = scenario.sideEffects { try checkEffects(effects, from: before, to: session.graph) }
  for (query, expected) in scenario.control {
    do {
      try check(query, parameters, expected, in: &session)
    } catch let error as SuiteError {
      throw SuiteError("afterwards, \(query): \(error)")
    }
  }
}

/// Runs a query and compares its result.
private func check(
  _ query: String, _ parameters: [String: Value], _ expected: TCKExpectation, in session: inout CypherSession
) throws {
  let before = session.graph
  let outcome = Result { () throws(CypherError) in try session.run(query, parameters: parameters) }
  switch (expected, outcome) {
  case (.error(let type, let phase, let detail), .failure(let error)):
    let wanted = "\(type), \(phase), \(detail)"
    let fits =
      error.kind.rawValue == type && (phase == "any time" || error.phase.rawValue == phase)
      && (detail == "*" || error.detail.rawValue == detail)
    if !fits {
      throw SuiteError(
        "expected \(wanted), got \(error.kind.rawValue), \(error.phase.rawValue), \(error.detail.rawValue): \(error.message)"
      )
    }
  case (.error(let type, let phase, let detail), .success(let result)):
    throw SuiteError("expected \(type), \(phase), \(detail), got \(result.rows.count) rows")
  case (_, .failure(let error)): throw SuiteError("failed: \(error.text(in: query))")
  case (.empty, .success(let result)):
    if !result.columns.isEmpty || !result.rows.isEmpty {
      throw SuiteError("expected nothing, got the columns \(result.columns) and \(result.rows.count) rows")
    }
  case (.rows(let table), .success(let result)):
    if result.columns != table.columns {
      throw SuiteError("expected the columns \(table.columns), got \(result.columns)")
    }
    try compare(result.rows, with: table, ElementReader(graph: session.graph, before: before))
  }
}

/// Compares rows as a sequence or as a multiset, by their canonical texts.
private func compare(_ rows: [[Value]], with table: TCKTable, _ elements: ElementReader) throws {
  func row(_ cells: [SuiteValue]) -> String {
    cells.map { $0.text(ignoringListOrder: table.ignoresListOrder) }.joined(separator: " | ")
  }
  var expected = try table.rows.map { row(try $0.map { try SuiteValue(literal: $0) }) }
  var found = rows.map { row($0.map { SuiteValue($0, elements) }) }
  if !table.isOrdered {
    expected.sort()
    found.sort()
  }
  if expected == found { return }
  let position = zip(expected, found).prefix { $0 == $1 }.count
  let wanted = position < expected.count ? expected[position] : "no more rows"
  let got = position < found.count ? found[position] : "no more rows"
  throw SuiteError("row \(position + 1) of \(expected.count) (got \(found.count)): expected \(wanted), got \(got)")
}

extension Result where Failure == CypherError {
  /// What a call gives or throws.
  fileprivate init(_ body: () throws(CypherError) -> Success) {
    do throws(CypherError) {
      self = .success(try body())
    } catch {
      self = .failure(error)
    }
  }
}

/// The clock of sessions that are tested: the system's, at UTC.
func currentMoment() -> Temporal {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
  let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .nanosecond], from: Date())
  guard let date = CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1),
    let time = TimeOfDay(
      hour: parts.hour ?? 0, minute: parts.minute ?? 0, second: parts.second ?? 0, nanosecond: parts.nanosecond ?? 0)
  else { return .duration(.zero) }
  return .dateTime(date, time, .utc)
}
