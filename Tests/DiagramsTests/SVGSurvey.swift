import Foundation
import FoundationXML

/// Where the texts and filled areas of an SVG are: enough to see whether words cover one another and whether they can
/// be read on what lies behind them.
final class SVGSurvey: NSObject, XMLParserDelegate {
  struct Text {
    let text: String
    let owner: String
    let left, right, top, bottom: Double
    let colour: String
    let isBold: Bool
    let order: Int
  }

  struct Area {
    let points: [(x: Double, y: Double)]
    let isEllipse: Bool
    let colour: String
    let order: Int
    /// The box around the points of a polygon.
    let box: (left: Double, right: Double, top: Double, bottom: Double)

    init(points: [(x: Double, y: Double)], isEllipse: Bool, colour: String, order: Int) {
      (self.points, self.isEllipse, self.colour, self.order) = (points, isEllipse, colour, order)
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      box = (xs.min() ?? 0, xs.max() ?? 0, ys.min() ?? 0, ys.max() ?? 0)
    }

    /// The outline as a polygon.
    var ring: [(x: Double, y: Double)] {
      guard isEllipse else { return points }
      return (0..<48).map { step in
        let angle = Double(step) * .pi / 24
        return (points[0].x + points[1].x * cos(angle), points[0].y + points[1].y * sin(angle))
      }
    }

    /// How far a point is from the box around a polygon: no farther than from the polygon.
    func distanceToBox(_ x: Double, _ y: Double) -> Double {
      hypot(max(box.left - x, x - box.right, 0), max(box.top - y, y - box.bottom, 0))
    }

    /// How far a point is from the outline of a polygon; negative inside.
    func distance(_ x: Double, _ y: Double) -> Double {
      guard var one = points.last else { return .infinity }
      var nearest = Double.infinity
      for other in points {
        let (dx, dy) = (other.x - one.x, other.y - one.y)
        let length = dx * dx + dy * dy
        let part = length == 0 ? 0 : min(1, max(0, ((x - one.x) * dx + (y - one.y) * dy) / length))
        nearest = min(nearest, hypot(x - one.x - part * dx, y - one.y - part * dy))
        one = other
      }
      return contains(x, y) ? -nearest : nearest
    }

    func contains(_ x: Double, _ y: Double) -> Bool {
      if isEllipse {
        let dx = (x - points[0].x) / points[1].x
        let dy = (y - points[0].y) / points[1].y
        return dx * dx + dy * dy <= 1
      }
      var isInside = false
      for (one, other) in zip(points, points.dropFirst() + points.prefix(1)) where (one.y > y) != (other.y > y) {
        if x < (other.x - one.x) * (y - one.y) / (other.y - one.y) + one.x { isInside.toggle() }
      }
      return isInside
    }
  }

  /// A line between two things, as points along its curve.
  private struct Line {
    let points: [(x: Double, y: Double)]
    let order: Int
    let owner: String
    /// The box around the points, which tells cheaply what the line cannot come near to.
    let box: (left: Double, right: Double, top: Double, bottom: Double)

    init(points: [(x: Double, y: Double)], order: Int, owner: String) {
      (self.points, self.order, self.owner) = (points, order, owner)
      let (x, y) = (points.map(\.x), points.map(\.y))
      box = (x.min() ?? 0, x.max() ?? 0, y.min() ?? 0, y.max() ?? 0)
    }

    func mayMeet(left: Double, right: Double, top: Double, bottom: Double) -> Bool {
      left <= box.right && right >= box.left && top <= box.bottom && bottom >= box.top
    }
  }

  private(set) var texts: [Text] = []
  private var lines: [Line] = []
  private var areas: [Area] = []
  /// The filled outline of each node, as a polygon.
  private(set) var nodes: [String: Area] = [:]
  private var heads: [String: [(x: Double, y: Double)]] = [:]
  private var page: (width: Double, height: Double) = (0, 0)
  private var scale = 1.0
  private var owners: [String] = []
  private var attributes: [String: String] = [:]
  private var content = ""
  private var order = 0

  /// Reads a file; `nil` when it is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  /// Pairs of texts that cover one another, lines of one label excepted.
  var overlaps: [(String, String)] {
    var found: [(String, String)] = []
    for (position, one) in texts.enumerated() {
      for other in texts[..<position] {
        if one.owner == other.owner, one.owner.hasPrefix("n") || one.owner.hasPrefix("e") { continue }
        let isApart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
        if !isApart { found.append((one.text, other.text)) }
      }
    }
    return found
  }

