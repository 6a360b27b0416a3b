import GraphModel
import Testing

@testable import cdograph

@MainActor
@Suite("Completion")
struct CompletionTests {
  /// What Tab at `|` makes of the line; nil for nothing, candidates in brackets.
  private func tab(_ marked: String) -> String? {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let line = parts.joined()
    let cursor = line.index(line.startIndex, offsetBy: parts[0].count)
    let context = FakeContext()
    let completion = ShellCompletion(commands: ShellCommands.joined(with: context.subcommands), context: context)
    guard let answer = completion.answer(line, at: cursor) else { return nil }
    switch answer.effect {
    case .replace(let text): return line[..<answer.start] + text + "|" + line[cursor...]
    case .show(let candidates): return "[" + candidates.joined(separator: " ") + "]"
    }
  }

  @Test(
    "of commands and options",
    arguments: [
      ("|", "[path peers :help :history :quit]"), ("pe|", "peers |"), (":pe|", ":peers |"), ("p|", "[path peers]"),
      (":h|", "[:help :history]"), (":hi|", ":history |"), ("xyz|", nil), ("xyz --|", nil), ("he|", nil),
      ("peers --to|", "peers --topic |"), (":peers --to|pic", ":peers --topic |pic"),
      ("peers --|", "[--topic --near --output --format --weighted --help]"),
      ("peers --format j|", "peers --format json |"), ("peers --weighted --ne|", "peers --weighted --near |"),
      (":help pe|", ":help peers |"), (":help qu|", ":help quit |"), (":help :q|", ":help :quit |"),
      (":quit x|", nil),
    ] as [(String, String?)])
  func words(line: String, expected: String?) {
    #expect(tab(line) == expected)
  }

  @Test(
    "of names",
    arguments: [
      ("peers --near mue|", "peers --near Mü|"), ("peers --near mü|", "peers --near Mü|"),
      ("peers --near MUEN|", "peers --near Münster |"), ("peers --near Mü|", "[Mülheim Münster]"),
      ("peers --topic dig|", #"peers --topic "Digitaler |"#),
      (#"peers --topic "Digitaler |"#, "[Digitaler Bauantrag Digitaler Zwilling]"),
      (#"peers --topic "Digitaler Z|"#, #"peers --topic "Digitaler Zwilling" |"#),
      ("peers --topic „digitaler z|", "peers --topic „Digitaler Zwilling“ |"),
      (#"peers --topic digitaler\ z|"#, #"peers --topic "Digitaler Zwilling" |"#),
      ("peers --topic OZG --near muens|", "peers --topic OZG --near Münster |"),
      ("peers muen|", nil), ("peers --output mue|", nil), ("peers -o mue|", nil),
      ("path cdo|", #"path "CDO Norderstedt" |"#), ("path OZG muensterh|", "path OZG Münsterhack |"),
      ("path a b mue|", nil), ("peers --near xyz|", nil),
    ] as [(String, String?)])
  func names(line: String, expected: String?) {
    #expect(tab(line) == expected)
  }

  @Test("never shortens what is typed")
  func neverShortens() {
    let word = CommandLineWord(text: "mü", start: "mü".startIndex)
    let candidates = ["MÜNSTER", "Münster"]
    let answer = LineCompletion(of: word, candidates: candidates) { $0.lowercased() }
    #expect(answer?.effect == .show(candidates))
  }

  @Test("shows only as many candidates as can be looked over")
  func excerpt() {
    let many = (1...100).map(String.init)
    #expect(LineCompletion.excerpt(of: many, .english).count == 61)
    #expect(LineCompletion.excerpt(of: many, .english).last == "… 40 more")
    #expect(LineCompletion.excerpt(of: ["a"], .english) == ["a"])
  }
}
