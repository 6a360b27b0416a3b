/// The words of a name without forms of address and academic titles: `Frau Prof. Dr. Eva Schön` and `Eva Schön` are the same.
///
/// - Parameter words: The words, folded as ``tokens(of:)`` gives them.
/// - Returns: The words that remain, in their order; all of them where nothing else would remain.
/// - Complexity: O(words).
public func withoutTitles(_ words: [String]) -> [String] {
  let rest = words.filter { !titles.contains($0) }
  return rest.isEmpty ? words : rest
}

private let titles: Set<String> = [
  "dipl", "diplom", "doktor", "dr", "frau", "habil", "herr", "herrn", "ing", "jur", "mag", "med", "nat", "oec", "phil",
  "pol", "prof", "professor", "professorin", "rer",
]
