import GraphModel

extension Diagram {
  /// The node with most neighbours, the first of several; `nil` where there is none.
  ///
  /// - Complexity: O(nodes + edges log edges).
  var busiestNode: Int? {
    let neighbors = self.neighbors
    return neighbors.indices.max { (neighbors[$0].count, -$0) < (neighbors[$1].count, -$1) }
  }

  /// The diagram with a node in its centre, named below the title; itself where it has one or has no nodes.
  ///
  /// - Parameter placement: The places of an earlier picture, whose centre is kept.
  /// - Complexity: O(nodes + edges log edges).
  public func centred(keeping placement: Placement? = nil) -> Diagram {
    guard !nodes.contains(where: \.emphasis) else { return self }
    let origin = PagePoint(x: 0, y: 0)
    guard let centre = placement?.places.firstIndex(of: origin) ?? busiestNode else { return self }
    var diagram = self
    diagram.nodes[centre].emphasis = true
    let name = nodes[centre].label
    diagram.notes.append(
      Wording(
        "im Mittelpunkt, weil am meisten verbunden: \(name)", "in the centre, as it is joined to most: \(name)")[
          language])
    return diagram
  }
}
