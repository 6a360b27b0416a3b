import ArgumentParser
import Diagrams
import Foundation
import GraphModel
import Interchange
import JSONText
import KnowledgeGraph
import NetworkFiles

/// The shell's commands around statements.
enum StatementCommands {
  /// In alphabetical order.
  static let all: [ShellCommand] = [
    begin, commit, explain, mode, open, param, profile, render, rollback, save, schema, source, timing,
  ]

  private static let begin = statement(
    "begin", "BEGIN",
    Wording(
      "Eine Transaktion beginnen: :rollback kehrt hierher zurück.", "Begin a transaction: :rollback goes back to here.")
  )
  private static let commit = statement(
    "commit", "COMMIT",
    Wording("Die Transaktion beenden und ihre Änderungen behalten.", "End the transaction and keep its changes."))
  private static let rollback = statement(
    "rollback", "ROLLBACK",
    Wording("Die Transaktion beenden und ihre Änderungen verwerfen.", "End the transaction and drop its changes."))
  private static let schema = statement(
    "schema", "CALL db.schema()",
    Wording(
      "Zeigen, welche Labels durch welche Beziehungen verbunden sind.",
      "Show which labels are joined by which relationships."))

  /// A command that stands for a statement.
  private static func statement(_ name: String, _ text: String, _ summary: Wording) -> ShellCommand {
    ShellCommand(name: name, needsColon: true, usage: Wording(":\(name)", ":\(name)"), summary: summary) { session, _ in
      await session.run(statement: text)
    }
  }

  private static let explain = prefixing(
    "explain", Wording("Zeigen, wie eine Anweisung ausgeführt würde.", "Show how a statement would be carried out."))
  private static let profile = prefixing(
    "profile",
    Wording(
      "Eine Anweisung ausführen und zeigen, wie viel Arbeit jeder Schritt war.",
      "Run a statement and show how much work each step was."))

  private static func prefixing(_ name: String, _ summary: Wording) -> ShellCommand {
    let usage = Wording(":\(name) <Anweisung>", ":\(name) <statement>")
    return ShellCommand(
      name: name, needsColon: true, takesRestOfLine: true, usage: usage, summary: summary,
      arguments: [.anything], repeatsLastArgument: true
    ) { session, words in
      guard let text = words.first else { return session.usage(usage) }
      return await session.run(statement: name.uppercased() + " " + text)
    }
  }

  private static let formats = ResultFormat.allCases.map(\.rawValue).joined(separator: ", ")

  private static let mode = ShellCommand(
    name: "mode", needsColon: true, usage: Wording(":mode [<Format>]", ":mode [<format>]"),
    summary: Wording(
      "Zeigen oder wählen, wie Antworten geschrieben werden: \(formats).",
      "Show or choose how answers are written: \(formats)."),
    arguments: [.choice(ResultFormat.allCases.map(\.rawValue))]
  ) { session, words in
    guard let statements = session.context.statements else { return .done(exitCode: ShellSession.usageError) }
    guard let word = words.first else {
      session.screen.show(statements.format.rawValue + "\n")
      return .done(exitCode: 0)
    }
    guard let format = ResultFormat(rawValue: word) else {
      let choices = ":mode " + ResultFormat.allCases.map(\.rawValue).joined(separator: "|")
      return session.usage(Wording(choices, choices))
    }
    statements.format = format
    return .done(exitCode: 0)
  }

  private static let timing = ShellCommand(
    name: "timing", needsColon: true, usage: Wording(":timing [on|off]", ":timing [on|off]"),
    summary: Wording("Zeigen, wie lange Anweisungen dauern, oder nicht.", "Show how long statements take, or not."),
    arguments: [.choice(["on", "off"])]
  ) { session, words in
    guard let statements = session.context.statements else { return .done(exitCode: ShellSession.usageError) }
    switch words.first {
    case "on"?: statements.isTimed = true
    case "off"?: statements.isTimed = false
    case nil: statements.isTimed.toggle()
    default: return session.usage(Wording(":timing on|off", ":timing on|off"))
    }
    session.screen.show(statements.isTimed ? "on\n" : "off\n")
    return .done(exitCode: 0)
  }

