import Foundation
import TestSupport
import Testing

/// What the README shows is what a reader gets who copies it.
@Suite struct ReadmeTests {
  /// A block of the README between fences, by the word behind the first fence.
  private static func blocks(_ language: String, in file: String) throws -> [String] {
    let text = try String(contentsOfFile: Project.path(file), encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  @Test func `sessions show what is printed`() throws {
    let sessions = try Self.blocks("console", in: "README.md").filter { !$0.contains("cdograph repl") }
    #expect(sessions.count >= 2)
    for session in sessions {
      let lines = session.split(separator: "\n", maxSplits: 1)
      let result = try RunningProgram.shell(String(lines[0].dropFirst(2)))
      #expect(result.output.trimmingCharacters(in: .newlines) == lines[1], "\(lines[0])")
      #expect(result.status == 0 && result.errors.isEmpty)
    }
  }

  @Test func `commands work as they stand`() throws {
    let commands = try Self.blocks("sh", in: "README.md").joined(separator: "\n").split(separator: "\n")
      .filter { $0.hasPrefix("cdograph ") }
    #expect(commands.count >= 10)
    let json = try Self.blocks("json", in: "Graph/README.md")
    try withFolder { folder in
      let graph = URL(fileURLWithPath: folder).appendingPathComponent("Graph")
      try FileManager.default.createSymbolicLink(
        at: graph, withDestinationURL: URL(fileURLWithPath: Project.path("Graph")))
      let mine = URL(fileURLWithPath: folder).appendingPathComponent("my-network")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
      try Data(json[0].utf8).write(to: mine.appendingPathComponent("topics.json"))
      try Data(json[1].utf8).write(to: mine.appendingPathComponent("actors.json"))
      for command in commands {
        let result = try RunningProgram.shell(String(command), in: URL(fileURLWithPath: folder))
        let complaints = result.errors.split(separator: "\n").filter { !$0.hasPrefix("cdograph: Warnung: ") }
        #expect(result.status == 0 && complaints.isEmpty, "\(command): \(result.errors)")
        #expect(!result.output.isEmpty, "\(command)")
      }
    }
  }

  @Test func `the gallery shown is there`() throws {
    let text = try String(contentsOfFile: Project.path("README.md"), encoding: .utf8)
    for piece in text.components(separatedBy: "](").dropFirst() {
      let target = String(piece.prefix { $0 != ")" })
      #expect(target.hasPrefix("http") || FileManager.default.fileExists(atPath: Project.path(target)), "\(target)")
    }
  }
}
