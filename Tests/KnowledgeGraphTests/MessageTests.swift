import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import RegexBuilder
import TestSupport
import Testing

@Suite struct MessageTests {
  @Test(arguments: [
    ("the variable 'm' is not defined — did you mean 'n'?", "die Variable „m“ ist nicht bekannt — war „n“ gemeint?"),
    (
      "SyntaxError: there is no function 'toUper' — did you mean 'toUpper'?",
      "SyntaxError: es gibt keine Funktion „toUper“ — war „toUpper“ gemeint?"
    ),
    (
      "TypeError: size() takes a list, map or text, this is 1",
      "TypeError: size(): erwartet war eine Liste, Map oder ein Text, dies ist 1"
    ),
    (
      "no node has the label 'A'\n  1 | MATCH (a:A)\n    |          ^",
      "kein Knoten hat das Label „A“\n  1 | MATCH (a:A)\n    |          ^"
    ),
    (
      "my/actors.json:1:46: /0/topics/1: unknown topic 'ozgg' — did you mean 'ozg'?",
      "my/actors.json:1:46: /0/topics/1: unbekannt: Thema „ozgg“ — war „ozg“ gemeint?"
    ),
    (
      "Error: The value 'x' is invalid for '--format <f>'. Please provide one of 'a4', 'a3' or 'a0'.",
      "Fehler: Der Wert „x“ ist ungültig für „--format <f>“. Möglich sind „a4“, „a3“ oder „a0“."
    ),
    (
      "Error: The value 'x' is invalid for '--lang <f>'. Please provide one of 'de' and 'en'.",
      "Fehler: Der Wert „x“ ist ungültig für „--lang <f>“. Möglich sind „de“ und „en“."
    ),
    (
      "ProcedureError: algo.x: damping must be between 0 and 1",
      "ProcedureError: algo.x: damping muss zwischen 0 und 1 liegen"
    ),
    (
      "h.json:1:1: expected an array of meeting records, found an object",
      "h.json:1:1: erwartet war eine Liste von Einträgen der Art Treffen, da steht ein Objekt"
    ),
    ("x.json:1:1: found 'x' where a value should stand", "x.json:1:1: da steht „x“, wo ein Wert stehen sollte"),
    ("a.xml:1:22: a <node> has no id; give it one", "a.xml:1:22: ein <node> hat keine id; bitte eine angeben"),
    ("Error: 3 unexpected arguments: 'a', 'b', 'c'", "Fehler: 3 unerwartete Argumente: „a“, „b“, „c“"),
    (
      "Error: The option '--full' does not take any value, but 'x' was specified.",
      "Fehler: Die Option „--full“ nimmt keinen Wert; angegeben ist „x“."
    ),
    (
      "s.json:2:9: /page/margin: expected a number, found a text",
      "s.json:2:9: /page/margin: erwartet war eine Zahl, da steht ein Text"
    ),
    ("match.pairs has no option 'foo' — trio", "match.pairs hat keine Option „foo“ — trio"),
    ("tables must be at most 200", "tables darf höchstens 200 sein"),
    ("algo.x: limit must be an integer", "algo.x: limit muss eine ganze Zahl sein"),
    ("algo.x: from must be a node", "algo.x: from muss ein Knoten sein"),
    ("  … and 8 more", "  … und 8 weitere"),
    (
      "unknown ending of 'x.foo'; use .svg, .png, .pdf or .dot",
      "unbekannte Endung von „x.foo“; möglich sind .svg, .png, .pdf oder .dot"
    ),
    (
      "line 1: ':sav' is not a command — did you mean ':save'? :help lists them",
      "Zeile 1: „:sav“ ist kein Befehl — war „:save“ gemeint? :help zählt sie auf"
    ),
    ("something that is in no template", "something that is in no template"), ("", ""),
  ])
  func `messages are said in German`(english: String, german: String) {
    #expect(MessageCatalog.translated(english, to: .german) == german)
    #expect(MessageCatalog.translated(english, to: .english) == english)
  }

