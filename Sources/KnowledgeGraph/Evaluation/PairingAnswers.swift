public import GraphAlgorithms
public import GraphModel
import JSONText
public import NetworkFiles

/// The pairs found for an instance.
public struct PairingAnswer: Sendable {
  /// The id of the instance.
  public let id: String
  /// The ids of the two in each pair.
  public let pairs: [(first: String, second: String)]
  /// What the pairs are worth together.
  public let weight: Int

  /// One line of a run file.
  public var line: String {
    let pairs = pairs.map { JSONOutput.array([.string($0.first), .string($0.second)]) }
    return JSONOutput.members([("instance", .string(id)), ("pairs", .array(pairs))]).text() + "\n"
  }
}

extension PairingInstance {
  /// The pairs of the largest total weight.
  ///
  /// - Throws: `Cancelled`.
  public func solved(_ execution: Execution = Execution()) throws -> PairingAnswer {
    let matching = try maximumWeightMatching(
      of: edges.map { WeightedPair($0.first, $0.second, $0.weight) }, vertexCount: nodes.count)
    let pairs = matching.pairs.map { (first: nodes[edges[$0].first], second: nodes[edges[$0].second]) }
    return PairingAnswer(id: id, pairs: pairs, weight: matching.weight)
  }
}

/// How near to the optimum pairs are.
public struct PairingReport: Sendable {
  /// How many instances there are.
  public let instanceCount: Int
  /// The share of instances whose pairs are worth the optimum.
  public let optimal: Double
  /// The mean of weight over optimum.
  public let meanRatio: Double
  /// The smallest of them.
  public let leastRatio: Double

  /// Compares answers with the optimum of each instance.
  public init(_ answers: [PairingAnswer], _ optima: [String: Int]) {
    let known = answers.filter { optima[$0.id] != nil }
    let ratios = known.map { answer in
      let optimum = optima[answer.id] ?? 0
      return optimum == 0 ? 1 : Double(answer.weight) / Double(optimum)
    }
    instanceCount = known.count
    optimal = Double(known.count { $0.weight == optima[$0.id] }) / Double(max(1, known.count))
    meanRatio = ratios.reduce(0, +) / Double(max(1, ratios.count))
    leastRatio = ratios.min() ?? 0
  }

  /// The figures as lines.
  public func text(_ language: Language) -> String {
    Wording(
      """
      Instanzen            \(instanceCount)
      optimal              \(optimal.fixed(4))
      mittleres Verhältnis \(meanRatio.fixed(4))
      kleinstes Verhältnis \(leastRatio.fixed(4))

      """,
      """
      instances   \(instanceCount)
      optimal     \(optimal.fixed(4))
      mean ratio  \(meanRatio.fixed(4))
      least ratio \(leastRatio.fixed(4))

      """)[language]
  }

  /// The figures as JSON.
  public var json: String {
    JSONOutput.members([
      ("instances", .integer(Int64(instanceCount))), ("optimal", .float(optimal)), ("mean_ratio", .float(meanRatio)),
      ("min_ratio", .float(leastRatio)),
    ]).text(indent: true) + "\n"
  }
}
