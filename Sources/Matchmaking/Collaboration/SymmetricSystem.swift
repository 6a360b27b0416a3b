/// Linear equations with a symmetric, positive definite matrix, gathered row by row of a regression.
struct SymmetricSystem: Sendable {
  /// The matrix, row after row; only what lies on and right of the diagonal is used.
  private(set) var matrix: [Double]
  /// The right-hand side.
  var side: [Double]

  init(size: Int) {
    matrix = [Double](repeating: 0, count: size * size)
    side = [Double](repeating: 0, count: size)
  }

  var size: Int { side.count }

  /// Adds `weight` · row · rowᵀ to the matrix.
  mutating func add(_ row: [Double], weight: Double) {
    let size = size
    matrix.withUnsafeMutableBufferPointer { matrix in
      row.withUnsafeBufferPointer { row in
        for first in 0..<size where row[first] != 0 {
          let factor = weight * row[first]
          let start = first * size
          for second in first..<size { matrix[start + second] += factor * row[second] }
        }
      }
    }
  }

  /// Adds to the diagonal.
  mutating func addDiagonal(_ values: [Double]) {
    for position in values.indices { matrix[position * size + position] += values[position] }
  }

  /// Adds another system.
  mutating func add(_ other: SymmetricSystem) {
    for position in matrix.indices { matrix[position] += other.matrix[position] }
    for position in side.indices { side[position] += other.side[position] }
  }

  /// The solution, by Cholesky's decomposition; unknowns that nothing determines become 0.
  ///
  /// - Complexity: O(size³).
  func solution() -> [Double] {
    let size = size
    var factor = matrix
    var result = side
    for column in 0..<size {
      let pivot = factor[column * size + column]
      guard pivot > 1e-12 else {
        for other in column..<size { factor[column * size + other] = 0 }
        continue
      }
      let root = pivot.squareRoot()
      for other in column..<size { factor[column * size + other] /= root }
      for row in (column + 1)..<max(size, column + 1) {
        let share = factor[column * size + row]
        if share == 0 { continue }
        for other in row..<size { factor[row * size + other] -= share * factor[column * size + other] }
      }
    }
    for row in 0..<size {
      let pivot = factor[row * size + row]
      result[row] = pivot > 0 ? result[row] / pivot : 0
      for other in (row + 1)..<max(size, row + 1) { result[other] -= factor[row * size + other] * result[row] }
    }
    for row in (0..<size).reversed() {
      let pivot = factor[row * size + row]
      for other in (row + 1)..<max(size, row + 1) { result[row] -= factor[row * size + other] * result[other] }
      result[row] = pivot > 0 ? result[row] / pivot : 0
    }
    return result
  }

  /// The solution among those that are nowhere below some bounds, by turns for each unknown; an unknown that nothing
  /// determines stays at 0, or at its bound.
  ///
  /// Minimises ½ · xᵀ · matrix · x - side · x, which has one minimum.
  ///
  /// - Complexity: O(size² · rounds).
  func solution(atLeast bounds: [Double]) -> [Double] {
    let size = size
    var result = bounds.map { max(0, $0) }
    for _ in 0..<10_000 {
      var change = 0.0
      for column in 0..<size where matrix[column * size + column] > 1e-12 {
        var rest = side[column]
        for other in 0..<size where other != column {
          rest -= matrix[min(column, other) * size + max(column, other)] * result[other]
        }
        let value = max(bounds[column], rest / matrix[column * size + column])
        change = max(change, abs(value - result[column]))
        result[column] = value
      }
      if change < 1e-12 { break }
    }
    return result
  }
}
