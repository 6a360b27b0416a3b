import ArgumentParser
import GraphModel
import KnowledgeGraph

/// What ArgumentParser says, in the language of the reader.
enum HelpRequests {
  /// The text to print for an error of the parser: a page of help, or a complaint with the usage of the command that was
  /// meant. Anything else, such as a completion script, as it is.
  static func text(for error: any Error) -> String {
    let text = Cdograph.fullMessage(for: error)
    guard Cdograph.exitCode(for: error).isSuccess else { return complaint(text) }
    // Completion asks with every Tab, and is spared the search.
    guard text.hasPrefix("OVERVIEW: "), let commands = commands(ofHelp: Cdograph.fullMessage(for: error, columns: 80)),
      let page = HelpPage(commands, Console.language)
    else { return completionScript(text) }
    return page.text(width: width)
  }

  /// A completion script with the sentences that ArgumentParser adds to what is declared here. They are replaced as a whole;
  /// no declaration has one of them.
  private static func completionScript(_ text: String) -> String {
    parserSentences.reduce(text) { $0.replacing($1.key, with: $1.value[Console.language]) }
  }

  private static let parserSentences: KeyValuePairs = [
    "Show subcommand help information.": Wording("Die Hilfe eines Befehls zeigen.", "Show help on a command."),
    "Show help information.": HelpPage.ofHelp,
    "Show the version.": HelpPage.ofVersion,
  ]

  static var width: Int {
    Terminal.standardOutput.windowWidth ?? HelpPage.widest
  }

  /// The commands whose help a text is, from the program down; nil for a text that is no help. What was asked for is not
  /// told by the error itself.
  private static func commands(ofHelp text: String) -> [any ParsableCommand.Type]? {
    descent { Cdograph.helpMessage(for: $0[$0.count - 1], columns: 80) == text }
  }

  /// The first command, with those it stands under, of which something holds.
  private static func descent(
    from commands: [any ParsableCommand.Type] = [Cdograph.self], where holds: ([any ParsableCommand.Type]) -> Bool
  ) -> [any ParsableCommand.Type]? {
    if holds(commands) { return commands }
    for command in commands[commands.count - 1].configuration.subcommands {
      if let found = descent(from: commands + [command], where: holds) { return found }
    }
    return nil
  }

  /// The page of the command that is called by some words.
  static func page(of call: some StringProtocol) -> HelpPage? {
    descent { $0.map { $0._commandName }.joined(separator: " ") == call }.flatMap { HelpPage($0, Console.language) }
  }

  /// A complaint of the parser: its first lines say what is wrong, then comes the usage, then where to read more.
  private static func complaint(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.last, let call = last.wholeMatch(of: #/  See '(.+) --help' for more information\./#)?.1,
      let start = lines.lastIndex(where: { $0.hasPrefix("Usage: ") }), let page = page(of: call)
    else { return MessageCatalog.translated(text, to: Console.language) }
    return MessageCatalog.translated(lines[..<start].joined(separator: "\n"), to: Console.language) + "\n"
      + page.lines(of: Wording("Aufruf: ", "Usage: ")[Console.language], page.usage, HelpPage.widest)
      + MessageCatalog.translated(String(last), to: Console.language)
  }
}
