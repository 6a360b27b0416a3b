import CypherEngine
import CypherSyntax
import GermanText
import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// Matchmaking as procedures of the query language.
enum MatchProcedures {
  static let all: [CallableProcedure] = [explain, peers, similar]

  private static let similar = CallableProcedure(
    name: "match.similar", summary: "The actors most like an actor, with the reason; language is 'de' or 'en'.",
    parameters: [
      .init("actor", [.node, .string]), .init("limit", .integer, standard: .integer(10)),
      .init("language", .string, standard: .string("de")),
    ], columns: [("actor", .node), ("score", .float), ("reason", .string), ("path", .path)]
  ) { arguments, context throws(CypherError) in
    guard case .integer(let limit) = arguments[1], limit > 0, case .string(let language) = arguments[2] else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "match.similar takes an actor, a number above 0 and a language")
    }
    var query = PeerQuery()
    query.seeker = try context.graph.named(arguments[0], [.actor])
    query.limit = Int(limit)
    return rows(of: Matchmaking.peers(query, in: context.graph).peers, context.graph, Language(locale: language))
  }

  private static let explain = CallableProcedure(
    name: "match.explain",
    summary:
      "Why one actor is, or is not, suggested to another: its rank and each part of the score, which add up to the score.",
    parameters: [
      .init("seeker", [.node, .string]), .init("actor", [.node, .string]),
      .init("language", .string, standard: .string("de")),
    ],
    columns: [
      ("rank", .integer), ("score", .float), ("component", .string), ("points", .float), ("reason", .string),
    ]
  ) { arguments, context throws(CypherError) in
    guard case .string(let name) = arguments[2] else {
      throw CypherError(.argument, .runtime, .invalidArgumentValue, "the language is 'de' or 'en'")
    }
    let (graph, language) = (context.graph, Language(locale: name))
    var query = PeerQuery()
    query.seeker = try graph.named(arguments[0], [.actor])
    query.candidates = .any
    query.limit = .max
    let actor = try graph.named(arguments[1], [.actor])
    let found = Matchmaking.peers(query, in: graph).peers
    guard let place = found.firstIndex(where: { $0.actor == actor }) else {
      let reason = Wording(
        "wird nicht vorgeschlagen: kein Thema, Projekt oder Profil verbindet beide, oder beide arbeiten für dieselbe Kommune",
        "is not suggested: no topic, project or profile joins the two, or both work for one municipality")
      return [[.null, .float(0), .null, .float(0), .string(reason[language])]]
    }
    let peer = found[place]
    return peer.contributions.map { part in
      [
        .integer(Int64(place + 1)), .float(peer.score), .string(part.component.name[language]),
        .float(Double(part.points) / 1000), .string(peer.reason(in: graph, language)),
      ]
    }
  }

  private static func rows(of peers: [Suggestion], _ graph: PropertyGraph, _ language: Language) -> [[Value]] {
    peers.map { peer in
      let path = peer.evidence.path.map { Value.path(GraphPath(nodes: $0.nodes, edges: $0.edges)) } ?? .null
      return [.node(peer.actor), .float(peer.score), .string(peer.reason(in: graph, language)), path]
    }
  }

  private static let peers = CallableProcedure(
    name: "match.peers",
    summary:
      "Peers for topics or like an actor, with the reason. Options: topics, like, focus ('inward', 'outward'), states, near, within (km), minimumPopulation, maximumPopulation, limit, language ('de', 'en').",
    parameters: [.init("options", .map)],
    columns: [("actor", .node), ("score", .float), ("reason", .string), ("path", .path)]
  ) { arguments, context throws(CypherError) in
    guard case .map(let options) = arguments[0] else {
      throw CypherError(.type, .runtime, .invalidArgumentType, "match.peers takes a map of options")
    }
    let graph = context.graph
    let (query, language) = try PeerQuery.read(options, graph)
    return rows(of: Matchmaking.peers(query, in: graph).peers, graph, language)
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
    throw CypherError(
      .argument, .runtime, .invalidArgumentValue,
      "there is no \(labels.map(\.name).joined(separator: " or ")) '\(text)'",
      suggestion: nearest(to: text, among: names).first.map { "did you mean '\($0)'?" })
  }
}
