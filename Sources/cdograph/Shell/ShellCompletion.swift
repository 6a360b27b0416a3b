import KnowledgeGraph

/// Finds what the word before the cursor can become.
@MainActor
struct ShellCompletion {
  let commands: [ShellCommand]
  let context: any ShellContext
  /// Whether a statement has been begun on earlier lines.
  var draft = StatementDraft()

  private func isStatement(_ line: String) -> Bool {
    let word = line.drop(while: \.isWhitespace).prefix { $0.isLetter }
    guard word.count < line.drop(while: \.isWhitespace).count else { return false }
    return StatementShell.isStatement(String(word)) && !commands.contains { $0.isCalled(by: String(word)) }
  }

  /// Nil when there is nothing to offer.
  func answer(_ line: String, at cursor: String.Index) -> LineCompletion? {
    if let statements = context.statements, draft.isOpen() || isStatement(line) {
      let completion = StatementCompletion(
        context: context, vocabulary: QueryVocabulary(of: statements.graph),
        parameters: statements.parameters.keys.sorted())
      return completion.answer(line, at: cursor)
    }
    let scan = CommandLineScan(line[..<cursor])
    var before = scan.words
    let word = scan.endsInsideWord ? before.removeLast() : CommandLineWord(text: "", start: cursor)
    guard let called = before.first?.text else {
      return LineCompletion(of: word, candidates: commandNames(for: word.text), folded: context.folded)
    }
    guard let command = commands.called(by: called) else { return nil }
    return answer(word, after: before.dropFirst().map(\.text), of: command)
  }

  /// Completes a word among the arguments of a command.
  private func answer(
    _ word: CommandLineWord, after arguments: [String], of command: ShellCommand
  ) -> LineCompletion? {
    if let option = arguments.last.flatMap({ command.option($0) }), let value = option.value {
      return complete(word, as: value)
    }
    guard word.text.hasPrefix("-"), word.quotation == nil, !arguments.contains("--") else {
      return command.meaning(ofArgumentAfter: arguments).flatMap { complete(word, as: $0) }
    }
    let spellings = command.options.flatMap(\.names).filter { $0.hasPrefix("--") }
    return LineCompletion(of: word, candidates: beginning(with: word.text, spellings), folded: context.folded)
  }

  private func complete(_ word: CommandLineWord, as meaning: WordMeaning) -> LineCompletion? {
    let candidates =
      switch meaning {
      case .name(let kinds): context.names(startingWith: word.text, kinds: kinds)
      case .choice(let choices): beginning(with: word.text, choices)
      case .command: beginning(with: word.text, commands.map(\.typed)) + ownNames(for: word.text)
      case .anything: [String]()
      }
    return LineCompletion(of: word, candidates: candidates, folded: context.folded)
  }

  /// With a colon every command can be called, without one not those of the shell itself: those are offered, with
  /// their colon, as long as nothing is typed.
  private func commandNames(for typed: String) -> [String] {
    guard typed.hasPrefix(":") else { return beginning(with: typed, commands.map(\.typed)) }
    let own = Set(commands.map(\.typed))
    // A name that the shell and the program have is offered once.
    let names = commands.filter { $0.needsColon || !own.contains(":" + $0.name) }.map { ":" + $0.name }
    return beginning(with: typed, names)
  }

  /// After `:help` the name of a command of the shell is known by its name alone.
  private func ownNames(for typed: String) -> [String] {
    typed.isEmpty ? [] : beginning(with: typed, commands.filter(\.needsColon).map(\.name))
  }

  private func beginning(with typed: String, _ candidates: [String]) -> [String] {
    let wanted = context.folded(typed)
    return candidates.filter { context.folded($0).hasPrefix(wanted) }
  }
}

extension ShellCommand {
  fileprivate func option(_ word: String) -> CommandOption? { options.first { $0.names.contains(word) } }

  /// What the next positional word means; nil when there is no room for one.
  fileprivate func meaning(ofArgumentAfter words: [String]) -> WordMeaning? {
    var position = 0
    var isValue = false
    for word in words {
      if isValue {
        isValue = false
      } else if let option = option(word) {
        isValue = option.value != nil
      } else if !word.hasPrefix("-") || word == "-" {
        position += 1
      }
    }
    if position < arguments.count { return arguments[position] }
    return repeatsLastArgument ? arguments.last : nil
  }
}

/// What the loop tells completion: whether it waits for the rest of a statement.
@MainActor
final class StatementDraft {
  var text = ""

  func isOpen() -> Bool { !text.isEmpty }
}
