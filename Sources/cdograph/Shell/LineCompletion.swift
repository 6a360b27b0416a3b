import GraphModel

/// What Tab does with a line.
struct LineCompletion: Equatable {
  enum Effect: Equatable {
    /// Put this in place of what stands between `start` and the cursor.
    case replace(String)
    /// Show these, because what they have in common is typed already.
    case show([String])
  }

  /// Where the word being typed begins, with its quotation mark.
  var start: String.Index
  var effect: Effect

  /// - Parameters:
  ///   - word: What has been typed of the word.
  ///   - candidates: What it can become, in the order to show them.
  ///   - folded: Makes texts that count as equal the same.
  /// - Returns: Nil without candidates.
  init?(of word: CommandLineWord, candidates: [String], folded: (String) -> String) {
    start = word.start
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 {
      effect = .replace(quoted(first, in: word.quotation) + " ")
      return
    }
    let common = candidates.dropFirst().reduce(first[...]) { $0.commonPrefix(with: $1) }
    // "mue" may become "Mü", but with candidates MÜNSTER and Münster not shrink to "M".
    let goesOn = common != word.text && !common.isEmpty && folded(String(common)).hasPrefix(folded(word.text))
    effect =
      goesOn ? .replace(quoted(String(common), in: word.quotation, isFinished: false)) : .show(candidates)
  }

  /// Completes something that is no word of a command line and needs no quotation marks.
  ///
  /// - Returns: Nil without candidates.
  init?(at start: String.Index, typed: String, candidates: [String], folded: (String) -> String = { $0.lowercased() }) {
    self.start = start
    guard let first = candidates.first else { return nil }
    let common = candidates.dropFirst().reduce(first[...]) { $0.commonPrefix(with: $1) }
    let goesOn = common != typed && common.count >= typed.count && folded(String(common)).hasPrefix(folded(typed))
    effect = candidates.count == 1 || goesOn ? .replace(String(common)) : .show(candidates)
  }

  /// As many candidates as can be looked over, and how many more there are.
  static func excerpt(of candidates: [String], limit: Int = 60, _ language: Language) -> [String] {
    guard candidates.count > limit else { return candidates }
    let more = candidates.count - limit
    return candidates.prefix(limit) + [Wording("… noch \(more)", "… \(more) more")[language]]
  }
}

extension Substring {
  fileprivate func commonPrefix(with other: String) -> Substring {
    let difference = zip(indices, zip(self, other)).first { $0.1.0 != $0.1.1 }?.0
    return self[..<(difference ?? index(startIndex, offsetBy: Swift.min(count, other.count)))]
  }
}
