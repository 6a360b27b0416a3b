import Testing

@testable import cdograph

@MainActor
@Suite("Classification of lines")
struct ClassificationTests {
  private func classified(_ line: String) -> String {
    switch Transcript().session(FakeContext()).classify(line) {
    case .blank: "blank"
    case .command(let command, let arguments): ([command.typed] + arguments).joined(separator: "·")
    case .statement: "statement"
    case .unreadable(let quotation): "unclosed \(quotation.mark) at \(quotation.column)"
    case .unknown(let word): "unknown \(word)"
    }
  }

  @Test(
    "tells commands from what is none",
    arguments: [
      ("", "blank"), (" \t ", "blank"), ("peers --topic OZG", "peers·--topic·OZG"), (":peers a", "peers·a"),
      ("  :quit", ":quit"), (":q", ":quit"), (":exit", ":quit"), ("quit", "unknown quit"), ("help", "unknown help"),
      (":help peers", ":help·peers"), ("cdograph peers a", "peers·a"), ("cdograph", "unknown cdograph"),
      ("peers „a", "unclosed „ at 7"), ("MATCH (n {name: 'it", "unknown MATCH"), ("Peers", "unknown Peers"),
      (":", "unknown :"), ("::peers", "unknown ::peers"),
    ])
  func lines(line: String, expected: String) {
    #expect(classified(line) == expected)
  }

  @Test(
    "suggests the nearest command as it is to be typed",
    arguments: [("peesr", "peers"), (":peesr", "peers"), ("quit", ":quit"), ("exit", ":quit"), (":hlep", ":help")])
  func suggestions(word: String, expected: String) {
    let message = Transcript().session(FakeContext()).notACommand(word)
    #expect(message == "'\(word)' is not a command — did you mean '\(expected)'? :help lists them")
  }

  @Test(
    "takes a colon for the shell's own command where the program has one of the same name",
    arguments: [("explain", "explain"), (":explain", ":explain"), (":peers", "peers"), (":q", ":quit")])
  func namesOfBoth(word: String, typed: String) {
    let commands = ShellCommands.joined(
      with: [ShellCommand(subcommand: ExplainCommand.self)] + FakeContext().subcommands, runsStatements: true)
    #expect(commands.called(by: word)?.typed == typed)
  }

  @Test("lists every command once and in order")
  func table() {
    #expect(ShellCommands.all.map(\.name) == ShellCommands.all.map(\.name).sorted())
    let spellings = ShellCommands.joined(with: FakeContext().subcommands).flatMap { [$0.name] + $0.aliases }
    #expect(Set(spellings).count == spellings.count)
  }
}

@MainActor
@Suite("The shell")
struct ShellLoopTests {
  private func run(
    _ lines: TypedLines, isInteractive: Bool = false, failFast: Bool = false, exitCodes: [Int32] = []
  ) async -> (exitCode: Int32, runs: [[String]], transcript: Transcript) {
    let context = FakeContext()
    context.exitCodes = exitCodes
    let transcript = Transcript()
    var options = ShellOptions()
    options.stopsAtFailure = failFast
    let session = transcript.session(context, isInteractive: isInteractive)
    var loop = ShellLoop(session: session, reader: lines, options: options)
    return (await loop.run(), context.runs, transcript)
  }

  @Test("keeps the first failure of a script and goes on")
  func scripts() async {
    let lines = TypedLines(["peers a", "", "path b c", "path d"])
    let all = await run(lines, exitCodes: [0, 65, 70])
    #expect(all.exitCode == 65)
    #expect(all.runs == [["peers", "a"], ["path", "b", "c"], ["path", "d"]])
    #expect(all.transcript.shown.isEmpty)
    let some = await run(lines, failFast: true, exitCodes: [0, 65, 70])
    #expect(some.exitCode == 65)
    #expect(some.runs.count == 2)
  }

  @Test("names the line of a script that it cannot read")
  func messages() async {
    let result = await run(TypedLines(["peers", "peesr", "peers \"a"]))
    #expect(result.exitCode == 64)
    #expect(
      result.transcript.complaints == [
        "line 2: 'peesr' is not a command — did you mean 'peers'? :help lists them",
        "line 3: the quotation mark \" in column 7 is not closed",
      ])
  }

  @Test("ends well when somebody types, whatever failed, and remembers what was typed")
  func interactive() async {
    let lines = TypedLines(.line("unsinn"), .interrupted, .line("peers"), .line(":history"), .line(":q"), .line("path"))
    let result = await run(lines, isInteractive: true, failFast: true, exitCodes: [65])
    #expect(result.exitCode == 0)
    #expect(result.runs == [["peers"]])
    #expect(result.transcript.shown.contains("1  unsinn\n2  peers\n3  :history\n"))
    #expect(result.transcript.shown.hasPrefix("cdograph — :help lists the commands, :quit leaves\n"))
  }

  @Test("explains its commands and the program's")
  func help() async {
    let result = await run(TypedLines([":help", ":help peers", ":help quit", ":help unsinn"]))
    let shown = result.transcript.shown
    #expect(shown.contains("peers     Suggest peers.\n"))
    #expect(shown.contains("--topic"))
    #expect(shown.contains("Also: :exit, :q"))
    #expect(result.exitCode == 64)
  }
}
