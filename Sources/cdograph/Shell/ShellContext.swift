import GraphModel

/// What the shell needs to know of the network and of the program it is part of.
@MainActor
protocol ShellContext {
  /// The ordinary commands that can be typed in the shell, made with `ShellCommand(subcommand:)`.
  var subcommands: [ShellCommand] { get }

  /// The language of what the shell says.
  var language: Language { get }

  /// Names to offer for what has been typed, in the order to show them; `prefix` is as typed, upper and lower case,
  /// umlauts or not.
  func names(startingWith prefix: String, kinds: Set<NameKind>) -> [String]

  /// A text without the differences that do not count: "Münster" and "muenster" fold to the same.
  func folded(_ text: String) -> String

  /// What runs statements of the query language; nil where there is no network.
  var statements: StatementShell? { get }

  /// Runs `cdograph` with these arguments against the network that is loaded. Everything is printed, errors too.
  ///
  /// - Returns: The exit code that the program would have ended with.
  func run(arguments: [String]) async -> Int32
}

/// What a name can be a name of.
enum NameKind: String, CaseIterable, Sendable {
  case topic
  case actor
  case place
  case project
  case event
}
