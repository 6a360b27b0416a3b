import ArgumentParser
import GraphModel

@testable import cdograph

/// A small network and two commands.
@MainActor
final class FakeContext: ShellContext {
  let subcommands = [
    ShellCommand(subcommand: FakePeers.self), ShellCommand(subcommand: FakePath.self),
  ]
  /// What was run.
  private(set) var runs: [[String]] = []
  var exitCodes: [Int32] = []

  static let things: [(kind: NameKind, name: String)] = [
    (.actor, "CDO Norderstedt"), (.topic, "Digitaler Bauantrag"), (.topic, "Digitaler Zwilling"),
    (.place, "Mülheim"), (.place, "Münster"), (.event, "Münsterhack"), (.topic, "OZG"),
  ]

  func names(startingWith prefix: String, kinds: Set<NameKind>) -> [String] {
    Self.things.filter { kinds.contains($0.kind) && folded($0.name).hasPrefix(folded(prefix)) }.map(\.name)
  }

  var language = Language.english

  let statements: StatementShell? = nil

  func folded(_ text: String) -> String { text.lowercased().replacing("ü", with: "ue") }

  func run(arguments: [String]) async -> Int32 {
    runs.append(arguments)
    return exitCodes.isEmpty ? 0 : exitCodes.removeFirst()
  }
}

private struct FakePeers: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
  }

  static let configuration = CommandConfiguration(commandName: "peers", abstract: "Suggest peers.")
  @Option(help: .words("Thema.", "Topic.", .topic)) var topic: [String] = []
  @Option(help: .words("Ort.", "Place.", .place)) var near: String?
  @Option(name: .shortAndLong) var output = "-"
  @Option var format = Format.table
  @Flag var weighted = false
}

private struct FakePath: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "path", abstract: "Show chains.")
  @Argument(help: .words("Anfang.", "Start.", .name)) var from: String
  @Argument(help: .words("Ende.", "End.", .name)) var to: String
}

/// What a shell wrote.
@MainActor
final class Transcript {
  var shown = ""
  var complaints: [String] = []

  func session(_ context: any ShellContext, isInteractive: Bool = true) -> ShellSession {
    let screen = ShellScreen(show: { self.shown += $0 }, complain: { self.complaints.append($0) })
    return ShellSession(context: context, screen: screen, isInteractive: isInteractive, width: { 80 })
  }
}

/// Lines typed by a test.
struct TypedLines: LineReading {
  var inputs: [LineInput]

  init(_ inputs: LineInput...) { self.inputs = inputs }

  init(_ lines: [String]) { inputs = lines.map { .line($0) } }

  mutating func readLine(prompt: String) -> LineInput { inputs.isEmpty ? .endOfInput : inputs.removeFirst() }

  mutating func remember(_ entry: String) {}
}
