import ArgumentParser
import Foundation
import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

/// The options of every command that reads the network.
struct NetworkOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .words(
      "Ein Ordner mit JSON-Dateien; wiederholen, um Ordner übereinanderzulegen. Für query, repl und export auch eine Datei wie netz.graphml. Standard: Graph.",
      "A folder of JSON files; repeat it to lay folders over one another. For query, repl and export also a file such as net.graphml. Default: Graph.",
      .folder),
    completion: .directory)
  var graph: [String] = []

  @OptionGroup var language: LanguageOption

  /// The network: the one that the shell has loaded, or what the folders hold.
  ///
  /// - Parameter purpose: What it is used for: those who have not agreed stay out; nil for the data as they are, which only
  ///   those see who keep them.
  func workspace(for purpose: Purpose?) throws -> Workspace {
    let whole = try workspace()
    return purpose.map { whole.permitting($0) } ?? whole
  }

  private func workspace() throws -> Workspace {
    if graph.isEmpty, let loaded = Session.workspace { return loaded }
    if graph.contains("") {
      throw Failure(exitCode: .validationFailure, "--graph needs the name of a folder")
    }
    if let file = graph.first(where: { FormatCatalog.format(ofFile: $0) != nil && !Self.isFolder($0) }) {
      throw Failure(
        exitCode: .validationFailure,
        "'\(file)' is a graph file, which only query, repl and export read; name a folder here")
    }
    do throws(NetworkFaults) {
      // Typed throws do not pass through a closure that may throw anything.
      let line = ProgressLine(Wording("liest das Netz", "reading the network")[Console.language])
      let read = Result { () throws(NetworkFaults) in try Workspace(folders: folders) }
      line.finish()
      let workspace = try read.get()
      for folder in folders where FileChanges.isInterrupted(in: folder) {
        Console.warn(
          "writing in '\(folder)' was interrupted, and some of its files are older than others; 'cdograph import log --into \(folder)' completes it"
        )
      }
      for file in workspace.network.ignoredFiles { Console.warn("\(file) is no file of a network and was not read") }
      return workspace
    } catch {
      throw Failure(exitCode: .data, error.report)
    }
  }

  /// The network, or the graph of a file in the format of another program where one is named in place of folders.
  func workspaceOrFile(for purpose: Purpose?) async throws -> Workspace {
    guard graph.contains(where: { FormatCatalog.format(ofFile: $0) != nil && !Self.isFolder($0) }) else {
      return try workspace(for: purpose)
    }
    let whole = try await NetworkOptions.workspace(ofFile: graph)
    return purpose.map { whole.permitting($0) } ?? whole
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The graph of a file in the format of another program.
  static func workspace(ofFile paths: [String]) async throws -> Workspace {
    guard paths.count == 1, let format = FormatCatalog.format(ofFile: paths[0]) else {
      throw Failure(exitCode: .validationFailure, "a graph file stands alone; name one file or only folders")
    }
    var remarks = Remarks()
    let line = ProgressLine(Wording("liest die Datei", "reading the file")[Console.language])
    let read: InterchangeGraph
    do {
      read = try await GraphFiles.read(paths[0], as: format)
      line.finish()
    } catch {
      line.finish()
      throw error
    }
    let graph = PropertyGraph(read, &remarks)
    GraphFiles.say(remarks, of: paths[0])
    return Workspace(graph, from: paths[0])
  }

  /// The folders named, or the network that comes with the program: `Graph` here, beside the program's sources, or
  /// where it was installed.
  var folders: [String] { graph.isEmpty ? Self.standardFolders : graph }

  /// The network that comes with the program.
  static var standardFolders: [String] {
    let here = "Graph"
    if FileManager.default.fileExists(atPath: here) { return [here] }
    var folder = URL(fileURLWithPath: Executable.path).deletingLastPathComponent()
    while folder.path.count > 1 {
      for place in ["Graph", "share/cdograph/Graph"] {
        let candidate = folder.appendingPathComponent(place).path
        if FileManager.default.fileExists(atPath: candidate + "/topics.json") { return [candidate] }
      }
      folder = folder.deletingLastPathComponent()
    }
    return [here]
  }
}

/// The language of what is printed.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .long,
    help: .words(
      "Sprache der Antworten. Standard: die des Systems, sonst Deutsch.",
      "Language of the answers. Default: that of the locale, else German.", .language))
  var lang: Language?

  var chosen: Language {
    lang ?? Session.language ?? Console.language
  }
}

extension Language {
  /// The language that the variables of a POSIX locale name.
  init(environment: [String: String]) {
    self.init(locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty })
  }
}

/// What the commands typed in one shell share.
enum Session {
  /// The network that the shell has loaded; nil outside the shell.
  @TaskLocal static var workspace: Workspace?
  /// The language that the shell was opened in; nil outside the shell.
  @TaskLocal static var language: Language?
}

/// Where this program lies.
enum Executable {
  static let path: String =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? Bundle.main.executablePath ?? CommandLine.arguments.first ?? "cdograph"
}

extension NetworkFaults {
  /// All faults and what they mean for the run.
  var report: String {
    "\(description)\n\(faults.count.counted("fault", "faults")); nothing was loaded"
  }
}
