public import GraphModel
import GraphStore
public import JSONText
public import Matchmaking
import NetworkVocabulary

extension Workspace {
  /// An answer as the JSON object that `cdograph suggest --format json` prints.
  public func json(_ answer: SuggestAnswer, _ language: Language) -> JSONOutput {
    .object([
      ("for", id(answer.query.seeker)),
      ("preset", .string(answer.preset.name)),
      ("year", .integer(Int64(answer.year))),
      ("topics", .array(answer.aim.topics.map(id))),
      ("needs", .array(answer.aim.needs.map(id))),
      ("matches", .integer(Int64(answer.matchCount))),
      ("candidates", .integer(Int64(answer.candidateCount))),
      ("suggestions", .array(answer.suggestions.map { .members(members(of: $0, language)) })),
      (
        "connected",
        .array(
          answer.connected.map { known in
            .object([
              ("id", id(known.suggestion.actor)), ("score", .float(known.suggestion.score)),
              ("how", .string(known.connection.text(in: graph, language))),
            ])
          })
      ),
    ])
  }

  /// The fields of one suggestion: score, parts with their values and shares, reason, walk, sources.
  ///
  /// - Parameter reason: Why it fits; what is said of actors where missing.
  func members(of suggestion: Suggestion, reason: String? = nil, _ language: Language) -> [(String, JSONOutput?)] {
    let evidence = suggestion.evidence
    let parts = suggestion.contributions.map { part -> (key: String, value: JSONOutput) in
      (
        part.component.rawValue,
        .object([
          ("points", .float(Double(part.points) / 1000)), ("value", .float(part.value)), ("share", .float(part.share)),
        ])
      )
    }
    let hasExchange = suggestion.contributions.contains { $0.component == .exchange }
    return [
      ("id", id(suggestion.actor)),
      ("name", .string(graph.value(.name, of: suggestion.actor)?.text ?? "")),
      ("score", .float(suggestion.score)),
      ("components", .object(parts)),
      (
        "exchange",
        hasExchange
          ? .object([("received", .float(evidence.exchange.received)), ("given", .float(evidence.exchange.given))])
          : nil
      ),
      ("reason", .string(reason ?? suggestion.reason(in: graph, language))),
      ("path", .array(evidence.path.map { steps($0, language) } ?? [])),
      ("sources", .array(sources(of: suggestion).map { .string($0) })),
      ("municipality", evidence.place.map { id($0.node) }),
      ("distanceKm", evidence.distance.map { .float(($0 * 10).rounded() / 10) }),
      ("derived", graph.value(.derived, of: suggestion.actor)?.boolean == true ? .boolean(true) : nil),
      ("example", isExample(suggestion.actor) ? .boolean(true) : nil),
      ("restsOnExamples", suggestion.restsOnExamples(in: graph) ? .boolean(true) : nil),
      ("guaranteed", suggestion.isGuaranteed ? .boolean(true) : nil),
    ]
  }

  /// An explanation as JSON, for `cdograph explain` and `why-not`.
  public func json(_ explanation: Explanation, _ language: Language) -> JSONOutput {
    let place: [(String, JSONOutput?)] = [
      ("for", id(explanation.query.seeker)), ("preset", .string(explanation.preset.name)),
      ("year", .integer(Int64(explanation.year))),
      ("rank", .integer(Int64(explanation.rank))), ("ranked", .integer(Int64(explanation.rankedCount))),
      ("limit", .integer(Int64(explanation.query.limit))), ("shown", .boolean(explanation.isShown)),
      ("excluded", explanation.exclusion.map { .string($0.text(in: graph, language)) }),
    ]
    return .members(
      place + members(of: explanation.suggestion, language) + [
        (
          "networkRestsOnExamples",
          explanation.madeUpNearness.isEmpty
            ? nil : .array(explanation.madeUpNearness.map(\.rawValue).sorted().map { .string($0) })
        ),
        (
          "paths",
          .array(
            explanation.paths.map { component, path in
              .object([
                ("component", .string(component.rawValue)), ("chain", .string(chain(path, language))),
                ("nodes", .array(steps(path, language))),
              ])
            })
        ),
        (
          "changes",
          .array(
            explanation.changes.map { change in
              .object([
                ("change", .string(change.kind.text(in: graph, language))),
                ("score", .float(Double(change.points) / 1000)), ("rank", .integer(Int64(change.rank))),
              ])
            })
        ),
      ])
  }

  /// Projects that fit a municipality as JSON, for `cdograph transfer`.
  public func json(_ answer: TransferAnswer, _ language: Language) -> JSONOutput {
    .object([
      ("for", id(answer.query.municipality)),
      ("year", .integer(Int64(answer.year))),
      ("topics", .array(answer.query.topics.map(id))),
      ("matches", .integer(Int64(answer.matchCount))),
      ("candidates", .integer(Int64(answer.candidateCount))),
      (
        "projects",
        .array(
          zip(answer.projects, answer.contacts).map { project, contact in
            let extra: [(String, JSONOutput?)] = [
              ("contacts", .array(contact.actors.map(id))), ("caretaker", .boolean(contact.hasCaretaker)),
              ("nearby", .array(contact.nearby.map(id))),
            ]
            let reason = project.projectReason(in: graph, language)
            return .members(members(of: project, reason: reason, language) + extra)
          })
      ),
    ])
  }

  /// Introductions as JSON, for `cdograph introduce`.
  public func json(_ answer: IntroductionAnswer, _ language: Language) -> JSONOutput {
    .object([
      ("targets", .array(answer.targets.map(id))),
      (
        "introductions",
        .array(
          answer.introductions.map { chain in
            .object([
              ("target", id(chain.target)), ("strength", .float(chain.strength)),
              ("introducers", .array(chain.introducers.map(id))),
              ("chain", .string(self.chain(chain.path, language))), ("nodes", .array(steps(chain.path, language))),
              ("sources", .array(sources(of: chain.path).map { .string($0) })),
            ])
          })
      ),
    ])
  }

  /// The id of a record.
  func id(_ node: NodeID) -> JSONOutput { .string(graph.value(.id, of: node)?.text ?? "") }
}