  /// Whatever is thrown by the query language has its German words: the templates are compared with the sources.
  @Test func `every message of the query language has a template`() throws {
    var missing: [String] = []
    for folder in ["Sources/CypherEngine", "Sources/CypherSyntax"] {
      let paths = try #require(FileManager.default.enumerator(atPath: Project.path(folder)))
      for case let path as String in paths where path.hasSuffix(".swift") {
        let source = try String(contentsOfFile: Project.path(folder + "/" + path), encoding: .utf8)
        for match in source.matches(of: /(?:CypherError|\.syntax|\.noMoment)\(\s*(?:\.\w+,\s*)*"((?:[^"\\]|\\.)*)"/) {
          let text = String(match.output.1)
          guard !text.contains("\\(") else { continue }
          if MessageCatalog.translated(text, to: .german) == text { missing.append(text) }
        }
      }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// The same for files of other programs: faults, and what formats cannot hold.
  @Test func `every message about files of other programs has a template`() throws {
    var missing: [String] = []
    let folder = "Sources/Interchange"
    let paths = try #require(FileManager.default.enumerator(atPath: Project.path(folder)))
    for case let path as String in paths where path.hasSuffix(".swift") {
      let source = try String(contentsOfFile: Project.path(folder + "/" + path), encoding: .utf8)
      for match in source.matches(of: /(?:InterchangeFault|\.fault|note|stop)\(\s*(?:parser,\s*)?"((?:[^"\\]|\\.)*)"/) {
        // Values in the message stand for themselves.
        let text = String(match.output.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "x")
          .replacing("\\\"", with: "\"")
        if text != "x", MessageCatalog.translated(text, to: .german) == text { missing.append(text) }
      }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// The same for lists of people and for what is written and forgotten.
  @Test func `every message about lists and writing has a template`() throws {
    var missing: [String] = []
    for folder in ["Sources/KnowledgeGraph/Importing", "Sources/NetworkFiles/Writing"] {
      let paths = try #require(FileManager.default.enumerator(atPath: Project.path(folder)))
      for case let path as String in paths where path.hasSuffix(".swift") {
        let source = try String(contentsOfFile: Project.path(folder + "/" + path), encoding: .utf8)
        let calls =
          /(?:Fault|fault|otherFormat|Failure|return)\(?\s*(?:description: )?"((?:[^"\\]|\\.)+ (?:[^"\\]|\\.)+)"/
        for match in source.matches(of: calls) {
          // Values in the message stand for themselves; what a ternary adds at its end is advice of its own.
          let text = String(match.output.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)$/, with: "")
            .replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "x").replacing("\\u{FFFD}", with: "x")
          if !text.hasPrefix("x/"), MessageCatalog.translated(text, to: .german) == text { missing.append(text) }
        }
      }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// The same for whatever else a user may be told, and for the parts that such messages are put together of.
  @Test(arguments: [
    "CypherEngine", "CypherSyntax", "Diagrams", "GraphAlgorithms", "Interchange", "KnowledgeGraph", "NetworkFiles",
    "cdograph",
  ])
  func `every other message has a template`(module: String) throws {
    var missing: [String] = []
    var count = 0
    let paths = try #require(FileManager.default.enumerator(atPath: Project.path("Sources/" + module)))
    for case let path as String in paths where path.hasSuffix(".swift") && !path.hasPrefix("Messages/") {
      let source = try String(contentsOfFile: Project.path("Sources/\(module)/\(path)"), encoding: .utf8)
        .replacing(/"\s*\+\s*"/, with: "")
      for match in source.matches(of: Self.messages) {
        let text = Self.withPlaceholders(String(match.output.1))
        // What only joins others has no words of its own; its parts are messages too.
        if text == "x must be x" { continue }
        let words = text.split { !$0.isLetter }.filter { $0.count > 1 && $0.allSatisfy(\.isLowercase) }
        guard words.count > 1, !text.contains("{") else { continue }
        count += 1
        let german = MessageCatalog.translated(text, to: .german)
        let said = german.replacing(/„[^“]*“|--[a-z-]+|'[^']*'|`[^`]*`/, with: "").split { !$0.isLetter }.map(
          String.init)
        if german == text || !Self.english.isDisjoint(with: said) { missing.append("\(path): \(german)") }
      }
    }
    // A way of making errors that the pattern no longer knows would drop out without a word.
    #expect(count > 0)
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// Words by which a part that stayed English gives itself away.
  private static let english: Set<String> = [
    "and", "are", "be", "cannot", "has", "is", "least", "most", "must", "needs", "no", "of", "or", "takes", "the",
    "this", "to", "with",
  ]

  /// The text behind whatever makes an error, a warning or a part of one.
  private static var messages: Regex<(Substring, Substring)> {
    Regex {
      /\b(?:[A-Za-z]*Error|Failure|Console\.warn|Console\.fail|complain|fail|wrong|WrongType|expected:|bounds:|problem:|suggestion:)\(?/
      /[^"\n]{0,80}\n?\s*/
      /"((?:[^"\\\n]|\\\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)|\\[^(])+)"/
    }
  }

