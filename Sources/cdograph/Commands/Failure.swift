import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph

extension ExitCode {
  /// The data are wrong, or a name is in none of them (EX_DATAERR).
  static let data = ExitCode(65)
  /// Something inside went wrong (EX_SOFTWARE).
  static let software = ExitCode(70)
  /// A file cannot be written (EX_CANTCREAT).
  static let cannotCreate = ExitCode(73)
  /// A time limit was hit (EX_TEMPFAIL).
  static let limit = ExitCode(75)
}

/// An error with the exit code that it ends the program with.
struct Failure: Error {
  let exitCode: ExitCode
  let message: String

  init(exitCode: ExitCode, _ message: String) {
    self.exitCode = exitCode
    self.message = message
  }
}

/// Standard error.
enum Console {
  /// The language of messages and of help, chosen once: that of `--lang`, else the locale's.
  static let language = Language(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static func warn(_ message: String) { say(message, "warning: ") }

  static func fail(_ message: String) { say(message, "") }

  /// Says what was done, in the reader's language already.
  static func note(_ message: String) { write("cdograph: \(message)\n") }

  private static func say(_ message: String, _ prefix: String) {
    let prefix = prefix.isEmpty ? "" : MessageCatalog.translated(prefix, to: language)
    write("cdograph: \(prefix)\(MessageCatalog.translated(message, to: language))\n")
  }

  /// Nothing can be said about a failure to write this; the exit code still tells.
  static func write(_ text: String) {
    if let error = StandardStream.error { fputs(text, error) }
  }
}

/// A command of cdograph: its failures are printed in one place, whether typed in a shell or not.
protocol Command: AsyncParsableCommand {
  /// Refuses options that do not go together; asked only after every word of the command line was understood, so that a
  /// mistyped option is named first.
  func check() throws
  func answer() async throws
}

extension Command {
  func check() throws {}

  /// The words that call this command, `cdograph match pairs`, where it is below another one.
  private static func words(from command: any ParsableCommand.Type) -> String? {
    if command == Self.self { return command._commandName }
    for below in command.configuration.subcommands {
      if let words = words(from: below) { return command._commandName + " " + words }
    }
    return nil
  }

  mutating func run() async throws {
    do {
      try check()
      try await answer()
    } catch let failure as Failure {
      Console.fail(failure.message)
      throw failure.exitCode
    } catch let wrong as ValidationError {
      let words = Self.words(from: Cdograph.self) ?? "cdograph"
      Console.fail("\(wrong.message)\n  See '\(words) --help' for more information.")
      throw ExitCode.validationFailure
    }
  }
}

extension Workspace {
  /// The node that a name means; says on standard error which one was taken where others have the name too.
  func resolve(_ name: String, among labels: [Label] = [], _ language: Language) throws -> NodeID {
    do throws(NameError) {
      let found = try node(named: name, among: labels)
      if !found.others.isEmpty {
        let others = found.others.prefix(3).map { title(of: $0, language) }.joined(separator: "; ")
        Console.warn("'\(name)' taken as \(title(of: found.node, language)); also: \(others)")
      }
      if found.isReading { Console.warn("'\(name)' taken as \(title(of: found.node, language))") }
      return found.node
    } catch {
      throw Failure(exitCode: .data, error.message(in: self, language))
    }
  }
}
