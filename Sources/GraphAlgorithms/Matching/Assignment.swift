/// What it costs, or what it is worth, to give a column to a row.
public struct AssignmentTable: Hashable, Sendable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The values, row after row.
  public var values: [Double]

  /// Makes a table; `values` stand row after row.
  public init(rowCount: Int, columnCount: Int, values: [Double]) {
    precondition(values.count == rowCount * columnCount, "a table needs a value for each row and column")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.values = values
  }

  /// The value of a row and a column.
  public subscript(row: Int, column: Int) -> Double { values[row * columnCount + column] }
}

/// What an assignment is to have.
public enum AssignmentGoal: String, Hashable, Sendable, CaseIterable {
  /// The smallest sum.
  case minimum
  /// The largest sum.
  case maximum
}

/// A column for each row (or, where there are more rows, a row for each column), and the proof that no choice is
/// better.
public struct Assignment: Hashable, Sendable {
  /// The column of each row; nil for rows that are left over.
  public let columns: [Int?]
  /// The sum of the values.
  public let total: Double
  /// A price of each row; with the price of a column it adds up to at most the value (for the largest sum: at least),
  /// and to exactly the value where the column is the row's. So every assignment costs at least the sum of all prices.
  public let rowPrices: [Double]
  /// A price of each column. What is left over, row or column, has 0; what else stands on that side is not above 0 (for
  /// the largest sum: not below).
  public let columnPrices: [Double]
}

/// The assignment with the best sum: shortest augmenting paths after Jonker and Volgenant.
///
/// Every row gets a column of its own, or every column a row where there are more rows. A value of `+infinity` (for the
/// largest sum `-infinity`) forbids a pair.
///
/// ```swift
/// let table = AssignmentTable(rowCount: 2, columnCount: 2, values: [4, 1, 2, 3])
/// assignment(with: .minimum, of: table)?.columns   // [1, 0]
/// ```
///
/// - Returns: One of the best assignments; nil when every complete one needs a forbidden pair. Integers are exact.
/// - Complexity: O(r² c) time with r ≤ c the two numbers of rows and columns, O(r c) memory.
/// - SeeAlso: R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
///   problems", Computing 38 (1987), doi:10.1007/BF02278710; H. W. Kuhn, "The Hungarian method for the assignment
///   problem", Naval Research Logistics Quarterly 2 (1955), doi:10.1002/nav.3800020109.
public func assignment(
  with goal: AssignmentGoal, of table: AssignmentTable, execution: Execution = Execution()
) throws(Cancelled) -> Assignment? {
  precondition(!table.values.contains { $0.isNaN }, "a value is not a number")
  let isTurned = table.rowCount > table.columnCount
  let (rows, columns) = isTurned ? (table.columnCount, table.rowCount) : (table.rowCount, table.columnCount)
  let sign = goal == .minimum ? 1.0 : -1.0
  var costs = [Double](repeating: 0, count: rows * columns)
  for row in 0..<rows {
    for column in 0..<columns {
      costs[row * columns + column] = sign * (isTurned ? table[column, row] : table[row, column])
    }
  }
  var search = AssignmentSearch(rows, columns, costs)
  for row in 0..<rows {
    try execution.checkpoint(Double(row) / Double(rows))
    guard search.assign(row) else { return nil }
  }
  return search.assignment(of: table, sign, isTurned)
}

private struct AssignmentSearch {
  private let rowCount: Int
  private let columnCount: Int
  private let costs: [Double]
  private var rowPrices: [Double]
  private var columnPrices: [Double]
  private var rowOf: [Int]
  private var columnOf: [Int]
  private var slacks: [Double]
  private var arrivals: [Int]
  private var isDone: [Bool]

  init(_ rowCount: Int, _ columnCount: Int, _ costs: [Double]) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.costs = costs
    rowPrices = [Double](repeating: 0, count: rowCount)
    columnPrices = [Double](repeating: 0, count: columnCount)
    rowOf = [Int](repeating: -1, count: columnCount)
    columnOf = [Int](repeating: -1, count: rowCount)
    slacks = columnPrices
    arrivals = rowOf
    isDone = [Bool](repeating: false, count: columnCount)
  }

  /// Gives a column to one more row, along the cheapest path of changes; returns whether there is one.
  mutating func assign(_ start: Int) -> Bool {
    for column in 0..<columnCount {
      slacks[column] = .infinity
      isDone[column] = false
    }
    var reached: [Int] = []
    var row = start
    var length = 0.0
    while true {
      var best = -1
      for column in 0..<columnCount where !isDone[column] {
        let slack = length + (costs[row * columnCount + column] - rowPrices[row] - columnPrices[column])
        if slack < slacks[column] {
          slacks[column] = slack
          arrivals[column] = row
        }
        if slacks[column] < .infinity, best < 0 || slacks[column] < slacks[best] { best = column }
      }
      guard best >= 0 else { return false }
      length = slacks[best]
      isDone[best] = true
      if rowOf[best] < 0 {
        changePrices(start, reached, length)
        flip(to: best, from: start)
        return true
      }
      reached.append(best)
      row = rowOf[best]
    }
  }

  private mutating func changePrices(_ start: Int, _ reached: [Int], _ length: Double) {
    rowPrices[start] += length
    for column in reached {
      rowPrices[rowOf[column]] += length - slacks[column]
      columnPrices[column] -= length - slacks[column]
    }
  }

  private mutating func flip(to last: Int, from start: Int) {
    var column = last
    while true {
      let row = arrivals[column]
      let before = columnOf[row]
      rowOf[column] = row
      columnOf[row] = column
      if row == start { return }
      column = before
    }
  }

  func assignment(of table: AssignmentTable, _ sign: Double, _ isTurned: Bool) -> Assignment {
    let columns = (isTurned ? rowOf : columnOf).map { $0 < 0 ? nil : $0 }
    let total = columns.indices.reduce(0.0) { sum, row in sum + (columns[row].map { table[row, $0] } ?? 0) }
    let (rows, others) = isTurned ? (columnPrices, rowPrices) : (rowPrices, columnPrices)
    return Assignment(
      columns: columns, total: total, rowPrices: rows.map { sign * $0 }, columnPrices: others.map { sign * $0 })
  }
}
