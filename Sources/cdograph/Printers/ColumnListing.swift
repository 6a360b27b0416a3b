/// Short texts side by side in columns that fit the width, read downwards as `ls` prints them.
///
/// The result ends with a newline unless there is nothing to show.
func columnListing(of items: [String], width: Int) -> String {
  guard let widest = items.map({ displayWidth($0) }).max() else { return "" }
  let columns = max(1, (width + 2) / (widest + 2))
  let rows = (items.count + columns - 1) / columns
  return (0..<rows).map { row in
    let cells = stride(from: row, to: items.count, by: rows).map { items[$0] }
    let padded = cells.dropLast().map { $0 + String(repeating: " ", count: widest + 2 - displayWidth($0)) }
    return padded.joined() + (cells.last ?? "") + "\n"
  }.joined()
}
