public import GraphModel
import GraphStore
import Matchmaking
import NetworkFiles
import NetworkVocabulary

extension Workspace {
  /// The graph in which meetings are planned: of everybody who agrees to be matched.
  var meetingGraph: PropertyGraph { graph.permitting(.matching) }

  /// Who is to meet: the participants of an event, or actors that are named, or both.
  ///
  /// Somebody of whom no time is known can always come. Times are those that people state for the event (ties of the type
  /// `available`); rounds are called R1, R2 and so on.
  ///
  /// - Throws: ``MeetingError`` where there are fewer than two people.
  public func gathering(event: NodeID?, actors: [NodeID], rounds: Int? = nil) throws(MeetingError) -> Gathering {
    let invited = Set((event.map { graph.neighbors(of: $0, .incoming, "TAKES_PART_IN") } ?? []) + actors)
      .union(event.map { graph.neighbors(of: $0, .incoming, "HOSTS_TABLE_AT") } ?? [])
    let open = meetingGraph
    let people = invited.filter { open.contains($0) }.sorted()
    guard people.count > 1 else {
      throw MeetingError(
        "too few people who can be matched (\(people.count)); at least two are needed: name more with --actors")
    }
    let stated = people.map { person in event.map { times(of: person, for: $0) } ?? [] }
    let planned = event.flatMap { graph.value("rounds", of: $0)?.integer.map { Int($0) } }
    let rounds = rounds ?? planned
    let slots = slotNames(stated.flatMap(\.self), rounds)
    // Of rounds that the event does not have nobody could state anything.
    let asked = planned ?? slots.count
    let availability = stated.map { times in
      times.isEmpty
        ? Set(slots.indices) : Set(slots.indices.filter { $0 >= asked || times.contains(slots[$0]) })
    }
    let hosts = event.map { graph.neighbors(of: $0, .incoming, "HOSTS_TABLE_AT") } ?? []
    return Gathering(
      occasion: event, people: people, hosts: hosts.filter { people.contains($0) }.sorted(), slots: slots,
      availability: availability, rounds: rounds, ownRounds: planned,
      tableSize: event.flatMap { graph.value("tableSize", of: $0)?.integer.map { Int($0) } },
      withheld: invited.count - people.count)
  }

  /// That rounds beyond the event's own are open to everybody; nothing where there are none.
  ///
  /// - Parameter slots: The rounds of the plan, in order.
  func openRoundsStatement(_ slots: [String], _ gathering: Gathering, _ language: Language) -> [String] {
    guard let own = gathering.ownRounds, own < slots.count else { return [] }
    let list = slots[own...].joined(separator: ", ")
    return [
      Wording(
        "Die Veranstaltung selbst hat \(own.counted("Runde", "Runden")). Für \(list) konnte niemand Zeiten angeben; dort gelten alle als anwesend.",
        "The event itself has \(own.counted("round", "rounds")). Nobody could state times for \(list); everybody counts as there."
      )[language]
    ]
  }

  private func times(of person: NodeID, for event: NodeID) -> [String] {
    graph.hops(from: person).filter { $0.neighbor == event && graph.type(of: $0.edge) == "AVAILABLE_FOR" }.flatMap {
      graph.value("slots", of: $0.edge)?.texts ?? []
    }
  }

  /// R1 to the number of rounds where times are rounds, else the times in order.
  private func slotNames(_ stated: [String], _ rounds: Int?) -> [String] {
    func number(_ slot: String) -> Int? { slot.hasPrefix("R") ? Int(slot.dropFirst()) : nil }
    let known = Set(stated)
    if let rounds, known.allSatisfy({ number($0) != nil }) { return (0..<rounds).map { "R\($0 + 1)" } }
    let sorted = known.sorted { left, right in
      let numbers = (number(left) ?? .max, number(right) ?? .max)
      return numbers.0 != numbers.1 ? numbers.0 < numbers.1 : left < right
    }
    return rounds.map { Array(sorted.prefix($0)) } ?? sorted
  }

  /// How often the people met, in all that is recorded but an earlier plan of the same kind for the same occasion and day, which a
  /// new one replaces.
  func meetingHistory(_ kind: MeetingKind, _ occasion: NodeID?, date: String) -> [MeetingRecord] {
    let own = occasion.flatMap { graph.value(.id, of: $0)?.text }
    return network.history.filter { !($0.kind == kind && $0.occasion == own && $0.date == date) && $0.date <= date }
  }

  /// How many of the pairs that were brought together before one declined: they do not meet again and did not meet.
  func declinedNote(_ gathering: Gathering, _ date: String) -> Wording {
    let count = meetingHistory(.pairs, gathering.occasion, date: date).declinedPairs(of: ids(of: gathering.people))
    return count == 0 ? Wording("", "") : Wording(" (\(count) davon abgesagt)", " (\(count) of them declined)")
  }

  /// The name of a node as it stands in the data, for messages.
  func plainName(of node: NodeID) -> String { graph.value(.name, of: node)?.text ?? "" }

  func ids(of people: [NodeID]) -> [String] { people.map { graph.value(.id, of: $0)?.text ?? "" } }
}
