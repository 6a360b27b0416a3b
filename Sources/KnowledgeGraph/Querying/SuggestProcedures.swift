import CypherEngine
import CypherSyntax
import GraphAlgorithms
import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// The questions of matchmaking as procedures of the query language: the rows are those of the commands.
enum SuggestProcedures {
  /// The procedures, weighing scores as a network does.
  static func all(_ settings: MatchSettings) -> [CallableProcedure] {
    [
      explain(settings), gaps(settings), introduce(settings), suggest(settings), suggestAll(settings),
      transfer(settings), whyNot(settings),
    ]
  }

  private static let seekers: [Label] = [.actor, .project, .challenge]
  private static let seekerOptions: [MatchCallOption] = [
    .preset, .topics, .needs, .offers, .connected, .actors, .limit, .year, .language,
  ]
  private static let batchOptions: [MatchCallOption] = [.preset, .cap, .connected, .actors, .limit, .year, .language]
  private static let transferOptions: [MatchCallOption] = [.topics, .from, .preset, .limit, .year, .language]

  private static func suggest(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.suggest",
      summary:
        "New collaborators for an actor, who should join a project, or who can help with a challenge. Options: \(seekerOptions.list).",
      parameters: [.init("for", [.node, .string]), .init("options", .map, standard: .map([:]))],
      columns: [
        ("actor", .node), ("rank", .integer), ("score", .float), ("components", .map), ("reason", .string),
        ("path", .path),
      ],
      example:
        "CALL match.suggest('CDO Neuss', {limit: 3}) YIELD actor, score, reason RETURN actor.name, score, reason"
    ) { arguments, context throws(CypherError) in
      let options = try MatchCallOptions(arguments[1], "match.suggest", seekerOptions, context, settings)
      let query = options.query(for: try context.graph.named(arguments[0], seekers))
      let found = options.matchmaker.suggest(query).suggestions
      return found.enumerated().map { position, suggestion in
        [
          .node(suggestion.actor), .integer(Int64(position + 1)), .float(suggestion.score), suggestion.componentsValue,
          .string(suggestion.reason(in: context.graph, options.language)), suggestion.pathValue,
        ]
      }
    }
  }

  private static func suggestAll(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.suggestAll",
      summary:
        "Suggestions for every CDO at once: nobody more often than the cap, small municipalities guaranteed. Options: \(batchOptions.list).",
      parameters: [.init("options", .map, standard: .map([:]))],
      columns: [
        ("seeker", .node), ("actor", .node), ("score", .float), ("reason", .string), ("guaranteed", .boolean),
      ],
      example:
        "CALL match.suggestAll({limit: 2, cap: 2}) YIELD seeker, actor, score RETURN seeker.name, actor.name, score"
    ) { arguments, context throws(CypherError) in
      let options = try MatchCallOptions(arguments[0], "match.suggestAll", batchOptions, context, settings)
      var query = BatchQuery()
      query.preset = options.preset
      query.candidates = options.candidates ?? query.candidates
      query.includesConnected = options.includesConnected
      query.limit = options.limit ?? query.limit
      query.cap = options.cap ?? query.cap
      // Nothing stops the flow, so it has no reason to throw.
      guard let answer = try? options.matchmaker.suggestAll(query) else { return [] }
      return answer.suggestions.flatMap { seeker, suggestions in
        suggestions.map { suggestion in
          [
            .node(seeker), .node(suggestion.actor), .float(suggestion.score),
            .string(suggestion.reason(in: context.graph, options.language)), .boolean(suggestion.isGuaranteed),
          ]
        }
      }
    }
  }

  private static func transfer(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.transfer",
      summary:
        "Projects elsewhere that fit a municipality, with whom to ask. Options: \(transferOptions.list).",
      parameters: [.init("municipality", [.node, .string]), .init("options", .map, standard: .map([:]))],
      columns: [
        ("project", .node), ("rank", .integer), ("score", .float), ("components", .map), ("reason", .string),
        ("contacts", .list), ("caretaker", .boolean),
      ],
      example:
        "CALL match.transfer('Torgau', {from: 'Smart City Navigator', topics: ['Nahversorgung']}) YIELD project, score RETURN project.name, score"
    ) { arguments, context throws(CypherError) in
      let options = try MatchCallOptions(arguments[1], "match.transfer", transferOptions, context, settings)
      var query = TransferQuery(for: try context.graph.named(arguments[0], [.municipality]))
      query.topics = options.topics
      query.origin = options.origin
      query.preset = options.preset
      query.limit = options.limit ?? query.limit
      let answer = options.matchmaker.transfer(query)
      return zip(answer.projects, answer.contacts).enumerated().map { position, found in
        let (project, contact) = found
        return [
          .node(project.actor), .integer(Int64(position + 1)), .float(project.score), project.componentsValue,
          .string(project.projectReason(in: context.graph, options.language)),
          .list(contact.actors.map { .node($0) }), .boolean(contact.hasCaretaker),
        ]
      }
    }
  }

  private static func introduce(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.introduce",
      summary: "Chains of people, events and projects that can introduce an actor, the strongest first.",
      parameters: [
        .init("from", [.node, .string]), .init("to", [.node, .string]), .init("k", .integer, standard: .integer(3)),
      ],
      columns: [("target", .node), ("strength", .float), ("introducers", .list), ("path", .path)],
      example:
        "CALL match.introduce('CDO Fürth', 'Münsterhack', 3) YIELD target, strength, path RETURN target.name, strength, path"
    ) { arguments, context throws(CypherError) in
      guard case .integer(let count) = arguments[2], (1...100).contains(count) else {
        throw CypherError(.argument, .runtime, .invalidArgumentValue, "k is a number from 1 to 100")
      }
      let from = try context.graph.named(arguments[0], [.actor])
      let goal = try context.graph.named(arguments[1], [.actor, .event, .project, .challenge, .municipality])
      guard from != goal else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue,
          "both names mean '\(context.graph.value(.name, of: from)?.text ?? "")'; an introduction takes two")
      }
      let answer = Matchmaker(context.graph, settings).introductions(from: from, to: goal, count: Int(count))
      return answer.introductions.map { chain in
        [
          .node(chain.target), .float(chain.strength), .list(chain.introducers.map { .node($0) }),
          .path(GraphPath(nodes: chain.path.nodes, edges: chain.path.edges)),
        ]
      }
    }
  }

  private static func explain(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.explain",
      summary:
        "Why an actor is, or is not, suggested to another, a project or a challenge: its place, and each part of the score, which add up to it. Options: \(seekerOptions.list).",
      parameters: [
        .init("for", [.node, .string]), .init("actor", [.node, .string]), .init("options", .map, standard: .map([:])),
      ],
      columns: [
        ("rank", .integer), ("score", .float), ("component", .string), ("value", .float), ("share", .float),
        ("points", .float), ("excluded", .string), ("reason", .string),
      ],
      example:
        "CALL match.explain('CDO Neuss', 'CDO Solingen') YIELD component, value, share, points RETURN *"
    ) { arguments, context throws(CypherError) in
      let options = try MatchCallOptions(arguments[2], "match.explain", seekerOptions, context, settings)
      let explanation = try options.explanation(arguments[0], arguments[1], seekers)
      let excluded = explanation.exclusion.map { Value.string($0.text(in: context.graph, options.language)) } ?? .null
      let reason = Value.string(explanation.suggestion.reason(in: context.graph, options.language))
      return explanation.suggestion.contributions.map { part in
        [
          .integer(Int64(explanation.rank)), .float(explanation.suggestion.score),
          .string(part.component.rawValue), .float(part.value), .float(part.share),
          .float(Double(part.points) / 1000), excluded, reason,
        ]
      }
    }
  }

  private static func whyNot(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.whyNot",
      summary:
        "What would have to change for an actor to be suggested, the best place first. Options: \(seekerOptions.list).",
      parameters: [
        .init("for", [.node, .string]), .init("actor", [.node, .string]), .init("options", .map, standard: .map([:])),
      ],
      columns: [
        ("change", .string), ("score", .float), ("rank", .integer), ("suffices", .boolean), ("excluded", .string),
      ],
      example:
        "CALL match.whyNot('CDO Neuss', 'CDO Kiel', {limit: 3}) YIELD change, score, rank RETURN *"
    ) { arguments, context throws(CypherError) in
      let options = try MatchCallOptions(arguments[2], "match.whyNot", seekerOptions, context, settings)
      let explanation = try options.explanation(arguments[0], arguments[1], seekers)
      if explanation.isShown { return [] }
      let excluded = explanation.exclusion.map { Value.string($0.text(in: context.graph, options.language)) } ?? .null
      let rows: [[Value]] = explanation.changes.map { change in
        [
          .string(change.kind.text(in: context.graph, options.language)), .float(Double(change.points) / 1000),
          .integer(Int64(change.rank)),
          .boolean(explanation.exclusion == nil && change.rank <= explanation.query.limit), excluded,
        ]
      }
      let score = explanation.suggestion.score
      return rows.isEmpty
        ? [[.null, .float(score), .integer(Int64(explanation.rank)), .boolean(false), excluded]] : rows
    }
  }

  private static func gaps(_ settings: MatchSettings) -> CallableProcedure {
    CallableProcedure(
      name: "match.gaps",
      summary:
        "What is missing: needs that nobody offers to meet, topics without a tie, Länder without a CDO, isolated actors, brokers, introductions that shorten chains; count is how many are concerned.",
      parameters: [.init("limit", .integer, standard: .integer(5))],
      columns: [("kind", .string), ("name", .string), ("nodes", .list), ("count", .integer)],
      example:
        "CALL match.gaps(3) YIELD kind, name, count RETURN kind, name, count"
    ) { arguments, context throws(CypherError) in
      guard case .integer(let limit) = arguments[0], (1...1000).contains(limit) else {
        throw CypherError(.argument, .runtime, .invalidArgumentValue, "limit is a number from 1 to 1000")
      }
      let graph = context.graph
      let gaps = Matchmaker(graph, settings).gaps(limit: Int(limit))
      let words = ReasonWords(graph, context.language)
      func row(_ kind: String, _ nodes: [NodeID], _ count: Int, _ name: String? = nil) -> [Value] {
        let names = nodes.prefix(kind == "introduction" ? 2 : 1).map(words.named)
        return [
          .string(kind), .string(name ?? names.joined(separator: " – ")), .list(nodes.map { .node($0) }),
          .integer(Int64(count)),
        ]
      }
      func need(_ need: NetworkGaps.UnmetNeed) -> [Value] {
        let name = words.named(need.topic) + words.mark(need.isMadeUp(in: graph))
        return row("need", [need.topic] + need.seekers, need.seekers.count, name)
      }
      return gaps.unmetNeeds.map(need)
        + gaps.idleTopics.map { row("topic", [$0], 0) }
        + gaps.states.filter { $0.cdos == 0 }.map { row("state", [], $0.actors, $0.name) }
        + gaps.isolated.map { row("isolated", [$0], 0) }
        + gaps.brokers.map { row("broker", [$0.actor], $0.separated) }
        + gaps.introductions.map { row("introduction", [$0.first, $0.second], $0.newPairs + $0.shorterPairs) }
    }
  }
}

extension Suggestion {
  /// The walk as a value of a query.
  var pathValue: Value {
    evidence.path.map { Value.path(GraphPath(nodes: $0.nodes, edges: $0.edges)) } ?? .null
  }

  /// What each component adds, by name.
  fileprivate var componentsValue: Value {
    .map(ValueMap(contributions.map { ($0.component.rawValue, .float(Double($0.points) / 1000)) }))
  }
}
