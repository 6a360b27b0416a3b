import GraphModel

/// The texts of neighbouring elements, made column by column and handed out row by row.
///
/// What the values of a column have in common is looked up once for some hundred of them, and a text that several elements have is made
/// once.
struct Cells: ~Copyable {
  /// Where a text lies; empty where the element has none.
  private struct Span {
    var start = 0
    var count = 0
  }

  /// All texts behind one another.
  private var texts = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
  private var textCount = 0
  private var rowCount = 0
  /// The spans of one column behind those of another; some more than are in use.
  private var spans = UnsafeMutableBufferPointer<Span>.allocate(capacity: 0)
  /// How many spans lie between those of neighbouring columns. The spans of a row would share one place of the processor's cache if this
  /// were a power of two.
  private var columnStride = 0
  /// The bytes of each row.
  private var widths = UnsafeMutableBufferPointer<Int>.allocate(capacity: 0)
  private var columnCount = 0
  /// How many of the column's spans are set.
  private var filled = 0
  private var isColumnEmpty = false
  /// The texts of the column that have been made, by their numbers.
  private var known: [Span] = []
  private var knownNumbers: [Int] = []
  /// Whether the format could not hold all of the text that was made last.
  private var isLossy = false
  /// Where a text is made whose length is not known before.
  private var sink = TextSink { _, _ in }

  deinit {
    texts.deallocate()
    spans.deallocate()
    widths.deallocate()
  }

  /// Begins anew, for a number of elements; the memory is kept.
  mutating func begin(rows: Int) {
    forgetTexts()
    sink.clear()
    (textCount, columnCount, filled, isColumnEmpty) = (0, 0, rows, false)
    (rowCount, columnStride) = (rows, rows + 8)
    widths = Self.enlarged(widths, to: rows, 0)
    widths.update(repeating: 0)
  }

  /// Goes on with the next column.
  mutating func beginColumn() {
    forgetTexts()
    // A column without texts is used for the next one.
    guard !isColumnEmpty else { return }
    fill(to: rowCount)
    (columnCount, filled, isColumnEmpty) = (columnCount + 1, 0, true)
    spans = Self.enlarged(spans, to: columnCount * columnStride, Span())
  }

  /// Elements that were passed over have no text.
  @inline(__always)
  private mutating func fill(to row: Int) {
    while filled < row {
      spans[(columnCount - 1) * columnStride + filled] = Span()
      filled += 1
    }
  }

  /// A buffer of at least a length, with what was in it; the old one is gone.
  private static func enlarged<Element>(
    _ buffer: UnsafeMutableBufferPointer<Element>, to count: Int, _ filler: Element
  ) -> UnsafeMutableBufferPointer<Element> {
    guard buffer.count < count else { return buffer }
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, 2 * buffer.count))
    _ = larger.moveInitialize(fromContentsOf: buffer)
    larger[buffer.count...].initialize(repeating: filler)
    buffer.deallocate()
    return larger
  }

  private mutating func forgetTexts() {
    for number in knownNumbers { known[number] = Span() }
    knownNumbers.removeAll(keepingCapacity: true)
  }

  /// Adds the text of an element.
  ///
  /// - Parameters:
  ///   - most: The most bytes that it takes.
  ///   - write: Writes it, with up to ``ByteBuffer/slack`` bytes behind it that do not count, and says how many bytes it took.
  @inline(__always)
  mutating func add(_ row: Int, atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if texts.count - textCount < most + ByteBuffer.slack { grow(most) }
    guard let start = texts.baseAddress else { return }
    let count = write(start + textCount)
    set(row, Span(start: textCount, count: count))
    textCount += count
    isLossy = false
  }

  @inline(never)
  private mutating func grow(_ most: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(textCount + most + ByteBuffer.slack, 2 * texts.count))
    _ = larger.update(fromContentsOf: texts[..<textCount])
    texts.deallocate()
    texts = larger
  }

  /// Adds the text of an element, of any length.
  @inline(never)
  mutating func add(_ row: Int, _ make: (inout TextSink) -> Void) {
    let remarks = sink.remarks
    sink.clear()
    sink.remarks = remarks
    make(&sink)
    isLossy = sink.remarks != remarks
    let count = sink.buffer.count
    if texts.count - textCount < count + ByteBuffer.slack { grow(count) }
    UnsafeMutableBufferPointer(rebasing: texts[textCount...]).baseAddress.map { target in
      sink.buffer.bytes.withUnsafeBufferPointer { bytes in
        if let source = bytes.baseAddress { target.update(from: source, count: count) }
      }
    }
    set(row, Span(start: textCount, count: count))
    textCount += count
  }

  /// Adds the text that has a number, where an element of this column has had it before.
  @inline(__always)
  mutating func addKnown(_ row: Int, _ number: Int) -> Bool {
    guard number < known.count, known[number].count > 0 else { return false }
    set(row, known[number])
    return true
  }

  /// Gives the text that was added last a number.
  @inline(__always)
  mutating func number(_ row: Int, _ number: Int) {
    // Of a text that loses something each use is counted, so that it is made each time.
    guard !isLossy else { return }
    if number >= known.count { known += Array(repeating: Span(), count: max(number + 1 - known.count, known.count)) }
    known[number] = spans[(columnCount - 1) * columnStride + row]
    knownNumbers.append(number)
  }

  /// - Precondition: The rows of a column ascend.
  @inline(__always)
  private mutating func set(_ row: Int, _ span: Span) {
    fill(to: row)
    spans[(columnCount - 1) * columnStride + row] = span
    filled = row + 1
    widths[row] += span.count
    isColumnEmpty = false
  }

  /// Writes the texts row by row.
  ///
  /// - Parameter rowEnd: What stands behind each row.
  mutating func write(to sink: inout TextSink, rowEnd: ShortText) {
    fill(to: rowCount)
    guard let texts = texts.baseAddress, let spans = spans.baseAddress else { return }
    let room = widths[..<rowCount].reduce(0) { $0 + $1 + ByteBuffer.slack }
    sink.append(atMost: room) { target in
      var end = target
      for row in 0..<rowCount {
        for column in 0..<columnCount {
          let span = spans[column * columnStride + row]
          ByteBuffer.copy(texts + span.start, span.count, to: end)
          end += span.count
        }
        end += rowEnd.write(at: end)
      }
      return end - target
    }
    sink.remarks.note(self.sink.remarks)
  }
}
