import ArgumentParser
import GermanText

/// What is wrong with a command line and ArgumentParser would not say, or only call unexpected.
enum CommandLineFaults {
  /// What to say of a command line; nil where nothing is wrong, or where the parser says it.
  static func message(for arguments: [String]) -> String? {
    let isHelp = arguments.first == "help"
    var words = isHelp ? arguments.dropFirst() : arguments[...]
    var commands: [any ParsableCommand.Type] = [Cdograph.self]
    while let word = words.first, !word.hasPrefix("-") {
      let below = commands[commands.count - 1].configuration.subcommands
      guard !below.isEmpty else { break }
      guard let command = below.first(where: { $0._commandName == word }) else {
        if let standard = commands[commands.count - 1].configuration.defaultSubcommand {
          commands.append(standard)
          break
        }
        return word == "help" && commands.count == 1 ? nil : unknownCommand(word, among: below)
      }
      commands.append(command)
      words = words.dropFirst()
    }
    return isHelp ? nil : repeatedOption(in: Array(words), of: commands)
  }

  private static func unknownCommand(_ word: String, among commands: [any ParsableCommand.Type]) -> String {
    let shown = commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    let suggestion = nearest(to: word, among: shown).first.map { " — did you mean '\($0)'?" } ?? "."
    return "'\(word)' is not a command\(suggestion) Commands are \(shown.joined(separator: ", "))."
  }

  /// An option that takes one value and is given two: the parser would take the last, and what was asked for first would
  /// be left out without a word.
  private static func repeatedOption(in words: [String], of commands: [any ParsableCommand.Type]) -> String? {
    let names = words.prefix { $0 != "--" }.filter { $0.hasPrefix("-") }.map { $0.prefix { $0 != "=" } }
    // Nearly every line ends here, before a command has to describe itself.
    guard Set(names).count < names.count || names.contains(where: { !$0.hasPrefix("--") }),
      let page = CommandDescription(of: commands[commands.count - 1])
    else { return nil }
    let options = page.shownArguments.filter { $0.kind == "option" }
    var given: Set<String> = []
    var isValue = false
    for word in words.prefix(while: { $0 != "--" }) {
      let spelling = String(word.prefix { $0 != "=" })
      guard !isValue, let option = options.first(where: { ($0.names ?? []).contains { $0.spelling == spelling } })
      else {
        isValue = false
        continue
      }
      isValue = spelling == word
      guard option.isRepeating != true, let name = option.preferredName?.spelling else { continue }
      if !given.insert(name).inserted {
        let call = commands.map { $0._commandName }.joined(separator: " ")
        return "'\(name)' is given twice\n  See '\(call) --help' for more information."
      }
    }
    return nil
  }
}
