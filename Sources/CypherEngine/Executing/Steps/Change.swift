import CypherSyntax
import GraphModel
import GraphStore

// Changing what is there.

extension Compilation {
  /// `SET`.
  func set(_ plan: Plan, _ items: [BoundSetItem], _ sink: @escaping Sink) -> Run {
    let setters = setters(items)
    return compile(before: plan) { frame throws(CypherError) in
      for set in setters { try set(frame) }
      return try sink(frame)
    }
  }

  /// The changes of a `SET`, one after the other.
  func setters(_ items: [BoundSetItem]) -> [(Frame) throws(CypherError) -> Void] {
    items.map { item in
      switch item {
      case .property(let target, let key, let value): propertySetter(target, key, value)
      case .replace(let slot, let value): mapSetter(slot, value, replacing: true)
      case .merge(let slot, let value): mapSetter(slot, value, replacing: false)
      case .labels(let slot, let names): labelSetter(slot) { $0 + names.map { Label($0) } }
      }
    }
  }

  /// `REMOVE`.
  func remove(_ plan: Plan, _ items: [BoundRemoveItem], _ sink: @escaping Sink) -> Run {
    let changes = items.map { item in
      switch item {
      case .property(let target, let key):
        propertySetter(target, key, BoundExpression(.constant(.null), .any, target.range))
      case .labels(let slot, let names): labelSetter(slot) { $0.filter { !names.contains($0.name) } }
      }
    }
    return compile(before: plan) { frame throws(CypherError) in
      for change in changes { try change(frame) }
      return try sink(frame)
    }
  }

  private func propertySetter(_ target: BoundExpression, _ key: BoundExpression, _ value: BoundExpression)
    -> (Frame) throws(CypherError) -> Void
  {
    let (element, name, content) = (evaluation(target), evaluation(key), evaluation(value))
    return { frame throws(CypherError) in
      guard let key = try name(frame).text else {
        throw CypherError(.type, .runtime, .invalidArgumentType, "the key of a property must be a text", at: key.range)
      }
      let new = try storable(try content(frame), key, at: value.range)
      switch try element(frame) {
      case .null: return
      case .node(let node):
        try frame.context.checkExists(node, at: target.range)
        try frame.update(PropertyKey(key), of: node, to: new, at: target.range)
      case .edge(let edge):
        try frame.context.checkExists(edge, at: target.range)
        frame.graph.set(PropertyKey(key), of: edge, to: new)
      case let other: throw notAnElement(other, at: target.range)
      }
    }
  }

  private func mapSetter(_ slot: Slot, _ value: BoundExpression, replacing: Bool)
    -> (Frame) throws(CypherError) -> Void
  {
    let content = evaluation(value)
    return { frame throws(CypherError) in
      let element = frame[slot]
      if element.isNull { return }
      var entries: [ValueMap.Entry] = []
      switch try content(frame) {
      case .node(let node): entries = frame.graph.properties(of: node).map { .init(key: $0.key.name, value: $0.value) }
      case .edge(let edge): entries = frame.graph.properties(of: edge).map { .init(key: $0.key.name, value: $0.value) }
      case let other: entries = try mapEntries(other, at: value.range)
      }
      let known = replacing ? Set(entries.map(\.key)) : []
      var changes: [(PropertyKey, Value)] = []
      for entry in entries {
        changes.append((PropertyKey(entry.key), try storable(entry.value, entry.key, at: value.range)))
      }
      switch element {
      case .node(let node):
        try frame.context.checkExists(node, at: value.range)
        let gone = replacing ? frame.graph.properties(of: node).map(\.key).filter { !known.contains($0.name) } : []
        for (key, new) in gone.map({ ($0, Value.null) }) + changes {
          try frame.update(key, of: node, to: new, at: value.range)
        }
      case .edge(let edge):
        try frame.context.checkExists(edge, at: value.range)
        let gone = replacing ? frame.graph.properties(of: edge).map(\.key).filter { !known.contains($0.name) } : []
        for (key, value) in gone.map({ ($0, Value.null) }) + changes { frame.graph.set(key, of: edge, to: value) }
      default: throw notAnElement(element, at: value.range)
      }
    }
  }

