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
    if engine != nil, diagram.nodes.contains(where: { $0.cluster != nil }) {
      throw ValidationError("a plan of tables or teams finds the places itself; leave --engine out")
    }
    for filter in shape.filters + shape.fades { try check(filter, in: diagram, of: workspace) }
    let filters = shape.filters.map { $0.resolved(workspace.words(for: $0.key, in: diagram).value) }
    var filtered = diagram.keeping(filters, withPartners: subject.match != nil)
    if let tally = diagram.tally, filtered.nodes.count < diagram.nodes.count {
      // Who sits at several tables is drawn several times, and is one.
      let count = Set(filtered.nodes.compactMap { $0.id.split(separator: "/").last }).count.grouped(language)
      filtered.tally = tally + Wording(", gezeigt sind \(count)", ", \(count) of them shown")[language]
    }
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
      to: before ?? Diagram(title: ""), onlyChanges: subject.whole, before: old.inventory(language),
      now: now.inventory(language))
    if subject.whole, title == nil {
      compared.title = Wording("Änderungen im ganzen Netzwerk", "Changes in the whole network")[language]
    }
    compared.notes.append(comparison(of: compared, language))
    return compared
  }

  /// What a picture that compares says of what it found.
  func comparison(of compared: Diagram, _ language: Language) -> String {
    // Where a folder lies on somebody's machine is nobody's business.
    let folder = shape.diff.map { URL(fileURLWithPath: $0).standardizedFileURL.lastPathComponent } ?? ""
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
    return Wording("gegenüber \(folder): ", "compared with \(folder): ")[language] + "\(added), \(removed)"
      + renamings(in: compared, language)
  }

  /// Who has another name now; a few, since a picture has little room for words.
  private func renamings(in compared: Diagram, _ language: Language) -> String {
    guard !compared.renamings.isEmpty else { return "" }
    let shown = compared.renamings.prefix(5).map { "\($0.before) → \($0.now)" }.joined(separator: "; ")
    let more = compared.renamings.count - 5
    let rest = more > 0 ? Wording(" und \(more) weitere", " and \(more) more")[language] : ""
    return Wording("; umbenannt: ", "; renamed: ")[language] + shown + rest
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
    try check(sheet, in: diagram)
    warn(of: sheet, in: diagram)
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

  private static let groups = [(key: "land", kind: "State"), (key: "area", kind: "TopicField")]
}