  /// Texts that an edge strikes through: it runs over them, or below them with nothing in between. Words on edges are
  /// left out, since the edge that they belong to is told by their place.
  var struckThrough: [String] {
    texts.filter { text in
      guard !text.owner.hasPrefix("e") else { return false }
      let middle = (text.top + text.bottom) / 2
      let corners = [text.left, text.right].flatMap { x in [text.top, middle, text.bottom].map { (x, $0) } }
      // What lies below the middle of a text and holds all of it hides the edges further down.
      let ground = areas.last { area in
        area.order < text.order && area.contains((text.left + text.right) / 2, middle)
          && corners.allSatisfy { corner in area.contains(corner.0, corner.1) }
      }
      return lines.contains { line in
        line.order > (ground?.order ?? 0)
          && line.mayMeet(left: text.left, right: text.right, top: text.top, bottom: text.bottom)
          && line.points.contains {
            $0.x > text.left && $0.x < text.right && $0.y > text.top && $0.y < text.bottom
          }
      }
    }.map(\.text)
  }

  /// Words on edges that their own line runs into, where it is so wide to each side.
  func struckByTheirOwn(halfWidth: Double) -> [String] {
    texts.filter { text in
      lines.contains { line in
        line.owner == text.owner
          && line.points.contains { point in
            point.x > text.left && point.x < text.right && point.y > text.top - halfWidth
              && point.y < text.bottom + halfWidth
          }
      }
    }.map(\.text)
  }

  /// Nodes that an edge comes nearer to than a distance without joining them, and by how much.
  func touched(within distance: Double = 3) -> [(edge: String, node: String, distance: Double)] {
    lines.flatMap { line -> [(edge: String, node: String, distance: Double)] in
      let ends = ends(of: line)
      return nodes.filter { !ends.contains($0.key) }.sorted { $0.key < $1.key }.compactMap { name, area in
        let box = area.box
        guard
          line.mayMeet(
            left: box.left - distance, right: box.right + distance, top: box.top - distance,
            bottom: box.bottom + distance)
        else { return nil }
        let near = line.points.filter {
          $0.x > box.left - distance && $0.x < box.right + distance && $0.y > box.top - distance
            && $0.y < box.bottom + distance
        }
        let nearest = near.map { area.distance($0.x, $0.y) }.min() ?? .infinity
        return nearest < distance ? (line.owner, name, nearest) : nil
      }
    }
  }

  /// Pairs of edges that lie on one another over their whole length.
  var hidden: [(String, String)] {
    lines.indices.flatMap { one in
      lines[..<one].filter { other in
        let (inner, outer) = (lines[one].box, other.box)
        guard
          inner.left > outer.left - 3, inner.right < outer.right + 3, inner.top > outer.top - 3,
          inner.bottom < outer.bottom + 3
        else { return false }
        return lines[one].points.allSatisfy { point in
          other.points.contains { hypot($0.x - point.x, $0.y - point.y) < 3 }
        }
      }.map { ($0.owner, lines[one].owner) }
    }
  }

  /// Pairs of nodes whose boxes cover one another.
  var covered: [(String, String)] {
    let names = nodes.keys.sorted()
    return names.indices.flatMap { one in
      names[..<one].filter { other in
        guard let box = nodes[names[one]]?.box, let otherBox = nodes[other]?.box else { return false }
        return box.left < otherBox.right && otherBox.left < box.right && box.top < otherBox.bottom
          && otherBox.top < box.bottom
      }.map { ($0, names[one]) }
    }
  }

  /// How many lines each edge is drawn with.
  var linesPerEdge: [String: Int] { lines.reduce(into: [:]) { $0[$1.owner, default: 0] += 1 } }

  /// The part of the page that nodes take.
  var coverage: Double {
    nodes.values.reduce(0) { sum, area in
      let box = area.box
      return sum + (box.right - box.left) * (box.bottom - box.top)
    } * scale * scale / (page.width * page.height)
  }

  /// The nodes that a line joins: nearest to its beginning and to its end, arrow heads included.
  private func ends(of line: Line) -> Set<String> {
    guard let first = line.points.first, let last = line.points.last else { return [] }
    return Set(
      [(first, last), (last, first)].compactMap { end, other in
        // A head belongs to the end that it is nearer to.
        let tips = (heads[line.owner] ?? []).filter {
          hypot($0.x - end.x, $0.y - end.y) < hypot($0.x - other.x, $0.y - other.y)
        }
        var nearest = (distance: Double.infinity, name: "")
        for (name, area) in nodes {
          for point in tips + [end] where area.distanceToBox(point.x, point.y) <= nearest.distance {
            let found = (area.distance(point.x, point.y).magnitude, name)
            if found < nearest { nearest = found }
          }
        }
        return nearest.name
      })
  }

