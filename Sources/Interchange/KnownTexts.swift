/// Pieces of text by number, for whoever writes them again and again.
struct KnownTexts {
  private var bytes: [UInt8] = []
  /// Where the text of each number of each table lies; empty where it is not known.
  private var places: [[Range<Int32>]] = []

  /// Adds a text to a buffer; `false` where it is not known.
  @inline(__always)
  func append(_ number: Int, of table: Int, to buffer: inout ByteBuffer) -> Bool {
    guard table < places.count, number < places[table].count, !places[table][number].isEmpty else { return false }
    let place = places[table][number]
    bytes.withUnsafeBufferPointer { bytes in
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[Int(place.lowerBound)..<Int(place.upperBound)]))
    }
    return true
  }

  /// Keeps a text, as long as all are not too many.
  mutating func add(_ text: ArraySlice<UInt8>, _ number: Int, of table: Int) {
    guard bytes.count + text.count < Int(Int32.max) else { return }
    while places.count <= table { places.append([]) }
    if places[table].count <= number {
      places[table] += Array(repeating: 0..<0, count: max(number + 1, 2 * places[table].count) - places[table].count)
    }
    places[table][number] = Int32(bytes.count)..<Int32(bytes.count + text.count)
    bytes += text
  }
}
