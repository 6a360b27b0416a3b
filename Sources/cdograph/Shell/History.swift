import Foundation

/// What was typed in this and earlier sessions, oldest first, kept in a file of the user's own.
///
/// One entry is one line of the file, with `\n` and `\\` for a newline and a backslash. Entries are appended one by
/// one, so that two shells open at once lose nothing of each other.
struct History: Sendable {
  /// So many entries are loaded; a file that has grown to twice as many is cut back to them.
  static let limit = 1000

  private(set) var entries: [String] = []
  /// Nil when nothing is kept.
  private(set) var path: String?

  /// Entries of this session only.
  init() {}

  /// The entries in a file, which need not exist yet.
  init(path: String) {
    self.path = path
    guard let content = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return }
    let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
    entries = lines.suffix(Self.limit).map { Self.decoded($0) }
    if lines.count >= 2 * Self.limit { cutBack() }
  }

  /// Where history belongs by the XDG base directory specification; nil in an environment without a home.
  static func defaultPath(environment: [String: String]) -> String? {
    // The specification has relative paths ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/cdograph/history" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/state/cdograph/history"
  }

  /// Adds an entry unless it repeats the last one.
  ///
  /// - Returns: Why the entry was not written; after that nothing more is, and only this session remembers.
  mutating func record(_ entry: String) -> String? {
    guard entry != entries.last else { return nil }
    entries.append(entry)
    guard let path else { return nil }
    do {
      try Self.append(Self.encoded(entry) + "\n", to: path)
      return nil
    } catch {
      self.path = nil
      return "history is not kept: cannot write '\(path)'"
    }
  }

  // MARK: The file

  private static func append(_ text: String, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    // Names of people stand in it: nobody else may read it, not even between its making and a later chmod.
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    _ = fchmod(descriptor, 0o600)
    try file.write(contentsOf: Data(text.utf8))
  }

  /// Replaces the file by what was loaded of it. That it fails does no harm: the file is only longer than it need be.
  private func cutBack() {
    guard let path else { return }
    let shorter = path + ".\(ProcessInfo.processInfo.processIdentifier)"
    let text = entries.map { Self.encoded($0) + "\n" }.joined()
    guard (try? Self.append(text, to: shorter)) != nil else { return }
    if rename(shorter, path) != 0 { unlink(shorter) }
  }

  static func encoded(_ entry: String) -> String {
    entry.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  static func decoded(_ line: some StringProtocol) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        text.append(isEscaped && scalar == "n" ? "\n" : scalar)
        isEscaped = false
      }
    }
    return String(text)
  }
}
