import GermanText
import JSONText

/// Takes everything that names an actor out of JSON values, and tells where it stood.
struct Erasure {
  /// Something that was found in a value.
  struct Hit {
    let isReference: Bool
    /// The byte at which it begins.
    let offset: Int
    let text: String
  }

  enum Outcome {
    case same
    case changed(String)
    case dropped
  }

  /// What stands where a name stood.
  static let placeholder = "[entfernt]"

  let id: String
  let names: [String]
  /// Whether a text that is the name itself is kept: the name of somebody else who is called so too.
  var keepsNamesakes = false
  /// Whether records lie within values, as in the journal of imports: each may be of somebody else who is called so too.
  var holdsRecords = false
  /// Whether a text that is the id stands for the actor, and not for itself.
  var holdsReferences = true
  private(set) var hits: [Hit] = []

  /// - Parameter names: The names under which the actor is mentioned; those of one word are left out, since they may mean
  ///   something else.
  init(id: String, names: [String]) {
    self.id = id
    // The longest first, so that a name that begins with another goes whole.
    self.names = names.filter { tokens(of: $0).count > 1 }.sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// Whether a text may hold anything, judged without reading it as JSON.
  func mayOccur(in bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\\u") || text.contains(id) || names.contains { text.contains($0) }
  }

  /// The value without the actor: references go, with the objects that hold them; in running text a mark stands for a name.
  mutating func apply(to slice: JSONSlice, in bytes: [UInt8]) -> Outcome {
    switch slice.content {
    case .plain: return .same
    case .string(let text):
      if text == id, holdsReferences { return drop(slice, text) }
      if keepsNamesakes, names.contains(text) { return .same }
      let clean = withoutMentions(text)
      if clean == text { return .same }
      hits.append(Hit(isReference: false, offset: slice.range.lowerBound, text: text))
      return .changed(JSONOutput.string(clean).text())
    case .array(let values):
      return joined(values.map { (nil, $0, keepsNamesakes) }, "[", "]", bytes)
    case .object(let members):
      if let reference = members.first(where: { ["id", "actor"].contains($0.key) && $0.value.text == id }) {
        return drop(reference.value, id)
      }
      let isRecord = holdsRecords && members.contains { $0.key == "id" }
      let parts = members.map { key, value in
        (JSONOutput.string(key).text() + ": ", value, isRecord && ["name", "altNames"].contains(key))
      }
      return joined(parts, "{", "}", bytes)
    }
  }

  private mutating func drop(_ slice: JSONSlice, _ text: String) -> Outcome {
    hits.append(Hit(isReference: true, offset: slice.range.lowerBound, text: text))
    return .dropped
  }

  /// What is left of a list or an object; nothing where all of it is gone.
  private mutating func joined(
    _ parts: [(key: String?, value: JSONSlice, isName: Bool)], _ open: String, _ close: String, _ bytes: [UInt8]
  ) -> Outcome {
    var kept: [String] = []
    var isSame = true
    let outer = keepsNamesakes
    defer { keepsNamesakes = outer }
    for (key, value, isName) in parts {
      keepsNamesakes = outer || isName
      switch apply(to: value, in: bytes) {
      case .same: kept.append((key ?? "") + String(decoding: bytes[value.range], as: UTF8.self))
      case .changed(let text):
        isSame = false
        kept.append((key ?? "") + text)
      case .dropped: isSame = false
      }
    }
    if isSame { return .same }
    return kept.isEmpty ? .dropped : .changed(open + kept.joined(separator: ", ") + close)
  }

  /// A text with a mark in the place of each name and of the id.
  private func withoutMentions(_ text: String) -> String {
    var text = text
    for name in names where text.contains(name) {
      text = Self.replacing(name, in: text, endings: ".:s") { !($0.isLetter || $0.isNumber) }
    }
    if text.contains(id) {
      text = Self.replacing(id, in: text, endings: ".:") { !($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
    }
    return text
  }

  /// Replaces a word where it is bounded on both sides; at the end of a text or before a blank an ending may follow: a full stop,
  /// or the s of the genitive, which goes with the name.
  private static func replacing(
    _ word: String, in text: String, endings: String, _ isBorder: (Character) -> Bool
  ) -> String {
    func isEnd(_ place: String.Index) -> Bool {
      guard place < text.endIndex, !isBorder(text[place]) else { return true }
      let next = text.index(after: place)
      return endings.contains(text[place]) && (next == text.endIndex || text[next].isWhitespace)
    }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: word) {
      let isStart = found.lowerBound == text.startIndex || isBorder(text[text.index(before: found.lowerBound)])
      let isWhole = isStart && isEnd(found.upperBound)
      result += rest[..<found.lowerBound] + (isWhole ? placeholder : String(rest[found]))
      rest = rest[found.upperBound...]
      if isWhole, rest.first == "s", endings.contains("s") { rest = rest.dropFirst() }
    }
    return result + rest
  }
}
