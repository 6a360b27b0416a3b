import CypherSyntax
import GraphModel

// Following a piece of a path over and over.

extension Compilation {
  /// `((a)-[r]->(b) WHERE …){1,3}`: every sequence of so many repetitions that uses no relationship twice.
  func expandGroup(_ plan: Plan, _ group: GroupExpansion, _ sink: @escaping Sink) -> Run {
    let walk = GroupWalk(group, sink)
    walk.repetition = compile(group.repetition) { [unowned walk] frame throws(CypherError) in try walk.take(frame) }
    return compile(before: plan) { frame throws(CypherError) in
      guard let start = try frame.node(group.from) else { return true }
      return try walk.begin(start, frame)
    }
  }
}

/// The repetitions found so far; each begins where the one before has ended.
private final class GroupWalk {
  var repetition: Run = { _ in true }
  private let group: GroupExpansion
  private let sink: Sink
  /// For each repetition the values of its variables, then its relationships.
  private var exported: [[Value]] = []
  private var walked: [[Value]] = []
  private var target: NodeID?
  init(_ group: GroupExpansion, _ sink: @escaping Sink) {
    self.group = group
    self.sink = sink
  }

  func begin(_ start: NodeID, _ frame: Frame) throws(CypherError) -> Bool {
    exported = []
    walked = []
    target = group.isClosing ? try frame.node(group.to) : nil
    if group.isClosing, target == nil { return true }
    return try proceed(at: start, frame)
  }

  /// Hands on what was found so far, then looks for one more repetition.
  private func proceed(at node: NodeID, _ frame: Frame) throws(CypherError) -> Bool {
    if exported.count >= group.length.minimum, target == nil || target == node {
      if target == nil { frame[group.to] = .node(node) }
      for (position, export) in group.exports.enumerated() {
        let values = exported.map { $0[position] }
        frame[export.outer] = .list(group.isReversed ? values.reversed() : values)
      }
      frame[group.walked] = .list((group.isReversed ? walked.reversed() : walked).flatMap { $0 })
      if !(try sink(frame)) { return false }
    }
    if let maximum = group.length.maximum, exported.count >= maximum { return true }
    // A repetition inside another one must not disturb the search for the next way of the outer one.
    var saved: [Value] = []
    frame.save(group.written, into: &saved)
    defer { frame.restore(group.written, from: saved, at: 0) }
    frame[group.start] = .node(node)
    return try repetition(frame)
  }

  /// Takes one more repetition, unless it uses a relationship again.
  func take(_ frame: Frame) throws(CypherError) -> Bool {
    try frame.context.tick()
    var edges: [Value] = []
    for slot in group.relationships {
      if case .list(let several) = frame[slot] { edges += several } else { edges.append(frame[slot]) }
    }
    for case .edge(let edge) in edges {
      if walked.contains(where: { $0.contains(.edge(edge)) }) || frame.contains(edge, in: group.differentFrom) {
        return true
      }
    }
    guard let end = try frame.node(group.end) else { return true }
    exported.append(group.exports.map { frame[$0.inner] })
    walked.append(edges)
    defer {
      exported.removeLast()
      walked.removeLast()
    }
    return try proceed(at: end, frame)
  }
}
