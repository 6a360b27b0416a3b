import ArgumentParser
import Foundation
import GermanText
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct ReplCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Open a shell in which the commands run on a network that is loaded once.",
    discussion: """
      Tab completes commands, options and names; :help lists what can be typed. What is piped in is run line by line; \
      the exit code is that of the first command that failed.
      """)

  @OptionGroup var network: NetworkOptions

  @Flag(name: .long, help: "Keep no history of what is typed.")
  var noHistory = false

  @Flag(name: .long, help: "Stop at the first command that fails, when input is piped in.")
  var failFast = false

  func answer() async throws {
    guard Session.workspace == nil else { throw Failure(exitCode: .validationFailure, "this is the shell already") }
    let workspace = try network.workspace()
    var options = ShellOptions()
    options.keepsHistory = !noHistory
    options.stopsAtFailure = failFast
    let status = await Shell.run(context: WorkspaceShell(workspace: workspace), options: options)
    if status != 0 { throw ExitCode(status) }
  }
}

/// The shell's view of the network and of the program.
struct WorkspaceShell: ShellContext {
  let workspace: Workspace

  var subcommands: [ShellCommand] {
    Cdograph.configuration.subcommands
      .filter { $0 != ReplCommand.self && $0.configuration.shouldDisplay }
      .map(ShellCommand.init(subcommand:))
  }

  func names(startingWith prefix: String, kinds: Set<NameKind>) -> [String] {
    workspace.names(startingWith: prefix, among: kinds.map(\.label), limit: 200)
  }

  func folded(_ text: String) -> String { GermanText.folded(text) }

  func run(arguments: [String]) async -> Int32 {
    await Session.$workspace.withValue(workspace) { await Cdograph.perform(arguments) }
  }
}

extension NameKind {
  /// The label of the nodes that have names of this kind.
  fileprivate var label: Label {
    switch self {
    case .topic: .topic
    case .actor: .actor
    case .place: .municipality
    case .project: .project
    case .event: .event
    }
  }
}
