import CypherSyntax
import GraphModel
extension Temporal { func component(_ k: String) throws(CypherError) -> Value { .null } }
func compareMoments(_ a: Temporal, _ b: Temporal) -> Int? { nil }
func add(_ a: Temporal, _ b: Temporal) throws(CypherError) -> Temporal? { nil }
extension CalendarDuration {
  func negated() throws(CypherError) -> CalendarDuration { self }
  func multiplied(by: Int64) throws(CypherError) -> CalendarDuration { self }
  func scaled(by: Double) throws(CypherError) -> CalendarDuration { self }
  func divided(by: Double) throws(CypherError) -> CalendarDuration { self }
  var averageSeconds: Double { 0 }
}
