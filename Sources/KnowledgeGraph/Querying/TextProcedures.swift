import CypherEngine
import CypherSyntax
import GermanText
import GraphModel
import GraphStore
import NetworkVocabulary

/// Searching the network by words.
enum TextProcedures {
  static let all: [CallableProcedure] = [search]

  private static let search = CallableProcedure(
    name: "text.search",
    summary:
      "Nodes whose names, aliases or descriptions have the words; endings, umlauts and joined words do not matter.",
    parameters: [.init("words", .string), .init("limit", .integer, standard: .integer(20))],
    columns: [("node", .node), ("score", .float), ("words", .list)]
  ) { arguments, context throws(CypherError) in
    guard case .string(let words) = arguments[0], case .integer(let limit) = arguments[1] else {
      throw CypherError(.type, .runtime, .invalidArgumentType, "text.search takes a text and an integer")
    }
    return TextIndex(context.graph.searchedTexts).search(words, limit: Int(max(0, min(limit, 1_000_000)))).map { hit in
      [.node(hit.key), .float(hit.score), .list(hit.words.map { .string($0) })]
    }
  }
}

extension PropertyGraph {
  /// Names count three times, aliases twice, running text once.
  fileprivate var searchedTexts: [TextField<NodeID>] {
    let descriptions: [PropertyKey] = ["description", "definition", "note"]
    return RecordKind.all.flatMap { kind -> [TextField<NodeID>] in
      let fields =
        kind.nameFields.map { (PropertyKey($0), 3.0) } + kind.aliasFields.map { (PropertyKey($0), 2.0) }
        + descriptions.map { ($0, 0.9) }
      return nodes(with: kind.label).flatMap { node in
        fields.flatMap { key, weight -> [TextField<NodeID>] in
          guard let value = value(key, of: node) else { return [] }
          return (value.text.map { [$0] } ?? value.texts).map { TextField(key: node, text: $0, weight: weight) }
        }
      }
    }
  }
}
