extension BlossomSearch {
  /// Makes a blossom of the circle that a tight edge closes between two outer blossoms of one tree.
  mutating func contract(_ edge: Int, base: Int) {
    guard let blossom = unused.popLast() else { return }
    let root = outermost[base]
    bases[blossom] = base
    parents[blossom] = -1
    parents[root] = blossom
    var circle: [Int] = []
    var ends: [Int] = []
    var child = outermost[Int(edges[edge].low)]
    while child != root {
      parents[child] = blossom
      circle.append(child)
      ends.append(entries[child])
      child = outermost[vertex(at: entries[child])]
    }
    circle.append(root)
    circle.reverse()
    ends.reverse()
    ends.append(2 * edge)
    child = outermost[Int(edges[edge].high)]
    while child != root {
      parents[child] = blossom
      circle.append(child)
      ends.append(entries[child] ^ 1)
      child = outermost[vertex(at: entries[child])]
    }
    children[blossom] = circle
    links[blossom] = ends
    marks[blossom] = .outer
    entries[blossom] = entries[root]
    duals[blossom] = 0
    adopt(blossom)
    collectNearest(of: blossom)
  }

  /// Tells the vertices of a new blossom where they are; those that were inner are looked at as outer ones.
  private mutating func adopt(_ blossom: Int) {
    var vertices: [Int] = []
    forEachVertex(of: blossom) { vertices.append($0) }
    for vertex in vertices {
      if marks[outermost[vertex]] == .inner { queue.append(vertex) }
      outermost[vertex] = blossom
    }
  }

  /// The edges of least slack from a new blossom to each other outer blossom.
  private mutating func collectNearest(of blossom: Int) {
    var best = [Int](repeating: -1, count: 2 * vertexCount)
    func offer(_ edge: Int, to target: Int) {
      let other = outermost[target]
      guard other != blossom, marks[other] == .outer else { return }
      if best[other] < 0 || slack(of: edge) < slack(of: best[other]) { best[other] = edge }
    }
    for child in children[blossom] {
      if let known = nearestOf[child] {
        for edge in known {
          let high = Int(edges[edge].high)
          offer(edge, to: outermost[high] == blossom ? Int(edges[edge].low) : high)
        }
      } else {
        forEachVertex(of: child) { vertex in
          for position in offsets[vertex]..<offsets[vertex + 1] {
            offer(Int(arcs[position].end) >> 1, to: Int(arcs[position].target))
          }
        }
      }
    }
    for child in children[blossom] {
      nearestOf[child] = nil
      nearest[child] = -1
    }
    let kept = best.filter { $0 >= 0 }
    nearestOf[blossom] = kept
    nearest[blossom] = -1
    for edge in kept where nearest[blossom] < 0 || slack(of: edge) < slack(of: nearest[blossom]) {
      nearest[blossom] = edge
    }
  }

  /// Dissolves a blossom into its circle; during a stage its part of the tree is built anew from its children.
  mutating func expand(_ blossom: Int, atEndOfStage: Bool) {
    for child in children[blossom] {
      parents[child] = -1
      if child < vertexCount {
        outermost[child] = child
      } else if atEndOfStage, duals[child] == 0 {
        expand(child, atEndOfStage: true)
      } else {
        var vertices: [Int] = []
        forEachVertex(of: child) { vertices.append($0) }
        for vertex in vertices { outermost[vertex] = child }
      }
    }
    if !atEndOfStage, marks[blossom] == .inner { relabel(blossom) }
    marks[blossom] = .free
    entries[blossom] = -1
    children[blossom] = []
    links[blossom] = []
    bases[blossom] = -1
    nearestOf[blossom] = nil
    nearest[blossom] = -1
    unused.append(blossom)
  }

  /// Which way round the circle an even number of steps leads from a child to the base.
  private struct Walk {
    var position: Int
    let step: Int
    let isBackward: Bool
    let count: Int

    init(from position: Int, count: Int) {
      isBackward = position % 2 == 0
      step = isBackward ? -1 : 1
      self.position = isBackward ? position : position - count
      self.count = count
    }

