public import Foundation

extension StyleSheet {
  /// Reads a sheet from JSON as `Exports/styles/style.schema.json` describes it; `extends` names a preset that fills in
  /// what the sheet leaves out.
  ///
  /// Stricter than `Codable`: names that mean nothing are refused, for a misspelt one would silently do nothing.
  ///
  /// - Throws: ``DiagramError/styleSheet(keyPath:problem:)``.
  public static func read(_ json: Data) throws(DiagramError) -> StyleSheet {
    let json = try extended(json)
    let sheet: StyleSheet
    do {
      sheet = try JSONDecoder().decode(StyleSheet.self, from: json)
    } catch let error as DecodingError {
      throw styleError(error, in: json)
    } catch {
      throw .styleSheet(keyPath: "", problem: "\(error)")
    }
    try refuseUnknownNames(in: json, of: sheet)
    try sheet.check()
    return sheet
  }

  /// The sheet as JSON: names sorted, indented, with a final newline.
  public func json() throws(DiagramError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(self) + Data("\n".utf8)
    } catch {
      throw .styleSheet(keyPath: "", problem: "\(error)")
    }
  }

  /// Checks what types cannot say; ``read(_:)`` and the renderer call it.
  func check() throws(DiagramError) {
    try text.check()
    try page.check()
    guard !otherNodes.isEmpty else { throw .styleSheet(keyPath: "otherNodes", problem: "needs at least one style") }
    guard !otherEdges.isEmpty else { throw .styleSheet(keyPath: "otherEdges", problem: "needs at least one style") }
    for (kind, style) in nodes.sorted(by: { $0.key < $1.key }) { try style.check(at: "nodes.\(kind)") }
    for (position, style) in otherNodes.enumerated() { try style.check(at: "otherNodes[\(position)]") }
    try checkColours()
  }

  private func checkColours() throws(DiagramError) {
    guard !categories.isEmpty else { throw .styleSheet(keyPath: "categories", problem: "needs at least one colour") }
    guard steps.count > 1 else { throw .styleSheet(keyPath: "steps", problem: "needs at least two colours") }
    for (position, colours) in categories.enumerated() { try colours.check(at: "categories[\(position)]") }
    for (position, colours) in steps.enumerated() { try colours.check(at: "steps[\(position)]") }
    try marks.faded.check(at: "marks.faded")
    try marks.backdrop.check(at: "marks.backdrop")
    let written = [("text.colour", text.colour), ("marks.added", marks.added), ("marks.removed", marks.removed)]
    for (path, colour) in written { try checkContrast(colour, on: page.background, at: path) }
  }
}

extension StyleSheet.TextStyle {
  fileprivate func check() throws(DiagramError) {
    guard let first = fonts.first, !first.isEmpty else {
      throw .styleSheet(keyPath: "text.fonts", problem: "needs at least one font family")
    }
    for font in fonts where !font.allSatisfy({ $0.isLetter || $0.isNumber || " -_".contains($0) }) {
      throw .styleSheet(keyPath: "text.fonts", problem: "'\(font)' is no name of a font family")
    }
    let sizes = [
      ("titleSize", titleSize), ("subtitleSize", subtitleSize), ("legendSize", legendSize), ("nodeSize", nodeSize),
      ("edgeSize", edgeSize),
    ]
    for (name, size) in sizes where !(4...200).contains(size) {
      throw .styleSheet(keyPath: "text.\(name)", problem: "\(size) is not between 4 and 200 points")
    }
    guard (8...200).contains(lineLength) else {
      throw .styleSheet(keyPath: "text.lineLength", problem: "\(lineLength) is not between 8 and 200 characters")
    }
  }
}

extension StyleSheet.Page {
  fileprivate func check() throws(DiagramError) {
    guard (0...5).contains(margin) else {
      throw .styleSheet(keyPath: "page.margin", problem: "\(margin) is not between 0 and 5 inches")
    }
    guard (36...1200).contains(dotsPerInch) else {
      throw .styleSheet(keyPath: "page.dotsPerInch", problem: "\(dotsPerInch) is not between 36 and 1200")
    }
    for (name, side) in [("shortSide", shortSide), ("longSide", longSide)] {
      guard let side, !(2...200).contains(side) else { continue }
      throw .styleSheet(keyPath: "page.\(name)", problem: "\(side) is not between 2 and 200 inches")
    }
    guard (shortSide == nil) == (longSide == nil) else {
      throw .styleSheet(keyPath: "page", problem: "shortSide and longSide need each other")
    }
    if let shortSide, let longSide, 2 * margin > 0.9 * min(shortSide, longSide) {
      throw .styleSheet(keyPath: "page.margin", problem: "\(margin) inches leave no room on the paper")
    }
  }
}

extension StyleSheet.NodeStyle {
  fileprivate func check(at path: String) throws(DiagramError) { try checkContrast(text, on: fill, at: "\(path).text") }
}

