import Foundation
public import GraphModel
import JSONText
public import Matchmaking

extension RankingReport {
  /// The figures as lines.
  public func text(_ model: RankingModel, _ language: Language) -> String {
    let bounds = "\(interval.lowerBound.fixed(4)) … \(interval.upperBound.fixed(4))"
    var rows: [(Wording, String)] = [
      (Wording("Fragen", "questions"), "\(questionCount)"),
      (Wording("beantwortet", "answered"), "\(answeredCount)"),
      (Wording("NDCG@10", "NDCG@10"), "\(mean.ndcg.fixed(4))  (\(bounds))"),
      (Wording("Treffer@10", "Hits@10"), mean.hit.fixed(4)),
    ]
    if let rank = mean.reciprocalRank { rows.append((Wording("MRR", "MRR"), rank.fixed(4))) }
    if let recall = mean.recall { rows.append((Wording("Recall@100", "Recall@100"), recall.fixed(4))) }
    if let share = mean.share { rows.append((Wording("Anteil@10", "Share@10"), share.fixed(4))) }
    rows.append((Wording("Abdeckung@10", "Coverage@10"), coverage.fixed(4)))
    rows.append((Wording("Bekanntheit@10", "Popularity@10"), popularity.fixed(4)))
    rows.append((Wording("Gewichte", "weights"), model.origin.phrase[language]))
    let width = rows.map { $0.0[language].count }.max() ?? 0
    return rows.map { $0.0[language].padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 + "\n" }.joined()
  }

  /// The figures as JSON, under the names that the benchmark's scorer uses.
  public func json(_ model: RankingModel, _ language: Language) -> String {
    JSONOutput.members([
      ("mrr", mean.reciprocalRank.map { .float($0) }), ("share@10", mean.share.map { .float($0) }),
      ("hits@10", .float(mean.hit)), ("ndcg@10", .float(mean.ndcg)),
      ("recall@100", mean.recall.map { .float($0) }),
      ("ndcg@10_ci95", .array([.float(interval.lowerBound), .float(interval.upperBound)])),
      ("coverage@10", .float(coverage)), ("popularity@10", .float(popularity)),
      ("queries", .integer(Int64(questionCount))), ("answered", .integer(Int64(answeredCount))),
      ("weights", .string(model.origin.phrase[language])),
    ]).text(indent: true) + "\n"
  }
}

extension Double {
  /// The number with so many digits behind the point.
  func fixed(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}
