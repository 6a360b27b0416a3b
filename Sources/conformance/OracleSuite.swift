import ArgumentParser
import Foundation

/// Values of graph algorithms that other programs have computed.
struct OracleSuite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oracle", abstract: "Values of graph algorithms; each measure of each graph is a case.")

  @OptionGroup var options: SuiteOptions

  func run() throws {
    var tally = Tally()
    let file = try options.cases() as? [String: Any]
    for (position, fields) in (file?["cases"] as? [Any] ?? []).enumerated() {
      guard let sample = OracleCase(fields) else {
        tally.note("case \(position)", "the case cannot be read")
        continue
      }
      for (name, expected) in sample.expected.sorted(by: { $0.key < $1.key }) {
        let title = "\(sample.id) \(name)"
        if let filter = options.filter, !title.contains(filter) { continue }
        if options.list {
          print(title)
        } else {
          tally.note(title, failure(of: name, sample, expected))
        }
      }
    }
    if !options.list { try tally.finish() }
  }

  private func failure(of name: String, _ sample: OracleCase, _ expected: Any) -> String? {
    // What nobody computes must not pass in silence.
    guard let measure = Measure.all.first(where: { $0.name == name }) else { return "unknown measure" }
    do {
      return try measure.difference(sample, expected)
    } catch {
      return "failed: \(error)"
    }
  }
}
