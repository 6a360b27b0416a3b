public import Diagrams
public import Foundation
public import GraphModel
import GraphStore
import NetworkVocabulary

/// Who was brought together: pairs, tables or teams, as `cdograph match … --format json` writes them.
///
/// Read are `kind` and `meetings`, of each meeting its `slot`, `place`, `value` and the `id` of its `people`.
public struct MatchPlan: Equatable, Sendable {
  /// Two that meet.
  public struct Pair: Equatable, Sendable {
    /// The id of the one.
    public let first: String
    /// The id of the other.
    public let second: String
    /// The round, from 1; `nil` where the plan has no rounds.
    public let round: Int?
    /// How well they fit, where the plan says so.
    public let score: Double?
  }

  /// Some that meet together.
  public struct Group: Equatable, Sendable {
    /// Whether it is a team and not a table.
    public let isTeam: Bool
    /// Its number among the groups of its round, from 1.
    public let number: Int
    /// The round, from 1; `nil` where the plan has no rounds.
    public let round: Int?
    /// The ids of its members.
    public let members: [String]
  }

  /// The pairs in the order of the file.
  public private(set) var pairs: [Pair] = []
  /// The tables or teams in the order of the file.
  public private(set) var groups: [Group] = []

  /// Reads a file.
  ///
  /// - Throws: `match(problem:)`.
  public init(json: Data) throws(DiagramError) {
    let root: Any
    do {
      root = try JSONSerialization.jsonObject(with: json)
    } catch {
      throw .match(problem: "it is no JSON")
    }
    guard let plan = root as? [String: Any], let meetings = plan["meetings"] as? [Any], !meetings.isEmpty else {
      throw .match(problem: "it holds no meetings; write one with cdograph match … --format json")
    }
    for (position, meeting) in meetings.enumerated() {
      guard let meeting = meeting as? [String: Any], let people = meeting["people"] as? [Any] else {
        throw .match(problem: "meeting \(position + 1) has no people")
      }
      let ids = people.compactMap { ($0 as? [String: Any])?["id"] as? String }
      guard ids.count == people.count, ids.count > 1 else {
        throw .match(problem: "meeting \(position + 1) does not name two or more people by id")
      }
      add(ids, meeting, kind: plan["kind"] as? String, position)
    }
  }

  private mutating func add(_ ids: [String], _ meeting: [String: Any], kind: String?, _ position: Int) {
    let slot = meeting["slot"] as? String
    let round = slot.flatMap { $0.hasPrefix("R") ? Int($0.dropFirst()) : nil }
    if ids.count == 2, kind == "pairs" || kind == "mentors" {
      pairs.append(Pair(first: ids[0], second: ids[1], round: round, score: meeting["value"] as? Double))
    } else {
      let number = (meeting["place"] as? Int) ?? position + 1
      groups.append(Group(isTeam: kind == "teams", number: number, round: round, members: ids))
    }
  }
}

extension Workspace {
  /// Describes a picture of who was brought together: a line for each pair, a box for each table and round.
  ///
  /// - Parameter title: Another title than the plan's kind.
  /// - Returns: The picture, and the ids that nothing here has; who is unknown is not drawn.
  /// - Throws: `match(problem:)` where nobody is known.
  /// - Complexity: O(nodes + members).
  public func diagram(
    of plan: MatchPlan, title: String? = nil, properties: [String] = [], _ language: Language
  ) throws(DiagramError) -> (diagram: Diagram, unknown: [String]) {
    var known: [String: NodeID] = [:]
    for node in graph.nodes { if let id = graph.value(.id, of: node)?.text { known[id] = node } }
    let facts = DiagramFacts(of: graph, language, properties: properties)
    let mentioned = plan.pairs.flatMap { [$0.first, $0.second] } + plan.groups.flatMap(\.members)
    let unknown = Set(mentioned.filter { known[$0] == nil }).sorted()
    guard mentioned.contains(where: { known[$0] != nil }) else {
      throw .match(problem: "nobody in it is known here: \(unknown.prefix(5).joined(separator: ", "))")
    }
    var diagram = Diagram(title: title ?? self.title(of: plan, language), language: language)
    diagram.factNames = facts.names
    var positions: [String: Int] = [:]
    for pair in plan.pairs {
      for id in [pair.first, pair.second] where positions[id] == nil {
        guard let node = known[id] else { continue }
        positions[id] = diagram.nodes.count
        diagram.nodes.append(facts.drawn(node))
      }
      guard let from = positions[pair.first], let to = positions[pair.second] else { continue }
      let round = pair.round.map { Wording("Runde \($0)", "round \($0)")[language] }
      var edge = Diagram.Edge(
        from: from, to: to, kind: pair.round.map { "ROUND_\($0)" } ?? "MATCHED",
        label: round ?? Wording("trifft", "meets")[language])
      if let score = pair.score { edge.facts["score"] = .number(score) }
      diagram.edges.append(edge)
    }
    for group in plan.groups {
      let name = self.name(of: group, language)
      for id in group.members {
        guard let node = known[id] else { continue }
        var drawn = facts.drawn(node)
        // Whoever sits at four tables is drawn four times.
        drawn.id = "\(group.round ?? 0)/\(group.number)/\(id)"
        drawn.cluster = name
        diagram.nodes.append(drawn)
      }
    }
    return (diagram, unknown)
  }

  private func title(of plan: MatchPlan, _ language: Language) -> String {
    if plan.groups.isEmpty { return Wording("Wer wen trifft", "Who meets whom")[language] }
    return plan.groups.contains { !$0.isTeam } ? Wording("Tischplan", "Table plan")[language] : "Teams"
  }

  private func name(of group: MatchPlan.Group, _ language: Language) -> String {
    let name =
      group.isTeam ? "Team \(group.number)" : Wording("Tisch \(group.number)", "table \(group.number)")[language]
    return group.round.map { Wording("Runde \($0) · ", "round \($0) · ")[language] + name } ?? name
  }
}
