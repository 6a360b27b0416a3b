import Foundation

/// The shell on the terminal, or on the pipe, that the program was started with.
enum Shell {
  /// Runs the shell until its input ends.
  ///
  /// - Returns: The exit code for the program.
  @MainActor
  static func run(context: any ShellContext, options: ShellOptions) async -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    let output = Terminal.standardOutput
    let isInteractive = Terminal.standardInput.isTerminal && output.isTerminal
    let path = isInteractive && options.keepsHistory ? History.defaultPath(environment: environment) : nil
    let session = ShellSession(
      context: context, screen: .standard, history: path.map { History(path: $0) } ?? History(),
      style: Style(isTerminal: output.isTerminal, environment: environment), isInteractive: isInteractive,
      width: { Terminal.standardOutput.width(environment: environment) })
    let completion = ShellCompletion(commands: session.commands, context: context)
    if isInteractive,
      let editor = LineEditor(
        program: ShellSession.program, history: session.history.entries,
        completer: { completion.answer($0, at: $1) })
    {
      var loop = ShellLoop(session: session, reader: editor, options: options)
      return await loop.run()
    }
    var loop = ShellLoop(session: session, reader: StandardInputLines(), options: options)
    return await loop.run()
  }
}

extension ShellScreen {
  /// Standard output and standard error.
  static let standard = ShellScreen(
    show: { print($0, terminator: "") },
    complain: { Console.fail($0) },
    flush: { fflush(nil) })
}
