import GraphAlgorithms
import GraphModel
import Matchmaking
import NetworkVocabulary

extension TableReport {
  /// Value and bound, who meets again and why that has to be, what would do without, hosts and profiles.
  var statements: [String] {
    [value] + [sum, reunions, weighed, price, cause, earlier, alternative, hosts, rules, profiles].compactMap(\.self)
      + workspace.openRoundsStatement((0..<query.rounds).map(slot), query.gathering, language)
      + workspace.withheldStatement(query.gathering, language)
  }

  private var value: String {
    let (reached, bound) = (Int(meetings.plan.score), Int(meetings.plan.scoreBound))
    let gap = bound > 0 ? Double(bound - reached) * 100 / Double(bound) : 0
    let share = gap.formatted(language)
    return Wording(
      "Wert \(reached.thousandths) von höchstens \(bound.thousandths) (Lücke \(share) %): die Summe über alle Paare, die sich treffen.",
      "Value \(reached.thousandths) of at most \(bound.thousandths) (gap \(share) %): the sum over all pairs that meet."
    )[
      language]
  }

  /// How the column of values comes to the value of the plan: tables where two meet again count them again, the plan does not.
  private var sum: String? {
    let tables = meetings.plan.rounds.joined().reduce(0) { $0 + request.scores.sum(over: $1) }
    let again = tables - Int(meetings.plan.score)
    guard again != 0 else { return nil }
    let (all, less, value) = (tables.thousandths, again.thousandths, (tables - again).thousandths)
    return Wording(
      "Die Tische sind zusammen \(all) wert; \(less) davon für Paare, die in diesem Plan schon zusammensaßen und nicht noch einmal zählen, bleiben \(value).",
      "The tables are worth \(all) together; \(less) of it for pairs that sat together in this plan before and do not count again, which leaves \(value)."
    )[language]
  }

  private var reunions: String {
    let (count, bound) = (meetings.plan.repeats, meetings.plan.repeatBound)
    if count == 0 {
      return Wording("Niemand trifft jemanden zweimal.", "Nobody meets anybody twice.")[language]
    }
    let most = meetings.reunions.map { $0.rounds.count + $0.earlier }.max() ?? 0
    let pairs = meetings.reunions.count
    let proof = proof(count, bound)
    return Wording(
      "\(count.counted("Wiederbegegnung", "Wiederbegegnungen")), \(proof.german); betroffen: \(pairs.counted("Paar", "Paare")), keines trifft sich öfter als \(most)-mal.",
      "\(count.counted("repeated meeting", "repeated meetings")), \(proof.english); of \(pairs.counted("pair", "pairs")), none meets more than \(most) times."
    )[language]
  }

  private func proof(_ count: Int, _ bound: Int) -> Wording {
    if count == bound {
      return Wording("weniger geht nicht (Schranke \(bound))", "fewer are impossible (bound \(bound))")
    }
    return bound > 0
      ? Wording("weniger als \(bound) \(bound.form("geht", "gehen")) nicht", "fewer than \(bound) are impossible")
      : Wording("ob es ohne geht, ist nicht bewiesen", "whether none would do is not proved")
  }

  /// What the plan makes small instead, so that repeats do not fall on the same few; unsaid where nothing could be better.
  private var weighed: String? {
    let plan = meetings.plan
    guard case .never = request.repeats, plan.repeats > plan.repeatBound, plan.reunionBound > 0 else { return nil }
    let proof = proof(plan.reunions, plan.reunionBound)
    return Wording(
      "Damit sie sich verteilen, zählt jede so oft, wie sich die beiden schon getroffen haben: \(plan.reunions), \(proof.german).",
      "To spread them, each counts as often as the two have met before: \(plan.reunions), \(proof.english).")[language]
  }

  private var price: String? {
    guard case .cost(let cost) = request.repeats, meetings.plan.reunions > 0 else { return nil }
    let (count, sum) = (meetings.plan.reunions, (cost * meetings.plan.reunions).thousandths)
    return Wording(
      "Jedes Wiedersehen kostet \(cost.thousandths) je früherem Treffen der beiden, zusammen \(count) × \(cost.thousandths) = \(sum); im Wert ist das nicht abgezogen.",
      "Each repeated meeting costs \(cost.thousandths) for each earlier one of the two, \(count) × \(cost.thousandths) = \(sum) in all; the value does not have it taken off."
    )[language]
  }

  /// The counting argument that shows why somebody has to meet again.
  private var cause: String? {
    guard meetings.plan.reunions > 0, query.rounds > 1, let crowd = crowdedTable, crowd.pairs > 0 else { return nil }
    let (size, tables, pairs) = (crowd.people, crowd.tables, crowd.pairs)
    if tables == 1 {
      return Wording(
        "Beweis: Es gibt nur einen Tisch, also sitzen in jeder Runde dieselben zusammen.",
        "Proof: there is only one table, so the same people sit together in each round.")[language]
    }
    return Wording(
      "Beweis: \(size) an einem Tisch kommen aus nur \(tables.counted("Tisch", "Tischen")) einer früheren Runde, also \(pairs.form("saß", "saßen")) mindestens \(pairs.counted("Paar", "Paare")) von ihnen dort schon zusammen. Ganz ohne Wiedersehen \(tables.form("ist", "sind")) bei \(tables.counted("Tisch", "Tischen")) höchstens \(tables.counted("Platz", "Plätze")) je Tisch möglich.",
      "Proof: \(size) at a table come from only \(tables) tables of an earlier round, so at least \(pairs.counted("pair", "pairs")) of them sat together there. Without any repetition \(tables) tables can have at most \(tables) seats each."
    )[language]
  }

