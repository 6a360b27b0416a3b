import Foundation

/// A piece of text that can be found, and whose it is.
public struct TextField<Key: Hashable & Sendable>: Sendable {
  /// Whose text it is.
  public let key: Key
  /// The text.
  public let text: String
  /// How much a word in it counts: a name more than a description.
  public let weight: Double

  /// Describes a text.
  public init(key: Key, text: String, weight: Double) {
    (self.key, self.text, self.weight) = (key, text, weight)
  }
}

/// Finds texts by their words, in German: case, umlauts, endings and the joining of words do not matter.
///
/// Ranking is BM25 over weighted fields (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009, k1 = 1.2, b = 0.5). A part of a compound counts half.
public struct TextIndex<Key: Hashable & Comparable & Sendable>: Sendable {
  /// One thing that was found.
  public struct Hit: Sendable {
    /// What was found.
    public let key: Key
    /// How well it fits; only the order means anything.
    public let score: Double
    /// The words of the query that it has, folded and without endings.
    public let words: [String]
  }

  /// How often a stem occurs in each text, weighted.
  private var postings: [String: [Key: Double]] = [:]
  private var lengths: [Key: Double] = [:]
  private let averageLength: Double
  private let compounds: CompoundLexicon
  private static var partWeight: Double { 0.5 }

  /// Reads texts.
  ///
  /// - Complexity: O(bytes).
  public init(_ fields: [TextField<Key>]) {
    let stemmer = GermanStemmer()
    let tokenized = fields.map { field in (field, textWords(of: field.text)) }
    compounds = CompoundLexicon(tokenized.lazy.filter { $0.0.weight >= 1 }.flatMap(\.1).map { folded($0) })
    var postings: [String: [Key: Double]] = [:]
    var lengths: [Key: Double] = [:]
    for (field, words) in tokenized {
      for word in words {
        postings[stemmer.stem(word), default: [:]][field.key, default: 0] += field.weight
        for part in compounds.parts(of: folded(word), stemmer) {
          postings[stemmer.stem(part), default: [:]][field.key, default: 0] += field.weight * Self.partWeight
        }
      }
      lengths[field.key, default: 0] += Double(words.count)
    }
    averageLength = lengths.isEmpty ? 1 : max(1, lengths.values.sorted().reduce(0, +) / Double(lengths.count))
    self.postings = postings
    self.lengths = lengths
  }

  /// What has at least one of the words, the best first; equals in the order of their keys.
  ///
  /// - Complexity: O(result log result).
  public func search(_ query: String, limit: Int) -> [Hit] {
    let stemmer = GermanStemmer()
    var weights: [String: Double] = [:]
    for word in textWords(of: query) {
      weights[stemmer.stem(word)] = 1
      for part in compounds.parts(of: folded(word), stemmer).flatMap({ [$0] + compounds.parts(of: $0, stemmer) }) {
        let stem = stemmer.stem(part)
        weights[stem] = max(weights[stem] ?? 0, Self.partWeight)
      }
    }
    var scores: [Key: Double] = [:]
    var found: [Key: [String]] = [:]
    for (stem, weight) in weights.sorted(by: { $0.key < $1.key }) {
      guard let posting = postings[stem] else { continue }
      let (count, total) = (Double(posting.count), Double(lengths.count))
      let rarity = log(1 + (total - count + 0.5) / (count + 0.5))
      for (key, frequency) in posting {
        let norm = 1.2 * (0.5 + 0.5 * (lengths[key] ?? 0) / averageLength)
        scores[key, default: 0] += weight * rarity * frequency * 2.2 / (frequency + norm)
        found[key, default: []].append(stem)
      }
    }
    return scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(max(0, limit))
      .map { Hit(key: $0.key, score: $0.value, words: found[$0.key] ?? []) }
  }
}

/// The words of a text: letters and digits in a row.
private func textWords(of text: String) -> [String] {
  text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
}
