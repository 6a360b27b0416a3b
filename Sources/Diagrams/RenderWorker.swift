import CGraphviz
import Foundation
import Subprocess

/// Draws in a child process, which may hang or crash without harm to this one.
public struct RenderWorker: Sendable {
  /// The program that answers: `cdograph` itself.
  public let executable: String
  /// The arguments that make it call ``serveRenderRequest()``.
  public let arguments: [String]
  /// After this time the child is killed.
  public let timeLimit: Duration

  /// Describes how to start the child.
  ///
  /// - Parameter executable: A path with a slash, or a name to look for in `PATH`.
  public init(executable: String, arguments: [String], timeLimit: Duration = .seconds(20)) {
    self.executable = executable
    self.arguments = arguments
    self.timeLimit = timeLimit
  }

  /// Draws a diagram; see ``drawPicture(of:style:format:engine:keeping:)``, which the child calls.
  ///
  /// When the task is cancelled the child is killed.
  public func render(
    _ diagram: Diagram, style: StyleSheet = .screen, format: PictureFormat, engine: LayoutEngine? = nil,
    keeping placement: Placement? = nil
  ) async throws(DiagramError) -> Picture {
    // Checked here too: for a hopeless request no process need be started.
    try diagram.check()
    try style.validate()
    let engine = engine ?? .fitting(diagram)
    let request = RenderRequest(
      diagram: diagram, style: style, format: format, engine: engine, placement: placement)
    guard let input = try? JSONEncoder().encode(request) else {
      throw .workerAnswer(problem: "the diagram holds a number that cannot be sent")
    }
    switch await run([UInt8](input)) {
    case .none:
      throw .timeLimit(
        seconds: Double(timeLimit.components.seconds) + Double(timeLimit.components.attoseconds) / 1e18,
        nodes: diagram.nodes.count, engine: engine)
    case .some(.failure(let error)): throw error
    case .some(.success(let frame)): return try RenderAnswer(encoded: frame).outcome.get()
    }
  }

  /// The bytes that the child wrote; `nil` when it was too late.
  func run(_ input: [UInt8]) async -> Result<[UInt8], DiagramError>? {
    await withTaskGroup(of: Result<[UInt8], DiagramError>?.self) { group in
      group.addTask { await answer(to: input) }
      group.addTask {
        try? await Task.sleep(for: timeLimit)
        return nil
      }
      let first = await group.next() ?? nil
      // Ends the clock, or the child: a cancelled run kills it before it returns.
      group.cancelAll()
      return first
    }
  }

  private func answer(to input: [UInt8]) async -> Result<[UInt8], DiagramError> {
    let program: Executable = executable.contains("/") ? .path(path(executable)) : .name(executable)
    // A child that dies before it has read the request would take this process along: SIGPIPE ends it.
    cgv_survive_broken_pipes()
    do {
      let result = try await Subprocess.run(
        program, arguments: Arguments(arguments), environment: quietDeath, platformOptions: promptDeath,
        input: .inputWriter,
        output: .bytes(limit: answerLimit), error: .string(limit: messageLimit)
      ) { execution in
        // Written by hand since swift-subprocess 1.0.2 traps when its own writing fails; how the child ended tells more
        // than that it did not read.
        _ = try? await execution.standardInputWriter.write(input)
      }
      guard result.terminationStatus.isSuccess else {
        return .failure(died(result.terminationStatus, result.standardError))
      }
      return .success(result.standardOutput)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(.workerAnswer(problem: "it is larger than \(answerLimit >> 20) MiB"))
    } catch {
      return .failure(.workerNotStarted(path: executable, reason: "\(error)"))
    }
  }

  private func died(_ status: TerminationStatus, _ messages: String) -> DiagramError {
    let messages = messages.trimmingCharacters(in: .whitespacesAndNewlines)
    return switch status {
    case .exited(let code): .workerDied(status: Int(code), messages: messages)
    case .signaled(let signal): .workerDied(status: -Int(signal), messages: messages)
    }
  }

  /// What a child says becomes part of a message to the user, where the stacks of all its threads are of no use.
  private var quietDeath: Environment { .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]) }

  /// A hanging layout does not listen to polite signals.
  private var promptDeath: PlatformOptions {
    var options = PlatformOptions()
    options.teardownSequence = [.send(signal: .kill, allowedDurationToNextStep: .zero)]
    return options
  }
}

/// A PNG of the largest size has about 30 MiB.
private let answerLimit = 256 << 20
private let messageLimit = 1 << 20

/// A value from its text form.
///
/// Only for the path type of swift-system, which Subprocess asks for but does not re-export: this way it need not
/// become a dependency for one conversion.
private func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path where Path.StringLiteralType == String {
  Path(stringLiteral: text)
}