extension StyleSheet.NodeColours {
  fileprivate func check(at path: String) throws(DiagramError) { try checkContrast(text, on: fill, at: "\(path).text") }
}

/// WCAG 2.1 AA (1.4.3) asks 4.5 of texts.
private func checkContrast(_ text: Colour, on fill: Colour, at path: String) throws(DiagramError) {
  let contrast = text.contrast(to: fill)
  guard contrast < 4.5 else { return }
  let rounded = (contrast * 10).rounded() / 10
  throw .styleSheet(
    keyPath: path, problem: "\(text) on \(fill) has a contrast of \(rounded) : 1, at least 4.5 is needed")
}

/// The sheet laid over the preset that it names in `extends`, member by member; lists replace lists.
private func extended(_ json: Data) throws(DiagramError) -> Data {
  do {
    guard var given = try JSONSerialization.jsonObject(with: json) as? [String: Any],
      let name = given.removeValue(forKey: "extends")
    else { return json }
    guard let preset = StyleSheet.presets.first(where: { $0.name == name as? String }) else {
      let known = StyleSheet.presets.map(\.name).joined(separator: ", ")
      throw DiagramError.styleSheet(keyPath: "extends", problem: "'\(name)' is none of \(known)")
    }
    let base = try JSONSerialization.jsonObject(with: preset.json())
    return try JSONSerialization.data(withJSONObject: overlaid(base, with: given), options: [.sortedKeys])
  } catch let error as DiagramError {
    throw error
  } catch {
    throw .styleSheet(keyPath: "", problem: "\(error.localizedDescription)")
  }
}

private func overlaid(_ base: Any, with given: Any) -> Any {
  guard let base = base as? [String: Any], let given = given as? [String: Any] else { return given }
  return base.merging(given) { overlaid($0, with: $1) }
}

private func styleError(_ error: DecodingError, in json: Data) -> DiagramError {
  switch error {
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    .styleSheet(keyPath: text(context.codingPath), problem: context.debugDescription)
  case .keyNotFound(let key, let context):
    .styleSheet(
      keyPath: text(context.codingPath + [key]),
      problem: misspelt(key, at: context.codingPath, in: json).map { "is missing, but '\($0)' means nothing" }
        ?? "is missing")
  case .dataCorrupted(let context):
    .styleSheet(
      keyPath: text(context.codingPath),
      problem: context.underlyingError.map { "\(context.debugDescription) \($0)" } ?? context.debugDescription)
  @unknown default: .styleSheet(keyPath: "", problem: "\(error)")
  }
}

/// A name that begins like a missing one, stands in its place and is in no preset: mostly its misspelling.
private func misspelt(_ key: any CodingKey, at path: [any CodingKey], in json: Data) -> String? {
  func names(_ json: Data?) -> Set<String> {
    let whole = json.flatMap { try? JSONSerialization.jsonObject(with: $0) }
    let found = path.reduce(whole) { value, key in
      key.intValue.flatMap { (value as? [Any])?[$0] } ?? (value as? [String: Any])?[key.stringValue]
    }
    return Set((found as? [String: Any])?.keys.map(\.self) ?? [])
  }
  let known = names(try? StyleSheet.screen.json())
  return names(json).subtracting(known).sorted().first { $0.prefix(3) == key.stringValue.prefix(3) }
}

private func text(_ path: [any CodingKey]) -> String {
  path.reduce("") { text, key in
    if let index = key.intValue { return text + "[\(index)]" }
    return text.isEmpty ? key.stringValue : text + "." + key.stringValue
  }
}

/// A name counts as known when the sheet, written again, has it too.
private func refuseUnknownNames(in json: Data, of sheet: StyleSheet) throws(DiagramError) {
  let unknown: (path: String, known: [String])?
  do {
    let given = try JSONSerialization.jsonObject(with: json)
    let known = try JSONSerialization.jsonObject(with: sheet.json())
    unknown = unknownName(given, known, at: "")
  } catch {
    throw .styleSheet(keyPath: "", problem: "\(error)")
  }
  guard let unknown else { return }
  throw .styleSheet(
    keyPath: unknown.path,
    problem: "means nothing in a style sheet; what stands here: \(unknown.known.joined(separator: ", "))")
}

private func unknownName(_ given: Any, _ known: Any, at path: String) -> (path: String, known: [String])? {
  if let given = given as? [String: Any], let known = known as? [String: Any] {
    for (name, value) in given.sorted(by: { $0.key < $1.key }) where !(path.isEmpty && name == "$schema") {
      let here = path.isEmpty ? name : "\(path).\(name)"
      if let match = known[name] {
        if let found = unknownName(value, match, at: here) { return found }
      } else if !(value is NSNull) {
        return (here, known.keys.sorted())
      }
    }
  } else if let given = given as? [Any], let known = known as? [Any] {
    for (position, pair) in zip(given, known).enumerated() {
      if let found = unknownName(pair.0, pair.1, at: "\(path)[\(position)]") { return found }
    }
  }
  return nil
}
