import CypherSyntax
import GraphModel
import GraphStore

// Values of paths, and choosing among paths.

extension Compilation {
  /// `p = (a)-[r]->(b)`: the path from the values of its elements.
  func buildPath(
    _ plan: Plan, _ slot: Slot, _ nodes: [Slot], _ steps: [PathStep], _ sink: @escaping Sink
  ) -> Run {
    compile(before: plan) { frame throws(CypherError) in
      frame[slot] = frame.path(nodes, steps)
      return try sink(frame)
    }
  }

  /// Keeps, of the paths between two nodes, those that the selector admits: shortest first, equal ones in the order in which they
  /// were found.
  func selectPaths(_ plan: Plan, _ selection: PathSelection, _ sink: @escaping Sink) -> Run {
    let found = FoundPaths()
    let search = compile(selection.search) { frame throws(CypherError) in
      var values: [Value] = []
      frame.save(selection.keeping, into: &values)
      found.paths.append((try frame.cost(of: selection), values))
      try frame.context.checkMemory(holding: found.paths.count * values.count)
      return true
    }
    return compile(before: plan) { frame throws(CypherError) in
      found.paths = []
      _ = try search(frame)
      let order = found.paths.indices.sorted { left, right in
        let (first, second) = (found.paths[left].cost, found.paths[right].cost)
        return first != second ? first < second : left < right
      }
      let costs = order.map { found.paths[$0].cost }
      let paths = found.paths
      for position in order.prefix(selection.selector.count(of: costs)) {
        frame.restore(selection.keeping, from: paths[position].values, at: 0)
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

private final class FoundPaths {
  var paths: [(cost: Double, values: [Value])] = []
}

extension PathSelector {
  /// How many of the paths with these ascending costs count.
  func count(of costs: [Double]) -> Int {
    switch self {
    case .all: return costs.count
    case .shortestPath: return min(1, costs.count)
    case .shortest(let count), .cheapest(let count, _): return min(count, costs.count)
    case .allShortestPaths, .allShortest: return costs.prefix { $0 == costs.first }.count
    case .shortestGroups(let groups):
      var different: [Double] = []
      return costs.prefix { cost in
        if different.last != cost { different.append(cost) }
        return different.count <= groups
      }.count
    }
  }
}

extension Frame {
  /// The path through nodes and steps; null where an element is null.
  func path(_ nodes: [Slot], _ steps: [PathStep]) -> Value {
    guard case .node(let first) = self[nodes[0]] else { return .null }
    var visited = [first]
    var edges: [EdgeID] = []
    for (position, step) in steps.enumerated() {
      switch step {
      case .relationship(let slot):
        guard case .edge(let edge) = self[slot], case .node(let next) = self[nodes[position + 1]] else { return .null }
        edges.append(edge)
        visited.append(next)
      case .list(let slot):
        guard case .list(let values) = self[slot] else { return .null }
        for case .edge(let edge) in values {
          let (source, target) = reader.ends(of: edge)
          visited.append(visited[visited.count - 1] == source ? target : source)
          edges.append(edge)
        }
      }
    }
    return .path(GraphPath(nodes: visited, edges: edges))
  }

  fileprivate func cost(of selection: PathSelection) throws(CypherError) -> Double {
    var edges: [EdgeID] = []
    for step in selection.steps {
      switch step {
      case .relationship(let slot): if case .edge(let edge) = self[slot] { edges.append(edge) }
      case .list(let slot):
        if case .list(let values) = self[slot] { for case .edge(let edge) in values { edges.append(edge) } }
      }
    }
    guard case .cheapest(_, let key) = selection.selector else { return Double(edges.count) }
    var total = 0.0
    for edge in edges { total += try cost(of: edge, key) }
    return total
  }

  /// The cost of a relationship: a property that must be a number, 0 or more.
  func cost(of edge: EdgeID, _ key: Name) throws(CypherError) -> Double {
    let value = graph.value(PropertyKey(key.text), of: edge) ?? .null
    guard let cost = value.number, cost >= 0 else {
      throw CypherError(
        .type, .runtime, .invalidArgumentValue,
        "the property '\(key.text)' of a relationship on the way is \(value.literal); costs must be numbers of 0 or more",
        at: key.range)
    }
    return cost
  }
}
