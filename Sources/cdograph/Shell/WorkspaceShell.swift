import ArgumentParser
import GermanText
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

/// The shell's view of the network and of the program.
final class WorkspaceShell: ShellContext {
  private let shell: StatementShell

  init(workspace: Workspace, language: Language, isReadOnly: Bool) {
    shell = StatementShell(workspace: workspace, language: language, isReadOnly: isReadOnly)
  }

  var statements: StatementShell? { shell }

  var language: Language { shell.language }

  var subcommands: [ShellCommand] {
    Cdograph.configuration.subcommands
      .filter { $0 != ReplCommand.self && $0.configuration.shouldDisplay }
      .map(ShellCommand.init(subcommand:))
  }

  func names(startingWith prefix: String, kinds: Set<NameKind>) -> [String] {
    shell.workspace.names(startingWith: prefix, among: kinds.map(\.label), limit: 200)
  }

  func folded(_ text: String) -> String { GermanText.folded(text) }

  func run(arguments: [String]) async -> Int32 {
    await Session.$workspace.withValue(shell.workspace) {
      await Session.$language.withValue(shell.language) { await Cdograph.perform(arguments) }
    }
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
