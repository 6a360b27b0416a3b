internal import CPrefetch

/// The values that some elements have for one property, as they lie in memory, so that what holds for all of them is looked up once.
///
/// A run is lent: it may be used until the function returns that was called with it.
///
/// ```swift
/// graph.withValues(of: "population", .node, in: 0..<graph.nodeCount) { run in
///   if case .integers(let numbers) = run.values { run.visit { place, position in sum += numbers[position] } }
/// }
/// ```
public struct ValueRun {
  /// Values of one type, or of any types.
  public enum Values {
    /// Integers.
    case integers(UnsafeBufferPointer<Int64>)
    /// Floating-point numbers.
    case floats(UnsafeBufferPointer<Double>)
    /// Texts, by their numbers in a table, so that a text which many elements have is looked at once. All runs of one property that have a
    /// table have the same.
    case texts(numbers: UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<String>)
    /// Values of any types.
    case any(UnsafeBufferPointer<Value>)
  }

  /// The values, by the positions that ``visit(_:)`` gives.
  public let values: Values
  @usableFromInline let first: Int
  @usableFromInline let elements: UnsafeBufferPointer<UInt32>
  @usableFromInline let mask: Int
  @usableFromInline let presence: UnsafePointer<UInt64>

  /// Describes values where they lie.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - elements: The numbers of the elements; the low bits of each are the position of its value.
  ///   - first: The place of the first of the elements among those that were asked for.
  ///   - mask: Those low bits.
  ///   - presence: One bit for each position: whether there is a value.
  @inlinable
  public init(
    _ values: Values, of elements: UnsafeBufferPointer<UInt32>, from first: Int, mask: Int,
    presence: UnsafePointer<UInt64>
  ) {
    (self.values, self.elements, self.first) = (values, elements, first)
    (self.mask, self.presence) = (mask, presence)
  }

  /// Hands over, for each element that has a value, its place among those that were asked for and the position of the value; in order.
  @inlinable @inline(__always)
  public func visit(_ body: (_ place: Int, _ position: Int) -> Void) {
    for place in 0..<elements.count {
      let position = Int(elements[place]) & mask
      if presence[position >> 6] >> UInt64(position & 63) & 1 != 0 { body(first + place, position) }
    }
  }

  /// Brings the bytes of texts closer, all at once: they lie all over the memory, and waiting for one after another takes longer than what
  /// is done with them. For whoever looks at all texts next.
  ///
  /// A longer text is the address of its bytes in the low bits of its second word. Nobody promises that; where it is otherwise, nothing is
  /// gained, and nothing changes.
  public func fetchTexts() {
    switch values {
    case .integers, .floats: return
    case .texts(let numbers, let texts):
      guard let start = UnsafeRawPointer(texts.baseAddress) else { return }
      for element in elements {
        Self.fetchText(start + Int(numbers[Int(element) & mask]) * MemoryLayout<String>.stride)
      }
    case .any(let values):
      guard let start = UnsafeRawPointer(values.baseAddress) else { return }
      for element in elements { Self.fetchText(start + (Int(element) & mask) * MemoryLayout<Value>.stride) }
    }
  }

  @inline(__always)
  private static func fetchText(_ text: UnsafeRawPointer) {
    let word = text.load(fromByteOffset: MemoryLayout<UInt>.size, as: UInt.self)
    guard let bytes = UnsafeRawPointer(bitPattern: word & 0x00FF_FFFF_FFFF_FFFF) else { return }
    cprefetch(bytes)
    // The bytes begin at 32, so that they may lie in the next line.
    cprefetch(bytes + 48)
  }

  /// The position of the first value; `nil` where no element has one.
  public var firstPosition: Int? {
    for element in elements {
      let position = Int(element) & mask
      if presence[position >> 6] >> UInt64(position & 63) & 1 != 0 { return position }
    }
    return nil
  }
}

extension ValueRun {
  /// Lends values that lie in no store, some hundred at a time.
  ///
  /// - Parameters:
  ///   - positions: The elements.
  ///   - value: The value of an element; `nil` where it has none. Asked once for each, in order.
  /// - Complexity: O(elements), with little memory.
  public static func lend(_ positions: Range<Int>, _ value: (Int) -> Value?, _ body: (ValueRun) -> Void) {
    for start in stride(from: positions.lowerBound, to: positions.upperBound, by: 512) {
      let values = (start..<min(positions.upperBound, start + 512)).map(value)
      lend(values, from: start - positions.lowerBound, body)
    }
  }

  private static func lend(_ values: [Value?], from first: Int, _ body: (ValueRun) -> Void) {
    var presence = [UInt64](repeating: 0, count: values.count / 64 + 1)
    for (place, value) in values.enumerated() where value != nil { presence[place >> 6] |= 1 << UInt64(place & 63) }
    let (elements, known) = (values.indices.map { UInt32($0) }, values.map { $0 ?? .null })
    presence.withUnsafeBufferPointer { presence in
      guard let presence = presence.baseAddress else { return }
      elements.withUnsafeBufferPointer { elements in
        known.withUnsafeBufferPointer {
          body(ValueRun(.any($0), of: elements, from: first, mask: ~0, presence: presence))
        }
      }
    }
  }
}
