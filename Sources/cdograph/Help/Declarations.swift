import ArgumentParser
import Foundation
import GraphModel

extension Language {
  /// The language that a command line asks for with `--lang`, wherever it stands, or else that of the locale.
  init(arguments: [String], environment: [String: String]) {
    var given: Language?
    for (position, word) in arguments.prefix(while: { $0 != "--" }).enumerated() {
      let value =
        word == "--lang" && position + 1 < arguments.count
        ? arguments[position + 1] : word.hasPrefix("--lang=") ? String(word.dropFirst("--lang=".count)) : ""
      given = Language(rawValue: value) ?? given
    }
    self = given ?? Language(environment: environment)
  }
}

extension CommandConfiguration {
  /// A command whose help is German or English. The language is the one that the program was started in, since help is
  /// declared once.
  ///
  /// - Parameter examples: Command lines that work as they stand, in the project's folder.
  init(
    commandName: String, abstract: Wording, discussion: Wording? = nil, examples: [String] = [], version: String = "",
    shouldDisplay: Bool = true, subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    let language = Console.language
    let shown = examples.isEmpty ? nil : HelpPage.examplesTitle[language] + ":\n  " + examples.joined(separator: "\n  ")
    self.init(
      commandName: commandName, abstract: abstract[language],
      discussion: [discussion?[language], shown].compactMap(\.self).joined(separator: "\n\n"), version: version,
      shouldDisplay: shouldDisplay, subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}

extension ArgumentHelp {
  /// Help on an option or argument in German and English, and what its value is called.
  static func words(_ german: String, _ english: String, _ value: ValueName? = nil) -> ArgumentHelp {
    ArgumentHelp(Wording(german, english)[Console.language], valueName: value?.wording[Console.language])
  }
}
