import GraphModel

/// Bytes that are added at the end, for text in small pieces.
///
/// The array behind is longer than what has been added, so that a piece costs a comparison and a copy.
struct ByteBuffer {
  private var storage: [UInt8] = []
  /// How many bytes have been added.
  private(set) var count = 0

  /// What has been added.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    storage[count] = byte
    count += 1
  }

  /// Adds bytes.
  @inline(__always)
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    storage.withUnsafeMutableBufferPointer { storage in
      if let target = storage.baseAddress { (target + count).update(from: source, count: bytes.count) }
    }
    count += bytes.count
  }

  /// Lets others write some bytes.
  ///
  /// - Parameters:
  ///   - most: How many at most.
  ///   - write: Writes them from the address on and says how many they were.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    makeRoom(most)
    storage.withUnsafeMutableBufferPointer { storage in
      if let target = storage.baseAddress { count += write(target + count) }
    }
  }

  /// Adds the bytes of a text.
  @inline(__always)
  mutating func append(_ text: String) {
    text.lendUTF8 { append(contentsOf: $0) }
  }

  /// Forgets what has been added and keeps the memory.
  mutating func removeAll() { count = 0 }

  /// What may be read and written behind the last byte that counts, so that short texts are copied as whole vectors.
  static let slack = 32

  /// Copies bytes of a buffer into another one, with up to ``slack`` bytes behind them.
  @inline(__always)
  static func copy(_ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>) {
    let (source, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    var place = 0
    while place < count {
      let vector = source.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
      target.storeBytes(of: vector, toByteOffset: place, as: SIMD32<UInt8>.self)
      place += slack
    }
  }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) { if storage.count - count < more + Self.slack { grow(more) } }

  @inline(never)
  private mutating func grow(_ more: Int) {
    var larger = [UInt8](repeating: 0, count: max(count + more + Self.slack, 2 * storage.count, 1 << 16))
    larger.withUnsafeMutableBufferPointer { _ = $0.update(fromContentsOf: storage[..<count]) }
    storage = larger
  }
}
