import ArgumentParser
import Foundation
import GermanText

/// What is wrong with a command line and ArgumentParser would not say, or only call unexpected.
enum CommandLineFaults {
  /// What to say of a command line; nil where nothing is wrong, or where the parser says it.
  static func message(for arguments: [String]) -> String? {
    let (commands, words, unknown) = called(by: arguments)
    if let unknown { return unknownCommand(unknown, among: commands[commands.count - 1].configuration.subcommands) }
    return arguments.first == "help" ? nil : repeatedOption(in: Array(words), of: commands)
  }

  /// A command line in which a negative number belongs to the option before it, `--rounds=-3`: the parser takes every word
  /// that begins with a dash for an option, and would say that the value is missing.
  static func joiningNegativeNumbers(_ arguments: [String]) -> [String] {
    func isNegative(_ word: String) -> Bool { word.wholeMatch(of: #/-\d+(?:[.,]\d+)?/#) != nil }
    // Nearly every line ends here, before a command has to describe itself.
    guard arguments.contains(where: isNegative), let command = called(by: arguments).commands.last,
      let page = CommandDescription(of: command)
    else { return arguments }
    let names = page.shownArguments.filter { $0.kind == "option" }.flatMap { $0.names ?? [] }
    let options = Set(names.filter { $0.kind == "long" }.map(\.spelling))
    var joined: [String] = []
    for word in arguments {
      if isNegative(word), let option = joined.last, options.contains(option), !joined.contains("--") {
        joined[joined.count - 1] = "\(option)=\(word)"
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// The commands that a command line calls, from the program down, the words behind them, and the first word where a
  /// command should stand and none has the name.
  private static func called(
    by arguments: [String]
  ) -> (commands: [any ParsableCommand.Type], words: ArraySlice<String>, unknown: String?) {
    var words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    var commands: [any ParsableCommand.Type] = [Cdograph.self]
    while let word = words.first, !word.hasPrefix("-") {
      let configuration = commands[commands.count - 1].configuration
      guard !configuration.subcommands.isEmpty else { break }
      guard let command = configuration.subcommands.first(where: { $0._commandName == word }) else {
        if let standard = configuration.defaultSubcommand {
          // Without a command the word is a file; one without an ending that is not there was meant as a command nearby.
          let isFile = word.contains { $0 == "." || $0 == "/" } || FileManager.default.fileExists(atPath: word)
          let isCommand = !isFile && !nearest(to: word, among: shown(configuration.subcommands)).isEmpty
          if !isCommand { return (commands + [standard], words, nil) }
        }
        return (commands, words, word == "help" && commands.count == 1 ? nil : word)
      }
      commands.append(command)
      words = words.dropFirst()
    }
    return (commands, words, nil)
  }

  private static func shown(_ commands: [any ParsableCommand.Type]) -> [String] {
    commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
  }

  private static func unknownCommand(_ word: String, among commands: [any ParsableCommand.Type]) -> String {
    let shown = shown(commands)
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
