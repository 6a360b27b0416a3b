import CypherSyntax
import GermanText
import GraphModel
public import GraphStore
public import Interchange
import NetworkFiles
import NetworkVocabulary

extension PropertyGraph {
  /// The graph of a file that other programs have written.
  ///
  /// The id of a node becomes its property `id` where it has none, as does that of an edge unless it is a number; properties without a
  /// value are left out, as stores have none.
  ///
  /// - Parameter remarks: Takes what the store cannot hold.
  /// - Complexity: O(nodes + edges + properties).
  public init(_ file: InterchangeGraph, _ remarks: inout Remarks) {
    self.init()
    var nodes: [NodeID] = []
    nodes.reserveCapacity(file.nodes.count)
    for node in file.nodes {
      var properties = PropertyGraph.properties(node.properties, &remarks)
      if node.properties.contains(where: { $0.key == "id" }) {
        remarks.note("the id of a node left out: its property 'id' stays")
      } else if !node.id.isPlace(nodes.count) {
        properties.append((.id, .string(node.id)))
      }
      nodes.append(addNode(node.labels.map { Label($0) }, properties))
    }
    for edge in file.edges {
      if edge.type.isEmpty { remarks.note("an edge without a type called RELATED") }
      var properties = PropertyGraph.properties(edge.properties, &remarks)
      if !edge.isNumbered {
        if edge.properties.contains(where: { $0.key == "id" }) {
          remarks.note("the id of an edge left out: its property 'id' stays")
        } else {
          properties.append((.id, .string(edge.id)))
        }
      }
      addEdge(
        EdgeType(edge.type.isEmpty ? "RELATED" : edge.type), from: nodes[edge.source], to: nodes[edge.target],
        properties)
    }
  }

  private static func properties(
    _ properties: [InterchangeGraph.Property], _ remarks: inout Remarks
  ) -> [(PropertyKey, Value)] {
    properties.compactMap { property in
      guard !property.value.isNull else {
        remarks.note("a property whose value is null left out")
        return nil
      }
      return (PropertyKey(property.key), property.value)
    }
  }
}

extension Workspace {
  /// A workspace over the graph of a file in a format of another program.
  ///
  /// Its nodes are found by name where they have the labels and properties of this network; queries work on any graph.
  ///
  /// - Parameter path: Where it comes from, for titles and messages.
  public init(_ graph: PropertyGraph, from path: String) {
    var graph = graph
    graph.addIndexes(RecordKind.all.map { ($0.label, .id) } + [(.municipality, .ags)])
    self.init(folders: [path], network: Network(graph: graph))
  }
}

extension InterchangeGraph {
  /// The graph that a script makes, with what its reader should know of it: a script that makes nothing is no fault, but hardly meant.
  public static func content(ofScript text: String) throws(ScriptFailure) -> GraphFormat.Content {
    let graph = try InterchangeGraph(runningScript: text)
    var remarks = Remarks()
    if graph.nodes.isEmpty {
      remarks.note("the script makes no nodes")
    } else if graph.edges.isEmpty {
      remarks.note("the file has no edges")
    }
    return (graph, remarks)
  }

  /// The graph that a script of the query language makes in an empty one.
  ///
  /// A script may come from anywhere: it reads no files, and a statement of it has five minutes.
  public init(runningScript text: String) throws(ScriptFailure) {
    var session = QuerySession(PropertyGraph())
    var limits = QuerySessionLimits()
    limits.readsFiles = false
    limits.time = .seconds(300)
    for (number, statement) in statements(in: text).enumerated() {
      session.firstLine = statement.line
      do throws(QueryFailure) {
        _ = try session.run(statement.text, limits: limits) { _ in true }
      } catch {
        throw ScriptFailure(statement: number + 1, line: statement.line, failure: error)
      }
      // Statements of a script are long and come once: they are not worth keeping.
      if number % 20 == 19, !session.isInTransaction { session.replaceGraph(with: session.graph) }
    }
    self.init(GraphSelection(session.graph))
  }
}

/// Why a script makes no graph.
public struct ScriptFailure: Error, Sendable {
  /// Which statement it is, counted from 1.
  public let statement: Int
  /// The line where the statement begins.
  public let line: Int
  /// What is wrong with it.
  public let failure: QueryFailure
}
