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
        .init("language", .string, standard: .string("")),
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
      let chosen = try language.isEmpty ? context.language : Language(calledBy: language)
      return rows(of: Matchmaker(context.graph, settings).peers(query).peers, context.graph, chosen)
    }
  }

  private static func peers(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.peers",
      summary:
        "Peers for topics or like an actor, with the reason; where nobody meets every condition the nearest, with the conditions that each misses. Options: \(PeerQuery.options).",
      parameters: [.init("options", .map)],
      columns: [
        ("actor", .node), ("score", .float), ("reason", .string), ("path", .path), ("misses", .list),
      ],
      example:
        "CALL match.peers({topics: ['OZG'], limit: 3}) YIELD actor, score RETURN actor.name, score"
    ) { arguments, context throws(CypherError) in
      guard case .map(let options) = arguments[0] else {
        throw CypherError(.type, .runtime, .invalidArgumentType, "match.peers takes a map of options")
      }
      let graph = context.graph
      let (query, language) = try PeerQuery.read(options, context)
      let peers = Matchmaker(graph, settings).peers(query).peers
      return zip(rows(of: peers, graph, language), peers).map { row, peer in
        row + [.list(peer.misses.map { .string($0.text(language)) })]
      }
    }
  }

  private static func rows(of peers: [Suggestion], _ graph: PropertyGraph, _ language: Language) -> [[Value]] {
    peers.map { peer in
      [.node(peer.actor), .float(peer.score), .string(peer.reason(in: graph, language)), peer.pathValue]
    }
  }
}

extension PeerQuery {
  /// What a call may say.
  fileprivate static let options =
    "topics, like, focus ('inward', 'outward', 'both'), states, near, within (km), minimumPopulation, maximumPopulation, actors ('cdo', 'municipal', 'any'), limit, language ('de', 'en')"

  /// Reads the options of a call; what stands for a node may be the node, its id or its name.
  fileprivate static func read(
    _ options: ValueMap, _ context: QueryContext
  ) throws(CypherError) -> (PeerQuery, Language) {
    let graph = context.graph
    var query = PeerQuery()
    var language = context.language
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
        guard let distance = value.number else { throw wrong("a distance in kilometres") }
        try CypherError.refuse(OptionBounds.fault(of: "within", distance: distance))
        query.within = distance
      case ("focus", let value):
        guard let focus = value.text.flatMap(RoleFocus.init(rawValue:)) else {
          throw wrong("'inward', 'outward' or 'both'")
        }
        query.focus = focus
      case ("states", .list(let values)): for value in values { query.states.append(try state(value)) }
      case ("states", let value), ("state", let value): query.states = [try state(value)]
      case ("actors", .string(let word)) where Candidates(rawValue: word) != nil:
        query.candidates = Candidates(rawValue: word) ?? query.candidates
      case ("minimumPopulation", .integer(let number)): bounds = (Int(number), bounds?.high ?? .max)
      case ("maximumPopulation", .integer(let number)): bounds = (bounds?.low ?? 0, Int(number))
      case ("limit", .integer(let number)) where number > 0: query.limit = Int(number)
      case ("language", .string(let name)): language = try Language(calledBy: name)
      default:
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue,
          "match.peers has no option '\(entry.key)' with \(entry.value.literal)", suggestion: Self.options)
      }
    }
    if let bounds {
      guard bounds.low <= bounds.high else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue, "minimumPopulation is greater than maximumPopulation")
      }
      query.population = bounds.low...bounds.high
    }
    guard query.within == nil || query.near != nil || query.seeker != nil else {
      throw CypherError(.argument, .runtime, .invalidArgumentValue, "'within' needs 'near' or 'like'")
    }
    guard !query.topics.isEmpty || query.seeker != nil else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "match.peers needs topics or an actor",
        suggestion: "match.peers({topics: ['OZG']}) or match.peers({like: 'CDO der Stadt Neuss'})")
    }
    return (query, language)
  }

  private static func state(_ value: Value) throws(CypherError) -> String {
    guard let text = value.text else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "'states' is a list of Länder, this is \(value.literal)")
    }
    if let name = State.name(meantBy: text) { return name }
    throw CypherError(
      .argument, .runtime, .invalidArgumentValue, "unknown Land '\(text)'",
      suggestion: State.name(nearestTo: text).map { "did you mean '\($0)'?" })
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
      "no node with the label \(labels.map(\.name).joined(separator: "|")) that may be used is called '\(text)'",
      suggestion: nearest(to: text, among: names).first.map { "did you mean '\($0)'?" })
  }
}
