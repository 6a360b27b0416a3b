import JSONText
import NetworkFiles
import NetworkVocabulary

/// A record with what a list adds to it.
///
/// What is there stays: lists are united, absent fields are filled in, and another name is kept beside the first. Only consent
/// follows the list, since it says how things stand now.
struct RecordMerging {
  private(set) var record: RecordText
  /// Where the list says something else than the record, which stays.
  private(set) var differences: [ImportPlan.Difference] = []
  private(set) var changes: [ImportPlan.Change] = []
  private var members: [(key: String, text: String)]

  var isChanged: Bool { !changes.isEmpty }

  /// - Parameter isSameList: Whether another row of the list went into the record before: then of two consents the narrower counts.
  init(_ record: RecordText, adding actor: ListedActor, isSameList: Bool) {
    self.record = record
    members = record.members
    for (key, value) in actor.members {
      switch key {
      case "name": addName(actor.name)
      case "consent": if actor.saysConsent { setConsent(actor.texts(key), isSameList, on: actor.text("consentDate")) }
      // Whether the record is sound or made up does not change by what is added to it.
      case "source", "verified", "example", "consentDate": continue
      default: add(key, value)
      }
    }
    if !isChanged { return }
    if let source = actor.text("source") { addSource(source) }
    self.record.setMembers(members)
  }

  private func value(_ key: String) -> String? { members.first { $0.key == key }?.text }

  private mutating func set(_ key: String, _ text: String?) {
    guard let text else { return members.removeAll { $0.key == key } }
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
    guard let old = self.value(key), old != "null" else {
      changes.append(.added(key, value.text()))
      return set(key, value.text())
    }
    if case .array(let values) = value {
      let known = Set(record.strings(of: key))
      let new = values.filter { if case .string(let text) = $0 { !known.contains(text) } else { false } }
      if new.isEmpty { return }
      let inner = old.dropFirst().dropLast()
      let added = new.map { $0.text() }.joined(separator: ", ")
      changes.append(.added(key, "[\(added)]"))
      set(key, "[" + (inner.allSatisfy(\.isWhitespace) ? "" : inner + ", ") + added + "]")
    } else if old != value.text() {
      differences.append((field: key, kept: old, listed: value.text()))
    }
  }

  private mutating func addName(_ name: String) {
    let known = record.strings(of: "name") + record.strings(of: "altNames")
    if known.contains(name) { return }
    add("altNames", .array([.string(name)]))
  }

  /// The day belongs to what was agreed to on it: where the list has none, that of another consent is no longer true.
  private mutating func setConsent(_ listed: [String], _ isSameList: Bool, on day: String?) {
    let old = record.agreedPurposes
    let agreed = isSameList ? listed.filter(old.contains) : listed
    let text = JSONOutput.array(agreed.map { .string($0) }).text()
    let isOther = value("consent") != text
    if isOther {
      changes.append(.consent(before: old, after: agreed))
      set("consent", text)
    }
    let date = day.map { JSONOutput.string($0).text() }
    guard value("consentDate") != date, isOther || date != nil && !isSameList else { return }
    changes.append(.day(before: record.string(of: "consentDate"), after: day))
    set("consentDate", date)
  }

  private mutating func addSource(_ source: String) {
    let old = record.string(of: "source") ?? ""
    if old.contains(source) { return }
    set("source", JSONOutput.string(old.isEmpty ? source : "\(old); \(source)").text())
  }
}

extension RecordText {
  /// What an actor has agreed to; without the field organisations and roles agree to all, and persons to nothing.
  var agreedPurposes: [String] {
    if let value = value(of: "consent"), value != "null" { return strings(of: "consent") }
    return string(of: "kind") == "person" ? [] : Purpose.allCases.map(\.rawValue)
  }
}
