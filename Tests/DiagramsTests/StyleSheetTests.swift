import Diagrams
import Foundation
import TestSupport
import Testing

struct StyleSheetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../Exports/styles")

  @Test(arguments: StyleSheet.presets)
  /// `RECORD=1` writes the files from the built-in sheets.
  func equalsItsFile(_ sheet: StyleSheet) throws {
    let file = Self.folder.appending(path: "\(sheet.name).json")
    if ProcessInfo.processInfo.environment["RECORD"] != nil { try sheet.json().write(to: file) }
    let json = try Data(contentsOf: file)
    #expect(try StyleSheet.read(json, from: "s.json") == sheet)
    #expect(try StyleSheet.read(sheet.json(), from: "s.json") == sheet)
  }

  @Test func schemaKnowsAllShapesAndLines() throws {
    let schema = try String(contentsOf: Self.folder.appending(path: "style.schema.json"), encoding: .utf8)
    for name in NodeShape.allCases.map(\.rawValue) + EdgeLine.allCases.map(\.rawValue)
      + EdgeArrow.allCases.map(\.rawValue)
    {
      #expect(schema.contains("\"\(name)\""))
    }
  }

  /// An independent validator agrees with the schema, and refuses a shape that does not exist.
  @Test(.enabled(if: Python.hasJSONSchema, "skipped: no Python with jsonschema")) func filesFitTheSchema() throws {
    let script = """
      import json, pathlib, sys
      from jsonschema import Draft202012Validator
      folder = pathlib.Path(sys.argv[1])
      schema = json.loads((folder / "style.schema.json").read_text(encoding="utf-8"))
      Draft202012Validator.check_schema(schema)
      valid = [Draft202012Validator(schema).is_valid(json.loads((folder / name).read_text(encoding="utf-8")))
               for name in ("screen.json", "print.json", "poster.json", "dark.json", "high-contrast.json")]
      broken = json.loads((folder / "screen.json").read_text(encoding="utf-8"))
      broken["nodes"]["Actor"]["shape"] = "star"
      print(valid, Draft202012Validator(schema).is_valid(broken))
      """
    let result = try Python.run(["-c", script, Self.folder.path])
    #expect(result.output == "[True, True, True, True, True] False\n")
  }

  @Test(arguments: StyleSheet.presets)
  func neverReliesOnColourAlone(_ sheet: StyleSheet) {
    #expect(Set(sheet.nodes.values.map(\.shape)).count == sheet.nodes.count)
    let looks = sheet.edges.values.map { "\($0.line) \($0.arrow ?? .normal)" }
    #expect(Set(looks).count == looks.count)
    #expect(Set(sheet.otherEdges.map { "\($0.line) \($0.arrow ?? .normal)" }).count == sheet.otherEdges.count)
    for style in Array(sheet.nodes.values) + sheet.otherNodes {
      #expect(style.text.contrast(to: style.fill) >= 4.5)
      #expect(style.stroke.contrast(to: sheet.page.background) >= 3)
    }
    // WCAG 2.1 AA (1.4.11): pale nodes, boxes and rings mean something too.
    for style in [sheet.marks.faded, sheet.marks.backdrop] {
      #expect(style.stroke.contrast(to: sheet.page.background) >= 3 && style.stroke.contrast(to: style.fill) >= 3)
    }
    for style in Array(sheet.edges.values) + sheet.otherEdges {
      #expect(style.colour.contrast(to: sheet.page.background) >= 3)
    }
  }

  @Test(arguments: [
    ("\"shape\" : \"hexagon\"", "\"shape\" : \"star\"", "/nodes/Municipality/shape", "star"),
    ("\"#56B4E9\"", "\"#56B\"", "/categories/1/fill", "no colour"),
    ("\"#56B4E9\"", "\"#101010\"", "/categories/1/text", "contrast"),
    ("\"#56B4E9\"", "7", "/categories/1/fill", "expected a text"),
    ("\"#2FB58C\",\n      \"name\"", "\"#052010\",\n      \"name\"", "/nodes/Topic/text", "contrast"),
    ("\"steps\" : [", "\"steps\" : 7, \"x\" : [", "/steps", "expected a list"),
    ("\"added\" : \"#00663F\"", "\"added\" : \"#EEEEEE\"", "/marks/added", "contrast"),
    ("\"nodeSize\" : 12", "\"nodeSice\" : 12", "/text/nodeSice", "missing, but 'nodeSice'"),
    ("\"nodeSize\" : 12", "\"nodeSize\" : 12, \"colour2\" : 1", "/text/colour2", "here: colour, edgeSize"),
    ("\"nodeSize\" : 12", "\"nodeSize\" : 1200", "/text/nodeSize", "200 points"),
    ("\"margin\" : 0.35", "\"margin\" : -1", "/page/margin", "inches"),
    ("\"margin\" : 0.35", "\"margin\" : 0.35, \"longSide\" : 9", "/page", "need each other"),
    ("\"margin\" : 0.35", "\"margin\" : 4, \"shortSide\" : 8, \"longSide\" : 9", "/page/margin", "no room"),
    ("\"DejaVu Sans\"", "\"Deja\\\"Vu\"", "/text/fonts", "no name"),
    ("{", "[", "", "found"),
  ])
  func errorsNameThePlace(_ old: String, _ new: String, _ pointer: String, _ words: String) throws {
    let json = try String(decoding: StyleSheet.screen.json(), as: UTF8.self)
    let changed = json.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != json)
    let error = #expect(throws: DiagramError.self) { try StyleSheet.read(Data(changed.utf8), from: "s.json") }
    guard case .file(let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.pointer == pointer)
    #expect(fault.problem.contains(words), "\(fault.problem)")
    #expect(fault.line > 1 || pointer.isEmpty, "\(fault)")
  }

  /// Each as it is said: the file, the line and column, the pointer, and what to do.
  @Test(arguments: [
    (
      "{}", #"s.json:1:1: the field 'name' is missing; "extends": "screen" fills in what is left out"#
    ),
    ("[]", "s.json:1:1: expected an object, found a list"),
    ("", "s.json:1:1: the file ends too early: a value is missing"),
    ("{\"a", "s.json:1:4: the file ends too early: the closing quote of the string is missing"),
    (
      "{\n\"extends\": \"scren\"}",
      "s.json:2:12: /extends: 'scren' is none of screen, print, poster, dark, high-contrast"
    ),
    ("{\"extends\": 7}", "s.json:1:13: /extends: expected a text, found a number"),
    (
      "{\"extends\": \"dark\", \"page\": {\"dotsPerInch\": 1.5}}",
      "s.json:1:45: /page/dotsPerInch: expected a whole number, found 1.5"
    ),
    (
      "{\"extends\": \"dark\", \"edges\": {\"a/b\": {\"line\": \"wavy\", \"colour\": \"#000000\"}}}",
      "s.json:1:47: /edges/a~1b/line: 'wavy' is none of solid, dashed, dotted, bold"
    ),
    (
      "{\"extends\": \"dark\", \"extends\": \"dark\"}",
      "s.json:1:32: /extends: the field 'extends' stands twice"
    ),
    (
      "{\"extends\": \"dark\", \"page\": null}", "s.json:1:29: /page: expected an object, found null"
    ),
    (
      "{\"extends\": \"dark\", \"page\": {\"margin\": 1e999}}",
      "s.json:1:40: /page/margin: invalid number: it is too large"
    ),
    (
      "{\"extends\": \"dark\", \"nodes\": {\"X\": {\"shape\": \"box\"}}}",
      "s.json:1:36: /nodes/X: the field 'fill' is missing, and no kind that is known is called 'X'"
    ),
    (
      "{\"extends\": \"dark\", \"nodes\": {\"Akteur\": {\"shape\": \"box\"}}}",
      "s.json:1:41: /nodes/Akteur: the field 'fill' is missing, and no kind that is known is called 'Akteur'"
        + " — did you mean 'Actor'?"
    ),
    (
      "{\"extends\": \"dark\", \"edges\": {\"COVER\": {\"line\": \"bold\"}}}",
      "s.json:1:40: /edges/COVER: the field 'colour' is missing, and no kind that is known is called 'COVER'"
        + " — did you mean 'COVERS'?"
    ),
    (
      "{\"extends\": \"screen\", \"edges\": {\"COVERS\": {\"colour\": \"#A0A0A0\"}}}",
      "s.json:1:54: /edges/COVERS/colour: #A0A0A0 on #FFFFFF has a contrast of 2.6 : 1, at least 3 is needed"
    ),
    (
      "{\"extends\": \"screen\", \"page\": {\"shortSide\": 12, \"longSide\": 8}}",
      "s.json:1:45: /page/shortSide: 12.0 is longer than the long side, 8.0"
    ),
  ]) func saysWhatToDo(_ json: String, _ message: String) {
    let error = #expect(throws: DiagramError.self) { try StyleSheet.read(Data(json.utf8), from: "s.json") }
    #expect(error?.description == message)
  }

  /// A look that nothing has is mostly misspelt; one of a kind of somebody's own graph is not.
  @Test func findsLooksThatNothingHas() {
    var sheet = StyleSheet.screen
    for kind in ["Akteur", "project", "Zebra", "Ant"] { sheet.nodes[kind] = sheet.nodes["Actor"] }
    for kind in ["COVER", "arbeitet an", "BITES"] { sheet.edges[kind] = sheet.edges["COVERS"] }
    let diagram = Diagram(
      title: "", nodes: [.init(id: "a", label: "A", kind: "Zebra")], edges: [.init(from: 0, to: 0, kind: "BITES")])
    #expect(
      sheet.idleLooks(in: diagram).map { "\($0.pointer) \($0.meant ?? "?")" } == [
        "/nodes/Akteur Actor", "/nodes/Ant ?", "/nodes/project Project", "/edges/COVER COVERS",
        "/edges/arbeitet an WORKS_ON",
      ])
    for preset in StyleSheet.presets { #expect(preset.idleLooks(in: diagram).isEmpty) }
  }

  @Test func measuresContrast() {
    #expect(abs(Colour(0x000000).contrast(to: Colour(0xFFFFFF)) - 21) < 0.001)
    #expect(Colour("#0072b2")?.description == "#0072B2")
    for text in ["", "#", "#FFF", "red", "#GGGGGG", "#+12345", "0072B2F", "#0072B2F"] { #expect(Colour(text) == nil) }
  }
}
