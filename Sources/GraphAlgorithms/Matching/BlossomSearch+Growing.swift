extension BlossomSearch {
  /// What bounds the next change of prices.
  private enum Bound {
    /// The price of an outer vertex falls to 0.
    case price(vertex: Int)
    /// An edge from an outer blossom to one that is in no tree becomes tight, or one between two outer ones.
    case edge(Int)
    /// The surcharge of an inner blossom falls to 0.
    case surcharge(blossom: Int)
  }

  /// Grows the trees and changes prices until the matching gets better; returns whether it did.
  mutating func grow() -> Bool {
    while true {
      while let vertex = queue.popLast() { if scan(vertex) { return true } }
      guard let (bound, change) = nextBound() else { return false }
      changePrices(by: change)
      switch bound {
      case .price(let vertex):
        flip(from: vertex, to: -1)
        return true
      case .edge(let edge):
        tightSince[edge] = stage
        let low = Int(edges[edge].low)
        queue.append(marks[outermost[low]] == .outer ? low : Int(edges[edge].high))
      case .surcharge(let blossom):
        expand(blossom, atEndOfStage: false)
      }
    }
  }

  /// Looks at all edges of an outer vertex; returns whether the matching got better.
  private mutating func scan(_ vertex: Int) -> Bool {
    for position in offsets[vertex]..<offsets[vertex + 1] {
      let arc = arcs[position]
      let target = Int(arc.target)
      if outermost[vertex] == outermost[target] { continue }
      let slack = duals[vertex] + duals[target] - arc.cost
      let edge = Int(arc.end) >> 1
      if slack <= negligible, slack <= 0 || tightSince[edge] == stage {
        tightSince[edge] = stage
        if follow(Int(arc.end), from: vertex, to: target) { return true }
      } else if marks[outermost[target]] == .outer {
        let blossom = outermost[vertex]
        if nearest[blossom] < 0 || slack < self.slack(of: nearest[blossom]) { nearest[blossom] = edge }
      } else if marks[target] == .free {
        if nearest[target] < 0 || slack < self.slack(of: nearest[target]) { nearest[target] = edge }
      }
    }
    return false
  }

  /// Uses a tight edge that leaves an outer vertex; returns whether the matching got better.
  private mutating func follow(_ end: Int, from vertex: Int, to target: Int) -> Bool {
    let blossom = outermost[target]
    switch marks[blossom] {
    case .free:
      if mates[bases[blossom]] < 0 {
        augment(over: end / 2)
        return true
      }
      assign(.inner, to: target, through: end ^ 1)
    case .outer, .visited:
      let base = commonBase(vertex, target)
      guard base >= 0 else {
        augment(over: end / 2)
        return true
      }
      contract(end / 2, base: base)
    case .inner:
      if marks[target] == .free {
        marks[target] = .inner
        entries[target] = end ^ 1
      }
    }
    return false
  }

  /// Marks the outermost blossom of a vertex; behind an inner one its partner becomes outer.
  mutating func assign(_ mark: Mark, to vertex: Int, through end: Int) {
    let blossom = outermost[vertex]
    for name in [vertex, blossom] {
      marks[name] = mark
      entries[name] = end
      nearest[name] = -1
    }
    if mark == .outer {
      enqueue(blossom)
    } else {
      let mate = mates[bases[blossom]]
      assign(.outer, to: self.vertex(at: mate), through: mate ^ 1)
    }
  }

  private mutating func enqueue(_ blossom: Int) {
    if blossom < vertexCount { return queue.append(blossom) }
    for child in children[blossom] { enqueue(child) }
  }

  /// Calls `body` for each vertex of a blossom.
  func forEachVertex(of blossom: Int, _ body: (Int) -> Void) {
    if blossom < vertexCount { return body(blossom) }
    for child in children[blossom] { forEachVertex(of: child, body) }
  }

  /// The base of the first outer blossom that is on the way of both vertices to their roots; -1 for different trees.
  private mutating func commonBase(_ first: Int, _ second: Int) -> Int {
    var path: [Int] = []
    var (here, there) = (first, second)
    var base = -1
    while here >= 0 || there >= 0 {
      if here >= 0 {
        let blossom = outermost[here]
        if marks[blossom] == .visited {
          base = bases[blossom]
          break
        }
        path.append(blossom)
        marks[blossom] = .visited
        here = entries[blossom] < 0 ? -1 : grandparent(of: blossom)
      }
      if there >= 0 { swap(&here, &there) }
    }
    for blossom in path { marks[blossom] = .outer }
    return base
  }

  /// A vertex of the next outer blossom on the way to the root.
  private func grandparent(of blossom: Int) -> Int {
    let inner = outermost[vertex(at: entries[blossom])]
    return vertex(at: entries[inner])
  }

  /// How far prices can change, and why not further; nil when nothing bounds them.
  private func nextBound() -> (Bound, Weight)? {
    var best: (bound: Bound, change: Weight)?
    func offer(_ change: Weight, _ bound: @autoclosure () -> Bound) {
      if let known = best?.change, known <= change { return }
      best = (bound(), change)
    }
    for vertex in 0..<vertexCount {
      let mark = marks[outermost[vertex]]
      if mark == .outer, stopsAtZero { offer(duals[vertex], .price(vertex: vertex)) }
      if mark == .free, nearest[vertex] >= 0 { offer(slack(of: nearest[vertex]), .edge(nearest[vertex])) }
    }
    for blossom in 0..<2 * vertexCount where parents[blossom] < 0 {
      if marks[blossom] == .outer, nearest[blossom] >= 0 {
        offer(slack(of: nearest[blossom]).half, .edge(nearest[blossom]))
      } else if blossom >= vertexCount, marks[blossom] == .inner, bases[blossom] >= 0 {
        offer(duals[blossom], .surcharge(blossom: blossom))
      }
    }
    return best.map { ($0.bound, max(0, $0.change)) }
  }

  /// Outer vertices become cheaper, inner ones dearer; blossoms the other way round.
  private mutating func changePrices(by change: Weight) {
    for vertex in 0..<vertexCount {
      switch marks[outermost[vertex]] {
      case .outer: duals[vertex] -= change
      case .inner: duals[vertex] += change
      case .free, .visited: break
      }
    }
    for blossom in vertexCount..<2 * vertexCount where bases[blossom] >= 0 && parents[blossom] < 0 {
      switch marks[blossom] {
      case .outer: duals[blossom] += change
      case .inner: duals[blossom] -= change
      case .free, .visited: break
      }
    }
  }
}
