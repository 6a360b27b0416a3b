import GraphModel

/// Makes the SVG of Graphviz fit for the web: described for screen readers, with readable hover texts and with
/// fonts to fall back to.
///
/// Works line by line on the layout that Graphviz writes; no label can imitate it, since `<` never occurs in a text.
func dressedSVG(_ bytes: [UInt8], _ diagram: Diagram, _ style: StyleSheet) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count + bytes.count / 4)
  var owner: Substring = ""
  var root = SVGRoot.before
  func add(_ text: String) {
    output += text.utf8
    output.append(UInt8(ascii: "\n"))
  }
  // As bytes: most lines stay as they are, and looking for the characters of all of them takes longer than drawing some.
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    func isBegun(_ start: String) -> Bool { line.starts(with: start.utf8) }
    if root == .before, isBegun("<!DOCTYPE") || isBegun(" \"http://www.w3.org/Graphics") {
      continue  // The public DTD is of no use to anyone and some readers try to load it.
    } else if root == .before, isBegun("<svg ") {
      root = .inside
      add(
        "<svg role=\"img\" lang=\"\(diagram.language.rawValue)\" " + String(decoding: line.dropFirst(5), as: UTF8.self))
    } else if root == .inside, line.last == UInt8(ascii: ">") {
      root = .after
      add(String(decoding: line, as: UTF8.self))
      add("<title>\(xmlLine(diagram.title))</title>")
      if !diagram.summary.isEmpty { add("<desc>\(xmlLine(diagram.summary))</desc>") }
    } else if isBegun("<title>") {
      if let text = hoverText(owner, in: diagram) { add("<title>\(xmlLine(text))</title>") }
    } else if isBegun("<text ") {
      add(withFallbacks(String(decoding: line, as: UTF8.self), style))
    } else {
      if isBegun("<g id=\"") { owner = String(decoding: line.dropFirst(7), as: UTF8.self).prefix { $0 != "\"" } }
      output += line
      output.append(UInt8(ascii: "\n"))
    }
  }
  if !output.isEmpty { output.removeLast() }
  return output
}

/// A line of text with fonts for readers that do not have the first one.
private func withFallbacks(_ line: String, _ style: StyleSheet) -> String {
  let fonts = "font-family=\"\(style.text.fonts.joined(separator: ", "))\""
  let family = "font-family=\"\(style.text.fonts[0])"
  guard let found = line.firstRange(of: family) else { return line }
  let rest = line[found.upperBound...]
  if rest.hasPrefix("\"") { return line[..<found.lowerBound] + fonts + rest.dropFirst() }
  let bold = " Bold\""
  guard rest.hasPrefix(bold) else { return line }
  return line[..<found.lowerBound] + fonts + " font-weight=\"bold\"" + rest.dropFirst(bold.count)
}

private enum SVGRoot {
  case before
  case inside
  case after
}

private func xmlLine(_ text: String) -> String { LabelText.xml(LabelText.visible(text)) }

/// What the pointer shows over the group with an id such as `n3` or `e12`; `nil` for the whole graph.
private func hoverText(_ id: Substring, in diagram: Diagram) -> String? {
  guard let position = Int(id.dropFirst()) else { return nil }
  if id.first == "n", diagram.nodes.indices.contains(position) {
    return diagram.hoverText(of: diagram.nodes[position])
  }
  guard id.first == "e", diagram.edges.indices.contains(position) else { return nil }
  let edge = diagram.edges[position]
  let mark = edge.isExample ? Wording(" [Beispiel]", " [example]")[diagram.language] : ""
  let words = (edge.label.isEmpty ? edge.kind : edge.label) + mark
  return "\(diagram.nodes[edge.from].label) – \(words) \(edge.isDirected ? "→" : "–") \(diagram.nodes[edge.to].label)"
}
