public import Foundation

/// Where the nodes of a picture were, and since when each thing has been in it: a file that the next edition of the
/// picture reads, so that everything keeps its place and what is new can be marked.
///
/// A day counts, not a run: the same data on the same day give the same picture, however often it is drawn.
public struct StoredPlaces: Codable, Equatable, Sendable {
  /// The engine that found the places.
  public private(set) var engine: LayoutEngine
  /// What put the nodes into boxes: a fact by its key, `match` for a plan, empty for no boxes; `nil` where an older file does
  /// not tell.
  public private(set) var boxes: String?
  /// The day of the first edition, as in `2026-11-23`.
  public private(set) var begun: String
  /// The days of all editions, also of those that brought nothing new; older files do not tell.
  private var editions: [String]?
  private var scale: Double?
  private var nodes: [String: Entry] = [:]
  private var edges: [StoredTie] = []

  private struct Entry: Codable, Equatable {
    var x: Double
    var y: Double
    var since: String
  }

  private struct StoredTie: Codable, Equatable {
    var from: String
    var kind: String
    var to: String
    var since: String
  }

  /// Reads a file.
  ///
  /// - Parameter file: What the file is called in what is said of it.
  /// - Throws: ``DiagramError/file(_:)``.
  public static func read(_ json: Data, from file: String) throws(DiagramError) -> StoredPlaces {
    let text = try DiagramFile(json, named: file)
    do throws(ValueFault) {
      let stored = try text.decoded(StoredPlaces.self)
      for (id, entry) in stored.nodes.sorted(by: { $0.key < $1.key }) {
        for (name, number) in [("x", entry.x), ("y", entry.y)] where number.magnitude >= 1e7 {
          throw ValueFault(["nodes", id, name], "the place lies outside of every page")
        }
      }
      return stored
    } catch {
      guard error.isMissingField else { throw text.placing(error) }
      throw text.placing(ValueFault(error.pointer, error.problem + "; is it a file that --positions has written?"))
    }
  }

  /// The file: sorted, one entry a line, with a final newline.
  public func json() throws(DiagramError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(self) + Data("\n".utf8)
    } catch {
      throw .places(problem: "\(error)")
    }
  }

  /// Whether there is a place for nobody.
  public var isEmpty: Bool { nodes.isEmpty }

  /// The places that the nodes of a diagram keep.
  public func placement(for diagram: Diagram) -> Placement {
    Placement(places: diagram.nodes.map { node in nodes[node.id].map { PagePoint(x: $0.x, y: $0.y) } }, scale: scale)
  }

  /// The diagram with marks on what came with the edition of a day, the first one excepted.
  ///
  /// - Parameter name: What the legend calls it, given the day of the edition before.
  public func marked(_ diagram: Diagram, on day: String, calling name: (String) -> String) -> Diagram {
    let before = (nodes.values.map(\.since) + edges.map(\.since) + (editions ?? []) + [begun]).filter { $0 < day }.max()
    guard let before else { return diagram }
    var diagram = diagram
    let since = Dictionary(edges.map { (StoredPlaces.key($0.from, $0.kind, $0.to), $0.since) }) { $1 }
    for (position, node) in diagram.nodes.enumerated() where (nodes[node.id]?.since ?? day) == day {
      diagram.nodes[position].change = .added
    }
    for (position, edge) in diagram.edges.enumerated() {
      let tie = Tie(edge, in: diagram)
      if since[StoredPlaces.key(tie.from, tie.kind, tie.to), default: day] == day {
        diagram.edges[position].change = .added
      }
    }
    diagram.changeNames = ChangeNames(added: name(before), removed: "")
    return diagram
  }

  /// The file after an edition; what is not in this picture keeps its place for the next.
  ///
  /// - Parameters:
  ///   - stored: The file before; `nil` for the first edition.
  ///   - placement: Where the nodes of the diagram are, as ``Picture/placement`` tells.
  ///   - boxes: What put the nodes into boxes; see ``boxes``.
  public init(
    _ diagram: Diagram, at placement: Placement, engine: LayoutEngine, boxes: String = "", on day: String,
    after stored: StoredPlaces?
  ) {
    self.engine = stored?.engine ?? engine
    self.boxes = boxes
    begun = stored?.begun ?? day
    editions = Set((stored?.editions ?? []) + [begun, day]).sorted()
    scale = placement.scale ?? stored?.scale
    nodes = stored?.nodes ?? [:]
    for (node, place) in zip(diagram.nodes, placement.places) {
      guard let place else { continue }
      nodes[node.id] = Entry(x: place.x, y: place.y, since: nodes[node.id]?.since ?? day)
    }
    let since = Dictionary((stored?.edges ?? []).map { (StoredPlaces.key($0.from, $0.kind, $0.to), $0.since) }) { $1 }
    let ties = Set(diagram.edges.map { Tie($0, in: diagram) })
    edges = ties.sorted { ($0.from, $0.kind, $0.to) < ($1.from, $1.kind, $1.to) }.map { tie in
      StoredTie(
        from: tie.from, kind: tie.kind, to: tie.to,
        since: since[StoredPlaces.key(tie.from, tie.kind, tie.to)] ?? day)
    }
  }

  /// No id holds a line feed: readers of records refuse it.
  private static func key(_ from: String, _ kind: String, _ to: String) -> String { "\(from)\n\(kind)\n\(to)" }
}
