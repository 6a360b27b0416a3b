import Foundation
import NetworkFiles
import TestSupport
import Testing

/// A file that is written part by part leaves what stood there whole until it is complete.
@Suite struct StreamedFileTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }

  @Test func `a file that is streamed takes its place when it is complete`() throws {
    try withFolder(["a.txt": "old"]) { folder in
      let path = "\(folder)/a.txt"
      chmod(path, 0o640)
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "a.txt")
      let given = try StreamedFile("\(folder)/link")
      try given.write(bytes("new")[...])
      #expect(FileChanges.contents(of: path) == bytes("old"))
      given.abandon()
      #expect(FileChanges.contents(of: path) == bytes("old") && names(in: folder) == ["a.txt", "link"])

      let file = try StreamedFile("\(folder)/link")
      for part in ["new ", "bytes"] { try file.write(bytes(part)[...]) }
      try file.complete()
      try file.takePlace()
      #expect(FileChanges.contents(of: path) == bytes("new bytes") && names(in: folder) == ["a.txt", "link"])
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      let type = try FileManager.default.attributesOfItem(atPath: "\(folder)/link")[.type] as? FileAttributeType
      #expect(type == .typeSymbolicLink)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "skipped: root may write everything"))
  func `a protected file is not replaced`() throws {
    try withFolder(["a.txt": "old"]) { folder in
      let path = "\(folder)/a.txt"
      chmod(path, 0o444)
      #expect(throws: FileChanges.Failure.self) { try StreamedFile(path) }
      var changes = FileChanges()
      changes.set(path, to: bytes("new"), from: bytes("old"))
      #expect(throws: FileChanges.Failure.self) { try changes.write() }
      #expect(FileChanges.contents(of: path) == bytes("old") && names(in: folder) == ["a.txt"])
    }
  }

  @Test func `a file with two names and a device are written where they are`() throws {
    try withFolder(["a.txt": "an old text"]) { folder in
      #expect(link("\(folder)/a.txt", "\(folder)/b.txt") == 0)
      for path in ["\(folder)/b.txt", "/dev/null"] {
        let file = try StreamedFile(path)
        try file.write(bytes("new")[...])
        try file.complete()
        try file.takePlace()
      }
      #expect(FileChanges.contents(of: "\(folder)/a.txt") == bytes("new"))
      #expect(names(in: folder) == ["a.txt", "b.txt"])
      // A name that leaves no room for another beside it.
      let long = "\(folder)/" + String(repeating: "n", count: 250)
      let file = try StreamedFile(long)
      try file.write(bytes("new")[...])
      file.abandon()
      #expect(names(in: folder) == ["a.txt", "b.txt"])
      #expect(throws: FileChanges.Failure.self) { try StreamedFile("\(folder)/none/a.txt") }
      #expect(throws: FileChanges.Failure.self) { try StreamedFile(folder) }
    }
    let full = try StreamedFile("/dev/full")
    #expect(throws: FileChanges.Failure.self) { try full.write(bytes("new")[...]) }
  }
}