  /// The table at which most pairs must have met in one earlier round: its people who were there then, and the tables from
  /// which they come.
  private var crowdedTable: (people: Int, tables: Int, pairs: Int)? {
    let rounds = meetings.plan.rounds
    var best: (people: Int, tables: Int, pairs: Int)?
    for (number, round) in rounds.enumerated() {
      for before in rounds[..<number] {
        let known = Set(before.joined())
        let tables = before.count { !$0.isEmpty }
        for table in round {
          let people = table.count { known.contains($0) }
          let (share, rest) = people.quotientAndRemainder(dividingBy: max(1, tables))
          let pairs = rest * share + tables * share * (share - 1) / 2
          if pairs > best?.pairs ?? 0 { best = (people, tables, pairs) }
        }
      }
    }
    return best
  }

  private var earlier: String? {
    let known = request.encounters.count
    guard known > 0 else { return nil }
    let again = meetings.reunions.filter { $0.earlier > 0 }
    let total = request.scores.people.count * (request.scores.people.count - 1) / 2
    let fresh = total - known
    if again.isEmpty {
      return Wording(
        "\(known) der \(total) Paare \(known.form("hat", "haben")) sich laut Verlauf schon getroffen; keines davon trifft sich wieder.",
        "\(known) of the \(total) pairs \(known.form("has", "have")) met according to the history; none of them meets again."
      )[language]
    }
    let names = again.prefix(6).map { reunion in
      "\(name(reunion.people.first)) – \(name(reunion.people.second))"
    }.joined(separator: "; ")
    let more =
      again.count > 6 ? Wording("; und \(again.count - 6) weitere", "; and \(again.count - 6) more")[language] : ""
    return Wording(
      "\(known) der \(total) Paare \(known.form("hat", "haben")) sich laut Verlauf schon getroffen, nur \(fresh) \(fresh.form("ist", "sind")) neu; \(again.count) \(again.count.form("trifft", "treffen")) sich wieder: \(names)\(more).",
      "\(known) of the \(total) pairs \(known.form("has", "have")) met according to the history, only \(fresh) \(fresh.form("is", "are")) new; \(again.count) \(again.count.form("meets", "meet")) again: \(names)\(more)."
    )[language]
  }

  private func name(_ person: Int) -> String { workspace.name(of: query.gathering.people[person], language) }

  private var alternative: String? {
    guard meetings.plan.reunions > 0 else { return nil }
    guard let other = meetings.alternative else {
      return Wording(
        "Auch mit kleineren Tischen oder weniger Runden wurde kein Plan ohne Wiedersehen gefunden.",
        "Smaller tables or fewer rounds gave no plan without repetition either.")[language]
    }
    let alone =
      other.leavesAlone
      ? Wording("; auch dabei sitzt jemand allein", "; somebody sits alone in it too") : Wording("", "")
    return Wording(
      "Ohne jedes Wiedersehen gelingt es mit \(other.tables.counted("Tisch", "Tischen")) zu höchstens \(other.size) in \(other.rounds.counted("Runde", "Runden")): --size \(other.size) --rounds \(other.rounds)\(alone.german).",
      "Without any repetition it works with \(other.tables.counted("table", "tables")) of at most \(other.size) in \(other.rounds.counted("round", "rounds")): --size \(other.size) --rounds \(other.rounds)\(alone.english)."
    )[language]
  }

  /// Whether guests come round.
  private var hosts: String? {
    guard !request.hosts.isEmpty else { return nil }
    let hosts = Set(request.hosts)
    let again = meetings.reunions.filter { reunion in
      reunion.rounds.count > 1 && [reunion.people.first, reunion.people.second].count { hosts.contains($0) } == 1
    }
    if again.isEmpty {
      return Wording(
        "Gastgebende bleiben an ihrem Tisch; kein Gast kommt zweimal zu demselben.",
        "Hosts stay at their tables; no guest comes to the same one twice.")[language]
    }
    return Wording(
      "Gastgebende bleiben an ihrem Tisch; \(again.count)-mal kommt ein Gast wieder zu demselben.",
      "Hosts stay at their tables; \(again.count.counted("time", "times")) a guest comes back to the same one.")[
        language]
  }

  private var rules: String? {
    let broken = meetings.plan.broken
    guard !broken.isEmpty else { return nil }
    let list = broken.map { "\(name($0[0])) – \(name($0[1]))" }.joined(separator: "; ")
    return Wording("Nicht eingehalten (--must, --never): \(list).", "Not kept (--must, --never): \(list).")[language]
  }

  private var profiles: String? {
    guard query.mixesProfiles else { return nil }
    let (lacks, bound) = (meetings.plan.lacks, meetings.plan.lackBound)
    if lacks == 0 {
      return Wording("An jedem Tisch sind beide Profile.", "Each table has both profiles.")[language]
    }
    return Wording(
      "\(lacks)-mal fehlt einem Tisch ein Profil; weniger als \(bound)-mal geht nicht, so viele fehlen.",
      "\(lacks.counted("time", "times")) a table lacks a profile; fewer than \(bound.counted("time", "times")) is impossible, too few have it."
    )[language]
  }
}

extension Double {
  /// With one decimal.
  fileprivate func formatted(_ language: Language) -> String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10)\(Wording(",", ".")[language])\(tenths % 10)"
  }
}
