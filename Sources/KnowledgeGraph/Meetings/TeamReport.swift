import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// Teams in words.
struct TeamReport {
  let workspace: Workspace
  let query: TeamQuery
  let topics: [NodeID]
  let candidates: TeamCandidates
  let plan: TeamPlan
  let size: ClosedRange<Int>
  let language: Language

  var outcome: MeetingOutcome {
    MeetingOutcome(
      kind: .teams, occasion: query.challenge, people: plan.teams.joined().map { candidates.people[$0] },
      groups: plan.teams.indices.map(group), points: plan.points, bound: plan.bound,
      isOptimal: plan.points == plan.bound, statements: statements, leftovers: [])
  }

  private func name(_ person: Int) -> String { workspace.name(of: candidates.people[person], language) }

  private func group(_ number: Int) -> MeetingOutcome.Group {
    let (team, value) = (plan.teams[number], plan.values[number])
    let covered = topics.count - value.uncovered.count
    var reason = Wording(
      "Deckt \(covered) von \(topics.count.counted("Thema", "Themen")) ab.",
      "Covers \(covered) of \(topics.count.counted("topic", "topics")).")[language]
    if !value.uncovered.isEmpty {
      let list = value.uncovered.map { words.quoted(topics[$0]) }.joined(separator: ", ")
      reason += Wording(" Es fehlt: \(list).", " Missing: \(list).")[language]
    }
    let missing = value.missingSectors.compactMap { TeamSector(rawValue: $0)?.name[language] }
    reason +=
      missing.isEmpty
      ? Wording(" Alle vier Bereiche sind dabei.", " All four sectors take part.")[language]
      : Wording(
        " Nicht dabei: \(missing.joined(separator: ", ")).", " Not represented: \(missing.joined(separator: ", ")).")[
          language]
    if !value.isolated.isEmpty {
      let list = value.isolated.map(name).joined(separator: ", ")
      reason += Wording(" Ohne Verbindung ins Team: \(list).", " Without a tie to the team: \(list).")[language]
    }
    reason +=
      Wording(
        " Wert = Abdeckung \(value.coverage.thousandths) + Mischung \(value.mix.thousandths) + Zusammenhalt \(value.cohesion.thousandths).",
        " Value = coverage \(value.coverage.thousandths) + mix \(value.mix.thousandths) + cohesion \(value.cohesion.thousandths)."
      )[language]
    return MeetingOutcome.Group(
      slot: nil, place: number + 1, members: team.map { member($0, team) }, points: value.points, reason: reason,
      opener: Wording(
        "Was wäre in vier Wochen ein erster Schritt, den Menschen vor Ort bemerken?",
        "Which first step would people on site notice within four weeks?")[language])
  }

  private func member(_ person: Int, _ team: [Int]) -> MeetingOutcome.Member {
    let brought = topics.indices.compactMap { topic -> String? in
      guard let cover = candidates.covers[person][topic] else { return nil }
      let how =
        if let project = cover.project {
          Wording("über \(words.quoted(project))", "through \(words.quoted(project))")
        } else if cover.isOffered {
          Wording("bietet es an", "offers it")
        } else {
          Wording("arbeitet daran", "works on it")
        }
      let found = cover.found == topics[topic] ? "" : words.quoted(cover.found) + ", "
      let isMadeUp = cover.isMadeUp(of: candidates.people[person], in: workspace.graph)
      return "\(words.quoted(topics[topic])) (\(found)\(how[language]))\(words.mark(isMadeUp))"
    }
    let brings =
      brought.isEmpty
      ? Wording("bringt keines der Themen, aber die Verbindung", "brings none of the topics but the tie")[language]
      : Wording("bringt ", "brings ")[language] + brought.joined(separator: ", ")
    return MeetingOutcome.Member(
      node: candidates.people[person], role: .sector(candidates.sectors[person]),
      reason: [brings, tie(person, team)].compactMap(\.self).joined(separator: "; "))
  }

  /// The closest in the team, and through what.
  private func tie(_ person: Int, _ team: [Int]) -> String? {
    let ties = team.filter { $0 != person }.compactMap { other -> (other: Int, tie: TeamTie)? in
      let ends = [candidates.people[person], candidates.people[other]].sorted()
      return candidates.matchmaker.teamTie(ends[0], ends[1]).map { (other, $0) }
    }
    guard let best = ties.max(by: { ($0.tie.closeness, $1.other) < ($1.tie.closeness, $0.other) }) else { return nil }
    let ends = [person, best.other].map { candidates.people[$0] }
    func shared(_ node: NodeID) -> String {
      words.quoted(node) + words.mark(ends.contains { workspace.graph.isMadeUp(between: $0, and: node) })
    }
    let directMark = words.mark(workspace.graph.isMadeUp(between: ends[0], and: ends[1]))
    let through: Wording =
      switch best.tie {
      case .relationship: Wording("unmittelbar\(directMark)", "directly\(directMark)")
      case .project(let node): Wording("durch das Projekt \(shared(node))", "through the project \(shared(node))")
      case .circle(let node): Wording("durch \(shared(node))", "through \(shared(node))")
      case .topic(let node): Wording("durch das Thema \(shared(node))", "through the topic \(shared(node))")
      }
    return Wording(
      "verbunden mit \(name(best.other)) \(through.german)", "tied to \(name(best.other)) \(through.english)")[language]
  }

  private var words: ReasonWords<PropertyGraph> { ReasonWords(workspace.graph, language) }

  private var statements: [String] {
    let gap = plan.bound > 0 ? Double(plan.bound - plan.points) * 100 / Double(plan.bound) : 0
    let percent = Int(gap.rounded())
    let value = Wording(
      "Teams: \(plan.teams.count) (Größe \(size.lowerBound) bis \(size.upperBound)) aus \(candidates.people.count.counted("möglichen Mitglied", "möglichen Mitgliedern")); Wert \(plan.points.thousandths) von höchstens \(plan.bound.thousandths) (Lücke \(percent) %).",
      "Teams: \(plan.teams.count) (size \(size.lowerBound) to \(size.upperBound)) from \(candidates.people.count.counted("possible member", "possible members")); value \(plan.points.thousandths) of at most \(plan.bound.thousandths) (gap \(percent)%)."
    )[language]
    let nowhere = topics.indices.filter { topic in candidates.covers.allSatisfy { $0[topic] == nil } }
    guard !nowhere.isEmpty else { return [value] }
    let list = nowhere.map { words.quoted(topics[$0]) }.joined(separator: ", ")
    return [
      value,
      Wording("Niemand im Netz deckt ab: \(list).", "Nobody in the network covers: \(list).")[language],
    ]
  }
}
