import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary
import TestSupport
import Testing

/// Lists of people go in, come back out, and nobody who was forgotten stays anywhere.
@Suite struct ImportTests {
  private static let date = "2027-03-01"

  /// A small network of its own, so that laws can be tried on many lists.
  private static let files = [
    "municipalities.json": """
    [
    {"id": "aheim", "ags": "01000001", "name": "Aheim", "kind": "Stadt"},
    {"id": "bedorf", "ags": "01000002", "name": "Bedorf", "kind": "Gemeinde"},
    {"id": "zell", "ags": "01000003", "name": "Zell", "kind": "Stadt"}
    ]

    """,
    "topics.json": """
    [{"id": "heat", "labelDe": "Hitzeaktionsplan"}, {"id": "data", "labelDe": "Offene Daten", "altLabels": ["Open Data"]}]
    """,
    "actors.json": """
    [
    {"id": "cdo-aheim", "name": "CDO der Stadt Aheim", "kind": "cdo-role", "homeAgs": "01000001", "source": "x", "n\\u006fte": "alt"},
    {"id": "office",   "name": "Amt für Daten", "kind": "municipal-unit", "homeAgs": "bedorf", "topics": ["data"], "memberOf": ["cdo-aheim"]}
    ]
    """,
  ]

  private static let mapping = """
    {"columns": {"name": "Name", "homeAgs": "Ort", "topics": "Themen", "offers": "Bietet", "x-contact": "Kontakt",
    "consent": {"matching": "Ja"}}, "defaults": {"kind": "cdo-role"}}
    """

  /// A list with strangers, people who are there already, people twice, and words that nobody knows.
  private static func list(_ random: inout SeededGenerator) -> String {
    let places = ["Aheim", "Bedorf", "1000003", "01000002"]
    let topics = ["Hitzeaktionsplan", "Open Data", "Hitzeaktionsplane", "Mondfahrt", ""]
    func one(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    var text = "\u{FEFF}Name;Ort;Themen;Bietet;Kontakt;Ja\r\n"
    for number in 0..<Int.random(in: 1...12, using: &random) {
      let name = one(["CDO Aheim", "Jana Beispiel\(number)", "CDO der Stadt Zell", "Amt für Daten", "\"Rat; Tat\""])
      let topic = Bool.random(using: &random) ? one(topics) : "\"\(one(topics)),\n\(one(topics))\""
      text +=
        [name, one(places), topic, one(topics), one(["", "a@x.example", "b@x.example"]), one(["ja", "nein", ""])]
        .joined(separator: ";") + "\r\n"
    }
    return text
  }

  /// What lies in a folder, by name.
  private static func contents(_ folder: String) throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return Dictionary(uniqueKeysWithValues: names.map { ($0, FileChanges.contents(of: "\(folder)/\($0)") ?? []) })
  }

  private static func plan(
    _ list: String, _ folder: String, _ mapping: String, _ policy: DuplicatePolicy, into target: String? = nil
  ) throws -> ImportPlan {
    let people = try PeopleList(Array(list.utf8), file: "people.csv", mapping: ImportMapping(path: mapping))
    var options = ImportOptions(folder: target ?? folder)
    options.duplicates = policy
    let isThere = target.map { FileManager.default.fileExists(atPath: $0 + "/actors.json") } ?? false
    let folders = [folder] + (isThere ? [target].compactMap(\.self) : [])
    return try Workspace(folders: folders).importPlan(people, options)
  }

