import Testing

@testable import cdograph

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "counts columns of a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("Münster", 7), ("Mu\u{308}nster", 7), ("ß", 1), ("€", 1), ("–„“…", 4),
      ("日本", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("カ", 2), ("ｶ", 1), ("Ａ", 2), ("　", 2),
      ("😀", 2), ("👩‍💻", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("1", 1), ("☀", 1),
      ("\u{7}", 0), ("a\tb", 2), ("\u{200B}", 0), ("\u{AD}", 1), ("\u{0}", 0), ("\r\n", 0), ("🇩", 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }
}

@Suite("Tables")
struct TableTests {
  static let columns = [TableColumn("Name"), TableColumn("Zahl", .right)]

  @Test("align what is seen and end no line with blanks")
  func aligned() {
    let table = TextTable(columns: Self.columns, rows: [["Köln", "1"], ["日本", "22"], ["👩‍💻 x"], []])
    #expect(
      table.text(width: nil) == """
        Name  Zahl
        ────  ────
        Köln     1
        日本    22
        👩‍💻 x


        """)
  }

  @Test("wrap long cells between words and never narrow numbers")
  func wrapping() {
    let rows = [["Digitaler Zwilling für alle", "12345", "Bundesverwaltungsgericht"], ["kurz", "6", "a\nb"]]
    let columns = [TableColumn("Thema"), TableColumn("n", .right), TableColumn("Wort")]
    let text = TextTable(columns: columns, rows: rows).text(width: 34)
    #expect(
      text == """
        Thema              n  Wort
        ───────────── ─────  ────────────
        """ || text.split(separator: "\n").allSatisfy { displayWidth($0) <= 34 })
    #expect(text.contains("12345"))
    #expect(!text.contains(" \n"))
    let joined = text.filter { !$0.isWhitespace }
    #expect(joined.contains("kurz6a"))
  }

  @Test("are as wide as they must be where there is no room", arguments: [1, 10, 20, 33, 60])
  func anyWidth(width: Int) {
    let rows = [["aaaaaaaaaaaaaaaaaaaa bbbbbbbbbb", "1", "日本日本日本日本日本日本"]]
    let columns = [TableColumn("A"), TableColumn("B", .right), TableColumn("C")]
    let text = TextTable(columns: columns, rows: rows).text(width: width)
    #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= max(width, 8 + 2 + 1 + 2 + 8) })
    #expect(text.filter { $0 == "日" }.count == 6)
  }

  @Test("do not let a cell speak to the terminal")
  func controls() {
    #expect(printable("a\u{1B}[31mb\tc\r\nd") == "a\u{FFFD}[31mb c\nd")
    #expect(wrapped("\u{1B}]0;x\u{7}", to: 20) == ["\u{FFFD}]0;x\u{FFFD}"])
  }

  @Test("set the header apart only with a style")
  func styled() {
    let style = Style(isTerminal: true, environment: ["TERM": "xterm"])
    let table = TextTable(columns: [TableColumn("A")], rows: [["b"]])
    #expect(table.text(width: 10, style: style) == "\u{1B}[1mA\u{1B}[0m\n\u{1B}[2m─\u{1B}[0m\nb\n")
    #expect(TextTable(columns: [], rows: [["b"]]).text(width: 10).isEmpty)
  }

  @Test("become Markdown")
  func markdown() {
    let table = MarkdownTable(columns: Self.columns, rows: [[#"a|b\c"#, "1"], ["x\ny"]])
    #expect(table.text == "| Name | Zahl |\n| --- | ---: |\n| a\\|b\\\\c | 1 |\n| x<br>y |  |\n")
  }

  @Test("become CSV")
  func csv() {
    let records = [["a", "b c", ""], [#"x"y"#, "1,5", "l\r\nm"], [" v", "w ", "ü"]]
    #expect(CSVWriter().text(records) == "a,b c,\r\n\"x\"\"y\",\"1,5\",\"l\r\nm\"\r\n\" v\",\"w \",ü\r\n")
    #expect(CSVWriter(separator: ";").record(["1,5", "a;b"]) == "1,5;\"a;b\"\r\n")
  }
}

@Suite("Style and terminal")
struct StyleTests {
  @Test(
    "escapes go only to a terminal that wants them",
    arguments: [
      (true, ["TERM": "xterm"], true), (false, ["TERM": "xterm"], false), (true, ["TERM": "dumb"], false),
      (true, ["TERM": "xterm", "NO_COLOR": "1"], false), (true, ["TERM": "xterm", "NO_COLOR": ""], true),
    ] as [(Bool, [String: String], Bool)])
  func enabled(isTerminal: Bool, environment: [String: String], expected: Bool) {
    let style = Style(isTerminal: isTerminal, environment: environment)
    #expect((style.bold("x") != "x") == expected)
  }

  @Test("the width is the window's, else COLUMNS, else a hundred")
  func width() {
    let pipe = Terminal(isTerminal: false, windowWidth: nil)
    #expect(Terminal(isTerminal: true, windowWidth: 72).width(environment: ["COLUMNS": "50"]) == 72)
    #expect(pipe.width(environment: ["COLUMNS": "50"]) == 50)
    #expect(pipe.width(environment: ["COLUMNS": "0"]) == 100)
    #expect(pipe.width(environment: [:]) == 100)
  }

  @Test("listings read downwards and fit")
  func listing() {
    #expect(columnListing(of: ["a", "日本", "c", "d", "e"], width: 10) == "a     d\n日本  e\nc\n")
    #expect(columnListing(of: [], width: 10).isEmpty)
    #expect(columnListing(of: ["longer than that"], width: 3) == "longer than that\n")
  }
}
