import GraphAlgorithms
import GraphModel
import Matchmaking
import NetworkVocabulary

/// A table plan in words.
struct TableReport {
  let workspace: Workspace
  let query: TableQuery
  let request: TableRequest
  let meetings: TableMeetings
  let pairs: [PairScore]
  let language: Language

  private var plan: TablePlan { meetings.plan }
  private var people: [NodeID] { query.gathering.people }

  func slot(_ round: Int) -> String {
    round < query.gathering.slots.count ? query.gathering.slots[round] : "R\(round + 1)"
  }

  var outcome: MeetingOutcome {
    let known = Dictionary(uniqueKeysWithValues: pairs.map { (TwoNodes($0.first, $0.second), $0) })
    let groups = plan.rounds.enumerated().flatMap { round, tables in
      tables.enumerated().filter { !$1.isEmpty }.map { table, seated in
        group(seated, round, table, known)
      }
    }
    let isOptimal =
      plan.reunions == plan.reunionBound && plan.score == plan.scoreBound && plan.broken.isEmpty && plan.lacks == 0
    return MeetingOutcome(
      kind: .tables, occasion: query.gathering.occasion, people: people, groups: groups, points: Int(plan.score),
      bound: Int(plan.scoreBound), isOptimal: isOptimal, statements: statements, leftovers: leftovers,
      reunions: meetings.reunions.map { again in
        MeetingOutcome.Reunion(
          first: people[again.people.first], second: people[again.people.second], slots: again.rounds.map(slot),
          earlier: again.earlier)
      })
  }

  private func group(
    _ seated: [Int], _ round: Int, _ table: Int, _ known: [TwoNodes: PairScore]
  ) -> MeetingOutcome.Group {
    let hosts = request.hosts.indices.contains(table) ? [request.hosts[table]] : []
    let members = (seated.filter { hosts.contains($0) } + seated.filter { !hosts.contains($0) }).map { person in
      MeetingOutcome.Member(
        node: people[person], role: hosts.contains(person) ? .host : nil, reason: nil)
    }
    let scores = seated.enumerated().flatMap { place, one in
      seated[(place + 1)...].compactMap { known[TwoNodes(people[one], people[$0])] }
    }
    // The first of the best, as the list is ordered by people.
    let best = scores.max { ($0.points, $1.first) < ($1.points, $0.first) }
    let names = best.map {
      "\(workspace.name(of: $0.first, language)) – \(workspace.name(of: $0.second, language))"
    }
    let reason = best.map {
      "\(names ?? ""): \($0.reason(in: workspace.graph, at: query.gathering.occasion, language))"
    }
    return MeetingOutcome.Group(
      slot: slot(round), place: table + 1, members: members, points: scores.reduce(0) { $0 + $1.points },
      reason: reason ?? "", opener: best?.opener(in: workspace.graph, isAlone: seated.count == 2, language) ?? "")
  }

  /// Who misses a round, and who sits alone.
  private var leftovers: [(node: NodeID, reason: String)] {
    let alone = Dictionary(uniqueKeysWithValues: meetings.alone(request).map { ($0.person, $0) })
    return people.indices.compactMap { person in
      let missed = (0..<query.rounds).filter { request.absences[$0].contains(person) }.map(slot)
      var reasons: [String] = []
      if !missed.isEmpty {
        let list = missed.joined(separator: ", ")
        reasons.append(
          Wording("in \(list) nicht da (eigene Angabe)", "not there in \(list) (own statement)")[language])
      }
      if let alone = alone[person] { reasons.append(text(of: alone.reason, alone.rounds)) }
      return reasons.isEmpty ? nil : (people[person], reasons.joined(separator: "; "))
    }
  }

  private func text(of reason: TableMeetings.Loneliness, _ rounds: [Int]) -> String {
    let list = rounds.map(slot).joined(separator: ", ")
    let cause =
      switch reason {
      case .nobodyElse: Wording("niemand sonst ist da", "nobody else is there")
      case .fewGuests:
        Wording(
          "es sind weniger Gäste da als Gastgebende, die an ihrem Tisch bleiben",
          "there are fewer guests than hosts, who stay at their tables")
      case .odd:
        Wording(
          "ungerade Zahl an Tischen zu zweit; --size 3 vermeidet das",
          "odd number at tables of two; --size 3 avoids that")
      }
    return Wording("in \(list) allein am Tisch: \(cause.german)", "alone at a table in \(list): \(cause.english)")[
      language]
  }
}
