import ArgumentParser
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import cdograph

/// What the declarations say in both languages, as the program prints it.
private struct Declared {
  let german: CommandDescription
  let english: CommandDescription

  static let all: Declared? = {
    func description(_ language: String) -> CommandDescription? {
      let words = ["--lang", language, "--experimental-dump-help"]
      guard let run = try? RunningProgram.run(RunningProgram.cdograph, words) else { return nil }
      return CommandDescription(json: run.output)
    }
    guard let german = description("de"), let english = description("en") else { return nil }
    return Declared(german: german, english: english)
  }()

  /// Every command with the words that call it, in both languages.
  var commands: [(call: String, german: CommandDescription, english: CommandDescription)] {
    Self.below("cdograph", german, english)
  }

  private static func below(
    _ call: String, _ german: CommandDescription, _ english: CommandDescription
  ) -> [(call: String, german: CommandDescription, english: CommandDescription)] {
    // ArgumentParser adds a command `help` with a text of its own.
    let pairs = zip(german.subcommands ?? [], english.subcommands ?? []).filter { $0.0.commandName != "help" }
    return [(call, german, english)] + pairs.flatMap { below(call + " " + $0.0.commandName, $0.0, $0.1) }
  }
}

@Suite("Help") struct HelpTests {
  /// Words that every longer text of a language has, and that the other language has not.
  private static let englishWords: Set<String> = [
    "the", "of", "and", "with", "which", "how", "this", "who", "what", "default",
  ]
  private static let germanWords: Set<String> = [
    "der", "die", "und", "oder", "mit", "wer", "wie", "nicht", "ein", "eine", "einen", "für",
  ]

