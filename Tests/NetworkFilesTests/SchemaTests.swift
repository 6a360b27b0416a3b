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

  @Test func `the schema of mappings says what the code declares`() throws {
    let path = Project.path("Graph/schema/import.schema.json")
    let text = ImportMapping.schema.text(indent: true) + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "run `make schemas`")
  }

  /// An independent validator finds the example of a mapping valid, and broken copies invalid.
  @Test(
    .enabled(if: Python.hasJSONSchema, "skipped: no Python with jsonschema"),
    arguments: [
      ("", 0), ("\"homeAgs\"=\"homeAgz\"", 1), ("\"matching\"=\"matchin\"", 1), ("\"defaults\"=\"default\"", 1),
      ("\"separator\"=\"seperator\"", 1),
    ])
  func `mappings are valid by their schema`(change: String, faults: Int) throws {
    let mapping = try String(contentsOfFile: Project.path("Graph/examples/import/mapping.json"), encoding: .utf8)
    let parts = change.split(separator: "=").map(String.init)
    let text = parts.isEmpty ? mapping : mapping.replacing(parts[0], with: parts[1])
    try withFolder(["import.json": text]) { folder in
      let arguments = [Project.path("Tests/NetworkFilesTests/validate.py"), Project.path("Graph"), folder]
      let result = try Python.run(arguments)
      #expect(result.output.contains(faults == 0 ? "1 files valid, 0 faults" : "0 files valid"), "\(result.output)")
      // The reader of mappings agrees with the schema.
      let isRead = (try? ImportMapping(path: folder + "/import.json")) != nil
      #expect(isRead == (faults == 0))
    }
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
