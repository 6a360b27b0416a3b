public import GraphModel

/// A graph with random edges, among them loops and parallel ones; the same for the same seed.
public func randomGraph(nodes: Int, edges: Int, seed: UInt64) -> AdjacencyGraph {
  var generator = SeededGenerator(seed: seed)
  return AdjacencyGraph(
    nodes: nodes,
    edges: (0..<(nodes > 0 ? edges : 0)).map { _ in
      (Int.random(in: 0..<nodes, using: &generator), Int.random(in: 0..<nodes, using: &generator))
    })
}

/// Small random costs of edges, by id; few different ones, so that many paths cost the same, and 0 among them.
public func randomCosts(edges: Int, seed: UInt64) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  return (0..<edges).map { _ in Double(Int.random(in: 0...4, using: &generator)) / 2 }
}

/// A random word of a few letters; the same state of the generator gives the same word.
public func randomWord(
  of letters: String, upTo length: Int, using generator: inout some RandomNumberGenerator
) -> String {
  let letters = Array(letters)
  return String(
    (0..<Int.random(in: 0...length, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) })
}

/// Names a node by its number.
public func node(_ number: Int) -> NodeID { NodeID(rawValue: UInt32(number)) }
