import GraphModel

/// Makes the SVG of Graphviz fit for the web: described for screen readers, with readable hover texts and with
/// fonts to fall back to.
///
/// Works line by line on the layout that Graphviz writes; no label can imitate it, since `<` never occurs in a text.
func dressedSVG(_ bytes: [UInt8], _ diagram: Diagram, _ style: StyleSheet) -> [UInt8] {
  let fonts = style.text.fonts.joined(separator: ", ")
  let family = "font-family=\"\(style.text.fonts[0])\""
  let boldFamily = "font-family=\"\(style.text.fonts[0]) Bold\""
  var output: [Substring] = []
  var owner: Substring = ""
  var root = SVGRoot.before
  for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
    if root == .before, line.hasPrefix("<!DOCTYPE") || line.hasPrefix(" \"http://www.w3.org/Graphics") {
      continue  // The public DTD is of no use to anyone and some readers try to load it.
    } else if root == .before, line.hasPrefix("<svg ") {
      root = .inside
      output.append("<svg role=\"img\" lang=\"\(diagram.language.rawValue)\" " + line.dropFirst(5))
    } else if root == .inside, line.hasSuffix(">") {
      root = .after
      output += [line, "<title>\(xmlLine(diagram.title))</title>"]
      if !diagram.summary.isEmpty { output.append("<desc>\(xmlLine(diagram.summary))</desc>") }
    } else if line.hasPrefix("<g id=\"") {
      owner = line.dropFirst(7).prefix { $0 != "\"" }
      output.append(line)
    } else if line.hasPrefix("<title>") {
      if let text = hoverText(owner, in: diagram) { output.append("<title>\(xmlLine(text))</title>") }
    } else if line.contains(family) {
      output.append(Substring(line.replacing(family, with: "font-family=\"\(fonts)\"")))
    } else if line.contains(boldFamily) {
      let bold = "font-family=\"\(fonts)\" font-weight=\"bold\""
      output.append(Substring(line.replacing(boldFamily, with: bold)))
    } else {
      output.append(line)
    }
  }
  return Array(output.joined(separator: "\n").utf8)
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
