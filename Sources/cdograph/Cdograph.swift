import ArgumentParser

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
      RenderWorkerCommand.self, ReplCommand.self,
    ])
}
