import Foundation

/// The encoding of western European Windows, and which of the usual encodings a file has.
///
/// The five bytes that Windows leaves open stand for the control characters of the same number, as in the WHATWG Encoding
/// Standard, so that every file can be read.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F.
  private static let upper: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
  private static let bytes = Dictionary(uniqueKeysWithValues: upper.enumerated().map { ($1, UInt8(0x80 + $0)) })

  /// Adds text; a character without a byte becomes a question mark, which is remarked.
  static func append(_ text: String, to buffer: inout ByteBuffer, _ remarks: inout Remarks) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      buffer.append(text)
      return
    }
    let composed = text.precomposedStringWithCanonicalMapping
    if !composed.utf8.elementsEqual(text.utf8) { remarks.note("a text whose accents were joined with their letters") }
    for scalar in composed.unicodeScalars {
      if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
        buffer.append(UInt8(scalar.value))
      } else if let byte = bytes[scalar] {
        buffer.append(byte)
      } else {
        buffer.append(UInt8(ascii: "?"))
        remarks.note("a character that Windows-1252 lacks replaced by '?'")
      }
    }
  }

  /// The text of a file: UTF-8 or UTF-16 with a mark of byte order, UTF-8 without, else Windows-1252.
  static func text(of bytes: [UInt8], _ remarks: inout Remarks) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { position in
        let (low, high) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
        return isLittle ? high << 8 | low : low << 8 | high
      }
      return String(decoding: units, as: UTF16.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    remarks.note("a file read as Windows-1252")
    return decoded(bytes)
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.map { (0x80..<0xA0).contains($0) ? upper[Int($0) - 0x80] : Unicode.Scalar($0) })
    return String(text)
  }

  /// What a text becomes in this encoding; `nil` where it stays as it is.
  static func standIn(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var buffer = ByteBuffer()
    var remarks = Remarks()
    append(text, to: &buffer, &remarks)
    return remarks.isEmpty ? nil : decoded(Array(buffer.bytes))
  }
}
