import Foundation
import Testing

@testable import Diagrams

struct PictureTests {
  /// Lines of text of different nodes keep apart, and all of them lie on the page.
  private func checkNoOverlap(_ diagram: Diagram, _ engine: LayoutEngine?) throws {
    let reading = try #require(SVGReading(draw(diagram, .svg, engine: engine)))
    let lines = reading.lines
    #expect(Set(lines.map(\.owner).filter { $0.hasPrefix("n") }).count == diagram.nodes.count)
    for (position, one) in lines.enumerated() {
      for other in lines[..<position] where one.owner != other.owner {
        let isApart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
        #expect(isApart, "'\(one.text)' covers '\(other.text)'")
      }
    }
    let box = reading.viewBox
    try #require(box.count == 4)
    #expect((lines.map(\.right).max() ?? 0) - (lines.map(\.left).min() ?? 0) <= box[2])
    #expect((lines.map(\.bottom).max() ?? 0) - (lines.map(\.top).min() ?? 0) <= box[3])
  }

  /// Nothing that was drawn before shows in a picture; `fdp` and `circo` need a process of their own for that.
  @Test(arguments: LayoutEngine.allCases.filter { $0 != .fdp && $0 != .circo })
  func `a layout forgets what was drawn before`(engine: LayoutEngine) throws {
    let diagram = SampleDiagrams.network(40)
    let first = try drawPicture(of: diagram, format: .svg, engine: engine).bytes
    for (number, other) in LayoutEngine.allCases.enumerated() {
      _ = try drawPicture(of: SampleDiagrams.network(5 + number), format: .svg, engine: other)
    }
    let isSame = try drawPicture(of: diagram, format: .svg, engine: engine).bytes == first
    #expect(isSame)
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

  @Test func drawsNothing() throws {
    for format in PictureFormat.allCases {
      #expect(try !drawPicture(of: Diagram(title: "leer"), format: format).bytes.isEmpty)
      #expect(try !drawPicture(of: Diagram(title: ""), format: format).bytes.isEmpty)
    }
  }

  @Test func fitsPaper() throws {
    let pdf = try draw(SampleDiagrams.network(80), .pdf, style: .print)
    let match = try #require(pdf.firstMatch(of: /MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+)/))
    let sides = [Double(match.1) ?? 0, Double(match.2) ?? 0].sorted()
    #expect(sides[0] <= 8.27 * 72 && sides[1] <= 11.69 * 72)
    #expect(!pdf.contains("CreationDate (D:2026"))
  }

  @Test func isReadableForMachines() throws {
    let reading = try #require(SVGReading(draw(SampleDiagrams.network(8), .svg)))
    #expect(reading.attributesOfRoot["role"] == "img")
    #expect(reading.attributesOfRoot["lang"] == "de")
    #expect(reading.titles.first == "Münsterhack und sein Netz")
    #expect(reading.titles.contains { $0.contains("– arbeitet an →") })
    #expect(reading.family.hasPrefix("DejaVu Sans, "))
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
