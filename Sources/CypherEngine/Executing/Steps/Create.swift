import CypherSyntax
import GraphModel
import GraphStore

// Making nodes and relationships.

extension Compilation {
  /// `CREATE`: the elements of the pattern that are not bound yet.
  func create(_ plan: Plan, _ pattern: BoundPattern, _ sink: @escaping Sink) -> Run {
    let maker = PatternMaker(pattern, self)
    return compile(before: plan) { frame throws(CypherError) in
      try maker.make(frame)
      return try sink(frame)
    }
  }

  /// `MERGE`: what the search finds; what is missing as a whole is made.
  func merge(
    _ plan: Plan, _ pattern: BoundPattern, _ search: Plan, _ onCreate: [BoundSetItem], _ onMatch: [BoundSetItem],
    _ sink: @escaping Sink
  ) -> Run {
    let maker = PatternMaker(pattern, self)
    let created = setters(onCreate)
    let matched = setters(onMatch)
    var introduced: Set<Slot> = []
    pattern.collectSlots(into: &introduced)
    let kept = introduced.sorted()
    let found = FoundRows()
    let run = compile(search) { frame throws(CypherError) in
      frame.save(kept, into: &found.values)
      found.count += 1
      return true
    }
    return compile(before: plan) { frame throws(CypherError) in
      try maker.checkMergeable(frame)
      found.values = []
      found.count = 0
      _ = try run(frame)
      if found.count == 0 {
        try maker.make(frame)
        for set in created { try set(frame) }
        return try sink(frame)
      }
      let (values, count) = (found.values, found.count)
      for row in 0..<count {
        frame.restore(kept, from: values, at: row * kept.count)
        for set in matched { try set(frame) }
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

private final class FoundRows {
  var values: [Value] = []
  var count = 0
}

/// Makes the elements of a pattern.
private struct PatternMaker {
  private struct Element {
    let slot: Slot
    let isBound: Bool
    let properties: [(key: PropertyKey, value: Evaluation, range: SourceRange)]
    let map: Evaluation?
    let range: SourceRange
  }

  private let pattern: BoundPattern
  private let nodes: [Element]
  private let relationships: [Element]
  private let paths: [(slot: Slot, nodes: [Slot], steps: [PathStep])]

  init(_ pattern: BoundPattern, _ compilation: Compilation) {
    self.pattern = pattern
    func properties(_ entries: [(key: String, value: BoundExpression)])
      -> [(key: PropertyKey, value: Evaluation, range: SourceRange)]
    {
      entries.map { (PropertyKey($0.key), compilation.evaluation($0.value), $0.value.range) }
    }
    nodes = pattern.nodes.map { node in
      Element(
        slot: node.slot, isBound: node.isBound, properties: properties(node.properties),
        map: node.propertyMap.map(compilation.evaluation), range: node.range)
    }
    let described = pattern.steps.compactMap { step in
      if case .relationship(let relationship) = step.kind { relationship } else { nil }
    }
    relationships = described.map { relationship in
      Element(
        slot: relationship.slot, isBound: relationship.isBound, properties: properties(relationship.properties),
        map: relationship.propertyMap.map(compilation.evaluation), range: relationship.range)
    }
    paths = pattern.paths.compactMap { path in
      guard let slot = path.slot else { return nil }
      let steps = path.steps.map { PathStep.relationship(described[$0].slot) }
      return (slot, path.nodes.map { pattern.nodes[$0].slot }, steps)
    }
  }

  /// Makes all elements that are not bound, in the order of the pattern.
  func make(_ frame: Frame) throws(CypherError) {
    for (element, description) in zip(nodes, pattern.nodes) where !element.isBound {
      let labels = description.labels?.names ?? []
      let properties = try values(of: element, frame)
      do throws(ConstraintViolation) {
        frame[element.slot] = .node(try frame.graph.insertNode(labels.map { Label($0) }, properties))
      } catch {
        throw .violation(error, at: element.range)
      }
    }
    for (element, step) in zip(relationships, pattern.steps) {
      guard case .relationship(let relationship) = step.kind, let type = relationship.types?.names.first else {
        continue
      }
      let isTurned = relationship.arrow == .left
      let source = try end(isTurned ? step.to : step.from, frame)
      let target = try end(isTurned ? step.from : step.to, frame)
      let properties = try values(of: element, frame)
      frame[element.slot] = .edge(frame.graph.addEdge(EdgeType(type), from: source, to: target, properties))
    }
    for path in paths { frame[path.slot] = frame.path(path.nodes, path.steps) }
  }

  private func end(_ node: Int, _ frame: Frame) throws(CypherError) -> NodeID {
    guard let found = try frame.node(nodes[node].slot) else {
      throw CypherError(
        .semantic, .runtime, .invalidArgumentValue, "a relationship cannot begin or end at a missing node (null)",
        at: nodes[node].range)
    }
    try frame.context.checkExists(found, at: nodes[node].range)
    return found
  }

  private func values(of element: Element, _ frame: Frame) throws(CypherError) -> [(PropertyKey, Value)] {
    var values: [(PropertyKey, Value)] = []
    for (key, value, range) in element.properties {
      values.append((key, try storable(try value(frame), key.name, at: range)))
    }
    if let map = element.map {
      for entry in try mapEntries(try map(frame), at: element.range) {
        values.append((PropertyKey(entry.key), try storable(entry.value, entry.key, at: element.range)))
      }
    }
    return values
  }

  /// What is unknown can be neither found nor made.
  func checkMergeable(_ frame: Frame) throws(CypherError) {
    for element in nodes + relationships where !element.isBound {
      for (key, value, range) in element.properties where try value(frame).isNull {
        throw CypherError(
          .semantic, .runtime, .mergeReadOwnWrites,
          "MERGE cannot look for the property '\(key)' because its value is null", at: range)
      }
    }
    for element in nodes where element.isBound {
      if frame[element.slot].isNull {
        throw CypherError(
          .semantic, .runtime, .invalidArgumentValue, "MERGE cannot join a missing node (null)", at: element.range)
      }
    }
  }
}

extension LabelExpression {
  /// The labels of a plain list such as `:A:B`.
  var names: [String] {
    switch self {
    case .name(let name): [name.text]
    case .and(let left, let right), .or(let left, let right): left.names + right.names
    case .any, .not: []
    }
  }
}

/// The entries of a map; null has none.
func mapEntries(_ value: Value, at range: SourceRange) throws(CypherError) -> [ValueMap.Entry] {
  switch value {
  case .map(let map): return map.entries
  case .null: return []
  default:
    throw CypherError(
      .type, .runtime, .invalidArgumentType, "a map of properties was expected, this is \(value.literal)", at: range)
  }
}

/// A value that a property may have: no map, no element of the graph, and lists only of such values.
func storable(_ value: Value, _ key: String, at range: SourceRange) throws(CypherError) -> Value {
  func isSimple(_ value: Value) -> Bool {
    switch value {
    case .boolean, .integer, .float, .string, .temporal, .point: true
    case .null, .list, .map, .node, .edge, .path: false
    }
  }
  switch value {
  case .list(let items) where items.allSatisfy(isSimple): return value
  case .list, .map, .node, .edge, .path:
    throw CypherError(
      .type, .runtime, .invalidPropertyType,
      "the property '\(key)' cannot hold \(value.literal): properties are numbers, texts, truth values, temporal values, points, and lists of these",
      at: range)
  case .null, .boolean, .integer, .float, .string, .temporal, .point: return value
  }
}
