import ArgumentParser
import GraphModel

extension ShellSession {
  /// Says how a command is to be typed.
  func usage(_ text: Wording) -> ShellOutcome {
    screen.complain("usage: \(text[language])")
    return .done(exitCode: ShellSession.usageError)
  }

  /// Runs a statement where the shell has a network.
  func run(statement: String) async -> ShellOutcome {
    guard let statements = context.statements else { return .done(exitCode: ShellSession.usageError) }
    return .done(exitCode: await statements.run(statement, screen, width, style))
  }

  /// Does something; a failure is printed.
  func attempt(_ body: () async throws -> Void) async -> ShellOutcome {
    do {
      try await body()
      return .done(exitCode: 0)
    } catch { return complained(error) }
  }

  /// Prints why something failed.
  func complained(_ error: any Error) -> ShellOutcome {
    let failure = error as? Failure
    screen.complain(failure?.message ?? "\(error)")
    return .done(exitCode: failure?.exitCode.rawValue ?? ExitCode.software.rawValue)
  }

  /// Runs the lines of a text with a loop of their own, up to the first that fails.
  ///
  /// - Parameter file: What the text is called in messages, and how a file is told that would run itself again.
  func runLines(of text: String, from file: String) async -> ShellOutcome {
    guard !sources.contains(file) else {
      screen.complain("'\(file)' runs itself again: \((sources + [file]).joined(separator: " → "))")
      return .done(exitCode: ShellSession.usageError)
    }
    var inner = self
    inner.isInteractive = false
    inner.sources.append(file)
    var options = ShellOptions()
    options.stopsAtFailure = true
    var loop = ShellLoop(session: inner, reader: TextLines(text), options: options)
    let exitCode = await loop.run()
    if let line = loop.failedLine { screen.complain("\(file):\(line): the file was run up to here and no further") }
    return .done(exitCode: exitCode)
  }
}

/// The lines of a text that is at hand.
private struct TextLines: LineReading {
  private var lines: ArraySlice<Substring>

  init(_ text: String) { lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...] }

  mutating func readLine(prompt: String) -> LineInput { lines.popFirst().map { .line(String($0)) } ?? .endOfInput }

  mutating func remember(_ entry: String) {}
}
