public import GraphAlgorithms
public import GraphModel
public import NetworkVocabulary

/// Who helps whom, and that nobody would rather do otherwise.
public struct MentorPlan: Sendable {
  /// Somebody who could help somebody.
  public struct Option: Sendable {
    /// Who is helped.
    public let mentee: NodeID
    /// Who helps.
    public let mentor: NodeID
    /// How well the mentee's needs are met, and how the mentor looks to the mentee, in thousandths: what the mentee goes by.
    public let wish: (helped: Int, points: Int)
    /// The same from the other side: what the mentor goes by.
    public let welcome: (helped: Int, points: Int)
    /// How the mentor looks to the mentee, with what it can help with.
    public let suggestion: Suggestion
  }

  /// A mentee with its mentor.
  public struct Match: Sendable {
    /// The two and how well they fit.
    public let option: Option
    /// Which choice the mentor was for the mentee, and the mentee for the mentor, counted from 1.
    public let rank: (mentor: Int, mentee: Int)
  }

  /// Why a mentee has no mentor.
  public enum Reason: Hashable, Sendable {
    /// It states no need.
    case noNeed
    /// Nobody offers, or works on, what it needs.
    case noOffer
    /// All who could help have given their places to others whom they can help more: the mentors.
    case full([NodeID])
    /// Who could help was excluded: met before, or forbidden.
    case excluded
  }

  /// The matches by mentor, then by the mentor's order.
  public let matches: [Match]
  /// Mentees without a mentor, and why.
  public let unmatched: [(mentee: NodeID, reason: Reason)]
  /// Mentors with places left, and how many.
  public let free: [(mentor: NodeID, places: Int)]
  /// Pairs that would rather have each other, counted from the definition: empty.
  public let blocking: [BlockingPair]
  /// How many possible pairs were checked.
  public let optionCount: Int
}

extension Matchmaker {
  /// Finds mentors by deferred acceptance: the stable matching in which every mentee has the best mentor of all stable ones.
  ///
  /// A mentee prefers who meets its needs best, and then whom the preset puts higher; a mentor prefers whom it can help most,
  /// and then who looks better to it. The rest is decided by the order of nodes.
  ///
  /// - Parameters:
  ///   - places: How many mentees each mentor takes, in the order of `mentors`.
  ///   - excluded: Whether two are not to be matched.
  /// - Complexity: O(mentees × mentors × log) beside the scores.
  public func mentorPlan(
    mentees: [NodeID], mentors: [NodeID], places: [Int], preset: MatchPreset,
    excluded: (NodeID, NodeID) -> Bool = { _, _ in false }
  ) -> MentorPlan {
    let views = mentors.map { perspective(of: $0, preset: preset) }
    var options: [[Int: MentorPlan.Option]] = []
    var hidden = [Bool](repeating: false, count: mentees.count)
    for (number, mentee) in mentees.enumerated() {
      let view = perspective(of: mentee, preset: preset)
      var own: [Int: MentorPlan.Option] = [:]
      for (place, mentor) in mentors.enumerated() where mentor != mentee {
        let seen = view.suggestion(for: mentor)
        let helped = Int((seen.evidence.exchange.received * 1000).rounded())
        guard helped > 0 else { continue }
        if excluded(mentee, mentor) {
          hidden[number] = true
          continue
        }
        own[place] = MentorPlan.Option(
          mentee: mentee, mentor: mentor, wish: (helped, seen.points),
          welcome: (helped, views[place].suggestion(for: mentee).points), suggestion: seen)
      }
      options.append(own)
    }
    return matched(mentees, mentors, places, options, hidden)
  }

  private func matched(
    _ mentees: [NodeID], _ mentors: [NodeID], _ places: [Int], _ options: [[Int: MentorPlan.Option]], _ hidden: [Bool]
  ) -> MentorPlan {
    let wishes = options.map { own in
      own.sorted {
        ($0.value.wish.helped, $0.value.wish.points, $1.key) > ($1.value.wish.helped, $1.value.wish.points, $0.key)
      }
      .map(\.key)
    }
    let welcomes = mentors.indices.map { place in
      mentees.indices.compactMap { mentee in options[mentee][place].map { (mentee, $0.welcome) } }.sorted {
        ($0.1.helped, $0.1.points, $1.0) > ($1.1.helped, $1.1.points, $0.0)
      }.map(\.0)
    }
    let matching = stableMatching(of: wishes, with: welcomes, places: places)
    let matches = mentors.indices.flatMap { place in
      matching.guests[place].compactMap { mentee -> MentorPlan.Match? in
        guard let option = options[mentee][place], let one = wishes[mentee].firstIndex(of: place),
          let other = welcomes[place].firstIndex(of: mentee)
        else { return nil }
        return MentorPlan.Match(option: option, rank: (one + 1, other + 1))
      }
    }
    let unmatched = mentees.indices.filter { matching.hosts[$0] == nil }.map { mentee in
      let reason: MentorPlan.Reason =
        if aim(of: mentees[mentee]).needs.isEmpty {
          .noNeed
        } else if !wishes[mentee].isEmpty {
          .full(wishes[mentee].map { mentors[$0] })
        } else {
          hidden[mentee] ? .excluded : .noOffer
        }
      return (mentees[mentee], reason)
    }
    let free = mentors.indices.map { (mentors[$0], places[$0] - matching.guests[$0].count) }.filter { $0.1 > 0 }
    return MentorPlan(
      matches: matches, unmatched: unmatched, free: free,
      blocking: blockingPairs(of: matching.hosts, guests: wishes, hosts: welcomes, places: places),
      optionCount: wishes.reduce(0) { $0 + $1.count })
  }
}
