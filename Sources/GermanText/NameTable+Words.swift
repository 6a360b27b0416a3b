/// How well the words of a query cover a name.
private struct Coverage: Hashable {
  /// How many words of the name, optional ones aside, the query does not mention.
  var surplus: Int
  /// How many words of the query are only the beginning of a word of the name.
  var begun: Int

  /// Whether this is at least as good in both respects and not the same.
  func beats(_ other: Coverage) -> Bool {
    self != other && surplus <= other.surplus && begun <= other.begun
  }
}

extension NameTable {
  /// The entries with a name that has all words of a query; `nil` when there is none.
  func find(_ words: [Word], _ filter: GroupFilter) -> NameFinding? {
    let wanted = wantedWords(words)
    var matched = Array(repeating: UInt8(0), count: entryOfName.count)
    var begun = matched
    for (position, word) in wanted.enumerated() {
      let (ended, open) = positions(of: word.canonical, isAlone: wanted.count == 1)
      for (places, isBegun) in [(ended, false), (open, true)] {
        for place in places {
          for name in names(withWordAt: place) where matched[Int(name)] == UInt8(position) {
            matched[Int(name)] += 1
            if isBegun { begun[Int(name)] += 1 }
          }
        }
      }
    }
    let content = wanted.count { $0.role == .content }
    var coverages: [Int32: Coverage] = [:]
    for name in matched.indices where matched[name] == UInt8(wanted.count) {
      let entry = entryOfName[name]
      guard filter.allows(groups[Int(entry)]) else { continue }
      let coverage = Coverage(surplus: max(0, Int(contentWords[name]) - content), begun: Int(begun[name]))
      if let known = coverages[entry], (known.surplus, known.begun) <= (coverage.surplus, coverage.begun) { continue }
      coverages[entry] = coverage
    }
    if coverages.isEmpty { return nil }
    let kinds = Set(coverages.values)
    let best = kinds.filter { kind in !kinds.contains { $0.beats(kind) } }
    // Dictionaries have no order; entries have.
    let entries = coverages.sorted { $0.key < $1.key }
    return .found(
      entries.filter { best.contains($0.value) }.map(\.key),
      rest: entries.filter { !best.contains($0.value) }.map(\.key))
  }

  /// The words that have to be found: canonical, each once; all of them when all are optional.
  func wantedWords(_ words: [Word]) -> [Word] {
    let content = words.filter { !$0.role.isOptional }
    var seen: Set<String> = []
    // Names are short; a text of more words than a byte can count is none.
    return (content.isEmpty ? words : content).filter { seen.insert($0.canonical).inserted }.prefix(200).map(\.self)
  }

  /// The positions in the vocabulary of words that are the word, perhaps inflected, and of those that only begin so.
  private func positions(of word: String, isAlone: Bool) -> (ended: [Int], open: [Int]) {
    // A single letter stands for a word beside others, as in "Frankfurt/M".
    let length = word.unicodeScalars.count
    guard length >= 4 || (length == 1 && !isAlone) else { return (Array(vocabulary.positions(of: word)), []) }
    var ended: [Int] = []
    var open: [Int] = []
    for position in vocabulary.positions(beginningWith: word) {
      let ending = String(decoding: vocabulary.utf8(at: position).dropFirst(word.utf8.count), as: UTF8.self)
      if NameTable.endings.contains(ending) { ended.append(position) } else { open.append(position) }
    }
    return (ended, open)
  }

  /// The endings of German inflection, and none.
  private static let endings: Set<String> = ["", "e", "en", "er", "ern", "em", "es", "n", "s"]
}

extension NameTable {
  /// The entries with a name nearly like a key, or with words nearly like those asked for.
  func near(_ key: String, _ words: [Word], _ filter: GroupFilter) -> [NearEntry] {
    var nearest: [Int32: Nearness] = [:]
    func note(_ name: Int32, _ nearness: Nearness) {
      let entry = entryOfName[Int(name)]
      guard filter.allows(groups[Int(entry)]) else { return }
      if let known = nearest[entry], known <= nearness { return }
      nearest[entry] = nearness
    }
    var measure = NearnessMeasure(to: key.unicodeScalars.map(\.value))
    var candidate: [UInt32] = []
    for position in 0..<forms.count {
      decode(forms.utf8(at: position), into: &candidate)
      if let nearness = measure.nearness(of: candidate) { note(forms.owner(at: position), nearness) }
    }
    let slips = slipsByName(wantedWords(words))
    for name in slips.indices {
      if let distance = slips[name] { note(Int32(name), Nearness(kind: 3, distance: distance)) }
    }
    return nearest.map { NearEntry(entry: $0.key, nearness: $0.value) }
  }

  /// For each name that has words like all those wanted, the number of slips in them.
  private func slipsByName(_ wanted: [Word]) -> [Int?] {
    var totals: [Int?] = Array(repeating: 0, count: entryOfName.count)
    var candidate: [UInt32] = []
    for word in wanted {
      let scalars = word.canonical.unicodeScalars.map(\.value)
      var measure = NearnessMeasure(to: scalars)
      var found: [Int?] = Array(repeating: nil, count: totals.count)
      for position in 0..<vocabulary.count {
        decode(vocabulary.utf8(at: position), into: &candidate)
        // A slip makes any short word out of any other.
        guard scalars.count >= 4 || candidate == scalars, let slips = measure.slips(to: candidate) else { continue }
        for name in names(withWordAt: position) { found[Int(name)] = min(found[Int(name)] ?? slips, slips) }
      }
      for name in totals.indices {
        totals[name] = totals[name].flatMap { total in found[name].map { total + $0 } }
      }
    }
    return totals
  }

  private func decode(_ bytes: ArraySlice<UInt8>, into scalars: inout [UInt32]) {
    scalars.removeAll(keepingCapacity: true)
    var isASCII = true
    for byte in bytes {
      scalars.append(UInt32(byte))
      isASCII = isASCII && byte < 0x80
    }
    if !isASCII { scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value) }
  }
}