  private static func words(_ text: String) -> Set<String> {
    // What stands in quotation marks is quoted from statements.
    Set(text.lowercased().replacing(#/'[^']*'|`[^`]*`/#, with: "").split { !$0.isLetter }.map(String.init))
  }

  private func compare(_ german: String?, _ english: String?, at place: String) {
    guard let german, let english, !german.isEmpty, !english.isEmpty else {
      Issue.record("\(place): a text is missing; German: '\(german ?? "")', English: '\(english ?? "")'")
      return
    }
    #expect(german != english, "\(place): the texts are equal")
    let foreign = (
      Self.words(german).intersection(Self.englishWords), Self.words(english).intersection(Self.germanWords)
    )
    #expect(foreign.0.isEmpty, "\(place): '\(german)'")
    #expect(foreign.1.isEmpty, "\(place): '\(english)'")
  }

  @Test func `every command and option is described in both languages`() throws {
    let commands = try #require(Declared.all).commands
    #expect(commands.count > 25)
    for (call, german, english) in commands {
      compare(german.abstract, english.abstract, at: call)
      let pages = (HelpPage(german, call: call, .german), HelpPage(english, call: call, .english))
      if !(pages.0.discussion + pages.1.discussion).isEmpty {
        compare(pages.0.discussion, pages.1.discussion, at: call)
      }
      #expect(pages.0.examples == pages.1.examples)
      #expect(german.shouldDisplay == false || !pages.0.examples.isEmpty, "\(call): no example")
      let arguments = (german.arguments ?? [], english.arguments ?? [])
      #expect(arguments.0.count == arguments.1.count)
      for (inGerman, inEnglish) in zip(arguments.0, arguments.1) {
        let name = inGerman.preferredName?.name ?? inGerman.valueName ?? ""
        if ["help", "version"].contains(name) { continue }
        compare(inGerman.abstract, inEnglish.abstract, at: "\(call) \(name)")
        guard !inGerman.isFlag else { continue }
        let value = inGerman.valueName.flatMap { ValueName($0) }
        #expect(value != nil && value == inEnglish.valueName.flatMap { ValueName($0) }, "\(call) \(name): its value")
      }
    }
  }

  @Test func `no line is wider than eighty columns`() throws {
    for (call, german, english) in try #require(Declared.all).commands {
      for page in [HelpPage(german, call: call, .german), HelpPage(english, call: call, .english)] {
        for line in page.text(width: 200).split(separator: "\n") where displayWidth(line) > 80 {
          Issue.record("\(call): \(line)")
        }
      }
    }
  }

  @Test func `values have one word each`() {
    let german = ValueName.allCases.map(\.wording.german)
    let english = ValueName.allCases.map(\.wording.english)
    #expect(Set(german).count == german.count && Set(english).count == english.count)
    for value in ValueName.allCases {
      #expect(ValueName(value.wording.german) == value && ValueName(value.wording.english) == value)
    }
  }

  @Test(arguments: [
    (["peers", "--lang", "en"], "C", Language.english), (["--lang=en", "peers"], "C", .english),
    (["peers"], "C", .german), (["peers"], "en_GB.UTF-8", .english),
    (["peers", "--lang", "de"], "en_GB.UTF-8", .german),
    (["peers", "--lang"], "C", .german), (["peers", "--lang", "fr"], "C", .german),
    (["query", "--", "--lang", "en"], "C", .german), (["peers", "--lang", "en", "--lang", "de"], "C", .german),
  ])
  func `the language stands anywhere in the line`(arguments: [String], locale: String, expected: Language) {
    #expect(Language(arguments: arguments, environment: ["LANG": locale]) == expected)
  }

  // MARK: Examples

  /// Examples whose data come from elsewhere: they are only parsed.
  private static let needData = ["cdograph evaluate", "cdograph tune --data"]
  /// Examples that a shell runs, because they open one or join programs.
  private static func isOfShell(_ example: String) -> Bool { example.contains(" | ") || example == "cdograph repl" }

  /// All others run, one after another, in a shell that has loaded the network.
  @Test func `examples work as they stand`() throws {
    let commands = try #require(Declared.all).commands
    let pages = commands.filter { $0.german.shouldDisplay != false }.map { HelpPage($0.german, call: $0.call, .german) }
    var examples: [String] = []
    for example in pages.flatMap(\.examples) where !examples.contains(example) { examples.append(example) }
    for example in examples {
      #expect(try HelpTests.parses(example), "\(example)")
    }
    let run = examples.filter { example in !Self.needData.contains { example.hasPrefix($0) } }
    #expect(run.count > 40)
    try withFolder { folder in
      let here = URL(fileURLWithPath: folder)
      let graph = URL(fileURLWithPath: Project.path("Graph"))
      try FileManager.default.createSymbolicLink(at: here.appendingPathComponent("Graph"), withDestinationURL: graph)
      try Data("RETURN 1 AS one;\n".utf8).write(to: here.appendingPathComponent("questions.cypher"))
      // What other examples read and undo.
      let first = [
        "cdograph export -o network.graphml",
        "cdograph match pairs --actors cdo-kiel cdo-neuss --history . --record --pack mappe",
        "cdograph import Graph/examples/import/people.csv --map Graph/examples/import/mapping.json --into my-network "
          + "--partial",
      ]
      let lines = first + run.filter { !Self.isOfShell($0) && !first.contains($0) }
      let result = try RunningProgram.run(
        RunningProgram.cdograph, ["repl", "--fail-fast"], input: lines.joined(separator: "\n") + "\n", in: here)
      #expect(result.status == 0, "\(result.errors)")
      for example in run where Self.isOfShell(example) {
        #expect(try RunningProgram.shell(example, in: here).status == 0, "\(example)")
      }
    }
  }

  private static func parses(_ example: String) throws -> Bool {
    // Of programs that are joined it is the first or the last.
    let calls = example.components(separatedBy: " | ").filter { $0.hasPrefix("cdograph") }
    return try !calls.isEmpty
      && calls.allSatisfy { call in
        _ = try Cdograph.parseAsRoot(Array(try cdograph.words(of: call).dropFirst()))
        return true
      }
  }
}
