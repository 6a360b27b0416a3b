import Foundation
import JSONText

/// A JSON file of a small format: gives out typed values and collects what is wrong with them.
struct PlacedFile: Sendable {
  let path: String
  private let bytes: [UInt8]
  /// The elements of the array that the file holds, or the file's only value.
  private(set) var elements: [PlacedJSON] = []
  private(set) var faults: [NetworkFault] = []

  /// Reads an array of records.
  init(array path: String) {
    self.init(path)
    guard let whole = elements.first else { return }
    if case .array(let values, _) = whole {
      elements = values
    } else {
      fail(.wrongType(expected: "a list", found: whole.kind), whole)
      elements = []
    }
  }

  /// Reads one object.
  init(object path: String) {
    self.init(path)
    guard let whole = elements.first else { return }
    if case .object = whole { return }
    fail(.wrongType(expected: "an object", found: whole.kind), whole)
  }

  /// A file that need not be there, and is not.
  init(absent path: String) {
    self.path = path
    bytes = []
  }

  private init(_ path: String) {
    self.path = path
    guard let read = try? InputFile.read(path) else {
      bytes = []
      let exists = FileManager.default.fileExists(atPath: path)
      let reason = exists ? "the file cannot be read: check that it is a file and may be read" : "there is no such file"
      faults.append(NetworkFault(kind: .unreadable(reason), file: path, place: nil, pointer: ""))
      return
    }
    bytes = read
    do throws(JSONSyntaxError) {
      elements = [try PlacedJSON(bytes)]
    } catch {
      faults.append(NetworkFault(kind: .syntax(error), file: path, place: place(error.offset), pointer: ""))
    }
  }

  /// The faults from the top of the file to its bottom, those of all of it first.
  var inOrder: [NetworkFault] {
    let start = TextPlace(of: 0, in: UnsafeBufferPointer(start: nil, count: 0))
    return faults.enumerated().sorted {
      ($0.element.place ?? start, $0.offset) < ($1.element.place ?? start, $1.offset)
    }
    .map(\.element)
  }

  /// Where a byte stands.
  func place(_ offset: Int) -> TextPlace { bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0) } }

  /// Notes that a value is wrong.
  mutating func fail(_ kind: NetworkFault.Kind, _ value: PlacedJSON, _ pointer: String = "") {
    faults.append(NetworkFault(kind: kind, file: path, place: place(value.offset), pointer: pointer))
  }

  /// A text that must be there.
  mutating func text(_ key: String, of record: PlacedJSON, _ pointer: String) -> String? {
    guard let value = record[key] else {
      fail(.missingField(key), record, pointer)
      return nil
    }
    guard case .string(let text, _) = value, !text.isEmpty else {
      fail(.wrongType(expected: "a text", found: value.kind), value, "\(pointer)/\(key)")
      return nil
    }
    return text
  }

  /// A text that may be absent or null.
  mutating func optionalText(_ key: String, of record: PlacedJSON, _ pointer: String) -> String? {
    guard let value = record[key] else { return nil }
    if case .null = value { return nil }
    guard case .string(let text, _) = value else {
      fail(.wrongType(expected: "a text or null", found: value.kind), value, "\(pointer)/\(key)")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// A list of ids of other records, as their numbers.
  mutating func references(
    _ key: String, of record: PlacedJSON, _ pointer: String, to kind: String, _ numbers: [String: Int32]
  ) -> [Int32] {
    guard let value = record[key] else {
      fail(.missingField(key), record, pointer)
      return []
    }
    guard case .array(let items, _) = value else {
      fail(.wrongType(expected: "a list of ids", found: value.kind), value, "\(pointer)/\(key)")
      return []
    }
    var found: [Int32] = []
    for (position, item) in items.enumerated() {
      let place = "\(pointer)/\(key)/\(position)"
      guard case .string(let id, _) = item else {
        fail(.wrongType(expected: "an id", found: item.kind), item, place)
        continue
      }
      if let number = numbers[id] {
        found.append(number)
      } else {
        fail(.unknownReference(kind: kind, id: id, suggestion: nil), item, place)
      }
    }
    return found
  }

  /// Numbers the ids of the records; an id that stands twice is a fault.
  mutating func identities(_ key: String = "id") -> (ids: [String], numbers: [String: Int32]) {
    var ids: [String] = []
    var numbers: [String: Int32] = [:]
    var first: [String: Int] = [:]
    for (position, record) in elements.enumerated() {
      guard let id = text(key, of: record, "/\(position)") else { continue }
      if let earlier = first[id] {
        fail(.duplicateID(id, first: place(earlier)), record[key] ?? record, "/\(position)/\(key)")
        continue
      }
      first[id] = record.offset
      numbers[id] = Int32(ids.count)
      ids.append(id)
    }
    return (ids, numbers)
  }
}
