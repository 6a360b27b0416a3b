import GraphAlgorithms
import GraphModel
import NetworkVocabulary

/// Which actors know one another: through a relationship, a project or an event in which both have any part.
///
/// Programmes with their many projects, topics and municipalities make nobody acquainted. Vertices are numbered in ascending
/// order of the actors.
struct AcquaintanceNetwork {
  let actors: [NodeID]
  /// The neighbours of each vertex, ascending, each once.
  private(set) var neighbors: [[Int]]

  init(of graph: some PropertyView) {
    actors = graph.nodes(with: .actor)
    let numbers = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
    var sets = [Set<Int>](repeating: [], count: actors.count)
    for (vertex, actor) in actors.enumerated() {
      graph.forEachHop(from: actor, .either) { hop in
        if let other = numbers[hop.neighbor] {
          _ = sets[vertex].insert(other)
          return
        }
        let isMeeting =
          graph.has(.event, hop.neighbor)
          || graph.has(.project, hop.neighbor) && graph.value(.kind, of: hop.neighbor)?.text != "programme"
        guard isMeeting else { return }
        graph.forEachHop(from: hop.neighbor, .incoming) { back in
          if let other = numbers[back.neighbor] { sets[vertex].insert(other) }
        }
      }
    }
    neighbors = sets.enumerated().map { $1.subtracting([$0]).sorted() }
  }

  /// The vertices without a neighbour.
  var isolated: [Int] { neighbors.indices.filter { neighbors[$0].isEmpty } }

  /// The network as flat arrays.
  var compressed: CompressedGraph {
    let edges = neighbors.enumerated().flatMap { vertex, others in others.filter { $0 > vertex }.map { (vertex, $0) } }
    return CompressedGraph(vertexCount: actors.count, edges: edges, isDirected: false)
  }

  /// The steps from a vertex to every other; `nil` where there is no way.
  ///
  /// - Complexity: O(n + m).
  func distances(from start: Int, without removed: Int? = nil) -> [Int?] {
    var distances = [Int?](repeating: nil, count: actors.count)
    distances[start] = 0
    var frontier = [start]
    var steps = 0
    while !frontier.isEmpty {
      steps += 1
      var next: [Int] = []
      for vertex in frontier {
        for other in neighbors[vertex] where distances[other] == nil && other != removed {
          distances[other] = steps
          next.append(other)
        }
      }
      frontier = next
    }
    return distances
  }

  /// The sizes of the pieces into which the network of a vertex falls without it, largest first.
  func pieces(without vertex: Int) -> [Int] {
    var seen: Set<Int> = []
    var sizes: [Int] = []
    for neighbor in neighbors[vertex] where !seen.contains(neighbor) {
      let reached = distances(from: neighbor, without: vertex).enumerated().filter { $1 != nil }.map(\.offset)
      seen.formUnion(reached)
      sizes.append(reached.count)
    }
    return sizes.sorted(by: >)
  }

  mutating func join(_ first: Int, _ second: Int) {
    neighbors[first] = Set(neighbors[first] + [second]).sorted()
    neighbors[second] = Set(neighbors[second] + [first]).sorted()
  }
}
