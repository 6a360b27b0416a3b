/// Comma-separated values as RFC 4180 has them: CRLF ends a record, and what could be misread stands in quotes.
struct CSVWriter: Sendable {
  /// A semicolon is what Excel expects under a German locale.
  var separator: Character = ","

  /// Records, header first if there is one.
  func text(_ records: [[String]]) -> String { records.map(record).joined() }

  /// One record with its line end.
  func record(_ fields: [String]) -> String {
    fields.map(field).joined(separator: String(separator)) + "\r\n"
  }

  private func field(_ text: String) -> String {
    // By scalars: CRLF is one Character and would hide from a search for either.
    let isSpecial = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || separator.unicodeScalars.contains($0)
    }
    // Blanks at the ends belong to the field, but some readers drop them without quotes.
    guard isSpecial || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
