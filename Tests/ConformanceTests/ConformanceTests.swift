import Foundation
import TestSupport
import Testing

/// The suites that lie beside the project, run by the project's own tool.
@Suite(.enabled(if: Suites.exist, Suites.skipped)) struct ConformanceTests {
  @Test(arguments: [("json", "json-suite"), ("tck", "tck"), ("snb", "ldbc-snb")])
  func `every case passes`(command: String, folder: String) throws {
    let path = Suites.folder.appendingPathComponent(folder).path
    let result = try RunningProgram.run(RunningProgram.built("conformance"), [command, path])
    #expect(result.status == 0, "\(result.output.suffix(2000))\(result.errors)")
    #expect(result.output.hasSuffix(" passed, 0 failed\n"))
  }

  @Test func `a folder without cases, and a filter that fits nothing, are no success`() throws {
    let none = try RunningProgram.run(RunningProgram.built("conformance"), ["json", Project.path("Sources")])
    #expect(none.status != 0)
    let path = Suites.folder.appendingPathComponent("json-suite").path
    let filtered = try RunningProgram.run(
      RunningProgram.built("conformance"), ["json", path, "--filter", "no such case"])
    #expect(filtered.status != 0 && filtered.output == "0 passed, 0 failed\n")
  }
}
