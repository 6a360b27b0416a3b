import CypherSyntax
import GraphModel
import GraphStore

@testable import CypherEngine

/// Sessions for tests: a fixed clock, and answers as texts that can be compared.
enum Sessions {
  /// A session whose graph some statements have made.
  static func made(by statements: String...) throws -> CypherSession {
    var session = CypherSession(graph: PropertyGraph()) { noon }
    for statement in statements { _ = try session.run(statement) }
    return session
  }

  /// 2026-11-23T12:00Z.
  static var noon: Temporal {
    guard let day = CalendarDate(year: 2026, month: 11, day: 23), let time = TimeOfDay(hour: 12, minute: 0) else {
      return .duration(.zero)
    }
    return .dateTime(day, time, .utc)
  }
}

extension CypherSession {
  /// The rows of a statement, each as the literals of its values; elements of the graph by their number.
  mutating func rows(_ text: String, _ parameters: [String: Value] = [:]) throws(CypherError) -> [[String]] {
    try run(text, parameters: parameters).rows.map { $0.map(\.literal) }
  }

  /// The rows as a multiset, sorted, whatever order they came in.
  mutating func sortedRows(_ text: String, _ parameters: [String: Value] = [:]) throws(CypherError) -> [String] {
    try rows(text, parameters).map { $0.joined(separator: "|") }.sorted()
  }
}
