import CypherSyntax
import GraphModel
import GraphStore

// Following single relationships.

extension Compilation {
  /// One relationship from a known node.
  func expand(_ plan: Plan, _ expansion: Expansion, _ sink: @escaping Sink) -> Run {
    let rule = ExpansionRule(expansion, isReading: isReading)
    let (from, to, relationship) = (expansion.from, expansion.to, expansion.relationship)
    let (isClosing, isNamed) = (expansion.isClosing, expansion.isNamed)
    let next = onward[to]
    onward[from] = rule.follows[0]
    return compile(before: plan) { frame throws(CypherError) in
      guard let node = try frame.node(from) else { return true }
      let target = isClosing ? try frame.node(to) : nil
      if isClosing, target == nil { return true }
      for isOutgoing in rule.follows {
        for type in rule.types.tokens(in: frame.reader) {
          let needsLabels = rule.needsLabels(type, isOutgoing, frame)
          let entries = frame.reader.adjacent(node, isOutgoing: isOutgoing, type: type)
          for (position, entry) in entries.enumerated() {
            if let next { frame.reader.fetchAhead(entries, after: position, isOutgoing: next) }
            if let target, entry.neighbor != target { continue }
            if !rule.admits(entry, from: node, isOutgoing, needsLabels, frame) { continue }
            try frame.context.tick()
            if !isClosing { frame[to] = .node(entry.neighbor) }
            if isNamed { frame[relationship] = .edge(entry.edge) }
            if !(try sink(frame)) { return false }
          }
        }
      }
      return true
    }
  }

  /// How many relationships a known node has, as one row; none where it has none.
  ///
  /// The number stands in the slots of the far node and of the relationship, which nothing reads but what counts them.
  func expandCount(_ plan: Plan, _ expansion: Expansion, _ sink: @escaping Sink) -> Run {
    let rule = ExpansionRule(expansion, isReading: isReading)
    let (from, to, relationship, isNamed) = (expansion.from, expansion.to, expansion.relationship, expansion.isNamed)
    onward[from] = rule.follows[0]
    return compile(before: plan) { frame throws(CypherError) in
      guard let node = try frame.node(from) else { return true }
      var count = 0
      for isOutgoing in rule.follows {
        for type in rule.types.tokens(in: frame.reader) {
          let needsLabels = rule.needsLabels(type, isOutgoing, frame)
          let entries = frame.reader.adjacent(node, isOutgoing: isOutgoing, type: type)
          if !needsLabels, rule.admitsAll {
            count += entries.count
          } else {
            for entry in entries where rule.admits(entry, from: node, isOutgoing, needsLabels, frame) { count += 1 }
          }
        }
      }
      if count == 0 { return true }
      try frame.context.tick()
      frame[to] = .integer(Int64(count))
      if isNamed { frame[relationship] = .integer(Int64(count)) }
      return try sink(frame)
    }
  }

  /// A relationship, or a list of them, that an earlier clause has found.
  func ends(_ plan: Plan, _ known: KnownRelationship, _ sink: @escaping Sink) -> Run {
    let types = TypeFilter(known.types)
    return compile(before: plan) { frame throws(CypherError) in
      let value = frame[known.relationship]
      var edges: [EdgeID] = []
      switch value {
      case .null: return true
      case .edge(let edge): edges = [edge]
      case .list(let values): for case .edge(let edge) in values { edges.append(edge) }
      default:
        throw CypherError(
          .type, .runtime, .invalidArgumentType, "a relationship was expected, this is \(value.literal)")
      }
      if edges.contains(where: { frame.contains($0, in: known.differentFrom) }) { return true }
      guard edges.allSatisfy({ types.admits(frame.reader.typeToken(of: $0), frame.reader) }) else { return true }
      return try frame.follow(edges, known, sink)
    }
  }
}

/// Which relationships an expansion follows.
private struct ExpansionRule {
  let types: TypeFilter
  /// The directions to look into: `true` for outgoing.
  let follows: [Bool]
  private let others: [Slot]
  private let farEnd: FarEnd

  init(_ expansion: Expansion, isReading: Bool) {
    types = TypeFilter(expansion.types)
    others = expansion.differentFrom
    follows = expansion.arrow.directions
    farEnd = FarEnd(expansion.labels, isReading: isReading)
  }

  /// Whether nothing but the labels at the far end can rule out a relationship of an admitted type.
  var admitsAll: Bool { types.isExact && others.isEmpty && follows.count == 1 }

  /// Whether the labels of each far node have to be looked at.
  @inline(__always)
  func needsLabels(_ type: UInt16?, _ isOutgoing: Bool, _ frame: Frame) -> Bool {
    farEnd.needsChecks(type: type, isOutgoing: isOutgoing, frame.context, frame.reader)
  }

  @inline(__always)
  func admits(_ entry: Adjacent, from node: NodeID, _ isOutgoing: Bool, _ needsLabels: Bool, _ frame: Frame) -> Bool {
    if needsLabels, !farEnd.admits(entry.neighbor, frame.reader) { return false }
    // A loop is both outgoing and incoming; undirected patterns see it once.
    if !isOutgoing, follows.count == 2, entry.neighbor == node { return false }
    if !types.isExact, !types.admits(entry.type, frame.reader) { return false }
    return others.isEmpty || !frame.contains(entry.edge, in: others)
  }
}

extension Frame {
  /// Walks along known relationships from each node at which that is possible.
  fileprivate func follow(_ edges: [EdgeID], _ known: KnownRelationship, _ sink: Sink) throws(CypherError) -> Bool {
    let starts: [NodeID]
    if known.isFromKnown {
      starts = try node(known.from).map { [$0] } ?? []
    } else if let first = edges.first {
      let (source, target) = reader.ends(of: first)
      starts = source == target ? [source] : known.arrow.directions.map { $0 ? source : target }
    } else if let end = known.isToKnown ? try node(known.to) : nil {
      starts = [end]
    } else {
      starts = []
    }
    for start in starts {
      guard let end = walk(edges, from: start, known.arrow) else { continue }
      if known.isToKnown, try node(known.to) != end { continue }
      self[known.from] = .node(start)
      self[known.to] = .node(end)
      if !(try sink(self)) { return false }
    }
    return true
  }

  private func walk(_ edges: [EdgeID], from start: NodeID, _ arrow: RelationshipPattern.Arrow) -> NodeID? {
    var node = start
    for edge in edges {
      let (source, target) = reader.ends(of: edge)
      if node == source, arrow != .left {
        node = target
      } else if node == target, arrow != .right {
        node = source
      } else {
        return nil
      }
    }
    return node
  }

  /// The node in a slot; `nil` for null.
  @inline(__always)
  func node(_ slot: Slot) throws(CypherError) -> NodeID? {
    switch self[slot] {
    case .node(let node): return node
    case .null: return nil
    default:
      throw CypherError(
        .type, .runtime, .invalidArgumentType, "a node was expected, this is \(self[slot].literal)")
    }
  }

  /// Whether a relationship is one of those in some slots, or in lists there.
  func contains(_ edge: EdgeID, in slots: [Slot]) -> Bool {
    for slot in slots {
      switch self[slot] {
      case .edge(edge): return true
      case .list(let values): if values.contains(.edge(edge)) { return true }
      default: continue
      }
    }
    return false
  }
}

extension RelationshipPattern.Arrow {
  /// The directions to look into: `true` for outgoing.
  var directions: [Bool] {
    switch self {
    case .right: [true]
    case .left: [false]
    case .either: [true, false]
    }
  }
}
