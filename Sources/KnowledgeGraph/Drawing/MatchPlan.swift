public import Diagrams
public import Foundation
public import GraphModel
import GraphStore
import NetworkVocabulary

/// Who was brought together: pairs, tables or teams, as `cdograph match … --format json` writes them.
///
/// Ids name who is meant. Read are objects that hold a list called `pairs` (each two ids, or an object with `first` and
/// `second`), `tables` or `teams` (each a list of ids, or an object with `members`), at any depth, such as in `rounds`;
/// an id may stand in an object of its own, under `id`.
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
  /// - Throws: ``DiagramError/match(problem:)``.
  public init(json: Data) throws(DiagramError) {
    let root: Any
    do {
      root = try JSONSerialization.jsonObject(with: json)
    } catch {
      throw .match(problem: "it is no JSON")
    }
    collect(root, round: nil, depth: 0)
    if pairs.isEmpty, groups.isEmpty {
      throw .match(
        problem: "it holds neither pairs nor tables nor teams; write one with cdograph match … --format json")
    }
  }

  private mutating func collect(_ value: Any, round: Int?, depth: Int) {
    guard depth < 12 else { return }
    if let list = value as? [Any] {
      for element in list { collect(element, round: round, depth: depth + 1) }
    }
    guard let object = value as? [String: Any] else { return }
    let round = (object["round"] as? Int) ?? round
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      let list = value as? [Any] ?? []
      switch name {
      case "pairs": for element in list { add(pair: element, round: round) }
      case "tables", "teams", "groups":
        for (number, element) in list.enumerated() { add(group: element, number + 1, name == "teams", round: round) }
      case "rounds":
        for (number, element) in list.enumerated() {
          // A round may be a list of tables.
          if let tables = element as? [Any] {
            for (table, members) in tables.enumerated() { add(group: members, table + 1, false, round: number + 1) }
          } else {
            collect(element, round: number + 1, depth: depth + 1)
          }
        }
      default: collect(value, round: round, depth: depth + 1)
      }
    }
  }

  private mutating func add(pair value: Any, round: Int?) {
    let object = value as? [String: Any] ?? [:]
    let sides = MatchPlan.sides.compactMap { MatchPlan.id(object[$0] as Any) }
    let ids = (value as? [Any])?.compactMap(MatchPlan.id) ?? sides
    guard ids.count == 2 else { return }
    let round = (object["round"] as? Int) ?? round
    pairs.append(Pair(first: ids[0], second: ids[1], round: round, score: object["score"] as? Double))
  }

  private static let sides = ["first", "second", "a", "b", "from", "to", "left", "right", "seeker", "partner"]

  private mutating func add(group value: Any, _ number: Int, _ isTeam: Bool, round: Int?) {
    var members: [String] = []
    func take(_ value: Any?) {
      for id in (value as? [Any] ?? []).compactMap(MatchPlan.id) where !members.contains(id) { members.append(id) }
    }
    if let object = value as? [String: Any] {
      for name in ["host", "hosts", "members", "seats", "guests", "participants", "people"] {
        if let id = MatchPlan.id(object[name] as Any), !members.contains(id) { members.append(id) }
        take(object[name])
      }
    } else {
      take(value)
    }
    guard !members.isEmpty else { return }
    let object = value as? [String: Any] ?? [:]
    let number = (object["table"] as? Int) ?? (object["number"] as? Int) ?? number
    groups.append(Group(isTeam: isTeam, number: number, round: (object["round"] as? Int) ?? round, members: members))
  }

  private static func id(_ value: Any) -> String? {
    if let text = value as? String { return text }
    guard let object = value as? [String: Any] else { return nil }
    return (object["id"] as? String) ?? (object["actor"]).flatMap(id)
  }
}

extension Workspace {
  /// Describes a picture of who was brought together: a line for each pair, a box for each table and round.
  ///
  /// - Parameter title: Another title than the plan's kind.
  /// - Returns: The picture, and the ids that nothing here has; who is unknown is not drawn.
  /// - Throws: ``DiagramError/match(problem:)`` where nobody is known.
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
