import CypherSyntax
import Testing

@testable import CypherEngine

@Suite struct GroupingTests {
  @Test func `columns without aggregation are what rows are grouped by`() throws {
    let result = try projection("MATCH (n) RETURN n, n.x AS x, count(*) AS c, sum(n.y) * 2 AS s")
    #expect(result.isAggregating)
    #expect(result.keys.map(\.expression.text) == ["#0", "#0.x"])
    #expect(result.aggregates.map { $0.aggregation?.name } == [nil, "sum"])
  }

  @Test func `equal aggregations are computed once`() throws {
    let result = try projection("MATCH (n) RETURN count(n.x) AS a, 1 + Count( n.x ) AS b, count(DISTINCT n.x) AS c")
    #expect(result.aggregates.count == 2)
  }

  @Test func `ORDER BY reads the columns that it repeats`() throws {
    let result = try projection("MATCH (n) RETURN n.x AS x, count(*) AS c ORDER BY n.x + 1, count(*) DESC, c")
    let column = result.items[0].column.slot
    #expect(result.order[0].expression.text == "(#\(column) + 1)")
    let places = result.order[1...].map(\.expression.text)
    let allowed = [result.aggregates[0].slot, result.items[1].column.slot].map { "#\($0)" }
    #expect(places.allSatisfy(allowed.contains))
  }

  /// What is computed for a group may read only what there is of a group.
  @Test(arguments: [
    "MATCH (n) RETURN n.x AS x, n.x + count(*) AS y", "MATCH (n) RETURN n, n.x + max(n.y) AS y",
    "MATCH (n)-->(m) WITH n AS a, m.x AS b, collect(n.x) AS c RETURN a, b + size(c) + count(*) AS d, b, c ORDER BY d, a.x",
    "MATCH (n) RETURN [x IN collect(n.x) | x + 1] AS l, n.y AS y ORDER BY n.y",
    "MATCH (n) RETURN DISTINCT n.x AS x, count(*) AS c ORDER BY x, n.x, c",
  ])
  func `columns and order read keys, aggregations and columns only`(text: String) throws {
    let result = try projection(text)
    var available = Set(result.keys.map(\.slot) + result.aggregates.map(\.slot))
    for item in result.items { #expect(read(item.expression).isSubset(of: available)) }
    available.formUnion(result.items.map(\.column.slot))
    for item in result.order { #expect(read(item.expression).isSubset(of: available)) }
  }

  /// The slots that come from outside of an expression.
  private func read(_ expression: BoundExpression) -> Set<Slot> {
    var slots: Set<Slot> = []
    func visit(_ expression: BoundExpression, _ own: Set<Slot>) {
      var own = own
      switch expression.kind {
      case .slot(let slot): if !own.contains(slot) { slots.insert(slot) }
      case .listComprehension(let slot, _, _, _), .quantifier(_, let slot, _, _): own.insert(slot)
      case .reduce(let sum, _, let slot, _, _): own.formUnion([sum, slot])
      default: break
      }
      for child in expression.children { visit(child, own) }
    }
    visit(expression, [])
    return slots
  }
}
