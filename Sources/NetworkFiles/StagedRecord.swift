import GraphModel
import NetworkVocabulary

/// A record as it was read, before anything is known about the others.
struct StagedRecord {
  let kind: RecordKind
  let file: SourceFile
  /// The position of the record in its file's array.
  let position: Int
  /// The byte at which the record begins.
  let offset: Int
  var id = ""
  var idOffset = 0
  var properties: [(key: PropertyKey, value: Value)] = []
  var links: [StagedLink] = []

  init(kind: RecordKind, file: SourceFile, position: Int, offset: Int) {
    self.kind = kind
    self.file = file
    self.position = position
    self.offset = offset
  }

  func text(_ key: PropertyKey) -> String? { value(key)?.text }

  func value(_ key: PropertyKey) -> Value? { properties.first { $0.key == key }?.value }

  func pointer(_ field: String) -> String { "/\(position)/\(field)" }
}

/// A reference to another record, as it was read.
struct StagedLink {
  let link: Link
  let id: String
  let offset: Int
  let pointer: String
  var properties: [(PropertyKey, Value)] = []
}

/// The bytes of a file with its name, kept until all faults have their places.
final class SourceFile: Sendable {
  let name: String
  let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
