import ArgumentParser
import Diagrams
import Foundation
import GermanText
import GraphModel
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

extension DiagramCommand {
  /// What the options ask for, before anything is left out; compared with the older folder where one is given, and
  /// without nodes where that would show what changed and nothing has.
  func gathered(_ workspace: Workspace, _ sheet: StyleSheet, _ day: Day, _ language: Language) throws -> Diagram {
    let channels = sheet.channels ?? StyleSheet.Channels()
    let keys = shape.keys + channels.nodeKeys + [channels.line].compactMap(\.self)
    var diagram = try subject.diagram(in: workspace, title: title, properties: keys, language)
    if let folder = shape.diff {
      diagram = try compared(diagram, with: older(folder, workspace), workspace, keys, language)
      if diagram.nodes.isEmpty { return diagram }
    }
    for filter in shape.filters + shape.fades { try check(filter, in: diagram, of: workspace) }
    let filters = shape.filters.map { $0.resolved(workspace.words(for: $0.key, in: diagram).value) }
    var filtered = diagram.keeping(filters)
    if let note = workspace.note(on: filters, in: diagram) { filtered.notes.append(note) }
    guard !filtered.nodes.isEmpty, filters.isEmpty || diagram.countFulfilling(filters) > 0 else {
      throw Failure(
        exitCode: .data,
        diagram.nodes.isEmpty ? "there is nothing to draw" : "nothing is left to draw; loosen --filter")
    }
    return filtered
  }

  /// The older network, without those who did not agree to being drawn then or do not agree now.
  private func older(_ folder: String, _ now: Workspace) throws -> Workspace {
    do throws(NetworkFaults) {
      return try Workspace(folders: [folder]).permitting(.diagram, besides: now)
    } catch {
      throw Failure(exitCode: .data, error.report)
    }
  }

  private func compared(
    _ diagram: Diagram, with old: Workspace, _ now: Workspace, _ keys: [String], _ language: Language
  ) throws -> Diagram {
    let before = try? subject.diagram(in: old, title: title, properties: keys, language)
    var compared = diagram.compared(
      to: before ?? Diagram(title: ""), onlyChanges: subject.whole, before: old.inventory, now: now.inventory)
    compared.notes.append(comparison(of: compared, language))
    return compared
  }

  /// What a picture that compares says of what it found.
  func comparison(of compared: Diagram, _ language: Language) -> String {
    let folder = shape.diff ?? ""
    guard compared.hasChanges else {
      return Wording(
        "gegenüber \(folder): keine Unterschiede, nichts ist neu oder weggefallen",
        "compared with \(folder): no differences, nothing was added or removed")[language]
    }
    func changes(_ change: Change, _ word: String) -> String {
      let count = compared.count(of: change)
      let and = Wording(" und ", " and ")[language]
      return count.nodes.countedNodes(language) + and + count.edges.countedEdges(language) + " " + word
    }
    let added = changes(.added, Wording("neu", "added")[language])
    let removed = changes(.removed, Wording("weggefallen", "removed")[language])
    return Wording("gegenüber \(folder): \(added), \(removed)", "compared with \(folder): \(added), \(removed)")[
      language]
  }

  /// Merges, measures, gathers and fades what was gathered.
  func shaped(_ full: Diagram, of workspace: Workspace, _ sheet: StyleSheet) throws -> Diagram {
    let channels = sheet.channels ?? StyleSheet.Channels()
    let keys = channels.nodeKeys + [shape.clusterKey, shape.aggregateKey].compactMap(\.self) + shape.fades.map(\.key)
    var diagram = full.mergingParallelEdges().measured(Set(keys))
    if let key = shape.aggregateKey {
      try check(key, in: diagram)
      diagram = diagram.aggregated(
        by: key == "land" ? Self.groups : [(key, Self.groups.first { $0.key == key }?.kind ?? "Group")])
    } else if !shape.full, diagram.nodes.count > Diagram.readableNodes {
      diagram = diagram.aggregated(by: Self.groups)
    }
    try check(channels, in: diagram)
    // Groups have other values than what they were made of; a word means the same of both.
    fade(&diagram, shape.fades.map { $0.resolved(workspace.words(for: $0.key, in: full).value) }, workspace)
    if let key = shape.clusterKey {
      try check(key, in: diagram)
      diagram = diagram.clustered(by: key, called: diagram.factNames[key] ?? key)
    }
    return diagram
  }

  /// Makes pale what breaks a condition, and says so; all but the centre pale is nothing that anybody asks for.
  private func fade(_ diagram: inout Diagram, _ fades: [DiagramFilter], _ workspace: Workspace) {
    func isAnyVivid() -> Bool { diagram.nodes.contains { !$0.isFaded && !$0.emphasis } }
    let wasAnyVivid = isAnyVivid()
    diagram = diagram.fading(fades)
    if let note = workspace.note(on: fades, in: diagram, isFading: true) { diagram.notes.append(note) }
    if wasAnyVivid, !isAnyVivid() { Console.warn("--fade leaves all of the picture pale; loosen its conditions") }
  }

