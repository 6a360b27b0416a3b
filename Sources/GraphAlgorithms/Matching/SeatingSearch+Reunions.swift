// Fewer reunions, whatever pairs are worth.

extension SeatingSearch {
  /// A swap of two people in a round.
  private struct Swap {
    var round = 0
    var one = 0
    var other = 0
    var change = Double.infinity
  }

  /// Makes the best swap of somebody who meets again, also where that makes things worse, and does not swap the same two
  /// back for a while; ends with the best plan that was met, after a fixed number of swaps looked at.
  ///
  /// - Returns: Whether it was not stopped.
  mutating func spreadReunions(_ execution: Execution) -> Bool {
    let seats = plan.reduce(0) { $0 + $1.movable.count * $1.movable.count }
    // In a large plan one step alone would take too long.
    guard seats * 40 < swaps else { return execution.isCancelled?() != true }
    var (cost, best, bestSeats) = (0.0, 0.0, plan.map(\.seats))
    var rests = [[Int]](repeating: [Int](repeating: 0, count: count * count), count: plan.count)
    var (step, looked, idle) = (0, 0, 0)
    while looked < 6 * swaps, idle < 2 * swaps {
      if execution.isCancelled?() == true { return false }
      step += 1
      let known = looked
      guard let next = bestSwap(rests, step, below: best - cost, &looked) else { break }
      let (leaver, comer) = (plan[next.round].seats[next.one], plan[next.round].seats[next.other])
      let rest = step + 4 + numbers.number(below: 16)
      rests[next.round][leaver * count + comer] = rest
      rests[next.round][comer * count + leaver] = rest
      swap(next.round, next.one, next.other)
      cost += next.change
      idle += looked - known
      if cost < best - 1e-9 { (best, bestSeats, idle) = (cost, plan.map(\.seats), 0) }
    }
    take(bestSeats)
    return true
  }

  /// The best swap of somebody who meets again; one of two who rest only where it is better than a change.
  private mutating func bestSwap(_ rests: [[Int]], _ step: Int, below record: Double, _ looked: inout Int) -> Swap? {
    var best = Swap()
    var ties = 0
    for number in plan.indices {
      let round = plan[number]
      for one in round.movable where isBurdened(round, one) {
        for other in round.movable where round.tables[one] != round.tables[other] {
          looked += 1
          let change = change(number, one, other)
          if change > best.change + 1e-9 { continue }
          let isResting = rests[number][round.seats[one] * count + round.seats[other]] > step
          if isResting, change >= record - 1e-9 { continue }
          if change < best.change - 1e-9 { ties = 0 }
          ties += 1
          if ties == 1 || numbers.number(below: ties) == 0 {
            best = Swap(round: number, one: one, other: other, change: change)
          }
        }
      }
    }
    return ties > 0 ? best : nil
  }

  /// Whether somebody at the table of a seat has been met before, or must not be.
  private func isBurdened(_ round: Round, _ seat: Int) -> Bool {
    let person = round.seats[seat] * count
    let table = round.tables[seat]
    return (round.begins[table]..<round.begins[table + 1]).contains { other in
      let pair = person + round.seats[other]
      return other != seat && (met[pair] + earlier[pair] > 1 || each[pair] > 0)
    }
  }

  /// Lets everybody sit as in an earlier plan; what was counted of the present one is not needed any more.
  private mutating func take(_ seats: [[Int]]) {
    for number in plan.indices { plan[number].seats = seats[number] }
  }
}
