import GraphModel
import GraphStore
import NetworkVocabulary

/// The edges that records name, put together in the order of the records before they are added at once.
struct GatheredEdges {
  private(set) var edges: [NewEdge] = []
  private var weights = NewValues(.weight)
  private var roles = NewValues("role")
  private var examples = NewValues(.example)
  /// The pairs joined already by an edge that means the same from both ends.
  private var symmetricPairs: Set<SymmetricPair> = []
  /// The numbers of the types of the references that were met.
  private var types: [(type: EdgeType, token: UInt16)] = []

  init(capacity: Int) { edges.reserveCapacity(capacity) }

  /// What the edges know beside their ends and types.
  var properties: [NewValues] { [weights, roles, examples] }

  /// Adds the edge for a reference of a record to a target.
  mutating func add(
    _ staged: borrowing StagedLink, of record: StagedRecord, isExample: Bool, from node: NodeID, to target: NodeID,
    _ graph: inout PropertyGraph
  ) {
    let link = staged.link
    var type = link.type
    if !link.typeByKind.isEmpty, let kind = record.text(.kind) { type = link.typeByKind[kind] ?? type }
    let token = token(of: type, &graph)
    var ends = link.isReversed ? (target, node) : (node, target)
    if link.isSymmetric {
      if staged.id < record.id { ends = (ends.1, ends.0) }
      guard symmetricPairs.insert(SymmetricPair(type: token, from: ends.0, to: ends.1)).inserted else { return }
    }
    if let weight = staged.weight { weights.append(.float(weight), at: edges.count) }
    if let role = staged.role { roles.append(.string(role), at: edges.count) }
    // An edge that a made-up record names is made up too.
    if isExample { examples.append(.boolean(true), at: edges.count) }
    edges.append(NewEdge(source: ends.0, target: ends.1, type: token))
  }

  /// Adds an edge without properties.
  mutating func add(_ type: EdgeType, from source: NodeID, to target: NodeID, _ graph: inout PropertyGraph) {
    edges.append(NewEdge(source: source, target: target, type: token(of: type, &graph)))
  }

  private mutating func token(of type: EdgeType, _ graph: inout PropertyGraph) -> UInt16 {
    if let known = types.first(where: { $0.type == type }) { return known.token }
    let token = graph.token(naming: type)
    types.append((type, token))
    return token
  }
}

/// Two nodes joined by an edge of a type, the smaller id first.
struct SymmetricPair: Hashable {
  let type: UInt16
  let from: NodeID
  let to: NodeID
}

extension [StagedRecord] {
  /// The number of the record that each reference names, in the order of records and references; `nil` where an id is
  /// not that of a record of the right kind, which has to be looked up with care.
  func owners(_ positions: RecordPositions) -> [Int32?] {
    var found: [Int32?] = []
    found.reserveCapacity(reduce(0) { $0 + $1.links.count })
    for record in self {
      for index in record.links.indices {
        let position = positions[record.links[index].id]
        let isRight = position.map { record.links[index].link.targets.contains(self[$0].kind.name) } ?? false
        found.append(isRight ? position.map { Int32($0) } : nil)
      }
    }
    return found
  }
}
