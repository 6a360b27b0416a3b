import CGraphviz
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Diagrams

struct PictureTests {
  /// Lines of text of different nodes keep apart, and all of them lie on the page.
  private func checkNoOverlap(_ diagram: Diagram, _ engine: LayoutEngine?) throws {
    let reading = try #require(SVGReading(draw(diagram, .svg, engine: engine)))
    let lines = reading.lines
    #expect(Set(lines.map(\.owner).filter { $0.hasPrefix("n") }).count == diagram.nodes.count)
    // One expectation for all: each costs more than a comparison.
    var covered: [String] = []
    for (position, one) in lines.enumerated() {
      for other in lines[..<position] where one.owner != other.owner {
        let isApart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
        if !isApart { covered.append("'\(one.text)' covers '\(other.text)'") }
      }
    }
    #expect(covered.isEmpty, "\(covered)")
    let box = reading.viewBox
    try #require(box.count == 4)
    #expect((lines.map(\.right).max() ?? 0) - (lines.map(\.left).min() ?? 0) <= box[2])
    #expect((lines.map(\.bottom).max() ?? 0) - (lines.map(\.top).min() ?? 0) <= box[3])
  }

  /// Nothing that was drawn before shows in a picture, nor what the process has kept in memory meanwhile: connected or not, by
  /// one engine after the other, there and back.
  @Test func layoutsForgetWhatWasDrawnBefore() throws {
    var random = SeededGenerator(seed: 1)
    let diagrams = [SampleDiagrams.network(24), SampleDiagrams.networks([6, 9, 2, 5])]
    let drawings = LayoutEngine.allCases.flatMap { engine in diagrams.map { (engine, $0) } }
    func pictures(_ drawings: [(LayoutEngine, Diagram)], after font: String) throws -> [[UInt8]] {
      var style = StyleSheet.screen
      style.text.fonts = [font]
      return try drawings.map { engine, diagram in
        _ = try drawPicture(of: SampleDiagrams.network(5), style: style, format: .svg, engine: engine)
        // Holes of all sizes, as a shell leaves them that has answered for a while.
        let kept = (0..<5_000).map { _ in [UInt8](repeating: 0, count: .random(in: 1...400, using: &random)) }
        let holes = kept.shuffled(using: &random).prefix(500)
        return try withExtendedLifetime(holes) { try drawPicture(of: diagram, format: .svg, engine: engine).bytes }
      }
    }
    let there = try pictures(drawings, after: "Serif")
    let back = try pictures(drawings.reversed(), after: "Sans of a foundry with a long name").reversed()
    for (drawing, (one, other)) in zip(drawings, zip(there, back)) {
      let isSame = one == other
      #expect(isSame, "\(drawing.0) draws \(drawing.1.nodes.count) nodes differently the second time")
    }
  }

  @Test(arguments: [1, 2, 8, 12, 30, 80, 200])
  func labelsKeepApart(_ count: Int) throws {
    try checkNoOverlap(SampleDiagrams.network(count), nil)
  }

  @Test(arguments: LayoutEngine.allCases)
  func labelsKeepApart(by engine: LayoutEngine) throws {
    try checkNoOverlap(SampleDiagrams.network(40), engine)
  }

  @Test(arguments: PictureFormat.allCases, [8, 40])
  func isTheSameTwice(_ format: PictureFormat, _ count: Int) throws {
    let diagram = SampleDiagrams.network(count)
    let first = try drawPicture(of: diagram, format: format)
    let second = try drawPicture(of: diagram, format: format)
    #expect(first == second)
    #expect(!first.bytes.isEmpty)
    #expect(first.warnings.isEmpty)
  }

  @Test func saysWhatFontsLack() throws {
    var style = StyleSheet.screen
    #expect(try drawPicture(of: SampleDiagrams.network(3), style: style, format: .svg).warnings == [])
    // No font has characters for private use, and none is called so.
    style.text.fonts = ["No Such Family"]
    let warnings = try drawPicture(of: SampleDiagrams.label("a\u{10FFFD}b"), style: style, format: .svg).warnings
    #expect(warnings.count == 2)
    #expect(warnings.first?.hasPrefix("the font 'No Such Family' is not installed; '") == true)
    #expect(warnings.last == "no font here has '\u{10FFFD}': it is drawn as a box")
  }

  @Test func drawsNothing() throws {
    for format in PictureFormat.allCases {
      #expect(try !drawPicture(of: Diagram(title: "leer"), format: format).bytes.isEmpty)
      #expect(try !drawPicture(of: Diagram(title: ""), format: format).bytes.isEmpty)
    }
  }

