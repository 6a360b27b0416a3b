import Foundation
import TestSupport
import Testing

@testable import Diagrams

/// Whatever finds the places: nothing lies on anything else, each relationship is one line, and the same call gives the same file.
struct EngineTests {
  private static let topics = ["Digitale Teilhabe", "Smart City"]

  private func draw(_ options: [String], zone: String? = nil) throws -> RunningProgram {
    try RunningProgram.run(
      RunningProgram.cdograph, ["diagram", "--lang", "de", "--date", "2026-11-23"] + options,
      environment: zone.map { ["TZ": $0] } ?? [:])
  }

  @Test(arguments: LayoutEngine.allCases, topics) func picturesCanBeRead(
    _ engine: LayoutEngine, _ topic: String
  ) throws {
    let options = ["--topic", topic, "--engine", engine.rawValue, "-o", "-"]
    let drawn = try draw(options)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let survey = try #require(SVGSurvey(drawn.output))
    #expect(survey.nodes.count > 20)
    #expect(survey.covered.isEmpty, "\(survey.covered)")
    #expect(survey.linesPerEdge.count > 20)
    #expect(survey.linesPerEdge.filter { $0.value > 1 }.isEmpty)
    #expect(try draw(options).output == drawn.output)
  }

  /// The same holds for drawings with edges in both directions, of few nodes and of more.
  @Test(arguments: LayoutEngine.allCases, [3, 24, 40]) func nothingCoversAnything(
    _ engine: LayoutEngine, _ count: Int
  ) throws {
    let picture = try drawPicture(of: SampleDiagrams.network(count), format: .svg, engine: engine)
    let survey = try #require(SVGSurvey(String(decoding: picture.bytes, as: UTF8.self)))
    #expect(survey.nodes.count == count)
    #expect(survey.covered.isEmpty, "\(survey.covered)")
    #expect(survey.linesPerEdge.filter { $0.value > 1 }.isEmpty)
  }

  /// A PDF holds a date, which cairo writes by the clock of the place.
  @Test(arguments: ["Asia/Tokyo", "America/St_Johns", "UTC"]) func filesDependOnNoTimeZone(_ zone: String) throws {
    try withFolder { folder in
      let files = [zone, "UTC0"].map { _ in "\(folder)/\(UUID().uuidString).pdf" }
      for (file, zone) in zip(files, [zone, "UTC0"]) {
        #expect(try draw(["--around", "Münsterhack", "-o", file], zone: zone).status == 0)
      }
      let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(bytes[0] == bytes[1])
    }
  }
}
