import ArgumentParser
import Diagrams
import Foundation
import GermanText
import GraphModel
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

extension DiagramCommand {
  /// What the options ask for, before anything is left out; compared with the older folder where one is given.
  func gathered(_ workspace: Workspace, _ sheet: StyleSheet, _ day: Day, _ language: Language) throws -> Diagram {
    let channels = sheet.channels ?? StyleSheet.Channels()
    let keys = shape.keys + channels.nodeKeys + [channels.line].compactMap(\.self)
    var diagram = try subject.diagram(in: workspace, title: title, properties: keys, language)
    if let folder = shape.diff {
      let old = try older(folder)
      let before = try? subject.diagram(in: old, title: title, properties: keys, language)
      diagram = diagram.compared(
        to: before ?? Diagram(title: ""), onlyChanges: subject.whole, before: old.inventory, now: workspace.inventory)
      let (added, removed) = (diagram.count(of: .added), diagram.count(of: .removed))
      diagram.notes.append(
        Wording(
          """
          gegenüber \(folder): \(added.nodes) Knoten und \(added.edges) Beziehungen neu, \(removed.nodes) Knoten und \
          \(removed.edges) Beziehungen weggefallen
          """,
          """
          compared with \(folder): \(added.nodes) nodes and \(added.edges) relationships added, \(removed.nodes) nodes and \
          \(removed.edges) relationships removed
          """)[language])
    }
    let filtered = diagram.keeping(try shape.filters.map { try known($0, in: diagram) })
    guard !filtered.nodes.isEmpty else {
      throw Failure(
        exitCode: .data,
        diagram.nodes.isEmpty || shape.filter.isEmpty
          ? "there is nothing to draw" : "nothing is left to draw; loosen --filter")
    }
    return filtered
  }

  private func older(_ folder: String) throws -> Workspace {
    do throws(NetworkFaults) {
      return try Workspace(folders: [folder])
    } catch {
      throw Failure(exitCode: .data, error.report)
    }
  }

  /// Merges, measures, gathers and fades what was gathered.
  func shaped(_ full: Diagram, _ sheet: StyleSheet) throws -> Diagram {
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
    diagram = diagram.fading(try shape.fades.map { try known($0, in: full) })
    if let key = shape.clusterBy {
      try check(key, in: diagram)
      diagram = diagram.clustered(by: key, called: diagram.factNames[key] ?? key)
    }
    return diagram
  }

  private static let groups = [(key: "land", kind: "State"), (key: "area", kind: "Topic")]

  /// A filter on something that nodes have; a kind by a name that exists.
  private func known(_ filter: DiagramFilter, in diagram: Diagram) throws -> DiagramFilter {
    if filter.key == "kind", case .words(let words) = filter.condition {
      let kinds = RecordKind.all.map(\.name)
      for word in words where !kinds.contains(word) {
        throw Failure(exitCode: .data, "unknown kind '\(word)'; kinds are \(kinds.sorted().joined(separator: ", "))")
      }
    }
    try check(filter.key, in: diagram)
    return filter
  }

  /// A misspelt key would silently mean "unknown" for every node.
  private func check(_ key: String, in diagram: Diagram) throws {
    guard key != "kind", !diagram.nodes.contains(where: { $0.facts[key] != nil }) else { return }
    let keys = Set(diagram.nodes.flatMap(\.facts.keys)).union(RecordKind.all.flatMap { $0.fields.map(\.name) })
    throw Failure(
      exitCode: .data,
      "nothing in the picture has '\(key)'\(Self.suggestion(for: key, among: keys.subtracting([key]).sorted()))")
  }

  private static func suggestion(for word: String, among words: [String]) -> String {
    nearest(to: word, among: words).first.map { " — did you mean '\($0)'?" } ?? ""
  }
}
