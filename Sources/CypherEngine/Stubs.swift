import CypherSyntax
import GraphModel

func cypherEquals(_ a: Value, _ b: Value) -> Bool? { a == b }
func cypherCompare(_ a: Value, _ b: Value) -> Int? { 0 }
func orderability(_ a: Value, _ b: Value) -> Int { 0 }
struct GroupKey: Hashable {
  let v: Value
  init(_ v: Value) { self.v = v }
}
func add(_ a: Value, _ b: Value) throws(CypherError) -> Value { a }
func subtract(_ a: Value, _ b: Value) throws(CypherError) -> Value { a }
func multiply(_ a: Value, _ b: Value) throws(CypherError) -> Value { a }
func divide(_ a: Value, _ b: Value) throws(CypherError) -> Value { a }
func modulo(_ a: Value, _ b: Value) throws(CypherError) -> Value { a }
func power(_ a: Value, _ b: Value) throws(CypherError) -> Value { a }
func negate(_ a: Value) throws(CypherError) -> Value { a }
func isIn(_ a: Value, _ b: Value) throws(CypherError) -> Bool? { nil }
func matches(_ a: Value, _ b: Value) throws(CypherError) -> Bool? { nil }
func startsWith(_ a: Value, _ b: Value) -> Bool? { nil }
func endsWith(_ a: Value, _ b: Value) -> Bool? { nil }
func contains(_ a: Value, _ b: Value) -> Bool? { nil }
func cypherElement(_ a: Value, at: Value) throws(CypherError) -> Value { a }
func cypherSlice(_ a: Value, from: Value?, to: Value?) throws(CypherError) -> Value { a }
func propertyOfValue(_ a: Value, _ k: String) throws(CypherError) -> Value { a }
func integerRange(_ a: [Value]) throws(CypherError) -> (start: Int64, step: Int64, count: Int)? { nil }
extension Accumulator {
  mutating func addRow() {}
  mutating func add(_ v: Value, _ s: Value?) throws(CypherError) {}
  func result() throws(CypherError) -> Value { .null }
}
enum FunctionCatalog { static let all: [Function] = [] }
enum AggregationCatalog { static let all: [Aggregation] = [] }
extension Function { var signature: String { name } }
extension Aggregation { var signature: String { name } }
func parse(_ t: String) throws(CypherError) -> Statement { throw .syntax(.unexpectedSyntax, "") }
