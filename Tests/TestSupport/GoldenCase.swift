import Foundation
public import Testing

/// A golden case: a text file with a comment, a command line, and what it prints.
///
///     # What the case shows.
///     $ cdograph find OZG
///     expected standard output
///     --- errors
///     expected standard error
///     --- exit 65
///
/// The sections for errors and exit code stand only where they are not empty and not 0. With `RECORD=1` the
/// expectations are written anew; a case without any is written and fails once, so that somebody reads it.
public struct GoldenCase: Sendable, CustomTestStringConvertible {
  /// The path from the top of the project.
  public let path: String
  let comment: [String]
  let command: String
  let expected: String

  /// The name of the file.
  public var testDescription: String { path }

  /// The cases of a folder, sorted by name.
  public static func all(under folder: String) throws -> [GoldenCase] {
    try FileManager.default.contentsOfDirectory(atPath: Project.path(folder)).filter { $0.hasSuffix(".case") }
      .sorted().map { try GoldenCase(path: "\(folder)/\($0)") }
  }

  init(path: String) throws {
    self.path = path
    let lines = try String(contentsOfFile: Project.path(path), encoding: .utf8).components(separatedBy: "\n")
    comment = Array(lines.prefix { $0.hasPrefix("#") })
    let rest = lines.dropFirst(comment.count)
    guard let first = rest.first, first.hasPrefix("$ ") else { throw MissingCommand(path: path) }
    command = String(first.dropFirst(2))
    expected = rest.dropFirst().joined(separator: "\n")
  }

  /// A file without a line that begins with `$ `.
  public struct MissingCommand: Error {
    let path: String
  }

  /// Runs the command in a shell, in the project's folder, and compares; returns what differs, nil when nothing does.
  public func difference() throws -> String? {
    let result = try RunningProgram.shell(command)
    var actual = result.output
    if !result.errors.isEmpty { actual += "--- errors\n" + result.errors }
    if result.status != 0 { actual += "--- exit \(result.status)\n" }
    if actual == expected { return nil }
    let isNew = expected.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    let records = ProcessInfo.processInfo.environment["RECORD"] != nil
    if isNew || records {
      let text = (comment + ["$ " + command]).joined(separator: "\n") + "\n" + actual
      try Data(text.utf8).write(to: URL(fileURLWithPath: Project.path(self.path)))
    }
    return records ? nil : isNew ? "written anew; read it and run again" : "printed:\n\(actual)\nexpected:\n\(expected)"
  }
}
