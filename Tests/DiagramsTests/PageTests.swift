import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Diagrams

/// The page in a real browser: search, filters, keys, pointer, list, and nothing loaded from anywhere.
struct PageTests {
  private static let hasBrowser =
    (try? RunningProgram.run("/bin/sh", ["-c", "command -v chromedriver && command -v python3"]).status) == 0

  @Test(.enabled(if: hasBrowser, "skipped: no chromium with chromedriver"), arguments: Language.allCases)
  func worksInABrowser(_ language: Language) throws {
    var diagram = SampleDiagrams.network(30)
    diagram.language = language
    for position in diagram.nodes.indices where position % 3 != 0 {
      diagram.nodes[position].facts["land"] = .word(position % 2 == 0 ? "Hessen" : "Bayern", code: "")
      diagram.nodes[position].link = "https://example.org/\(position)"
      diagram.nodes[position].tooltip = "Beschreibung \(position)"
    }
    diagram.nodes[4].cluster = "Runde 1 · Tisch 7"
    diagram.nodes[5].otherNames = ["Beiname"]
    diagram.nodes[6].facts["area"] = .word("Feld dreizehn", code: "")
    try withFolder(["page.html": try draw(diagram, .html)]) { folder in
      let script = Project.path("Tests/DiagramsTests/browser.py")
      let result = try RunningProgram.run(
        "/usr/bin/env", ["python3", script, folder + "/page.html", language.rawValue])
      #expect(result.output == "ok\n", "\(result.output)\(result.errors)")
    }
  }

  @Test func needsNothingElse() throws {
    let page = try draw(SampleDiagrams.network(5), .html)
    #expect(page.contains("default-src 'none'"))
    for word in ["<script src", "<link", "@import", "url(http"] { #expect(!page.contains(word), "\(word)") }
  }
}
