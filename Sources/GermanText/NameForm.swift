/// A name without what people leave out or write in several ways.
struct NameForm {
  /// The canonical words without designations and legal forms, joined without spaces, since people disagree about
  /// those ("b. München", "b.München", "E-Government", "eGovernment").
  let key: String
  /// The key without an addition such as "(Saale)", "/Harz" or "am Main"; `nil` when the name has none.
  let withoutAddition: String?
  /// The designation that was dropped, or that of a district.
  let designation: Designation?

  /// - Parameter cutsPrepositions: Whether "am Main" counts as an addition and not only what stands in brackets or
  ///   behind a slash: right for places, wrong for "Digitalisierung in der Pflege".
  init(_ words: [Word], cutsPrepositions: Bool) {
    let (rest, dropped) = NameForm.withoutDesignations(words)
    let core = NameForm.withoutLegalForms(rest)
    let isDistrict = core.first.map { $0.role == .district } ?? false
    designation = isDistrict ? .district : dropped
    key = NameForm.joined(core)
    let end = core.indices.dropFirst(isDistrict ? 2 : 1).first { position in
      core[position].opensAddition || (cutsPrepositions && core[position].role == .preposition)
    }
    withoutAddition = end.map { NameForm.joined(core[..<$0]) }
  }

  private static func joined(_ words: ArraySlice<Word>) -> String {
    words.reduce(into: "") { $0 += $1.canonical }
  }

  /// Drops "Stadt …", "Freie und Hansestadt …" and "…, Markt", but never all words; "Harz, Landkreis" becomes
  /// "Landkreis Harz".
  private static func withoutDesignations(_ words: [Word]) -> (words: ArraySlice<Word>, designation: Designation?) {
    var core = words[...]
    var designation: Designation?
    if let comma = words.firstIndex(where: \.isAfterComma), comma > 0 {
      let tail = words[comma...]
      if tail.count == 1, words[comma].role == .district {
        core = [words[comma]] + words[..<comma]
      } else if let found = designationAfterComma(tail) {
        core = words[..<comma]
        designation = found
      }
    }
    // The longest run of modifiers and designations at the start that ends with a designation.
    var length = 0
    for (position, word) in core.enumerated().dropLast() {
      if let found = word.role.designation {
        length = position + 1
        designation = designation ?? found
      } else if word.role != .modifier && word.role != .particle {
        break
      }
    }
    return (core.dropFirst(length), designation)
  }

  /// Registers write "M" and "St" for market and town, and towns adorn themselves ("Tor zur Eifel" stays).
  private static func designationAfterComma(_ tail: ArraySlice<Word>) -> Designation? {
    guard let last = tail.last?.text else { return nil }
    if tail.count == 1, last == "m" { return .market }
    if tail.count == 1, last == "st" { return .town }
    if let found = tail.last?.role.designation { return found }
    // "Stadt der FernUniversität" is a designation, "Stadt- und Raumforschung" is not.
    if let next = tail.dropFirst().first, next.canonical == "der" || next.role == .preposition,
      let found = tail.first?.role.designation
    {
      return found
    }
    if last.hasSuffix("stadt") { return .town }
    if last.hasSuffix("gemeinde") { return .municipality }
    if last.hasSuffix("flecken") { return .market }
    return nil
  }

  private static func withoutLegalForms(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    var core = words
    while core.count > 1, let last = core.last {
      if core.count > 2, last.text == "v", core[core.endIndex - 2].text == "e" {
        core.removeLast(2)
      } else if last.role == .legalForm, last.text != "e" {
        core.removeLast()
      } else {
        break
      }
    }
    return core
  }
}
