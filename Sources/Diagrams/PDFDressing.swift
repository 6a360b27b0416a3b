import GraphModel

/// Makes the PDF of cairo fit for readers and for comparing: with a title, which viewers and screen readers announce, with a
/// language, and without the date of its making.
///
/// cairo could be told the title, but Graphviz 2.42 does not, and keeps cairo to itself. So what is to be known of the document
/// follows behind its end, as in a file that was changed later (ISO 32000-1, 7.5.6); nothing before it moves.
func dressedPDF(_ bytes: [UInt8], _ diagram: Diagram) -> [UInt8] {
  let bytes = undated(bytes)
  guard let ending = PDFEnding(of: bytes) else { return bytes }
  let title = LabelText.visible(diagram.title)
  return ending.extended([
    (ending.info, title.isEmpty ? "" : "/Title \(hexadecimal(title))"),
    (
      ending.root,
      "/Lang (\(diagram.language.rawValue))" + (title.isEmpty ? "" : " /ViewerPreferences << /DisplayDocTitle true >>")
    ),
  ])
}

/// The end of a PDF file, where its objects are listed.
private struct PDFEnding {
  let bytes: [UInt8]
  /// The number of the object that describes the document, and of the one that all others hang on.
  let info, root: Int
  private let size, list: Int

  /// Reads what cairo writes; `nil` for anything else.
  init?(of bytes: [UInt8]) {
    guard let start = bytes.lastIndex(of: "\ntrailer\n") else { return nil }
    let trailer = String(decoding: bytes[start...], as: UTF8.self)
    guard let size = trailer.firstMatch(of: /\/Size (\d+)/).flatMap({ Int($0.1) }),
      let root = trailer.firstMatch(of: /\/Root (\d+) 0 R/).flatMap({ Int($0.1) }),
      let info = trailer.firstMatch(of: /\/Info (\d+) 0 R/).flatMap({ Int($0.1) }),
      let list = trailer.firstMatch(of: /startxref\n(\d+)/).flatMap({ Int($0.1) })
    else { return nil }
    (self.bytes, self.size, self.root, self.info, self.list) = (bytes, size, root, info, list)
  }

  /// The file with entries added to the dictionaries of objects: their new editions, and a list of where these are.
  func extended(_ additions: [(object: Int, entries: String)]) -> [UInt8] {
    var output = bytes
    var rows = ""
    for (object, entries) in additions {
      guard let old = dictionary(of: object) else { return bytes }
      rows += "\(object) 1\n\(padded(output.count, to: 10)) 00000 n \n"
      output += Array("\(object) 0 obj\n<< \(entries)".utf8) + old + Array("\nendobj\n".utf8)
    }
    let trailer = "trailer\n<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(list) >>\n"
    return output + Array("xref\n\(rows)\(trailer)startxref\n\(output.count)\n%%EOF\n".utf8)
  }

  /// What stands behind the opening brackets of an object that is a dictionary, up to its end.
  private func dictionary(of object: Int) -> ArraySlice<UInt8>? {
    let head = "\n\(object) 0 obj\n<<"
    guard let start = bytes.lastIndex(of: head).map({ $0 + head.utf8.count }),
      let end = bytes[start...].firstIndex(of: "\nendobj")
    else { return nil }
    return bytes[start..<end]
  }
}

/// The date of making overwritten: cairo 1.16 has no switch for it, and equal diagrams shall give equal files. The length stays, so
/// that the offsets in the file hold.
private func undated(_ bytes: [UInt8]) -> [UInt8] {
  let key = "/CreationDate (D:"
  var bytes = bytes
  // The dictionary is near the end, behind all pages.
  guard var position = bytes.lastIndex(of: key) else { return bytes }
  position += key.utf8.count
  var digits = "20000101000000".utf8.makeIterator()
  while position < bytes.count, (48...57).contains(bytes[position]), let digit = digits.next() {
    bytes[position] = digit
    position += 1
  }
  return bytes
}

/// A text as PDF has it for people: UTF-16 behind its mark, in hexadecimal digits, so that no character can end it.
private func hexadecimal(_ text: String) -> String {
  "<FEFF" + text.utf16.map { padded(Int($0), radix: 16, to: 4) }.joined() + ">"
}

private func padded(_ number: Int, radix: Int = 10, to count: Int) -> String {
  let digits = String(number, radix: radix, uppercase: true)
  return String(repeating: "0", count: max(0, count - digits.count)) + digits
}

extension BidirectionalCollection<UInt8> where Index == Int {
  /// Where a text occurs last.
  fileprivate func lastIndex(of text: String) -> Int? {
    let pattern = Array(text.utf8)
    var start = endIndex - pattern.count
    while start >= startIndex {
      if self[start] == pattern[0], self[start..<start + pattern.count].elementsEqual(pattern) { return start }
      start -= 1
    }
    return nil
  }

  /// Where a text occurs first.
  fileprivate func firstIndex(of text: String) -> Int? {
    let pattern = Array(text.utf8)
    return indices.first { self[$0] == pattern[0] && self[$0...].starts(with: pattern) }
  }
}
