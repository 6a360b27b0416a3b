import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph

@main
struct Cdograph: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cdograph",
    abstract: Wording(
      "Wissensgraph und Vermittlung für Chief Digital Officers der Kommunen in Deutschland.",
      "Knowledge graph and matchmaking for municipal Chief Digital Officers in Germany."),
    discussion: Wording(
      """
      Rückgabewerte: 0 erledigt, 64 falscher Aufruf, 65 falsche Daten oder ein unbekannter Name, 70 innerer Fehler, \
      73 eine Datei lässt sich nicht schreiben, 75 Zeitgrenze erreicht, 130 unterbrochen. Meldungen gehen an die \
      Standardfehlerausgabe.
      """,
      """
      Exit codes: 0 done, 64 wrong usage, 65 wrong data or an unknown name, 70 internal error, 73 a file cannot be \
      written, 75 time limit hit, 130 interrupted. Messages go to standard error.
      """),
    examples: [
      "cdograph peers --topic OZG",
      #"cdograph suggest --for "CDO Neuss""#,
      "cdograph diagram --around Münsterhack -o hack.svg",
    ],
    version: "0.2.0",
    subcommands: [
      CheckCommand.self, ConvertCommand.self, DiagramCommand.self, DotWorkerCommand.self, EvaluateCommand.self,
      ExplainCommand.self, ExportCommand.self, FeedbackCommand.self, FindCommand.self, GapsCommand.self,
      ImportCommand.self, IntroduceCommand.self, ManualCommand.self, MatchCommand.self, PathCommand.self,
      PeersCommand.self, PersonCommand.self,
      ProceduresCommand.self, QueryCommand.self, RenderWorkerCommand.self, ReplCommand.self, RunCommand.self,
      SuggestCommand.self, TransferCommand.self, TuneCommand.self, WhyNotCommand.self,
    ])

  @OptionGroup var language: LanguageOption

  static func main() async {
    // A program that is interrupted ends with 128 + the signal, as shells say it; its children die with it.
    signal(SIGINT) { _ in _exit(130) }
    let arguments = withoutLanguage(Array(CommandLine.arguments.dropFirst()))
    let isVersion = arguments == ["--version"]
    if isVersion { print(version, terminator: "") }
    let code = isVersion ? 0 : await perform(arguments)
    // What was printed may still be on its way, and the disk may be full.
    if let reason = StandardStream.finish() {
      // A command that could not write has said so.
      if code != ExitCode.cannotCreate.rawValue { Console.fail("standard output cannot be written: \(reason)") }
      _exit(ExitCode.cannotCreate.rawValue)
    }
    _exit(code)
  }

  /// The version of the program, and which data it finds.
  private static var version: String {
    let folders = NetworkOptions.standardFolders
    let data = Fingerprint.of(folders: folders).map { "data \(folders.joined(separator: ", ")): \($0)" }
    return "cdograph \(configuration.version)\n" + (data ?? "no data found") + "\n"
  }

  /// Runs a command line without the program's name; everything is printed, errors too.
  ///
  /// - Returns: The exit code.
  static func perform(_ arguments: [String]) async -> Int32 {
    if let fault = CommandLineFaults.message(for: arguments) {
      Console.fail(fault)
      return ExitCode.validationFailure.rawValue
    }
    do {
      var command = try parseAsRoot(CommandLineFaults.joiningNegativeNumbers(arguments))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      let code = exitCode(for: error)
      let message = HelpRequests.text(for: error)
      if !message.isEmpty {
        if code.isSuccess { print(message) } else { Console.write(message + "\n") }
      }
      return code.rawValue
    }
  }

  /// A command line without the language that stands before the command, or that belongs to a request for help: both have
  /// been heard (`Console.language`), and only the commands themselves know the option.
  private static func withoutLanguage(_ arguments: [String]) -> [String] {
    func isLanguage(_ position: Int) -> Bool {
      guard position + 1 < arguments.count, arguments[position] == "--lang" else { return false }
      return Language(rawValue: arguments[position + 1]) != nil
    }
    var rest = arguments
    while isLanguage(arguments.count - rest.count) { rest.removeFirst(2) }
    let isHelp = rest.first == "help" || rest.first == "--help" || rest.first == "-h"
    if isHelp, let place = rest.firstIndex(of: "--lang"), isLanguage(arguments.count - rest.count + place) {
      rest.removeSubrange(place...place + 1)
    }
    return rest
  }
}