  /// A page is a page of its paper, whatever is drawn on it.
  @Test(arguments: [(Paper.a4, [595.0, 842]), (.a3, [842, 1191]), (.a0, [2384, 3370])], [1, 8, 40])
  func fitsPaper(_ paper: (name: Paper, sides: [Double]), _ count: Int) throws {
    var style = StyleSheet.print
    style.page = paper.name.page(of: style.page)
    let diagram = SampleDiagrams.network(count)
    let pdf = try draw(diagram, .pdf, style: style)
    let box = try #require(pdf.firstMatch(of: /MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+)/))
    #expect([Double(box.1) ?? 0, Double(box.2) ?? 0].sorted() == paper.sides)
    #expect(!pdf.contains("CreationDate (D:2026"))
    let svg = try draw(diagram, .svg, style: style)
    let size = try #require(svg.firstMatch(of: /width="([0-9]+)pt" height="([0-9]+)pt"/))
    #expect([Double(size.1) ?? 0, Double(size.2) ?? 0].sorted() == paper.sides)
  }

  /// The drawing stays within the border, touches it on two sides at least, and lies so that it is as large as it can be.
  @Test(arguments: 0..<40 as Range<UInt64>) func fillsPaper(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (left, bottom) = (Double.random(in: -500...500, using: &random), Double.random(in: -500...500, using: &random))
    let box = CGVBox(
      left: left, bottom: bottom, right: left + .random(in: 1...4_000, using: &random),
      top: bottom + .random(in: 1...4_000, using: &random))
    var page = Paper.a4.page(of: StyleSheet.print.page)
    let fit = try #require(PaperFit(of: box, on: page))
    let numbers = fit.viewport(atMost: .infinity).split(separator: ",").compactMap { Double($0) }
    try #require(numbers.count == 5)
    let (width, height, scale) = (numbers[0], numbers[1], numbers[2])
    let sides = [
      width / 2 + (box.left - numbers[3]) * scale, width / 2 - (box.right - numbers[3]) * scale,
      height / 2 - (box.top - numbers[4]) * scale, height / 2 + (box.bottom - numbers[4]) * scale,
    ]
    let border = page.margin * 72
    #expect(sides.allSatisfy { $0 > border - 1e-6 } && sides.count { $0 < border + 1e-6 } >= 2)
    (page.shortSide, page.longSide) = (page.longSide, page.shortSide)
    #expect(PaperFit(of: box, on: page)?.scale == scale)
    page.fills = false
    #expect(PaperFit(of: box, on: page)?.scale == min(1, scale))
    let small = fit.viewport(atMost: 100).split(separator: ",").compactMap { Double($0) }
    #expect(max(small[0], small[1]) <= 100 + 1e-9 && abs(small[2] / small[0] - scale / width) < 1e-9)
  }

  /// Six points are the least that is read on paper.
  @Test func warnsBelowSixPoints() throws {
    var sizes: [Bool] = []
    for count in [6, 14, 20, 26, 32, 40] {
      let picture = try drawPicture(of: SampleDiagrams.network(count), style: .print, format: .pdf, engine: .neato)
      for warning in picture.warnings {
        let points = try #require(warning.firstMatch(of: /only ([0-9.]+) pt/).flatMap { Double($0.1) })
        #expect(points < 6)
        sizes.append(points >= 5)
      }
    }
    #expect(sizes.contains(true), "none of the pictures has between five and six points")
  }

  /// A drawing that leaves part of its paper empty stands in the middle below the heading.
  @Test func standsInTheMiddleOfThePaper() throws {
    let diagram = SampleDiagrams.network(2)
    func gap(_ style: StyleSheet) throws -> Double {
      let reading = try #require(SVGReading(draw(diagram, .svg, style: style)))
      let lowest = reading.lines.filter { $0.owner == "graph0" }.map(\.bottom).max() ?? 0
      return (reading.lines.filter { $0.owner.hasPrefix("n") }.map(\.top).min() ?? 0) - lowest
    }
    #expect(try gap(.print) > gap(.screen) + 60)
  }

  /// The warning speaks of the print as it comes out.
  @Test func warnsOfSmallPrint() throws {
    let diagram = SampleDiagrams.network(80)
    for (paper, isReadable) in [(Paper.a4, false), (.a0, true)] {
      var style = StyleSheet.screen
      style.page = paper.page(of: style.page)
      #expect(try drawPicture(of: diagram, style: style, format: .pdf).warnings.isEmpty == isReadable)
    }
  }

