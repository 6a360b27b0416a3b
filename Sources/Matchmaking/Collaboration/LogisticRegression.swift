import Foundation
import GraphAlgorithms

/// The candidates of one question of the past, and which of them it turned out to be.
struct TrainingTable: Sendable {
  /// One row a candidate.
  let features: [Float]
  let width: Int
  /// Whether each candidate was right.
  let labels: [Bool]
  /// How much the question counts.
  let weight: Double
}

/// Fits weights so that right candidates get higher scores: logistic regression, drawn towards weights known before.
///
/// Minimises the sum of log losses plus strength / 2 · Σ (deviation of a column · (weight - prior))², by Newton's
/// method; the minimum is unique. The constant that the regression needs does not change an order and is not returned.
///
/// - Parameters:
///   - prior: What the weights are before anything is learned.
///   - strength: How many questions' worth of evidence it takes to leave the prior.
///   - isNonNegative: Whether weights below 0 are not allowed; the prior has none either then.
/// - Returns: The weight of each column. The same at any number of threads.
/// - Complexity: O(rows · columns²) for each of about eight rounds.
/// - SeeAlso: D. R. Cox, "The regression analysis of binary sequences", J. R. Stat. Soc. B 20 (1958) 215.
func logisticRegression(
  _ tables: [TrainingTable], prior: [Double], strength: Double, isNonNegative: Bool = false, _ execution: Execution
) throws(Cancelled) -> [Double] {
  let width = prior.count
  let scale = Standardisation(tables, width)
  // The last unknown is the constant.
  var solution = (0..<width).map { prior[$0] * scale.deviations[$0] } + [scale.constant]
  let start = solution
  for _ in 0..<25 {
    let current = solution
    let parts = try execution.map(tables.count, chunk: 16) { chunk in
      var system = SymmetricSystem(size: width + 1)
      for table in tables[chunk] { system.addNewton(table, scale, current) }
      return system
    }
    var system = SymmetricSystem(size: width + 1)
    for part in parts { system.add(part) }
    for column in 0..<width { system.side[column] -= strength * (current[column] - start[column]) }
    system.addDiagonal([Double](repeating: strength, count: width) + [1e-9])
    // A step that keeps every weight at 0 or above, shortened, keeps it there too.
    let step =
      isNonNegative
      ? system.solution(atLeast: current.enumerated().map { $0.offset < width ? -$0.element : -.infinity })
      : system.solution()
    // Long steps overshoot where the loss is nearly flat.
    let length = step.reduce(0) { max($0, abs($1)) }
    let damping = min(1, 4 / max(length, 1e-12))
    for column in solution.indices { solution[column] += damping * step[column] }
    if length < 1e-7 { break }
  }
  return (0..<width).map { scale.deviations[$0] > 0 ? solution[$0] / scale.deviations[$0] : 0 }
}

/// The mean and deviation of every column.
private struct Standardisation: Sendable {
  private(set) var means: [Double]
  private(set) var deviations: [Double]
  /// The logarithm of the odds of a candidate.
  let constant: Double

  init(_ tables: [TrainingTable], _ width: Int) {
    means = [Double](repeating: 0, count: width)
    deviations = means
    var rows = 0.0
    var right = 0.0
    for table in tables {
      rows += Double(table.labels.count)
      right += Double(table.labels.count { $0 })
      for row in table.labels.indices {
        for column in 0..<width {
          let value = Double(table.features[row * width + column])
          means[column] += value
          deviations[column] += value * value
        }
      }
    }
    for column in 0..<width {
      means[column] /= max(1, rows)
      let variance = deviations[column] / max(1, rows) - means[column] * means[column]
      deviations[column] = variance > 1e-10 ? variance.squareRoot() : 0
    }
    constant = log((right + 1) / (rows - right + 1))
  }
}

extension SymmetricSystem {
  /// Adds the slope and curvature of a table's losses.
  fileprivate mutating func addNewton(_ table: TrainingTable, _ scale: Standardisation, _ current: [Double]) {
    let width = table.width
    var row = [Double](repeating: 1, count: width + 1)
    for candidate in table.labels.indices {
      var score = current[width]
      for column in 0..<width {
        let deviation = scale.deviations[column]
        row[column] =
          deviation > 0
          ? (Double(table.features[candidate * width + column]) - scale.means[column]) / deviation : 0
        score += row[column] * current[column]
      }
      let chance = 1 / (1 + exp(-score))
      let slope = table.weight * ((table.labels[candidate] ? 1 : 0) - chance)
      for column in row.indices { side[column] += slope * row[column] }
      add(row, weight: table.weight * chance * (1 - chance))
    }
  }
}
