import GermanText
import GraphModel
import GraphStore
import NetworkVocabulary

extension Staging {
  /// Makes the graph: nodes first, then the edges that records name, then districts and ties.
  ///
  /// References that lead nowhere are noted as faults; the graph is of use only when there are none.
  mutating func assemble() -> PropertyGraph {
    var graph = PropertyGraph()
    for kind in kinds { graph.addIndex(on: kind.label, .id) }
    graph.addIndex(on: .municipality, .ags)
    let order = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1.name, $0) })
    // Swift's sort is stable: records of one kind stay in the order of the files.
    records.sort { order[$0.kind.name, default: 0] < order[$1.kind.name, default: 0] }
    let owners = checkIDsAcrossKinds()
    let nodes = records.map { graph.addNode($0.labels, $0.nodeProperties) }
    for (record, node) in zip(records, nodes) {
      for link in record.links {
        // Nearly every reference is the id of a record of the right kind; anything else is looked up with care.
        let owner = owners[link.id].flatMap { link.link.targets.contains(records[$0].kind.name) ? nodes[$0] : nil }
        addEdge(link, record, node, owner, &graph)
      }
      addDistrict(of: record, node, &graph)
    }
    for tie in ties { addTie(tie, &graph) }
    checkOrderOfDates()
    checkCycles(nodes, graph)
    return graph
  }

  private mutating func addEdge(
    _ staged: StagedLink, _ record: StagedRecord, _ node: NodeID, _ owner: NodeID?, _ graph: inout PropertyGraph
  ) {
    guard let target = owner ?? resolve(staged.id, staged.link.targets, graph) else {
      if staged.link.isOptional, !staged.link.targets.contains(where: kindsRead.contains) { return }
      return reportUnknown(staged.id, staged.link.targets, record, staged.offset, record.pointer(of: staged), graph)
    }
    let type = record.text(.kind).flatMap { staged.link.typeByKind[$0] } ?? staged.link.type
    var ends = staged.link.isReversed ? (target, node) : (node, target)
    if staged.link.isSymmetric {
      if staged.id < record.id { ends = (ends.1, ends.0) }
      guard symmetricPairs.insert(SymmetricPair(type: type, from: ends.0, to: ends.1)).inserted else { return }
    }
    let edge = graph.addEdge(type, from: ends.0, to: ends.1)
    if let weight = staged.weight { graph.set(.weight, of: edge, to: .float(weight)) }
    if let role = staged.role { graph.set("role", of: edge, to: .string(role)) }
    // An edge that a made-up record names is made up too.
    if record.value(.example)?.boolean == true { graph.set(.example, of: edge, to: .boolean(true)) }
  }

  /// A municipality lies in the Landkreis whose key it carries; a kreisfreie Stadt has no such record.
  private func addDistrict(of record: StagedRecord, _ node: NodeID, _ graph: inout PropertyGraph) {
    guard record.kind.name == RecordKind.municipality.name, let key = record.value(.kreisKey),
      let district = graph.nodes(with: .municipality, where: .ags, equals: key).first, district != node
    else { return }
    graph.addEdge(.inDistrict, from: node, to: district)
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
  /// - Returns: The position of the record with an id, which is the number of its node as well.
  private mutating func checkIDsAcrossKinds() -> [String: Int] {
    var owners: [String: Int] = [:]
    owners.reserveCapacity(records.count)
    for (position, record) in records.enumerated() {
      if let owner = owners.updateValue(position, forKey: record.id), records[owner].kind !== record.kind {
        report(.idInUse(record.id, kind: records[owner].kind.name), record, "id")
      }
    }
    return owners
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
      for (record, start) in zip(records, nodes) where record.links.contains(where: { $0.link.type == type }) {
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

/// Two nodes joined by an edge of a type, the smaller id first.
struct SymmetricPair: Hashable {
  let type: EdgeType
  let from: NodeID
  let to: NodeID
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
