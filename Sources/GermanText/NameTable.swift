/// What a name index knows of its entries, which are numbered in the order in which they were given.
///
/// It knows no keys, so that all of it is compiled once and not for each type of key.
struct NameTable: Sendable {
  /// The prominence of each entry, never negative and never NaN.
  private(set) var weights: [Double] = []
  /// The number of the group of each entry.
  private(set) var groups: [Int32] = []
  /// The numbers of the groups.
  private(set) var groupNumbers: [String: Int32] = [:]
  /// Which designations the names of an entry carry: a set of raw values of ``Designation``.
  private(set) var designations: [UInt8] = []
  /// The entry of each name; the name is main when the one before belongs to another entry.
  private(set) var entryOfName: [Int32] = []
  /// How many words of each name are not optional.
  private(set) var contentWords: [UInt8] = []

  /// Exact codes by entry.
  let codes: SortedTexts
  /// The words of names, joined with spaces, by name.
  let spellings: SortedTexts
  /// ``NameForm/key`` by name.
  let forms: SortedTexts
  /// ``NameForm/withoutAddition`` of main names, by name.
  let stems: SortedTexts
  /// The canonical words, each once; the owner is its own number in ``namesOfWord``.
  let vocabulary: SortedTexts
  /// The names in which each word occurs, by the number of the word.
  private let namesOfWord: [[Int32]]

  /// Reads the names of entries.
  ///
  /// - Complexity: O(n log n) for n letters in all names.
  init(_ entries: [NameSource]) {
    var draft = Draft()
    draft.wordNumbers.reserveCapacity(2 * entries.count)
    for (number, entry) in entries.enumerated() {
      let weight = entry.weight > 0 ? entry.weight : 0
      weights.append(weight)
      let group = groupNumbers[entry.group] ?? Int32(groupNumbers.count)
      groupNumbers[entry.group] = group
      groups.append(group)
      for code in entry.codes { draft.codes.append((codeKey(code), Int32(number))) }
      var carried: UInt8 = 0
      var isMain = true
      for (position, name) in entry.names.enumerated() where !entry.names[..<position].contains(name) {
        let words = words(of: name)
        if words.isEmpty { continue }
        let form = NameForm(words, cutsPrepositions: weight > 0)
        carried |= form.designation?.rawValue ?? 0
        contentWords.append(draft.add(words, form, name: Int32(entryOfName.count), isMain: isMain))
        entryOfName.append(Int32(number))
        isMain = false
      }
      designations.append(carried)
    }
    codes = SortedTexts(draft.codes)
    spellings = SortedTexts(draft.spellings)
    forms = SortedTexts(draft.forms)
    stems = SortedTexts(draft.stems)
    vocabulary = SortedTexts(draft.wordNumbers.map { ($0.key, $0.value) })
    namesOfWord = draft.namesOfWord
  }

  /// Whether a name is the first of its entry.
  func isMain(_ name: Int32) -> Bool {
    name == 0 || entryOfName[Int(name)] != entryOfName[Int(name) - 1]
  }

  /// The names that have the word at a position of the vocabulary; a name may be there twice.
  func names(withWordAt position: Int) -> [Int32] { namesOfWord[Int(vocabulary.owner(at: position))] }

  /// What is collected before it is sorted.
  private struct Draft {
    var codes: [(text: String, owner: Int32)] = []
    var spellings: [(text: String, owner: Int32)] = []
    var forms: [(text: String, owner: Int32)] = []
    var stems: [(text: String, owner: Int32)] = []
    var wordNumbers: [String: Int32] = [:]
    var namesOfWord: [[Int32]] = []

    /// Takes up a name, and counts its words that are not optional.
    mutating func add(_ words: [Word], _ form: NameForm, name: Int32, isMain: Bool) -> UInt8 {
      spellings.append((joined(words), name))
      forms.append((form.key, name))
      if isMain, let stem = form.withoutAddition { stems.append((stem, name)) }
      var content = 0
      for word in words {
        if word.role == .content { content += 1 }
        if let number = wordNumbers[word.canonical] {
          namesOfWord[Int(number)].append(name)
        } else {
          wordNumbers[word.canonical] = Int32(namesOfWord.count)
          namesOfWord.append([name])
        }
      }
      return UInt8(clamping: content)
    }
  }
}

/// An entry of an index without its key.
struct NameSource {
  let group: String
  let names: [String]
  let codes: [String]
  let weight: Double
}

/// The words as they are compared: joined with spaces.
func joined(_ words: [Word]) -> String {
  guard let first = words.first else { return "" }
  return words.dropFirst().reduce(into: first.text) { $0 += " " + $1.text }
}

/// A code as it is compared: folded, without spaces around it.
func codeKey(_ code: String) -> String {
  let key = folded(code)
  guard let start = key.utf8.firstIndex(where: { $0 > 0x20 }), let end = key.utf8.lastIndex(where: { $0 > 0x20 }) else {
    return ""
  }
  return String(key[start...end])
}