  private func labelSetter(_ slot: Slot, _ change: @escaping ([Label]) -> [Label])
    -> (Frame) throws(CypherError) -> Void
  {
    { frame throws(CypherError) in
      switch frame[slot] {
      case .null: return
      case .node(let node):
        try frame.context.checkExists(node)
        do throws(ConstraintViolation) {
          try frame.graph.updateLabels(of: node, to: change(frame.graph.labels(of: node)))
        } catch {
          throw .violation(error, at: nil)
        }
      case let other: throw notAnElement(other, at: nil)
      }
    }
  }

  /// `DELETE`: when all rows have been taken, first the relationships go, then the nodes, then the rows go on.
  func delete(_ plan: Plan, _ isDetaching: Bool, _ targets: [BoundExpression], _ kept: [Slot], _ sink: @escaping Sink)
    -> Run
  {
    let values = targets.map { (evaluation($0), $0.range) }
    let doomed = Doomed()
    let run = compile(before: plan) { frame throws(CypherError) in
      for (value, range) in values { try doomed.add(try value(frame), at: range) }
      frame.save(kept, into: &doomed.values)
      doomed.rows += 1
      return true
    }
    return { frame throws(CypherError) in
      doomed.clear()
      _ = try run(frame)
      try doomed.delete(from: frame, isDetaching: isDetaching)
      let (values, rows) = (doomed.values, doomed.rows)
      for row in 0..<rows {
        frame.restore(kept, from: values, at: row * kept.count)
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

private func notAnElement(_ value: Value, at range: SourceRange?) -> CypherError {
  CypherError(
    .type, .runtime, .invalidArgumentType, "only nodes and relationships can be changed, this is \(value.literal)",
    at: range)
}

/// What is to be deleted.
private final class Doomed {
  private var nodes: [NodeID] = []
  private var edges: [EdgeID] = []
  private var places: [NodeID: SourceRange] = [:]
  var rows = 0
  var values: [Value] = []

  func clear() {
    values = []
    nodes = []
    edges = []
    places = [:]
    rows = 0
  }

  func add(_ value: Value, at range: SourceRange) throws(CypherError) {
    switch value {
    case .null: break
    case .node(let node):
      nodes.append(node)
      places[node] = range
    case .edge(let edge): edges.append(edge)
    case .path(let path):
      nodes += path.nodes
      edges += path.edges
      for node in path.nodes { places[node] = range }
    default:
      throw CypherError(
        .type, .runtime, .invalidArgumentType, "DELETE takes nodes, relationships and paths, this is \(value.literal)",
        at: range)
    }
  }

  func delete(from frame: Frame, isDetaching: Bool) throws(CypherError) {
    frame.context.hasDeleted = frame.context.hasDeleted || !edges.isEmpty || !nodes.isEmpty
    for edge in edges { frame.graph.removeEdge(edge) }
    for node in nodes where frame.graph.contains(node) {
      let degree = isDetaching ? 0 : frame.graph.degree(of: node)
      if degree > 0 {
        throw CypherError(
          .constraint, .runtime, .deleteConnectedNode,
          "the node cannot be deleted: it still has \(degree) relationship\(degree == 1 ? "" : "s")", at: places[node],
          suggestion: "DETACH DELETE deletes them as well")
      }
    }
    for node in nodes { frame.graph.removeNode(node) }
  }
}

extension Frame {
  /// Changes a property of a node unless a unique constraint speaks against it.
  fileprivate func update(_ key: PropertyKey, of node: NodeID, to value: Value, at range: SourceRange)
    throws(CypherError)
  {
    do throws(ConstraintViolation) {
      try graph.update(key, of: node, to: value)
    } catch {
      throw .violation(error, at: range)
    }
  }
}
