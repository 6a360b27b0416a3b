import Dispatch
import Foundation

/// Takes text and hands it on in chunks of bytes, so that a file is never held as a whole.
public struct TextSink {
  private static let chunk = 1 << 18
  private(set) var buffer: [UInt8] = []
  private let receive: (Int, [UInt8]) throws -> Void
  private var part = 0
  /// What the format could not hold.
  public var remarks = Remarks()

  /// Starts a text.
  ///
  /// - Parameter receive: Called with the number of the file, from 0, and each chunk for it, in order.
  public init(_ receive: @escaping (Int, [UInt8]) throws -> Void) { self.receive = receive }

  /// Adds text.
  mutating func write(_ text: String) throws {
    append(text)
    try flushIfFull()
  }

  /// Adds bytes.
  mutating func write(_ bytes: [UInt8]) throws {
    if bytes.count < TextSink.chunk {
      buffer.append(contentsOf: bytes)
      try flushIfFull()
    } else {
      // What is large already is handed on as it is.
      try flush()
      try receive(part, bytes)
    }
  }

  /// Adds text without handing anything on: for a few pieces, before ``flushIfFull()``.
  mutating func append(_ text: String) { buffer.append(contentsOf: text.utf8) }

  /// Adds text of the program itself, which lies in memory as it is.
  mutating func append(literal text: StaticString) {
    buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds bytes that are at hand, without handing anything on.
  mutating func append(bytes: [UInt8]) { buffer.append(contentsOf: bytes) }

  /// Adds an integer in decimal digits.
  mutating func append(integer: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (integer.magnitude, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if integer < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Adds a character of ASCII.
  mutating func append(_ byte: UInt8) { buffer.append(byte) }

  /// Lets others write into the bytes.
  mutating func append(_ body: (inout [UInt8], inout Remarks) -> Void) { body(&buffer, &remarks) }

  /// Hands on what has gathered, if it is much.
  mutating func flushIfFull() throws { if buffer.count >= TextSink.chunk { try flush() } }

  /// Forgets what has gathered.
  mutating func clear() {
    buffer.removeAll(keepingCapacity: true)
    remarks = Remarks()
  }

  /// Goes on with another file.
  mutating func begin(part: Int) throws {
    try flush()
    self.part = part
  }

  /// Hands on what is left.
  mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try receive(part, buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension TextSink {
  /// Adds a number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 10 {
      append(UInt8(ascii: "0") + UInt8(number))
    } else {
      append(String(number))
    }
  }

  /// Writes elements one after another; large parts are put into text side by side and joined in order.
  ///
  /// - Parameter element: Adds the text of the element at a position; called from several threads at once.
  mutating func writeInOrder(_ count: Int, _ element: @Sendable (Int, inout TextSink) -> Void) throws {
    guard count > 0 else { return }
    // A round is long enough to be worth its threads and short enough to be held; all are of one length, so that the last does
    // not leave a thread without work.
    let longest = 4096
    let width = min(ProcessInfo.processInfo.activeProcessorCount, (count + longest - 1) / longest)
    let rounds = (count + width * longest - 1) / (width * longest)
    let chunk = (count + rounds * width - 1) / (rounds * width)
    let parts = (0..<width).map { _ in PartOfText() }
    for first in stride(from: 0, to: count, by: width * chunk) {
      let chunks = min(width, (count - first + chunk - 1) / chunk)
      if chunks == 1 {
        for position in first..<min(count, first + chunk) { element(position, &self) }
      } else {
        DispatchQueue.concurrentPerform(iterations: chunks) { number in
          let begin = first + number * chunk
          parts[number].fill(begin..<min(count, begin + chunk), element)
        }
        for number in 0..<chunks {
          remarks.note(parts[number].sink.remarks)
          try write(parts[number].sink.buffer)
        }
      }
      try flushIfFull()
    }
  }
}

/// The text of some elements; its memory serves one round after another.
///
/// Invariant: one thread fills it, and nobody reads it until that has ended.
private final class PartOfText: @unchecked Sendable {
  private(set) var sink = TextSink { _, _ in }

  func fill(_ positions: Range<Int>, _ element: (Int, inout TextSink) -> Void) {
    sink.clear()
    for position in positions { element(position, &sink) }
  }
}
