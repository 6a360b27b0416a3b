import Diagrams
import GermanText
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

extension DiagramCommand {
  /// Refuses looks that speak of what the picture has not, naming the option or the place in the style sheet.
  func check(_ sheet: StyleSheet, in diagram: Diagram) throws {
    let channels = sheet.channels ?? StyleSheet.Channels()
    func place(_ channel: String) -> String? { looks.isSheet(channel) ? "\(looks.style): /channels/\(channel): " : nil }
    for (channel, key) in [("colour", channels.colour), ("shape", channels.shape), ("size", channels.size)] {
      if let key { try check(key, in: diagram, place: place(channel)) }
    }
    // A few values more than there are colours are still told apart by the letters in the labels.
    if let key = channels.colour, let count = words(of: key, in: diagram, moreThan: 24) {
      let colours = sheet.categories.count
      Console.warn(
        "'\(key)' has \(count) values here, and the \(colours) colours repeat; choose kind, land, area or community")
    }
    let shapes = NodeShape.allCases.count - 1
    if let key = channels.shape, let count = words(of: key, in: diagram, moreThan: shapes) {
      Console.warn(
        "'\(key)' has \(count) values here, and the \(shapes) shapes repeat; choose kind, land, area or community")
    }
    if let key = channels.size, !diagram.nodes.contains(where: { $0.facts[key]?.number != nil }) {
      let name = place("size").map { $0 + "'" } ?? "'--size-by "
      throw Failure(
        exitCode: .data,
        name + "\(key)' finds no number in the picture; numbers are population or centrality, for example")
    }
    if let key = channels.line, !["kind", "count"].contains(key),
      !diagram.edges.contains(where: { $0.facts[key] != nil })
    {
      let name = place("line").map { $0 + "'" } ?? "'--line-by "
      throw Failure(
        exitCode: .data, name + "\(key)' finds nothing at the relationships of the picture; choose kind or count")
    }
  }

  /// The number of words that a legend would explain, where it is more than it can.
  private func words(of key: String, in diagram: Diagram, moreThan most: Int) -> Int? {
    let count = Set(diagram.nodes.compactMap { $0.facts[key] }.filter { $0.number == nil }).count
    return count > most ? count : nil
  }

  /// Says which looks of a sheet nothing in the picture has, since they are mostly misspelt.
  func warn(of sheet: StyleSheet, in diagram: Diagram) {
    for look in sheet.idleLooks(in: diagram) {
      let kind = "\(looks.style): \(look.pointer): nothing in the picture is of the kind '\(look.kind)'"
      Console.warn(kind + (look.meant.map { " — did you mean '\($0)'?" } ?? ""))
    }
  }

  /// Refuses a condition on what nodes do not have, and one that none of them fulfils: the picture would be empty, or
  /// all of it pale, for a reason that nobody sees.
  func check(_ filter: DiagramFilter, in diagram: Diagram, of workspace: Workspace) throws {
    let words = workspace.words(for: filter.key, in: diagram)
    if filter.key == "kind", case .words(let typed) = filter.condition {
      for word in typed where words.value(meantBy: word) == nil {
        throw Failure(exitCode: .data, "unknown kind '\(word)'; kinds are \(RecordKind.choices(Console.language))")
      }
    }
    if DiagramKeys.measured.contains(filter.key), !diagram.nodes.contains(where: { $0.facts[filter.key] != nil }) {
      throw Failure(
        exitCode: .data,
        "'\(filter.typedKey)' is measured in what is drawn, after filtering; filter by kind, land, focus, area or a field such as population"
      )
    }
    try check(filter.key, in: diagram, typed: filter.typedKey, isFilter: true)
    let meant = filter.resolved(words.value)
    guard diagram.countFulfilling([meant]) > 0 else {
      let advice = advice(for: meant, words.choices)
      throw Failure(exitCode: .data, "nothing in the picture fulfils '\(filter.text)'" + advice)
    }
    for word in meant.alternatives where diagram.countFulfilling([word]) == 0 {
      let said = filter.typedKey + "=" + word.words.map { name(of: $0, filter.key) }.joined(separator: ",")
      let advice = advice(for: word, typed: filter.typedKey, words.choices)
      Console.warn("nothing in the picture fulfils '\(said)'" + advice)
    }
  }

