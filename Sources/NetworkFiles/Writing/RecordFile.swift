public import JSONText

/// The text of a file of records that is changed: whatever is not touched keeps every byte.
///
/// The one way in which files of a network are written. A record that was put in stands on a line of its own, and taking it
/// out again gives the bytes that were there before.
///
/// ```swift
/// var file = try RecordFile(bytes)
/// file.insert([RecordText(id: "cdo-neuss", members: [("name", .string("CDO der Stadt Neuss"))])])
/// try write(file.bytes)
/// ```
public struct RecordFile: Sendable {
  struct Entry {
    var record: RecordText
    /// What stands between the record before and this one; of no account for the first.
    var gap: String
    /// The byte at which the record began when it was read; -1 for a new one.
    var offset: Int
  }

  private(set) var entries: [Entry] = []
  private var head = "[\n"
  private var tail = "\n]\n"

  /// Begins with what a file holds; an empty one, or none, has no records.
  ///
  /// - Throws: `JSONSyntaxError` for a text that is no array of objects.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8] = []) throws(JSONSyntaxError) {
    guard !bytes.isEmpty else { return }
    var end = 0
    (entries, end) = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
      var cursor = try JSONCursor(buffer)
      var found: [Entry] = []
      var end = 0
      try cursor.enterArray()
      while try cursor.nextElement() {
        guard try cursor.peek() == .object else {
          throw JSONSyntaxError(.unexpectedCharacter(found: "another value", expected: "'{'"), at: cursor.offset)
        }
        let start = cursor.offset
        try cursor.skipValue()
        let record = try RecordText(Array(buffer[start..<cursor.offset]))
        found.append(Entry(record: record, gap: Self.text(bytes, end..<start), offset: start))
        end = cursor.offset
      }
      try cursor.finish()
      return (found, end)
    }
    if let first = entries.first {
      head = first.gap
      tail = Self.text(bytes, end..<bytes.count)
      entries[0].gap = ",\n"
    }
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The ids of the records, in their order.
  public var ids: [String] { entries.map(\.record.id) }

  /// The records, in their order.
  public var records: [RecordText] { entries.map(\.record) }

  /// The record of an id.
  public subscript(id: String) -> RecordText? { entries.first { $0.record.id == id }?.record }

  /// Takes records away.
  public mutating func remove(_ ids: Set<String>) { entries.removeAll { ids.contains($0.record.id) } }

  /// Puts records at their places where the records are sorted by id, else at the end.
  ///
  /// - Complexity: O(n log n) for all records.
  public mutating func insert(_ records: [RecordText]) {
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.record.id < $1.record.id }
    entries += records.map { Entry(record: $0, gap: ",\n", offset: -1) }
    if isSorted { entries.sort { $0.record.id < $1.record.id } }
  }

  /// Puts a record at the end.
  public mutating func append(_ record: RecordText) {
    entries.append(Entry(record: record, gap: ",\n", offset: -1))
  }

  /// Puts a record in the place of the one with its id.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  public mutating func replace(_ record: RecordText) -> Bool {
    guard let position = entries.firstIndex(where: { $0.record.id == record.id }) else { return false }
    entries[position].record = record
    return true
  }

  /// The file.
  public var text: String {
    guard let first = entries.first else { return "[\n]\n" }
    return head + first.record.text + entries.dropFirst().map { $0.gap + $0.record.text }.joined() + tail
  }

  /// The file as UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }
}
