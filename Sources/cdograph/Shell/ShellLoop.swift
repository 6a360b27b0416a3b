/// How a shell behaves.
struct ShellOptions: Sendable, Equatable {
  /// Whether a shell that nobody types in stops at the first command that fails.
  var stopsAtFailure = false
  /// Whether what is typed is kept for later sessions.
  var keepsHistory = true

  init() {}
}

/// Reads lines and does what they say until there are no more.
@MainActor
struct ShellLoop<Reader: LineReading> {
  var session: ShellSession
  var reader: Reader
  var options: ShellOptions

  private var lineNumber = 0
  private var firstFailure: Int32 = 0

  init(session: ShellSession, reader: Reader, options: ShellOptions) {
    self.session = session
    self.reader = reader
    self.options = options
  }

  /// - Returns: 0 when somebody typed; else the exit code of the first command that failed, or 0.
  mutating func run() async -> Int32 {
    if session.isInteractive { session.screen.show("cdograph — :help lists the commands, :quit leaves\n") }
    while true {
      switch reader.readLine(prompt: "\(ShellSession.program)> ") {
      case .endOfInput: return firstFailure
      case .interrupted: continue
      case .line(let line):
        lineNumber += 1
        remember(line)
        guard case .done(let exitCode) = await perform(line) else { return firstFailure }
        session.screen.flush()
        if exitCode != 0, !session.isInteractive, firstFailure == 0 { firstFailure = exitCode }
        if firstFailure != 0, options.stopsAtFailure { return firstFailure }
      }
    }
  }

  /// Does what one line says. Whatever runs longer runs in here, and nothing else does.
  private mutating func perform(_ line: String) async -> ShellOutcome {
    switch session.classify(line) {
    case .blank: return .done(exitCode: 0)
    case .command(let command, let arguments): return await command.run(&session, arguments)
    case .unreadable(let quotation):
      complain("the quotation mark \(quotation.mark) in column \(quotation.column) is not closed")
    case .unknown(let word):
      complain(session.notACommand(word))
    }
    return .done(exitCode: ShellSession.usageError)
  }

  private func complain(_ message: String) {
    session.screen.flush()
    // In a script the reader of the message does not see the line above it.
    session.screen.complain(session.isInteractive ? message : "line \(lineNumber): \(message)")
  }

  private mutating func remember(_ line: String) {
    guard session.isInteractive, !line.allSatisfy(\.isWhitespace) else { return }
    reader.remember(line)
    if let problem = session.history.record(line) { session.screen.complain(problem) }
  }
}
