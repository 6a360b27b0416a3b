import Dispatch
import Foundation

/// One line on the terminal's standard error that says what takes so long, from the second second on; gone when it is done.
struct ProgressLine: ~Copyable {
  /// Signalled when the work is done; `nil` where nothing is shown.
  private let done: DispatchSemaphore?
  private let gone = DispatchSemaphore(value: 0)

  /// Begins to wait; nothing is ever shown where standard error is no terminal.
  init(_ what: String) {
    guard isatty(STDERR_FILENO) == 1 else {
      done = nil
      return
    }
    let (done, gone) = (DispatchSemaphore(value: 0), gone)
    self.done = done
    // A thread of its own: the work may keep every other one busy.
    Thread.detachNewThread {
      let clock = ContinuousClock()
      let start = clock.now
      var (pause, isShown) = (1.0, false)
      while done.wait(timeout: .now() + pause) == .timedOut {
        Console.write("\r\u{1B}[K\(what) … \((clock.now - start).components.seconds) s (^C)")
        (pause, isShown) = (0.5, true)
      }
      if isShown { Console.write("\r\u{1B}[K") }
      gone.signal()
    }
  }

  /// Takes the line away.
  consuming func finish() {
    guard let done else { return }
    done.signal()
    gone.wait()
  }

  /// Does something that may take long.
  static func during<Answer>(_ what: String, _ work: () throws -> Answer) rethrows -> Answer {
    let line = ProgressLine(what)
    do {
      let answer = try work()
      line.finish()
      return answer
    } catch {
      line.finish()
      throw error
    }
  }
}
