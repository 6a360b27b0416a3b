import ArgumentParser
import GermanText
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkVocabulary

/// Names of the network for the completion of a shell, read from the default folders.
enum Completion {
  static func topics(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] { names(prefix, [.topic]) }

  static func actors(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] { names(prefix, [.actor]) }

  static func places(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
    names(prefix, [.municipality])
  }

  static func anything(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
    names(prefix, RecordKind.all.map(\.label))
  }

  private static func names(_ prefix: String, _ labels: [Label]) -> [String] {
    guard let workspace = try? NetworkOptions.parse([]).workspace(for: nil) else { return [] }
    return workspace.names(startingWith: prefix, among: labels, limit: 200)
  }
}

extension Workspace {
  /// Names that begin as typed, in alphabetical order of their folded form, each once.
  func names(startingWith prefix: String, among labels: [Label], limit: Int) -> [String] {
    let wanted = folded(prefix)
    let names = labels.flatMap { graph.nodes(with: $0) }.compactMap { graph.value(.name, of: $0)?.text }
    let found = Set(names).map { (key: folded($0), name: $0) }.filter { $0.key.hasPrefix(wanted) }
    return found.sorted { ($0.key, $0.name) < ($1.key, $1.name) }.prefix(limit).map(\.name)
  }
}
