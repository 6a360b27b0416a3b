import Foundation
import GraphAlgorithms
import TestSupport
import Testing

@testable import Matchmaking

/// The regression against its definition.
@Suite struct RegressionTests {
  @Test(arguments: 0..<12 as Range<UInt64>) func `no weights that are allowed lose less`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let width = 4
    let tables = (0..<30).map { _ in
      let features = (0..<(8 * width)).map { _ in Float.random(in: 0...1, using: &random) }
      // The third column speaks against somebody.
      let labels = (0..<8).map { row in
        features[row * width] - features[row * width + 2] + Float.random(in: -0.3...0.3, using: &random) > 0.2
      }
      return TrainingTable(features: features, width: width, labels: labels, weight: 1)
    }
    let prior = (0..<width).map { _ in Double.random(in: 0...1, using: &random) }
    let fitted = try logisticRegression(tables, prior: prior, strength: 2, isNonNegative: true, Execution())
    #expect(fitted.allSatisfy { $0 >= 0 } && fitted[2] == 0 && fitted[0] > 0)
    let loss = Self.loss(tables, fitted, prior)
    for _ in 0..<60 {
      let other = fitted.map { max(0, $0 + Double.random(in: -0.2...0.2, using: &random)) }
      #expect(Self.loss(tables, other, prior) >= loss - 1e-7)
    }
    let free = try logisticRegression(tables, prior: prior, strength: 2, Execution())
    #expect(free[2] < 0 && Self.loss(tables, free, prior) <= loss + 1e-7)
  }

  /// What the regression minimises, at the best constant.
  private static func loss(_ tables: [TrainingTable], _ weights: [Double], _ prior: [Double]) -> Double {
    let rows = tables.flatMap { table in
      table.labels.indices.map { row in
        (table.features[(row * table.width)..<((row + 1) * table.width)].map(Double.init), table.labels[row])
      }
    }
    var penalty = 0.0
    for column in weights.indices {
      let values = rows.map { $0.0[column] }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + $1 * $1 } / Double(values.count) - mean * mean
      penalty += variance * (weights[column] - prior[column]) * (weights[column] - prior[column])
    }
    func at(_ constant: Double) -> Double {
      rows.reduce(0) { sum, row in
        let score = zip(row.0, weights).reduce(constant) { $0 + $1.0 * $1.1 }
        return sum + log(1 + exp(row.1 ? -score : score))
      }
    }
    // The loss is convex in the constant: thirds of an interval close in on the best one.
    var (low, high) = (-30.0, 30.0)
    for _ in 0..<120 {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      if at(left) < at(right) { high = right } else { low = left }
    }
    return at((low + high) / 2) + penalty
  }
}
