public import GraphModel

/// A picture to draw: what is in it and how it is called, not where things are nor how they look.
///
/// All texts are plain: any character may occur, nothing in them is markup or an escape sequence.
public struct Diagram: Codable, Sendable, Equatable {
  /// The heading inside the picture; empty for none.
  public var title: String
  /// The line below the heading, such as date, source and counts; empty for none.
  public var subtitle: String
  /// The language of the legend.
  public var language: Language
  /// The nodes; edges refer to their positions.
  public var nodes: [Node]
  /// The edges in the order they are drawn.
  public var edges: [Edge]
  /// The outlines behind a map; drawn by the engine `geo` only.
  public var outlines: [Outline] = []
  /// Further lines below the subtitle: what was left out, what an outline is, what boxes stand for.
  public var notes: [String] = []
  /// The day that the picture speaks of, as people write it, where it is not that of the data.
  public var day: String?
  /// The words of the legend for those who lead a cluster; "leads" where missing.
  public var leaderName: String?
  /// What is counted in words of its own, such as "24 participants at 4 tables"; nodes and relationships where missing.
  public var tally: String?
  /// The names of the clusters row by row, from above, where their order means something; otherwise clusters lie near
  /// those that they are tied to.
  public var clusterRows: [[String]] = []
  /// What people call kinds that the style sheet has no name for.
  public var kindNames: [String: String] = [:]
  /// What people call the facts that looks show, by key; the key itself where missing.
  public var factNames: [String: String] = [:]
  /// What has another name than before, in a picture that compares; in the order of the nodes.
  public var renamings: [Renaming] = []
  /// How many of the relationships lie within groups, where no line shows them.
  public var innerEdges = 0
  /// The words of the legend for added and removed things, where they differ from "added" and "removed".
  public var changeNames: ChangeNames?

  /// Describes a picture.
  public init(
    title: String, subtitle: String = "", language: Language = .german, nodes: [Node] = [], edges: [Edge] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.nodes = nodes
    self.edges = edges
  }

  /// One thing in the picture.
  public struct Node: Codable, Sendable, Equatable {
    /// The identity, which DOT files use as the name; unique within the diagram.
    public var id: String
    /// The text in the node; wrapped, never cut.
    public var label: String
    /// What it is, such as `Actor`: chooses shape and colours in the style sheet.
    public var kind: String
    /// Whether the picture is about this node.
    public var emphasis: Bool
    /// Whether the node is an invented example.
    public var isExample: Bool
    /// Whether the node was derived by a program and not stated by a source; not shown on an invented node.
    public var isDerived: Bool
    /// What an SVG shows behind the label when the pointer rests on the node; nothing more where missing.
    public var tooltip: String?
    /// Other names, which pages search too.
    public var otherNames: [String] = []
    /// Where an SVG or PDF leads to: an address with `https`, `http` or `mailto`.
    public var link: String?
    /// What else is known, by key: style sheets choose colours, shapes and sizes by it, pages filter by it.
    public var facts: [String: Fact] = [:]
    /// Where it is on the earth.
    public var place: Location?
    /// The cluster that it stands in.
    public var cluster: String?
    /// How many things it stands for; more than one in an aggregated picture.
    public var count = 1
    /// Whether it was added or removed, in a picture that compares.
    public var change: Change?
    /// Whether it is only shown for orientation.
    public var isFaded = false
    /// Whether it leads the cluster that it stands in, as a host does a table.
    public var isLeading = false

    /// Describes a node.
    public init(
      id: String, label: String, kind: String, emphasis: Bool = false, isExample: Bool = false,
      isDerived: Bool = false, tooltip: String? = nil, link: String? = nil
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.emphasis = emphasis
      self.isExample = isExample
      self.isDerived = isDerived
      self.tooltip = tooltip
      self.link = link
    }
  }

