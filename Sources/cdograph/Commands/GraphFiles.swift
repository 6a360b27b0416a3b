import ArgumentParser
import Diagrams
import Foundation
import GermanText
import GraphModel
import Interchange
import KnowledgeGraph
import NetworkFiles

/// Files in the formats of other programs.
enum GraphFiles {
  /// What help says of the formats: a line each.
  static func listing(_ language: Language) -> String {
    FormatCatalog.all.map { format in
      let ways =
        !format.isReadable
        ? Wording("schreiben", "write")
        : format.write == nil ? Wording("lesen", "read") : Wording("lesen, schreiben", "read, write")
      let endings = format.extensions.joined(separator: ", .")
      return "  \(format.name) (.\(endings)) [\(ways[language])]: "
        + "\(format.summary[language]) \(format.limits[language])"
    }.joined(separator: "\n")
  }

  /// The format that was named, or else the one that the ending of the file belongs to.
  ///
  /// - Parameters:
  ///   - candidates: The formats that messages offer.
  ///   - isRead: Whether the file is read.
  static func format(
    named name: String?, file: String, advice: String, among candidates: [GraphFormat] = FormatCatalog.all,
    isRead: Bool = false
  ) throws -> GraphFormat {
    let names = candidates.map(\.name)
    if let name {
      if let format = FormatCatalog.format(named: name) { return format }
      // Who names an ending means its format.
      let byEnding = FormatCatalog.format(ofFile: "x.\(name.drop { $0 == "." })")?.name
      let meant = byEnding.flatMap { names.contains($0) ? $0 : nil } ?? nearest(to: name, among: names).first
      let suggestion = meant.map { " — did you mean '\($0)'?" } ?? ""
      throw ValidationError("unknown format '\(name)'; formats are \(names.joined(separator: ", "))\(suggestion)")
    }
    if let format = FormatCatalog.format(ofFile: file) { return format }
    let known = names.joined(separator: ", ")
    if file == "-" {
      throw ValidationError(
        isRead
          ? "standard input has no ending; \(advice): \(known)" : "standard output has no ending; \(advice): \(known)")
    }
    throw ValidationError("the ending of '\(file)' belongs to no format; \(advice): \(known)")
  }

  /// The files of a format whose name is given: what they have in common, or one of them.
  static func paths(_ path: String, _ format: GraphFormat) -> [String] {
    guard format.parts.count > 1 else { return [path] }
    let endings = format.extensions.map { "." + $0 }.sorted { $0.count > $1.count }
    let ending = endings.first { path.lowercased().hasSuffix($0) } ?? ""
    var stem = path.dropLast(ending.count)
    if let part = format.parts.first(where: { stem.hasSuffix($0) }) { stem = stem.dropLast(part.count) }
    let suffix = ending.isEmpty ? endings.last ?? "" : String(path.suffix(ending.count))
    return format.parts.map { String(stem) + $0 + suffix }
  }

  // MARK: Reading

  /// Reads a graph; says on standard error what the file held and the graph does not.
  static func read(_ path: String, as format: GraphFormat) async throws -> InterchangeGraph {
    let paths = path == "-" ? ["-"] : paths(path, format)
    if path == "-", format.parts.count > 1 {
      throw ValidationError("\(format.name) fills \(format.parts.count) files; name them instead of -")
    }
    let files = try paths.map { try InputFile.bytes($0 == "-" ? "/dev/stdin" : $0) }
    do {
      let content: GraphFormat.Content
      switch format.reading {
      case .none: throw ValidationError("\(format.name) can be written but not read")
      case .files(let read): content = try read(files)
      case .parsedByGraphviz(let read): content = try read(await parsed(files[0]))
      case .script:
        guard let text = String(validating: files[0], as: UTF8.self) else {
          throw InterchangeFault("the file is not UTF-8; save it as UTF-8")
        }
        content = try InterchangeGraph.content(ofScript: text)
      }
      say(content.remarks, of: path)
      return content.graph
    } catch let fault as InterchangeFault {
      throw Failure(exitCode: .data, "\(paths[fault.part]):\(fault.line == 0 ? " " : "")\(fault)")
    } catch let error as ScriptFailure {
      // Said in the reader's language here, since a place in front would hide what kind of message it is.
      let place = Wording(
        "Anweisung \(error.statement), Zeile \(error.line)", "statement \(error.statement), line \(error.line)")
      let message = MessageCatalog.translated(error.failure.description, to: Console.language)
      throw Failure(exitCode: error.failure.exitCode, "\(path), \(place[Console.language]): \(message)")
    }
  }

  /// Says what was lost or changed in reading.
  static func say(_ remarks: Remarks, of path: String) {
    if !remarks.isEmpty { Console.warn("\(path): \(text(of: remarks))") }
  }

