import ArgumentParser
import Foundation

/// What a command declares of itself, as ArgumentParser says it in JSON. Help, the manual page and the shell read this and
/// nothing else, so they cannot disagree.
struct CommandDescription: Decodable, Sendable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandDescription]?
  var arguments: [Argument]?

  /// Nil for a command that does not describe itself, which ArgumentParser knows none of.
  init?(of command: any ParsableCommand.Type) {
    self.init(json: command._dumpHelp())
  }

  init?(json: String) {
    struct Dump: Decodable { var command: CommandDescription }
    guard let dump = try? JSONDecoder().decode(Dump.self, from: Data(json.utf8)) else { return nil }
    self = dump.command
  }

  /// The arguments that help shows.
  var shownArguments: [Argument] { (arguments ?? []).filter { $0.shouldDisplay != false } }

  /// The subcommands that help shows; ArgumentParser adds `help` to each, which only the program itself lists.
  var shownSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  struct Argument: Decodable, Sendable {
    /// "positional", "option" or "flag".
    var kind: String
    var shouldDisplay: Bool?
    var isOptional: Bool?
    var isRepeating: Bool?
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
    /// How many words the option takes; "upToNextOption" for as many as follow.
    var parsingStrategy: String?

    var isPositional: Bool { kind == "positional" }
    var isFlag: Bool { kind == "flag" }
  }

  struct Name: Decodable, Sendable {
    /// "long", "short" or "longWithSingleDash".
    var kind: String
    var name: String

    var spelling: String { (kind == "long" ? "--" : "-") + name }
  }
}
