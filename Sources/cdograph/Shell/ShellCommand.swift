import GraphModel

/// Something that can be typed in the shell. Help, completion and suggestions read these values and nothing else.
struct ShellCommand: Sendable {
  typealias Body = @MainActor @Sendable (inout ShellSession, [String]) async -> ShellOutcome

  /// Without the colon.
  var name: String
  var aliases: [String] = []
  /// Whether only the form with a colon is a command. Commands of the shell itself need it, so that no word of the
  /// query language can be taken for one of them.
  var needsColon: Bool
  /// Whether all that follows the name is one argument, as it is typed.
  var takesRestOfLine = false
  var usage: Wording
  var summary: Wording
  /// More than usage and summary, for a width in columns; nil when there is no more to say.
  var manual: (@Sendable (_ width: Int) -> String)?
  /// What the positional words are, in order; the last stands for all that follow when `repeatsLastArgument`.
  var arguments: [WordMeaning] = []
  var repeatsLastArgument = false
  var options: [CommandOption] = []
  var run: Body

  /// The name as it is to be typed.
  var typed: String { needsColon ? ":" + name : name }

  /// Whether a word, with or without its colon, calls this command.
  func isCalled(by word: String) -> Bool {
    let hasColon = word.hasPrefix(":")
    guard hasColon || !needsColon else { return false }
    let bare = hasColon ? String(word.dropFirst()) : word
    return bare == name || aliases.contains(bare)
  }
}

extension [ShellCommand] {
  /// The command that a word calls: the one that is typed like this, so that `:explain` is the shell's own although the
  /// program has an `explain`, or else one that can be called so.
  func called(by word: String) -> ShellCommand? {
    first { $0.typed == word } ?? first { $0.isCalled(by: word) }
  }
}

/// An option of a command.
struct CommandOption: Sendable, Equatable {
  /// All spellings with their dashes, such as `--output` and `-o`.
  var names: [String]
  /// What the value is; nil for a flag, which has none.
  var value: WordMeaning?
}

/// What a word stands for, as far as completion is concerned.
enum WordMeaning: Sendable, Equatable {
  case name(Set<NameKind>)
  case choice([String])
  case command
  /// Nothing that the shell could offer.
  case anything
}

/// What running a command means for the shell.
enum ShellOutcome: Sendable, Equatable {
  case done(exitCode: Int32)
  case leave
}
