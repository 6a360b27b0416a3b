import ArgumentParser
import GraphModel

/// Prints the manual page, which says what `--help` says of every command: both come from the same declarations.
struct ManualCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: Wording("Die Handbuchseite ausgeben (troff).", "Print the manual page (troff)."),
    examples: ["cdograph manual --lang de | man -l -"], shouldDisplay: false)

  @OptionGroup var language: LanguageOption

  func answer() async throws {
    let language = Console.language
    guard let program = HelpPage([Cdograph.self], language) else { return }
    func heading(_ german: String, _ english: String) -> String { ".SH \(Wording(german, english)[language])\n" }
    var page = ".TH CDOGRAPH 1 \"\" \"cdograph \(Cdograph.configuration.version)\" \"cdograph\"\n"
    page += heading("BEZEICHNUNG", "NAME") + "cdograph \\- \(program.escaped(program.abstract))\n"
    page += heading("ÜBERSICHT", "SYNOPSIS") + ".B \(program.escaped(program.usage))\n"
    page += heading("BESCHREIBUNG", "DESCRIPTION") + program.escaped(program.discussion) + "\n" + program.troffExamples
    page += heading("OPTIONEN", "OPTIONS")
    for option in program.options {
      page += ".TP\n.B \(program.escaped(option.label))\n\(program.escaped(option.text))\n"
    }
    page += heading("BEFEHLE", "COMMANDS") + Self.pages(under: [Cdograph.self], language).map(\.troff).joined()
    print(page, terminator: "")
  }

  /// The pages of the commands below some, in the order of their names.
  private static func pages(under commands: [any ParsableCommand.Type], _ language: Language) -> [HelpPage] {
    let shown = commands[commands.count - 1].configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return shown.sorted { $0._commandName < $1._commandName }.flatMap { command in
      let path = commands + [command]
      return [HelpPage(path, language)].compactMap(\.self) + pages(under: path, language)
    }
  }
}
