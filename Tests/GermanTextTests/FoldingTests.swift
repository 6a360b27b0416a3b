import Foundation
import GermanText
import TestSupport
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Müller", "mueller"), ("MÜNSTER", "muenster"), ("Muenster", "muenster"), ("mu\u{308}nster", "muenster"),
    ("U\u{308}belbach", "uebelbach"), ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Groß-Gerau", "gross-gerau"),
    ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("Łódź", "lodz"), ("Ærø", "aero"), ("Đakovo", "dakovo"),
    ("Cottbus/Chóśebuz", "cottbus/chosebuz"), ("Budyšin", "budysin"), ("Rězowna", "rezowna"), ("Žary", "zary"),
    ("İstanbul", "istanbul"), ("ﬁn", "fin"), ("Œuvre", "oeuvre"), ("Þórr", "thorr"), ("Citroën", "citroen"),
    ("ǖ", "ue"), ("u\u{304}\u{308}", "ue"), ("Ångström", "angstroem"), ("\u{212B}", "a"), ("\u{212A}öln", "koeln"),
    ("Stadt\u{AD}werke", "stadtwerke"), ("ſtaatlich", "staatlich"), ("Straße 7 ×", "strasse 7 ×"),
    ("ΑΘΗΝΑ", "αθηνα"), ("Москва", "москва"), ("🏙️", "🏙️"), ("", ""), ("a\u{308}\u{308}", "ae"),
  ]) func `texts have the expected key`(text: String, key: String) {
    #expect(folded(text) == key)
  }

  @Test(arguments: UInt64(0)..<20) func `folding twice is folding once`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let scalars = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
        // Mostly Latin letters and the marks that combine with them, sometimes anything.
        let limit: UInt32 = Bool.random(using: &generator) ? 0x370 : 0x1_F700
        return Unicode.Scalar(UInt32.random(in: 0x20..<limit, using: &generator))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let once = folded(text)
      #expect(Array(folded(once).utf8) == Array(once.utf8), "seed \(seed): \(scalars)")
    }
  }

  @Test func `the encoding of Latin letters does not matter`() {
    for value in Array(UInt32(0x41)..<0x250) + Array(0x1E00..<0x1F00) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "x" + String(scalar) + "x"
      #expect(folded(text.decomposedStringWithCanonicalMapping) == folded(text), "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("Kirchheim b.München", ["kirchheim", "b", "muenchen"]), ("Stadt.Land.Digital", ["stadt", "land", "digital"]),
    ("#DIVKon21", ["divkon21"]), ("  Halle (Saale) ", ["halle", "saale"]), ("", []), ("?! –", []), ("🏙️", []),
    ("e. V.", ["e", "v"]), ("Αθήνα 2004", ["αθήνα", "2004"]),
  ]) func `texts have the expected words`(text: String, words: [String]) {
    #expect(tokens(of: text) == words)
  }
}