  /// A message with a letter for each value; advice that follows only sometimes is a message of its own.
  private static func withPlaceholders(_ literal: String) -> String {
    let value = /\\\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)/
    return literal.replacing(/\)'\\\([^()]*\)/, with: ")'").replacing(/([a-z])\\\([a-z]+\)$/) { $0.output.1 }
      .replacing(value, with: "x").replacing("\\\"", with: "\"").replacing("\\n", with: "\n")
  }

  /// The same for what the algorithms say of themselves; and no template outlives what it translates.
  @Test func `every algorithm describes itself in both languages`() {
    let texts = ProcedureCatalog.all.flatMap { [$0.summary] + $0.parameters.map(\.summary) }
    let missing = Set(texts).filter { MessageCatalog.translated($0, to: .german) == $0 }
    #expect(missing.isEmpty, "\(missing.sorted().joined(separator: "\n"))")
    let stale = MessageCatalog.descriptions.map(\.english).filter { !texts.contains($0) }
    #expect(stale.isEmpty, "\(stale.joined(separator: "\n"))")
  }

  /// The same for what a query can call; options keep their names.
  @Test(arguments: ["FUNCTIONS", "PROCEDURES"]) func `what can be called describes itself in both languages`(
    what: String
  ) throws {
    let rows = try Language.allCases.map { language in
      var session = QuerySession(PropertyGraph())
      session.language = language
      return try session.run("SHOW \(what)").rows.map { $0.compactMap(\.text) }
    }
    #expect(rows[0].count > 50 && rows[0].count == rows[1].count)
    for (german, english) in zip(rows[0], rows[1]) {
      #expect(german.dropLast() == english.dropLast())
      let (said, meant) = (german[german.count - 1], english[english.count - 1])
      #expect(said != meant, "\(said)")
      let words = Set(said.split { !$0.isLetter }.map(String.init))
      #expect(words.isDisjoint(with: ["the", "of", "with", "each", "whose", "Options"]), "\(said)")
      if let options = meant.firstRange(of: "Options: ") {
        let names = meant[options.upperBound...].replacing(#/ \([^)]*\)/#, with: "").dropLast().split(separator: ", ")
        #expect(names.allSatisfy { said.contains($0) }, "\(said)")
      }
    }
  }

  /// The reasons of the system are those that the C library gives, to the letter.
  @Test func `reasons of the system are said in German`() {
    let said = Set((1...133).map { String(cString: strerror($0)) })
    let stale = MessageCatalog.systemReasons.map(\.english).filter { !said.contains($0) }
    #expect(stale.isEmpty, "\(stale.joined(separator: "\n"))")
    #expect(
      MessageCatalog.translated("cannot write '/x/y': \(String(cString: strerror(ENOENT)))", to: .german)
        == "„/x/y“ lässt sich nicht schreiben: Datei oder Ordner nicht gefunden")
  }

  /// Faults of JSON are said in German as a whole, whatever was met.
  @Test(arguments: [
    "", "{", "{\"a\"", "{\"a\":", "{1", "[1 2]", "[1]]", "\"a", "\"\\", "\"\\x\"", "\"\\ud800\"", "\"\u{1}\"", "01",
    "1.", "-", "1e",
    "tru", "nulk", "\u{7}", "é",
  ])
  func `faults of JSON are said in German`(text: String) throws {
    let english = Array(text.utf8).withUnsafeBufferPointer { bytes -> String? in
      do throws(JSONSyntaxError) {
        var cursor = try JSONCursor(bytes)
        try cursor.skipValue()
        try cursor.finish()
        return nil
      } catch {
        return error.description
      }
    }
    let german = MessageCatalog.translated(try #require(english), to: .german)
    let words = Set(german.split { !$0.isLetter }.map(String.init))
    #expect(german != english)
    #expect(words.isDisjoint(with: ["the", "of", "is", "a", "an", "where", "missing", "it", "string"]), "\(german)")
  }

  /// What stands in quotation marks is typed as it is.
  @Test func `quoted words stay as they are`() {
    #expect(
      MessageCatalog.translated("unknown field 'nmae' — did you mean 'name'?", to: .german)
        == "unbekanntes Feld „nmae“ — war „name“ gemeint?")
  }
}
