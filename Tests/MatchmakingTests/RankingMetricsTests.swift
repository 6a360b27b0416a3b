import Foundation
import Testing

@testable import Matchmaking

@Suite struct RankingMetricsTests {
  @Test func `gains of right and wrong actors`() {
    let score = QuestionScore(ranked: [5, 1, 7, 2], right: [1, 2, 9])
    let ideal = 1 + 1 / log2(3.0) + 0.5
    #expect(abs(score.ndcg - (1 / log2(3.0) + 1 / log2(5.0)) / ideal) < 1e-15)
    #expect(score.reciprocalRank == 0.5)
    #expect(score.hit == 1)
    #expect(score.recall == 2.0 / 3)
    let missed = QuestionScore(ranked: [], right: [1])
    #expect(missed.ndcg == 0 && missed.reciprocalRank == 0 && missed.hit == 0 && missed.recall == 0)
  }

  @Test func `graded gains`() {
    let gains: [Int32: Double] = [1: 0.5, 2: 1]
    #expect(QuestionScore(ranked: [2, 1], gains: gains).ndcg == 1)
    let turned = QuestionScore(ranked: [1, 2, 3], gains: gains)
    #expect(abs(turned.ndcg - (0.5 + 1 / log2(3.0)) / (1 + 0.5 / log2(3.0))) < 1e-15)
    #expect(turned.share == 0.2 && turned.hit == 1)
  }

  /// Drawn with Python 3.11: `random.Random(12345)`.
  @Test func `random numbers equal Python's`() {
    var random = MersenneTwister(seed: 12345)
    #expect((0..<3).map { _ in random.next() } == [1_789_368_711, 3_146_859_322, 43_676_229])
    random = MersenneTwister(seed: 12345)
    #expect((0..<12).map { _ in random.number(below: 7) } == [3, 5, 0, 6, 6, 6, 2, 6, 2, 1, 2, 4])
    random = MersenneTwister(seed: 12345)
    for _ in 0..<2000 { _ = random.next() }
    #expect(random.next() == 269_534_382)
  }

  @Test func `the interval equals Python's`() {
    #expect(bootstrapInterval([0.1, 0.5, 0.25, 1.0, 0.0, 0.75]) == 0.15833333333333333...0.7083333333333334)
    #expect(bootstrapInterval([0.25]) == 0.25...0.25)
  }

  @Test func `coverage and popularity count whom everybody is shown`() {
    let report = RankingReport(
      [QuestionScore(ranked: [0], right: [0]), QuestionScore(ranked: [0, 1], right: [2])], shown: [[0], [0, 1]],
      degrees: [3, 1, 1, 0], answeredCount: 2)
    #expect(report.coverage == 0.5)
    #expect(abs(report.popularity - (1 + 1 + 0.5) / 3) < 1e-15)
    #expect(report.mean.ndcg == 0.5)
  }
}
