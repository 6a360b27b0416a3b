public import GraphAlgorithms
public import GraphModel
public import NetworkVocabulary

/// Suggestions for many at once, so that nobody is suggested to all and nobody small is forgotten.
public struct BatchQuery: Sendable {
  /// For whom; every CDO when empty.
  public var seekers: [NodeID] = []
  /// How the parts of the score are weighed; the preset `similar` when `nil`.
  public var preset: MatchPreset?
  /// Which actors are asked for.
  public var candidates = PeerQuery.Candidates.municipal
  /// Whether those who are connected with a seeker already are suggested too.
  public var includesConnected = false
  /// How many suggestions each seeker gets.
  public var limit = 3
  /// How often an actor is suggested at the most.
  public var cap = 3
  /// A municipality with fewer inhabitants is small, and is suggested at least once as long as at most half of the
  /// suggestions of each seeker are made for that reason.
  public var smallPopulation = 20_000

  /// Three for every CDO, nobody more than three times.
  public init() {}
}

extension BatchQuery {
  /// The same query, without more suggestions than there are actors and seekers.
  fileprivate func bounded(_ actors: Int, _ seekers: Int) -> BatchQuery {
    var query = self
    query.limit = min(limit, actors)
    query.cap = min(cap, max(1, seekers))
    return query
  }
}

/// The answer to a ``BatchQuery``.
public struct BatchAnswer: Sendable {
  /// The seekers with their suggestions, best first; the seekers in the order asked, or by id.
  public let suggestions: [(seeker: NodeID, suggestions: [Suggestion])]
  /// The year from which recency is reckoned.
  public let year: Int
  /// How the suggestions are spread.
  public let spread: Spread
  /// How they would be spread if everybody simply got the best.
  public let unlimited: Spread

  /// How suggestions are spread over those who can be suggested.
  public struct Spread: Hashable, Sendable {
    /// How many suggestions there are.
    public let count: Int
    /// How many actors could be suggested to somebody, and how many are.
    public let candidates: Int
    /// How many of them are suggested at least once.
    public let covered: Int
    /// How many small municipalities have somebody who could be suggested, and how many are.
    public let small: Int
    /// How many of them are suggested at least once.
    public let smallCovered: Int
    /// How often the actor who is suggested most is suggested.
    public let most: Int
    /// The Gini coefficient of how often each is suggested: 0 where all are as often, near 1 where it is always the same.
    public let gini: Double
    /// The mean score of the suggestions.
    public let meanScore: Double

    /// The share of candidates who are suggested, in 0...1.
    public var coverage: Double { candidates > 0 ? Double(covered) / Double(candidates) : 0 }
  }
}

extension Matchmaker {
  /// Suggests actors to many seekers at once with the highest sum of scores that the bounds allow.
  ///
  /// The bounds make it a flow from seekers to candidates; its cheapest solution is optimal, not a guess. The same graph,
  /// settings and query give the same answer on any number of threads.
  ///
  /// - Complexity: O(seekers × candidates × topics²) for the scores, O(suggestions × seekers × candidates × log) for the
  ///   flow.
  /// - SeeAlso: `minimumCostFlow(_:from:to:over:vertexCount:execution:)`.
  public func suggestAll(_ query: BatchQuery, execution: Execution = Execution()) throws(Cancelled) -> BatchAnswer {
    let seekers = query.seekers.isEmpty ? graph.nodes(with: .cdo) : query.seekers
    let query = query.bounded(actors.count, seekers.count)
    let fits = try execution.map(seekers.count, chunk: 1) { chunk in chunk.map { everybody(for: seekers[$0], query) } }
      .flatMap(\.self)
    let pool = Set(fits.flatMap { $0.map(\.actor) }).sorted()
    let places = Dictionary(
      uniqueKeysWithValues: pool.compactMap { actor in smallPlace(of: actor, query).map { (actor, $0) } })
    let spreading = BatchFlow(fits: fits, pool: pool, places: places, query: query)
    let chosen = try spreading.solve(execution)
    let best = fits.map { Array($0.prefix(query.limit)) }
    return BatchAnswer(
      suggestions: zip(seekers, chosen).map { seeker, suggestions in
        let view = perspective(of: seeker, preset: query.preset ?? settings.similar)
        return (seeker, suggestions.map { view.withPath($0) })
      }, year: year, spread: BatchAnswer.Spread(chosen, pool, places), unlimited: BatchAnswer.Spread(best, pool, places)
    )
  }

  /// Everybody who fits a seeker, best first.
  private func everybody(for seeker: NodeID, _ batch: BatchQuery) -> [Suggestion] {
    var query = SuggestQuery(for: seeker)
    query.preset = batch.preset ?? settings.similar
    query.candidates = batch.candidates
    query.includesConnected = batch.includesConnected
    let view = perspective(for: query)
    let exclusions = exclusions(for: query)
    return actors.filter { exclusions[$0] == nil }.map { view.suggestion(for: $0) }.filter { view.isRelevant($0) }
      .sorted { view.isBefore($0, $1) }
  }

