public import Diagrams
public import Foundation
public import GraphModel
import GraphStore
public import NetworkVocabulary

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

  /// What it was planned as; `nil` where the file does not say.
  public let kind: MeetingKind?
  /// The pairs in the order of the file; three who meet are three pairs.
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
    kind = (plan["kind"] as? String).flatMap(MeetingKind.init(rawValue:))
    for (position, meeting) in meetings.enumerated() {
      guard let meeting = meeting as? [String: Any], let people = meeting["people"] as? [Any] else {
        throw .match(problem: "meeting \(position + 1) has no people")
      }
      let ids = people.compactMap { ($0 as? [String: Any])?["id"] as? String }
      guard ids.count == people.count, ids.count > 1 else {
        throw .match(problem: "meeting \(position + 1) does not name two or more people by id")
      }
      add(
        ids, slot: meeting["slot"] as? String, place: meeting["place"] as? Int ?? position + 1,
        score: meeting["value"] as? Double)
    }
  }

  /// Takes a plan as it was made.
  init(_ outcome: MeetingOutcome, in workspace: Workspace) {
    kind = outcome.kind
    for group in outcome.groups {
      add(
        workspace.ids(of: group.members.map(\.node)), slot: group.slot, place: group.place,
        score: Double(group.points) / 1000)
    }
  }

  private mutating func add(_ ids: [String], slot: String?, place: Int, score: Double?) {
    let round = slot.flatMap { $0.hasPrefix("R") ? Int($0.dropFirst()) : nil }
    guard kind == .pairs || kind == .mentors else {
      groups.append(Group(isTeam: kind == .teams, number: place, round: round, members: ids))
      return
    }
    for (position, first) in ids.enumerated() {
      for second in ids[(position + 1)...] {
        // What three are worth is not the worth of two of them.
        pairs.append(Pair(first: first, second: second, round: round, score: ids.count == 2 ? score : nil))
      }
    }
  }

  /// How many tables each round has, where all have as many and they fit side by side; `nil` for one round.
  fileprivate var tablesPerRound: Int? {
    let counts = Dictionary(grouping: groups, by: \.round).mapValues(\.count)
    guard counts.count > 1, let count = counts.values.first, count <= 6, counts.values.allSatisfy({ $0 == count })
    else { return nil }
    return count
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
    diagram.boxesPerRow = plan.tablesPerRound
    var positions: [String: Int] = [:]
    for pair in plan.pairs {
      for id in [pair.first, pair.second] where positions[id] == nil {
        guard let node = known[id] else { continue }
        positions[id] = diagram.nodes.count
        diagram.nodes.append(facts.drawn(node))
      }
      guard let from = positions[pair.first], let to = positions[pair.second] else { continue }
      let round = pair.round.map { Wording("Treffen in Runde \($0)", "meeting in round \($0)")[language] }
      let word = plan.kind == .mentors ? Wording("begleitet", "mentors") : Wording("trifft", "meets")
      var edge = Diagram.Edge(
        from: from, to: to, kind: pair.round.map { "ROUND_\($0)" } ?? "MATCHED", label: round ?? word[language])
      edge.isDirected = plan.kind == .mentors
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
    switch plan.kind {
    case .pairs: Wording("Wer wen trifft", "Who meets whom")[language]
    case .mentors: Wording("Wer wen begleitet", "Who mentors whom")[language]
    case .teams: MeetingKind.teams.planName[language]
    case .tables, nil: MeetingKind.tables.planName[language]
    }
  }

  private func name(of group: MatchPlan.Group, _ language: Language) -> String {
    let name = "\((group.isTeam ? MeetingKind.teams : .tables).placeName[language]) \(group.number)"
    return group.round.map { Wording("Runde \($0) · ", "Round \($0) · ")[language] + name } ?? name
  }
}
