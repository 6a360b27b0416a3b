import GermanText
import Testing

@Suite struct StemmingTests {
  @Test(arguments: [
    ("Verwaltungen", "Verwaltung"), ("verwaltungs", "Verwaltung"), ("Bürgerinnen", "Buergerinnen"),
    ("STÄDTE", "städte"), ("Förderungen", "Förderung"), ("Häuser", "haeuser"),
  ])
  func `endings, case and umlauts do not matter`(first: String, second: String) {
    let stemmer = GermanStemmer()
    #expect(stemmer.stem(first).prefix(5) == stemmer.stem(second).prefix(5))
    #expect(stemmer.stem(first) == folded(stemmer.stem(first)), "stems are folded")
  }

  @Test(arguments: [
    ("breitbandausbaufoerderung", ["breitband", "ausbau", "foerderung"]), ("datenplattform", ["daten", "plattform"]),
    ("verwaltungsdigitalisierung", ["verwaltung", "digitalisierung"]), ("verein", []), ("breitband", []), ("", []),
    ("buergerbeteiligungsplattformen", ["buerger", "beteiligung", "plattform"]),
    ("datenplattformer", ["daten", "plattform"]),
    ("datenplattfisch", []), ("plattformen", []),
  ])
  func `compounds are split into words that are known`(word: String, parts: [String]) {
    let lexicon = CompoundLexicon([
      "breitband", "ausbau", "foerderung", "daten", "plattform", "verwaltung", "digitalisierung", "ein", "buerger",
      "beteiligung",
    ])
    #expect(lexicon.parts(of: word, GermanStemmer()) == parts)
  }

  @Test func `names count more than descriptions, and every word helps`() {
    let index = TextIndex([
      TextField(key: 1, text: "Breitbandausbau", weight: 3),
      TextField(key: 2, text: "Ein Projekt zum Ausbau von Wegen", weight: 0.9),
      TextField(key: 3, text: "Breitband", weight: 3), TextField(key: 3, text: "Förderung des Ausbaus", weight: 0.9),
      TextField(key: 4, text: "Ausbau", weight: 2),
    ])
    #expect(Set(index.search("Ausbau", limit: 9).map(\.key)) == [1, 2, 4])
    #expect(Set(index.search("Breitbandausbau", limit: 9).map(\.key)) == [1, 2, 3, 4])
    #expect(index.search("Breitbandausbau", limit: 9).first?.key == 1)
    #expect(index.search("Zoo", limit: 9).isEmpty && index.search("", limit: 9).isEmpty)
    #expect(index.search("Ausbau", limit: 0).isEmpty)
  }
}
