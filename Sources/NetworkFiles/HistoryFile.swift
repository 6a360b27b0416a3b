import JSONText
public import NetworkVocabulary

/// The text of a `history.json` that is changed: records that stay as they are keep every field and their order.
public struct HistoryFile: Sendable {
  private struct Record {
    let id: String
    /// The members with their values as they are written.
    var members: [(key: String, text: String)]
  }

  private var records: [Record] = []

  /// Begins with what a file holds; an empty one, or none, is a history without records.
  ///
  /// - Parameter bytes: A file that ``loadNetwork(folders:kinds:)`` has read without a fault.
  /// - Throws: `JSONSyntaxError` for a text that is no array of objects.
  public init(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    records = try bytes.withUnsafeBufferPointer { buffer in
      var cursor = try JSONCursor(buffer)
      var found: [Record] = []
      try cursor.enterArray()
      while try cursor.nextElement() {
        try cursor.enterObject()
        var record = (id: "", members: [(key: String, text: String)]())
        while let key = try cursor.nextKey() {
          let name = cursor.text(of: key)
          _ = try cursor.peek()
          let start = cursor.offset
          if name == "id" { record.id = cursor.text(of: try cursor.readString()) } else { try cursor.skipValue() }
          record.members.append((name, String(decoding: buffer[start..<cursor.offset], as: UTF8.self)))
        }
        found.append(Record(id: record.id, members: record.members))
      }
      try cursor.finish()
      return found
    }
  }

  /// Takes records away.
  public mutating func remove(_ ids: Set<String>) { records.removeAll { ids.contains($0.id) } }

  /// Adds a meeting at the end.
  ///
  /// - Parameter source: What the record says of where it comes from.
  public mutating func append(_ meeting: MeetingRecord, source: String) {
    func text(_ value: String) -> JSONOutput { .string(value) }
    let output: [(String, JSONOutput?)] = [
      ("id", text(meeting.id)), ("example", meeting.isExample ? .boolean(true) : nil),
      ("kind", text(meeting.kind.rawValue)), ("occasion", meeting.occasion.map(text)), ("date", text(meeting.date)),
      ("slot", meeting.slot.map(text)), ("place", meeting.place.map { .integer(Int64($0)) }),
      ("people", .array(meeting.people.map(text))), ("source", text(source)), ("verified", .boolean(false)),
    ]
    let members = output.compactMap { key, value in value.map { (key: key, text: $0.text()) } }
    records.append(Record(id: meeting.id, members: members))
    setAnswers(of: meeting)
  }

  /// Writes down what people said of a meeting that is in the file.
  ///
  /// - Returns: Whether it is.
  @discardableResult
  public mutating func setAnswers(of meeting: MeetingRecord) -> Bool {
    guard let position = records.firstIndex(where: { $0.id == meeting.id }) else { return false }
    var members = records[position].members
    let place = members.firstIndex { $0.key == "people" }.map { $0 + 1 } ?? members.count
    members.removeAll { member in MeetingRecord.answerFields.contains { $0.0 == member.key } }
    let new = MeetingRecord.answerFields.compactMap { field, answer -> (key: String, text: String)? in
      let people = meeting.people.filter { meeting.answers[$0] == answer }
      return people.isEmpty ? nil : (field, JSONOutput.array(people.map { .string($0) }).text())
    }
    members.insert(contentsOf: new, at: min(place, members.count))
    records[position].members = members
    return true
  }

  /// The file: a record a line, as the other files of a network are written.
  public var text: String {
    if records.isEmpty { return "[\n]\n" }
    let lines = records.map { record in
      "{" + record.members.map { "\(JSONOutput.string($0.key).text()): \($0.text)" }.joined(separator: ", ") + "}"
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}