  /// Refuses looks that speak of what the picture has not, naming the option or the place in the style sheet.
  private func check(_ channels: StyleSheet.Channels, in diagram: Diagram) throws {
    func place(_ channel: String) -> String? { looks.isSheet(channel) ? "\(looks.style): /channels/\(channel): " : nil }
    for (channel, key) in [("colour", channels.colour), ("shape", channels.shape), ("size", channels.size)] {
      if let key { try check(key, in: diagram, place: place(channel)) }
    }
    if let key = channels.size, !diagram.nodes.contains(where: { $0.facts[key]?.number != nil }) {
      let name = place("size").map { $0 + "'" } ?? "'--size-by "
      throw Failure(
        exitCode: .data,
        name + "\(key)' finds no number in the picture; numbers are population or centrality, for example")
    }
    if let key = channels.line, !["kind", "count"].contains(key),
      !diagram.edges.contains(where: { $0.facts[key] != nil })
    {
      let name = place("line").map { $0 + "'" } ?? "'--line-by "
      throw Failure(
        exitCode: .data, name + "\(key)' finds nothing at the relationships of the picture; choose kind or count")
    }
  }

  private static let groups = [(key: "land", kind: "State"), (key: "area", kind: "Topic")]

  /// Refuses a condition on what nodes do not have, and one that none of them fulfils: the picture would be empty, or
  /// all of it pale, for a reason that nobody sees.
  private func check(_ filter: DiagramFilter, in diagram: Diagram, of workspace: Workspace) throws {
    let words = workspace.words(for: filter.key, in: diagram)
    if filter.key == "kind", case .words(let typed) = filter.condition {
      for word in typed where words.value(meantBy: word) == nil {
        throw Failure(exitCode: .data, "unknown kind '\(word)'; kinds are \(RecordKind.choices(Console.language))")
      }
    }
    if DiagramKeys.measured.contains(filter.key), !diagram.nodes.contains(where: { $0.facts[filter.key] != nil }) {
      throw Failure(
        exitCode: .data,
        "'\(filter.typedKey)' is measured in what is drawn, after filtering; filter by kind, land, focus, area or a field such as population"
      )
    }
    try check(filter.key, in: diagram, typed: filter.typedKey, isFilter: true)
    let meant = filter.resolved(words.value)
    guard diagram.countFulfilling([meant]) > 0 else {
      let advice = advice(for: meant, words.choices)
      throw Failure(exitCode: .data, "nothing in the picture fulfils '\(filter.text)'" + advice)
    }
    for word in meant.alternatives where diagram.countFulfilling([word]) == 0 {
      let said = filter.typedKey + "=" + word.words.map { name(of: $0, filter.key) }.joined(separator: ",")
      let advice = advice(for: word, typed: filter.typedKey, words.choices)
      Console.warn("nothing in the picture fulfils '\(said)'" + advice)
    }
  }

  /// What the words of a condition could have been.
  private func advice(for filter: DiagramFilter, typed: String? = nil, _ choices: [String]) -> String {
    guard let word = filter.words.first else { return "" }
    let key = typed ?? filter.typedKey
    // Of many numbers hardly one is ever met.
    if choices.count > 8, choices.allSatisfy({ Double($0) != nil }), let low = choices.first, let high = choices.last {
      return "; '\(key)' has \(choices.count) numbers here; give a range: \(key)=\(low)..\(high)"
    }
    let names = choices.map { name(of: $0, filter.key) }
    let hint = Self.suggestion(for: word, among: choices + names)
    guard hint.isEmpty else { return hint }
    // What is typed in any language stands behind the reader's word.
    let said = zip(names, choices).map { folded($0) == folded($1) ? $0 : "\($0) (\($1))" }
    // All Länder fit in; of a thousand names a few show what is asked for.
    var room = 240
    let shown = said.prefix { choice in
      room -= choice.count + 2
      return room >= 0
    }
    let rest = said.count > shown.count ? ", …" : ""
    return "; '\(key)' is here: \(shown.joined(separator: ", "))\(rest)"
  }

  private func name(of value: String, _ key: String) -> String {
    DiagramKeys.shortName(ofValue: value, of: key, Console.language)
  }

  /// A misspelt key would silently mean "unknown" for every node.
  ///
  /// - Parameter place: Where the key is written, unless somebody typed it.
  private func check(
    _ key: String, in diagram: Diagram, typed: String? = nil, isFilter: Bool = false, place: String? = nil
  ) throws {
    guard key != "kind", !diagram.nodes.contains(where: { $0.facts[key] != nil }) else { return }
    let owners = RecordKind.all.filter { kind in kind.fields.contains { $0.name == key } }
      .map { $0.wording[Console.language] }.sorted()
    let keys = Set(diagram.nodes.flatMap(\.facts.keys)).union(RecordKind.all.flatMap { $0.fields.map(\.name) })
    let suggestion = Self.suggestion(for: key, among: keys.sorted())
    // A key that exists is not misspelt: other nodes have it.
    let advice =
      !owners.isEmpty
      ? "; only these can have it: \(owners.joined(separator: ", "))"
      : suggestion.isEmpty
        ? (isFilter
          ? "; choose kind, land, focus, area or a field such as population"
          : "; choose kind, land, focus, area, community or a field such as population") : suggestion
    throw Failure(exitCode: .data, (place ?? "") + "nothing in the picture has '\(typed ?? key)'" + advice)
  }

  private static func suggestion(for word: String, among words: [String]) -> String {
    nearest(to: word, among: words).first.map { " — did you mean '\($0)'?" } ?? ""
  }
}

extension DiagramFilter {
  /// The fact as somebody typed it.
  fileprivate var typedKey: String { String(text.prefix { $0 != "=" }.drop(while: \.isWhitespace)) }

  fileprivate var words: [String] {
    guard case .words(let words) = condition else { return [] }
    return words
  }
}
