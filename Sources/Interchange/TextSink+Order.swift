import Dispatch
import Foundation

extension TextSink {
  /// Writes elements one after another; in a large text some threads make parts of it while one hands parts on.
  ///
  /// - Parameter element: Adds the text of the element at a position; called from several threads at once.
  mutating func writeInOrder(_ count: Int, _ element: @escaping @Sendable (Int, inout TextSink) -> Void) throws {
    let section = TextSection<Void>(count: count) { positions, _, sink in
      for position in positions { element(position, &sink) }
    }
    try writeInOrder([section]) {}
  }

  /// Writes sections one after another, each some hundred elements at a time.
  ///
  /// - Parameter scratch: Makes what a thread needs for its parts.
  mutating func writeInOrder<Scratch: ~Copyable>(
    _ sections: [TextSection<Scratch>], _ scratch: @Sendable () -> Scratch
  ) throws {
    let parts = sections.flatMap(\.parts)
    let width = min(ProcessInfo.processInfo.activeProcessorCount, parts.count)
    guard width > 1 else {
      var scratch = scratch()
      for part in parts {
        part.section.make(part.positions, &scratch, &self)
        try flushIfFull()
      }
      return
    }
    try withUnsafeMutablePointer(to: &self) { sink in
      let parts = OrderedParts(parts, width, to: sink)
      DispatchQueue.concurrentPerform(iterations: width) { _ in
        var scratch = scratch()
        parts.work(&scratch)
      }
      if let failure = parts.failure { throw failure }
    }
  }
}

/// A run of elements of one text.
struct TextSection<Scratch: ~Copyable>: Sendable {
  /// The elements of a part: its text, some 100 kB, stays near the processor until it is written.
  private static var length: Int { 512 }

  /// The number of elements.
  let count: Int
  /// Adds the text of the elements at some positions; called from several threads at once, each with a scratch of its own.
  let make: @Sendable (Range<Int>, inout Scratch, inout TextSink) -> Void

  fileprivate var parts: [(section: TextSection, positions: Range<Int>)] {
    stride(from: 0, to: count, by: Self.length).map { (self, $0..<min(count, $0 + Self.length)) }
  }
}

/// The parts of a text that several threads make and one of them hands on in order.
///
/// Whoever has made a part leaves it and makes the next one, unless nobody hands on: then it hands on all that stand in line. So nobody
/// waits for the disk but the one who writes, nor for a part that takes long.
///
/// Invariants: a part is taken by a thread that makes it at once, so that whoever waits for an earlier part waits for a thread that works;
/// the sink is used only by the thread that hands on.
private final class OrderedParts<Scratch: ~Copyable>: @unchecked Sendable {
  /// The parts that may be under way or wait for an earlier one, for the sake of memory: for each thread the one that it makes, and two
  /// that wait.
  private let most: Int

  private final class Part {
    var sink = TextSink { _, _ in }
  }

  private let parts: [(section: TextSection<Scratch>, positions: Range<Int>)]
  private let sink: UnsafeMutablePointer<TextSink>
  private let condition = NSCondition()
  private var taken = 0
  private var written = 0
  private var waiting: [Int: Part] = [:]
  private var isHandingOn = false
  /// Parts that have been handed on, whose memory is used again.
  private var spare: [Part] = []
  /// What went wrong when a part was handed on; no part is handed on after it.
  private(set) var failure: (any Error)?

  init(
    _ parts: [(section: TextSection<Scratch>, positions: Range<Int>)], _ width: Int,
    to sink: UnsafeMutablePointer<TextSink>
  ) {
    self.parts = parts
    most = 3 * width
    self.sink = sink
  }

  /// Makes parts as long as there are any.
  func work(_ scratch: inout Scratch) {
    while let (number, part) = take() {
      part.sink.clear()
      parts[number].section.make(parts[number].positions, &scratch, &part.sink)
      leave(part, number)
    }
  }

  private func take() -> (Int, Part)? {
    condition.withLock {
      while taken >= written + most, failure == nil { condition.wait() }
      guard failure == nil, taken < parts.count else { return nil }
      defer { taken += 1 }
      return (taken, spare.popLast() ?? Part())
    }
  }

  /// Leaves a part, and hands on what stands in line where nobody does.
  private func leave(_ part: Part, _ number: Int) {
    let isMine = condition.withLock {
      waiting[number] = part
      defer { isHandingOn = true }
      return !isHandingOn
    }
    guard isMine else { return }
    while let next = nextInLine() {
      let result = Result { try sink.pointee.write(next.sink) }
      condition.withLock {
        if case .failure(let error) = result { failure = error }
        written += 1
        spare.append(next)
        condition.broadcast()
      }
    }
  }

  /// The part that is to be handed on now; `nil` where it is still made, so that others are to hand it on.
  private func nextInLine() -> Part? {
    condition.withLock {
      let next = failure == nil ? waiting.removeValue(forKey: written) : nil
      isHandingOn = next != nil
      return next
    }
  }
}
