import Foundation
import Testing

@testable import Diagrams

/// No text may break a picture, and each must appear as it was written.
struct LabelTests {
  static let hostile = [
    #"He said "hi""#, #"back\slash"#, #"ends with \"#, #"\N \G \E \T \H \L"#, #"a\nb\lc\r"#, "<b>bold</b>", "&amp;",
    "&lt;b&gt; &#228; &auml;", "&", "A & B", "&amp", "&amp;amp;", "two\nlines\r\nthree", "tab\there", "nul\0nul",
    "\u{1}\u{1F}\u{7F}", "🦀🇩🇪👩‍👩‍👧", "שלום עולם", "مرحبا", "]]>", "<!-- -->", "--", "<TABLE>", "</TABLE><TR>", "%s%n%5$s",
    "", " ", "'", "`", "digraph { a -> b }", "*/ // #", "ä̈ö̂", "a\u{2028}b", "\u{FFFE}",
    "Zwölf Boxkämpfer jagen Viktor quer",
  ]

  @Test(arguments: hostile)
  func appearsInSVG(_ label: String) throws {
    let reading = try #require(SVGReading(draw(SampleDiagrams.label(label), .svg)))
    let lines = reading.lines.filter { $0.owner == "n0" }.map(\.text)
    #expect(squeezed(lines.joined()) == squeezed(LabelText.visible(label)))
    let all = squeezed(reading.lines.map(\.text).joined())
    #expect(all.hasPrefix(squeezed(LabelText.visible(label + label))), "title and subtitle")
    #expect(reading.titles.map(squeezed) == Array(repeating: squeezed(LabelText.visible(label)), count: 2))
  }

  @Test(arguments: hostile)
  func survivesDOT(_ label: String) throws {
    let dot = try draw(SampleDiagrams.label(label), .dot)
    let parsed = try #require(labelInDOT(dot))
    let expected = LabelText.escaped(LabelText.lines(label, length: 22))
    #expect(parsed == expected)
    #expect(squeezed(unescaped(parsed)) == squeezed(LabelText.visible(label)))
  }

  @Test(arguments: [String(repeating: "Wort ", count: 2_000), String(repeating: "x", count: 10_000)])
  func isNeverCut(_ label: String) throws {
    let reading = try #require(SVGReading(draw(SampleDiagrams.label(label), .svg)))
    let lines = reading.lines.filter { $0.owner == "n0" }.map(\.text)
    #expect(squeezed(lines.joined()) == squeezed(label))
  }

  @Test(arguments: [
    ("Digital Hub münsterLAND", ["Digital Hub", "münsterLAND"]), ("KfW", ["KfW"]),
    ("Stabsstelle Smart City der Stadt Münster", ["Stabsstelle Smart City", "der Stadt Münster"]),
    ("Straßenverkehrsdigitalisierungsamt", ["Straßenverkehrsdigitalisierungsamt"]),
  ])
  func wrapsBetweenWords(_ label: String, _ lines: [String]) {
    #expect(LabelText.lines(label, length: 22) == lines)
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
  func refusesDangerousLinks(_ link: String) throws {
    var diagram = SampleDiagrams.label("x")
    diagram.nodes[0].link = link
    #expect(try !draw(diagram, .svg).contains("href"))
  }

  @Test func keepsLinks() throws {
    var diagram = SampleDiagrams.label("x")
    diagram.nodes[0].link = "https://example.org/?a=1&b=2"
    #expect(try draw(diagram, .svg).contains("xlink:href=\"https://example.org/?a=1&amp;b=2\""))
  }

  private func squeezed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  private func unescaped(_ label: String) -> String {
    label.replacing("\\\\", with: "\u{E000}").replacing("\\n", with: " ").replacing("\u{E000}", with: "\\")
      .replacing("&amp;", with: "&")
  }
}
