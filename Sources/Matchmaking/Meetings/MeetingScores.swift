public import GraphModel
public import NetworkVocabulary

/// What it is worth that any two of some people meet, in thousandths.
public struct MeetingScores: Sendable {
  /// The people; everywhere else they are named by their positions here.
  public let people: [NodeID]
  private let points: [Int]

  /// Takes the worth of each two people, the smaller position first.
  public init(_ people: [NodeID], _ worth: (Int, Int) -> Int) {
    self.people = people
    var points = [Int](repeating: 0, count: people.count * people.count)
    for first in people.indices {
      for second in people.indices.dropFirst(first + 1) {
        let value = worth(first, second)
        points[first * people.count + second] = value
        points[second * people.count + first] = value
      }
    }
    self.points = points
  }

  /// Takes the scores of all pairs in the order of ``Matchmaker/pairs(among:preset:execution:)``.
  public init(_ people: [NodeID], pairs: [PairScore]) {
    var next = 0
    self.init(people) { _, _ in
      defer { next += 1 }
      return pairs[next].points
    }
  }

  /// The worth of two people.
  public subscript(first: Int, second: Int) -> Int { points[first * people.count + second] }

  /// The worth of all pairs of some people.
  public func sum(over people: [Int]) -> Int {
    people.indices.reduce(0) { sum, place in
      people[..<place].reduce(sum) { $0 + self[$1, people[place]] }
    }
  }
}

/// Two positions, the smaller first.
public struct TwoPeople: Hashable, Comparable, Sendable {
  /// The smaller position.
  public let first: Int
  /// The larger position.
  public let second: Int

  /// Names two people.
  public init(_ one: Int, _ other: Int) { (first, second) = (min(one, other), max(one, other)) }

  /// By the first, then by the second.
  public static func < (left: TwoPeople, right: TwoPeople) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// What a meeting of two who met before costs.
public enum RepeatRule: Hashable, Sendable {
  /// It is not planned again; where this cannot be, as few as possible.
  case never
  /// It takes so many thousandths off the score, for each earlier meeting.
  case cost(Int)
}

extension [MeetingRecord] {
  /// How often any two people met, by their positions.
  ///
  /// - Parameter people: The ids of the people.
  /// - Complexity: O(records × people of a record²).
  public func encounters(of people: [String]) -> [TwoPeople: Int] {
    var counts: [TwoPeople: Int] = [:]
    forEachEncounter(of: people) { pair, _ in counts[pair, default: 0] += 1 }
    return counts
  }

  /// Of how many pairs one declined each time that they were to meet: they count as encounters and did not meet.
  ///
  /// - Complexity: That of ``encounters(of:)``.
  public func declinedPairs(of people: [String]) -> Int {
    var all: Set<TwoPeople> = []
    var met: Set<TwoPeople> = []
    forEachEncounter(of: people) { pair, record in
      all.insert(pair)
      let answers = [pair.first, pair.second].map { record.answers[people[$0]] }
      if !answers.contains(.decline) { met.insert(pair) }
    }
    return all.count - met.count
  }

  private func forEachEncounter(of people: [String], _ body: (TwoPeople, MeetingRecord) -> Void) {
    let positions = Dictionary(people.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for record in self {
      let known = record.people.filter { positions[$0] != nil }
      for (place, one) in known.enumerated() {
        for other in known[(place + 1)...] where record.counts(one, other) {
          guard let first = positions[one], let second = positions[other] else { continue }
          body(TwoPeople(first, second), record)
        }
      }
    }
  }
}
