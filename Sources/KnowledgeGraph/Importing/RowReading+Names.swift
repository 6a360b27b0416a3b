import GermanText
import GraphModel
import GraphStore
import Interchange
import JSONText
import NetworkFiles
import NetworkVocabulary

extension RowReading {
  /// The municipality that a name or a key means; Excel drops leading zeros of keys.
  mutating func municipality(_ cell: PeopleList.Cell, _ actor: inout ListedActor) -> NodeID? {
    let isShortKey = [4, 7].contains(cell.text.count) && cell.text.allSatisfy { $0.isASCII && $0.isNumber }
    switch find(isShortKey ? "0" + cell.meaning : cell.meaning, .municipality) {
    case .success(let found):
      if !isShortKey, isLoose(found, cell.text, .municipality) {
        Self.note(cell.text, [found.node], actor.row.number, others: found.others, in: &readings)
      }
      return found.node
    case .failure(let error):
      let near = (error.candidates.isEmpty ? error.nearest : error.candidates).prefix(3)
        .map { workspace.name(of: $0, .german) + " (\(workspace.graph.value(.ags, of: $0)?.text ?? ""))" }
      let advice = near.isEmpty ? "" : " — did you mean \(near.joined(separator: ", "))?"
      let fault =
        error.candidates.isEmpty
        ? list.fault("unknown municipality '\(cell.text)'\(advice)", cell)
        : list.fault("several municipalities are called '\(cell.text)'\(advice)", cell)
      actor.faults.append(fault)
      return nil
    }
  }

  /// The ids of the topics that are known; others are noted, and kept beside them in a field of their own.
  mutating func topics(_ cell: PeopleList.Cell, _ actor: inout ListedActor) -> [String] {
    var ids: [String] = []
    for piece in cell.pieces.flatMap({ topicNames(in: $0) }) {
      let found = isDenied(piece) ? nil : try? find(piece, .topic).get()
      if let found {
        if isLoose(found, piece, .topic) { Self.note(piece, [found.node], actor.row.number, in: &readings) }
        if let id = workspace.graph.value(.id, of: found.node)?.text, !ids.contains(id) { ids.append(id) }
      } else {
        Self.note(piece, suggestions(for: piece), actor.row.number, in: &unknownTopics)
        keepUnknown(piece, &actor)
      }
    }
    return ids
  }

  /// The names that a text is made of: itself where a topic is called so, else what stands between slashes and `und`.
  ///
  /// A text that is none of the two would be understood by one of its words, and the others were lost.
  private mutating func topicNames(in text: String) -> [String] {
    let parts = text.split(separator: Self.joints).map { PeopleList.trimmed(String($0)) }.filter { !$0.isEmpty }
    // `Quartiers- und Gemeinschaftsarbeit` is one name.
    guard parts.count > 1, !isDenied(text), !parts.contains(where: { $0.hasSuffix("-") }) else { return [text] }
    if let whole = try? find(text, .topic).get(), !isLoose(whole, text, .topic) { return [text] }
    return parts
  }

  private nonisolated(unsafe) static let joints = #/\s*[/&+|]\s*|\s+(?:und|sowie|oder|and|or|u\.)\s+/#

  /// Whether a text says that something is not meant: `kein Interesse an Open Data`.
  private func isDenied(_ text: String) -> Bool {
    !Set(tokens(of: text)).isDisjoint(with: [
      "kein", "keine", "keinen", "keiner", "nicht", "ohne", "ausser", "not", "no",
    ])
  }

  /// What an unknown topic may mean: what is spelled so but for a slip, what shares words with it, what begins like it, and
  /// what else is spelled like it.
  private mutating func suggestions(for text: String) -> [NodeID] {
    let error: NameError
    switch find(text, .topic) {
    // It says that the topic is not meant.
    case .success(let found): return [found.node]
    case .failure(let failure): error = failure
    }
    let spelling = tokens(of: text).joined()
    let slips = error.nearest.filter { node in
      let names = (RecordKind.topic.nameFields + RecordKind.topic.aliasFields).compactMap {
        workspace.graph.value(PropertyKey($0), of: node)
      }.flatMap { $0.text.map { [$0] } ?? $0.texts }
      return names.contains { editDistance(tokens(of: $0).joined(), spelling, limit: 2) != nil }
    }
    let all =
      error.candidates + slips + topicTexts.search(text, limit: 3).map(\.key) + sharingBeginnings(text) + error.nearest
    var unique: [NodeID] = []
    for node in all where !unique.contains(node) { unique.append(node) }
    return Array(unique.prefix(3))
  }

