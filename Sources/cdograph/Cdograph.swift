import ArgumentParser
import GermanText

@main
struct Cdograph: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cdograph",
    abstract: "Knowledge graph and matchmaking for municipal Chief Digital Officers in Germany.",
    discussion: """
      Exit codes: 0 done, 64 wrong usage, 65 wrong data or an unknown name, 70 internal error, 75 time limit hit, \
      130 interrupted. Messages go to standard error.
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, DiagramCommand.self, FindCommand.self, PathCommand.self, PeersCommand.self,
      ProceduresCommand.self,
      RenderWorkerCommand.self, ReplCommand.self, RunCommand.self,
    ])

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let problem = unknownCommand(in: arguments) {
      Console.fail(problem)
      exit(withError: ExitCode.validationFailure)
    }
    await main(arguments)
  }

  /// What to say of a first word that is no command; the parser would only call it unexpected.
  private static func unknownCommand(in arguments: [String]) -> String? {
    let shown = configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    let known = configuration.subcommands.map { $0._commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !known.contains(word) else { return nil }
    let suggestion = nearest(to: word, among: shown).first.map { " — did you mean '\($0)'?" } ?? "."
    return "'\(word)' is not a command\(suggestion) Commands are \(shown.joined(separator: ", "))."
  }
}
