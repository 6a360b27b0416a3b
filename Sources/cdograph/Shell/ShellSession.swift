import GraphModel

/// What commands of the shell see and change.
@MainActor
struct ShellSession {
  /// EX_USAGE, with which the program itself ends when its arguments are wrong.
  static let usageError: Int32 = 64
  static let program = "cdograph"

  let context: any ShellContext
  /// Every command that can be typed, in the order in which they are listed.
  let commands: [ShellCommand]
  let screen: ShellScreen
  let style: Style
  /// Whether somebody types; else lines come from a pipe or file.
  var isInteractive: Bool
  /// The files that are being run, each by the one before.
  var sources: [String] = []
  var history: History

  /// The language of what the shell says.
  var language: Language { context.language }

  private let measuredWidth: @MainActor () -> Int

  /// The columns to print into, now: a window may change.
  var width: Int { measuredWidth() }

  init(
    context: any ShellContext, screen: ShellScreen, history: History = History(), style: Style = .plain,
    isInteractive: Bool, width: @escaping @MainActor () -> Int
  ) {
    self.context = context
    self.commands = ShellCommands.joined(with: context.subcommands, runsStatements: context.statements != nil)
    self.screen = screen
    self.history = history
    self.style = style
    self.isInteractive = isInteractive
    self.measuredWidth = width
  }
}

/// Where the shell writes.
struct ShellScreen {
  /// Prints text that brings its own line ends.
  var show: @MainActor (String) -> Void
  /// Prints one message among the errors.
  var complain: @MainActor (String) -> Void
  /// Sends out what is still buffered, so that answers and errors come in the order in which they arose.
  var flush: @MainActor () -> Void = {}
}
