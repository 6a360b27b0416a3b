import JSONText
import NetworkFiles
import NetworkVocabulary

/// A record with what a list adds to it.
///
/// What is there stays: lists are united, absent fields are filled in, and another name is kept beside the first. Only consent
/// follows the list, since it says how things stand now.
struct RecordMerging {
  /// A field in which the list says something else than the record, which stays.
  struct Difference: Sendable {
    let field: String
    let kept: String
    let listed: String
  }

  private(set) var record: RecordText
  private(set) var differences: [Difference] = []
  private(set) var isChanged = false
  private var members: [(key: String, text: String)]

  /// - Parameter isSameList: Whether another row of the list went into the record before: then of two consents the narrower counts.
  init(_ record: RecordText, adding actor: ListedActor, isSameList: Bool) {
    self.record = record
    members = record.members
    for (key, value) in actor.members {
      switch key {
      case "name": addName(actor.name)
      case "consent": setConsent(actor.texts(key), isSameList)
      // Whether the record is sound or made up does not change by what is added to it.
      case "source", "verified", "example": continue
      case "consentDate" where !isSameList:
        if self.value(key) != value.text() { set(key, value.text()) }
      default: add(key, value)
      }
    }
    if !isChanged { return }
    if let source = actor.text("source") { addSource(source) }
    self.record.setMembers(members)
  }

  private func value(_ key: String) -> String? { members.first { $0.key == key }?.text }

  private mutating func set(_ key: String, _ text: String) {
    isChanged = true
    if let position = members.firstIndex(where: { $0.key == key }) {
      members[position].text = text
      return
    }
    members.insert((key, text), at: members.firstIndex { Self.rank(of: $0.key) > Self.rank(of: key) } ?? members.count)
  }

  /// Where a field stands in a record.
  private static func rank(of field: String) -> Int {
    RecordKind.actor.fields.firstIndex { $0.name == field } ?? .max
  }

  private mutating func add(_ key: String, _ value: JSONOutput) {
    guard let old = self.value(key), old != "null" else { return set(key, value.text()) }
    if case .array(let values) = value {
      let known = Set(record.strings(of: key))
      let new = values.filter { if case .string(let text) = $0 { !known.contains(text) } else { false } }
      if new.isEmpty { return }
      let inner = old.dropFirst().dropLast()
      set(
        key,
        "[" + (inner.allSatisfy(\.isWhitespace) ? "" : inner + ", ") + new.map { $0.text() }.joined(separator: ", ")
          + "]")
    } else if old != value.text() {
      differences.append(Difference(field: key, kept: old, listed: value.text()))
    }
  }

  private mutating func addName(_ name: String) {
    let known = record.strings(of: "name") + record.strings(of: "altNames")
    if known.contains(name) { return }
    add("altNames", .array([.string(name)]))
  }

  private mutating func setConsent(_ listed: [String], _ isSameList: Bool) {
    let old = record.strings(of: "consent")
    let agreed = isSameList ? listed.filter(old.contains) : listed
    let text = JSONOutput.array(agreed.map { .string($0) }).text()
    if value("consent") != text { set("consent", text) }
  }

  private mutating func addSource(_ source: String) {
    let old = record.string(of: "source") ?? ""
    if old.contains(source) { return }
    set("source", JSONOutput.string(old.isEmpty ? source : "\(old); \(source)").text())
  }
}
