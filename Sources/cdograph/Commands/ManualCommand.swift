import ArgumentParser
import Foundation

/// Prints the manual page, which says what `--help` says of every command: both come from the same declarations.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page (troff).", shouldDisplay: false)

  func run() throws {
    let shown = Cdograph.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    var page = ".TH CDOGRAPH 1 \"\" \"cdograph \(Cdograph.configuration.version)\" \"cdograph\"\n.SH NAME\n"
    page += "cdograph \\- \(troff(Cdograph.configuration.abstract))\n.SH SYNOPSIS\n.B cdograph\n.I command\n[options]\n"
    page += ".SH DESCRIPTION\n\(troff(Cdograph.configuration.discussion))\n.SH COMMANDS\n"
    for command in shown.sorted(by: { $0._commandName < $1._commandName }) {
      page += ".SS \(command._commandName)\n.nf\n\(troff(command.helpMessage(columns: 78)))\n.fi\n"
    }
    print(page, terminator: "")
  }

  /// A text with what troff would take for a command or an escape written so that it is shown.
  private func troff(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }
}
