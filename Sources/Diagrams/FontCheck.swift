import CGraphviz

/// What the fonts of this machine do to the texts of a picture.
enum FontCheck {
  /// What the user should know: another font than the one asked for, and characters that no font has.
  ///
  /// - Complexity: O(characters) and a search through the fonts for each character beyond the usual ones.
  static func warnings(for diagram: Diagram, in style: StyleSheet) -> [String] {
    replacement(for: style.text.fonts[0]) + missingCharacters(in: texts(of: diagram))
  }

  private static func replacement(for family: String) -> [String] {
    // These stand for whatever is there.
    guard !["sans", "sans-serif", "serif", "monospace", "system-ui"].contains(family.lowercased()) else { return [] }
    var found = [CChar](repeating: 0, count: 200)
    guard cgv_find_font(family, &found, found.count) != 0 else { return [] }
    let name = String(decoding: found.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return ["the font '\(family)' is not installed; '\(name)' is drawn in its place"]
  }

  private static func texts(of diagram: Diagram) -> [String] {
    [diagram.title, diagram.subtitle] + diagram.notes + diagram.nodes.flatMap { [$0.label, $0.cluster ?? ""] }
      + diagram.edges.map(\.label)
  }

  private static func missingCharacters(in texts: [String]) -> [String] {
    var seen: Set<Unicode.Scalar> = []
    var missing: [String] = []
    for scalar in texts.joined().unicodeScalars where scalar.value > 0x2AF && seen.insert(scalar).inserted {
      switch scalar.properties.generalCategory {
      // Joiners and the like are not drawn themselves.
      case .format, .control, .nonspacingMark, .enclosingMark, .spaceSeparator, .surrogate, .unassigned: continue
      default: if cgv_has_glyph(scalar.value) == 0 { missing.append(String(scalar)) }
      }
    }
    guard !missing.isEmpty else { return [] }
    let shown = missing.prefix(10).joined(separator: " ")
    return ["no font here has '\(shown)': it is drawn as a box"]
  }
}
