import Dispatch
package import GraphModel

/// An edge that is added together with others.
package struct NewEdge: Sendable {
  package let source: NodeID
  package let target: NodeID
  /// The number of its type, as ``PropertyGraph/token(naming:)`` gives it.
  package let type: UInt16

  package init(source: NodeID, target: NodeID, type: UInt16) {
    self.source = source
    self.target = target
    self.type = type
  }
}

/// The values of one key for some of the edges that are added together.
package struct NewValues: Sendable {
  let key: PropertyKey
  private(set) var entries: [(position: Int, value: Value)] = []

  package init(_ key: PropertyKey) { self.key = key }

  /// Gives the edge at a position of the list of new edges a value.
  package mutating func append(_ value: Value, at position: Int) { entries.append((position, value)) }
}

extension PropertyGraph {
  /// The number of an edge type, new or known.
  package mutating func token(naming type: EdgeType) -> UInt16 { typeNames.intern(type.name) }

  /// Adds many edges at once; the graph is the same as if they had been added one after the other.
  ///
  /// Every list of neighbours is allocated once with its final length; both directions and the properties are filled
  /// side by side.
  ///
  /// - Returns: The id of the first; the others follow in order.
  /// - Complexity: O(nodes + edges + properties), and O(degree log degree) at nodes that had edges before.
  @discardableResult
  package mutating func addEdges(_ added: [NewEdge], _ properties: [NewValues] = []) -> EdgeID {
    forgetLayouts()
    let first = edgeRecords.count
    for edge in added {
      precondition(contains(edge.source) && contains(edge.target), "an edge needs two nodes of this graph")
      precondition(Int(edge.type) < typeNames.names.count, "an edge needs a type that has a number")
      edgeRecords.append(EdgeRecord(source: edge.source, target: edge.target, type: edge.type, exists: true))
      endCounts.add(
        1, type: edge.type, source: nodeRecords[edge.source.index].labels,
        target: nodeRecords[edge.target.index].labels)
    }
    edgeCount += added.count
    let order = orderByType(added)
    let keys = properties.map { keyNames.intern($0.key.name) }
    let (nodeBound, start) = (nodeBound, first)
    // Each job has one part of the graph for itself, which is taken out so that two names for it do not make a copy.
    var (leaving, arriving, values) = (outgoing, incoming, edgeProperties)
    (outgoing, incoming, edgeProperties) = (Chunked(), Chunked(), PropertyTable())
    withUnsafeMutablePointer(to: &leaving) { first in
      withUnsafeMutablePointer(to: &arriving) { second in
        withUnsafeMutablePointer(to: &values) { third in
          nonisolated(unsafe) let (leaving, arriving, values) = (first, second, third)
          DispatchQueue.concurrentPerform(iterations: 3) { job in
            switch job {
            case 0: leaving.pointee.add(added, order, start, nodeBound) { ($0.source, $0.target) }
            case 1: arriving.pointee.add(added, order, start, nodeBound) { ($0.target, $0.source) }
            default:
              for (key, property) in zip(keys, properties) {
                for (position, value) in property.entries { values.pointee.set(value, key, start + position) }
              }
            }
          }
        }
      }
    }
    (outgoing, incoming, edgeProperties) = (leaving, arriving, values)
    return EdgeID(rawValue: UInt32(first))
  }

  /// The positions of new edges by type and then as they stand, and their number added to the counts.
  private mutating func orderByType(_ added: [NewEdge]) -> [UInt32] {
    var starts = Array(repeating: 0, count: typeNames.names.count + 1)
    for edge in added { starts[Int(edge.type) + 1] += 1 }
    while edgeCounts.count < typeNames.names.count { edgeCounts.append(0) }
    for type in edgeCounts.indices {
      edgeCounts[type] += starts[type + 1]
      starts[type + 1] += starts[type]
    }
    var order = Array(repeating: UInt32(0), count: added.count)
    for (position, edge) in added.enumerated() {
      order[starts[Int(edge.type)]] = UInt32(position)
      starts[Int(edge.type)] += 1
    }
    return order
  }
}

extension Chunked<[Adjacent]> {
  /// Adds one direction of new edges.
  ///
  /// - Parameters:
  ///   - order: The positions of the edges by type and then as they stand.
  ///   - first: The id of the first edge.
  ///   - ends: The node whose list an edge belongs to, and the node at its other end.
  fileprivate mutating func add(
    _ added: [NewEdge], _ order: [UInt32], _ first: Int, _ nodeBound: Int, _ ends: (NewEdge) -> (NodeID, NodeID)
  ) {
    var bounds = Array(repeating: 0, count: nodeBound + 1)
    for edge in added { bounds[ends(edge).0.index + 1] += 1 }
    for node in 0..<nodeBound { bounds[node + 1] += bounds[node] }
    var places = bounds
    let none = Adjacent(type: 0, edge: EdgeID(rawValue: 0), neighbor: NodeID(rawValue: 0))
    var entries = Array(repeating: none, count: added.count)
    for position in order {
      let edge = added[Int(position)]
      let (node, neighbor) = ends(edge)
      let id = EdgeID(rawValue: UInt32(first) + position)
      entries[places[node.index]] = Adjacent(type: edge.type, edge: id, neighbor: neighbor)
      places[node.index] += 1
    }
    for node in 0..<nodeBound where bounds[node] < bounds[node + 1] {
      let new = entries[bounds[node]..<bounds[node + 1]]
      if self[node].isEmpty {
        self[node] = Array(new)
      } else {
        self[node] = (self[node] + new).sorted(by: Adjacent.precedes)
      }
    }
  }
}
