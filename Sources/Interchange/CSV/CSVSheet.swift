/// A spreadsheet that was saved as CSV: rows of cells that know where they stand.
///
/// Any separator of `;`, `,` and tab, UTF-8, UTF-16 or Windows-1252, as Excel and others write it.
public struct CSVSheet: Sendable {
  /// A cell.
  public struct Cell: Sendable {
    /// What stands in it.
    public let text: String
    /// The line of the file in which it begins, counted from 1.
    public let line: Int
    /// The column of the line in which it begins, in Unicode scalars, counted from 1.
    public let column: Int
  }

  /// A row that is not empty.
  public struct Row: Sendable {
    /// The number that a spreadsheet shows beside it.
    public let number: Int
    /// The line of the file in which it begins, counted from 1.
    public let line: Int
    /// The cells from the left.
    public let cells: [Cell]

    /// The texts of the cells.
    public var texts: [String] { cells.map(\.text) }
  }

  /// The rows, header first if there is one.
  public private(set) var rows: [Row] = []
  /// What stands between cells.
  public let separator: Character
  /// Whether the file was no Unicode and was read as Windows-1252.
  public let isWindows1252: Bool

  /// Reads a file.
  ///
  /// - Throws: ``InterchangeFault`` with the place of a quotation mark that is never closed or that text follows.
  /// - Complexity: O(bytes · cells of a row).
  public init(_ bytes: [UInt8]) throws(InterchangeFault) {
    var remarks = Remarks()
    var reader = CSVText(Windows1252.text(of: bytes, &remarks), part: 0)
    separator = Character(Unicode.Scalar(reader.separator))
    isWindows1252 = !remarks.isEmpty
    while let fields = try reader.next() {
      // Spreadsheets leave rows of separators behind where something was deleted.
      if fields.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { continue }
      let cells = fields.map { Cell(text: $0.text, line: $0.line, column: reader.column(of: $0)) }
      rows.append(Row(number: reader.row, line: reader.line, cells: cells))
    }
  }

  /// The name of a cell as spreadsheets write it: `C17`.
  ///
  /// - Parameters:
  ///   - column: The column, counted from 0.
  ///   - row: The number of the row.
  public static func name(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
