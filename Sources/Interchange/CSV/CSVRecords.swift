/// The records of a CSV file as Excel and others write it: any separator of `;`, `,` and tab, UTF-8, UTF-16 or Windows-1252.
///
/// - Returns: Each record that is no empty line, header first if there is one, with its line, counted from 1.
/// - Throws: ``InterchangeFault`` with the place of a quotation mark that is never closed.
/// - Complexity: O(bytes).
public func csvRecords(_ bytes: [UInt8]) throws(InterchangeFault) -> [(line: Int, fields: [String])] {
  var remarks = Remarks()
  var reader = CSVText(Windows1252.text(of: bytes, &remarks), part: 0)
  var records: [(line: Int, fields: [String])] = []
  while let fields = try reader.next() { records.append((reader.line, fields.map(\.text))) }
  return records
}
