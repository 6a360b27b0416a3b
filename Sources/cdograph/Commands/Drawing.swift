import ArgumentParser
import Diagrams
import Foundation
import GraphModel

/// Drawing in a process of its own, for every command that draws.
enum Drawing {
  /// Renders a picture.
  ///
  /// - Parameters:
  ///   - placement: The places to keep; nil where nobody asks for places.
  ///   - timeLimit: In seconds.
  static func render(
    _ diagram: Diagram, style: StyleSheet = .screen, format: PictureFormat, engine: LayoutEngine? = nil,
    keeping placement: Placement? = nil, timeLimit: Double = 60
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
      throw error.failure
    }
  }
}

/// Files that commands read.
enum InputFile {
  /// The bytes of a file, a pipe or a device; nil where nothing can be read.
  static func read(_ path: String) -> Data? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    return try? file.readToEnd() ?? Data()
  }
}

/// Files that commands write.
enum OutputFile {
  /// Writes through to what stands there: links, devices, pipes and permissions stay as they are. A new file that
  /// cannot be written to its end is taken away again. `-` is standard output.
  static func write(_ bytes: [UInt8], to output: String) throws {
    let isNew = output != "-" && !FileManager.default.fileExists(atPath: output)
    guard let file = output == "-" ? StandardStream.output : fopen(output, "wb") else {
      throw Failure(exitCode: .cannotCreate, "cannot write '\(output)': \(String(cString: strerror(errno)))")
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    let isDone = written == bytes.count && (output == "-" ? fflush(file) : fclose(file)) == 0
    guard !isDone else { return }
    let failure = errno
    if output == "-", failure == EPIPE {
      // Nobody reads on, as with `head`: the program ends as others do, although drawing has learnt to survive this signal.
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    let reason = String(cString: strerror(failure))
    if isNew { try? FileManager.default.removeItem(atPath: output) }
    throw Failure(exitCode: .cannotCreate, "cannot write '\(output)': \(reason)")
  }
}

extension DiagramError {
  /// The error with the exit code that it ends the program with.
  var failure: Failure {
    let code: ExitCode =
      switch self {
      case .timeLimit: .limit
      case .tooLarge, .styleSheet, .places, .match, .duplicateNode, .missingNode: .data
      case .graphviz, .workerNotStarted, .workerDied, .workerAnswer: .software
      }
    return Failure(exitCode: code, "\(self)")
  }
}

extension StyleSheet {
  /// A preset, or the style sheet in a file.
  static func named(_ name: String) throws -> StyleSheet {
    if let preset = presets.first(where: { $0.name == name }) { return preset }
    do throws(DiagramError) {
      guard let json = InputFile.read(name) else {
        let known = presets.map(\.name).joined(separator: ", ")
        throw .styleSheet(keyPath: "", problem: "'\(name)' is neither a file nor one of \(known)")
      }
      return try read(json)
    } catch {
      throw error.failure
    }
  }
}
