import Foundation
import JSONText

/// The list of files that are ready to take their places, which outlives a power cut.
struct InterruptedChanges {
  let files: [(path: String, isRemoved: Bool)]

  init(_ files: [(path: String, isRemoved: Bool)]) {
    self.files = files.map { (URL(fileURLWithPath: $0.path).resolvingSymlinksInPath().path, $0.isRemoved) }
  }

  private init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    let list = try JSONSlice(bytes)
    files = list.elements.compactMap { file in
      file["path"]?.text.map { ($0, file["isRemoved"] != nil) }
    }
  }

  var bytes: [UInt8] {
    let list = JSONOutput.array(
      files.map { .members([("path", .string($0.path)), ("isRemoved", $0.isRemoved ? .boolean(true) : nil)]) })
    return Array(list.text().utf8)
  }

  static func path(in folder: String) -> String { "\(folder)/.cdograph-changes" }

  /// Lets the files of a list take their places, and takes the list away.
  ///
  /// Names are given within a folder that was just written to, so that only a failing disk can stop this half way; then the
  /// list stays, and the next time goes on.
  static func finish(_ list: String) throws(FileChanges.Failure) {
    guard let bytes = FileChanges.contents(of: list) else { return }
    let files: [(path: String, isRemoved: Bool)]
    do {
      files = try InterruptedChanges(bytes).files
    } catch {
      throw FileChanges.Failure(description: "'\(list)' cannot be read; take it away")
    }
    for (path, isRemoved) in files {
      let partial = FileChanges.partial(path)
      if isRemoved {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
      } else if rename(partial, path) != 0, errno != ENOENT {
        throw failure(path)
      }
    }
    guard unlink(list) == 0 else { throw failure(list) }
  }

  private static func failure(_ path: String) -> FileChanges.Failure {
    FileChanges.Failure(description: "cannot write '\(path)': \(FileChanges.reason)")
  }
}

extension FileChanges {
  /// Whether files of a folder wait to take their places because the machine stopped while others did.
  public static func isInterrupted(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: InterruptedChanges.path(in: folder))
  }

  /// Completes what was being written in folders when the machine stopped, and takes away what was not ready.
  public static func finishInterrupted(in folders: [String]) throws(Failure) {
    for folder in folders where FileManager.default.fileExists(atPath: folder) {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder),
        names.contains(where: { $0.hasPrefix(".") && $0.contains(".cdograph-") || $0 == ".cdograph-changes" })
      else { continue }
      let lock = try FolderLock(folder)
      defer { lock.release() }
      try InterruptedChanges.finish(InterruptedChanges.path(in: folder))
      for name in names where name.hasSuffix(".cdograph-partial") {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
    }
  }
}