  /// The small municipality that an actor works for; `nil` where it is large or not known.
  private func smallPlace(of actor: NodeID, _ query: BatchQuery) -> NodeID? {
    guard let place = profile(of: actor).places.first, let population = place.population,
      population < query.smallPopulation
    else { return nil }
    return place.node
  }
}

/// The choice of suggestions as a flow: from the source to each seeker, on to whoever fits it, through the cap of each
/// candidate to the sink; the first time for a small municipality leads over a way that is rewarded.
private struct BatchFlow {
  let fits: [[Suggestion]]
  let pool: [NodeID]
  let places: [NodeID: NodeID]
  let query: BatchQuery

  /// More than any score, so that the guarantee comes first.
  private static let reward = 10_000.0

  func solve(_ execution: Execution) throws(Cancelled) -> [[Suggestion]] {
    let smallPlaces = Set(places.values).sorted()
    // Source, seekers, their suggestions for the sake of the guarantee, candidates before and behind their cap, small
    // municipalities, sink.
    let seekers = 1
    let guaranteed = seekers + fits.count
    let before = guaranteed + fits.count
    let behind = before + pool.count
    let small = behind + pool.count
    let sink = small + smallPlaces.count
    var arcs = fits.indices.map { CostArc(from: 0, to: seekers + $0, capacity: query.limit, cost: 0) }
    for seeker in fits.indices {
      let share = max(1, query.limit / 2)
      arcs.append(CostArc(from: seekers + seeker, to: guaranteed + seeker, capacity: share, cost: 0))
    }
    let numbers = Dictionary(uniqueKeysWithValues: pool.enumerated().map { ($1, $0) })
    var meanings: [(arc: Int, seeker: Int, position: Int, isGuaranteed: Bool)] = []
    for (seeker, suggestions) in fits.enumerated() {
      for (position, suggestion) in suggestions.enumerated() {
        let number = numbers[suggestion.actor] ?? 0
        // Whoever is near the top is suggested for its own sake.
        let isGuaranteed = places[suggestion.actor] != nil && position >= 3 * query.limit
        meanings.append((arcs.count, seeker, position, isGuaranteed))
        let start = (isGuaranteed ? guaranteed : seekers) + seeker
        arcs.append(CostArc(from: start, to: before + number, capacity: 1, cost: -Double(suggestion.points)))
      }
    }
    for number in pool.indices {
      arcs.append(CostArc(from: before + number, to: behind + number, capacity: query.cap, cost: 0))
      arcs.append(CostArc(from: behind + number, to: sink, capacity: query.cap, cost: 0))
      if let place = places[pool[number]], let position = smallPlaces.firstIndex(of: place) {
        arcs.append(CostArc(from: behind + number, to: small + position, capacity: 1, cost: 0))
      }
    }
    for position in smallPlaces.indices {
      arcs.append(CostArc(from: small + position, to: sink, capacity: 1, cost: -Self.reward))
    }
    // Arcs lead forward only, so there is no circle that costs less than nothing.
    guard let flow = try minimumCostFlow(from: 0, to: sink, over: arcs, vertexCount: sink + 1, execution: execution)
    else { return fits.map { Array($0.prefix(query.limit)) } }
    var chosen = fits.map { _ in [Suggestion]() }
    for (arc, seeker, position, isGuaranteed) in meanings where flow.flows[arc] > 0 {
      var suggestion = fits[seeker][position]
      suggestion.isGuaranteed = isGuaranteed
      chosen[seeker].append(suggestion)
    }
    return chosen
  }
}

extension BatchAnswer.Spread {
  fileprivate init(_ lists: [[Suggestion]], _ pool: [NodeID], _ places: [NodeID: NodeID]) {
    var counts: [NodeID: Int] = [:]
    for suggestion in lists.joined() { counts[suggestion.actor, default: 0] += 1 }
    let sorted = pool.map { counts[$0, default: 0] }.sorted()
    count = sorted.reduce(0, +)
    candidates = pool.count
    covered = counts.count
    small = Set(places.values).count
    smallCovered = Set(counts.keys.compactMap { places[$0] }).count
    most = sorted.last ?? 0
    // Half the mean difference of two, over the mean (C. Gini, 1912), in the form for sorted values.
    let weighted = sorted.enumerated().reduce(0) { $0 + (2 * ($1.offset + 1) - pool.count - 1) * $1.element }
    gini = count > 0 ? Double(weighted) / Double(pool.count * count) : 0
    let points = lists.joined().reduce(0) { $0 + $1.points }
    meanScore = count > 0 ? Double(points) / 1000 / Double(count) : 0
  }
}
