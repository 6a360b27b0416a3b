public import GraphModel
import GraphStore
public import JSONText
public import Matchmaking
import NetworkVocabulary

extension Workspace {
  /// Suggests peers; see `peers(_:in:)`.
  public func peers(_ query: PeerQuery) -> PeerAnswer { matchmaker().peers(query) }

  /// An answer as the JSON object that `cdograph peers --format json` prints; `Graph/schema/peers.schema.json` is its
  /// schema.
  public func json(_ answer: PeerAnswer, _ language: Language) -> JSONOutput {
    .object([
      ("query", json(answer.query)),
      ("matches", .integer(Int64(answer.matchCount))),
      ("candidates", .integer(Int64(answer.candidateCount))),
      ("peers", .array(answer.peers.map { json($0, language) })),
    ])
  }

  private func json(_ query: PeerQuery) -> JSONOutput {
    .members([
      ("topics", .array(query.topics.map(id))),
      ("like", query.seeker.map(id)),
      ("focus", query.focus.map { .string($0.rawValue) }),
      ("states", .array(query.states.map { .string($0) })),
      ("near", query.near.map(id)),
      ("within", query.within.map { .float($0) }),
      (
        "population",
        query.population.map { bounds in
          .members([
            ("min", .integer(Int64(bounds.lowerBound))),
            ("max", bounds.upperBound == .max ? nil : .integer(Int64(bounds.upperBound))),
          ])
        }
      ),
      ("actors", .string(query.candidates.rawValue)),
      ("limit", .integer(Int64(query.limit))),
    ])
  }

  private func json(_ peer: Suggestion, _ language: Language) -> JSONOutput {
    let parts = peer.contributions.map { part -> (key: String, value: JSONOutput) in
      (part.component.rawValue, .float(Double(part.points) / 1000))
    }
    let distance = peer.evidence.distance.map { JSONOutput.float(($0 * 10).rounded() / 10) }
    let members: [(String, JSONOutput?)] = [
      ("id", id(peer.actor)),
      ("name", .string(graph.value(.name, of: peer.actor)?.text ?? "")),
      ("score", .float(peer.score)),
      ("components", .object(parts)),
      ("reason", .string(peer.reason(in: graph, language))),
      ("path", .array(peer.evidence.path.map { steps($0, language) } ?? [])),
      ("sources", .array(sources(of: peer).map { .string($0) })),
      ("municipality", peer.evidence.place.map { id($0.node) }),
      ("distanceKm", distance),
      ("misses", .array(peer.misses.map { .string($0.text(language)) })),
      ("derived", graph.value(.derived, of: peer.actor)?.boolean == true ? .boolean(true) : nil),
      ("example", isExample(peer.actor) ? .boolean(true) : nil),
    ]
    return .members(members)
  }

  /// The nodes of a walk as JSON, each but the first with the relationship that leads to it.
  public func steps(_ path: EvidencePath, _ language: Language) -> [JSONOutput] {
    path.nodes.enumerated().map { position, node in
      let edge = position > 0 ? path.edges[position - 1] : nil
      return .members([
        ("id", id(node)),
        ("label", kind(of: node).map { .string($0.label.name) }),
        ("name", .string(graph.value(.name, of: node)?.text ?? "")),
        ("relationship", edge.map { .string(graph.type(of: $0).name) }),
        ("phrase", edge.map { .string(Relationship.of(graph.type(of: $0)).phrase[language]) }),
        ("forward", edge.map { .boolean(graph.ends(of: $0).target == node) }),
        ("example", isExample(node) || edge.map(isExample) ?? false ? .boolean(true) : nil),
      ])
    }
  }
}
