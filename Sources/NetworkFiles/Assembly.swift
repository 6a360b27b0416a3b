import Dispatch
import GermanText
import GraphModel
import GraphStore
import NetworkVocabulary
import Synchronization

extension Staging {
  /// Makes the graph: nodes first, then the edges that records name, then districts and ties.
  ///
  /// References that lead nowhere are noted as faults; the graph is of use only when there are none.
  mutating func assemble() -> PropertyGraph {
    let order = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1.name, $0) })
    // Swift's sort is stable: records of one kind stay in the order of the files.
    records.sort { order[$0.kind.name, default: 0] < order[$1.kind.name, default: 0] }
    let positions = checkIDsAcrossKinds()
    var (graph, owners) = addNodes(positions)
    // Node n is record n, because the graph was empty.
    let nodes = records.indices.map { NodeID(rawValue: UInt32($0)) }
    var gathered = GatheredEdges(capacity: owners.count)
    var next = 0
    for (record, node) in zip(records, nodes) {
      let isExample = record.value(.example)?.boolean == true
      for index in record.links.indices {
        let known = owners[next].map { nodes[Int($0)] }
        next += 1
        guard let target = known ?? resolve(record.links[index], of: record, graph) else { continue }
        gathered.add(record.links[index], of: record, isExample: isExample, from: node, to: target, &graph)
      }
      if let district = district(of: record, node, graph) {
        gathered.add(.inDistrict, from: node, to: district, &graph)
      }
    }
    graph.addEdges(gathered.edges, gathered.properties)
    for tie in ties { addTie(tie, &graph) }
    checkOrderOfDates()
    checkCycles(nodes, graph)
    return graph
  }

  /// Makes the nodes and their indexes, and finds meanwhile which record each reference names.
  private func addNodes(_ positions: RecordPositions) -> (PropertyGraph, [Int32?]) {
    // Nobody changes a record any more once its file was read.
    nonisolated(unsafe) let records = records
    let kinds = kinds
    let made = Mutex<(graph: PropertyGraph, owners: [Int32?])>((PropertyGraph(), []))
    DispatchQueue.concurrentPerform(iterations: 2) { job in
      if job == 0 {
        let owners = records.owners(positions)
        return made.withLock { $0.owners = owners }
      }
      var graph = PropertyGraph()
      for record in records { graph.addNode(record.labels, record.nodeProperties) }
      graph.addIndexes(kinds.map { ($0.label, .id) } + [(.municipality, .ags)])
      made.withLock { [graph] in $0.graph = graph }
    }
    return made.withLock { ($0.graph, $0.owners) }
  }

  /// The node that a reference means; notes a fault when there is none, unless the reference is of no account then.
  private mutating func resolve(_ staged: StagedLink, of record: StagedRecord, _ graph: PropertyGraph) -> NodeID? {
    if let node = resolve(staged.id, staged.link.targets, graph) { return node }
    if staged.link.isOptional, !staged.link.targets.contains(where: kindsRead.contains) { return nil }
    reportUnknown(staged.id, staged.link.targets, record, staged.offset, record.pointer(of: staged), graph)
    return nil
  }

  /// A municipality lies in the Landkreis whose key it carries; a kreisfreie Stadt has no such record.
  private func district(of record: StagedRecord, _ node: NodeID, _ graph: PropertyGraph) -> NodeID? {
    guard record.kind.name == RecordKind.municipality.name, let key = record.value(.kreisKey),
      let district = graph.nodes(with: .municipality, where: .ags, equals: key).first, district != node
    else { return nil }
    return district
  }

  private mutating func addTie(_ tie: StagedRecord, _ graph: inout PropertyGraph) {
    guard let type = TieType.all.first(where: { $0.word == tie.text("type") }),
      let from = tie.text("from"), let to = tie.text("to")
    else { return }
    let source = resolve(from, type.from, graph)
    let target = resolve(to, type.to, graph)
    if source == nil { reportUnknown(from, type.from, tie, tie.offset(of: "from"), tie.pointer("from"), graph) }
    if target == nil { reportUnknown(to, type.to, tie, tie.offset(of: "to"), tie.pointer("to"), graph) }
    guard let source, let target else { return }
    let kept = tie.properties.filter { !["type", "from", "to"].contains($0.key.name) }
    graph.addEdge(type.type, from: source, to: target, kept.map { ($0.key, $0.value) })
  }

  private func resolve(_ id: String, _ names: [String], _ graph: PropertyGraph) -> NodeID? {
    for kind in kinds where names.contains(kind.name) {
      if let node = graph.node(kind.label, id: id) { return node }
      if kind.name == RecordKind.municipality.name,
        let node = graph.nodes(with: .municipality, where: .ags, equals: .string(id)).first
      {
        return node
      }
    }
    return nil
  }

  private mutating func reportUnknown(
    _ id: String, _ names: [String], _ record: StagedRecord, _ offset: Int, _ pointer: FieldPointer,
    _ graph: PropertyGraph
  ) {
    // Where a file of that kind broke off, the record may well stand behind the break.
    guard incompleteKinds.isDisjoint(with: names) else { return }
    let candidates = kinds.filter { names.contains($0.name) }
      .flatMap { graph.nodes(with: $0.label) }
      .compactMap { graph.value(.id, of: $0)?.text }
    let kind = NetworkFault.Kind.unknownReference(
      kind: names.joined(separator: " or "), id: id, suggestion: nearest(to: id, among: candidates).first)
    faults.append(record.file.fault(kind, at: offset, pointer))
  }

  /// An id names one thing, or nobody could say which is meant.
  ///
  /// - Returns: The positions of the records by their ids, which are the numbers of their nodes as well.
  private mutating func checkIDsAcrossKinds() -> RecordPositions {
    var positions = RecordPositions(capacity: records.count)
    for (position, record) in records.enumerated() {
      if let owner = positions.update(record.id, to: position), records[owner].kind !== record.kind {
        report(.idInUse(record.id, kind: records[owner].kind.name), record, "id")
      }
    }
    return positions
  }

  private mutating func checkOrderOfDates() {
    for (start, end) in [("since", "until"), ("startYear", "endYear"), ("startDate", "endDate")] {
      let (first, last) = (PropertyKey(start), PropertyKey(end))
      let dated = Set((kinds + [.tie]).filter { $0.hasField(end) }.map { ObjectIdentifier($0) })
      for record in [records, ties].joined() where dated.contains(ObjectIdentifier(record.kind)) {
        guard let until = record.value(last), let since = record.value(first) else { continue }
        switch (since, until) {
        case (.temporal(.date(let from)), .temporal(.date(let to))) where to < from:
          report(.endBeforeStart, record, end)
        case (.integer(let from), .integer(let to)) where to < from: report(.endBeforeStart, record, end)
        default: continue
        }
      }
    }
  }

  /// Topics below themselves and projects that are part of themselves would make every walk upwards endless.
  private mutating func checkCycles(_ nodes: [NodeID], _ graph: PropertyGraph) {
    for type in [EdgeType.broader, .partOf] where graph.typeCounts.contains(where: { $0.type == type }) {
      var isDone: Set<NodeID> = []
      let naming = Set(kinds.filter { $0.canName(type) }.map { ObjectIdentifier($0) })
      for (record, start) in zip(records, nodes)
      where naming.contains(ObjectIdentifier(record.kind)) && record.links.contains(where: { $0.link.type == type }) {
        var trail: [NodeID] = []
        var next: NodeID? = start
        while let node = next, !isDone.contains(node), !trail.contains(node) {
          trail.append(node)
          next = graph.neighbors(of: node, .outgoing, type).first
        }
        if let node = next, let first = trail.firstIndex(of: node) {
          let circle = (trail[first...] + [node]).compactMap { graph.value(.id, of: $0)?.text }
          report(.cycle(circle), record, type == .broader ? "broader" : "partOf")
        }
        isDone.formUnion(trail)
      }
    }
  }
}

extension StagedRecord {
  /// The label of the kind, and those that tell special records apart.
  fileprivate var labels: [Label] {
    var labels = [kind.label]
    if value(.example)?.boolean == true { labels.append(.example) }
    if kind.name == RecordKind.actor.name {
      if text(.kind) == "cdo-role" { labels.append(.cdo) }
      if text(.kind) == "person" { labels.append(.person) }
    }
    return labels
  }

  /// The fields as properties, and the main name under one key for all kinds.
  fileprivate var nodeProperties: [(PropertyKey, Value)] {
    var named = properties.map { ($0.key, $0.value) }
    if !kind.nameFields.contains(PropertyKey.name.name),
      let name = kind.nameFields.lazy.compactMap({ self.value(PropertyKey($0)) }).first
    {
      named.append((.name, name))
    }
    return named
  }
}

extension RecordKind {
  /// Whether a reference in one of the fields makes edges of a type.
  fileprivate func canName(_ type: EdgeType) -> Bool {
    fields.contains { field in
      switch field.content {
      case .link(let link), .links(let link), .linkedChoice(_, let link): link.type == type
      default: false
      }
    }
  }
}