    /// The index of the child here.
    var child: Int { (position + count) % count }
    /// The link over which the next step goes, and what turns its end towards the walk.
    var link: (index: Int, turn: Int) {
      ((position - (isBackward ? 1 : 0) + count) % count, isBackward ? 1 : 0)
    }
  }

  /// Marks the children of an inner blossom that is dissolved: the path from its entry to its base is in the tree.
  private mutating func relabel(_ blossom: Int) {
    let (circle, ends) = (children[blossom], links[blossom])
    let entry = outermost[vertex(at: entries[blossom] ^ 1)]
    var walk = Walk(from: circle.firstIndex(of: entry) ?? 0, count: circle.count)
    var end = entries[blossom]
    while walk.position != 0 {
      marks[vertex(at: end ^ 1)] = .free
      let (index, turn) = walk.link
      marks[vertex(at: ends[index] ^ turn ^ 1)] = .free
      assign(.inner, to: vertex(at: end ^ 1), through: end)
      tightSince[ends[index] / 2] = stage
      walk.position += walk.step
      let next = walk.link
      end = ends[next.index] ^ next.turn
      tightSince[end / 2] = stage
      walk.position += walk.step
    }
    let base = circle[walk.child]
    for name in [vertex(at: end ^ 1), base] {
      marks[name] = .inner
      entries[name] = end
    }
    nearest[base] = -1
    walk.position += walk.step
    while circle[walk.child] != entry {
      relabelAside(circle[walk.child])
      walk.position += walk.step
    }
  }

  /// Marks a child that is not on the path, if one of its vertices was reached from outside.
  private mutating func relabelAside(_ child: Int) {
    if marks[child] == .outer { return }
    var reached = -1
    forEachVertex(of: child) { if reached < 0, marks[$0] != .free { reached = $0 } }
    guard reached >= 0 else { return }
    marks[reached] = .free
    marks[vertex(at: mates[bases[child]])] = .free
    assign(.inner, to: reached, through: entries[reached])
  }

  /// Matches the two sides of a tight edge, each along the path to its root.
  mutating func augment(over edge: Int) {
    flip(from: Int(edges[edge].low), to: 2 * edge + 1)
    flip(from: Int(edges[edge].high), to: 2 * edge)
  }

  /// Gives a vertex a new partner (or none) and changes pairs for the others on the path to its root.
  mutating func flip(from start: Int, to partner: Int) {
    var (vertex, end) = (start, partner)
    while true {
      let blossom = outermost[vertex]
      if blossom >= vertexCount { rotate(blossom, to: vertex) }
      mates[vertex] = end
      if entries[blossom] < 0 { return }
      let inner = outermost[self.vertex(at: entries[blossom])]
      let entry = entries[inner]
      vertex = self.vertex(at: entry)
      let near = self.vertex(at: entry ^ 1)
      if inner >= vertexCount { rotate(inner, to: near) }
      mates[near] = entry
      end = entry ^ 1
    }
  }

  /// Matches the vertices of a blossom with each other, all but one, which becomes its base.
  private mutating func rotate(_ blossom: Int, to vertex: Int) {
    var inside = vertex
    while parents[inside] != blossom { inside = parents[inside] }
    if inside >= vertexCount { rotate(inside, to: vertex) }
    let (circle, ends) = (children[blossom], links[blossom])
    let start = circle.firstIndex(of: inside) ?? 0
    var walk = Walk(from: start, count: circle.count)
    while walk.position != 0 {
      walk.position += walk.step
      let (index, turn) = walk.link
      let end = ends[index] ^ turn
      if circle[walk.child] >= vertexCount { rotate(circle[walk.child], to: self.vertex(at: end)) }
      walk.position += walk.step
      if circle[walk.child] >= vertexCount { rotate(circle[walk.child], to: self.vertex(at: end ^ 1)) }
      mates[self.vertex(at: end)] = end ^ 1
      mates[self.vertex(at: end ^ 1)] = end
    }
    children[blossom] = Array(circle[start...] + circle[..<start])
    links[blossom] = Array(ends[start...] + ends[..<start])
    bases[blossom] = bases[children[blossom][0]]
  }
}
