import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct JSONCursorTests {
  /// Text, and where and why it is refused.
  static let faults: [(text: String, place: String, reason: String)] = [
    ("", "1:1", "ends too early"),
    ("[1,\n 2,\n ]", "3:2", "found ']' where a value"),
    ("[\"ä\" x]", "1:6", "found 'x' where ',' or ']'"),
    ("{\"a\":1,}", "1:8", "key in quotes"),
    ("{\"a\" 1}", "1:6", "':'"),
    ("{a:1}", "1:2", "key in quotes"),
    ("[01]", "1:2", "begins with 0"),
    ("[1.]", "1:4", "after the point"),
    ("[1e]", "1:4", "exponent"),
    ("[-]", "1:3", "digit is missing"),
    ("[+1]", "1:2", "'+'"),
    ("[NaN]", "1:2", "'N'"),
    ("[tru]", "1:2", "'true'"),
    ("[\"\\x\"]", "1:3", "invalid escape"),
    ("[\"\\ud800\"]", "1:3", "surrogate"),
    ("[\"a\nb\"]", "1:4", "U+000A"),
    ("[\"abc", "1:6", "closing quote"),
    ("[1] 2", "1:5", "end of the file"),
    ("[1", "1:3", "',' or ']'"),
    (String(repeating: "[", count: 300), "1:257", "256 levels"),
    ("\u{FEFF}[x]", "1:2", "'x'"),
  ]

  @Test(arguments: faults.indices) func `bad text is refused at its place`(index: Int) throws {
    let (text, place, reason) = Self.faults[index]
    let found = try #require(fault(in: Array(text.utf8)))
    #expect(found.contains(place) && found.contains(reason), "\(found)")
  }

  @Test func `bytes that are not UTF-8 are refused`() throws {
    let sequences: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3],
      [0xE4, 0x22],
    ]
    for bytes in sequences {
      let text = Array("[\"".utf8) + bytes + Array("\"]".utf8)
      #expect(try #require(fault(in: text)).contains("1:3: the bytes here are not UTF-8"), "\(bytes)")
    }
    #expect(try #require(fault(in: [0xFF, 0xFE, 0x5B, 0x00])).contains("UTF-16"))
    #expect(try #require(fault(in: [0x00, 0x5B])).contains("UTF-16"))
  }

  @Test func `strings and numbers come out as they were meant`() throws {
    let text = #"["\u00e4\ud83d\ude00\n\"\/", 9223372036854775807, -9223372036854775808, 9223372036854775808, -0, 1E3]"#
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = try JSONCursor(bytes)
      try cursor.enterArray()
      #expect(try cursor.nextElement())
      #expect(cursor.text(of: try cursor.readString()) == "ä😀\n\"/")
      let expected: [JSONNumber] = [
        .integer(.max), .integer(.min), .float(9_223_372_036_854_775_808), .integer(0), .float(1000),
      ]
      for number in expected {
        #expect(try cursor.nextElement())
        #expect(try cursor.readNumber() == number)
      }
      #expect(try !cursor.nextElement())
      try cursor.finish()
    }
  }

  @Test(arguments: 0..<4) func `decimals come out as the standard library rounds them`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let digits = Int.random(in: 0...9, using: &generator)
      let whole = String(
        Int.random(in: -1...1_000_000_000, using: &generator) >> Int.random(in: 0...30, using: &generator))
      let fraction = (0...digits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      let text = "\(whole).\(fraction)"
      let number = try Array(text.utf8).withUnsafeBufferPointer { bytes in
        var cursor = try JSONCursor(bytes)
        return try cursor.readNumber()
      }
      #expect(try number == .float(#require(Double(text))), "\(text)")
    }
  }

  @Test(arguments: ["-0.0", "0.1", "-0.3", "999999999999999.0", "0.000000000000001", "9007199254740993.0", "1.5e3"])
  func `decimals keep their sign and last digit`(text: String) throws {
    let number = try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = try JSONCursor(bytes)
      return try cursor.readNumber()
    }
    guard case .float(let value) = number else { throw JSONSyntaxError(.invalidEscape, at: 0) }
    #expect(try value.bitPattern == #require(Double(text)).bitPattern)
  }

  @Test func `what is written is read back`() throws {
    let output = JSONOutput.members([
      ("a", .array([.integer(1), .float(0.1), .string("ä\u{1}\"\\\n")])), ("leer", .array([])), ("no", nil),
      ("o", .object([("x", .null), ("y", .boolean(false))])),
    ])
    for text in [output.text(), output.text(indent: true)] {
      #expect(fault(in: Array(text.utf8)) == nil)
      let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect((object["a"] as? [Any])?.last as? String == "ä\u{1}\"\\\n")
      #expect(object.keys.sorted() == ["a", "leer", "o"])
    }
  }

  /// The place and reason for which a text is refused; nil for JSON.
  private func fault(in bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONSyntaxError) {
        var cursor = try JSONCursor(buffer)
        try cursor.skipValue()
        try cursor.finish()
        return nil
      } catch {
        return "\(TextPlace(of: error.offset, in: buffer)): \(error)"
      }
    }
  }
}
