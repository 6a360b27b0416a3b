/// Why a file cannot be read, and where.
public struct InterchangeFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let message: String
  /// The line, counted from 1; 0 where the fault concerns the whole file.
  public let line: Int
  /// The column, counted from 1.
  public let column: Int
  /// Which of the format's files it is, counted from 0.
  public let part: Int

  /// Describes a fault.
  public init(_ message: String, line: Int = 0, column: Int = 0, part: Int = 0) {
    self.message = message
    self.line = line
    self.column = column
    self.part = part
  }

  /// `line:column: message`.
  public var description: String { line == 0 ? message : "\(line):\(column): \(message)" }
}
