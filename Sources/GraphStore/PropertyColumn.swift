import GraphModel

/// The values of one property key, by the position of the node or edge.
///
/// Values stand in chunks of 512; a chunk exists only where one of its elements has a value, because keys belong to labels and the nodes of
/// a label usually lie together. A chunk keeps values of one type without any wrapping; texts that repeat are kept once for the whole
/// column and referred to by number.
struct PropertyColumn: Sendable {
  private var chunks: [PropertyChunk] = []
  private var symbols = SymbolTable()
  /// How many elements have a value.
  private(set) var count = 0

  /// The value of an element; `nil` where it has none.
  ///
  /// - Complexity: O(1).
  subscript(index: Int) -> Value? {
    get {
      let chunk = index >> PropertyChunk.shift
      return chunk < chunks.count ? chunks[chunk].value(index & PropertyChunk.mask, symbols) : nil
    }
    set {
      let chunk = index >> PropertyChunk.shift
      let new = newValue.flatMap { $0.isNull ? nil : $0 }
      if new != nil { while chunks.count <= chunk { chunks.append(PropertyChunk()) } }
      guard chunk < chunks.count else { return }
      let had = chunks[chunk].isPresent(index & PropertyChunk.mask)
      chunks[chunk].set(new, at: index & PropertyChunk.mask, &symbols)
      count += (new == nil ? 0 : 1) - (had ? 1 : 0)
    }
  }

  /// Lends the values of some elements, chunk by chunk.
  ///
  /// - Parameter ids: The numbers of the elements, ascending.
  func withValues(of ids: UnsafeBufferPointer<UInt32>, _ body: (ValueRun) -> Void) {
    chunks.withUnsafeBufferPointer { chunks in
      var first = 0
      while first < ids.count {
        let chunk = Int(ids[first]) >> PropertyChunk.shift
        guard chunk < chunks.count else { return }
        // Neighbours mostly share a chunk.
        var end = ids.count
        if Int(ids[end - 1]) >> PropertyChunk.shift != chunk {
          end = ids[first...].firstIndex { Int($0) >> PropertyChunk.shift != chunk } ?? end
        }
        chunks[chunk].withValues(of: UnsafeBufferPointer(rebasing: ids[first..<end]), from: first, symbols, body)
        first = end
      }
    }
  }

  /// Whether an element of a block of 512 may have a value.
  func hasValues(inBlock block: Int) -> Bool { block < chunks.count && !chunks[block].isEmpty }

  /// The bytes that the column takes, texts of chunks without symbols included.
  var footprint: Int { chunks.reduce(symbols.footprint) { $0 + $1.footprint } }
}

/// The different texts of a column, as long as they are few.
struct SymbolTable: Sendable {
  /// Columns with more different texts, such as names, keep the texts themselves from there on.
  private static let limit = 4096

  private(set) var texts: [String] = []
  private var numbers: [ExactText: UInt16] = [:]

  /// The number of a text, new or known; `nil` when the table is full. Texts are told apart by their code points, as they are given back.
  mutating func number(of text: String) -> UInt16? {
    let exact = ExactText(text)
    // Comparing a few short texts is quicker than hashing one.
    if texts.count <= 8 {
      if let position = texts.firstIndex(where: { ExactText($0) == exact }) { return UInt16(position) }
    } else if let number = numbers[exact] {
      return number
    }
    guard texts.count < Self.limit else { return nil }
    let number = UInt16(texts.count)
    texts.append(text)
    numbers[exact] = number
    return number
  }

  var footprint: Int { texts.reduce(0) { $0 + 64 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) } }
}

/// The columns of all keys, numbered by the interner.
struct PropertyTable: Sendable {
  private(set) var columns: [PropertyColumn] = []

  func value(_ key: UInt16, _ index: Int) -> Value? {
    Int(key) < columns.count ? columns[Int(key)][index] : nil
  }

  /// Lends the values of some elements, ascending; the column is not copied for it.
  func withValues(_ key: UInt16, of ids: UnsafeBufferPointer<UInt32>, _ body: (ValueRun) -> Void) {
    // A key that only edges have has no column among nodes, and the other way round.
    guard Int(key) < columns.count else { return }
    columns.withUnsafeBufferPointer { $0[Int(key)].withValues(of: ids, body) }
  }

  mutating func set(_ value: Value?, _ key: UInt16, _ index: Int) {
    while columns.count <= Int(key) { columns.append(PropertyColumn()) }
    columns[Int(key)][index] = value
  }

  /// All values of one element, sorted by the names of their keys.
  func all(_ index: Int, _ keys: Interner) -> [(key: PropertyKey, value: Value)] {
    var found: [(key: PropertyKey, value: Value)] = []
    for (token, column) in columns.enumerated() {
      if let value = column[index] { found.append((PropertyKey(keys.name(of: UInt16(token))), value)) }
    }
    return found.sorted { $0.key < $1.key }
  }

  mutating func removeAll(_ index: Int) {
    for token in columns.indices { columns[token][index] = nil }
  }

  /// The numbers of the keys that elements of each block may have, ascending.
  func keysOfBlocks(_ bound: Int) -> [[UInt16]] {
    (0..<(bound + PropertyChunk.mask) >> PropertyChunk.shift).map { block in
      columns.indices.filter { columns[$0].hasValues(inBlock: block) }.map { UInt16($0) }
    }
  }

  /// The bytes that all columns take.
  var footprint: Int { columns.reduce(0) { $0 + $1.footprint } }
}