  private static func parsed(_ text: [UInt8]) async throws -> [UInt8] {
    try InterchangeFault.refuseEmpty(text)
    let worker = RenderWorker(
      executable: Executable.path, arguments: [DotWorkerCommand.configuration.commandName ?? ""],
      timeLimit: .seconds(300))
    do throws(DotParsingError) {
      return try await worker.parse(dot: text)
    } catch {
      switch error {
      case .notDOT(let line, let message):
        throw InterchangeFault("this is not DOT: \(message)", line: line, column: line == 0 ? 0 : 1)
      case .worker(let error): throw Failure(exitCode: .software, "\(error)")
      }
    }
  }

  // MARK: Writing

  /// Writes a graph chunk by chunk; says on standard error what the format cannot hold.
  ///
  /// What stands there stays until all is written; nothing stays of what cannot be written to its end. `-` is standard output.
  static func write(
    _ graph: any GraphSource, to output: String, as format: GraphFormat, _ options: WritingOptions = WritingOptions()
  ) throws {
    guard let write = format.write else { throw ValidationError("\(format.name) can be read but not written") }
    if let usual = FormatCatalog.format(ofFile: output)?.name, usual != format.name,
      !format.extensions.contains(where: { output.lowercased().hasSuffix("." + $0) })
    {
      Console.warn("the ending of '\(output)' is that of \(usual), but the file is \(format.name)")
    }
    if format.parts.count > 1, output.hasSuffix("/") || output.hasPrefix("/dev/") {
      let names = paths("net", format).joined(separator: ", ")
      throw ValidationError("\(format.name) fills \(format.parts.count) files; name them, as net for \(names)")
    }
    let files = OutputFiles(output == "-" ? ["-"] : paths(output, format))
    do {
      var sink = TextSink { part, bytes in try files.write(bytes, part) }
      try write(graph, options, &sink)
      try files.close()
      if !sink.remarks.isEmpty {
        Console.warn("\(format.name) cannot hold all: \(text(of: sink.remarks))")
      }
    } catch {
      files.abandon()
      throw error
    }
  }

  /// Says how many actors are not in a file because they have not agreed to it.
  static func warn(leftOut count: Int) {
    guard count > 0 else { return }
    Console.warn(
      count == 1
        ? "1 actor has not agreed to being exported and is left out"
        : "\(count) actors have not agreed to being exported and are left out")
  }

  /// What was lost or changed, in one line of the reader's language.
  private static func text(of remarks: Remarks) -> String {
    remarks.counted.map { kind, count in
      let kind = MessageCatalog.translated(kind, to: Console.language)
      return count == 1 ? kind : "\(kind) (\(count)×)"
    }.joined(separator: "; ")
  }

  /// Says what was written, by the names of the files.
  static func confirm(_ graph: any GraphSource, _ output: String, as format: GraphFormat, _ language: Language) {
    guard output != "-" else { return }
    let (nodes, edges) = (graph.nodeCount, graph.edgeCount)
    let counts = Wording(
      "\(nodes.counted("Knoten", "Knoten")), \(edges.counted("Beziehung", "Beziehungen"))",
      "\(nodes.counted("node", "nodes")), \(edges.counted("relationship", "relationships"))")
    print("\(paths(output, format).joined(separator: ", ")): \(counts[language])")
  }
}

/// The files that a writer fills one after another: all take their places, or none.
private final class OutputFiles {
  private let paths: [String]
  private var files: [StreamedFile] = []

  init(_ paths: [String]) { self.paths = paths }

  func write(_ bytes: ArraySlice<UInt8>, _ part: Int) throws {
    if paths == ["-"] { return try OutputFile.print(bytes) }
    do throws(FileChanges.Failure) {
      while files.count <= part {
        try files.last?.complete()
        files.append(try StreamedFile(paths[files.count]))
      }
      try files[part].write(bytes)
    } catch {
      throw Failure(exitCode: .cannotCreate, error.description)
    }
  }

  func close() throws {
    do throws(FileChanges.Failure) {
      try files.last?.complete()
      for file in files { try file.takePlace() }
    } catch {
      throw Failure(exitCode: .cannotCreate, error.description)
    }
  }

  /// Takes away what was begun.
  func abandon() { for file in files { file.abandon() } }
}

/// Reads one file in DOT for another cdograph, so that a fault in Graphviz ends this process and not that one.
struct DotWorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dot-worker",
    abstract: Wording(
      "Eine Datei in DOT für ein anderes cdograph lesen.",
      "Read one file in DOT for another cdograph."),
    shouldDisplay: false)

  func run() async throws {
    let status = serveDotRequest()
    if status != 0 { throw ExitCode(status) }
  }
}
