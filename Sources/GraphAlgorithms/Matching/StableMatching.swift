/// Who ends up with whom when everybody keeps the best that can be had.
public struct StableMatching: Hashable, Sendable {
  /// The host of each guest; nil for guests who stay without.
  public let hosts: [Int?]
  /// The guests of each host, the most welcome first.
  public let guests: [[Int]]
}

/// A guest and a host who would both rather have each other.
public struct BlockingPair: Hashable, Sendable {
  /// The guest.
  public let guest: Int
  /// The host.
  public let host: Int

  /// Describes a pair.
  public init(guest: Int, host: Int) {
    self.guest = guest
    self.host = host
  }
}

/// A stable matching of guests to hosts with several places, best for the guests: deferred acceptance by Gale and
/// Shapley.
///
/// Lists may be incomplete: a pair is possible only when each names the other. With one place a host this is the stable
/// marriage problem, with more the one of hospitals and residents.
///
/// ```swift
/// stableMatching(of: [[0, 1], [0]], with: [[1, 0], [0]]).hosts   // [1, 0]
/// ```
///
/// - Parameters:
///   - guests: The hosts that each guest would go to, best first.
///   - hosts: The guests that each host would take, best first.
///   - places: How many guests each host has room for; one each when empty.
/// - Returns: The stable matching in which each guest has the best host of all stable matchings; it is unique.
/// - Complexity: O(total length of the lists · log) time, O(that length) memory.
/// - SeeAlso: D. Gale and L. S. Shapley, "College admissions and the stability of marriage", American Mathematical
///   Monthly 69 (1962), doi:10.2307/2312726.
public func stableMatching(of guests: [[Int]], with hosts: [[Int]], places: [Int] = []) -> StableMatching {
  let places = places.isEmpty ? [Int](repeating: 1, count: hosts.count) : places
  precondition(places.count == hosts.count, "places are given for all hosts or for none")
  let ranks = hosts.map { ranking(of: $0) }
  var next = [Int](repeating: 0, count: guests.count)
  /// The ranks of the guests whom a host holds at the moment, worst first.
  var held = [BinaryHeap<Int>](repeating: BinaryHeap(), count: hosts.count)
  var counts = [Int](repeating: 0, count: hosts.count)
  var seeking = Array(guests.indices.reversed())
  while let guest = seeking.popLast() {
    while next[guest] < guests[guest].count {
      let host = guests[guest][next[guest]]
      next[guest] += 1
      guard let rank = ranks[host][guest], places[host] > 0 else { continue }
      held[host].insert(-rank)
      counts[host] += 1
      if counts[host] > places[host], let worst = held[host].removeFirst() {
        counts[host] -= 1
        seeking.append(hosts[host][-worst])
      }
      break
    }
  }
  var hostOf = [Int?](repeating: nil, count: guests.count)
  let taken = held.enumerated().map { host, heap in
    var heap = heap
    var members: [Int] = []
    while let worst = heap.removeFirst() { members.append(hosts[host][-worst]) }
    for guest in members { hostOf[guest] = host }
    return Array(members.reversed())
  }
  return StableMatching(hosts: hostOf, guests: taken)
}

/// The pairs that make a matching unstable: both name each other, the guest prefers the host to its own, and the host
/// has room or prefers the guest to one it has.
///
/// - Parameters:
///   - chosen: The host of each guest.
/// - Returns: The pairs in the order of guests, then of their lists; empty when the matching is stable.
/// - Complexity: O(total length of the lists) time and memory.
public func blockingPairs(
  of chosen: [Int?], guests: [[Int]], hosts: [[Int]], places: [Int] = []
) -> [BlockingPair] {
  let places = places.isEmpty ? [Int](repeating: 1, count: hosts.count) : places
  let ranks = hosts.map { ranking(of: $0) }
  var counts = [Int](repeating: 0, count: hosts.count)
  var worst = [Int](repeating: -1, count: hosts.count)
  for (guest, host) in chosen.enumerated() {
    guard let host else { continue }
    counts[host] += 1
    worst[host] = max(worst[host], ranks[host][guest] ?? .max)
  }
  return guests.indices.flatMap { guest in
    guests[guest].prefix { $0 != chosen[guest] }.compactMap { host in
      guard let rank = ranks[host][guest], counts[host] < places[host] || (places[host] > 0 && rank < worst[host])
      else { return nil }
      return BlockingPair(guest: guest, host: host)
    }
  }
}

/// The position of each entry, the first where it is repeated.
private func ranking(of list: [Int]) -> [Int: Int] {
  Dictionary(zip(list, list.indices), uniquingKeysWith: { first, _ in first })
}
