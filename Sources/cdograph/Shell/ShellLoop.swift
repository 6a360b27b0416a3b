import CypherSyntax
import GraphModel

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
  /// Where the statement begins that is being typed, or the command that was.
  private var beginning = 0
  /// The lines of a statement that has not ended yet; completion looks at them too.
  private let open: StatementDraft
  private var draft: String {
    get { open.text }
    nonmutating set { open.text = newValue }
  }
  private var firstFailure: Int32 = 0
  /// Where the first command began that failed; `nil` when none did.
  private(set) var failedLine: Int?

  init(session: ShellSession, reader: Reader, options: ShellOptions, draft: StatementDraft = StatementDraft()) {
    open = draft
    self.session = session
    self.reader = reader
    self.options = options
  }

  /// - Returns: 0 when somebody typed; else the exit code of the first command that failed, or 0.
  mutating func run() async -> Int32 {
    if session.isInteractive {
      let welcome = Wording(
        "cdograph — :help zeigt die Befehle, :quit beendet", "cdograph — :help lists the commands, :quit leaves")
      session.screen.show(welcome[session.language] + "\n")
    }
    while true {
      switch reader.readLine(prompt: prompt) {
      case .endOfInput:
        // A script may leave out the last semicolon; at a terminal ^D drops what was begun.
        if !session.isInteractive, !draft.isEmpty { note(await endStatement()) }
        return firstFailure
      case .interrupted: draft = ""
      case .line(let line):
        lineNumber += 1
        if draft.isEmpty { beginning = lineNumber }
        colour(line)
        guard let outcome = await take(line) else { continue }
        guard case .done(let exitCode) = outcome else { return firstFailure }
        note(.done(exitCode: exitCode))
        if firstFailure != 0, options.stopsAtFailure { return firstFailure }
      }
    }
  }

  /// Writes a line of a statement again in colours, over what was typed, where it fills but one row.
  private func colour(_ line: String) {
    guard session.isInteractive, session.style.isEnabled, !line.isEmpty else { return }
    if draft.isEmpty { guard case .statement = session.classify(line) else { return } }
    guard displayWidth(prompt) + displayWidth(line) < session.width else { return }
    session.screen.show("\u{1B}[A\r" + prompt + Highlighting.text(line, session.style) + "\n")
  }

  private var prompt: String {
    if !draft.isEmpty { return String(repeating: " ", count: ShellSession.program.count - 3) + "...> " }
    return ShellSession.program + (session.context.statements?.isInTransaction == true ? "*> " : "> ")
  }

  private mutating func note(_ outcome: ShellOutcome) {
    session.screen.flush()
    guard case .done(let code) = outcome, code != 0, !session.isInteractive, firstFailure == 0 else { return }
    firstFailure = code
    failedLine = beginning
  }

  /// Takes a line: a command, or a piece of a statement; nil while a statement goes on.
  private mutating func take(_ line: String) async -> ShellOutcome? {
    if draft.isEmpty {
      guard case .statement = session.classify(line) else {
        remember(line)
        return await perform(line)
      }
      draft = line
    } else {
      draft += "\n" + line
    }
    let isEnded = statements(in: draft).last?.isEnded ?? false
    guard isEnded || line.allSatisfy(\.isWhitespace) else { return nil }
    return await endStatement()
  }

  /// Runs the statements that were typed, up to the first that fails.
  private mutating func endStatement() async -> ShellOutcome {
    let text = draft
    draft = ""
    remember(text.split(whereSeparator: \.isNewline).joined(separator: "\n"))
    for statement in statements(in: text) {
      let outcome = await session.run(statement: statement.text)
      guard case .done(0) = outcome else { return outcome }
    }
    return .done(exitCode: 0)
  }

  /// Does what one line says. Whatever runs longer runs in here, and nothing else does.
  private mutating func perform(_ line: String) async -> ShellOutcome {
    switch session.classify(line) {
    case .blank, .statement: return .done(exitCode: 0)
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
