import CypherSyntax
import GraphModel
import GraphStore

// Following relationships over and over.

extension Compilation {
  /// `-[:T*1..3]-`: every walk of that many relationships that uses none twice, depth first.
  func expandRepeated(
    _ plan: Plan, _ expansion: Expansion, _ length: PatternLength, _ conditions: RepeatedConditions,
    _ sink: @escaping Sink
  ) -> Run {
    let walker = RepeatedWalk(
      expansion, length, TypeFilter(expansion.types), conditions.conditions.map(condition), conditions.element, sink)
    return compile(before: plan) { frame throws(CypherError) in
      guard let start = try frame.node(expansion.from) else { return true }
      if expansion.isClosing, try frame.node(expansion.to) == nil { return true }
      return try walker.walk(from: start, frame)
    }
  }
}

/// A depth-first search along relationships that are admitted.
private final class RepeatedWalk {
  private let expansion: Expansion
  private let length: PatternLength
  private let types: TypeFilter
  private let conditions: [Condition]
  private let element: Slot
  private let sink: Sink
  private let follows: [Bool]

  init(
    _ expansion: Expansion, _ length: PatternLength, _ types: TypeFilter, _ conditions: [Condition], _ element: Slot,
    _ sink: @escaping Sink
  ) {
    self.expansion = expansion
    self.length = length
    self.types = types
    self.conditions = conditions
    self.element = element
    self.sink = sink
    follows = expansion.arrow.directions
  }

  func walk(from start: NodeID, _ frame: Frame) throws(CypherError) -> Bool {
    var walked: [EdgeID] = []
    let target: NodeID? = expansion.isClosing ? try frame.node(expansion.to) : nil
    return try visit(start, &walked, target, frame)
  }

  private func visit(_ node: NodeID, _ walked: inout [EdgeID], _ target: NodeID?, _ frame: Frame) throws(CypherError)
    -> Bool
  {
    if walked.count >= length.minimum, target == nil || target == node {
      if target == nil { frame[expansion.to] = .node(node) }
      if expansion.isNamed {
        let edges = walked.map { Value.edge($0) }
        frame[expansion.relationship] = .list(expansion.isReversed ? edges.reversed() : edges)
      }
      if !(try sink(frame)) { return false }
    }
    if let maximum = length.maximum, walked.count >= maximum { return true }
    for isOutgoing in follows {
      for type in types.tokens(in: frame.reader) {
        for entry in frame.reader.adjacent(node, isOutgoing: isOutgoing, type: type) {
          if !isOutgoing, follows.count == 2, entry.neighbor == node { continue }
          if walked.contains(entry.edge) { continue }
          if !(try admits(entry, frame)) { continue }
          walked.append(entry.edge)
          defer { walked.removeLast() }
          if !(try visit(entry.neighbor, &walked, target, frame)) { return false }
        }
      }
    }
    return true
  }

  private func admits(_ entry: Adjacent, _ frame: Frame) throws(CypherError) -> Bool {
    try frame.context.tick()
    if !types.isExact, !types.admits(entry.type, frame.reader) { return false }
    if frame.contains(entry.edge, in: expansion.differentFrom) { return false }
    if conditions.isEmpty { return true }
    frame[element] = .edge(entry.edge)
    for condition in conditions where !(try condition(frame)) { return false }
    return true
  }
}
