import Foundation
import Testing

@testable import cdograph

@Suite("History")
struct HistoryTests {
  @Test(
    "lies where the XDG specification says",
    arguments: [
      (["HOME": "/h"], "/h/.local/state/cdograph/history"),
      (["HOME": "/h", "XDG_STATE_HOME": "/s"], "/s/cdograph/history"),
      (["HOME": "/h", "XDG_STATE_HOME": "s"], "/h/.local/state/cdograph/history"),
      (["HOME": "/h", "XDG_STATE_HOME": ""], "/h/.local/state/cdograph/history"),
      (["HOME": ""], nil), ([:], nil),
    ] as [([String: String], String?)])
  func path(environment: [String: String], expected: String?) {
    #expect(History.defaultPath(environment: environment) == expected)
  }

  @Test("survives newlines, backslashes and umlauts", arguments: ["a\nb", #"c\nd"#, #"\"#, "Münster\n\n", "", "\r\n"])
  func encoding(entry: String) {
    let encoded = History.encoded(entry)
    #expect(!encoded.unicodeScalars.contains("\n"))
    #expect(History.decoded(encoded) == entry)
  }

  @Test("is shared by sessions, belongs to the user alone, and is cut back when it has grown")
  func file() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("state/cdograph/history").path
    var one = History(path: path)
    var two = History(path: path)
    #expect(one.record("eins\nzwei") == nil)
    #expect(one.record("eins\nzwei") == nil)
    #expect(two.record("drei") == nil)
    #expect(History(path: path).entries == ["eins\nzwei", "drei"])
    #expect(try permissions(path) == 0o600)
    #expect(try permissions(folder.appendingPathComponent("state/cdograph").path) == 0o700)
    try Data((1...2500).map { "e\($0)\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
    let long = History(path: path)
    #expect(long.entries.count == History.limit)
    #expect(long.entries.last == "e2500")
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == History.limit)
    #expect(try permissions(path) == 0o600)
  }

  @Test("says once that it cannot be written and goes on remembering")
  func unwritable() {
    var history = History(path: "/dev/null/cdograph/history")
    #expect(history.record("eins") == "history is not kept: cannot write '/dev/null/cdograph/history'")
    #expect(history.record("zwei") == nil)
    #expect(history.entries == ["eins", "zwei"])
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
