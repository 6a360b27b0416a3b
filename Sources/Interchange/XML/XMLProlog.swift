/// What stands before the root element of an XML file.
enum XMLProlog {
  /// Refuses what is not UTF-8, and document type declarations: entities could grow without bound or name other files.
  static func check(_ bytes: [UInt8]) throws(InterchangeFault) {
    guard !bytes.prefix(4).contains(0), !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]) else {
      throw InterchangeFault("the file is UTF-16 or UTF-32; save it as UTF-8", line: 1, column: 1)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw InterchangeFault("the file is not UTF-8; save it as UTF-8")
    }
    // Between tags XML has no raw "<!DOCTYPE" but in comments and CDATA, where a writer is free to avoid it.
    let mark = Array("<!DOCTYPE".utf8)
    var line = 1
    for position in bytes.indices {
      if bytes[position] == 10 { line += 1 }
      guard bytes[position] == mark[0], bytes[position...].starts(with: mark) else { continue }
      throw InterchangeFault(
        "document types are not read, because their entities can grow without bound; remove <!DOCTYPE …>",
        line: line, column: 1)
    }
  }

  /// Whether a file ends before its root element: nothing stands in it but its declaration, instructions and comments.
  static func isAll(of bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { InterchangeFault.blanks.contains($0) }
      if rest.isEmpty { return true }
      let parts = [("<?", "?>"), ("<!--", "-->")]
      guard let part = parts.first(where: { rest.starts(with: $0.0.utf8) }),
        let end = rest.firstRange(of: Array(part.1.utf8))
      else { return false }
      rest = rest[end.upperBound...]
    }
  }
}
