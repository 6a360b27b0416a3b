import Foundation
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkFiles
import TestSupport
import Testing

@Suite struct EvaluationTests {
  private static let quality = Suites.folder.appendingPathComponent("quality").path
  private static let exists = FileManager.default.fileExists(atPath: quality + "/evaluate.py")
  private static let isHere = ConditionTrait.enabled(if: exists, Suites.skipped)

  @Test(isHere) func `measures, intervals and paths equal those of the benchmark's own scorer`() throws {
    let folder = Self.quality + "/davis"
    let data = try CollaborationData(path: folder)
    let questions = try data.folder.questions(at: folder + "/t3.valid.queries.json", for: .t3)
    let truth = try CollaborationFolder.truth(at: folder + "/truth/t3.valid.truth.json", for: .t3)
    let answers = try data.answers(to: questions, of: .t3, by: .standard(for: .members), explains: true)
    let report = data.report(answers, .t3, truth)
    try withFolder(["run.jsonl": answers.map(data.line).joined()]) { scratch in
      let script = Self.quality + "/evaluate.py"
      let scored = try Python.run([script, "rank", folder, "t3", "valid", scratch + "/run.jsonl"])
      let ours = report.json(.standard(for: .members), .english)
      for key in ["mrr", "hits@10", "ndcg@10", "recall@100", "coverage@10", "popularity@10"] {
        let (mine, other) = (Self.number(key, ours), Self.number(key, scored.output))
        #expect(abs(try #require(mine) - #require(other)) < 1e-12, "\(key): \(scored.output)")
      }
      let bounds = Self.bounds(scored.output)
      #expect(abs(report.interval.lowerBound - bounds[0]) < 1e-12)
      #expect(abs(report.interval.upperBound - bounds[1]) < 1e-12)
      #expect(Self.number("skipped_ids", scored.output) == 0)
      let explained = try Python.run([script, "explain", folder, scratch + "/run.jsonl"])
      #expect(Self.number("explained", explained.output) == 1)
      #expect(Self.number("false_paths", explained.output) == 0)
    }
  }

  @Test(isHere) func `every pairing instance is solved to the optimum`() throws {
    let path = Self.quality + "/pairing"
    let answers = try PairingInstance.read(at: path + "/valid.json").map { try $0.solved() }
    let report = PairingReport(answers, try PairingInstance.optima(at: path + "/truth/valid.json"))
    #expect(report.instanceCount > 0 && report.optimal == 1 && report.meanRatio == 1)
    try withFolder(["pairs.jsonl": answers.map(\.line).joined()]) { scratch in
      let script = Self.quality + "/evaluate.py"
      let scored = try Python.run([script, "pairing", path + "/valid.json", scratch + "/pairs.jsonl"])
      #expect(Self.number("optimal", scored.output) == 1)
      #expect(Self.number("invalid", scored.output) == 0)
    }
  }

  private static func number(_ key: String, _ json: String) -> Double? {
    guard let start = json.range(of: "\"\(key)\": ")?.upperBound else { return nil }
    return Double(json[start...].prefix { "-+.0123456789e".contains($0) })
  }

