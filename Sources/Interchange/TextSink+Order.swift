import Dispatch
import Foundation

extension TextSink {
  /// Writes elements one after another; in a large text some threads make parts of it while one hands parts on.
  ///
  /// - Parameter element: Adds the text of the element at a position; called from several threads at once.
  mutating func writeInOrder(_ count: Int, _ element: @Sendable (Int, inout TextSink) -> Void) throws {
    let width = min(ProcessInfo.processInfo.activeProcessorCount, count / OrderedParts.length)
    guard width > 1 else {
      for position in 0..<count {
        element(position, &self)
        try flushIfFull()
      }
      return
    }
    try withUnsafeMutablePointer(to: &self) { sink in
      let parts = OrderedParts(of: count, to: sink)
      DispatchQueue.concurrentPerform(iterations: width) { _ in parts.work(element) }
      if let failure = parts.failure { throw failure }
    }
  }
}

/// The parts of a text that several threads make and hand on in order.
///
/// Invariants: a part is taken by a thread that makes it at once, so that whoever waits for an earlier part waits for a thread that
/// works; the sink is used only by the thread whose part is next.
private final class OrderedParts: @unchecked Sendable {
  /// The elements of a part: its text, some 100 kB, stays near the processor until it is written.
  static let length = 512

  private let count: Int
  private let sink: UnsafeMutablePointer<TextSink>
  private let condition = NSCondition()
  private var taken = 0
  private var written = 0
  /// What went wrong when a part was handed on; no part is handed on after it.
  private(set) var failure: (any Error)?

  init(of count: Int, to sink: UnsafeMutablePointer<TextSink>) {
    self.count = count
    self.sink = sink
  }

  /// Makes parts as long as there are any.
  func work(_ element: (Int, inout TextSink) -> Void) {
    var part = TextSink { _, _ in }
    while let number = take() {
      part.clear()
      let start = number * Self.length
      for position in start..<min(count, start + Self.length) { element(position, &part) }
      handOn(part, number)
    }
  }

  private func take() -> Int? {
    condition.withLock {
      guard failure == nil, taken * Self.length < count else { return nil }
      defer { taken += 1 }
      return taken
    }
  }

  private func handOn(_ part: borrowing TextSink, _ number: Int) {
    let goesOn = condition.withLock {
      while written < number, failure == nil { condition.wait() }
      return failure == nil
    }
    guard goesOn else { return }
    let result = Result { try sink.pointee.write(part) }
    condition.withLock {
      if case .failure(let error) = result { failure = error }
      written += 1
      condition.broadcast()
    }
  }
}