  /// Runs a law on a random list, a policy for duplicates, and a folder with the network in it or over it.
  private func law(
    _ seed: UInt64,
    _ body: (_ list: String, _ folder: String, _ target: String, _ mapping: String, DuplicatePolicy) throws -> Void
  ) throws {
    var random = SeededGenerator(seed: 4200 + seed)
    let list = Self.list(&random)
    let policy = DuplicatePolicy.allCases.randomElement(using: &random) ?? .skip
    try withFolder(["mapping.json": Self.mapping]) { other in
      try withFolder(Self.files) { folder in
        let target = Bool.random(using: &random) ? folder : other + "/own"
        try body(list, folder, target, other + "/mapping.json", policy)
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `what was imported and undone leaves every byte`(seed: UInt64) throws {
    try law(seed) { list, folder, target, mapping, policy in
      let before = try Self.contents(folder)
      let plan = try Self.plan(list, folder, mapping, policy, into: target)
      guard let (changes, id) = try plan.journaled(list: "people.csv", date: Self.date, in: target) else {
        #expect(plan.count(.new) + plan.count(.merged) == 0)
        return
      }
      try changes.write()
      // The result is sound and holds what the plan says.
      let after = try Workspace(folders: target == folder ? [folder] : [folder, target])
      for row in plan.rows {
        if let id = row.id { #expect(after.graph.node(.actor, id: id) != nil, "\(id)") }
      }
      #expect(after.graph.nodes(with: .actor).count == 2 + plan.count(.new))
      let journal = try ImportJournal(FileChanges.contents(of: "\(target)/imports.json") ?? [])
      try journal.undoing(id, in: target, date: Self.date).changes.write()
      var left = try Self.contents(target)
      #expect(left.removeValue(forKey: "imports.json") != nil)
      #expect(left == (target == folder ? before : [:]))
      #expect(try Self.contents(folder).filter { $0.key != "imports.json" } == before)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `what is imported twice adds nothing`(seed: UInt64) throws {
    try law(seed) { list, folder, target, mapping, policy in
      let plan = try Self.plan(list, folder, mapping, policy, into: target)
      #expect(try Self.plan(list, folder, mapping, policy, into: target).changes.contents == plan.changes.contents)
      try plan.changes.write()
      let again = try Self.plan(list, folder, mapping, policy, into: target)
      let texts = again.changes.changes.map { String(decoding: $0.new ?? [], as: UTF8.self) }
      #expect(texts.isEmpty, "\(list)\n\(again.rows.map { ($0.number, $0.id ?? "", $0.action) })")
      #expect(again.count(.new) + again.count(.merged) == 0)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `imports before and after one another can be undone when somebody was forgotten`(seed: UInt64) throws {
    try law(seed) { list, folder, target, mapping, policy in
      let before = try Self.contents(folder)
      let folders = target == folder ? [folder] : [folder, target]
      var random = SeededGenerator(seed: 8400 + seed)
      for list in [list, Self.list(&random)] {
        let plan = try Self.plan(list, folder, mapping, policy, into: target)
        try plan.journaled(list: "people.csv", date: Self.date, in: target)?.changes.write()
      }
      func journal() throws -> ImportJournal {
        try ImportJournal(FileChanges.contents(of: "\(target)/imports.json") ?? [])
      }
      let imports = try journal().entries.map(\.id)
      guard !imports.isEmpty else { return }
      let graph = try Workspace(folders: folders).graph
      let actor = try #require(graph.nodes(with: .actor).randomElement(using: &random))
      let id = graph.value(.id, of: actor)?.text ?? ""
      try ActorTraces(of: id, in: folders).forgetting(date: Self.date, newKey: Array(0..<32)).write()
      for id in imports.reversed() { try journal().undoing(id, in: target, date: Self.date).changes.write() }
      let left = try Self.contents(target).filter {
        !["imports.json", "forgotten.json", "forgotten.key"].contains($0.key)
      }
      if !["cdo-aheim", "office"].contains(id) { #expect(left == (target == folder ? before : [:]), "\(id)") }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `who is forgotten is in no file, and undoing the import does not bring them back`(seed: UInt64) throws {
    try law(seed) { list, folder, target, mapping, policy in
      let plan = try Self.plan(list, folder, mapping, policy, into: target)
      guard let (changes, importID) = try plan.journaled(list: "people.csv", date: Self.date, in: target) else {
        return
      }
      try changes.write()
      let folders = target == folder ? [folder] : [folder, target]
      var random = SeededGenerator(seed: seed)
      let graph = try Workspace(folders: folders).graph
      let actor = try #require(graph.nodes(with: .actor).randomElement(using: &random))
      let (id, name) = (graph.value(.id, of: actor)?.text ?? "", graph.value(.name, of: actor)?.text ?? "")
      let meeting =
        #"[{"id": "m1", "kind": "teams", "date": "2027-03-01", "people": ["\#(id)", "p1", "p2"], "met": ["\#(id)"], "note": "\#(name)s Idee"}, {"id": "m2", "kind": "pairs", "date": "2027-03-01", "people": ["p1", "\#(id)"]}]"#
      try Data(meeting.replacing("Rat; Tat", with: "Rat").utf8).write(
        to: URL(fileURLWithPath: target + "/history.json"))
      let traces = try ActorTraces(of: id, in: folders)
      let ids = graph.nodes(with: .actor).compactMap { graph.value(.id, of: $0)?.text }
      try traces.forgetting(date: Self.date, newKey: Array(0..<32)).write()
      for folder in folders {
        for (file, bytes) in try Self.contents(folder) where !file.hasSuffix(".key") {
          let text = String(decoding: bytes, as: UTF8.self)
          // Ids of others may begin with this one, and others may be called the same.
          let isPart = ids.contains { $0 != id && $0.contains(id) }
          #expect(!text.contains("\"\(id)\"") && (isPart || !text.contains("-\(id)-")), "\(file): \(id) in \(text)")
          let isShared = !traces.namesakes.isEmpty && ["actors.json", "imports.json"].contains(file)
          if name.contains(" "), !isShared { #expect(!text.contains("\"\(name)"), "\(file): \(name) in \(text)") }
        }
      }
      let clean = try Workspace(folders: folders)
      #expect(clean.graph.nodeCount == graph.nodeCount - 1)
      #expect(clean.network.history.map(\.people) == [["p1", "p2"]])
      // The list brings nobody back who was forgotten, unless they have agreed anew.
      let again = try Self.plan(list, folder, mapping, .new, into: target)
      #expect(again.rows.allSatisfy { $0.id != id })
      let journal = try ImportJournal(FileChanges.contents(of: "\(target)/imports.json") ?? [])
      try journal.undoing(importID, in: target, date: Self.date).changes.write()
      let undone = try Self.contents(target).values.map { String(decoding: $0, as: UTF8.self) }
      #expect(!undone.contains { $0.contains("\"\(id)\"") })
      if id != "cdo-aheim", id != "office" {
        #expect(try Self.contents(folder)["actors.json"] == Array((Self.files["actors.json"] ?? "").utf8))
      }
    }
  }
}
