import Foundation
import TestSupport
import Testing

/// Every picture of the gallery can be read: no label covers another, no edge strikes one through, no edge touches a node
/// that it does not join or hides another edge, and all words stand out from what is behind.
struct GalleryTests {
  static let pictures = try? FileManager.default.contentsOfDirectory(atPath: Project.path("Exports/gallery"))
    .filter { $0.hasSuffix(".svg") }.sorted()

  @Test func hasEnoughPictures() { #expect((Self.pictures ?? []).count >= 8) }

  @Test(arguments: pictures ?? []) func labelsKeepApart(_ name: String) throws {
    let overlaps = try survey(name).overlaps
    #expect(overlaps.isEmpty, "\(overlaps.map { "'\($0.0)' covers '\($0.1)'" }.joined(separator: "; "))")
  }

  @Test(arguments: pictures ?? []) func edgesPassWords(_ name: String) throws {
    let struck = try survey(name).struckThrough
    #expect(struck.isEmpty, "edges strike through \(struck.joined(separator: ", "))")
  }

  @Test(arguments: pictures ?? []) func edgesKeepOffNodes(_ name: String) throws {
    let survey = try survey(name)
    let touched = survey.touched().map { "\($0.edge) comes \($0.distance) near to \($0.node)" }
    #expect(touched.isEmpty, "\(touched.joined(separator: "; "))")
    #expect(survey.hidden.isEmpty, "\(survey.hidden)")
  }

  /// On a slide a picture is as high as the slide: its nodes are small when there is much nothing between them.
  @Test(arguments: pictures ?? []) func nodesFillThePage(_ name: String) throws {
    let isMap = name.hasSuffix("karte.svg")
    let coverage = try survey(name).coverage
    #expect(coverage > (isMap ? 0.05 : 0.08), "nodes cover \(coverage) of the page")
  }

  @Test(arguments: pictures ?? []) func wordsStandOut(_ name: String) throws {
    let survey = try survey(name)
    #expect(!survey.texts.isEmpty)
    let page = name.contains("dunkel") ? "#12181F" : "#FFFFFF"
    // The heads of arrows in the legend are signs too, and pale where the lines are.
    for text in survey.texts where text.text.contains(where: { $0.isLetter || $0.isNumber }) {
      let contrast = survey.contrast(of: text, page: page)
      #expect(contrast >= 4.5, "'\(text.text)' has a contrast of \(contrast)")
    }
  }

  @Test(arguments: pictures ?? []) func isDescribed(_ name: String) throws {
    let svg = try String(contentsOfFile: Project.path("Exports/gallery/\(name)"), encoding: .utf8)
    #expect(svg.contains("role=\"img\"") && svg.contains("<desc>"))
    let title = try #require(svg.firstMatch(of: /<title>([^<]+)<\/title>/))
    #expect(!title.1.isEmpty)
  }

  /// The survey itself must be able to find what it looks for.
  @Test func theSurveyFindsFaults() throws {
    let svg = """
      <svg viewBox="0 0 100 100"><g id="graph0"><polygon fill="#777777" points="0,0 100,0 100,100 0,100"/>
      <text text-anchor="middle" x="50" y="50" font-size="10" fill="#888888">pale</text></g>
      <g id="n1"><text text-anchor="start" x="45" y="52" font-size="10" fill="#000000">over it</text></g>
      <g id="e1"><path fill="none" d="M0,0C20,20 60,60 80,80"/></g>
      <g id="n2"><polygon fill="#FFFFFF" points="10,10 60,10 60,30 10,30"/>
      <text text-anchor="start" x="12" y="25" font-size="10" fill="#000000">above</text></g></svg>
      """
    let survey = try #require(SVGSurvey(svg))
    #expect(survey.overlaps.count == 1)
    #expect(survey.struckThrough == ["pale", "over it"])
    #expect(survey.coverage == 0.1)
    #expect(survey.contrast(of: survey.texts[0], page: "#FFFFFF") < 2)
    #expect(survey.contrast(of: survey.texts[1], page: "#FFFFFF") > 4.5)
  }

  @Test func theSurveyFindsTouchedNodes() throws {
    func node(_ id: Int, _ x: Int) -> String {
      "<g id=\"n\(id)\"><polygon fill=\"#FFFFFF\" points=\"\(x),0 \(x + 20),0 \(x + 20),10 \(x),10\"/></g>"
    }
    func edge(_ id: Int, _ y: Int) -> String {
      "<g id=\"e\(id)\"><path fill=\"none\" d=\"M10,10C10,\(y) 90,\(y) 90,10\"/></g>"
    }
    let svg = "<svg>" + node(0, 0) + node(1, 40) + node(2, 80) + edge(0, 12) + edge(1, 30) + edge(2, 31) + "</svg>"
    let survey = try #require(SVGSurvey(svg))
    #expect(survey.touched().map(\.edge) == ["e0"] && survey.touched().map(\.node) == ["n1"])
    #expect(survey.hidden.count == 1)
  }

  private func survey(_ name: String) throws -> SVGSurvey {
    let svg = try String(contentsOfFile: Project.path("Exports/gallery/\(name)"), encoding: .utf8)
    return try #require(SVGSurvey(svg))
  }
}
