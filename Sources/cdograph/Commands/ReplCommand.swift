import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph

struct ReplCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: Wording(
      "Eine Shell öffnen, in der die Befehle auf einem Netzwerk laufen, das einmal geladen wird.",
      "Open a shell in which the commands run on a network that is loaded once."),
    discussion: Wording(
      """
      Anweisungen der Abfragesprache enden mit `;` oder einer leeren Zeile und dürfen mehrere Zeilen füllen; Befehle \
      füllen eine Zeile. Tab ergänzt Befehle, Optionen, Namen und die Wörter der Sprache; :help zeigt, was \
      eingegeben werden kann. ^C bricht eine laufende Anweisung ab. Was hineingeleitet wird, läuft Zeile für Zeile; \
      der Rückgabewert ist der der ersten Zeile, die scheitert. Zuerst laufen die Zeilen der Datei `cdograph/init` \
      im Ordner der eigenen Einstellungen ($XDG_CONFIG_HOME, sonst ~/.config).
      """,
      """
      Statements of the query language end with `;` or an empty line and may fill several lines; commands are one \
      line each. Tab completes commands, options, names and the words of the language; :help lists what can be \
      typed. ^C stops a running statement. What is piped in is run line by line; the exit code is that of the first \
      line that failed. Lines of the file `cdograph/init` in the folder of your configuration ($XDG_CONFIG_HOME, \
      else ~/.config) are run first.
      """),
    examples: [
      "cdograph repl",
      "echo 'find OZG' | cdograph repl",
    ])

  @OptionGroup var network: NetworkOptions

  @Flag(name: .long, help: .words("Den Verlauf der Eingaben nicht aufbewahren.", "Keep no history of what is typed."))
  var noHistory = false

  @Flag(
    name: .long,
    help: .words("Anweisungen ablehnen, die den Graphen ändern.", "Refuse statements that change the graph."))
  var readOnly = false

  @Flag(
    name: .long,
    help: .words(
      "Beim ersten Befehl aufhören, der scheitert, wenn die Eingabe aus einer Pipe kommt.",
      "Stop at the first command that fails, when input is piped in."))
  var failFast = false

  func answer() async throws {
    guard Session.workspace == nil else { throw Failure(exitCode: .validationFailure, "this is the shell already") }
    let workspace = try await network.workspaceOrFile(for: nil)
    var options = ShellOptions()
    options.keepsHistory = !noHistory
    options.stopsAtFailure = failFast
    let status = await Shell.run(
      context: WorkspaceShell(workspace: workspace, language: network.language.chosen, isReadOnly: readOnly),
      options: options)
    if status != 0 { throw ExitCode(status) }
  }
}
