import GermanText
import GraphModel
import GraphStore
import Interchange
import JSONText
import NetworkFiles
import NetworkVocabulary

/// Reads the rows of a list as actors: names of places, topics and projects are understood as everywhere.
struct RowReading {
  let list: PeopleList
  let workspace: Workspace
  var unknownTopics: [ListWord] = []
  /// What was understood loosely: by other endings, as a compound, or by some of its words.
  var readings: [ListWord] = []
  let topicTexts: TextIndex<NodeID>
  let topicWords: [(node: NodeID, words: [String])]
  var nodes: [String: Result<NamedNode, NameError>] = [:]

  init(_ list: PeopleList, _ workspace: Workspace) {
    self.list = list
    self.workspace = workspace
    let graph = workspace.graph
    let fields = RecordKind.topic.nameFields + RecordKind.topic.aliasFields + ["definition"]
    let texts = graph.nodes(with: .topic).map { node in
      (
        node: node,
        texts: fields.compactMap { graph.value(PropertyKey($0), of: node) }.flatMap { $0.text.map { [$0] } ?? $0.texts }
      )
    }
    topicTexts = TextIndex(
      texts.flatMap { node, texts in texts.map { TextField(key: node, text: $0, weight: 1) } })
    topicWords = texts.map { node, texts in (node, texts.flatMap { tokens(of: $0) }) }
  }

  mutating func actor(of row: CSVSheet.Row) -> ListedActor {
    var actor = ListedActor(row: row)
    actor.saysConsent = list.asksForConsent
    for field in RecordKind.actor.fields where field.name != "id" {
      if field.name == "consent" {
        actor.members += consent(of: row, &actor)
      } else if let cell = list.cell(field.name, of: row), let value = value(field, cell, &actor) {
        actor.members.append((field.name, value))
      }
    }
    for field in list.ownFields {
      guard let cell = list.cell(field, of: row) else { continue }
      let isList = cell.column?.isSeparated ?? false
      actor.members.append((field, isList ? .array(cell.pieces.map { .string($0) }) : .string(cell.paragraphs)))
    }
    for type in TieType.listed {
      guard let cell = list.cell(type.word, of: row) else { continue }
      actor.ties += topics(cell, &actor).map { (type, $0) }
    }
    addProvenance(&actor)
    actor.members = actor.members.filter { !$0.key.hasPrefix("x-") } + actor.members.filter { $0.key.hasPrefix("x-") }
    name(&actor)
    // What is misread is misunderstood too: that says nothing more.
    let unreadable = list.faults(of: row)
    if !unreadable.isEmpty { actor.faults = unreadable }
    return actor
  }

  /// The name decides the id, unless the list has ids.
  private func name(_ actor: inout ListedActor) {
    guard let name = actor.text("name") else {
      let cell = list.mapping.columns.first { $0.field == "name" }?.header ?? "name"
      return actor.faults.append(list.fault("the row has no name in '\(cell)'", actor.row))
    }
    actor.name = name
    actor.id = tokens(of: name).joined(separator: "-")
    guard let cell = list.cell("id", of: actor.row) else {
      if !actor.id.isPlainID {
        actor.faults.append(list.fault("no id can be made of '\(name)'; give one in a column for 'id'", actor.row))
      }
      return
    }
    actor.id = cell.text
    actor.hasOwnID = true
    if !cell.text.isPlainID {
      actor.faults.append(
        list.fault(
          "'\(cell.text)' is no id: use letters, digits, hyphens, dots and underscores, as in 'cdo-neuss'", cell))
    }
  }

  private func addProvenance(_ actor: inout ListedActor) {
    let file = list.file.split(separator: "/").last.map(String.init) ?? list.file
    if actor.text("source") == nil { actor.members.append(("source", .string("Liste \(file)"))) }
    if !actor.members.contains(where: { $0.key == "verified" }) { actor.members.append(("verified", .boolean(false))) }
  }

  /// Who agrees to what: a purpose without a column, or with an empty cell, is not agreed to.
  private func consent(of row: CSVSheet.Row, _ actor: inout ListedActor) -> [(key: String, value: JSONOutput)] {
    // Without a word, organisations and roles agree to all and persons to nothing; of whom the list does not say what it is may be a person.
    guard list.asksForConsent else { return actor.text("kind") == nil ? [("consent", .array([]))] : [] }
    var agreed: [JSONOutput] = []
    for purpose in Purpose.allCases {
      guard let cell = list.cell("consent.\(purpose.rawValue)", of: row) else { continue }
      switch Self.truth(cell.meaning) {
      case true?: agreed.append(.string(purpose.rawValue))
      case false?: break
      case nil: actor.faults.append(list.fault("'\(cell.text)' is neither yes nor no; write ja or nein", cell))
      }
    }
    return [("consent", .array(agreed))]
  }

