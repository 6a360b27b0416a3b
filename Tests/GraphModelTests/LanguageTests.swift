import GraphModel
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    (0, "0 Paare fehlen"), (1, "1 Paar fehlt"), (2, "2 Paare fehlen"), (21, "21 Paare fehlen"), (-1, "-1 Paare fehlen"),
  ])
  func `one is counted as one`(number: Int, text: String) {
    #expect(number.counted("Paar fehlt", "Paare fehlen") == text)
  }

  @Test(arguments: [
    ("84358", 84358), ("84.358", 84358), ("1,234,567", 1_234_567), ("-7", -7), ("1.23", nil), ("1.2345", nil),
    ("1.234,567", nil),
    ("0.123", nil), (".123", nil), ("1234.567", nil), ("", nil), ("1.a00", nil), ("99.999.999.999.999.999.999", nil),
  ])
  func `numbers are read as people group them`(text: String, number: Int?) { #expect(Int(grouped: text) == number) }

  @Test(arguments: [0, 999, 1_000, 84_358, 1_234_567]) func `what is grouped is read again`(number: Int) {
    for language in Language.allCases { #expect(Int(grouped: number.grouped(language)) == number) }
  }
}