  /// The topics of which a word begins as one of a text does, by five letters or more: `Hitzeinseln`, `Hitzeaktionsplan`; those
  /// that share the longest beginning.
  private func sharingBeginnings(_ text: String) -> [NodeID] {
    let wanted = tokens(of: text)
    let found = topicWords.compactMap { node, words in
      let lengths = words.flatMap { word in
        wanted.map { zip($0.unicodeScalars, word.unicodeScalars).prefix { $0.0 == $0.1 }.count }
      }
      return lengths.max().flatMap { $0 >= 5 ? (node: node, length: $0) : nil }
    }
    return found.sorted { ($1.length, $0.node) < ($0.length, $1.node) }.prefix(3).map(\.node)
  }

  private func keepUnknown(_ topic: String, _ actor: inout ListedActor) {
    let known = actor.texts(Self.unknownTopicsField)
    if known.contains(topic) { return }
    actor.members.removeAll { $0.key == Self.unknownTopicsField }
    actor.members.append((Self.unknownTopicsField, .array((known + [topic]).map { .string($0) })))
  }

  /// The field in which words wait for somebody to say which topics they are.
  static let unknownTopicsField = "x-unknownTopics"

  /// The ids of other records; a row that names an unknown one is not taken.
  mutating func records(
    _ targets: [String], _ cell: PeopleList.Cell, _ actor: inout ListedActor
  ) -> [String] {
    guard let kind = RecordKind.all.first(where: { targets.contains($0.name) }) else { return [] }
    var ids: [String] = []
    for piece in cell.pieces {
      switch find(piece, kind.label) {
      case .success(let found):
        if isLoose(found, piece, kind.label) { Self.note(piece, [found.node], actor.row.number, in: &readings) }
        if let id = workspace.graph.value(.id, of: found.node)?.text, !ids.contains(id) { ids.append(id) }
      case .failure(let error):
        let near = (error.candidates + error.nearest).prefix(1).map { workspace.name(of: $0, .german) }
        let suggestion = near.first.map { " — did you mean '\($0)'?" } ?? ""
        actor.faults.append(list.fault("unknown \(kind.name) '\(piece)'\(suggestion)", cell))
      }
    }
    return ids
  }

  private mutating func find(_ name: String, _ label: Label) -> Result<NamedNode, NameError> {
    let key = "\(label.name) \(name)"
    if let known = nodes[key] { return known }
    let found = Result { () throws(NameError) in try workspace.node(named: name, among: [label]) }
    nodes[key] = found
    return found
  }

  /// Whether a thing is called otherwise, or another is called so too: then somebody should look whether it is meant.
  private func isLoose(_ found: NamedNode, _ text: String, _ label: Label) -> Bool {
    guard let kind = RecordKind.all.first(where: { $0.label == label }), !found.isReading else { return true }
    let words = tokens(of: text)
    let names = (kind.nameFields + kind.aliasFields + ["id", "ags"]).compactMap {
      workspace.graph.value(PropertyKey($0), of: found.node)
    }.flatMap { $0.text.map { [$0] } ?? $0.texts }
    if !names.contains(where: { tokens(of: $0) == words }) { return true }
    func isCalledSo(_ node: NodeID) -> Bool { tokens(of: workspace.graph.value(.name, of: node)?.text ?? "") == words }
    // A district that is called so officially is hardly meant where towns are called so in short.
    return label == .municipality && !found.others.isEmpty && !isCalledSo(found.node)
      || found.others.contains(where: isCalledSo)
  }

  private static func note(
    _ text: String, _ nodes: [NodeID], _ row: Int, others: [NodeID] = [], in words: inout [ListWord]
  ) {
    if let position = words.firstIndex(where: { folded($0.text) == folded(text) }) {
      if words[position].rows.last != row { words[position].rows.append(row) }
    } else {
      words.append(ListWord(text: text, rows: [row], nodes: nodes, others: others))
    }
  }
}
