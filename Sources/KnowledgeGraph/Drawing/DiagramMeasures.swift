public import Diagrams
import GraphAlgorithms
import GraphModel

extension Diagram {
  /// The diagram with what the drawn part of the network says of each node: `community`, by the Leiden method, and
  /// `centrality`, its betweenness among the nodes drawn.
  ///
  /// - Parameter keys: Which of the two are wanted; others are ignored.
  /// - Complexity: O(nodes · edges) for the centrality.
  public func measured(_ keys: Set<String>) -> Diagram {
    guard !keys.isDisjoint(with: ["community", "centrality"]) else { return self }
    let ties = edges.filter { $0.from != $0.to }
    let network = CompressedGraph(
      vertexCount: nodes.count, edges: ties.map { ($0.from, $0.to) }, isDirected: false)
    var diagram = self
    if keys.contains("community"), let groups = try? leiden(in: network) {
      let word = language == .german ? "Gruppe" : "group"
      for (node, number) in groups.numbers.enumerated() {
        diagram.nodes[node].facts["community"] = .word("\(word) \(number + 1)", code: "G\(number + 1)")
      }
    }
    if keys.contains("centrality"), let values = try? betweenness(in: network).vertices {
      for (node, value) in values.enumerated() {
        diagram.nodes[node].facts["centrality"] = .number((value * 10).rounded() / 10)
      }
    }
    return diagram
  }
}
