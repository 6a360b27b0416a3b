import ArgumentParser
import Foundation
import GraphModel

/// What help says of one command, in pieces: `--help`, the manual page and error messages put them together.
///
/// ArgumentParser's own help knows only English headings; this one is made from the same declarations.
struct HelpPage: Sendable {
  static let examplesTitle = Wording("Beispiele", "Examples")
  static let ofHelp = Wording("Diese Hilfe zeigen.", "Show this help.")
  static let ofVersion = Wording(
    "Die Fassung des Programms und der Daten zeigen.", "Show the version of program and data.")

  /// An option, argument or subcommand and what is said of it.
  struct Entry {
    var label: String
    var text: String
  }

  /// The words that call the command: `cdograph match pairs`.
  let call: String
  let language: Language
  private let description: CommandDescription

  /// - Parameter commands: The program and the subcommands down to the one that is meant.
  init?(_ commands: [any ParsableCommand.Type], _ language: Language) {
    guard let command = commands.last, let description = CommandDescription(of: command) else { return nil }
    self.init(description, call: commands.map { $0._commandName }.joined(separator: " "), language)
  }

  init(_ description: CommandDescription, call: String, _ language: Language) {
    self.description = description
    self.call = call
    self.language = language
  }

  var abstract: String { description.abstract ?? "" }

  /// What is said at length, without the examples.
  var discussion: String { halves.discussion }

  /// Command lines to try, one each.
  var examples: [String] { halves.examples }

  private var halves: (discussion: String, examples: [String]) {
    let text = description.discussion ?? ""
    let title = Self.examplesTitle[language] + ":\n"
    guard let start = text.range(of: "\n\n" + title, options: .backwards) ?? text.range(of: title, options: .anchored)
    else { return (text, []) }
    let lines = text[start.upperBound...].split(separator: "\n").map { String($0.drop(while: \.isWhitespace)) }
    return (String(text[..<start.lowerBound]), lines)
  }

  /// How the command is called: what it needs, and that there is more.
  var usage: String {
    var words = [call]
    let named = description.shownArguments.filter { !$0.isPositional }
    if named.contains(where: { $0.isOptional ?? true }) {
      words.append(Wording("[<Optionen>]", "[<options>]")[language])
    }
    words += named.filter { !($0.isOptional ?? true) }.map { label(of: $0, isShort: true) }
    words += description.shownArguments.filter(\.isPositional).map { argument in
      let word = "<\(argument.valueName ?? "")>" + (argument.isRepeating ?? false ? " …" : "")
      return argument.isOptional ?? true ? "[\(word)]" : word
    }
    if !description.shownSubcommands.isEmpty { words.append(Wording("<Befehl>", "<command>")[language]) }
    return words.joined(separator: " ")
  }

  var arguments: [Entry] { description.shownArguments.filter(\.isPositional).map(entry) }

  /// The command's own options, then those that every command has.
  var options: [Entry] {
    let named = description.shownArguments.filter { !$0.isPositional }
    let shared = ["graph", "lang", "version", "help"]
    func rank(_ argument: CommandDescription.Argument) -> Int {
      shared.firstIndex(of: argument.preferredName?.name ?? "").map { $0 + 1 } ?? 0
    }
    return (0...shared.count).flatMap { wanted in named.filter { rank($0) == wanted }.map(entry) }
  }

  var subcommands: [Entry] {
    description.shownSubcommands.map { Entry(label: $0.commandName, text: $0.abstract ?? "") }
  }

  /// Where more can be read; nil for a command without subcommands.
  var furtherReading: String? {
    guard !description.shownSubcommands.isEmpty else { return nil }
    let words = call.split(separator: " ")
    let help = (words.prefix(1) + ["help"] + words.dropFirst()).joined(separator: " ")
    return Wording("Mehr zu einem Befehl: \(help) <Befehl>", "More on a command: \(help) <command>")[language]
  }

  private func entry(_ argument: CommandDescription.Argument) -> Entry {
    let text =
      switch argument.preferredName?.name {
      case "help" where argument.isFlag: Self.ofHelp[language]
      case "version" where argument.isFlag: Self.ofVersion[language]
      default: argument.abstract ?? ""
      }
    return Entry(
      label: label(of: argument), text: [text, values(of: argument)].compactMap(\.self).joined(separator: " "))
  }

  private func label(of argument: CommandDescription.Argument, isShort: Bool = false) -> String {
    // Where the value is a pair of words, there are no more.
    let isList = argument.parsingStrategy == "upToNextOption" && argument.valueName?.contains(" ") != true
    let more = isList ? " …" : ""
    let value = argument.isFlag ? "" : "<\(argument.valueName ?? "")>" + more
    guard !argument.isPositional else { return value }
    let names = isShort ? [argument.preferredName].compactMap(\.self) : argument.names ?? []
    let spellings = names.map(\.spelling).sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", ")
    return value.isEmpty ? spellings : spellings + " " + value
  }

  /// What may be given and what holds when nothing is.
  private func values(of argument: CommandDescription.Argument) -> String? {
    guard !argument.isFlag else { return nil }
    let choices = (argument.allValues ?? []).filter { !$0.isEmpty }
    let standard = argument.defaultValue ?? ""
    let pieces = [
      choices.isEmpty ? nil : Wording("Werte: ", "values: ")[language] + choices.joined(separator: ", "),
      standard.isEmpty ? nil : Wording("Standard: ", "default: ")[language] + standard,
    ].compactMap(\.self)
    return pieces.isEmpty ? nil : "(" + pieces.joined(separator: "; ") + ")"
  }
}