  private mutating func value(
    _ field: RecordField, _ cell: PeopleList.Cell, _ actor: inout ListedActor
  ) -> JSONOutput? {
    switch field.content {
    case .texts: return .array(cell.pieces.map { .string($0) })
    case .boolean:
      if let flag = Self.truth(cell.meaning) { return .boolean(flag) }
      actor.faults.append(list.fault("'\(cell.text)' is neither yes nor no; write ja or nein", cell))
      return nil
    case .date:
      if let day = Self.day(cell.text) { return .string(day) }
      actor.faults.append(list.fault("'\(cell.text)' is no day; write it as 31.03.2027 or 2027-03-31", cell))
      return nil
    case .choice(let words): return choice(cell.meaning, of: words, cell, &actor).map { .string($0) }
    case .linkedChoice(let choices, _):
      return choice(cell.meaning, of: choices.map(\.word), cell, &actor).map { .string($0) }
    case .link(let link) where link.targets.contains(RecordKind.municipality.name):
      actor.municipality = municipality(cell, &actor)
      return actor.municipality.flatMap { workspace.graph.value(.ags, of: $0) ?? workspace.graph.value(.id, of: $0) }
        .flatMap(\.text).map { .string($0) }
    case .link(let link), .links(let link):
      let ids =
        link.targets.contains(RecordKind.topic.name) ? topics(cell, &actor) : records(link.targets, cell, &actor)
      return ids.isEmpty ? nil : .array(ids.map { .string($0) })
    case .choices(let words):
      let found = cell.pieces.compactMap { choice($0, of: words, cell, &actor) }
      return found.isEmpty ? nil : .array(found.map { .string($0) })
    case .text: return .string(field.name == "name" ? cell.meaning : cell.paragraphs)
    // No field of actors that a list may feed.
    case .id, .integer, .number, .digits, .bounds: return .string(cell.meaning)
    }
  }

  /// The word that a text means; Länder have short names too.
  private func choice(
    _ text: String, of words: [String], _ cell: PeopleList.Cell, _ actor: inout ListedActor
  ) -> String? {
    let meaning = folded(text)
    if let word = words.first(where: { folded($0) == meaning }) { return word }
    if words == State.names, let land = State.name(meantBy: text) { return land }
    let suggestion = nearest(to: text, among: words).first.map { " — did you mean '\($0)'?" } ?? ""
    actor.faults.append(
      list.fault(
        "'\(text)' is none of \(words.joined(separator: ", ")); 'words' in the mapping translates it\(suggestion)",
        cell))
    return nil
  }

  /// `ja`, `nein` and what else is ticked or written; nil for anything else.
  static func truth(_ text: String) -> Bool? {
    switch folded(text) {
    case "ja", "j", "yes", "y", "x", "true", "wahr", "1": true
    case "nein", "n", "no", "false", "falsch", "0", "-", "–": false
    default: nil
    }
  }

  /// A day as German lists and ISO 8601 write it.
  static func day(_ text: String) -> String? {
    var written = text
    if let match = text.wholeMatch(of: #/(\d{1,2})\.(\d{1,2})\.(\d{4})/#) {
      let (day, month) = (Int(match.1) ?? 0, Int(match.2) ?? 0)
      written = "\(match.3)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    guard written.count == 10, case .date(let day)? = Temporal(written) else { return nil }
    return Temporal.date(day).description
  }
}

extension PeopleList.Cell {
  /// The text, or what the mapping says it means.
  var meaning: String { column?.words[folded(text)] ?? text }

  /// The values in a cell, each as the mapping translates it: what stands on lines of its own is a value too, and bullets are none.
  var pieces: [String] {
    let separators = (column?.separator ?? ImportMapping.separators) + "•‣▪"
    return lines.flatMap { $0.split { separators.contains($0) } }
      .map { PeopleList.trimmed(String($0.drop { "-–*· ".contains($0) })) }.filter { !$0.isEmpty }
      .map { column?.words[folded($0)] ?? $0 }
  }

  /// The text with its ends of lines, or what the mapping says it means.
  var paragraphs: String { column?.words[folded(text)] ?? lines.joined(separator: "\n") }
}

extension String {
  /// Whether the text can be an id.
  fileprivate var isPlainID: Bool {
    !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._:-".contains($0)) }
  }
}