  /// The contrast of a text to the topmost area that was painted before it.
  func contrast(of text: Text, page: String) -> Double {
    let x = (text.left + text.right) / 2
    let y = (text.top + text.bottom) / 2
    let behind = areas.last { $0.order < text.order && $0.contains(x, y) }?.colour ?? page
    return Self.luminanceRatio(text.colour, behind)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    order += 1
    content = ""
    self.attributes = attributes
    if name == "g" {
      // The anchor inside a node with a link belongs to the node.
      let id = attributes["id"] ?? owners.last ?? ""
      owners.append(id.hasPrefix("a_") ? String(id.dropFirst(2)) : id)
      if id == "graph0" { scale = numbers(attributes["transform"] ?? "").first ?? 1 }
    }
    if name == "path", isInEdge { line(numbers(attributes["d"] ?? "")) }
    if name == "svg" {
      let box = numbers(attributes["viewBox"] ?? "")
      if box.count == 4 { page = (box[2], box[3]) }
    }
    if isInEdge { head(name, attributes) }
    let fill = attributes["fill"] ?? "none"
    guard fill != "none", fill != "transparent", !isInEdge else { return }
    switch name {
    case "polygon": area(numbers(attributes["points"] ?? ""), fill)
    case "path": area(numbers(attributes["d"] ?? ""), fill)
    case "ellipse":
      let values = ["cx", "cy", "rx", "ry"].map { Double(attributes[$0] ?? "") ?? 0 }
      let points = [(x: values[0], y: values[1]), (x: values[2], y: values[3])]
      take(Area(points: points, isEllipse: true, colour: fill, order: order))
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { content += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "g" { owners.removeLast() }
    let text = content.trimmingCharacters(in: .whitespaces.union(["\u{A0}"]))
    guard name == "text", !text.isEmpty else { return }
    func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? 0 }
    let size = number("font-size")
    let isBold = attributes["font-weight"] != nil
    let width = Self.width(of: text) * size * (isBold ? 1.11 : 1)
    let left =
      switch attributes["text-anchor"] {
      case "middle": number("x") - width / 2
      case "end": number("x") - width
      default: number("x")
      }
    texts.append(
      Text(
        text: text, owner: owners.last ?? "", left: left, right: left + width, top: number("y") - size * 0.75,
        bottom: number("y") + size * 0.1, colour: attributes["fill"] ?? "black", isBold: isBold, order: order))
  }

  private var isInEdge: Bool { owners.last?.hasPrefix("e") == true }

  private func numbers(_ text: String) -> [Double] {
    text.split { !($0.isNumber || $0 == "." || $0 == "-") }.compactMap { Double($0) }
  }

  /// Follows the Bézier curves that Graphviz writes: a start and three points for each piece.
  private func line(_ numbers: [Double]) {
    let knots = stride(from: 0, to: numbers.count - 1, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
    var points: [(x: Double, y: Double)] = []
    for start in stride(from: 0, to: knots.count - 3, by: 3) {
      for step in 0...100 {
        let part = Double(step) / 100
        let rest = 1 - part
        let weights = [rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part]
        points.append(
          (
            x: (0..<4).reduce(0) { $0 + weights[$1] * knots[start + $1].x },
            y: (0..<4).reduce(0) { $0 + weights[$1] * knots[start + $1].y }
          ))
      }
    }
    lines.append(Line(points: points, order: order, owner: owners.last ?? ""))
  }

  private func area(_ numbers: [Double], _ fill: String) {
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
    if points.count > 2 { take(Area(points: points, isEllipse: false, colour: fill, order: order)) }
  }

  private func take(_ area: Area) {
    areas.append(area)
    // The first area of a node is its outline; what follows are folds and signs.
    if let owner = owners.last, owner.hasPrefix("n"), nodes[owner] == nil {
      nodes[owner] = Area(points: area.ring, isEllipse: false, colour: area.colour, order: area.order)
    }
  }

  private func head(_ name: String, _ attributes: [String: String]) {
    guard let owner = owners.last else { return }
    if name == "polygon" {
      let values = numbers(attributes["points"] ?? "")
      heads[owner, default: []] += stride(from: 0, to: values.count - 1, by: 2).map { (values[$0], values[$0 + 1]) }
    } else if name == "ellipse" {
      let values = ["cx", "cy", "rx"].map { Double(attributes[$0] ?? "") ?? 0 }
      heads[owner, default: []] += (0..<12).map { step in
        let angle = Double(step) * .pi / 6
        return (values[0] + values[2] * cos(angle), values[1] + values[2] * sin(angle))
      }
    }
  }

  /// The advance widths of DejaVu Sans in em, by groups of letters that are nearly alike.
  private static func width(of text: String) -> Double {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of letter: Character) -> Double {
    switch letter {
    case "i", "j", "l", "I", "'", "|": 0.28
    case " ", ".", ",", ":", ";", "!", "(", ")", "[", "]", "/", "-", "f", "t", "r", "·": 0.37
    case "m", "M", "W", "w", "@", "%", "—", "+", "=", "–": 0.86
    case _ where letter.isUppercase: 0.68
    default: 0.6
    }
  }

  private static func luminanceRatio(_ one: String, _ other: String) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let names = ["black": "#000000", "white": "#FFFFFF"]
    let digits = (names[colour] ?? colour).dropFirst()
    guard let value = UInt32(digits, radix: 16) else { return 0 }
    let parts = [16, 8, 0].map { shift in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
