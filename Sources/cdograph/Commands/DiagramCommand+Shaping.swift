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
    let keys = channels.nodeKeys + [shape.clusterBy, shape.aggregateBy].compactMap(\.self) + shape.fades.map(\.key)
    var diagram = full.mergingParallelEdges().measured(Set(keys))
    if let key = shape.aggregateBy {
      try check(key, in: diagram)
      diagram = diagram.aggregated(
        by: key == "land" ? Self.groups : [(key, Self.groups.first { $0.key == key }?.kind ?? "Group")])
    } else if !shape.full, diagram.nodes.count > Diagram.readableNodes {
      diagram = diagram.aggregated(by: Self.groups)
    }
    for key in channels.nodeKeys { try check(key, in: diagram) }
    if let key = channels.size, !diagram.nodes.contains(where: { $0.facts[key]?.number != nil }) {
      throw Failure(
        exitCode: .data,
        "'--size-by \(key)' finds no number in the picture; numbers are population or centrality, for example")
    }
    if let key = channels.line, !["kind", "count"].contains(key),
      !diagram.edges.contains(where: { $0.facts[key] != nil })
    {
      throw Failure(
        exitCode: .data, "'--line-by \(key)' finds nothing at the relationships of the picture; choose kind or count")
    }
    // Groups have other values than what they were made of; a word means the same of both.
    fade(&diagram, shape.fades.map { $0.resolved(workspace.words(for: $0.key, in: full).value) }, workspace)
    if let key = shape.clusterBy {
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
    try check(filter.key, in: diagram)
    let meant = filter.resolved(words.value)
    guard diagram.countFulfilling([meant]) > 0 else {
      let advice = advice(for: meant, words.choices)
      throw Failure(exitCode: .data, "nothing in the picture fulfils '\(filter.text)'" + advice)
    }
    for word in meant.alternatives where diagram.countFulfilling([word]) == 0 {
      Console.warn("nothing in the picture fulfils '\(word.text)'" + advice(for: word, words.choices))
    }
  }

  /// What the words of a condition could have been.
  private func advice(for filter: DiagramFilter, _ choices: [String]) -> String {
    guard case .words(let words) = filter.condition, let word = words.first else { return "" }
    let hint = Self.suggestion(for: word, among: choices)
    guard hint.isEmpty else { return hint }
    // All Länder fit in; of a thousand names a few show what is asked for.
    var room = 240
    let shown = choices.prefix { choice in
      room -= choice.count + 2
      return room >= 0
    }
    let rest = choices.count > shown.count ? ", …" : ""
    return "; '\(filter.key)' is here: \(shown.joined(separator: ", "))\(rest)"
  }

  /// A misspelt key would silently mean "unknown" for every node.
  private func check(_ key: String, in diagram: Diagram) throws {
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
        ? "; choose kind, land, focus, area, community or a field such as population" : suggestion
    throw Failure(exitCode: .data, "nothing in the picture has '\(key)'" + advice)
  }

  private static func suggestion(for word: String, among words: [String]) -> String {
    nearest(to: word, among: words).first.map { " — did you mean '\($0)'?" } ?? ""
  }
}