  /// What the words of a condition could have been.
  private func advice(for filter: DiagramFilter, typed: String? = nil, _ choices: [String]) -> String {
    guard let word = filter.words.first else { return "" }
    let key = typed ?? filter.typedKey
    // Of many numbers hardly one is ever met.
    if choices.count > 8, choices.allSatisfy({ Double($0) != nil }), let low = choices.first, let high = choices.last {
      return "; '\(key)' has \(choices.count) numbers here; give a range: \(key)=\(low)..\(high)"
    }
    let names = choices.map { name(of: $0, filter.key) }
    let hint = Self.suggestion(for: word, among: choices + names)
    guard hint.isEmpty else { return hint }
    // What is typed in any language stands behind the reader's word.
    let said = zip(names, choices).map { folded($0) == folded($1) ? $0 : "\($0) (\($1))" }
    // All Länder fit in; of a thousand names a few show what is asked for.
    var room = 240
    let shown = said.prefix { choice in
      room -= choice.count + 2
      return room >= 0
    }
    let rest = said.count > shown.count ? ", …" : ""
    return "; '\(key)' is here: \(shown.joined(separator: ", "))\(rest)"
  }

  private func name(of value: String, _ key: String) -> String {
    DiagramKeys.shortName(ofValue: value, of: key, Console.language)
  }

  /// A misspelt key would silently mean "unknown" for every node.
  ///
  /// - Parameter place: Where the key is written, unless somebody typed it.
  func check(
    _ key: String, in diagram: Diagram, typed: String? = nil, isFilter: Bool = false, place: String? = nil
  ) throws {
    guard key != "kind", !diagram.nodes.contains(where: { $0.facts[key] != nil }) else { return }
    // The focus of legends is known of whoever has the field.
    let field = key == "focus" ? "roleFocus" : key
    let kinds = RecordKind.all.filter { kind in kind.fields.contains { $0.name == field } }
    let owners = kinds.map { $0.wording[Console.language] }.sorted()
    let drawn = Set(diagram.nodes.map(\.kind))
    if kinds.contains(where: { drawn.contains($0.label.name) }) {
      let advice = "(it can be of: \(owners.joined(separator: ", "))); choose kind, land or area instead"
      throw Failure(
        exitCode: .data, (place ?? "") + "'\(typed ?? key)' is stated nowhere in the picture \(advice)")
    }
    let keys = Set(diagram.nodes.flatMap(\.facts.keys)).union(RecordKind.all.flatMap { $0.fields.map(\.name) })
    let suggestion = Self.suggestion(for: key, among: keys.sorted())
    // A key that exists is not misspelt: other nodes have it.
    let advice =
      !owners.isEmpty
      ? "; only these can have it: \(owners.joined(separator: ", "))"
      : suggestion.isEmpty
        ? (isFilter
          ? "; choose kind, land, focus, area or a field such as population"
          : "; choose kind, land, focus, area, community or a field such as population") : suggestion
    throw Failure(exitCode: .data, (place ?? "") + "nothing in the picture has '\(typed ?? key)'" + advice)
  }

  private static func suggestion(for word: String, among words: [String]) -> String {
    nearest(to: word, among: words).first.map { " — did you mean '\($0)'?" } ?? ""
  }
}

extension DiagramFilter {
  /// The fact as somebody typed it.
  fileprivate var typedKey: String { String(text.prefix { $0 != "=" }.drop(while: \.isWhitespace)) }

  fileprivate var words: [String] {
    guard case .words(let words) = condition else { return [] }
    return words
  }
}
