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
    let draft = StatementDraft()
    let completion = ShellCompletion(commands: session.commands, context: context, draft: draft)
    if let (lines, path) = initialLines(environment: environment) { _ = await session.runLines(of: lines, from: path) }
    if isInteractive,
      let editor = LineEditor(
        program: ShellSession.program, history: session.history.entries,
        completer: { completion.answer($0, at: $1) })
    {
      var loop = ShellLoop(session: session, reader: editor, options: options, draft: draft)
      return await loop.run()
    }
    var loop = ShellLoop(session: session, reader: StandardInputLines(), options: options)
    return await loop.run()
  }
}

extension Shell {
  /// The lines that the user wants to be run first. They come from the configuration folder only: a file that lies in the
  /// current folder may be somebody else's.
  private static func initialLines(environment: [String: String]) -> (text: String, path: String)? {
    let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = configuration ?? environment["HOME"].map({ $0 + "/.config" }) else { return nil }
    let path = folder + "/cdograph/init"
    return FileManager.default.contents(atPath: path).map { (String(decoding: $0, as: UTF8.self), path) }
  }
}

extension ShellScreen {
  /// Standard output and standard error.
  static let standard = ShellScreen(
    show: { print($0, terminator: "") },
    complain: { Console.fail($0) },
    flush: { fflush(nil) })
}
