import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

/// Writing in the folders of a network: all files or none, and only what can be read again.
enum FolderWriting {
  /// A folder as paths are made of it.
  static func folder(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The network with a folder over it that need not be there yet, and the folders that are read once it is.
  static func workspace(
    _ network: NetworkOptions, with folder: String
  ) throws -> (workspace: Workspace, folders: [String]) {
    let folders = network.folders.map(self.folder).filter { $0 != folder } + [folder]
    try finishInterrupted(folders)
    var all = network
    all.graph = holdsNetwork(folder) ? folders : folders.dropLast()
    return (try all.workspace(for: nil), folders)
  }

  private static func holdsNetwork(_ folder: String) -> Bool {
    (RecordKind.all + [.tie, .matchPreset, .meeting]).contains {
      FileManager.default.fileExists(atPath: "\(folder)/\($0.file)")
    }
  }

  /// Completes what was being written when the machine stopped.
  static func finishInterrupted(_ folders: [String]) throws {
    do throws(FileChanges.Failure) {
      try FileChanges.finishInterrupted(in: folders)
    } catch {
      throw Failure(exitCode: .cannotCreate, error.description)
    }
  }

  /// Writes changes that a network stays sound with.
  ///
  /// - Parameter folders: The folders that are read together; nil where the files become what they were before.
  static func write(_ changes: FileChanges, _ folders: [String]?) throws {
    if let folders {
      do throws(NetworkFaults) {
        let line = ProgressLine(Wording("prüft das Ergebnis", "checking the result")[Console.language])
        let read = Result { () throws(NetworkFaults) in try loadNetwork(folders: folders, changes: changes.contents) }
        line.finish()
        _ = try read.get()
      } catch {
        throw Failure(exitCode: .data, "\(error)\nthe files would not be sound, so nothing was written")
      }
    }
    do throws(FileChanges.Failure) {
      try changes.write()
    } catch {
      throw Failure(exitCode: .cannotCreate, error.description)
    }
  }
}
