import CLineEditing

/// Lines typed at a terminal, with editing, history keys and completion by libedit.
///
/// There can be one at a time: libedit's terminal and signal handlers are the process's.
@MainActor
final class LineEditor: LineReading {
  typealias Completer = @MainActor (_ line: String, _ cursor: String.Index) -> LineCompletion?

  private let editor: OpaquePointer
  private let completer: Completer
  private var prompt = ""

  /// Nil when there is no memory for it or the system has no UTF-8 locale.
  init?(program: String, history: [String], completer: @escaping Completer) {
    guard let editor = cle_open(program, Int32(History.limit)) else { return nil }
    self.editor = editor
    self.completer = completer
    for entry in history { cle_remember(editor, entry) }
    let context = Unmanaged.passUnretained(self).toOpaque()
    cle_set_completion(
      editor,
      { context, line, cursor in
        guard let context else { return }
        let asked = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        let text = String(cString: line)
        // Called from within `readLine`, so on the main actor.
        MainActor.assumeIsolated { asked.complete(text, at: cursor) }
      }, context)
  }

  isolated deinit { cle_close(editor) }

  func readLine(prompt: String) -> LineInput {
    self.prompt = prompt
    var length = 0
    var outcome = cle_outcome.end
    let line = cle_read(editor, prompt, &length, &outcome)
    switch outcome {
    case .interrupted: return .interrupted
    case .line:
      let bytes = UnsafeRawBufferPointer(start: line, count: length)
      return .line(String(decoding: bytes, as: UTF8.self))
    case .end: return .endOfInput
    }
  }

  func remember(_ entry: String) { cle_remember(editor, entry) }

  // MARK: Completion

  private func complete(_ line: String, at offset: Int) {
    // libedit's cursor stands between code points, which need not be between what Swift counts as characters.
    let cursor = line.utf8.index(line.startIndex, offsetBy: offset)
    guard let completion = completer(line, cursor) else { return }
    switch completion.effect {
    case .replace(let text):
      cle_replace_before_cursor(editor, line.utf8.distance(from: line.startIndex, to: completion.start), text)
    case .show(let candidates):
      cle_show_below(editor, listing(of: candidates, below: line, cursor: cursor))
    }
  }

  /// The candidates, set between as many line feeds as keep them clear of a line that fills several rows: libedit
  /// draws it again from the row where it believes its beginning to be.
  private func listing(of candidates: [String], below line: String, cursor: String.Index) -> String {
    let width = Terminal.standardOutput.windowWidth ?? 80
    let start = displayWidth(prompt)
    let cursorRow = (start + displayWidth(line[..<cursor])) / width
    let lastRow = (start + displayWidth(line)) / width
    let shown = columnListing(of: LineCompletion.excerpt(of: candidates, Console.language), width: width)
    return String(repeating: "\n", count: lastRow - cursorRow + 1) + shown + String(repeating: "\n", count: cursorRow)
  }
}
