import Foundation
public import GraphModel
import NetworkVocabulary

/// The tree of topics with how much each says about whoever works on it.
///
/// The information content of a topic is `-ln((n + 1) / (N + 1))`, where n counts the actors and projects linked to
/// the topic or to one below it, and N all such links: a rare topic says much, the root says nothing. Two topics are
/// as alike as the content that they share (Lin, *An Information-Theoretic Definition of Similarity*, ICML 1998):
/// twice the content of their closest common ancestor over the sum of theirs. A topic directly above or below another
/// counts at least one half, halved again with each further step: in a small network contents say little.
public struct TopicTaxonomy: Sendable {
  private let parents: [NodeID: NodeID]
  private let contents: [NodeID: Double]

  /// Reads the tree and counts the links.
  ///
  /// - Complexity: O(topics × depth + links).
  public init(of graph: some PropertyView) {
    var parents: [NodeID: NodeID] = [:]
    var counts: [NodeID: Int] = [:]
    let topics = graph.nodes(with: .topic)
    for topic in topics { parents[topic] = graph.neighbors(of: topic, .outgoing, .broader).first }
    var total = 0
    for topic in topics {
      let links =
        graph.neighbors(of: topic, .incoming, .covers).count + graph.neighbors(of: topic, .incoming, .about).count
      total += links
      for ancestor in TopicTaxonomy.trail(from: topic, parents) { counts[ancestor, default: 0] += links }
    }
    self.parents = parents
    contents = Dictionary(
      uniqueKeysWithValues: topics.map { ($0, log(Double(total + 1)) - log(Double(counts[$0, default: 0] + 1))) })
  }

  /// How much a topic says: 0 for one that everybody has, more the rarer it is.
  public func content(of topic: NodeID) -> Double { contents[topic] ?? 0 }

  /// How alike two topics are, in 0...1; 1 only for the same topic.
  ///
  /// - Complexity: O(depth²).
  public func likeness(_ left: NodeID, _ right: NodeID) -> Double {
    if left == right { return 1 }
    guard let shared = commonAncestor(left, right) else { return 0 }
    let sum = content(of: left) + content(of: right)
    // Below 1 also where a topic and its only child are linked to by the same records.
    let lin = sum > 0 ? min(0.95, 2 * content(of: shared) / sum) : 0
    guard shared == left || shared == right else { return lin }
    let steps = TopicTaxonomy.trail(from: shared == left ? right : left, parents).firstIndex(of: shared) ?? 0
    return max(lin, exp2(-Double(steps)))
  }

  /// How alike two sets of topics are, in 0...1: the mean, weighted by content, of the best likeness of each topic of
  /// either set within the other.
  func likeness(_ left: [NodeID], _ right: [NodeID]) -> Double {
    var sum = 0.0
    var total = 0.0
    for (from, to) in [(left, right), (right, left)] {
      for topic in from {
        let weight = content(of: topic)
        sum += weight * (to.map { likeness(topic, $0) }.max() ?? 0)
        total += weight
      }
    }
    return total > 0 ? sum / total : 0
  }

  /// The lowest topic that lies above both, or is one of them.
  public func commonAncestor(_ left: NodeID, _ right: NodeID) -> NodeID? {
    let above = Set(TopicTaxonomy.trail(from: left, parents))
    return TopicTaxonomy.trail(from: right, parents).first(where: above.contains)
  }

  /// The topics on the way from one to another: up to their common ancestor and down again.
  ///
  /// - Returns: Both ends with what lies between; only the first and the last where nothing lies above both.
  func climb(from first: NodeID, to last: NodeID) -> [NodeID] {
    if first == last { return [first] }
    guard let top = commonAncestor(first, last) else { return [first, last] }
    let up = Self.trail(from: first, parents).prefix { $0 != top }
    let down = Self.trail(from: last, parents).prefix { $0 != top }
    return Array(up) + [top] + Array(down.reversed())
  }

  /// A topic and all above it, upwards.
  func trail(from topic: NodeID) -> [NodeID] { Self.trail(from: topic, parents) }

  /// A topic and all above it, upwards.
  private static func trail(from topic: NodeID, _ parents: [NodeID: NodeID]) -> [NodeID] {
    var trail = [topic]
    // Loading rejects circles; a graph from elsewhere may have them.
    while let last = trail.last, let parent = parents[last], !trail.contains(parent) { trail.append(parent) }
    return trail
  }
}
