import CypherSyntax
import GraphModel
import GraphStore

// Finding the first node of a pattern.

extension Compilation {
  /// Every node of the graph.
  func scan(_ plan: Plan, _ slot: Slot, _ sink: @escaping Sink) -> Run {
    compile(before: plan) { frame throws(CypherError) in
      for index in 0..<UInt32(frame.reader.nodeBound) {
        let node = NodeID(rawValue: index)
        guard frame.reader.contains(node) else { continue }
        try frame.context.tick()
        frame[slot] = .node(node)
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }

  /// Every node with a label.
  func labelScan(_ plan: Plan, _ slot: Slot, _ label: String, _ sink: @escaping Sink) -> Run {
    let label = Label(label)
    return compile(before: plan) { frame throws(CypherError) in
      try Self.each(frame.graph.nodes(with: label), slot, frame, sink)
    }
  }

  /// The nodes that an index finds.
  func seek(_ plan: Plan, _ slot: Slot, _ access: IndexAccess, _ sink: @escaping Sink) -> Run {
    let label = Label(access.label)
    let key = PropertyKey(access.key)
    switch access.condition {
    case .equals(let expression):
      let value = evaluation(expression)
      return compile(before: plan) { frame throws(CypherError) in
        try Self.each(frame.graph.nodes(label, key, equalTo: try value(frame)), slot, frame, sink)
      }
    case .isIn(let expression):
      let list = evaluation(expression)
      return compile(before: plan) { frame throws(CypherError) in
        guard case .list(let values) = try list(frame) else { return true }
        var found: Set<NodeID> = []
        for value in values { found.formUnion(frame.graph.nodes(label, key, equalTo: value)) }
        return try Self.each(found.sorted(), slot, frame, sink)
      }
    case .startsWith(let expression):
      let prefix = evaluation(expression)
      return compile(before: plan) { frame throws(CypherError) in
        // Nothing but a text begins with anything.
        guard case .string(let text) = try prefix(frame) else { return true }
        let found = frame.graph.nodes(with: label, where: key, startsWith: text)
        return try Self.each(found?.sorted() ?? frame.graph.nodes(with: label), slot, frame, sink)
      }
    case .range(let lower, let upper):
      let bounds = [lower, upper].map { bound in bound.map { (evaluation($0.expression), $0.isInclusive) } }
      return compile(before: plan) { frame throws(CypherError) in
        var ends: [(value: Value, isInclusive: Bool)?] = []
        for bound in bounds {
          let end = try bound.map { bound throws(CypherError) in (value: try bound.0(frame), isInclusive: bound.1) }
          if end?.value.isNull == true { return true }
          ends.append(end)
        }
        guard ends.allSatisfy({ $0.map(\.value.isOrderedByIndexes) ?? true }),
          let found = frame.graph.nodes(with: label, where: key, from: ends[0], to: ends[1])
        else { return try Self.each(frame.graph.nodes(with: label), slot, frame, sink) }
        return try Self.each(found.sorted(), slot, frame, sink)
      }
    }
  }

  /// The node with an id.
  func nodeByID(_ plan: Plan, _ slot: Slot, _ id: BoundExpression, _ sink: @escaping Sink) -> Run {
    let id = evaluation(id)
    return compile(before: plan) { frame throws(CypherError) in
      guard let number = try id(frame).integer, let raw = UInt32(exactly: number) else { return true }
      let node = NodeID(rawValue: raw)
      guard frame.graph.contains(node) else { return true }
      frame[slot] = .node(node)
      return try sink(frame)
    }
  }

  @inline(__always)
  private static func each(_ nodes: [NodeID], _ slot: Slot, _ frame: Frame, _ sink: Sink) throws(CypherError) -> Bool {
    for node in nodes {
      try frame.context.tick()
      frame[slot] = .node(node)
      if !(try sink(frame)) { return false }
    }
    return true
  }
}

extension Value {
  /// Whether an index orders values of this kind as comparisons do.
  fileprivate var isOrderedByIndexes: Bool {
    switch self {
    case .integer, .string, .temporal(.date), .temporal(.localDateTime): true
    case .float(let number): !number.isNaN
    default: false
    }
  }
}

extension PropertyGraph {
  /// The nodes whose property equals a value as queries mean it: 1 finds 1.0 as well, null finds nothing.
  fileprivate func nodes(_ label: Label, _ key: PropertyKey, equalTo value: Value) -> [NodeID] {
    switch value {
    case .null: []
    case .integer(let number):
      merged(
        nodes(with: label, where: key, equals: value), nodes(with: label, where: key, equals: .float(Double(number))))
    case .float(let number):
      if let whole = Int64(exactly: number) {
        merged(nodes(with: label, where: key, equals: value), nodes(with: label, where: key, equals: .integer(whole)))
      } else {
        nodes(with: label, where: key, equals: value)
      }
    default: nodes(with: label, where: key, equals: value)
    }
  }

  private func merged(_ left: [NodeID], _ right: [NodeID]) -> [NodeID] {
    right.isEmpty ? left : left.isEmpty ? right : (left + right).sorted()
  }
}
