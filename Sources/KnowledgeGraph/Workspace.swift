public import GermanText
public import GraphModel
public import GraphStore
public import NetworkFiles
public import NetworkVocabulary

/// A network that is ready for questions: the graph, the search by name, and where both came from.
///
/// ```swift
/// let workspace = try Workspace(folders: ["Graph"])
/// let ozg = try workspace.node(named: "OZG", among: [.topic])
/// ```
///
/// A workspace is a value; asking it changes nothing, so any number of threads may ask at once.
public struct Workspace: Sendable {
  /// The folders that were read, in the order in which they were laid over one another.
  public let folders: [String]
  /// What was read.
  public let network: Network
  /// The search by name, label, alias and key.
  public let names: NameIndex<NodeID>
  /// What the workspace may be used for, where some have not agreed to it; nil where everybody is in the graph.
  public private(set) var purpose: Purpose?
  /// Those who have not agreed, and how they are called: to tell who asks that they exist but stay out.
  public private(set) var withheld: [NodeID] = []
  /// Their ids, by which an older network knows them.
  private(set) var withheldIDs: Set<String> = []
  private var withheldNames: NameIndex<NodeID>?

  /// The graph.
  public var graph: PropertyGraph { network.graph }

  /// Reads folders of JSON files.
  ///
  /// - Throws: `NetworkFaults` with everything that is wrong in them.
  /// - Complexity: O(bytes).
  public init(folders: [String]) throws(NetworkFaults) {
    self.folders = folders
    network = try loadNetwork(folders: folders)
    names = Workspace.nameIndex(of: network.graph)
  }

  /// The workspace with another graph in the place of its own, which a query has changed; names are found in the new one.
  ///
  /// - Complexity: O(names).
  public func with(_ graph: PropertyGraph) -> Workspace { Workspace(self, graph) }

  /// A workspace over a network that is at hand.
  init(folders: [String], network: Network) {
    self.folders = folders
    self.network = network
    names = Workspace.nameIndex(of: network.graph)
  }

  private init(_ other: Workspace, _ graph: PropertyGraph) {
    folders = other.folders
    network = other.network.with(graph)
    names = Workspace.nameIndex(of: graph)
  }

  /// The workspace without some actors.
  init(_ other: Workspace, permitting purpose: Purpose, without withheld: [NodeID]) {
    self.init(other, other.graph.without(withheld))
    self.purpose = purpose
    self.withheld = withheld
    withheldIDs = other.withheldIDs.union(withheld.compactMap { other.graph.value(.id, of: $0)?.text })
    withheldNames = Workspace.nameIndex(of: other.graph, only: Set(withheld))
  }

  static func nameIndex(of graph: PropertyGraph, only nodes: Set<NodeID>? = nil) -> NameIndex<NodeID> {
    let entries = RecordKind.all.flatMap { kind in
      graph.nodes(with: kind.label).filter { nodes?.contains($0) ?? true }.map { node in
        let fields = (kind.nameFields.prefix(1) + kind.aliasFields).map { PropertyKey($0) }
        let names = fields.compactMap { graph.value($0, of: node) }.flatMap { value in
          value.text.map { [$0] } ?? value.texts
        }
        let codes = [PropertyKey.id, .ags].compactMap { graph.value($0, of: node)?.text }
        return NameEntry(
          key: node, group: kind.label.name, names: names, codes: codes,
          weight: graph.value(.population, of: node)?.number ?? 0)
      }
    }
    return NameIndex(entries)
  }
}

/// Why a name did not lead to one node.
public struct NameError: Error, Sendable {
  /// The name as it was given.
  public let name: String
  /// The labels that were asked for; empty for any.
  public let labels: [Label]
  /// The nodes that the name may mean; empty when nothing has such a name.
  public let candidates: [NodeID]
  /// Nodes with a name nearly like it.
  public let nearest: [NodeID]
  /// What the one who is meant has not agreed to; nil where it is something else.
  public var withheldFor: Purpose?
}

/// A node that was found by its name.
public struct NamedNode: Sendable {
  /// The node.
  public let node: NodeID
  /// Others of the same name that are much less prominent.
  public let others: [NodeID]
  /// Whether nothing is called so, and the name was read as a form of another one.
  public var isReading = false
}

