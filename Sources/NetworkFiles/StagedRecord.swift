import GraphModel
import NetworkVocabulary

/// A record as it was read, before anything is known about the others.
///
/// A class, because records are sorted, overlaid and walked over several times, and a reference is cheaper to copy than ten fields.
/// A reader fills it; afterwards it does not change.
final class StagedRecord {
  let kind: RecordKind
  let file: SourceFile
  /// The position of the record in its file's array.
  let position: Int
  /// The byte at which the record begins.
  let offset: Int
  var id = ""
  var idOffset = 0
  /// The properties, each with the byte at which its value begins.
  private(set) var properties: [(key: PropertyKey, value: Value, offset: Int)] = []
  var links: [StagedLink] = []

  init(kind: RecordKind, file: SourceFile, position: Int, offset: Int) {
    self.kind = kind
    self.file = file
    self.position = position
    self.offset = offset
    properties.reserveCapacity(8)
  }

  func add(_ key: PropertyKey, _ value: Value, at offset: Int) {
    properties.append((key, value, offset))
  }

  /// The byte to point at for a fault of a field: its value, the reference in it, or the record's id.
  func offset(of field: String) -> Int {
    if let property = properties.first(where: { $0.key.name == field }) { return property.offset }
    return links.first { kind.fields[Int($0.field)].name == field }?.offset ?? idOffset
  }

  func text(_ key: PropertyKey) -> String? { value(key)?.text }

  func value(_ key: PropertyKey) -> Value? { properties.first { $0.key == key }?.value }

  func pointer(_ field: String) -> FieldPointer { FieldPointer(record: position, field: field) }
}

/// A reference to another record, as it was read; there are many of these, so they are kept small.
struct StagedLink {
  let link: Link
  let id: String
  /// The byte at which the id stands.
  let offset: Int
  /// The position in the record's kind of the field that holds the reference.
  var field: UInt16 = 0
  /// The position in the field's list; -1 where the field is no list.
  var element: Int32 = -1
  /// Whether the reference is an object, with the id under the name of the target's kind.
  var isObject = false
  /// A property of the edge.
  var weight: Double?
  /// A property of the edge.
  var role: String?
}

extension StagedRecord {
  /// Where a reference stands.
  func pointer(of link: StagedLink) -> FieldPointer {
    var pointer = FieldPointer(record: position, field: kind.fields[Int(link.field)].name)
    if link.element >= 0 { pointer = pointer.element(Int(link.element)) }
    return link.isObject ? pointer.member(link.link.targets.first ?? "id") : pointer
  }
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

/// Where a value stands in a file: written out as a JSON pointer (RFC 6901) only when there is a fault to report.
struct FieldPointer: CustomStringConvertible {
  private enum Step {
    case element(Int)
    case member(String)
  }

  var record: Int?
  var field = ""
  // Nearly all values lie in an element of their field's list, in a member of the field, or in a member of an element;
  // what lies deeper needs memory of its own.
  private var element = -1
  private var member = ""
  private var deeper: [Step]?

  init(record: Int? = nil, field: String = "") {
    self.record = record
    self.field = field
  }

  func element(_ position: Int) -> FieldPointer {
    var longer = self
    if element < 0, member.isEmpty, deeper == nil {
      longer.element = position
    } else {
      longer.deeper = (deeper ?? []) + [.element(position)]
    }
    return longer
  }

  func member(_ name: String) -> FieldPointer {
    var longer = self
    if member.isEmpty, !name.isEmpty, deeper == nil {
      longer.member = name
    } else {
      longer.deeper = (deeper ?? []) + [.member(name)]
    }
    return longer
  }

  var description: String {
    guard let record else { return "" }
    var steps: [Step] = field.isEmpty ? [] : [.member(field)]
    if element >= 0 { steps.append(.element(element)) }
    if !member.isEmpty { steps.append(.member(member)) }
    steps += deeper ?? []
    return steps.reduce("/\(record)") { text, step in
      switch step {
      case .element(let position): text + "/\(position)"
      case .member(let name): text + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
      }
    }
  }
}
