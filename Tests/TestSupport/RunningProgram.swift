public import Foundation

/// A program that is run to its end.
public struct RunningProgram: Sendable {
  /// The exit status; for a program that a signal ended, the signal.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String

  /// Runs a program in the project's folder.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments.
  ///   - input: Its standard input.
  ///   - environment: Variables that are set or, where nil, taken away.
  public static func run(
    _ path: String, _ arguments: [String], input: String = "", environment: [String: String?] = [:],
    in folder: URL = Project.folder
  ) throws -> RunningProgram {
    // Files instead of pipes: nothing can fill up and block, however much is written.
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("cdograph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment.compactMapValues(\.self)) { $1 }
      .filter { environment[$0.key] != .some(.none) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
    return RunningProgram(status: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
  }

  /// The `cdograph` that was built with these tests.
  public static let cdograph = built("cdograph")

  /// A program of this package that was built with these tests.
  public static func built(_ name: String) -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// Runs a line in a POSIX shell with the program on its path, without colours, 100 columns wide.
  public static func shell(_ command: String, in folder: URL = Project.folder) throws -> RunningProgram {
    let bin = URL(fileURLWithPath: cdograph).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let environment: [String: String?] = [
      "PATH": "\(bin):\(path)", "LANG": "C.UTF-8", "LC_ALL": nil, "LC_MESSAGES": nil, "COLUMNS": "100",
      "NO_COLOR": "1",
    ]
    return try run("/bin/sh", ["-c", command], environment: environment, in: folder)
  }
}