extension Workspace {
  /// Finds the one node that a name, alias, id or key means.
  ///
  /// - Parameters:
  ///   - name: What people type: `OZG`, `Muenster`, `Kreis Harz`, `05162024`; other endings, gender forms, other words for
  ///     a role and compounds are understood where nothing has the name itself: `Digitalisierungsbeauftragte:r Neuss`,
  ///     `Breitbandausbauförderung`.
  ///   - labels: The kinds of node asked for; any when empty.
  /// - Throws: ``NameError`` with the candidates, or with the nearest names.
  /// - Complexity: O(name) for a name that exists, O(names) for the nearest of one that does not.
  public func node(named name: String, among labels: [Label] = []) throws(NameError) -> NamedNode {
    switch names.find(name, in: labels.isEmpty ? nil : Set(labels.map(\.name))) {
    case .one(let node, let others): return NamedNode(node: node, others: others)
    case .several(let nodes): throw NameError(name: name, labels: labels, candidates: nodes, nearest: [])
    case .none(let nearest):
      var error = NameError(name: name, labels: labels, candidates: [], nearest: nearest)
      if let withheldNames, case .one = withheldNames.find(name, in: labels.isEmpty ? nil : Set(labels.map(\.name))) {
        error.withheldFor = purpose
      } else if let node = NameReadings(graph: graph, names: names).node(named: name, among: labels) {
        return NamedNode(node: node, others: [], isReading: true)
      }
      throw error
    }
  }

  /// The main name of a node, for topics in the language of the reader, with a mark where the record is only an example.
  public func name(of node: NodeID, _ language: Language) -> String {
    let name = graph.name(of: node, in: language) ?? graph.value(.id, of: node)?.text ?? "\(node.rawValue)"
    return isExample(node) ? name + Wording.exampleMark[language] : name
  }

  /// Whether the record was made up to show something.
  public func isExample(_ node: NodeID) -> Bool { graph.has(.example, node) }

  /// Whether only a made-up record says that a relationship holds.
  public func isExample(_ edge: EdgeID) -> Bool { graph.value(.example, of: edge)?.boolean == true }

  /// The label of the node's kind, as opposed to labels such as `CDO` or `Example`.
  public func kind(of node: NodeID) -> RecordKind? {
    let labels = graph.labels(of: node)
    return RecordKind.all.first { labels.contains($0.label) }
  }

  /// A node with what tells it from others of its name: kind, key or Land.
  public func title(of node: NodeID, _ language: Language) -> String {
    let details = [
      kind(of: node).map { $0.wording[language] }, graph.value(.ags, of: node)?.text,
      graph.value(.bundesland, of: node)?.text,
    ]
    let id = graph.value(.id, of: node)?.text ?? ""
    return "\(name(of: node, language)) (\(details.compactMap(\.self).joined(separator: ", "))) \(id)"
  }
}

extension NameError {
  /// What is wrong and what can be typed instead.
  public func message(in workspace: Workspace, _ language: Language) -> String {
    let name = name.count > 60 ? name.prefix(60) + "…" : name
    if let withheldFor {
      return "'\(name)' has not agreed to \(withheldFor.phrase[language]) — the record's field 'consent' says who has"
    }
    let kinds = labels.isEmpty ? "name" : labels.map { $0.name.lowercased() }.joined(separator: " or ")
    let lines = (candidates.isEmpty ? nearest : candidates).prefix(8).map { "  " + workspace.title(of: $0, language) }
    let surplus = max(candidates.count, nearest.count) - 8
    let rest = surplus > 0 ? ["  … and \(surplus) more"] : []
    if !candidates.isEmpty {
      return (["'\(name)' can mean \(candidates.count) things; use the id at the end of a line:"] + lines + rest)
        .joined(separator: "\n")
    }
    if let other = try? workspace.node(named: self.name).node, let kind = workspace.kind(of: other)?.name {
      let people = workspace.graph.neighbors(of: other, .incoming, .worksFor)
      let advice = people.isEmpty || !labels.contains(.actor) ? "" : "; its people:"
      let found =
        people.isEmpty || advice.isEmpty ? [] : people.prefix(8).map { "  " + workspace.title(of: $0, language) }
      let article = "aeiou".contains(kind.first ?? "-") ? "an" : "a"
      return (["'\(name)' is \(article) \(kind), expected \(kinds)\(advice)"] + found).joined(separator: "\n")
    }
    if nearest.isEmpty { return "unknown \(kinds) '\(name)'; `cdograph find` searches by parts of a name" }
    return (["unknown \(kinds) '\(name)' — did you mean one of these?"] + lines).joined(separator: "\n")
  }
}
