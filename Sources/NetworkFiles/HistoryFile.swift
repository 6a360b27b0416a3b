public import JSONText
public import NetworkVocabulary

/// The text of a `history.json` that is changed: records that stay as they are keep every byte.
public struct HistoryFile: Sendable {
  private var file: RecordFile

  /// Begins with what a file holds; an empty one, or none, is a history without records.
  ///
  /// - Parameter bytes: A file that ``loadNetwork(folders:kinds:changes:)`` has read without a fault.
  /// - Throws: `JSONSyntaxError` for a text that is no array of objects.
  public init(_ bytes: [UInt8]) throws(JSONSyntaxError) { file = try RecordFile(bytes) }

  /// Takes records away.
  public mutating func remove(_ ids: Set<String>) { file.remove(ids) }

  /// Adds a meeting at the end.
  ///
  /// - Parameter source: What the record says of where it comes from.
  public mutating func append(_ meeting: MeetingRecord, source: String) {
    func text(_ value: String) -> JSONOutput { .string(value) }
    let members: [(String, JSONOutput?)] = [
      ("example", meeting.isExample ? .boolean(true) : nil),
      ("kind", text(meeting.kind.rawValue)), ("occasion", meeting.occasion.map(text)), ("date", text(meeting.date)),
      ("slot", meeting.slot.map(text)), ("place", meeting.place.map { .integer(Int64($0)) }),
      ("people", .array(meeting.people.map(text))), ("source", text(source)), ("verified", .boolean(false)),
    ]
    file.append(RecordText(id: meeting.id, members: members.compactMap { key, value in value.map { (key, $0) } }))
    setAnswers(of: meeting)
  }

  /// Writes down what people said of a meeting that is in the file.
  ///
  /// - Returns: Whether it is.
  @discardableResult
  public mutating func setAnswers(of meeting: MeetingRecord) -> Bool {
    guard var record = file[meeting.id] else { return false }
    var members = record.members
    let place = members.firstIndex { $0.key == "people" }.map { $0 + 1 } ?? members.count
    members.removeAll { member in MeetingRecord.answerFields.contains { $0.0 == member.key } }
    let new = MeetingRecord.answerFields.compactMap { field, answer -> (key: String, text: String)? in
      let people = meeting.people.filter { meeting.answers[$0] == answer }
      return people.isEmpty ? nil : (field, JSONOutput.array(people.map { .string($0) }).text())
    }
    members.insert(contentsOf: new, at: min(place, members.count))
    record.setMembers(members)
    return file.replace(record)
  }

  /// The file: a record a line, as the other files of a network are written.
  public var text: String { file.text }
}
