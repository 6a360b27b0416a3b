public import JSONText

/// A record with the text in which it is written; members that stay as they are keep theirs.
public struct RecordText: Sendable {
  /// The id of the record; empty where it has none.
  public let id: String
  /// The record as it is written.
  public private(set) var text: String

  /// Takes a record as it is written.
  ///
  /// - Throws: `JSONSyntaxError` for a text that is no object.
  public init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    let slice = try JSONSlice(bytes)
    guard case .object = slice.content else {
      throw JSONSyntaxError(.unexpectedCharacter(found: "another value", expected: "'{'"), at: 0)
    }
    id = slice["id"]?.text ?? ""
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A new record, on one line, its id first.
  public init(id: String, members: [(String, JSONOutput)]) {
    self.id = id
    text = JSONOutput.object([("id", .string(id))] + members.map { (key: $0.0, value: $0.1) }).text()
  }

  /// The members with their values as they are written.
  ///
  /// - Complexity: O(length of the record).
  public var members: [(key: String, text: String)] {
    let bytes = Array(text.utf8)
    guard let slice = try? JSONSlice(bytes) else { return [] }
    return slice.members.map { ($0.key, String(decoding: bytes[$0.value.range], as: UTF8.self)) }
  }

  /// Writes the record anew, on one line, from members with their values as they are to be written.
  public mutating func setMembers(_ members: [(key: String, text: String)]) {
    text = "{" + members.map { "\(JSONOutput.string($0.key).text()): \($0.text)" }.joined(separator: ", ") + "}"
  }

  /// The value of a member as it is written.
  public func value(of key: String) -> String? { members.first { $0.key == key }?.text }

  /// The text that a member is; nil where it is something else.
  public func string(of key: String) -> String? {
    value(of: key).flatMap { try? JSONSlice(Array($0.utf8)).text }
  }

  /// The texts of a member that is a list; its own text where it is one.
  public func strings(of key: String) -> [String] {
    guard let value = value(of: key), let slice = try? JSONSlice(Array(value.utf8)) else { return [] }
    return slice.text.map { [$0] } ?? slice.elements.compactMap { $0.text ?? $0.members.first?.value.text }
  }
}
