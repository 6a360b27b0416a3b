import Testing

@testable import cdograph

@Suite("Words of a command line")
struct WordsTests {
  @Test(
    "are separated by blanks and kept together by quotation marks",
    arguments: [
      ("", []),
      ("   ", []),
      ("peers --topic OZG", ["peers", "--topic", "OZG"]),
      ("  a\tb  ", ["a", "b"]),
      (#"a "b c" d"#, ["a", "b c", "d"]),
      (#"a 'b "c' d"#, ["a", #"b "c"#, "d"]),
      ("a „Smart City“ b", ["a", "Smart City", "b"]),
      ("a „Smart City” b", ["a", "Smart City", "b"]),
      ("a “Smart City” b", ["a", "Smart City", "b"]),
      (#"Smart\ City"#, ["Smart City"]),
      (#"--topic="Smart City""#, ["--topic=Smart City"]),
      (#""" ''"#, ["", ""]),
      (#""a\"b\\c\d""#, [#"a"b\c\d"#]),
      (#"'a\'"#, [#"a\"#]),
      (#"ends\"#, [#"ends\"#]),
      ("Münster 日本 👩‍💻", ["Münster", "日本", "👩‍💻"]),
    ] as [(String, [String])])
  func splitting(line: String, expected: [String]) throws {
    #expect(try words(of: line) == expected)
  }

  @Test(
    "name the column of a quotation that is not closed",
    arguments: [
      (#"peers "OZG"#, "\"", 7), ("'", "'", 1), ("für „Amt", "„", 5), ("“a“", "“", 1), (#""a\""#, "\"", 1),
    ] as [(String, Character, Int)])
  func unclosed(line: String, mark: Character, column: Int) {
    #expect(throws: UnclosedQuotation(mark: mark, column: column)) { try words(of: line) }
  }

  @Test("know where they begin and whether they go on")
  func scanning() {
    let line = "find „Münster ha"
    let scan = CommandLineScan(line[...])
    #expect(scan.words.map(\.text) == ["find", "Münster ha"])
    #expect(scan.words.last.map { String(line[$0.start...]) } == "„Münster ha")
    #expect(scan.words.last?.quotation == .german)
    #expect(scan.endsInsideWord)
    #expect(!CommandLineScan("find ").endsInsideWord)
  }

  @Test(
    "are quoted so that they are read back",
    arguments: [
      "OZG", "Smart City", "", #"a"b"#, #"a\b c"#, "it's", "„x“", "a”b c", "\t", "日本 語", "-", #"\"#,
    ])
  func roundTrip(text: String) throws {
    #expect(try words(of: quoted(text)) == [text])
    for marks in Quotation.allCases {
      #expect(try words(of: quoted(text, in: marks)) == [text])
    }
  }

  @Test("stay unquoted where nothing needs it")
  func plain() {
    #expect(quoted("Münster") == "Münster")
    #expect(quoted("Smart City") == #""Smart City""#)
    #expect(quoted("Smart C", isFinished: false) == #""Smart C"#)
    #expect(quoted("Amt", in: .german) == "„Amt“")
  }
}
