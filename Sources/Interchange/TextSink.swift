/// Takes text and hands it on in chunks of bytes, so that a file is never held as a whole.
public struct TextSink {
  private static let chunk = 1 << 16
  private var buffer: [UInt8] = []
  private let receive: ([UInt8]) throws -> Void
  /// What the format could not hold.
  public var remarks = Remarks()

  /// Starts a text.
  ///
  /// - Parameter receive: Called with each chunk, in order.
  public init(_ receive: @escaping ([UInt8]) throws -> Void) {
    self.receive = receive
    buffer.reserveCapacity(TextSink.chunk + 4096)
  }

  /// Adds text.
  public mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= TextSink.chunk { try flush() }
  }

  /// Hands on what is left.
  public mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try receive(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
