import CGraphviz
import Foundation

/// Why a text in DOT could not be read.
public enum DotParsingError: Error, Sendable {
  /// The text is not DOT; the line is 0 where the parser names none.
  case notDOT(line: Int, message: String)
  /// The process that reads has failed.
  case worker(DiagramError)
}

extension RenderWorker {
  /// Lets the parser of Graphviz read a text in DOT, in a child process, which may crash without harm to this one. The child
  /// must call ``serveDotRequest()``.
  ///
  /// - Returns: The first graph as JSON, with all attributes of nodes and edges: `directed`, `subgraphs`, `more` (how many graphs
  ///   follow), `attributes`, `nodes` (`id`, `attributes`) and `edges` (`source`, `target`, `attributes`), in the order of the text.
  public func parse(dot text: [UInt8]) async throws(DotParsingError) -> [UInt8] {
    // The mark of UTF-8 is no part of the text.
    let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    // The parser takes a C string.
    if let position = text.firstIndex(of: 0) {
      throw .notDOT(line: 1 + text[..<position].count { $0 == 10 }, message: "the text holds a NUL character")
    }
    guard String(validating: text, as: UTF8.self) != nil else {
      throw .notDOT(line: 0, message: "the file is not UTF-8; save it as UTF-8")
    }
    switch await run(text) {
    case .none: throw .worker(.workerAnswer(problem: "it took too long to read the file"))
    case .some(.failure(let error)): throw .worker(error)
    case .some(.success(let frame)):
      guard frame.starts(with: DotAnswer.mark) else {
        throw .worker(.workerAnswer(problem: "its answer does not begin like one"))
      }
      let answer = Array(frame[DotAnswer.mark.count...])
      if let refusal = try? JSONDecoder().decode(DotAnswer.Refusal.self, from: Data(answer)) {
        throw .notDOT(line: refusal.line, message: refusal.message)
      }
      return answer
    }
  }
}

/// Answers one request of ``RenderWorker/parse(dot:)``: reads DOT from standard input to its end, writes the graph as JSON to
/// standard output. The hidden command of the child process calls it and nothing else.
///
/// - Returns: The exit status: 0 when an answer was written, be it a graph or a refusal.
public func serveDotRequest() -> Int32 {
  cgv_end_with_parent()
  cgv_limit_process(4 << 30, 600)
  do {
    let input = try FileHandle.standardInput.readToEnd() ?? Data()
    let answer = try DotAnswer.bytes(for: [UInt8](input))
    try FileHandle.standardOutput.write(contentsOf: Data(DotAnswer.mark + answer))
    return 0
  } catch {
    return 74  // EX_IOERR of sysexits.h
  }
}

private enum DotAnswer {
  static let mark = Array("cdograph-dot 1\n".utf8)

  struct Refusal: Codable {
    let line: Int
    let message: String
  }

  private struct Document: Encodable {
    let directed: Bool
    let subgraphs: UInt32
    let more: UInt32
    let attributes: [String: String]
    var nodes: [Node] = []
    var edges: [Edge] = []
  }

  private struct Node: Encodable {
    let id: String
    let attributes: [String: String]
  }

  private struct Edge: Encodable {
    let source: String
    let target: String
    let attributes: [String: String]
  }

  static func bytes(for text: [UInt8]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    cgv_listen()
    var more: UInt32 = 0
    let graph = String(decoding: text, as: UTF8.self).withCString { cgv_parse($0, &more) }
    defer { if let graph { cgv_close(graph) } }
    // What stands behind the graph and is none is refused like the rest.
    guard let graph, GraphvizGraph.messages.isEmpty else {
      let message = GraphvizGraph.messages.first ?? "there is no graph in it"
      let line = message.firstMatch(of: #/line (\d+)/#).flatMap { Int($0.output.1) } ?? 0
      return [UInt8](try encoder.encode(Refusal(line: line, message: cause(of: message))))
    }
    return [UInt8](try encoder.encode(document(of: graph, more)))
  }

  /// What Graphviz complains of, in words that say what to do; its own words where it says something unheard of.
  private static func cause(of message: String) -> String {
    if let word = message.firstMatch(of: #/syntax error in line \d+ near '(.*)'/#)?.output.1 {
      let advice = word == "->" || word == "--" ? "; '->' joins nodes of a 'digraph', '--' those of a 'graph'" : ""
      return "'\(word)' cannot stand here\(advice)"
    }
    if let word = message.firstMatch(of: #/badly delimited number '(.*)' in line/#)?.output.1 {
      return "'\(word)' is read as two words; put it in quotation marks"
    }
    let causes: KeyValuePairs = [
      "scanning a quoted string": "a quotation mark is not closed, or its text is longer than 16384 characters",
      "scanning a HTML string": "a '<' is not closed, or its text is longer than 16384 characters",
      "scanning a /*": "a comment that begins with '/*' is not closed",
      "there is no graph in it": "there is no graph in it",
    ]
    if let known = causes.first(where: { message.contains($0.key) }) { return known.value }
    return message.firstMatch(of: #/syntax error in line \d+\s*$/#) == nil
      ? "Graphviz refuses it (\(message.trimmingCharacters(in: .whitespacesAndNewlines)))"
      : "it ends too early; is a '}' missing?"
  }

  private static func document(of graph: CGVGraph, _ more: UInt32) -> Document {
    let own = attributes(of: graph, .graph)
    var document = Document(
      directed: cgv_is_directed(graph) != 0, subgraphs: cgv_count_subgraphs(graph), more: more,
      attributes: values(own) { cgv_graph_value(graph, $0) })
    let nodeAttributes = attributes(of: graph, .nodes)
    let edgeAttributes = attributes(of: graph, .edges)
    var edges: [(number: UInt64, edge: Edge)] = []
    var node = cgv_first_node(graph)
    while let current = node {
      document.nodes.append(
        Node(id: name(of: current), attributes: values(nodeAttributes) { cgv_node_value(current, $0) }))
      var edge = cgv_first_edge(graph, current)
      while let leaving = edge {
        let described = Edge(
          source: name(of: cgv_tail(leaving)), target: name(of: cgv_head(leaving)),
          attributes: values(edgeAttributes) { cgv_edge_value(leaving, $0) })
        edges.append((cgv_edge_number(leaving), described))
        edge = cgv_next_edge(graph, leaving)
      }
      node = cgv_next_node(graph, current)
    }
    document.edges = edges.sorted { $0.number < $1.number }.map(\.edge)
    return document
  }

  private static func name(of node: CGVNode) -> String { String(cString: cgv_node_name(node)) }

  private static func attributes(of graph: CGVGraph, _ owner: CGVOwner) -> [CGVAttribute] {
    var found: [CGVAttribute] = []
    var attribute = cgv_next_attribute(graph, owner, nil)
    while let current = attribute {
      found.append(current)
      attribute = cgv_next_attribute(graph, owner, current)
    }
    return found
  }

  private static func values(
    _ attributes: [CGVAttribute], _ value: (CGVAttribute) -> UnsafePointer<CChar>?
  ) -> [String: String] {
    var values: [String: String] = [:]
    for attribute in attributes {
      guard let text = value(attribute).map({ String(cString: $0) }), !text.isEmpty else { continue }
      values[String(cString: cgv_attribute_name(attribute))] = text
    }
    return values
  }
}
