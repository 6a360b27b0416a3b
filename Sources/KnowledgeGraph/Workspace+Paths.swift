public import GraphAlgorithms
public import GraphModel
import GraphStore
public import Matchmaking
import NetworkVocabulary

/// How to look for chains between two nodes.
public struct ChainQuery: Sendable {
  /// How many different chains are wanted.
  public var count = 1
  /// Whether strong ties count as short (see `cost(of:at:in:)`) instead of each step as one.
  public var isWeighted = false
  /// The kinds of node that chains may pass through; any when empty.
  public var via: [Label] = []

  /// Asks for the shortest chain through anything.
  public init() {}
}

/// The answer to a ``ChainQuery``.
public struct ChainAnswer: Sendable {
  /// The chains, best first; empty when there is none.
  public let paths: [Path]
  /// How many nodes can be reached from the first end under the same conditions, itself included.
  public let reachedFromStart: Int
  /// How many can be reached from the second end.
  public let reachedFromEnd: Int
}

extension Workspace {
  /// Chains of relationships that lead from one node to another, each as readable text through ``chain(_:_:)``.
  ///
  /// Classifications (districts, CDO profiles) are no relationships between people and are not walked along.
  ///
  /// - Complexity: O(count × length × (edges + nodes log nodes)), Yen's algorithm.
  public func chains(from start: NodeID, to end: NodeID, _ query: ChainQuery = ChainQuery()) throws(PathError)
    -> ChainAnswer
  {
    var options = TieWalk.options(in: graph, isWeighted: query.isWeighted, throughTopics: true)
    if !query.via.isEmpty {
      let graph = graph
      let labels = query.via
      options.allows = { node in labels.contains { graph.has($0, node) } }
    }
    let paths = try shortestPaths(from: start, to: end, count: query.count, in: graph, options: options)
    func reached(_ node: NodeID) throws(PathError) -> Int {
      paths.isEmpty ? breadthFirstDistances(from: node, in: graph, options: options).reachedCount : 0
    }
    return ChainAnswer(paths: paths, reachedFromStart: try reached(start), reachedFromEnd: try reached(end))
  }

  /// A path as one line that names every relationship: `CDO der Stadt Neuss –nimmt teil an→ … ←veranstaltet– …`.
  public func chain(_ path: EvidencePath, _ language: Language) -> String {
    var text = path.nodes.first.map { name(of: $0, language) } ?? ""
    for (edge, (from, to)) in zip(path.edges, zip(path.nodes, path.nodes.dropFirst())) {
      let phrase = Relationship.of(graph.type(of: edge)).phrase[language]
      let mark = isExample(edge) ? Wording.exampleMark[language] : ""
      text += graph.ends(of: edge).source == from ? " –\(phrase)\(mark)→ " : " ←\(phrase)\(mark)– "
      text += name(of: to, language)
    }
    return text
  }
}
