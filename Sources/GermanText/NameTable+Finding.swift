/// What a search found, by number of entry.
enum NameFinding {
  /// Entries that are meant, and those that fit worse; no entry is in both.
  case found([Int32], rest: [Int32])
  /// Entries with nearly such a name.
  case near([NearEntry])
}

/// An entry whose name is nearly that asked for.
struct NearEntry {
  let entry: Int32
  let nearness: Nearness
}

/// Which groups a search is restricted to.
struct GroupFilter {
  private let isWanted: [Bool]?

  /// All groups when `names` is `nil`.
  init(_ names: Set<String>?, in numbers: [String: Int32]) {
    guard let names else {
      isWanted = nil
      return
    }
    var wanted = Array(repeating: false, count: numbers.count)
    for name in names { if let number = numbers[name] { wanted[Int(number)] = true } }
    isWanted = wanted
  }

  /// Whether entries of a group are asked for.
  func allows(_ group: Int32) -> Bool { isWanted?[Int(group)] ?? true }
}

extension NameTable {
  /// Goes through the readings that ``NameIndex/find(_:in:)`` describes.
  func find(_ query: String, in groups: Set<String>?) -> NameFinding {
    let filter = GroupFilter(groups, in: groupNumbers)
    let coded = codes.owners(of: codeKey(query)).filter { filter.allows(self.groups[Int($0)]) }
    if !coded.isEmpty { return .found(unique(coded), rest: []) }

    let words = words(of: query)
    if words.isEmpty { return .near([]) }
    let form = NameForm(words, cutsPrepositions: false)
    let stems = allowed(stems.owners(of: form.key), filter)

    let spelled = allowed(spellings.owners(of: joined(words)), filter)
    // What is called "Stadt Münster" word for word is not outweighed by a place called "Münster (Hessen)".
    let isPlain = form.designation == nil || form.designation == .district
    if !spelled.isEmpty { return called(spelled, isPlain ? stems : [], wish: nil) }

    let alike = allowed(forms.owners(of: form.key), filter)
    if !alike.isEmpty || !stems.isEmpty { return called(alike, stems, wish: form.designation) }

    return find(words, filter) ?? .near(near(form.key, words, filter))
  }

  private func allowed(_ names: [Int32], _ filter: GroupFilter) -> [Int32] {
    names.filter { filter.allows(groups[Int(entryOfName[Int($0)])]) }
  }

  /// Chooses among entries that are called alike: those that the wish fits best, main names before aliases, and those
  /// with an addition only when one of them outweighs all others.
  private func called(_ names: [Int32], _ stems: [Int32], wish: Designation?) -> NameFinding {
    let all = unique((names + stems).map { entryOfName[Int($0)] })
    let best = all.map { agreement($0, wish) }.max() ?? 0
    let fitting = Set(all.filter { agreement($0, wish) == best })
    let exact = Set(names.map { entryOfName[Int($0)] }).intersection(fitting)
    let mains = Set(names.filter(isMain).map { entryOfName[Int($0)] }).intersection(fitting)
    var chosen = mains.isEmpty ? exact : mains
    let extended = fitting.subtracting(exact)
    if chosen.isEmpty || heaviest(extended) > heaviest(chosen) { chosen.formUnion(extended) }
    return .found(all.filter(chosen.contains), rest: all.filter { !chosen.contains($0) })
  }

  private func heaviest(_ entries: Set<Int32>) -> Double { entries.map { weights[Int($0)] }.max() ?? -1 }

  /// 2 when an entry carries the designation, 0 when it carries only others, 1 when nothing is known.
  private func agreement(_ entry: Int32, _ wish: Designation?) -> Int {
    let carried = designations[Int(entry)]
    guard let wish, wish != .resort, carried != 0 else { return 1 }
    if carried & wish.rawValue != 0 { return 2 }
    let isMarket = carried == Designation.market.rawValue
    // A market is a municipality.
    return wish == .municipality && isMarket ? 1 : 0
  }

  /// The entries in the same order, each once.
  func unique(_ entries: [Int32]) -> [Int32] {
    var seen: Set<Int32> = []
    return entries.filter { seen.insert($0).inserted }
  }
}
