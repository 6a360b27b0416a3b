import ArgumentParser
import Foundation

extension ShellCommand {
  /// An ordinary command of the program. Its declaration says all that help and completion show, so the shell cannot
  /// disagree with `cdograph <command> --help`.
  init(subcommand: any ParsableCommand.Type) {
    let name = subcommand._commandName
    let declared = (try? JSONDecoder().decode(HelpDump.self, from: Data(subcommand._dumpHelp().utf8)))?.command
    let arguments = (declared?.arguments ?? []).filter { $0.shouldDisplay != false }
    let positional = arguments.filter { $0.kind == "positional" }
    self.init(
      name: name, needsColon: false,
      usage: subcommand.usageString().replacing("Usage: ", with: ""),
      summary: subcommand.configuration.abstract,
      manual: { subcommand.helpMessage(columns: $0) },
      arguments: positional.map(\.meaning), repeatsLastArgument: positional.last?.isRepeating ?? false,
      options: arguments.filter { $0.kind != "positional" }.map(\.option),
      run: { session, words in .done(exitCode: await session.context.run(arguments: [name] + words)) })
  }
}

/// What ArgumentParser says of a command in JSON, as far as the shell reads it.
private struct HelpDump: Decodable {
  var command: Command

  struct Command: Decodable {
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    /// "positional", "option" or "flag".
    var kind: String
    var shouldDisplay: Bool?
    var isRepeating: Bool?
    var names: [Name]?
    var valueName: String?
    var allValues: [String]?

    var option: CommandOption {
      CommandOption(names: (names ?? []).map(\.spelling), value: kind == "flag" ? nil : meaning)
    }

    var meaning: WordMeaning {
      if let allValues, !allValues.isEmpty { return .choice(allValues) }
      return valueName.flatMap(NameKind.kinds).map(WordMeaning.name) ?? .anything
    }
  }

  struct Name: Decodable {
    /// "long", "short" or "longWithSingleDash".
    var kind: String
    var name: String

    var spelling: String { (kind == "long" ? "--" : "-") + name }
  }
}
