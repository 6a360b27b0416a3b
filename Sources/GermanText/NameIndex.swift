/// One thing that can be found by name.
public struct NameEntry<Key: Hashable & Comparable & Sendable>: Sendable {
  /// What a search returns.
  public let key: Key
  /// The kind of thing, such as `Topic`; a search may be restricted to some.
  public let group: String
  /// The names, the main one first, then aliases.
  public let names: [String]
  /// Codes that are given exactly, such as an id or the AGS.
  public let codes: [String]
  /// The prominence, such as the number of inhabitants; 0 where nothing tells the prominent from the obscure.
  public let weight: Double

  /// Describes a thing by its names and codes.
  public init(key: Key, group: String, names: [String], codes: [String] = [], weight: Double = 0) {
    self.key = key
    self.group = group
    self.names = names
    self.codes = codes
    self.weight = weight
  }
}

/// What a name means.
public enum NameMatch<Key: Hashable & Comparable & Sendable>: Hashable, Sendable {
  /// One thing; `others` have the name too, but are much less prominent or fit worse. They are sorted by weight,
  /// heaviest first, then by key.
  case one(Key, others: [Key])
  /// Several things between which nothing decides, sorted by weight, heaviest first, then by key.
  case several([Key])
  /// Nothing; at most ``NameIndex/nearestCount`` things have names that are nearly alike, the nearest first.
  case none(nearest: [Key])
}

/// Finds things by the names that people use for them.
///
/// ```swift
/// let index = NameIndex([NameEntry(key: 1, group: "Municipality", names: ["Münster"], weight: 317_713)])
/// index.find("Stadt Muenster")  // .one(1, others: [])
/// ```
///
/// The index is a value and never changes, so any number of threads may ask it. Its answers depend on nothing but the
/// entries and the query.
public struct NameIndex<Key: Hashable & Comparable & Sendable>: Sendable {
  private let keys: [Key]
  private let table: NameTable

  /// How many nearly alike things an unsuccessful search returns at most.
  public static var nearestCount: Int { 5 }

  /// How many times heavier than the next one a thing must be to be meant without doubt.
  public static var clearLead: Double { 10 }

  /// Reads the names of all entries.
  ///
  /// Weights that are negative or not a number count as 0.
  ///
  /// - Complexity: O(n log n) for n letters in all names.
  public init(_ entries: [NameEntry<Key>]) {
    keys = entries.map(\.key)
    table = NameTable(
      entries.map { NameSource(group: $0.group, names: $0.names, codes: $0.codes, weight: $0.weight) })
  }

  /// Finds what a name means. The first of these readings that fits anything decides:
  ///
  /// 1. a code (`05162024`), whatever its case;
  /// 2. a name, word for word, whatever its case, umlauts and punctuation; main names before aliases. A place that is
  ///    called so but for an addition ("Halle" for "Halle (Saale)", "Frankfurt" for "Frankfurt am Main") counts too
  ///    when it is more prominent than all that are called exactly so;
  /// 3. the same without designations, legal forms, spaces and abbreviations: "LK Harz" for "Landkreis Harz",
  ///    "Kirchheim b.München" for "Kirchheim bei München". A designation is remembered as a wish: "Stadt Senden"
  ///    prefers the Senden that is a town where a name of it says so;
  /// 4. words and beginnings of words (from four letters) in any order: "CDO Norderstedt" for "CDO der Stadt
  ///    Norderstedt", "onlinezugang" for "Onlinezugangsgesetz". Articles, prepositions and designations may be missing.
  ///    An entry beats another when it leaves fewer words over and matches no fewer words to their end (endings such as
  ///    -e and -en aside), or as many words and more to their end; the unbeaten remain;
  /// 5. nothing: the nearest spellings.
  ///
  /// Of several entries the heaviest is meant when its weight is not 0 and ``clearLead`` times that of the next.
  ///
  /// - Parameter groups: The groups that are asked for; all when `nil`.
  /// - Complexity: O(log n + result) for 1–3, O(n) for 4, O(n × query) for 5.
  public func find(_ query: String, in groups: Set<String>? = nil) -> NameMatch<Key> {
    switch table.find(query, in: groups) {
    case .found(let candidates, let rest):
      let sorted = byWeight(candidates)
      guard let first = sorted.first else { return .none(nearest: []) }
      if sorted.count > 1, !isClear(first, sorted[1]) { return .several(unique(sorted)) }
      let others = unique(byWeight(candidates + rest)).filter { $0 != keys[Int(first)] }
      return .one(keys[Int(first)], others: others)
    case .near(let near):
      let sorted = near.sorted { left, right in
        if left.nearness != right.nearness { return left.nearness < right.nearness }
        return isBefore(left.entry, right.entry)
      }
      return .none(nearest: Array(unique(sorted.map(\.entry)).prefix(Self.nearestCount)))
    }
  }

  private func isClear(_ first: Int32, _ second: Int32) -> Bool {
    let lead = table.weights[Int(first)]
    if keys[Int(first)] == keys[Int(second)] { return true }
    return lead > 0 && lead >= Self.clearLead * table.weights[Int(second)]
  }

  private func byWeight(_ entries: [Int32]) -> [Int32] { entries.sorted(by: isBefore) }

  private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
    let (first, second) = (table.weights[Int(left)], table.weights[Int(right)])
    return first == second ? keys[Int(left)] < keys[Int(right)] : first > second
  }

  /// The keys of entries, each once.
  private func unique(_ entries: [Int32]) -> [Key] {
    var seen: Set<Key> = []
    return entries.map { keys[Int($0)] }.filter { seen.insert($0).inserted }
  }
}
