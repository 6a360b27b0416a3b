import GraphModel

/// The values of up to 512 neighbouring elements for one key.
///
/// One array is in use at a time. A struct and not an enum with payloads: arrays inside a payload would be copied at each change.
struct PropertyChunk: Sendable {
  /// What the values are.
  private enum Kind {
    /// Nobody has a value.
    case empty
    case integers
    case floats
    /// Texts, by their numbers in the column's table.
    case symbols
    /// Values of any types.
    case values
  }

  static var shift: Int { 9 }
  static var length: Int { 1 << shift }
  static var mask: Int { length - 1 }

  private var kind = Kind.empty
  /// Which elements have a value, one bit for each.
  private var presence = SIMD8<UInt64>.zero
  /// The bits of integers and floating-point numbers.
  private var words: [UInt64] = []
  private var symbols: [UInt16] = []
  private var values: [Value] = []

  /// The value of an element.
  @inline(__always)
  func value(_ position: Int, _ table: borrowing SymbolTable) -> Value? {
    guard isPresent(position) else { return nil }
    switch kind {
    case .empty: return nil
    case .integers: return .integer(Int64(bitPattern: words[position]))
    case .floats: return .float(Double(bitPattern: words[position]))
    case .symbols: return .string(table.texts[Int(symbols[position])])
    case .values: return values[position]
    }
  }

  /// Lends the values of some elements.
  ///
  /// - Parameters:
  ///   - ids: The numbers of the elements, all of this chunk.
  ///   - first: The place of the first of them among those that were asked for.
  ///   - table: The column's texts.
  func withValues(
    of ids: UnsafeBufferPointer<UInt32>, from first: Int, _ table: borrowing SymbolTable, _ body: (ValueRun) -> Void
  ) {
    withUnsafeBytes(of: presence) { presence in
      guard let presence = presence.baseAddress?.assumingMemoryBound(to: UInt64.self) else { return }
      func lend(_ values: ValueRun.Values) {
        body(ValueRun(values, of: ids, from: first, mask: Self.mask, presence: presence))
      }
      switch kind {
      case .empty: break
      case .integers:
        words.withUnsafeBufferPointer { $0.withMemoryRebound(to: Int64.self) { lend(.integers($0)) } }
      case .floats: words.withUnsafeBufferPointer { $0.withMemoryRebound(to: Double.self) { lend(.floats($0)) } }
      case .symbols:
        symbols.withUnsafeBufferPointer { symbols in
          table.texts.withUnsafeBufferPointer { lend(.texts(numbers: symbols, $0)) }
        }
      case .values: values.withUnsafeBufferPointer { lend(.any($0)) }
      }
    }
  }

  /// Whether no element has had a value.
  var isEmpty: Bool { kind == .empty }

  /// Whether an element has a value.
  @inline(__always)
  func isPresent(_ position: Int) -> Bool { presence[position >> 6] & (1 << UInt64(position & 63)) != 0 }

  /// Gives an element a value, or takes it away.
  ///
  /// - Complexity: O(1); O(512) when the chunk is shared with a copy, or changes its kind because a value of another type arrives.
  mutating func set(_ value: Value?, at position: Int, _ table: inout SymbolTable) {
    guard let value else {
      presence[position >> 6] &= ~(1 << UInt64(position & 63))
      if kind == .values { values[position] = .null }
      return
    }
    if kind == .empty { begin(with: value, &table) }
    if !store(value, at: position, &table) {
      let mixed = (0..<Self.length).map { self.value($0, table) ?? .null }
      kind = .values
      (words, symbols, values) = ([], [], mixed)
      values[position] = value
    }
    presence[position >> 6] |= 1 << UInt64(position & 63)
  }

  /// The kind of chunk that suits the first value.
  private mutating func begin(with value: Value, _ table: inout SymbolTable) {
    switch value {
    case .integer: kind = .integers
    case .float: kind = .floats
    case .string(let text): kind = table.number(of: text) != nil ? .symbols : .values
    default: kind = .values
    }
    switch kind {
    case .empty: break
    case .integers, .floats: words = Array(repeating: 0, count: Self.length)
    case .symbols: symbols = Array(repeating: 0, count: Self.length)
    case .values: values = Array(repeating: .null, count: Self.length)
    }
  }

  /// Puts a value in its place; `false` when this kind of chunk cannot hold it.
  private mutating func store(_ value: Value, at position: Int, _ table: inout SymbolTable) -> Bool {
    switch kind {
    case .empty: return false
    case .integers:
      guard case .integer(let number) = value else { return false }
      words[position] = UInt64(bitPattern: number)
    case .floats:
      guard case .float(let number) = value else { return false }
      words[position] = number.bitPattern
    case .symbols:
      guard case .string(let text) = value, let number = table.number(of: text) else { return false }
      symbols[position] = number
    case .values: values[position] = value
    }
    return true
  }

  /// The bytes that the chunk takes, its longer texts and lists included.
  var footprint: Int {
    let own = MemoryLayout<PropertyChunk>.stride + (kind == .empty ? 0 : 32)
    return values.reduce(own + words.count * 8 + symbols.count * 2 + values.count * MemoryLayout<Value>.stride) {
      switch $1 {
      case .string(let text): $0 + (text.utf8.count > 15 ? text.utf8.count + 32 : 0)
      case .list(let items): $0 + 32 + items.count * MemoryLayout<Value>.stride
      default: $0
      }
    }
  }
}
