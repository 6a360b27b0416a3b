import CStemmer

/// Reduces German words to their stems: `Verwaltungen`, `Verwaltung` and `verwaltungs` become one.
///
/// The algorithm is Snowball's for German (M. F. Porter, snowballstem.org), by libstemmer. A stemmer belongs to one thread.
public final class GermanStemmer {
  private let stemmer: OpaquePointer?

  /// Makes a stemmer.
  public init() { stemmer = sb_stemmer_new("german", "UTF_8") }

  deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

  /// The folded stem of a word; of a word in another script the folded word.
  ///
  /// - Complexity: O(length).
  public func stem(_ word: some StringProtocol) -> String {
    let plain = folded(String(word))
    guard let stemmer else { return plain }
    // "Buerger" and "Bürger" are one word: both are stemmed with the umlaut, which the algorithm needs to see.
    let spelled = plain.replacing("qu", with: "q\u{0}").replacing("ae", with: "ä").replacing("oe", with: "ö")
      .replacing("ue", with: "ü").replacing("q\u{0}", with: "qu")
    var bytes = Array(spelled.utf8)
    guard let found = sb_stemmer_stem(stemmer, &bytes, Int32(bytes.count)) else { return plain }
    let length = Int(sb_stemmer_length(stemmer))
    return folded(String(decoding: UnsafeBufferPointer(start: found, count: length), as: UTF8.self))
  }
}
