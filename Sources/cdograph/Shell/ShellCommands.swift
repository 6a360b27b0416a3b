import GraphModel

/// The commands of the shell itself; those of the program join them in a session.
enum ShellCommands {
  /// In alphabetical order.
  static let all: [ShellCommand] = [.help, .history, .quit]

  /// These and the ordinary commands, in the order in which `:help` lists them; those around statements where the shell can run
  /// statements.
  static func joined(with subcommands: [ShellCommand], runsStatements: Bool = false) -> [ShellCommand] {
    let own = runsStatements ? all + StatementCommands.all : all
    return subcommands.sorted { $0.name < $1.name } + own.sorted { $0.name < $1.name }
  }
}

extension ShellCommand {
  fileprivate static let help = ShellCommand(
    name: "help", aliases: ["h", "?"], needsColon: true, usage: Wording(":help [<Befehl>]", ":help [<command>]"),
    summary: Wording("Die Befehle zeigen oder einen erklären.", "List the commands, or explain one."),
    arguments: [.command]
  ) { session, words in
    guard let word = words.first else {
      session.screen.show(overview(of: session))
      return .done(exitCode: 0)
    }
    // After `:help` a colon may be left out: what is asked for is a command in any case.
    guard let command = session.commands.called(by: word) ?? session.commands.called(by: ":" + word) else {
      session.screen.complain(session.notACommand(word))
      return .done(exitCode: ShellSession.usageError)
    }
    session.screen.show(explanation(of: command, session))
    return .done(exitCode: 0)
  }

  fileprivate static let history = ShellCommand(
    name: "history", needsColon: true, usage: Wording(":history [<Anzahl>]", ":history [<count>]"),
    summary: Wording(
      "Zeigen, was bisher eingegeben wurde, das Neueste zuletzt.", "Show what was typed before, the latest last."),
    arguments: [.anything]
  ) { session, words in
    let entries = session.history.entries
    guard let count = words.first.map({ Int($0) }) ?? entries.count, count >= 0 else {
      session.screen.complain("'\(words[0])' is not a number of entries")
      return .done(exitCode: ShellSession.usageError)
    }
    let first = max(0, entries.count - count)
    let columns = [TableColumn("", .right), TableColumn("")]
    let rows = entries.enumerated().dropFirst(first).map { ["\($0.offset + 1)", $0.element] }
    session.screen.show(TextTable(columns: columns, rows: rows).body(width: session.width))
    return .done(exitCode: 0)
  }

  fileprivate static let quit = ShellCommand(
    name: "quit", aliases: ["exit", "q"], needsColon: true, usage: Wording(":quit", ":quit"),
    summary: Wording("Die Shell beenden; das tut auch ^D.", "Leave the shell; so does ^D.")
  ) { _, _ in .leave }

  @MainActor
  private static func overview(of session: ShellSession) -> String {
    let language = session.language
    let columns = [
      TableColumn(Wording("Befehl", "Command")[language]), TableColumn(Wording("Was er tut", "What it does")[language]),
    ]
    let rows = session.commands.map { [$0.typed, $0.summary[language]] }
    return TextTable(columns: columns, rows: rows).text(width: session.width, style: session.style)
      + Wording(
        "\n:help <Befehl> erklärt einen davon, Tab ergänzt Befehle, Optionen und Namen.\n",
        "\n:help <command> explains one of them, Tab completes commands, options and names.\n")[language]
  }

  @MainActor
  private static func explanation(of command: ShellCommand, _ session: ShellSession) -> String {
    if let manual = command.manual { return manual(session.width) + "\n" }
    let also = command.aliases.map { (command.needsColon ? ":" : "") + $0 }.joined(separator: ", ")
    let language = session.language
    return session.style.bold(command.usage[language]) + "\n" + command.summary[language] + "\n"
      + (also.isEmpty ? "" : Wording("Auch: ", "Also: ")[language] + also + "\n")
  }
}
