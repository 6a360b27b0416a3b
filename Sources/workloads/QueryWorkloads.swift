import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore

/// A query of W12 with the sets of parameters that it is asked with.
private struct BenchQuery: Sendable {
  let name: String
  let text: String
  let parameters: @Sendable (QuerySamples) -> [[String: Value]]
}

/// The samples that W12's parameters are taken from.
private struct QuerySamples {
  /// A thousand actors.
  let ids: [Value]
  /// The topics ranked 1st, 30th and 100th by the number of actors that cover them.
  let topics: [Value]
  /// A hundred pairs of actors.
  let pairs: [(Value, Value)]

  init(_ network: BenchNetwork) {
    let graph = network.graph
    func actor(_ position: Int) -> Value { .string(network.ids[position]) }
    ids = Samples.singles(12, 1000, of: network.actorCount).map(actor)
    pairs = Samples.pairs(13, 100, of: network.actorCount).map { (actor($0), actor($1)) }
    let ranked = graph.nodes(with: "Topic").map { node in
      (id: graph.value("id", of: node)?.text ?? "", count: graph.neighbors(of: node, .incoming, "COVERS").count)
    }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    topics = [0, 29, 99].filter { $0 < ranked.count }.map { .string(ranked[$0].id) }
  }
}

extension Workload {
  /// W12: twelve queries, each with all of its parameter sets; the digest is that of their rows.
  static let queries: [Workload] = BenchQuery.all.map { query in
    Workload(name: "W12" + query.name) { bench in
      let network = try bench.network
      let sets = query.parameters(QuerySamples(network))
      // Indexes: `id` of every label, as loading makes them, and the names of municipalities. Prepared plans are part of the engine.
      guard let anyDay = CalendarDate(year: 2026, month: 1, day: 1) else { return (0, "") }
      var session = CypherSession(graph: network.graph) { .date(anyDay) }
      _ = try session.run("CREATE INDEX FOR (m:Municipality) ON (m.name)")
      func ask() throws(CypherError) -> [[[Value]]] {
        var answers: [[[Value]]] = []
        for parameters in sets { answers.append(try session.run(query.text, parameters: parameters).rows) }
        return answers
      }
      _ = try ask()
      let (seconds, answers) = try timed { try ask() }
      return (seconds, digest(of: answers.flatMap { $0.isEmpty ? ["-"] : $0.map(line) }))
    }
  }

  private static func line(_ row: [Value]) -> String {
    row.map { value in
      if case .float(let number) = value { String(format: "%.6f", number) } else { value.description }
    }.joined(separator: "|")
  }
}

extension BenchQuery {
  fileprivate static let all: [BenchQuery] = [
    BenchQuery(
      name: "Q1",
      text: "MATCH (a:Actor {id: $id}) RETURN a.id AS id, a.name AS name, a.kind AS kind, a.focus AS focus",
      parameters: { $0.ids.map { ["id": $0] } }),
    BenchQuery(
      name: "Q2",
      text: """
        MATCH (a:Actor {id: $id})-[:WORKS_ON]->(:Project)<-[:WORKS_ON]-(b:Actor) WHERE b.id <> $id \
        RETURN count(DISTINCT b) AS n
        """,
      parameters: { $0.ids.prefix(100).map { ["id": $0] } }),
    BenchQuery(
      name: "Q3",
      text: """
        MATCH (a:Actor {id: $id})-[:WORKS_ON]->(:Project)<-[:WORKS_ON]-(b:Actor)-[:COVERS]->(t:Topic) \
        WHERE b.id <> $id RETURN count(*) AS paths, count(DISTINCT b) AS actors, count(DISTINCT t) AS topics
        """,
      parameters: { $0.ids.prefix(100).map { ["id": $0] } }),
    BenchQuery(
      name: "Q4",
      text: """
        MATCH (t:Topic {id: $topic})<-[c:COVERS]-(a:Actor)-[:WORKS_FOR]->(m:Municipality) WHERE c.weight >= 0.5 \
        RETURN m.id AS municipality, count(a) AS actors, max(c.weight) AS best \
        ORDER BY actors DESC, municipality ASC LIMIT 10
        """,
      parameters: { $0.topics.map { ["topic": $0] } }),
    BenchQuery(
      name: "Q5",
      text: """
        MATCH (a:Actor)-[:WORKS_FOR]->(m:Municipality) WHERE m.state = $state AND a.kind = 'cdo' \
        OPTIONAL MATCH (a)-[:WORKS_ON]->(p:Project) WHERE p.status = 'running' WITH a, count(p) AS running \
        RETURN running, count(a) AS actors ORDER BY running ASC
        """,
      parameters: { _ in [["state": .string("Bayern")], ["state": .string("Niedersachsen")]] }),
    BenchQuery(
      name: "Q6",
      text: "MATCH (a:Actor {id: $id})-[:WORKS_ON*1..3]-(x) WHERE x.id <> $id RETURN count(DISTINCT x) AS n",
      parameters: { $0.ids.prefix(20).map { ["id": $0] } }),
    BenchQuery(
      name: "Q7",
      text: """
        MATCH (a:Municipality)-[:NEIGHBOUR_OF]-(b:Municipality)-[:NEIGHBOUR_OF]-(c:Municipality)-[:NEIGHBOUR_OF]-(a) \
        WHERE a.id < b.id AND b.id < c.id RETURN count(*) AS triangles
        """,
      parameters: { _ in [[:]] }),
    BenchQuery(
      name: "Q8",
      text: """
        MATCH (m:Municipality)<-[:WORKS_FOR]-(a:Actor) RETURN m.state AS state, count(a) AS actors, \
        count(DISTINCT m) AS municipalities ORDER BY actors DESC, state ASC
        """,
      parameters: { _ in [[:]] }),
    BenchQuery(
      name: "Q9",
      text: """
        MATCH p = shortestPath((a:Actor {id: $a})-[:WORKS_ON|WORKS_FOR|NEIGHBOUR_OF*..15]-(b:Actor {id: $b})) \
        RETURN length(p) AS length
        """,
      parameters: { $0.pairs.map { ["a": $0.0, "b": $0.1] } }),
    BenchQuery(
      name: "Q10",
      text: """
        MATCH (a:Actor) WHERE a.focus = 'outward' \
        AND EXISTS { MATCH (a)-[:WORKS_ON]->(:Project)-[:ABOUT]->(t:Topic) WHERE t.id = $topic } \
        AND NOT EXISTS { MATCH (a)-[:COVERS]->(u:Topic) WHERE u.id = $topic } RETURN count(a) AS n
        """,
      parameters: { $0.topics.map { ["topic": $0] } }),
    BenchQuery(
      name: "Q11",
      text: """
        MATCH (m:Municipality) WHERE m.name STARTS WITH $prefix AND m.name CONTAINS $part AND m.population > 1000 \
        RETURN m.id AS id, m.name AS name, m.population AS population ORDER BY population DESC, id ASC LIMIT 20
        """,
      parameters: { _ in
        [("Neu", "burg"), ("Bad ", "stein"), ("Groß", "mühl")].map { ["prefix": .string($0), "part": .string($1)] }
      }),
    BenchQuery(
      name: "Q12",
      text: """
        UNWIND $ids AS id MATCH (a:Actor {id: id})-[c:COVERS]->(t:Topic) RETURN t.id AS topic, \
        count(DISTINCT a) AS actors, max(c.weight) AS best ORDER BY actors DESC, topic ASC LIMIT 10
        """,
      parameters: { [["ids": .list($0.ids)]] }),
  ]
}
