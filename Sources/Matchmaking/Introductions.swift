import GraphAlgorithms
public import GraphModel
import NetworkVocabulary

/// A chain of people and of what they met at, along which one can be introduced.
public struct Introduction: Hashable, Sendable {
  /// The walk from whoever asks to whom it wants to meet.
  public let path: EvidencePath
  /// How strong the chain is, above 0 and below 1: the strengths of its ties as conductors in series, those at nodes that
  /// know everybody counting less (see ``TieWalk/cost(of:at:in:)``).
  public let strength: Double
  /// The actors between the two, in the order in which they are asked; empty where the two know one another.
  public let introducers: [NodeID]

  /// Whom the chain leads to.
  public var target: NodeID { path.nodes[path.nodes.count - 1] }
}

/// Who can introduce one to another.
public struct IntroductionAnswer: Sendable {
  /// Those whom the question means: the actor itself, or who carries the event, the project or the municipality.
  public let targets: [NodeID]
  /// The chains, the strongest first; each over other people or to another target.
  public let introductions: [Introduction]
  /// Whether whoever asks is one of those who carry what is meant.
  public let includesSeeker: Bool
}

extension Matchmaker {
  /// Chains of people, events and projects along which somebody can be introduced, the strongest ties first.
  ///
  /// Each step of a chain has an actor at one end, so that at every place there is somebody to ask. Chains that differ only
  /// in what the same people met at count once.
  ///
  /// - Parameters:
  ///   - goal: An actor; or an event, project or municipality, which means those who carry it.
  ///   - count: How many chains are wanted.
  /// - Complexity: O(targets × count × length × (edges + nodes log nodes)), Yen's algorithm.
  public func introductions(from seeker: NodeID, to goal: NodeID, count: Int) -> IntroductionAnswer {
    let carriers = carriers(of: goal)
    let targets = carriers.filter { $0 != seeker }
    var options = PathOptions()
    let graph = graph
    options.cost = { from, hop in
      guard graph.has(.actor, from) || graph.has(.actor, hop.neighbor) else { return nil }
      return TieWalk.cost(of: hop.edge, at: hop.neighbor, in: graph)
    }
    options.allows = { graph.has(.actor, $0) || graph.has(.event, $0) || graph.has(.project, $0) }
    options.maximumHops = 8
    var found: [Introduction] = []
    for target in targets {
      // Costs are positive, so the search has no reason to throw.
      let paths = (try? shortestPaths(from: seeker, to: target, count: count * 4, in: graph, options: options)) ?? []
      found += paths.map { path in
        Introduction(
          path: EvidencePath(path), strength: 1 / path.cost,
          introducers: path.nodes.dropFirst().dropLast().filter { graph.has(.actor, $0) })
      }
    }
    found.sort { ($0.strength, $1.path) > ($1.strength, $0.path) }
    var seen: Set<[NodeID]> = []
    // Nobody is introduced to a maker by way of another maker who could be met instead.
    let makers = Set(targets)
    let distinct = found.filter { chain in
      makers.isDisjoint(with: chain.introducers) && seen.insert(chain.introducers + [chain.target]).inserted
    }
    return IntroductionAnswer(
      targets: targets, introductions: Array(distinct.prefix(count)), includesSeeker: carriers.contains(seeker))
  }

  /// Who stands behind a node: the actor itself, or who carries an event, a project, a challenge or a municipality.
  func carriers(of node: NodeID) -> [NodeID] {
    if graph.has(.actor, node) { return [node] }
    let types: [EdgeType] =
      if graph.has(.event, node) { ["ORGANIZES"] } else if graph.has(.project, node) { [.worksOn] } else { [.worksFor] }
    let places = graph.has(.challenge, node) ? graph.neighbors(of: node, .incoming, .submits) : [node]
    let found = places.flatMap { place in types.flatMap { graph.neighbors(of: place, .incoming, $0) } }
    return Set(found.filter { graph.has(.actor, $0) }).sorted()
  }
}

extension EvidencePath: Comparable {
  /// Orders walks by their nodes, then by their edges.
  public static func < (left: EvidencePath, right: EvidencePath) -> Bool {
    if left.nodes != right.nodes { return left.nodes.lexicographicallyPrecedes(right.nodes) }
    return left.edges.lexicographicallyPrecedes(right.edges)
  }
}
