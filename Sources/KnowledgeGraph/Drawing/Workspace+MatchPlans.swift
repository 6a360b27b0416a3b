public import Diagrams
public import GraphModel
import GraphStore
import NetworkVocabulary

extension Workspace {
  /// Describes a picture of who was brought together: a line for each pair, a box for each table and round.
  ///
  /// - Parameter title: Another title than the plan's kind with its event or challenge.
  /// - Returns: The picture, the ids that nothing here has, and those of who has not agreed to be drawn; neither are drawn, and the
  ///   picture says how many have not agreed.
  /// - Throws: `match(problem:)` where nobody is known.
  /// - Complexity: O(nodes + members).
  public func diagram(
    of plan: MatchPlan, title: String? = nil, properties: [String] = [], _ language: Language
  ) throws(DiagramError) -> (diagram: Diagram, unknown: [String], withheld: [String]) {
    var known: [String: NodeID] = [:]
    for node in graph.nodes { if let id = graph.value(.id, of: node)?.text { known[id] = node } }
    let mentioned = plan.people
    guard mentioned.contains(where: { known[$0] != nil }) else {
      throw .match(
        problem:
          "nobody in it is known here: \(Set(mentioned).sorted().prefix(5).joined(separator: ", "))")
    }
    let absent = Set(mentioned + [plan.occasion].compactMap(\.self)).filter { known[$0] == nil }.sorted()
    let withheld = absent.filter(withheldIDs.contains)
    let sketch = PlanSketch(
      plan: plan, known: known, facts: DiagramFacts(of: graph, language, properties: properties), language: language)
    let occasion = plan.occasion.flatMap { known[$0] }.map { occasionName(of: $0, language) }
    let heading = [plan.kind.planName[language], occasion].compactMap(\.self).joined(separator: ": ")
    var diagram = Diagram(title: title ?? heading, language: language)
    diagram.factNames = sketch.facts.names
    sketch.draw(in: &diagram)
    diagram.tally = sketch.tally
    diagram.day = (plan.day ?? plan.occasion.flatMap { known[$0] }.flatMap(day(of:)))?.text(language)
    // A title of one's own may not say that the event was made up.
    if title != nil, let occasion { diagram.notes.append(Wording("Anlass: ", "occasion: ")[language] + occasion) }
    diagram.notes += sketch.absences { known[$0].map { self.name(of: $0, language) } }
    if !withheld.isEmpty {
      let count = Wording(
        withheld.count.counted(
          "Person fehlt, die dem Zeichnen nicht zugestimmt hat",
          "Personen fehlen, die dem Zeichnen nicht zugestimmt haben"),
        withheld.count.counted(
          "person is missing who has not agreed to be drawn", "people are missing who have not agreed to be drawn"))
      diagram.notes.append(count[language])
    }
    return (diagram, absent.filter { !withheldIDs.contains($0) }, withheld)
  }

  /// The name of what a plan is for. A record that was made up bears a mark, and need not begin with the same word.
  private func occasionName(of node: NodeID, _ language: Language) -> String {
    let name = name(of: node, language)
    guard isExample(node) else { return name }
    let beginning = ["Beispiel: ", "Example: "].first { name.hasPrefix($0) } ?? ""
    return String(name.dropFirst(beginning.count))
  }

  /// The day on which an event begins.
  private func day(of event: NodeID) -> Day? { (graph.value("startDate", of: event)?.description).flatMap(Day.init) }
}

extension MatchPlan {
  /// Everybody in the plan, in its order; who is in several meetings occurs several times.
  fileprivate var people: [String] {
    pairs.flatMap { [$0.first, $0.second] } + groups.flatMap(\.members) + leftovers.map(\.id)
  }

  /// Who is in a meeting of a round.
  fileprivate func people(in slot: String) -> Set<String> {
    Set(
      pairs.filter { $0.slot == slot }.flatMap { [$0.first, $0.second] }
        + groups.filter { $0.slot == slot }.flatMap(\.members))
  }
}

/// A plan on its way to a picture.
private struct PlanSketch {
  let plan: MatchPlan
  let known: [String: NodeID]
  let facts: DiagramFacts
  let language: Language

  private func isDrawn(_ id: String) -> Bool { known[id] != nil }

  private func say(_ german: String, _ english: String) -> String { Wording(german, english)[language] }

  // MARK: What is drawn

  func draw(in diagram: inout Diagram) {
    var positions: [String: Int] = [:]
    for pair in plan.pairs {
      for id in [pair.first, pair.second] where positions[id] == nil {
        guard let node = known[id] else { continue }
        positions[id] = diagram.nodes.count
        diagram.nodes.append(facts.drawn(node))
      }
      guard let from = positions[pair.first], let to = positions[pair.second] else { continue }
      diagram.edges.append(edge(of: pair, from, to))
    }
    for group in plan.groups {
      for id in group.members {
        guard let node = known[id] else { continue }
        var drawn = facts.drawn(node)
        // Whoever sits at four tables is drawn four times.
        drawn.id = "\(group.round.map { "\($0)" } ?? group.slot ?? "0")/\(group.number)/\(id)"
        drawn.cluster = name(of: group)
        drawn.isLeading = group.hosts.contains(id)
        diagram.nodes.append(drawn)
      }
    }
    diagram.clusterRows = rows
    diagram.leaderName = MeetingRole.host.name[language]
  }

