import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct BipartiteMatchingTests {
  @Test(arguments: 0..<80) func `a cover of the same size proves the matching`(seed: Int) throws {
    let graph = randomCompressedGraph(1 + seed, seed * (1 + seed % 4), seed: UInt64(seed), isDirected: seed % 2 == 0)
    let left = Array(0..<graph.vertexCount).filter { $0 % 3 != 1 }
    let matching = maximumBipartiteMatching(in: graph, left: left)
    let across = weightedPairs(of: graph).filter { ($0.first % 3 != 1) != ($0.second % 3 != 1) }
    #expect(matching.count == matching.cover.count)
    let cover = Set(matching.cover)
    #expect(across.allSatisfy { cover.contains($0.first) || cover.contains($0.second) })
    let edges = Set(across.flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
    for (vertex, partner) in matching.partners.enumerated() {
      guard let partner else { continue }
      #expect(edges.contains([vertex, partner]))
      #expect(matching.partners[partner] == vertex)
    }
    let general = try maximumWeightMatching(of: across, vertexCount: graph.vertexCount)
    #expect(general.pairs.count == matching.count)
  }

  @Test func `a chain of changes through all vertices is found`() {
    let count = 2000
    // Each takes its first choice; the last one wants what the first has, so everybody has to move on.
    var edges = [(count - 1, count)]
    for vertex in 0..<count - 1 { edges += [(vertex, count + vertex), (vertex, count + vertex + 1)] }
    let graph = CompressedGraph(vertexCount: 2 * count, edges: edges, isDirected: false)
    #expect(maximumBipartiteMatching(in: graph, left: Array(0..<count)).count == count)
  }
}

@Suite struct AssignmentTests {
  @Test(arguments: 0..<150) func `no choice is better`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (rows, columns) = (Int.random(in: 0...6, using: &generator), Int.random(in: 0...6, using: &generator))
    let goal = seed % 2 == 0 ? AssignmentGoal.minimum : .maximum
    let forbidden = goal == .minimum ? Double.infinity : -.infinity
    let values = (0..<rows * columns).map { _ in
      seed % 3 == 0 && Int.random(in: 0..<3, using: &generator) == 0
        ? forbidden : Double(Int.random(in: -9...9, using: &generator))
    }
    let table = AssignmentTable(rowCount: rows, columnCount: columns, values: values)
    let expected = bestTotal(table, goal)
    guard let result = try assignment(with: goal, of: table) else {
      #expect(expected == nil)
      return
    }
    #expect(result.total == expected)
    #expect(result.total == result.rowPrices.reduce(0, +) + result.columnPrices.reduce(0, +))
    let sign = goal == .minimum ? 1.0 : -1.0
    for row in 0..<rows {
      for column in 0..<columns {
        let rest = sign * (table[row, column] - result.rowPrices[row] - result.columnPrices[column])
        #expect(rest >= 0 && (result.columns[row] != column || rest == 0))
      }
    }
    let (short, long) = rows <= columns ? (rows, result.columnPrices) : (columns, result.rowPrices)
    #expect(long.allSatisfy { sign * $0 <= 0 })
    #expect(Set(result.columns.compactMap(\.self)).count == short)
  }

  @Test func `large tables agree with the general matching`() throws {
    var generator = SeededGenerator(seed: 4)
    let values = (0..<30 * 40).map { _ in Double(Int.random(in: 1...500, using: &generator)) }
    let result = try assignment(
      with: .maximum, of: AssignmentTable(rowCount: 30, columnCount: 40, values: values))
    let pairs = values.indices.map { WeightedPair($0 / 40, 30 + $0 % 40, values[$0]) }
    #expect(try maximumWeightMatching(of: pairs, vertexCount: 70).weight == result?.total)
  }

  private func bestTotal(_ table: AssignmentTable, _ goal: AssignmentGoal) -> Double? {
    let isTurned = table.rowCount > table.columnCount
    let (short, long) = isTurned ? (table.columnCount, table.rowCount) : (table.rowCount, table.columnCount)
    var best: Double?
    func extend(_ row: Int, _ used: Set<Int>, _ total: Double) {
      if row == short {
        guard total.isFinite else { return }
        best = best.map { goal == .minimum ? min($0, total) : max($0, total) } ?? total
        return
      }
      for column in 0..<long where !used.contains(column) {
        extend(row + 1, used.union([column]), total + (isTurned ? table[column, row] : table[row, column]))
      }
    }
    extend(0, [], 0)
    return best
  }
}

@Suite struct StableMatchingTests {
  @Test(arguments: 0..<120) func `nobody would rather go elsewhere`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func lists(_ count: Int, of others: Int) -> [[Int]] {
      (0..<count).map { _ in
        Array(0..<others).shuffled(using: &generator).filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
      }
    }
    let (guestCount, hostCount) = (1 + seed % 5, 1 + seed % 3)
    let (guests, hosts) = (lists(guestCount, of: hostCount), lists(hostCount, of: guestCount))
    let places = seed % 2 == 0 ? [] : hosts.map { _ in Int.random(in: 0...3, using: &generator) }
    let matching = stableMatching(of: guests, with: hosts, places: places)
    #expect(blockingPairs(of: matching.hosts, guests: guests, hosts: hosts, places: places).isEmpty)
    for (host, members) in matching.guests.enumerated() {
      #expect(members.count <= (places.isEmpty ? 1 : places[host]))
      #expect(members == hosts[host].filter { matching.hosts[$0] == host })
    }
    // No stable matching gives any guest a better host.
    func rank(_ guest: Int, _ host: Int?) -> Int { host.flatMap { guests[guest].firstIndex(of: $0) } ?? .max }
    for choice in everyChoice(guests, hosts, places) {
      guard blockingPairs(of: choice, guests: guests, hosts: hosts, places: places).isEmpty else { continue }
      for guest in guests.indices { #expect(rank(guest, matching.hosts[guest]) <= rank(guest, choice[guest])) }
    }
  }

  @Test func `blocking pairs are listed`() {
    let (guests, hosts) = ([[0, 1], [0, 1]], [[1, 0], [0, 1]])
    #expect(blockingPairs(of: [0, 1], guests: guests, hosts: hosts) == [BlockingPair(guest: 1, host: 0)])
    #expect(blockingPairs(of: [nil, nil], guests: guests, hosts: hosts).count == 4)
    #expect(blockingPairs(of: [1, 0], guests: guests, hosts: hosts).isEmpty)
  }

  /// Every way to give guests acceptable hosts with room.
  private func everyChoice(_ guests: [[Int]], _ hosts: [[Int]], _ places: [Int]) -> [[Int?]] {
    var choices: [[Int?]] = [[]]
    for guest in guests.indices {
      choices = choices.flatMap { choice in
        let open = guests[guest].filter { host in
          hosts[host].contains(guest) && choice.count { $0 == host } < (places.isEmpty ? 1 : places[host])
        }
        return [choice + [nil]] + open.map { choice + [$0] }
      }
    }
    return choices
  }
}
