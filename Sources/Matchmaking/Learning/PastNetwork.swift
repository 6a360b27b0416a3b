import GraphModel
import NetworkVocabulary

/// A network as it was before a day: what began, or came to hold, on that day or later is not there.
///
/// Projects and events begin on their first day; what names none begins with what it is a part of, and what cannot be
/// dated at all was always there. A year stands for its last day, so that nothing is known too early. Challenges are dated by
/// their year, relationships by `since`. What was made up as an example never happened. Ids are those of the whole network.
struct PastNetwork<Whole: PropertyView>: PropertyView {
  private let whole: Whole
  private let isHidden: [Bool]
  private let hiddenEdges: Set<EdgeID>
  let nodeCount: Int
  let edgeCount: Int

  /// The network before a day.
  ///
  /// - Parameters:
  ///   - day: The day as a number of years, 2016.5; infinite for the network as it is.
  ///   - kept: A project that is there although it begins later.
  ///   - strangers: Actors whose part in that project is not known yet.
  /// - Complexity: O(nodes + edges).
  init(_ whole: Whole, before day: Double, keeping kept: NodeID? = nil, without strangers: Set<NodeID> = []) {
    var isHidden = [Bool](repeating: false, count: whole.nodeBound)
    for node in whole.nodes(with: .example) { isHidden[node.index] = true }
    for label in [Label.project, .event, .challenge] {
      for node in whole.nodes(with: label) where node != kept {
        if let start = whole.beginning(of: node), start >= day { isHidden[node.index] = true }
      }
    }
    var nodeCount = 0
    var edgeCount = 0
    var hiddenEdges: Set<EdgeID> = []
    for node in whole.nodes where !isHidden[node.index] {
      nodeCount += 1
      whole.forEachHop(from: node, .outgoing) { hop in
        if isHidden[hop.neighbor.index] { return }
        let isUnknown =
          whole.value(.example, of: hop.edge)?.boolean == true
          || (kept == hop.neighbor && strangers.contains(node)) || (kept == node && strangers.contains(hop.neighbor))
        if isUnknown || whole.value("since", of: hop.edge).flatMap(decimalYear).map({ $0 >= day }) ?? false {
          hiddenEdges.insert(hop.edge)
        } else {
          edgeCount += 1
        }
      }
    }
    self.whole = whole
    self.isHidden = isHidden
    self.hiddenEdges = hiddenEdges
    self.nodeCount = nodeCount
    self.edgeCount = edgeCount
  }

  private func isSeen(_ hop: Hop) -> Bool { !isHidden[hop.neighbor.index] && !hiddenEdges.contains(hop.edge) }

  var nodeBound: Int { whole.nodeBound }

  func contains(_ node: NodeID) -> Bool { whole.contains(node) && !isHidden[node.index] }

  func forEachHop(from node: NodeID, _ direction: Direction, _ body: (Hop) -> Void) {
    guard contains(node) else { return }
    whole.forEachHop(from: node, direction) { if isSeen($0) { body($0) } }
  }

  func forEachHop(from node: NodeID, _ direction: Direction, _ type: EdgeType, _ body: (Hop) -> Void) {
    guard contains(node) else { return }
    whole.forEachHop(from: node, direction, type) { if isSeen($0) { body($0) } }
  }

  func nodes(with label: Label) -> [NodeID] { whole.nodes(with: label).filter { !isHidden[$0.index] } }
  func labels(of node: NodeID) -> [Label] { whole.labels(of: node) }
  func has(_ label: Label, _ node: NodeID) -> Bool { whole.has(label, node) }
  func type(of edge: EdgeID) -> EdgeType { whole.type(of: edge) }
  func ends(of edge: EdgeID) -> (source: NodeID, target: NodeID) { whole.ends(of: edge) }
  func value(_ key: PropertyKey, of node: NodeID) -> Value? { whole.value(key, of: node) }
  func value(_ key: PropertyKey, of edge: EdgeID) -> Value? { whole.value(key, of: edge) }
  func properties(of node: NodeID) -> [(key: PropertyKey, value: Value)] { whole.properties(of: node) }
  func properties(of edge: EdgeID) -> [(key: PropertyKey, value: Value)] { whole.properties(of: edge) }
}

extension PropertyView {
  /// The day on which a project, an event or a challenge begins, as a number of years; `nil` for one that is not dated.
  func beginning(of node: NodeID) -> Double? {
    var next: NodeID? = node
    var seen: Set<NodeID> = []
    // Loading rejects circles; a graph from elsewhere may have them.
    while let part = next, seen.insert(part).inserted {
      if let day = value("startDate", of: part).flatMap(decimalYear) { return day }
      if let year = (value(.startYear, of: part) ?? value("year", of: part))?.integer { return lastDay(of: year) }
      next = neighbors(of: part, .outgoing, .partOf).first
    }
    return nil
  }
}

/// A day as a number of years.
private func decimalYear(_ day: Value) -> Double? { CollaborationNetwork.decimalYear(day.text ?? day.description) }

/// The last day of a year as a number of years, as for `YYYY-12-31`.
private func lastDay(of year: Int64) -> Double { Double(year) + 11.0 / 12 + 30.0 / 372 }
