import Foundation

/// One line on the terminal's standard error that says what takes so long, from the second second on; gone when it is done.
struct ProgressLine: ~Copyable {
  private let task: Task<Void, Never>?

  /// Begins to wait; nothing is ever shown where standard error is no terminal.
  init(_ what: String) {
    guard isatty(STDERR_FILENO) == 1 else {
      task = nil
      return
    }
    task = Task.detached {
      let clock = ContinuousClock()
      let start = clock.now
      do {
        try await Task.sleep(for: .seconds(1))
        defer { Console.write("\r\u{1B}[K") }
        while true {
          Console.write("\r\u{1B}[K\(what) … \((clock.now - start).components.seconds) s (^C)")
          try await Task.sleep(for: .milliseconds(500))
        }
      } catch {}
    }
  }

  /// Takes the line away.
  consuming func finish() async {
    task?.cancel()
    await task?.value
  }
}
