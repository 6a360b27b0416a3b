import Foundation

/// How good the answer to one question is.
public struct QuestionScore: Sendable, Hashable {
  /// The gains of the first ten, discounted by rank, over those of the best order.
  public var ndcg = 0.0
  /// 1 / rank of the first right one within a hundred; absent where gains are graded.
  public var reciprocalRank: Double?
  /// Whether a right one is among the first ten.
  public var hit = 0.0
  /// The share of the right ones that are among the first hundred; absent where gains are graded.
  public var recall: Double?
  /// The share of the first ten that have any gain; absent where gains are just right or wrong.
  public var share: Double?

  /// Nothing found.
  public init() {}

  /// Scores an order where actors are right or wrong.
  ///
  /// - Parameters:
  ///   - ranked: Different actors, best first; only the first hundred count.
  ///   - right: The actors that are right.
  ///   - count: How many are right, those too whom nobody knows and nobody can find; at least one.
  public init(ranked: [Int32], right: Set<Int32>, count: Int? = nil) {
    let count = max(1, count ?? right.count)
    let ranked = ranked.prefix(100)
    let first = ranked.firstIndex(where: right.contains)
    reciprocalRank = first.map { 1 / Double($0 + 1) } ?? 0
    hit = first.map { $0 < 10 ? 1 : 0 } ?? 0
    let ideal = (0..<min(10, count)).reduce(0.0) { $0 + QuestionScore.discount($1) }
    var gained = 0.0
    for (rank, actor) in ranked.prefix(10).enumerated() where right.contains(actor) {
      gained += QuestionScore.discount(rank)
    }
    ndcg = gained / ideal
    recall = Double(ranked.count(where: right.contains)) / Double(count)
  }

  /// Scores an order where each actor has a gain.
  ///
  /// - Parameter gains: The gains above 0.
  public init(ranked: [Int32], gains: [Int32: Double]) {
    let best = gains.values.sorted(by: >).prefix(10)
    let ideal = best.enumerated().reduce(0.0) { $0 + $1.element * QuestionScore.discount($1.offset) }
    var gained = 0.0
    for (rank, actor) in ranked.prefix(10).enumerated() {
      gained += (gains[actor] ?? 0) * QuestionScore.discount(rank)
    }
    ndcg = ideal > 0 ? gained / ideal : 0
    share = Double(ranked.prefix(10).count { gains[$0] != nil }) / 10
    hit = ranked.prefix(10).contains { gains[$0] != nil } ? 1 : 0
  }

  private static func discount(_ rank: Int) -> Double { 1 / log2(Double(rank + 2)) }
}

/// How good the answers to many questions are.
public struct RankingReport: Sendable {
  /// The mean over all questions.
  public let mean: QuestionScore
  /// The bounds between which 95 of 100 resamples of the questions have their mean NDCG.
  public let interval: ClosedRange<Double>
  /// The share of all actors that are in anybody's first ten.
  public let coverage: Double
  /// The mean percentile (0...1) of the number of partners of those in the first ten; 0.5 is neutral.
  public let popularity: Double
  /// How many questions there are.
  public let questionCount: Int
  /// How many were answered at all.
  public let answeredCount: Int

  /// Sums up.
  ///
  /// - Parameters:
  ///   - scores: One score a question, sorted by the question's id; at least one.
  ///   - shown: The first ten of each answer.
  ///   - degrees: The number of partners of each actor.
  public init(_ scores: [QuestionScore], shown: [[Int32]], degrees: [Int], answeredCount: Int) {
    questionCount = scores.count
    self.answeredCount = answeredCount
    func average(_ values: [Double?]) -> Double? {
      let values = values.compactMap(\.self)
      return values.count == scores.count ? values.reduce(0, +) / Double(values.count) : nil
    }
    var mean = QuestionScore()
    mean.ndcg = average(scores.map(\.ndcg)) ?? 0
    mean.hit = average(scores.map(\.hit)) ?? 0
    mean.reciprocalRank = average(scores.map(\.reciprocalRank))
    mean.recall = average(scores.map(\.recall))
    mean.share = average(scores.map(\.share))
    self.mean = mean
    interval = bootstrapInterval(scores.map(\.ndcg))
    let all = shown.flatMap(\.self)
    coverage = Double(Set(all).count) / Double(max(1, degrees.count))
    let percentiles = midRankPercentiles(degrees)
    popularity = all.isEmpty ? 0 : all.reduce(0.0) { $0 + percentiles[Int($1)] } / Double(all.count)
  }
}

/// The bounds between which 95 of 100 means lie when as many values are drawn again and again, with replacement:
/// 1000 draws, seed 12345.
///
/// - Parameter values: At least one.
/// - Complexity: O(1000 · values).
/// - SeeAlso: B. Efron, "Bootstrap methods", Ann. Statist. 7 (1979) 1, doi:10.1214/aos/1176344552.
public func bootstrapInterval(_ values: [Double]) -> ClosedRange<Double> {
  var random = MersenneTwister(seed: 12345)
  let means = (0..<1000).map { _ in
    var sum = 0.0
    for _ in values { sum += values[random.number(below: values.count)] }
    return sum / Double(values.count)
  }.sorted()
  return means[25]...means[974]
}

/// Where each number stands among all, 0 for the smallest and 1 for the largest; equal ones share the middle.
private func midRankPercentiles(_ numbers: [Int]) -> [Double] {
  var first: [Int: Int] = [:]
  var last: [Int: Int] = [:]
  for (position, number) in numbers.sorted().enumerated() {
    if first[number] == nil { first[number] = position }
    last[number] = position
  }
  let span = Double(max(1, numbers.count - 1))
  return numbers.map { Double((first[$0] ?? 0) + (last[$0] ?? 0)) / 2 / span }
}
