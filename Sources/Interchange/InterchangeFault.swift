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

extension InterchangeFault {
  /// The bytes between words, and those that a disk leaves of a file that was never written.
  static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0]

  /// Refuses a file in which nothing stands: parsers call it ill-formed.
  ///
  /// - Complexity: O(blank bytes).
  public static func refuseEmpty(_ bytes: [UInt8]) throws(InterchangeFault) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.dropFirst(mark).allSatisfy({ blanks.contains($0) }) else { return }
    throw InterchangeFault("the file is empty; copy or export it again")
  }
}
