import ArgumentParser
import Foundation
import JSONText

/// JSONTestSuite: what must be read, what must be refused, and what may be either but must not crash.
struct JSONSuite: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "json", abstract: "JSONTestSuite.")

  @OptionGroup var options: SuiteOptions

  func run() throws {
    var tally = Tally()
    for case let sample as [String: Any] in try options.cases() as? [Any] ?? [] {
      let name = sample["name"] as? String ?? "?"
      if let filter = options.filter, !name.contains(filter) { continue }
      if options.list {
        print(name)
        continue
      }
      tally.note(name, failure(sample))
    }
    if !options.list { try tally.finish() }
  }

  private func failure(_ sample: [String: Any]) -> String? {
    guard let bytes = input(sample), let expected = sample["expect"] as? String else { return "the case is incomplete" }
    let error = readingError(bytes)
    switch (expected, error) {
    case ("accept", let error?): return "refused: \(error)"
    case ("reject", nil): return "accepted"
    default: return nil
    }
  }

  private func input(_ sample: [String: Any]) -> [UInt8]? {
    if let base64 = sample["base64"] as? String { return Data(base64Encoded: base64).map { [UInt8]($0) } }
    guard let parts = sample["repeat"] as? [String: Any], let unit = parts["unit"] as? String,
      let count = parts["count"] as? Int
    else { return nil }
    return Array((String(repeating: unit, count: count) + (parts["tail"] as? String ?? "")).utf8)
  }

  private func readingError(_ bytes: [UInt8]) -> JSONSyntaxError? {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONSyntaxError) {
        var cursor = try JSONCursor(buffer)
        try cursor.skipValue()
        try cursor.finish()
        return nil
      } catch {
        return error
      }
    }
  }
}
