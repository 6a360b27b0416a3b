public import Foundation
import JSONText

extension StyleSheet {
  /// Reads a sheet from JSON as `Exports/styles/style.schema.json` describes it; `extends` names a preset that fills in
  /// what the sheet leaves out.
  ///
  /// Stricter than `Codable`: names that mean nothing are refused, for a misspelt one would silently do nothing.
  ///
  /// - Parameter file: What the file is called in what is said of it.
  /// - Throws: ``DiagramError/file(_:)``.
  public static func read(_ json: Data, from file: String) throws(DiagramError) -> StyleSheet {
    let text = try DiagramFile(json, named: file)
    do throws(ValueFault) {
      let extended = try extended(json, text.whole)
      let sheet: StyleSheet
      do throws(ValueFault) {
        sheet = try text.decoded(StyleSheet.self, from: extended)
      } catch {
        throw error.isMissingField ? error.advised(in: text.whole) : error
      }
      try refuseUnknownNames(in: extended, of: sheet)
      try sheet.check()
      return sheet
    } catch {
      throw text.placing(error)
    }
  }

  /// The sheet as JSON: names sorted, indented, with a final newline.
  public func json() throws(DiagramError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(self) + Data("\n".utf8)
    } catch {
      throw .styleSheet(pointer: "", problem: "\(error)")
    }
  }

  /// Checks what types cannot say, of a sheet that was not read from a file.
  func validate() throws(DiagramError) {
    do throws(ValueFault) {
      try check()
    } catch {
      throw .styleSheet(pointer: error.path, problem: error.problem)
    }
  }

  /// Checks what types cannot say.
  func check() throws(ValueFault) {
    try text.check()
    try page.check()
    guard !otherNodes.isEmpty else { throw ValueFault(["otherNodes"], "needs at least one style") }
    guard !otherEdges.isEmpty else { throw ValueFault(["otherEdges"], "needs at least one style") }
    for (kind, style) in nodes.sorted(by: { $0.key < $1.key }) { try style.check(at: ["nodes", kind]) }
    for (position, style) in otherNodes.enumerated() { try style.check(at: ["otherNodes", "\(position)"]) }
    try checkColours()
  }

  private func checkColours() throws(ValueFault) {
    guard !categories.isEmpty else { throw ValueFault(["categories"], "needs at least one colour") }
    guard steps.count > 1 else { throw ValueFault(["steps"], "needs at least two colours") }
    for (position, colours) in categories.enumerated() { try colours.check(at: ["categories", "\(position)"]) }
    for (position, colours) in steps.enumerated() { try colours.check(at: ["steps", "\(position)"]) }
    try marks.faded.check(at: ["marks", "faded"])
    try marks.backdrop.check(at: ["marks", "backdrop"])
    let written = [
      (["text", "colour"], text.colour), (["marks", "added"], marks.added), (["marks", "removed"], marks.removed),
    ]
    for (pointer, colour) in written { try checkContrast(colour, on: page.background, at: pointer) }
    // A line is no text: WCAG 2.1 AA asks 3 of what has to be seen (1.4.11).
    let lines =
      edges.sorted { $0.key < $1.key }.map { (["edges", $0, "colour"], $1.colour) }
      + otherEdges.enumerated().map { (["otherEdges", "\($0)", "colour"], $1.colour) }
    for (pointer, colour) in lines { try checkContrast(colour, on: page.background, least: 3, at: pointer) }
  }
}

extension StyleSheet.TextStyle {
  fileprivate func check() throws(ValueFault) {
    guard let first = fonts.first, !first.isEmpty else {
      throw ValueFault(["text", "fonts"], "needs at least one font family")
    }
    for font in fonts where !font.allSatisfy({ $0.isLetter || $0.isNumber || " -_".contains($0) }) {
      throw ValueFault(["text", "fonts"], "'\(font)' is no name of a font family")
    }
    let sizes = [
      ("titleSize", titleSize), ("subtitleSize", subtitleSize), ("legendSize", legendSize), ("nodeSize", nodeSize),
      ("edgeSize", edgeSize),
    ]
    for (name, size) in sizes where !(4...200).contains(size) {
      throw ValueFault(["text", name], "\(size) is not between 4 and 200 points")
    }
    guard (8...200).contains(lineLength) else {
      throw ValueFault(["text", "lineLength"], "\(lineLength) is not between 8 and 200 characters")
    }
  }
}

