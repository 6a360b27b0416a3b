extension Printer {
  func text(_ patterns: [PathPattern]) -> String { patterns.map(text).joined(separator: ", ") }

  func text(_ path: PathPattern) -> String {
    let variable = path.variable.map { name($0) + " = " } ?? ""
    let parts = path.parts.map(text).joined()
    let selected =
      switch path.selector {
      case .all: parts
      case .shortestPath: "shortestPath(\(parts))"
      case .allShortestPaths: "allShortestPaths(\(parts))"
      case .shortest(let count): "SHORTEST \(count) \(parts)"
      case .allShortest: "ALL SHORTEST \(parts)"
      case .shortestGroups(let count): "SHORTEST \(count) GROUPS \(parts)"
      case .cheapest(let count, let key): "CHEAPEST \(count) BY \(name(key)) \(parts)"
      }
    return variable + selected
  }

  private func text(_ part: PatternPart) -> String {
    switch part {
    case .node(let node): text(node)
    case .relationship(let relationship): text(relationship)
    case .group(let group):
      "(\(group.parts.map(text).joined())\(condition(group.filter)))\(quantifier(group.length))"
    }
  }

  private func text(_ node: NodePattern) -> String {
    let head = (node.variable.map(name) ?? "") + (node.labels.map { ":" + text($0) } ?? "")
    let parts = [head, node.properties.map { text($0) } ?? ""].filter { !$0.isEmpty }
    return "(" + parts.joined(separator: " ") + condition(node.filter) + ")"
  }

  private func text(_ relationship: RelationshipPattern) -> String {
    let head =
      (relationship.variable.map(name) ?? "") + (relationship.types.map { ":" + text($0) } ?? "")
      + (relationship.length.map(length) ?? "")
    let parts = [head, relationship.properties.map { text($0) } ?? ""].filter { !$0.isEmpty }
    let inside = parts.joined(separator: " ") + condition(relationship.filter)
    let brackets = inside.isEmpty ? "" : "[\(inside)]"
    return switch relationship.arrow {
    case .right: "-\(brackets)->"
    case .left: "<-\(brackets)-"
    case .either: "-\(brackets)-"
    }
  }

  private func length(_ length: PatternLength) -> String {
    if length.minimum == length.maximum { return "*\(length.minimum)" }
    return "*\(length.minimum)..\(length.maximum.map(String.init) ?? "")"
  }

  private func quantifier(_ length: PatternLength) -> String {
    "{\(length.minimum),\(length.maximum.map(String.init) ?? "")}"
  }

  /// Labels or types; conjunctions bind closer than alternatives.
  func text(_ labels: LabelExpression) -> String {
    switch labels {
    case .name(let label): name(label)
    case .any: "%"
    case .not(let inner): "!" + atom(inner)
    case .and(let left, let right): "\(conjunct(left))&\(atom(right))"
    case .or(let left, let right): "\(text(left))|\(conjunct(right))"
    }
  }

  private func conjunct(_ labels: LabelExpression) -> String {
    if case .or = labels { "(\(text(labels)))" } else { text(labels) }
  }

  private func atom(_ labels: LabelExpression) -> String {
    switch labels {
    case .or, .and: "(\(text(labels)))"
    case .name, .any, .not: text(labels)
    }
  }
}

extension LabelExpression: CustomStringConvertible {
  /// The expression as it is written after the colon.
  public var description: String { Printer().text(self) }
}
