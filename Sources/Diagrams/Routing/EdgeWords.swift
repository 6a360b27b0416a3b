/// Words on edges.
enum EdgeWords {
  /// Up to so many edges each carries its words; in a larger picture the legend explains the lines.
  static let limit = 12

  /// Whether edges carry words. Only `dot` keeps room for them: elsewhere they would cover nodes.
  static func areShown(in diagram: Diagram, by engine: LayoutEngine) -> Bool {
    engine == .dot && diagram.edges.count <= limit
  }

  /// The way from the middle of a line to its words.
  static func clearance(of width: Double) -> Double { width / 2 + 1 }
}

/// Places for the words of edges that are routed here: above an edge or below it, as near to its middle as nodes, other edges
/// and other words let them.
struct WordPlaces {
  /// An edge with its words.
  struct Edge {
    /// The way from middle to middle.
    var curve: [PagePoint]
    var ends: EdgeRouting.Ends
    /// The width of the line.
    var width: Double
    /// The size of the words; nothing where it has none.
    var words: Extent
  }

  let obstacles: [Obstacle]
  let edges: [Edge]

  /// The middle of the words of each edge.
  ///
  /// - Complexity: O(words · points of an edge · (nodes + edges)).
  func places() -> [PagePoint] {
    let lines = edges.map { EdgeRouting.points(along: $0.curve) }
    var taken = obstacles.map { Frame($0.centre, $0.extent) }
    return edges.indices.map { edge in
      let points = seen(lines[edge], of: edges[edge])
      guard edges[edge].words.width > 0 else { return points[points.count / 2].rounded }
      let spots = self.spots(along: points, edges[edge])
      let foreign = edges.indices.filter { $0 != edge }
      let costs = spots.map { spot in
        let frame = Frame(spot, edges[edge].words)
        let struck = foreign.count { other in
          let grown = frame.grown(by: edges[other].width / 2)
          return zip(lines[other], lines[other].dropFirst()).contains { grown.isCrossed(from: $0, to: $1) }
        }
        return 10 * taken.count { $0.meets(frame) } + struck
      }
      let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
      taken.append(Frame(spots[best], edges[edge].words))
      return spots[best]
    }
  }

  /// The points of a line outside of what it joins.
  private func seen(_ line: [PagePoint], of edge: Edge) -> [PagePoint] {
    let ends = [obstacles[edge.ends.from], obstacles[edge.ends.to]]
    let points = line.filter { point in !ends.contains { $0.touches(point, within: 0) } }
    return points.count > 2 ? points : line
  }

  /// Spots above and below a line, those in its middle first.
  private func spots(along points: [PagePoint], _ edge: Edge) -> [PagePoint] {
    let middle = points.count / 2
    let order = points.indices.dropFirst().dropLast().sorted {
      (($0 - middle).magnitude, $0) < (($1 - middle).magnitude, $1)
    }
    return order.flatMap { position in
      let (before, point, after) = (points[position - 1], points[position], points[position + 1])
      var normal = (x: before.y - after.y, y: after.x - before.x)
      let length = max((normal.x * normal.x + normal.y * normal.y).squareRoot(), 1e-9)
      // Upward, or to the right where the line is upright.
      let sign = normal.y < 0 || (normal.y == 0 && normal.x < 0) ? -1 / length : 1 / length
      normal = (normal.x * sign, normal.y * sign)
      let reach =
        normal.x.magnitude * edge.words.width / 2 + normal.y * edge.words.height / 2
        + EdgeWords.clearance(of: edge.width)
      return [1.0, -1].map {
        PagePoint(x: point.x + $0 * normal.x * reach, y: point.y + $0 * normal.y * reach).rounded
      }
    }
  }
}