extension StyleSheet.Page {
  fileprivate func check() throws(ValueFault) {
    guard (0...5).contains(margin) else {
      throw ValueFault(["page", "margin"], "\(margin) is not between 0 and 5 inches")
    }
    guard (36...1200).contains(dotsPerInch) else {
      throw ValueFault(["page", "dotsPerInch"], "\(dotsPerInch) is not between 36 and 1200")
    }
    if let shortSide, let longSide, shortSide > longSide {
      throw ValueFault(["page", "shortSide"], "\(shortSide) is longer than the long side, \(longSide)")
    }
    for (name, side) in [("shortSide", shortSide), ("longSide", longSide)] {
      guard let side, !(2...200).contains(side) else { continue }
      throw ValueFault(["page", name], "\(side) is not between 2 and 200 inches")
    }
    guard (shortSide == nil) == (longSide == nil) else {
      throw ValueFault(["page"], "shortSide and longSide need each other")
    }
    if let shortSide, let longSide, 2 * margin > 0.9 * min(shortSide, longSide) {
      throw ValueFault(["page", "margin"], "\(margin) inches leave no room on the paper")
    }
  }
}

extension StyleSheet.NodeStyle {
  fileprivate func check(at pointer: [String]) throws(ValueFault) {
    try checkContrast(text, on: fill, at: pointer + ["text"])
  }
}

extension StyleSheet.NodeColours {
  fileprivate func check(at pointer: [String]) throws(ValueFault) {
    try checkContrast(text, on: fill, at: pointer + ["text"])
  }
}

/// WCAG 2.1 AA (1.4.3) asks 4.5 of texts.
private func checkContrast(
  _ text: Colour, on fill: Colour, least: Double = 4.5, at pointer: [String]
) throws(ValueFault) {
  let contrast = text.contrast(to: fill)
  guard contrast < least else { return }
  // Rounded down: what is too little must not look enough.
  let rounded = (contrast * 10).rounded(.down) / 10
  let needed = least == 3 ? "3" : "\(least)"
  throw ValueFault(pointer, "\(text) on \(fill) has a contrast of \(rounded) : 1, at least \(needed) is needed")
}

/// The sheet laid over the preset that it names in `extends`, member by member; lists replace lists.
private func extended(_ json: Data, _ whole: PlacedJSON) throws(ValueFault) -> Data {
  guard let named = whole["extends"] else { return json }
  guard case .string(let name, _) = named else {
    throw ValueFault(["extends"], "expected a text, found \(named.kind)")
  }
  guard let preset = StyleSheet.presets.first(where: { $0.name == name }) else {
    let known = StyleSheet.presets.map(\.name).joined(separator: ", ")
    throw ValueFault(["extends"], "'\(name)' is none of \(known)")
  }
  do {
    var given = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    given["extends"] = nil
    let base = try JSONSerialization.jsonObject(with: preset.json())
    return try JSONSerialization.data(withJSONObject: overlaid(base, with: given), options: [.sortedKeys])
  } catch {
    throw ValueFault([], "\(error)")
  }
}

private func overlaid(_ base: Any, with given: Any) -> Any {
  guard let base = base as? [String: Any], let given = given as? [String: Any] else { return given }
  return base.merging(given) { overlaid($0, with: $1) }
}

