import ArgumentParser
import GraphStore
import JSONText
import NetworkFiles

/// Says how much memory the loaded graph takes.
struct ShowFootprint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footprint", abstract: "Load the data and print the bytes that the graph takes, as a JSON line.")

  @Option(name: .long, help: "The folder that the generator wrote.")
  var data: String

  func run() throws {
    let graph = try loadNetwork(folders: [data], kinds: SyntheticNetwork.kinds).graph
    let footprint = graph.footprint
    let line = JSONOutput.members([
      ("nodes", .integer(Int64(graph.nodeCount))), ("edges", .integer(Int64(graph.edgeCount))),
      ("structure", .integer(Int64(footprint.structure))),
      ("nodeProperties", .integer(Int64(footprint.nodeProperties))),
      ("edgeProperties", .integer(Int64(footprint.edgeProperties))), ("indexes", .integer(Int64(footprint.indexes))),
      ("bytesPerEdge", .float(Double(footprint.total) / Double(max(1, graph.edgeCount)))),
      ("bytesPerNode", .float(Double(footprint.total) / Double(max(1, graph.nodeCount)))),
    ])
    print(line.text())
  }
}
