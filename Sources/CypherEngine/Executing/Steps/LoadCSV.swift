import CypherSyntax
import Foundation
import GraphModel

extension Compilation {
  /// `LOAD CSV`: one row for each record of a file, as a list of texts or, with headers, as a map.
  func loadCSV(
    _ plan: Plan, _ withHeaders: Bool, _ source: BoundExpression, _ slot: Slot, _ terminator: BoundExpression?,
    _ sink: @escaping Sink
  ) -> Run {
    let range = source.range
    let source = evaluation(source)
    let terminator = terminator.map(evaluation)
    return compile(before: plan) { frame throws(CypherError) in
      guard frame.context.limits.readsFiles else {
        throw CypherError(
          .argument, .runtime, .unreadableFile, "a script that stands for a graph may not read files", at: range)
      }
      guard let path = try source(frame).text else {
        throw CypherError(.type, .runtime, .invalidArgumentType, "LOAD CSV needs the name of a file", at: range)
      }
      let separator = try terminator?(frame).text ?? ","
      guard separator.utf8.count == 1, let byte = separator.utf8.first else {
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue, "FIELDTERMINATOR must be one character of ASCII", at: range)
      }
      var records = try CSVRecords(path: path, separator: byte, at: range)
      let headers = withHeaders ? try records.next() : nil
      while let record = try records.next() {
        try frame.context.tick()
        let cells = record.map { $0.isEmpty ? Value.null : .string($0) }
        if let headers {
          frame[slot] = .map(ValueMap(headers.enumerated().map { ($1, $0 < cells.count ? cells[$0] : .null) }))
        } else {
          frame[slot] = .list(cells)
        }
        if !(try sink(frame)) { return false }
      }
      return true
    }
  }
}

/// The records of a CSV file (RFC 4180): quoted cells may hold separators, line ends and doubled quotes.
struct CSVRecords {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let range: SourceRange
  private var position = 0
  private var line = 1

  /// Reads a file: a path, or a `file:` URL.
  init(path: String, separator: UInt8, at range: SourceRange) throws(CypherError) {
    let url = path.hasPrefix("file:") ? URL(string: path) : URL(fileURLWithPath: path)
    guard let url, url.isFileURL, !Self.isDevice(url), let data = try? Data(contentsOf: url) else {
      throw CypherError(
        .argument, .runtime, .unreadableFile, "the file '\(path)' cannot be read", at: range,
        suggestion: "give a path or a file: URL; web addresses are not fetched")
    }
    bytes = Array(data)
    self.separator = separator
    self.range = range
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Whether a file is a device, such as `/dev/zero`, which would be read without end.
  private static func isDevice(_ file: URL) -> Bool {
    var status = stat()
    return stat(file.path, &status) == 0 && [S_IFCHR, S_IFBLK].contains(status.st_mode & S_IFMT)
  }

  /// The cells of the next record; `nil` at the end. Empty lines are left out.
  mutating func next() throws(CypherError) -> [String]? {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { advance() }
    if position >= bytes.count { return nil }
    var cells: [String] = []
    while true {
      cells.append(try cell())
      if position < bytes.count, bytes[position] == separator { advance() } else { break }
    }
    return cells
  }

  private mutating func advance() {
    if bytes[position] == 0x0A { line += 1 }
    position += 1
  }

  private mutating func cell() throws(CypherError) -> String {
    if position < bytes.count, bytes[position] == 0x22 { return try quoted() }
    let start = position
    while position < bytes.count, ![separator, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    return try text(bytes[start..<position])
  }

  private mutating func quoted() throws(CypherError) -> String {
    let opening = line
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == 0x22 {
        position += 1
        guard position < bytes.count, bytes[position] == 0x22 else {
          guard position == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[position]) else {
            throw fault("text follows the closing quote on line \(line)")
          }
          return try text(content[...])
        }
      }
      content.append(bytes[position])
      advance()
    }
    throw fault("the quote that opens on line \(opening) is not closed")
  }

  private func text(_ content: ArraySlice<UInt8>) throws(CypherError) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw fault("line \(line) is not UTF-8") }
    return text
  }

  private func fault(_ what: String) -> CypherError {
    CypherError(.argument, .runtime, .unreadableFile, "the CSV file cannot be read: \(what)", at: range)
  }
}