extension ValueFault {
  /// A missing field, with what was probably meant to be it, or how it may be missing.
  fileprivate func advised(in whole: PlacedJSON) -> ValueFault {
    // A name that begins like the missing one, stands in its place and is in no preset: mostly its misspelling.
    let known = (try? StyleSheet.screen.json()).flatMap { try? PlacedJSON([UInt8]($0)) }
    let others = names(of: whole.value(at: pointer)).subtracting(names(of: known?.value(at: pointer)))
    let missing = problem.split(separator: "'").dropFirst().first ?? ""
    if let misspelt = others.sorted().first(where: { $0.prefix(3) == missing.prefix(3) }) {
      return ValueFault(pointer + [misspelt], "\(problem), but '\(misspelt)' means nothing")
    }
    if let kind = unknownKind {
      let meant = StyleSheet.kind(meantBy: kind, below: pointer[0]).map { " — did you mean '\($0)'?" } ?? ""
      return ValueFault(pointer, "\(problem), and no kind that is known is called '\(kind)'\(meant)")
    }
    return whole["extends"] == nil
      ? ValueFault(pointer, #"\#(problem); "extends": "screen" fills in what is left out"#) : self
  }

  /// The kind whose look misses a field, where no preset knows it: a preset would fill the field in.
  private var unknownKind: String? {
    guard pointer.count == 2, let known = StyleSheet.kindNames[pointer[0]], known[pointer[1]] == nil else { return nil }
    return pointer[1]
  }

  private func names(of value: PlacedJSON?) -> Set<String> {
    guard case .object(let members, _)? = value else { return [] }
    return Set(members.map(\.key))
  }
}

/// A name counts as known when the sheet, written again, has it too.
private func refuseUnknownNames(in json: Data, of sheet: StyleSheet) throws(ValueFault) {
  let unknown: (pointer: [String], known: [String])?
  do {
    let given = try JSONSerialization.jsonObject(with: json)
    let known = try JSONSerialization.jsonObject(with: sheet.withAllFields.json())
    unknown = unknownName(given, known, below: [])
  } catch {
    throw ValueFault([], "\(error)")
  }
  guard let unknown, let name = unknown.pointer.last else { return }
  // What a sheet extends is gone from it here.
  let known = unknown.pointer.count == 1 ? (unknown.known + ["extends"]).sorted() : unknown.known
  throw ValueFault(unknown.pointer, "unknown field '\(name)'; what can stand here: \(known.joined(separator: ", "))")
}

extension StyleSheet {
  /// The sheet with something in each field that may be missing.
  fileprivate var withAllFields: StyleSheet {
    let name = LegendName(de: "", en: "")
    var full = self
    full.channels = Channels(colour: "", shape: "", size: "", line: "")
    full.page.shortSide = full.page.shortSide ?? 0
    full.page.longSide = full.page.longSide ?? 0
    full.page.fills = full.page.fills ?? true
    for kind in nodes.keys { full.nodes[kind]?.name = name }
    for kind in edges.keys {
      full.edges[kind]?.name = name
      full.edges[kind]?.arrow = .normal
    }
    for position in otherNodes.indices { full.otherNodes[position].name = name }
    for position in otherEdges.indices {
      full.otherEdges[position].name = name
      full.otherEdges[position].arrow = .normal
    }
    return full
  }
}

private func unknownName(
  _ given: Any, _ known: Any, below pointer: [String]
) -> (pointer: [String], known: [String])? {
  if let given = given as? [String: Any], let known = known as? [String: Any] {
    for (name, value) in given.sorted(by: { $0.key < $1.key }) where !(pointer.isEmpty && name == "$schema") {
      if let match = known[name] {
        if let found = unknownName(value, match, below: pointer + [name]) { return found }
      } else if !(value is NSNull) {
        return (pointer + [name], known.keys.sorted())
      }
    }
  } else if let given = given as? [Any], let known = known as? [Any] {
    for (position, pair) in zip(given, known).enumerated() {
      if let found = unknownName(pair.0, pair.1, below: pointer + ["\(position)"]) { return found }
    }
  }
  return nil
}
