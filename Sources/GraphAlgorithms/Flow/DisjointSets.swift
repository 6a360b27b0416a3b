/// A partition of 0..<n whose parts are joined (union by size with path halving; R. E. Tarjan and J. van Leeuwen,
/// "Worst-case analysis of set union algorithms", JACM 31 (1984), doi:10.1145/62.2160).
struct DisjointSets: Sendable {
  /// The parent of each element, or for a root minus the size of its part.
  private var links: [Int32]

  /// Every element alone.
  init(count: Int) { links = [Int32](repeating: -1, count: count) }

  /// The element that stands for the part.
  ///
  /// - Complexity: O(α(n)) amortised.
  mutating func root(of element: Int) -> Int {
    var element = element
    while links[element] >= 0 {
      let parent = Int(links[element])
      guard links[parent] >= 0 else { return parent }
      links[element] = links[parent]
      element = Int(links[parent])
    }
    return element
  }

  /// The number of elements of the part.
  mutating func size(of element: Int) -> Int { Int(-links[root(of: element)]) }

  /// Makes one part of two; returns whether they were two. Of equal sizes the smaller root stays.
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    var (large, small) = (root(of: first), root(of: second))
    guard large != small else { return false }
    if (links[large], large) > (links[small], small) { swap(&large, &small) }
    links[large] += links[small]
    links[small] = Int32(large)
    return true
  }
}