  /// A line with an arrow where one helps the other; two that meet are equals.
  private func edge(of pair: MatchPlan.Pair, _ from: Int, _ to: Int) -> Diagram.Edge {
    var edge = Diagram.Edge(
      from: from, to: to, kind: pair.slot.map { pair.round.map { "ROUND_\($0)" } ?? "SLOT_\($0)" } ?? "MATCHED",
      label: pair.slot.map(name(ofSlot:)) ?? say("trifft", "meets"))
    if plan.kind == .mentors { (edge.kind, edge.label) = ("MENTORS", say("begleitet", "mentors")) }
    edge.isDirected = plan.kind == .mentors
    if let score = pair.score { edge.facts["score"] = .number(score) }
    return edge
  }

  /// A row of tables for each round; teams in rows of about as many as there are rows.
  private var rows: [[String]] {
    let names = plan.groups.map { (slot: $0.slot ?? "", name: name(of: $0)) }
    let bySlot = Dictionary(grouping: names) { $0.slot }
    if bySlot.count > 1 { return plan.slots.compactMap { bySlot[$0]?.map(\.name) } }
    let length = (1...max(1, names.count)).first { $0 * $0 >= names.count } ?? 1
    return stride(from: 0, to: names.count, by: length).map { start in
      names[start..<min(start + length, names.count)].map(\.name)
    }
  }

  private func name(of group: MatchPlan.Group) -> String {
    let name = "\(plan.kind.placeName[language]) \(group.number)"
    return group.slot.map { "\(self.name(ofSlot: $0)) · \(name)" } ?? name
  }

  private func name(ofSlot slot: String) -> String {
    MatchPlan.round(slot).map { say("Runde \($0)", "Round \($0)") } ?? slot
  }

  // MARK: What is said

  /// Who and what is counted: only what the picture shows, and a meeting of which one is drawn is no line.
  var tally: String {
    // Who is left over takes part as well: a line below the title names them.
    let people = Set(plan.meetings.joined()).union(plan.leftovers.map(\.id)).filter(isDrawn).count
    let groups = plan.groups.filter { $0.members.contains(where: isDrawn) }
    let tables = Dictionary(grouping: groups) { $0.slot }.values.map(\.count).max()
    let meetings = tables ?? plan.meetings.count { $0.count(where: isDrawn) > 1 }
    let isOne = meetings == 1
    let count = people.grouped(language)
    let participants =
      people == 1
      ? say("1 teilnehmende Person", "1 participant") : say("\(count) Teilnehmende", "\(count) participants")
    let rounds = plan.slots.count { plan.people(in: $0).contains(where: isDrawn) }
    let inRounds = rounds > 1 ? say(" in \(rounds) Runden", " in \(rounds) rounds") : ""
    if !plan.groups.isEmpty {
      let places =
        plan.kind == .teams
        ? say(" in \(meetings) \(isOne ? "Team" : "Teams")", " in \(meetings) \(isOne ? "team" : "teams")")
        : say(" an \(meetings) \(isOne ? "Tisch" : "Tischen")", " at \(meetings) \(isOne ? "table" : "tables")")
      return participants + places + inRounds
    }
    let number = meetings.grouped(language)
    let words =
      plan.kind == .mentors
      ? say("\(number) \(isOne ? "Begleitung" : "Begleitungen")", "\(number) \(isOne ? "mentoring" : "mentorings")")
      : say("\(number) Treffen", "\(number) \(isOne ? "meeting" : "meetings")")
    return participants + ", " + words + inRounds
  }

  /// Who sits out, round by round, and who meets nobody.
  func absences(_ name: (String) -> String?) -> [String] {
    let meeting = Set(plan.pairs.flatMap { [$0.first, $0.second] } + plan.groups.flatMap(\.members))
    var lines: [String] = []
    if plan.slots.count > 1 {
      let rounds = plan.slots.compactMap { slot -> String? in
        let missing = meeting.subtracting(plan.people(in: slot)).sorted().compactMap(name)
        return missing.isEmpty ? nil : "\(self.name(ofSlot: slot)): \(missing.joined(separator: ", "))"
      }
      if !rounds.isEmpty { lines.append(say("es setzen aus – ", "sitting out – ") + rounds.joined(separator: "; ")) }
    }
    let alone = plan.leftovers.filter { !meeting.contains($0.id) }.compactMap { left in
      name(left.id).map { name in left.reason.map { "\(name) – \($0)" } ?? name }
    }
    if !alone.isEmpty { lines.append(say("ohne Treffen: ", "without a meeting: ") + alone.joined(separator: "; ")) }
    return lines
  }
}