  /// Boxes of a plan keep the order of their rows, and none covers another.
  @Test(arguments: 0..<10 as Range<UInt64>) func rowsKeepTheirOrder(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var diagram = Diagram(title: "")
    for row in 0..<4 {
      diagram.clusterRows.append([])
      for column in 0..<Int.random(in: 1...4, using: &random) {
        let name = "row \(row) · box \(column)"
        diagram.clusterRows[row].append(name)
        for member in 0..<Int.random(in: 1...6, using: &random) {
          var node = SampleDiagrams.network(9).nodes[member]
          (node.id, node.cluster) = ("\(name) \(member)", name)
          diagram.nodes.append(node)
        }
      }
    }
    let reading = try #require(SVGReading(draw(diagram, .svg)))
    var boxes: [String: (left: Double, right: Double, top: Double, bottom: Double)] = [:]
    for line in reading.lines {
      guard line.owner.hasPrefix("n"), let position = Int(line.owner.dropFirst()) else { continue }
      let name = diagram.nodes[position].cluster ?? ""
      let box = boxes[name] ?? (line.left, line.right, line.top, line.bottom)
      boxes[name] = (
        min(box.left, line.left), max(box.right, line.right), min(box.top, line.top), max(box.bottom, line.bottom)
      )
    }
    for (above, below) in zip(diagram.clusterRows, diagram.clusterRows.dropFirst()) {
      let lowest = above.compactMap { boxes[$0]?.bottom }.max() ?? .infinity
      #expect(below.allSatisfy { boxes[$0].map { $0.top > lowest } == true })
    }
    for row in diagram.clusterRows {
      for (one, next) in zip(row, row.dropFirst()) {
        #expect(boxes[one]?.right ?? .infinity < boxes[next]?.left ?? 0)
      }
    }
  }

  @Test func isReadableForMachines() throws {
    let reading = try #require(SVGReading(draw(SampleDiagrams.network(8), .svg)))
    #expect(reading.attributesOfRoot["role"] == "img")
    #expect(reading.attributesOfRoot["lang"] == "de")
    #expect(reading.titles.first == "Münsterhack und sein Netz")
    #expect(reading.titles.contains { $0.contains("– arbeitet an →") })
    #expect(reading.family.hasPrefix("DejaVu Sans, "))
  }

  /// Viewers and screen readers announce the title and the language of a document; its list of objects leads to them.
  @Test func pagesHaveATitle() throws {
    var diagram = SampleDiagrams.network(8)
    diagram.title = "Wer (mit wem)? \\ „Köln“ 🦀 \n >>"
    diagram.language = .english
    let bytes = try drawPicture(of: diagram, format: .pdf).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let list = try #require(text.matches(of: /startxref\n(\d+)\n%%EOF\n/).last.flatMap { Int($0.1) })
    #expect(String(decoding: bytes[list...], as: UTF8.self).hasPrefix("xref\n"))
    let rows = String(decoding: bytes[list...], as: UTF8.self).matches(of: /(\d+) 1\n(\d{10}) 00000 n \n/)
    let objects = try rows.map { row in
      let start = try #require(Int(row.2))
      let object = String(decoding: bytes[start...].prefix(2_000), as: UTF8.self)
      #expect(object.hasPrefix("\(row.1) 0 obj\n<< "))
      return object.components(separatedBy: "\nendobj\n")[0]
    }
    try #require(objects.count == 2)
    let digits = try #require(objects[0].firstMatch(of: /\/Title <FEFF([0-9A-F]+)>/)).1
    let units = stride(from: 0, to: digits.count, by: 4).compactMap {
      UInt16(digits.dropFirst($0).prefix(4), radix: 16)
    }
    #expect(String(decoding: units, as: UTF16.self) == LabelText.visible(diagram.title))
    #expect(objects[0].contains("/Producer (cairo"))
    for entry in ["/Type /Catalog", "/Lang (en)", "/DisplayDocTitle true"] { #expect(objects[1].contains(entry)) }
  }

  @Test func refusesWhatCannotBeDrawn() {
    let node = Diagram.Node(id: "a", label: "a", kind: "Actor")
    let many = (0...Diagram.nodeLimit).map { Diagram.Node(id: "\($0)", label: "", kind: "Actor") }
    #expect(throws: DiagramError.tooLarge(nodes: 5_001, limit: 5_000)) {
      try draw(Diagram(title: "", nodes: many), .svg)
    }
    #expect(throws: DiagramError.duplicateNode("a")) { try draw(Diagram(title: "", nodes: [node, node]), .svg) }
    for end in [1, -1] {
      let diagram = Diagram(title: "", nodes: [node], edges: [.init(from: 0, to: end, kind: "X")])
      #expect(throws: DiagramError.missingNode(edge: 0, node: end)) { try draw(diagram, .svg) }
    }
  }
}
