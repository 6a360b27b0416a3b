import JSONText

/// How a file becomes what it was before an import.
struct Reversal {
  /// The name of the file in its folder.
  let file: String
  /// The hash of what the import has left.
  var after: String
  /// Whether there was no such file.
  var wasAbsent = false
  /// The text of the file before, where it held no record; otherwise it is found by taking records out and putting them back.
  var emptyText: String?
  /// The records that are new.
  var added: [String] = []
  /// The records that were changed, as they were.
  var replaced: [RecordText] = []

  /// Compares a file before and after an import.
  init(_ change: FileChanges.Change) throws(JSONSyntaxError) {
    file = String(change.path.dropFirst(FileChanges.folder(of: change.path).count + 1))
    let new = change.new ?? []
    after = ContentHash.hex(new)
    guard let old = change.old else {
      wasAbsent = true
      added = try RecordFile(new).ids
      return
    }
    let (before, now) = (try RecordFile(old), try RecordFile(new))
    if before.ids.isEmpty { emptyText = String(decoding: old, as: UTF8.self) }
    let known = Dictionary(before.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for record in now.records {
      guard let earlier = known[record.id] else {
        added.append(record.id)
        continue
      }
      if earlier.text != record.text { replaced.append(earlier) }
    }
  }

  /// Reads what the journal holds.
  init(_ slice: JSONSlice, _ bytes: [UInt8]) throws(ImportJournal.Failure) {
    guard let file = slice["file"]?.text, let after = slice["after"]?.text else {
      throw ImportJournal.Failure(description: "the journal of imports is damaged")
    }
    self.file = file
    self.after = after
    wasAbsent = slice["absent"] != nil
    emptyText = slice["before"]?.text
    added = slice["added"]?.elements.compactMap(\.text) ?? []
    for record in slice["replaced"]?.elements ?? [] {
      if let text = try? RecordText(Array(bytes[record.range])) { replaced.append(text) }
    }
  }

  /// What the journal holds.
  var text: String {
    var members = [
      ("file", JSONOutput.string(file).text()), ("after", JSONOutput.string(after).text()),
    ]
    if wasAbsent { members.append(("absent", "true")) }
    if let emptyText { members.append(("before", JSONOutput.string(emptyText).text())) }
    members.append(("added", JSONOutput.array(added.map { .string($0) }).text()))
    if !replaced.isEmpty { members.append(("replaced", "[" + replaced.map(\.text).joined(separator: ", ") + "]")) }
    return "{" + members.map { "\(JSONOutput.string($0.0).text()): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// The bytes before the import; nil where there was no file.
  func before(_ now: [UInt8]) throws(ImportJournal.Failure) -> [UInt8]? {
    if wasAbsent { return nil }
    if let emptyText { return Array(emptyText.utf8) }
    guard var file = try? RecordFile(now) else {
      throw ImportJournal.Failure(description: "'\(file)' cannot be read as records")
    }
    file.remove(Set(added))
    for record in replaced { file.replace(record) }
    return file.bytes
  }
}
