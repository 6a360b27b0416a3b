/// A text of at most 32 bytes, which is written at once.
struct ShortText {
  private var bytes = SIMD32<UInt8>()
  private var count = 0

  /// Takes a text; of a longer one nothing more than 32 bytes.
  init(_ text: String) {
    for byte in text.utf8.prefix(bytes.scalarCount) {
      bytes[count] = byte
      count += 1
    }
  }

  /// Writes it, with bytes behind that do not count.
  @inline(__always)
  func write(at target: UnsafeMutablePointer<UInt8>) -> Int {
    UnsafeMutableRawPointer(target).storeBytes(of: bytes, as: SIMD32<UInt8>.self)
    return count
  }
}

extension TextSink {
  /// Adds a short text.
  @inline(__always)
  mutating func append(_ text: ShortText) {
    append(atMost: ByteBuffer.slack) { text.write(at: $0) }
  }
}
