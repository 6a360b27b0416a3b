import CypherSyntax
import GraphModel
import GraphStore

/// Breadth-first search from both ends: the side with fewer nodes at its edge goes on, until the two sides meet.
///
/// The node at which they meet first, in the order of the search, decides among ways of equal length.
final class BreadthSearch {
  private let search: ShortestSearch
  private let admission: Admission
  @exclusivity(unchecked) private var forward: Side
  @exclusivity(unchecked) private var backward: Side

  init(_ search: ShortestSearch, _ admission: Admission) {
    self.search = search
    self.admission = admission
    forward = Side(directions: search.arrow.directions)
    backward = Side(directions: search.arrow.turned.directions)
  }

  /// What one side has reached. The arrays are as long as the graph has nodes and are kept from search to search; a stamp tells whether
  /// an entry belongs to this one.
  private struct Side {
    let directions: [Bool]
    var stamps: [UInt32] = []
    var stamp: UInt32 = 0
    var edges: [EdgeID] = []
    var previous: [NodeID] = []
    var frontier: [NodeID] = []
    var depth = 0

    init(directions: [Bool]) { self.directions = directions }

    mutating func begin(at node: NodeID, bound: Int) {
      if stamps.count < bound || stamp == .max {
        stamps = Array(repeating: 0, count: bound)
        edges = Array(repeating: EdgeID(rawValue: 0), count: bound)
        previous = Array(repeating: NodeID(rawValue: 0), count: bound)
        stamp = 0
      }
      stamp += 1
      stamps[node.index] = stamp
      frontier = [node]
      depth = 0
    }

    func hasReached(_ node: NodeID) -> Bool { stamps[node.index] == stamp }

    mutating func reach(_ node: NodeID, by edge: EdgeID, from other: NodeID) {
      stamps[node.index] = stamp
      edges[node.index] = edge
      previous[node.index] = other
    }

    /// The edges from a node back to where the side began.
    func trail(from node: NodeID, to start: NodeID) -> [EdgeID] {
      var edges: [EdgeID] = []
      var node = node
      while node != start {
        edges.append(self.edges[node.index])
        node = previous[node.index]
      }
      return edges
    }
  }

  /// The edges of a shortest way between two different nodes; `nil` where there is none.
  func shortest(from start: NodeID, to end: NodeID, _ frame: Frame) throws(CypherError) -> [EdgeID]? {
    forward.begin(at: start, bound: frame.reader.nodeBound)
    backward.begin(at: end, bound: frame.reader.nodeBound)
    while !forward.frontier.isEmpty, !backward.frontier.isEmpty {
      if let maximum = search.length.maximum, forward.depth + backward.depth >= maximum { return nil }
      let isForward = forward.frontier.count <= backward.frontier.count
      let meeting =
        isForward
        ? try advance(&forward, towards: backward, frame) : try advance(&backward, towards: forward, frame)
      guard let meeting else { continue }
      return forward.trail(from: meeting, to: start).reversed() + backward.trail(from: meeting, to: end)
    }
    return nil
  }

  /// Goes one relationship further on one side; the answer is the first node that the other side has reached as well.
  private func advance(_ side: inout Side, towards other: borrowing Side, _ frame: Frame) throws(CypherError)
    -> NodeID?
  {
    var next: [NodeID] = []
    side.depth += 1
    for node in side.frontier {
      for isOutgoing in side.directions {
        for type in admission.types.tokens(in: frame.reader) {
          for entry in frame.reader.adjacent(node, isOutgoing: isOutgoing, type: type) {
            if side.hasReached(entry.neighbor) { continue }
            if !(try admission.admits(entry, frame)) { continue }
            side.reach(entry.neighbor, by: entry.edge, from: node)
            if other.hasReached(entry.neighbor) { return entry.neighbor }
            next.append(entry.neighbor)
          }
        }
      }
    }
    side.frontier = next
    return nil
  }
}
