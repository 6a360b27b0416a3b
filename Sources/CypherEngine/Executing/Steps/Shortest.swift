import CypherSyntax
import GraphModel
import GraphStore

// Searching for the shortest or cheapest ways between two known nodes.

extension Compilation {
  /// One or several ways, shortest or cheapest first; ways of equal cost in the order of the graph's relationships.
  func shortest(_ plan: Plan, _ search: ShortestSearch, _ sink: @escaping Sink) -> Run {
    let admission = Admission(
      TypeFilter(search.types), search.conditions.element, search.conditions.conditions.map(condition))
    let pathConditions = search.pathConditions.map(condition)
    let breadth = BreadthSearch(search, admission)
    return compile(before: plan) { frame throws(CypherError) in
      guard let start = try frame.node(search.from), let end = try frame.node(search.to) else { return true }
      let isPlain = search.selector.isSingleShortest && search.length.minimum <= 1 && pathConditions.isEmpty
      if isPlain, start != end {
        guard let edges = try breadth.shortest(from: start, to: end, frame) else { return true }
        return try frame.emit(edges, from: start, search, sink)
      }
      let best = BestFirstSearch(search, admission, start, end)
      try best.prepare(frame)
      var chosen = ChosenCosts(search.selector)
      while let (edges, cost) = try best.next(frame) {
        frame.assign(edges, from: start, search)
        if !(try pathConditions.allHold(frame)) { continue }
        if !chosen.takes(cost) { break }
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

/// Counts the paths that a selector takes, offered in ascending order of their costs.
private struct ChosenCosts {
  private let selector: PathSelector
  private var taken: [Double] = []

  init(_ selector: PathSelector) { self.selector = selector }

  mutating func takes(_ cost: Double) -> Bool {
    guard selector.count(of: taken + [cost]) == taken.count + 1 else { return false }
    taken.append(cost)
    return true
  }
}

extension PathSelector {
  fileprivate var isSingleShortest: Bool { self == .shortestPath || self == .shortest(1) }
}

extension [Condition] {
  /// Whether all conditions hold for the current row.
  func allHold(_ frame: Frame) throws(CypherError) -> Bool {
    for condition in self where !(try condition(frame)) { return false }
    return true
  }
}

extension Frame {
  /// Writes a way into the slots of its relationships and its path.
  fileprivate func assign(_ edges: [EdgeID], from start: NodeID, _ search: ShortestSearch) {
    self[search.relationship] = search.isList ? .list(edges.map { .edge($0) }) : edges.first.map { .edge($0) } ?? .null
    guard let path = search.path else { return }
    var nodes = [start]
    for edge in edges {
      let (source, target) = reader.ends(of: edge)
      nodes.append(nodes[nodes.count - 1] == source ? target : source)
    }
    self[path] = .path(GraphPath(nodes: nodes, edges: edges))
  }

  fileprivate func emit(_ edges: [EdgeID], from start: NodeID, _ search: ShortestSearch, _ sink: Sink)
    throws(CypherError) -> Bool
  {
    assign(edges, from: start, search)
    return try sink(self)
  }
}

/// Which relationships a search may take.
final class Admission {
  let types: TypeFilter
  private let element: Slot
  private let conditions: [Condition]

  init(_ types: TypeFilter, _ element: Slot, _ conditions: [Condition]) {
    self.types = types
    self.element = element
    self.conditions = conditions
  }

  @inline(__always)
  func admits(_ entry: Adjacent, _ frame: Frame) throws(CypherError) -> Bool {
    try frame.context.tick()
    if !types.isExact, !types.admits(entry.type, frame.reader) { return false }
    if conditions.isEmpty { return true }
    frame[element] = .edge(entry.edge)
    return try conditions.allHold(frame)
  }
}
