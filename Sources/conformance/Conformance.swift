import ArgumentParser
import Foundation

/// Runs conformance suites that are given as a folder; a tool for developers, not part of what users install.
///
/// Nothing of a suite is compiled in: cases, expectations and tolerances are read from the folder, in the formats that
/// the suites' own READMEs describe.
@main
struct Conformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Run a conformance suite.",
    discussion: "Prints every failure with its reason and ends with 'N passed, N failed'. Exit code 1 when any failed.",
    subcommands: [GraphalyticsSuite.self, JSONSuite.self, OracleSuite.self, SNBSuite.self, TCKSuite.self])
}

/// The options of every suite.
struct SuiteOptions: ParsableArguments {
  @Argument(help: "The folder of the suite.")
  var folder: String

  @Option(name: .long, help: "Only cases whose name contains this.")
  var filter: String?

  @Flag(name: .long, help: "List the cases and run none.")
  var list = false

  /// The JSON value in `cases.json`.
  func cases() throws -> Any {
    let path = folder + "/cases.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("cannot read \(path)")
    }
    return try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  }
}

/// What passed and what failed.
struct Tally {
  private var passed = 0
  private var failed = 0

  mutating func note(_ name: String, _ failure: String?) {
    if let failure {
      failed += 1
      print("failed: \(name): \(failure)")
    } else {
      passed += 1
    }
  }

  /// Prints the sum; a run with a failure, or without any case, is no success.
  func finish() throws {
    print("\(passed) passed, \(failed) failed")
    if failed > 0 || passed == 0 { throw ExitCode.failure }
  }
}
