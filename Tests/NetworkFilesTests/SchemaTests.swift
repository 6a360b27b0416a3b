import Foundation
import JSONText
import NetworkFiles
import NetworkVocabulary
import TestSupport
import Testing

@Suite struct SchemaTests {
  static let kinds = RecordKind.all + [.tie, .matchPreset, .meeting]

  /// `RECORD=1` writes the schemas from what the code declares.
  @Test(arguments: kinds.map(\.file)) func `the schemas in Graph say what the code declares`(file: String) throws {
    let kind = try #require(Self.kinds.first { $0.file == file })
    let path = Project.path("Graph/schema/\(file.replacing(".json", with: ".schema.json"))")
    let text = kind.schema.text(indent: true) + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        atPath: Project.path("Graph/schema"), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "run `make schemas`")
  }

  /// An independent validator finds the files under Graph valid, and broken copies invalid.
  @Test(.enabled(if: Python.hasJSONSchema, "skipped: no Python with jsonschema"))
  func `the data are valid by their schemas`() throws {
    let result = try Python.run([Project.path("Tests/NetworkFilesTests/validate.py"), Project.path("Graph")])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("11 files valid"))
    try withFolder(["topics.json": #"[{"id": "a b", "labelDe": "x", "extra": 1}]"#]) { folder in
      let arguments = [Project.path("Tests/NetworkFilesTests/validate.py"), Project.path("Graph"), folder]
      let broken = try Python.run(arguments)
      #expect(broken.status == 1 && broken.output.contains("extra") && broken.output.contains("a b"))
    }
  }

  @Test func `every record of the project's own data says where it comes from`() throws {
    for folder in ["Graph", "Graph/examples"] {
      for kind in Self.kinds {
        let path = Project.path("\(folder)/\(kind.file)")
        guard let json = FileManager.default.contents(atPath: path) else { continue }
        let records = try #require(JSONSerialization.jsonObject(with: json) as? [[String: Any]])
        for record in records {
          let id = "\(path) \(record["id"] ?? "")"
          #expect((record["source"] as? String)?.isEmpty == false, "\(id)")
          #expect(record["verified"] is Bool, "\(id)")
          #expect((record["example"] as? Bool ?? false) == folder.hasSuffix("examples"), "\(id)")
        }
      }
    }
  }
}