  private static let param = ShellCommand(
    name: "param", aliases: ["params"], needsColon: true, takesRestOfLine: true,
    usage: Wording(":param [<Name> [<Wert>]]", ":param [<name> [<value>]]"),
    summary: Wording(
      "Parameter zeigen oder $Name auf einen JSON-Wert setzen.", "Show parameters, or set $name to a JSON value."),
    arguments: [.anything], repeatsLastArgument: true
  ) { session, words in
    guard let statements = session.context.statements else { return .done(exitCode: ShellSession.usageError) }
    guard let text = words.first else {
      for (name, value) in statements.parameters.sorted(by: { $0.key < $1.key }) {
        session.screen.show("$\(name) = \(value.literal)\n")
      }
      return .done(exitCode: 0)
    }
    let parts = text.split(maxSplits: 1) { $0.isWhitespace || $0 == "=" }
    let name = String(parts[0].hasPrefix("$") ? parts[0].dropFirst() : parts[0])
    guard parts.count == 2 else {
      guard let value = statements.parameters[name] else {
        session.screen.complain("there is no parameter $\(name); :param \(name) <value> sets it")
        return .done(exitCode: ShellSession.usageError)
      }
      session.screen.show("$\(name) = \(value.literal)\n")
      return .done(exitCode: 0)
    }
    do throws(JSONSyntaxError) {
      let written = parts[1].drop { $0.isWhitespace || $0 == "=" || $0 == ">" }
      statements.parameters[name] = try Value(parameter: String(written))
      return .done(exitCode: 0)
    } catch {
      session.screen.complain("$\(name): not JSON at character \(error.offset + 1): \(error.textDescription)")
      return .done(exitCode: ShellSession.usageError)
    }
  }

  private static let openUsage = Wording(":open <Ordner>…", ":open <folder>…")
  private static let renderUsage = Wording(":render <Datei>", ":render <file>")
  private static let saveUsage = Wording(":save <Datei>", ":save <file>")
  private static let sourceUsage = Wording(":source <Datei>", ":source <file>")

  private static let open = ShellCommand(
    name: "open", needsColon: true, usage: openUsage,
    summary: Wording(
      "Ein anderes Netzwerk laden oder eine Graph-Datei wie netz.graphml; Parameter bleiben.",
      "Load another network, or a graph file such as net.graphml; parameters stay."),
    arguments: [.anything], repeatsLastArgument: true
  ) { session, words in
    guard !words.isEmpty, let statements = session.context.statements else { return session.usage(openUsage) }
    return await session.attempt { try await statements.open(words) }
  }

  private static let render = ShellCommand(
    name: "render", needsColon: true, usage: renderUsage,
    summary: Wording(
      "Die letzte Antwort zeichnen, als .svg, .png, .pdf oder .dot.",
      "Draw the last answer as .svg, .png, .pdf or .dot."), arguments: [.anything]
  ) { session, words in
    guard words.count == 1, let statements = session.context.statements else { return session.usage(renderUsage) }
    let ending = URL(fileURLWithPath: words[0]).pathExtension.lowercased()
    guard let format = PictureFormat(rawValue: ending) else {
      session.screen.complain("unknown ending of '\(words[0])'; use .svg, .png, .pdf or .dot")
      return .done(exitCode: ShellSession.usageError)
    }
    return await session.attempt { try OutputFile.write(try await statements.drawn(format), to: words[0]) }
  }

  private static let save = ShellCommand(
    name: "save", needsColon: true, usage: saveUsage,
    summary: Wording(
      "Die letzte Antwort schreiben, als .csv, .tsv, .json, .jsonl, .md, .txt, oder ihren Graphen als .graphml, .gexf, .ttl und andere.",
      "Write the last answer as .csv, .tsv, .json, .jsonl, .md, .txt, or its graph as .graphml, .gexf, .ttl and others."
    ),
    arguments: [.anything]
  ) { session, words in
    guard words.count == 1, let statements = session.context.statements else { return session.usage(saveUsage) }
    let endings: [String: ResultFormat] = [
      "csv": .csv, "tsv": .tsv, "json": .json, "jsonl": .jsonl, "md": .markdown, "txt": .table,
    ]
    let table = endings[URL(fileURLWithPath: words[0]).pathExtension.lowercased()]
    let graph =
      table == nil ? FormatCatalog.format(ofFile: words[0]) : FormatCatalog.format(announcedBy: words[0])
    if let graph {
      let screen = session.screen
      return await session.attempt {
        try statements.save(to: words[0], as: graph)
        // Whoever names one file should know that there are two.
        if graph.parts.count > 1 { screen.show(GraphFiles.paths(words[0], graph).joined(separator: ", ") + "\n") }
      }
    }
    guard let format = table else {
      session.screen.complain(
        "unknown ending of '\(words[0])'; use .csv, .tsv, .json, .jsonl, .md, .txt, or that of a graph format")
      return .done(exitCode: ShellSession.usageError)
    }
    return await session.attempt { try OutputFile.write(Array(try statements.written(format).utf8), to: words[0]) }
  }

  private static let source = ShellCommand(
    name: "source", needsColon: true, usage: sourceUsage,
    summary: Wording(
      "Die Zeilen einer Datei ausführen, als wären sie eingegeben.", "Run the lines of a file as if they were typed."),
    arguments: [.anything]
  ) { session, words in
    guard words.count == 1 else { return session.usage(sourceUsage) }
    do throws(Failure) {
      return await session.runLines(of: try InputFile.text(words[0]), from: words[0])
    } catch {
      return session.complained(error)
    }
  }
}
