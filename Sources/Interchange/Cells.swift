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

  private var rows = 0
  /// All texts behind one another.
  private var texts = TextSink { _, _ in }
  /// The spans of one column behind those of another; some more than are in use.
  private var spans = UnsafeMutableBufferPointer<Span>.allocate(capacity: 0)
  /// The bytes of each row.
  private var widths = UnsafeMutableBufferPointer<Int>.allocate(capacity: 0)
  private var columnCount = 0
  private var isColumnEmpty = false
  /// The texts of the column that have been made, by their numbers.
  private var known: [Span] = []
  private var knownNumbers: [Int] = []

  deinit {
    spans.deallocate()
    widths.deallocate()
  }

  /// Begins anew, for a number of elements; the memory is kept.
  mutating func begin(rows: Int) {
    forgetTexts()
    texts.clear()
    self.rows = rows
    columnCount = 0
    isColumnEmpty = false
    widths = Self.enlarged(widths, to: rows, 0)
    widths.update(repeating: 0)
  }

  /// What the format could not hold.
  var remarks: Remarks { texts.remarks }

  /// Goes on with the next column.
  mutating func beginColumn() {
    forgetTexts()
    // A column without texts is used for the next one.
    guard !isColumnEmpty else { return }
    isColumnEmpty = true
    columnCount += 1
    spans = Self.enlarged(spans, to: columnCount * rows, Span())
    UnsafeMutableBufferPointer(rebasing: spans[((columnCount - 1) * rows)..<(columnCount * rows)])
      .update(repeating: Span())
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
  @inline(__always)
  mutating func add(_ row: Int, _ make: (inout TextSink) -> Void) {
    let start = texts.buffer.count
    make(&texts)
    set(row, Span(start: start, count: texts.buffer.count - start))
  }

  /// Adds the text of an element which others may have too: it is made when its number is met for the first time.
  @inline(__always)
  mutating func add(_ row: Int, number: Int, _ make: (inout TextSink) -> Void) {
    if number < known.count, known[number].count > 0 { return set(row, known[number]) }
    learn(row, number, make)
  }

  @inline(never)
  private mutating func learn(_ row: Int, _ number: Int, _ make: (inout TextSink) -> Void) {
    let before = texts.remarks
    add(row, make)
    // Of a text that loses something each use is counted, so that it is made each time.
    guard texts.remarks == before else { return }
    let missing = number + 1 - known.count
    if missing > 0 { known += Array(repeating: Span(), count: max(missing, known.count)) }
    known[number] = spans[(columnCount - 1) * rows + row]
    knownNumbers.append(number)
  }

  @inline(__always)
  private mutating func set(_ row: Int, _ span: Span) {
    spans[(columnCount - 1) * rows + row] = span
    widths[row] += span.count
    isColumnEmpty = false
  }

  /// Hands out the texts of an element.
  func append(_ row: Int, to sink: inout TextSink) {
    let (spans, width) = (UnsafeBufferPointer(spans), widths[row])
    texts.buffer.bytes.withUnsafeBufferPointer { texts in
      guard let source = texts.baseAddress else { return }
      sink.append { buffer, _ in
        buffer.append(atMost: width) { target in
          var end = target
          for place in stride(from: row, to: columnCount * rows, by: rows) {
            let span = spans[place]
            ByteBuffer.copy(source + span.start, span.count, to: end)
            end += span.count
          }
          return width
        }
      }
    }
  }
}
