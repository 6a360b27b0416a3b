import Foundation
import GraphModel

/// The words of the actors' names: who is called alike, and which words stand in the names of those who work together.
///
/// Names say what a list of kinds does not: that universities work with chambers of commerce, and national parks with one another.
struct NameWords: Sendable {
  /// The words of each actor that at least two have, each once.
  private let common: IndexLists
  /// What a common word counts in a likeness: ln(1 + actors / actors with the word).
  private let rarity: [Double]
  /// The length of each actor's vector of rarities.
  private let lengths: [Double]
  /// The words of each actor that are frequent enough to say with whom their bearers work.
  private let frequent: IndexLists
  /// How much more two frequent words work together than chance would have it: ln((ties + 1) / (expected + 1)), at least 0.
  private let lift: [[Double]]

  /// A word of so many actors is frequent.
  private static let leastActors = 8
  /// Of more frequent words only the most frequent are paired, for the sake of memory.
  private static let mostWords = 1_000

  /// Counts words, and the ties between them.
  ///
  /// - Complexity: O(length of the names + ties · words of a name²).
  init(of network: CollaborationNetwork, _ ties: PartnerTies) {
    let names = network.names.map(Self.words)
    var counts: [String: Int] = [:]
    for word in names.joined() { counts[word, default: 0] += 1 }
    let sorted = counts.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(sorted.map(\.key), 0..<Int32(sorted.count)))
    common = IndexLists(names.map { $0.compactMap { numbers[$0] }.sorted() })
    let rarity = sorted.map { log(1 + Double(names.count) / Double($0.value)) }
    self.rarity = rarity
    lengths = (0..<names.count).map { [common] actor in
      common[actor].reduce(0) { $0 + rarity[Int($1)] * rarity[Int($1)] }.squareRoot()
    }
    // The most frequent words have the smallest numbers.
    let count = min(Self.mostWords, sorted.prefix { $0.value >= Self.leastActors }.count)
    frequent = IndexLists((0..<names.count).map { [common] in common[$0].filter { $0 < Int32(count) } })
    lift = Self.lifts(frequent, count, ties)
  }

  /// The words of a name, each once: runs of at least three letters and digits, without accents and in small letters.
  static func words(_ name: String) -> [String] {
    let plain = name.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { $0.properties.canonicalCombiningClass == .notReordered }
    let runs = plain.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
    return Set(runs.filter { $0.count >= 3 }.map { String(String.UnicodeScalarView($0)) }).sorted()
  }

  private static func lifts(_ words: IndexLists, _ count: Int, _ ties: PartnerTies) -> [[Double]] {
    var strengths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for actor in 0..<words.count where words.length(of: actor) > 0 {
      for (partner, strength) in zip(ties.partners(of: actor), ties.strengths(of: actor)) {
        for own in words[actor] {
          for other in words[Int(partner)] { strengths[Int(own)][Int(other)] += strength }
        }
      }
    }
    let totals = strengths.map { $0.reduce(0, +) }
    let all = totals.reduce(0, +)
    guard all > 0 else { return strengths }
    return strengths.indices.map { own in
      strengths[own].indices.map { other in
        // A word that everybody bears says nothing, whatever the last digits of its ties are.
        let lift = log((strengths[own][other] + 1) / (totals[own] * totals[other] / all + 1))
        return lift > 1e-9 ? lift : 0
      }
    }
  }

  /// How much the words of the sources work with the words of each actor: the mean over all pairs of words.
  func affinity(_ sources: [Int32]) -> [Double] {
    var pull = [Double](repeating: 0, count: lift.count)
    for actor in sources {
      let share = 1 / Double(max(1, frequent.length(of: Int(actor))) * sources.count)
      for own in frequent[Int(actor)] { for other in pull.indices { pull[other] += share * lift[Int(own)][other] } }
    }
    return (0..<frequent.count).map { actor in
      frequent[actor].reduce(0) { $0 + pull[Int($1)] } / Double(max(1, frequent.length(of: actor)))
    }
  }

  /// The cosine of the words of the sources and of each actor, rare words counting more.
  func likeness(_ sources: [Int32]) -> [Double] {
    var weights = [Double](repeating: 0, count: rarity.count)
    for actor in sources where lengths[Int(actor)] > 0 {
      for word in common[Int(actor)] {
        weights[Int(word)] += rarity[Int(word)] / lengths[Int(actor)] / Double(sources.count)
      }
    }
    return (0..<common.count).map { actor in
      guard lengths[actor] > 0 else { return 0 }
      return common[actor].reduce(0) { $0 + weights[Int($1)] * rarity[Int($1)] } / lengths[actor]
    }
  }
}

extension CollaborationComponent {
  /// What names say about who works with whom.
  static let nameComponents: [CollaborationComponent] = [
    CollaborationComponent(
      "name-affinity", Wording("Namen, die zusammenarbeiten", "names that work together"),
      "Mean over the pairs of words in both names of ln((ties + 1) / (expected ties + 1)), at least 0",
      isGenerator: false
    ) { index, query in index.words.affinity(query.actors) },
    CollaborationComponent(
      "name-likeness", Wording("ähnlicher Name", "similar name"),
      "Cosine of the words of the names by inverse document frequency: K. Spärck Jones, J. Doc. 28 (1972) 11, doi:10.1108/eb026526",
      isGenerator: false, curves: [.log]
    ) { index, query in index.words.likeness(query.actors) },
  ]
}
