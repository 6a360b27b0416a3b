import ArgumentParser
import GraphModel

extension ShellCommand {
  /// An ordinary command of the program. Its declaration says all that help and completion show, so the shell cannot
  /// disagree with `cdograph <command> --help`.
  init(subcommand: any ParsableCommand.Type) {
    let description = CommandDescription(of: subcommand)
    let page = HelpPage([Cdograph.self, subcommand], Console.language)
    let arguments = description?.shownArguments ?? []
    let positional = arguments.filter(\.isPositional)
    let subcommands = description?.shownSubcommands.map(\.commandName) ?? []
    let usage = page?.usage ?? ""
    let summary = page?.abstract ?? ""
    var manual: (@Sendable (Int) -> String)?
    if let page { manual = { page.text(width: $0) } }
    let name = subcommand._commandName
    self.init(
      name: name, needsColon: false, usage: Wording(usage, usage), summary: Wording(summary, summary), manual: manual,
      arguments: (subcommands.isEmpty ? [] : [WordMeaning.choice(subcommands)]) + positional.map { $0.meaning },
      repeatsLastArgument: positional.last?.isRepeating ?? false,
      options: arguments.filter { !$0.isPositional }.map { $0.option },
      run: { session, words in .done(exitCode: await session.context.run(arguments: [name] + words)) })
  }
}

extension CommandDescription.Argument {
  fileprivate var option: CommandOption {
    CommandOption(names: (names ?? []).map(\.spelling), value: isFlag ? nil : meaning)
  }

  fileprivate var meaning: WordMeaning {
    if let allValues, !allValues.isEmpty { return .choice(allValues) }
    guard let names = valueName.flatMap({ ValueName($0) })?.names else { return .anything }
    return .name(names)
  }
}
