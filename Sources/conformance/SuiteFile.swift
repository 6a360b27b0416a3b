import Foundation
import GraphModel
import JSONText

/// Reads a file of a suite.
///
/// - Returns: Objects as maps, arrays as lists.
func suiteFile(_ path: String) throws -> Value {
  guard let bytes = FileManager.default.contents(atPath: path) else { throw SuiteError("cannot read \(path)") }
  return try bytes.withUnsafeBytes { buffer in
    var cursor = try JSONCursor(buffer.bindMemory(to: UInt8.self))
    let value = try cursor.readValue()
    try cursor.finish()
    return value
  }
}

/// Why a case could not be run, or in what it differs.
struct SuiteError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension JSONCursor {
  /// Reads whatever comes next.
  fileprivate mutating func readValue() throws(JSONSyntaxError) -> Value {
    switch try peek() {
    case .object:
      var entries: [(String, Value)] = []
      try enterObject()
      while let key = try nextKey() { entries.append((text(of: key), try readValue())) }
      return .map(ValueMap(entries))
    case .array:
      var items: [Value] = []
      try enterArray()
      while try nextElement() { items.append(try readValue()) }
      return .list(items)
    case .string: return .string(text(of: try readString()))
    case .boolean: return .boolean(try readBoolean())
    case .null:
      try readNull()
      return .null
    case .number:
      switch try readNumber() {
      case .integer(let number): return .integer(number)
      case .float(let number): return .float(number)
      case .outOfRange: return .float(.infinity)
      }
    }
  }
}

extension Value {
  /// The entry of a map; null where there is none.
  subscript(key: String) -> Value { if case .map(let map) = self { map[key] ?? .null } else { .null } }

  /// The items of a list; none of anything else.
  var items: [Value] { if case .list(let values) = self { values } else { [] } }

  /// The entries of a map; none of anything else.
  var entries: [ValueMap.Entry] { if case .map(let map) = self { map.entries } else { [] } }
}