  private static func bounds(_ json: String) -> [Double] {
    guard let start = json.range(of: "\"ndcg@10_ci95\": [")?.upperBound, let end = json[start...].firstIndex(of: "]")
    else { return [] }
    return json[start..<end].split(separator: ",").compactMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// A sound folder, from which each case takes something away.
  static let sound = [
    "actors.json": """
    [{"id":"a1","name":"A","kind":"municipality","country":"DE","municipality":null},
     {"id":"a2","name":"B","kind":null,"country":null,"municipality":null},
     {"id":"a3","name":"C"}]
    """,
    "projects.json": """
    [{"id":"p1","name":"P","start":"2016-01-01","programme":"X","period":null,"topics":["t1"],"members":["a1","a2"]},
     {"id":"p2","name":"Q","start":null,"programme":null,"period":"2007-2013","topics":[],"members":["a2","a3"]}]
    """,
    "topics.json": #"[{"id":"t1","label":"T","group":"g"}]"#,
  ]

  @Test func `places, dates and topics may be missing`() throws {
    try withFolder(Self.sound) { folder in
      let data = try CollaborationData(path: folder + "/")
      #expect(data.network.starts == [2016, 2010.5])
      #expect(data.network.isDated == [true, false])
      for task in CollaborationFolder.Task.allCases {
        let question = CollaborationQuestion(id: "q", actor: 0, topics: [0], members: [0], programme: "unknown")
        let answers = try data.answers(
          to: [question], of: task, by: .trained(for: task.purpose, on: data.network), explains: true)
        #expect(!answers[0].suggestions.isEmpty)
        #expect(answers[0].paths.count == answers[0].suggestions.count)
      }
    }
  }

  @Test(
    arguments: [
      ("actors.json", nil, "there is no such file"),
      ("actors.json", "[", "actors.json:1:2"),
      ("actors.json", "{}", "actors.json:1:1: expected a list, found an object"),
      ("actors.json", #"[{"name":"A"}]"#, "actors.json:1:2: /0: the field 'id' is missing"),
      ("actors.json", #"[{"id":"a1"},{"id":"a1"}]"#, "the id 'a1' stands already at 1:2"),
      ("actors.json", #"[{"id":"a1","municipality":"m9"}]"#, "unknown municipality 'm9'"),
      ("topics.json", #"[{"id":7}]"#, "topics.json:1:8: /0/id: expected a text, found a number"),
      ("projects.json", #"[{"id":"p","topics":[],"members":["a9"]}]"#, "/0/members/0: unknown actor 'a9'"),
      ("projects.json", #"[{"id":"p","topics":["x"],"members":[]}]"#, "/0/topics/0: unknown topic 'x'"),
      ("projects.json", #"[{"id":"p","topics":[]}]"#, "the field 'members' is missing"),
      (
        "projects.json", #"[{"id":"p","start":"2016-13-01","topics":[],"members":[]}]"#,
        "/0/start: '2016-13-01' is no day"
      ),
      ("projects.json", #"[{"id":"p","topics":[],"members":"a1"}]"#, "expected a list of ids, found a text"),
    ] as [(String, String?, String)])
  func `what is wrong is said with its place`(file: String, text: String?, message: String) throws {
    var files = Self.sound
    files[file] = text
    try withFolder(files) { folder in
      do throws(NetworkFaults) {
        _ = try CollaborationData(path: folder)
        Issue.record("no fault was found")
      } catch {
        #expect(error.description.contains(message), "\(error)")
      }
    }
  }

  @Test func `weights are written, changed by hand and read again`() throws {
    try withFolder(Self.sound) { folder in
      let models = try RankingModels(trainedOn: CollaborationData(path: folder).network)
      try Data(models.text(.german).utf8).write(to: URL(fileURLWithPath: folder + "/w.json"))
      let read = try RankingModels(path: folder + "/w.json")
      for purpose in CollaborationQuery.Purpose.allCases {
        #expect(read.model(for: purpose).terms == models.model(for: purpose).terms)
      }
      for (wrong, message) in [
        (#"{"models":{"friends":{"weights":{}}}}"#, "'friends' is none of members, partners, peers"),
        (#"{"models":{"peers":{"weights":{"topic":{}}}}}"#, "'topic' is none of"),
        (#"{"models":{"peers":{"weights":{"topics-bayes":{"rank":1}}}}}"#, "'rank' is none of value"),
        (#"{"models":{"peers":{"weights":{"topics-bayes":{"value":"x"}}}}}"#, "expected a number, found a text"),
        ("[]", "expected an object, found a list"),
      ] {
        try Data(wrong.utf8).write(to: URL(fileURLWithPath: folder + "/w.json"))
        do throws(NetworkFaults) {
          _ = try RankingModels(path: folder + "/w.json")
          Issue.record("no fault was found in \(wrong)")
        } catch {
          #expect(error.description.contains(message), "\(error)")
        }
      }
    }
  }
}
