import ArgumentParser
import Diagrams
import Foundation
import GraphModel
import JSONText

/// Says how long a large picture takes here, beside Graphviz's own command on the same text.
struct MeasureDrawing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a random graph by sfdp in turns with Graphviz's own command on the same DOT, as a JSON line.")

  @Option(name: .long, help: "The number of nodes.")
  var nodes = 2000

  @Option(name: .long, help: "The number of edges for each node.")
  var density = 2

  @Option(name: .long, help: "How often each draws; the medians count.")
  var `repeat` = 5

  func validate() throws {
    if nodes < 2 || density < 1 || `repeat` < 1 { throw ValidationError("at least 2 nodes, 1 edge each, drawn once") }
  }

  func run() throws {
    let diagram = sample()
    let folder = NSTemporaryDirectory() + "cdograph-draw-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let dot = folder + "/graph.dot"
    try Data(drawPicture(of: diagram, format: .dot, engine: .sfdp).bytes).write(to: URL(fileURLWithPath: dot))
    var times: [(ours: Double, theirs: Double)] = []
    for _ in 0..<`repeat` {
      let ours = try seconds {
        let picture = try drawPicture(of: diagram, format: .svg, engine: .sfdp)
        try Data(picture.bytes).write(to: URL(fileURLWithPath: folder + "/ours.svg"))
      }
      let theirs = try seconds {
        let sfdp = Process()
        sfdp.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        sfdp.arguments = ["sfdp", "-Tsvg", "-o", folder + "/theirs.svg", dot]
        try sfdp.run()
        sfdp.waitUntilExit()
        guard sfdp.terminationStatus == 0 else { throw ValidationError("sfdp is missing or failed") }
      }
      times.append((ours, theirs))
    }
    let median = times.count / 2
    let (ours, theirs) = (times.map(\.ours).sorted()[median], times.map(\.theirs).sorted()[median])
    let line = JSONOutput.members([
      ("nodes", .integer(Int64(nodes))), ("edges", .integer(Int64(diagram.edges.count))), ("seconds", .float(ours)),
      ("graphvizSeconds", .float(theirs)), ("ratio", .float(ours / theirs)),
    ])
    print(line.text())
  }

  /// Every node joined to earlier ones, by a fixed seed.
  private func sample() -> Diagram {
    var state: UInt64 = 42
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let kinds = ["actor", "project", "topic"]
    var edges: [Diagram.Edge] = []
    for node in 1..<nodes {
      for _ in 0..<min(density, node) {
        edges.append(Diagram.Edge(from: node, to: random(below: node), kind: "COVERS", label: "befasst sich mit"))
      }
    }
    return Diagram(
      title: "\(nodes)", language: .german,
      nodes: (0..<nodes).map { Diagram.Node(id: "n\($0)", label: "Knoten \($0)", kind: kinds[$0 % 3]) }, edges: edges)
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let time = (ContinuousClock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }
}
