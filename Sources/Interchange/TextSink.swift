/// Takes text and hands it on in chunks of bytes, so that a file is never held as a whole.
public struct TextSink {
  /// What has gathered is handed on from here on.
  private static let chunk = 1 << 18
  /// Text of others is not copied from here on, but handed on as it is.
  private static let large = 1 << 16
  private(set) var buffer = ByteBuffer()
  private let receive: (Int, ArraySlice<UInt8>) throws -> Void
  private var part = 0
  /// What the format could not hold.
  public var remarks = Remarks()

  /// Starts a text.
  ///
  /// - Parameter receive: Called with the number of the file, from 0, and each chunk for it, in order; from any thread, but never from two
  ///   at once.
  public init(_ receive: @escaping (Int, ArraySlice<UInt8>) throws -> Void) { self.receive = receive }

  /// Adds text.
  mutating func write(_ text: String) throws {
    append(text)
    try flushIfFull()
  }

  /// Adds what another one has gathered.
  mutating func write(_ part: borrowing TextSink) throws {
    remarks.note(part.remarks)
    if part.buffer.count < TextSink.large {
      part.buffer.bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
      try flushIfFull()
    } else {
      // What is large already is handed on as it is.
      try flush()
      try receive(self.part, part.buffer.bytes)
    }
  }

  /// Adds text without handing anything on: for a few pieces, before ``flushIfFull()``.
  mutating func append(_ text: String) { buffer.append(text) }

  /// Adds text of the program itself, which lies in memory as it is.
  mutating func append(literal text: StaticString) {
    buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a character of ASCII.
  mutating func append(_ byte: UInt8) { buffer.append(byte) }

  /// Lets others write some bytes.
  ///
  /// - Parameters:
  ///   - most: How many at most.
  ///   - write: Writes them from the address on, with up to ``ByteBuffer/slack`` bytes behind them, and says how many they were.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    buffer.append(atMost: most, write)
  }

  /// Lets others write into the bytes.
  mutating func append(_ body: (inout ByteBuffer, inout Remarks) -> Void) { body(&buffer, &remarks) }

  /// Hands on what has gathered, if it is much.
  mutating func flushIfFull() throws { if buffer.count >= TextSink.chunk { try flush() } }

  /// Forgets what has gathered.
  mutating func clear() {
    buffer.removeAll()
    remarks = Remarks()
  }

  /// Goes on with another file.
  mutating func begin(part: Int) throws {
    try flush()
    self.part = part
  }

  /// Hands on what is left.
  mutating func flush() throws {
    guard buffer.count > 0 else { return }
    try receive(part, buffer.bytes)
    buffer.removeAll()
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
}
