import GermanText
public import JSONText

/// The record of who was forgotten, `forgotten.json`, without anything that says who it was.
///
/// Each entry has the day, what was removed (counted by kind) and marks: keyed hashes (HMAC-SHA-256) of the id, the names and
/// the contact. With the key, a random one for each folder in a file of its own (`forgotten.key`), a later import recognises
/// somebody who was forgotten; without it the marks are numbers. Who holds both can test a guess, but cannot read a name: in the
/// words of the GDPR the marks are pseudonyms (article 4 (5)), kept to heed the request and to prove that it was heeded
/// (articles 5 (2), 17 and 21). Taking the key away makes them anonymous, and the import blind.
public struct ForgottenFile: Sendable {
  /// The name of the file.
  public static let file = "forgotten.json"
  /// The name of the file with the key.
  public static let keyFile = "forgotten.key"

  private var file: RecordFile
  private let key: [UInt8]

  /// Begins with what the files of a folder hold.
  ///
  /// - Parameter key: The bytes of the key.
  public init(_ bytes: [UInt8], key: [UInt8]) throws(JSONSyntaxError) {
    file = try RecordFile(bytes)
    self.key = key
  }

  /// Reads the record of a folder; nil where nobody was forgotten there, or where the key is gone.
  public static func read(in folder: String) throws(JSONSyntaxError) -> ForgottenFile? {
    guard let bytes = FileChanges.contents(of: "\(folder)/\(file)"),
      let key = FileChanges.contents(of: "\(folder)/\(keyFile)")
    else { return nil }
    return try ForgottenFile(bytes, key: key)
  }

  /// Whether somebody was forgotten in a folder, but the key is gone by which they would be recognised.
  public static func isBlind(in folder: String) -> Bool {
    FileChanges.contents(of: "\(folder)/\(file)") != nil && FileChanges.contents(of: "\(folder)/\(keyFile)") == nil
  }

  /// The file as UTF-8.
  public var bytes: [UInt8] { file.bytes }

  /// Notes that somebody was forgotten.
  ///
  /// - Returns: The name of the entry.
  @discardableResult
  public mutating func append(_ person: PersonMarks, date: String, removed: [(String, Int)]) -> String {
    let number = (1...).first { !file.ids.contains("forgotten-\(date)-\($0)") } ?? 1
    let id = "forgotten-\(date)-\(number)"
    // Sorted by value, so that nobody sees which is which.
    let marks = person.texts.map { mark($0) }.sorted()
    file.append(
      RecordText(
        id: id,
        members: [
          ("date", .string(date)), ("removed", .object(removed.map { (key: $0.0, value: .integer(Int64($0.1))) })),
          ("marks", .array(marks.map { .string($0) })),
        ]))
    return id
  }

  /// The day on which somebody with one of these was forgotten; nil where nobody was.
  public func day(of person: PersonMarks) -> String? {
    let marks = Set(person.texts.map { mark($0) })
    return file.records.first { !marks.isDisjoint(with: $0.strings(of: "marks")) }?.string(of: "date")
  }

  private func mark(_ text: String) -> String { ContentHash.hex(Array(text.utf8), key: key) }
}

/// What somebody is recognised by.
public struct PersonMarks: Sendable {
  /// Each with a word in front, so that a name is never taken for an id.
  let texts: Set<String>

  /// - Parameter names: Those of one word are left out, since many may be called so. They are recognised with and without titles and,
  ///   as in `Schön, Eva`, in any order.
  public init(id: String, names: [String], contact: String?) {
    let spelled = names.map { tokens(of: $0) }.filter { $0.count > 1 }.flatMap { words in
      let plain = withoutTitles(words)
      return ["name " + words.joined(separator: " ")]
        + (plain.count > 1 ? ["words " + plain.sorted().joined(separator: " ")] : [])
    }
    let address = contact.map { folded($0).filter { !$0.isWhitespace } } ?? ""
    texts = Set(["id " + folded(id)] + spelled + (address.isEmpty ? [] : ["contact " + address]))
  }
}
