import Foundation
import GraphModel
import GraphStore
import NetworkFiles
import NetworkVocabulary
import TestSupport
import Testing

@Suite struct NetworkFaultTests {
  static let topics = #"[{"id": "ozg", "labelDe": "OZG", "verified": true}, {"id": "wlan", "labelDe": "WLAN"}]"#

  /// File, content and the faults that must be reported, in this order; `topics.json` is always there.
  static let cases: [(name: String, files: [String: String], faults: [String])] = [
    (
      "an unknown topic", ["actors.json": #"[{"id": "a", "name": "A", "topics": ["wlan", "ozgg"]}]"#],
      ["actors.json:1:46: /0/topics/1: unknown topic 'ozgg' — did you mean 'ozg'?"]
    ),
    (
      "an id that stands twice",
      ["actors.json": "[{\"id\": \"a\", \"name\": \"A\"},\n {\"id\": \"a\", \"name\": \"B\"}]"],
      ["actors.json:2:9: /1/id: the id 'a' stands already at 1:9"]
    ),
    (
      "a key that stands twice",
      ["municipalities.json": #"[{"id":"a","name":"A","ags":"05162024"},{"id":"b","name":"B","ags":"05162024"}]"#],
      ["/1/ags: the id '05162024' stands already"]
    ),
    (
      "coordinates outside the earth",
      ["municipalities.json": #"[{"id": "m", "name": "M", "latitude": 91, "longitude": -180.5}]"#],
      ["1:39: /0/latitude: 91 is outside -90.0...90.0", "/0/longitude: -180.5 is outside -180.0...180.0"]
    ),
    (
      "a weight outside its bounds",
      ["actors.json": #"[{"id": "a", "name": "A", "topics": [{"topic": "ozg", "weight": 1.5}]}]"#],
      ["/0/topics/0/weight: 1.5 is outside 0.0...1.0"]
    ),
    (
      "wrong types", ["actors.json": #"[{"id": 7, "name": ["A"], "topics": "ozg", "derived": 1}, "x", {"id": "b"}]"#],
      [
        "/0/id: expected a text, found a number", "/0/name: expected a text, found an array",
        "/0/topics: expected a list of ids, found a text", "/0/derived: expected true or false, found a number",
        "/1: expected an object, found a text", "/2: the field 'name' is missing",
      ]
    ),
    (
      "weights that are none",
      [
        "matching.json":
          #"[{"id": "mine", "topics": -1, "projcts": 1, "exchangeBy": "weakest"}, {"id": "none", "topics": 0}]"#
      ],
      [
        "matching.json:1:27: /0/topics: -1 is outside 0.0...1000.0", "/0/projcts: unknown field 'projcts'",
        "/0/exchangeBy: 'weakest' is none of mean, received, weaker — did you mean 'weaker'?",
      ]
    ),
    (
      "a preset without weights", ["matching.json": #"[{"id": "none", "topics": 0}]"#],
      ["matching.json:1:9: /0/id: no component has a weight above 0"]
    ),
    ("no array", ["actors.json": #"{"id": "a"}"#], ["expected an array of actor records, found an object"]),
    (
      "a file that breaks off", ["actors.json": "[{\"id\": \"a\",\n  \"name\": \"A"],
      ["actors.json:2:13: /0/name: the file ends"]
    ),
    ("an empty file", ["actors.json": ""], ["actors.json:1:1: the file ends too early"]),
    ("UTF-16", ["actors.json": "\u{0}["], ["UTF-16"]),
    (
      "deep nesting", ["actors.json": #"[{"id": "a", "name": "A", "x-own": "# + String(repeating: "[", count: 5000)],
      ["nested more than 256 levels deep"]
    ),
    (
      "huge numbers",
      ["municipalities.json": #"[{"id": "m", "name": "M", "population": 1e999, "areaHa": 99999999999999999999}]"#],
      ["/0/population: 1e999 is outside", "/0/areaHa: 99999999999999999999 is outside"]
    ),
    (
      "a field nobody knows", ["actors.json": #"[{"id": "a", "name": "A", "topcis": ["ozg"], "name": "B"}]"#],
      ["unknown field 'topcis' — did you mean 'topics'?", "the field 'name' stands twice"]
    ),
    (
      "words that are none of the choices", ["actors.json": #"[{"id": "a", "name": "A", "roleFocus": "inwards"}]"#],
      ["'inwards' is none of inward, outward, both — did you mean 'inward'?"]
    ),
    (
      "days and years",
      [
        "events.json":
          #"[{"id": "e", "title": "E", "startDate": "2021-02-30"}, {"id": "f", "title": "F", "startYear": 2021, "endYear": 2020}]"#
      ],
      ["'2021-02-30' is no day", "/1/endYear: the end lies before the start"]
    ),
    (
      "a circle", ["projects.json": #"[{"id":"p","title":"P","partOf":"q"},{"id":"q","title":"Q","partOf":"p"}]"#],
      ["these records contain one another: p → q → p"]
    ),
    (
      "a tie to nowhere",
      ["ties.json": #"[{"id": "t", "type": "offers", "from": "nobody", "to": "ozg"}]"#],
      ["ties.json:1:40: /0/from: unknown actor 'nobody'"]
    ),
    (
      "an id of another kind", ["actors.json": #"[{"id": "ozg", "name": "A"}]"#],
      ["topics.json:1:9: /0/id: the id 'ozg' stands for another record already, of kind actor"]
    ),
    (
      "characters that steer a terminal", ["actors.json": #"[{"id": "a", "name": "A\u001b[2J"}]"#],
      ["/0/name: the text holds a control character"]
    ),
    (
      "a tie that ends before it begins",
      [
        "actors.json": #"[{"id": "a", "name": "A"}]"#,
        "ties.json":
          #"[{"id":"t","type":"needs","from":"a","to":"ozg","since":"2027-01-02","until":"2027-01-01"}]"#,
      ], ["ties.json:1:78: /0/until: the end lies before the start"]
    ),
    (
      "empty texts and bad ids", ["actors.json": #"[{"id": "a b", "name": " "}]"#],
      ["'a b' is no id", "/0/name: the text is empty"]
    ),
  ]

  @Test(arguments: cases.indices) func `every fault is reported at its place`(index: Int) throws {
    let sample = Self.cases[index]
    try withFolder(sample.files.merging(["topics.json": Self.topics]) { first, _ in first }) { folder in
      let lines = faults(in: [folder])
      #expect(lines.count == sample.faults.count, "\(sample.name): \(lines)")
      for (line, expected) in zip(lines, sample.faults) {
        #expect(line.contains(expected), "\(sample.name): \(line)")
        #expect(line.hasPrefix(folder), "\(line)")
      }
    }
  }

  @Test func `all faults of all files come in one report, in order`() throws {
    let files = [
      "actors.json": #"[{"id": "a", "name": "A", "topics": ["x"], "kind": "mayor"}]"#,
      "topics.json": "[{\"id\": \"t\"}", "projects.json": "oops",
    ]
    try withFolder(files) { folder in
      let lines = faults(in: [folder, folder + "/none"])
      // The topic 'x' may stand behind the break in topics.json, so only the break is reported.
      #expect(lines.count == 5, "\(lines)")
      let order = [
        "none: there is no such folder", "/0/kind", "projects.json:1:1", "/0: the field 'labelDe'", "',' or ']'",
      ]
      for (line, part) in zip(lines, order) { #expect(line.contains(part), "\(line)") }
    }
  }

  @Test func `a folder without a network says what it expects`() throws {
    try withFolder(["notes.txt": "hi"]) { folder in
      #expect(faults(in: [folder]).first?.contains("expected one of actors.json") == true)
    }
  }

  @Test func `a byte-order mark and null are accepted, own fields are kept, unknown files are named`() throws {
    let actor = "\u{FEFF}" + #"[{"id": "a", "name": "A", "homeAgs": null, "x-team": {"size": [1, 2.5]}}]"#
    try withFolder(["actors.json": actor, "settings.json": "{}"]) { folder in
      let network = try loadNetwork(folders: [folder])
      let node = try #require(network.graph.node(.actor, id: "a"))
      #expect(network.graph.value("x-team", of: node) == .map(["size": .list([.integer(1), .float(2.5)])]))
      #expect(network.ignoredFiles == [folder + "/settings.json"])
    }
  }

  @Test func `bytes that are not UTF-8 are reported where they stand`() throws {
    try withFolder { folder in
      let bytes = Array(#"[{"id": "a", "name": "M"#.utf8) + [0xFC] + Array(#"ller"}]"#.utf8)
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/actors.json"))
      #expect(
        faults(in: [folder]) == [
          folder + "/actors.json:1:24: /0/name: the bytes here are not UTF-8; save the file as UTF-8"
        ])
    }
  }

  @Test func `a later folder replaces records and adds to them`() throws {
    try withFolder(["topics.json": Self.topics, "actors.json": #"[{"id": "a", "name": "A"}]"#]) { first in
      let second = [
        "actors.json": #"[{"id": "b", "name": "B", "topics": ["ozg"], "example": true}, {"id": "a", "name": "Neu"}]"#
      ]
      try withFolder(second) { second in
        let network = try loadNetwork(folders: [first, second])
        let graph = network.graph
        #expect(graph.nodes(with: .actor).map { graph.value(.name, of: $0)?.text } == ["Neu", "B"])
        #expect(network.replacedRecords == 1)
        #expect(graph.nodes(with: .example).count == 1)
        #expect(graph.checkInvariants().isEmpty)
      }
    }
  }

  private func faults(in folders: [String]) -> [String] {
    do throws(NetworkFaults) {
      _ = try loadNetwork(folders: folders)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }
}
