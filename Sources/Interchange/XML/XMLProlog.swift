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
}
