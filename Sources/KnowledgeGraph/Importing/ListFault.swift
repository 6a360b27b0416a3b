import Interchange

/// Something that is wrong with a list of people, and where.
public struct ListFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, counted from 1; 0 where the fault concerns the whole file.
  public let line: Int
  /// The column of the line, counted from 1.
  public let column: Int
  /// The cell as spreadsheets call it, such as `C17`; the pointer of a default of the mapping; empty where it is neither.
  public let cell: String
  /// What is wrong and what to do.
  public let message: String
  /// Whether the mapping is at fault, so that it concerns every row that relies on it.
  let isOfAll: Bool

  init(_ message: String, file: String, line: Int = 0, column: Int = 1, cell: String = "", isOfAll: Bool = false) {
    (self.message, self.file, self.line, self.column, self.cell) = (message, file, line, column, cell)
    self.isOfAll = isOfAll
  }

  /// A fault of the reader of CSV.
  init(_ fault: InterchangeFault, file: String) {
    self.init(fault.message, file: file, line: fault.line, column: fault.column)
  }

  /// `file:line:column: cell: what is wrong`, the form that editors jump to.
  public var description: String {
    let place = line == 0 ? "" : ":\(line):\(column)"
    return "\(file)\(place): " + (cell.isEmpty ? "" : "\(cell): ") + message
  }
}

/// The faults for which a list cannot be read at all.
public struct ListFaults: Error, Sendable, CustomStringConvertible {
  /// Every fault that was found, in the order of their places.
  public let faults: [ListFault]

  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
