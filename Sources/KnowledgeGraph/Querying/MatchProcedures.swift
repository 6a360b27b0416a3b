import CypherEngine
import CypherSyntax
import GermanText
import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// Matchmaking as procedures of the query language; the questions beside peers stand in `SuggestProcedures.swift`.
enum MatchProcedures {
  /// The procedures, weighing scores as a network does.
  static func all(_ settings: MatchSettings) -> [CallableProcedure] {
    [peers(settings), similar(settings)] + SuggestProcedures.all(settings)
  }

  private static func similar(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.similar", summary: "The actors most like an actor, with the reason; language is 'de' or 'en'.",
      parameters: [
        .init("actor", [.node, .string]), .init("limit", .integer, standard: .integer(10)),
        .init("language", .string, standard: .string("de")),
      ], columns: [("actor", .node), ("score", .float), ("reason", .string), ("path", .path)],
      example:
        "CALL match.similar('CDO Norderstedt', 3) YIELD actor, score RETURN actor.name, score"
    ) { arguments, context throws(CypherError) in
      guard case .integer(let limit) = arguments[1], limit > 0, case .string(let language) = arguments[2] else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue, "match.similar takes an actor, a number above 0 and a language")
      }
      var query = PeerQuery()
      query.seeker = try context.graph.named(arguments[0], [.actor])
      query.limit = Int(limit)
      return rows(of: Matchmaker(context.graph, settings).peers(query).peers, context.graph, Language(locale: language))
    }
  }

  private static func peers(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.peers",
      summary:
        "Peers for topics or like an actor, with the reason. Options: topics, like, focus ('inward', 'outward'), states, near, within (km), minimumPopulation, maximumPopulation, limit, language ('de', 'en').",
      parameters: [.init("options", .map)],
      columns: [("actor", .node), ("score", .float), ("reason", .string), ("path", .path)],
      example:
        "CALL match.peers({topics: ['OZG'], limit: 3}) YIELD actor, score RETURN actor.name, score"
    ) { arguments, context throws(CypherError) in
      guard case .map(let options) = arguments[0] else {
        throw CypherError(.type, .runtime, .invalidArgumentType, "match.peers takes a map of options")
      }
      let graph = context.graph
      let (query, language) = try PeerQuery.read(options, graph)
      return rows(of: Matchmaker(graph, settings).peers(query).peers, graph, language)
    }
  }

  private static func rows(of peers: [Suggestion], _ graph: PropertyGraph, _ language: Language) -> [[Value]] {
    peers.map { peer in
      [.node(peer.actor), .float(peer.score), .string(peer.reason(in: graph, language)), peer.pathValue]
    }
  }
}

extension PeerQuery {
  /// Reads the options of a call; what stands for a node may be the node, its id or its name.
  fileprivate static func read(_ options: ValueMap, _ graph: PropertyGraph) throws(CypherError) -> (PeerQuery, Language)
  {
    var query = PeerQuery()
    var language = Language.german
    var bounds: (low: Int, high: Int)?
    for entry in options.entries {
      func wrong(_ wanted: String) -> CypherError {
        CypherError(
          .argument, .runtime, .invalidArgumentValue, "'\(entry.key)' is \(wanted), this is \(entry.value.literal)")
      }
      switch (entry.key, entry.value) {
      case ("topics", .list(let values)):
        for value in values { query.topics.append(try graph.named(value, [.topic])) }
      case ("topics", let value), ("topic", let value): query.topics = [try graph.named(value, [.topic])]
      case ("like", let value): query.seeker = try graph.named(value, [.actor])
      case ("near", let value): query.near = try graph.named(value, [.municipality, .actor])
      case ("within", let value):
        guard let distance = value.number, distance > 0 else { throw wrong("a distance in kilometres") }
        query.within = distance
      case ("focus", let value):
        guard let focus = value.text.flatMap(RoleFocus.init(rawValue:)) else { throw wrong("'inward' or 'outward'") }
        query.focus = focus
      case ("states", .list(let values)): query.states = values.compactMap(\.text)
      case ("minimumPopulation", .integer(let number)): bounds = (Int(number), bounds?.high ?? .max)
      case ("maximumPopulation", .integer(let number)): bounds = (bounds?.low ?? 0, Int(number))
      case ("limit", .integer(let number)) where number > 0: query.limit = Int(number)
      case ("language", .string(let name)): language = Language(locale: name)
      default:
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue,
          "match.peers has no option '\(entry.key)' with \(entry.value.literal)",
          suggestion:
            "topics, like, focus, states, near, within, minimumPopulation, maximumPopulation, limit, language")
      }
    }
    if let bounds {
      guard bounds.low <= bounds.high else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue, "minimumPopulation is greater than maximumPopulation")
      }
      query.population = bounds.low...bounds.high
    }
    guard !query.topics.isEmpty || query.seeker != nil else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "match.peers needs topics or an actor",
        suggestion: "match.peers({topics: ['OZG']}) or match.peers({like: 'CDO der Stadt Neuss'})")
    }
    return (query, language)
  }
}

extension PropertyGraph {
  /// The node that a value means: itself, or by id, name or alias, written as people do.
  ///
  /// - Complexity: O(nodes with the labels).
  func named(_ value: Value, _ labels: [Label]) throws(CypherError) -> NodeID {
    if case .node(let node) = value { return node }
    let kinds = RecordKind.all.filter { labels.contains($0.label) }
    guard case .string(let text) = value else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "a node, an id or a name was expected, this is \(value.literal)")
    }
    let wanted = folded(text)
    var names: [String] = []
    for kind in kinds {
      let fields = (kind.nameFields + kind.aliasFields).map { PropertyKey($0) }
      for node in nodes(with: kind.label) {
        if self.value(.id, of: node)?.text == text { return node }
        let own = fields.compactMap { self.value($0, of: node) }.flatMap { $0.text.map { [$0] } ?? $0.texts }
        if own.contains(where: { folded($0) == wanted }) { return node }
        names += own
      }
    }
    let index = Workspace.nameIndex(of: self)
    if case .one(let node, _) = index.find(text, in: Set(labels.map(\.name))) { return node }
    if let node = NameReadings(graph: self, names: index).node(named: text, among: labels) { return node }
    throw CypherError(
      .argument, .runtime, .invalidArgumentValue,
      "there is no \(labels.map(\.name).joined(separator: " or ")) '\(text)'",
      suggestion: nearest(to: text, among: names).first.map { "did you mean '\($0)'?" })
  }
}
