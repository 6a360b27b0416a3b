import ArgumentParser
import Diagrams
import Foundation
import GermanText
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkFiles

/// Drawing in a process of its own, for every command that draws.
enum Drawing {
  /// Renders a picture.
  ///
  /// - Parameters:
  ///   - placement: The places to keep; nil where nobody asks for places.
  ///   - timeLimit: In seconds.
  ///   - advice: How to ask for less, where the picture is too much.
  static func render(
    _ diagram: Diagram, style: StyleSheet = .screen, format: PictureFormat, engine: LayoutEngine? = nil,
    keeping placement: Placement? = nil, timeLimit: Double = 60,
    advice: DrawingAdvice = DrawingAdvice()
  ) async throws -> Picture {
    let worker = RenderWorker(
      executable: Executable.path, arguments: [RenderWorkerCommand.configuration.commandName ?? ""],
      timeLimit: .seconds(timeLimit))
    let progress = ProgressLine(Wording("zeichnet", "drawing")[Console.language])
    do throws(DiagramError) {
      let picture = try await worker.render(diagram, style: style, format: format, engine: engine, keeping: placement)
      progress.finish()
      for warning in picture.warnings { Console.warn(warning) }
      return picture
    } catch {
      progress.finish()
      throw Failure(exitCode: error.failure.exitCode, advice.message(for: error))
    }
  }
}

extension Workspace {
  /// The picture of what a statement has answered, with the day, counts and sources below its title.
  ///
  /// - Parameter graph: The graph that the rows speak of; a statement may have changed it.
  func picture(
    of rows: [[Value]], in graph: PropertyGraph, title: String, properties: [String] = [], _ language: Language
  ) throws -> Diagram {
    guard !rows.isEmpty else {
      throw Failure(
        exitCode: .data,
        "the answer is empty: nothing was found that could be drawn; who has not agreed to be drawn is left out")
    }
    guard var diagram = graph.diagram(of: rows, title: title, properties: properties, language) else {
      throw Failure(
        exitCode: .data,
        "the answer holds no node, relationship or path to draw; return elements instead of their properties: RETURN n, r, m"
      )
    }
    diagram.subtitle = subtitle(of: diagram, from: diagram, date: Day(Date()).text(language))
    return diagram
  }
}

extension String {
  /// A statement as a title: on one line, cut where it is long.
  var statementTitle: String {
    let text = split(whereSeparator: \.isNewline).joined(separator: " ")
    return text.count > 90 ? text.prefix(90) + "…" : text
  }
}

/// Files that commands write.
enum OutputFile {
  /// Writes a file that takes its place when it is complete, see ``StreamedFile``. `-` is standard output.
  static func write(_ bytes: [UInt8], to output: String) throws { try write([(bytes, output)]) }

  /// Writes files that take their places when all are complete; what goes to standard output follows then.
  static func write(_ contents: [(bytes: [UInt8], path: String)]) throws {
    var files: [StreamedFile] = []
    do throws(FileChanges.Failure) {
      for content in contents where content.path != "-" {
        let file = try StreamedFile(content.path)
        files.append(file)
        try file.write(content.bytes[...])
        try file.complete()
      }
      for file in files { try file.takePlace() }
    } catch {
      for file in files { file.abandon() }
      throw Failure(exitCode: .cannotCreate, error.description)
    }
    for content in contents where content.path == "-" { try print(content.bytes[...]) }
  }

  /// Writes to standard output.
  static func print(_ bytes: ArraySlice<UInt8>) throws {
    guard let stream = StandardStream.output else { return }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
    guard written < bytes.count || fflush(stream) != 0 else { return }
    let failure = errno
    if failure == EPIPE {
      // Nobody reads on, as with `head`: the program ends as others do, although drawing has learnt to survive this signal.
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    throw Failure(exitCode: .cannotCreate, "standard output cannot be written: \(String(cString: strerror(failure)))")
  }
}

extension DiagramError {
  /// The error with the exit code that it ends the program with.
  var failure: Failure {
    let code: ExitCode =
      switch self {
      case .timeLimit: .limit
      case .tooLarge, .file, .styleSheet, .places, .match, .duplicateNode, .missingNode: .data
      case .graphviz, .workerNotStarted, .workerDied, .workerAnswer: .software
      }
    return Failure(exitCode: code, "\(self)")
  }
}

extension StyleSheet {
  /// A preset, or the style sheet in a file.
  static func named(_ name: String) throws -> StyleSheet {
    if let preset = presets.first(where: { $0.name == name }) { return preset }
    guard FileManager.default.fileExists(atPath: name) else {
      let known = presets.map(\.name).joined(separator: ", ")
      let suggestion = nearest(to: name, among: presets.map(\.name)).first.map { " — did you mean '\($0)'?" } ?? ""
      throw Failure(exitCode: .data, "the style '\(name)' is neither a file nor one of \(known)\(suggestion)")
    }
    let json = Data(try InputFile.bytes(name))
    do throws(DiagramError) {
      return try read(json, from: name)
    } catch {
      throw error.failure
    }
  }
}
