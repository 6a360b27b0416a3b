// Who meets nobody, and who meets nobody in some rounds.

extension PairPlanning {
  /// Who is in no meeting.
  func leftovers(_ meetings: [PairPlan.Meeting]) -> [(person: Int, reason: PairPlan.Reason)] {
    let placed = Set(meetings.flatMap(\.people))
    let count = request.scores.people.count
    return (0..<count).filter { !placed.contains($0) }.map { person in
      if request.capacities[person] <= 0 { return (person, .noCapacity) }
      let obstacles = (0..<count).filter { $0 != person }.map { request.obstacle(TwoPeople(person, $0)) }
      let allowed = obstacles.count { $0 == nil }
      if allowed > 0 {
        let isOdd = request.capacities.count { $0 > 0 } % 2 == 1 && !request.capacities.contains { $0 > 1 }
        return (person, .outbid(allowed: allowed, isOdd: isOdd))
      }
      return (person, .nobodyAllowed(Dictionary(grouping: obstacles.compactMap(\.self)) { $0 }.mapValues(\.count)))
    }
  }

  /// The rounds in which nobody meets although people are there who could take a meeting; with one meeting each there is
  /// nothing to say of them.
  func emptySlots(_ meetings: [PairPlan.Meeting]) -> [Int] {
    guard request.capacities.contains(where: { $0 > 1 }) else { return [] }
    let open = shortfall(meetings)
    let used = Set(meetings.compactMap(\.slot))
    return request.slots.indices.filter { slot in
      !used.contains(slot) && open.indices.count { open[$0] > 0 && request.availability[$0].contains(slot) } > 1
    }
  }

  /// Who has fewer meetings than it could take, with the rounds in which it is there without one.
  func idle(_ meetings: [PairPlan.Meeting], but empty: [Int]) -> [(person: Int, reason: PairPlan.Reason)] {
    guard !request.slots.isEmpty else { return [] }
    let open = shortfall(meetings)
    var busy = [Set<Int>](repeating: Set(empty), count: open.count)
    var partners = [Set<Int>](repeating: [], count: open.count)
    for meeting in meetings {
      for person in meeting.people {
        if let slot = meeting.slot { busy[person].insert(slot) }
        partners[person].formUnion(meeting.people)
      }
    }
    let free = open.indices.map { open[$0] > 0 ? request.availability[$0].subtracting(busy[$0]) : [] }
    return open.indices.filter { !partners[$0].isEmpty && !free[$0].isEmpty }.map { person in
      let others = open.indices.filter { $0 != person }
      let hasMetAll = others.allSatisfy {
        partners[person].contains($0) || request.obstacle(TwoPeople(person, $0)) != nil
      }
      let isOdd = free[person].allSatisfy { slot in !others.contains { free[$0].contains(slot) } }
      return (
        person, .idle(slots: free[person].sorted(), hasMetAll ? .metAll : isOdd ? .odd : .outbid)
      )
    }
  }

  /// How many meetings each person could take beside those it has.
  private func shortfall(_ meetings: [PairPlan.Meeting]) -> [Int] {
    var open = request.capacities.indices.map { min(request.capacities[$0], request.availability[$0].count) }
    for person in meetings.flatMap(\.people) { open[person] -= 1 }
    return open
  }
}
