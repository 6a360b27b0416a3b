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
    #expect(try StyleSheet.read(json) == sheet)
    #expect(try StyleSheet.read(sheet.json()) == sheet)
  }

  @Test func schemaKnowsAllShapesAndLines() throws {
    let schema = try String(contentsOf: Self.folder.appending(path: "style.schema.json"), encoding: .utf8)
    for name in NodeShape.allCases.map(\.rawValue) + EdgeLine.allCases.map(\.rawValue) {
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
    let looks = sheet.edges.values.map { "\($0.colour) \($0.line)" }
    #expect(Set(looks).count == looks.count)
    for style in Array(sheet.nodes.values) + sheet.otherNodes {
      #expect(style.text.contrast(to: style.fill) >= 4.5)
      #expect(style.stroke.contrast(to: sheet.page.background) >= 3)
    }
    for style in Array(sheet.edges.values) + sheet.otherEdges {
      #expect(style.colour.contrast(to: sheet.page.background) >= 3)
    }
  }

  @Test(arguments: [
    ("\"shape\" : \"hexagon\"", "\"shape\" : \"star\"", "nodes.Municipality.shape", "star"),
    ("\"#56B4E9\"", "\"#56B\"", "categories[1].fill", "no colour"),
    ("\"#56B4E9\"", "\"#101010\"", "categories[1].text", "contrast"),
    ("\"#56B4E9\"", "7", "categories[1].fill", "String"),
    ("\"#2FB58C\",\n      \"name\"", "\"#052010\",\n      \"name\"", "nodes.Topic.text", "contrast"),
    ("\"steps\" : [", "\"steps\" : 7, \"x\" : [", "steps", "Array"),
    ("\"added\" : \"#00663F\"", "\"added\" : \"#EEEEEE\"", "marks.added", "contrast"),
    ("\"nodeSize\" : 12", "\"nodeSice\" : 12", "text.nodeSize", "missing, but 'nodeSice'"),
    ("\"nodeSize\" : 12", "\"nodeSize\" : 12, \"colour2\" : 1", "text.colour2", "here: colour, edgeSize"),
    ("\"nodeSize\" : 12", "\"nodeSize\" : 1200", "text.nodeSize", "200 points"),
    ("\"margin\" : 0.35", "\"margin\" : -1", "page.margin", "inches"),
    ("\"margin\" : 0.35", "\"margin\" : 0.35, \"longSide\" : 9", "page", "need each other"),
    ("\"margin\" : 0.35", "\"margin\" : 4, \"shortSide\" : 8, \"longSide\" : 9", "page.margin", "no room"),
    ("\"DejaVu Sans\"", "\"Deja\\\"Vu\"", "text.fonts", "no name"),
    ("{", "[", "", ""),
  ])
  func errorsNameThePlace(_ old: String, _ new: String, _ keyPath: String, _ words: String) throws {
    let json = try String(decoding: StyleSheet.screen.json(), as: UTF8.self)
    let changed = json.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != json)
    let error = #expect(throws: DiagramError.self) { try StyleSheet.read(Data(changed.utf8)) }
    guard case .styleSheet(let path, let problem) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == keyPath)
    #expect(words.isEmpty || problem.contains(words), "\(problem)")
  }

  @Test func measuresContrast() {
    #expect(abs(Colour(0x000000).contrast(to: Colour(0xFFFFFF)) - 21) < 0.001)
    #expect(Colour("#0072b2")?.description == "#0072B2")
    for text in ["", "#", "#FFF", "red", "#GGGGGG", "#+12345", "0072B2F", "#0072B2F"] { #expect(Colour(text) == nil) }
  }
}