  /// One arrow in the picture.
  public struct Edge: Codable, Sendable, Equatable {
    /// The position of the node where the arrow starts.
    public var from: Int
    /// The position of the node where it ends.
    public var to: Int
    /// The type of the relationship: chooses colour and line in the style sheet.
    public var kind: String
    /// The type as people say it, such as "arbeitet an"; the style sheet's name where empty.
    public var label: String
    /// Whether the edge belongs to an invented example.
    public var isExample: Bool
    /// Whether the line has an arrow; lines that stand for many relationships both ways have none.
    public var isDirected = true
    /// What else is known, by key.
    public var facts: [String: Fact] = [:]
    /// How many relationships it stands for: more make the line wider.
    public var count = 1
    /// Whether it was added or removed, in a picture that compares.
    public var change: Change?
    /// Whether it is only shown for orientation.
    public var isFaded = false
    /// The numbers of the chains that it is part of, from 1 upward, in a picture of several chains.
    public var chains: [Int] = []

    /// Describes an edge.
    public init(from: Int, to: Int, kind: String, label: String = "", isExample: Bool = false) {
      self.from = from
      self.to = to
      self.kind = kind
      self.label = label
      self.isExample = isExample
    }
  }
}

extension Diagram {
  /// What is drawn, counted: as ``tally`` says, else groups and lines, or nodes and relationships; what is there no more does
  /// not count.
  public var counts: String {
    if let tally { return tally }
    if nodes.contains(where: { $0.count > 1 }) {
      let (groups, lines) = (nodes.count.grouped(language), edges.count.grouped(language))
      return Wording(
        "\(groups) \(nodes.count == 1 ? "Gruppe" : "Gruppen"), \(lines) \(edges.count == 1 ? "Linie" : "Linien")",
        "\(groups) \(nodes.count == 1 ? "group" : "groups"), \(lines) \(edges.count == 1 ? "line" : "lines")")[language]
    }
    return nodes.count { $0.change != .removed }.countedNodes(language) + ", "
      + edges.count { $0.change != .removed }.countedEdges(language)
  }

  /// What the pointer shows over a node, and screen readers call it: its name, where it sits, and what it is.
  func hoverText(of node: Node) -> String {
    let seat = node.seat(in: language).map { " (\($0))" } ?? ""
    guard let text = node.tooltip, text != node.label else { return node.label + seat }
    return "\(node.label)\(seat) – \(text)"
  }

  /// What the sign of those who lead means.
  var leading: String { leaderName ?? Wording("leitet", "leads")[language] }

  /// What is said below the title, on one line.
  var summary: String { ([subtitle] + notes).filter { !$0.isEmpty }.joined(separator: " · ") }
}

extension Diagram.Node {
  /// The cluster, where it says what no fact says: "Round 1 · Table 2" of a plan, but not the Land twice.
  func seat(in language: Language) -> String? {
    guard let cluster,
      !facts.values.contains(where: { $0.text(in: language).capitalisedFirst == cluster.capitalisedFirst })
    else { return nil }
    return cluster
  }
}

extension Int {
  /// So many nodes: `1 Knoten`, `1,204 nodes`.
  public func countedNodes(_ language: Language) -> String {
    grouped(language) + Wording(" Knoten", self == 1 ? " node" : " nodes")[language]
  }

  /// So many relationships: `1 Beziehung`, `1,204 relationships`.
  public func countedEdges(_ language: Language) -> String {
    grouped(language)
      + Wording(self == 1 ? " Beziehung" : " Beziehungen", self == 1 ? " relationship" : " relationships")[language]
  }
}

extension Diagram {
  /// The most nodes that a picture may have: beyond it nobody can read it, and layouts take minutes.
  public static let nodeLimit = 5_000

  /// Checks what the compiler cannot: the size, that ids are unique and that edges have ends.
  ///
  /// - Complexity: O(nodes + edges).
  func check() throws(DiagramError) {
    guard nodes.count <= Diagram.nodeLimit else {
      throw .tooLarge(nodes: nodes.count, limit: Diagram.nodeLimit)
    }
    var seen: Set<String> = []
    for node in nodes where !seen.insert(node.id).inserted { throw .duplicateNode(node.id) }
    for (position, edge) in edges.enumerated() {
      for end in [edge.from, edge.to] where !nodes.indices.contains(end) {
        throw .missingNode(edge: position, node: end)
      }
    }
  }
}
