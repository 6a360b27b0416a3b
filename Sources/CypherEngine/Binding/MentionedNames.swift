package import CypherSyntax
import GermanText
import GraphModel
import GraphStore

/// The names in a statement that mean something outside of it: parameters, labels, types, property keys.
package struct MentionedNames: Sendable {
  /// The parameters that the statement reads, each with its first place.
  package private(set) var parameters: [Name] = []
  /// The labels that are searched for; those that the statement itself gives are left out.
  package var labels: [Name] { sought(.label) }
  /// The types of relationships that are searched for.
  package var types: [Name] { sought(.type) }
  /// The keys of properties of nodes and relationships that are read.
  package var keys: [Name] { sought(.key) }

  fileprivate enum Kind { case label, type, key, labelOrType }

  private var found: [(kind: Kind, name: Name)] = []
  private var made: Set<String> = []

  /// What occurs nowhere in a graph, which is allowed and rarely meant.
  ///
  /// - Returns: A warning for each name, in the order of the text.
  func warnings(for graph: borrowing PropertyGraph) -> [CypherWarning] {
    if graph.nodeCount == 0 { return [] }
    let labels = graph.labelCounts.map(\.label.name)
    let types = graph.typeCounts.map(\.type.name)
    let keys = graph.keyNamesInUse
    var warnings: [CypherWarning] = []
    for (kind, name) in found where !made.contains(name.text) {
      let known =
        switch kind {
        case .label: labels
        case .type: types
        case .key: keys
        case .labelOrType: labels + types
        }
      if known.contains(name.text) { continue }
      let near = nearest(to: name.text, among: known).first.map { "did you mean '\($0)'?" }
      let suggestion = near ?? listing(known)
      warnings.append(
        CypherWarning(message: "\(kind.words) '\(name.text)'", range: name.range, suggestion: suggestion))
    }
    return warnings
  }

  /// What there is instead, where it can be listed in a line.
  private func listing(_ names: [String]) -> String? {
    if names.isEmpty { return nil }
    return "the graph has " + names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  private func sought(_ kind: Kind) -> [Name] {
    found.filter { $0.kind == kind && !made.contains($0.name.text) }.map(\.name)
  }
}

extension MentionedNames.Kind {
  fileprivate var words: String {
    switch self {
    case .label: "no node has the label"
    case .type: "there is no relationship of the type"
    case .key: "nothing has the property"
    case .labelOrType: "there is no label and no type"
    }
  }
}

// What the binder notes while it goes through the statement.
extension MentionedNames {
  mutating func note(parameter: Name) {
    if !parameters.contains(where: { $0.text == parameter.text }) { parameters.append(parameter) }
  }

  mutating func note(labels: LabelExpression, isCreated: Bool) { note(labels, .label, isCreated) }

  mutating func note(types: LabelExpression, isCreated: Bool) { note(types, .type, isCreated) }

  mutating func note(key: Name, isCreated: Bool) { note(.name(key), .key, isCreated) }

  /// Labels that are asked for in a condition; of a relationship they are types.
  mutating func note(tested labels: LabelExpression, _ element: TypeSet) {
    note(labels, element == .node ? .label : element == .relationship ? .type : .labelOrType, false)
  }

  private mutating func note(_ expression: LabelExpression, _ kind: Kind, _ isCreated: Bool) {
    switch expression {
    case .name(let name):
      if isCreated {
        made.insert(name.text)
      } else if !found.contains(where: { $0.kind == kind && $0.name.text == name.text }) {
        found.append((kind, name))
      }
    case .any: break
    case .not(let inner): note(inner, kind, isCreated)
    case .and(let left, let right), .or(let left, let right):
      note(left, kind, isCreated)
      note(right, kind, isCreated)
    }
  }
}
