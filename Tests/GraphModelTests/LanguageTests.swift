import GraphModel
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    (0, "0 Paare fehlen"), (1, "1 Paar fehlt"), (2, "2 Paare fehlen"), (21, "21 Paare fehlen"), (-1, "-1 Paare fehlen"),
  ])
  func `one is counted as one`(number: Int, text: String) {
    #expect(number.counted("Paar fehlt", "Paare fehlen") == text)
  }
}
