import Foundation
import JSONText
import NetworkVocabulary
import TestSupport
import Testing

@testable import NetworkFiles

/// Writing keeps what is not touched, and happens as a whole or not at all.
@Suite struct FileWritingTests {
  private static func names(in folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The examples of FIPS 180-4 and RFC 4231, and lengths around a block against another implementation.
  @Test func `hashes are those of the standards`() throws {
    #expect(ContentHash.hex(bytes("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(ContentHash.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      ContentHash.hex(bytes("what do ya want for nothing?"), key: bytes("Jefe"))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      ContentHash.hex(
        bytes("Test Using Larger Than Block-Size Key - Hash Key First"), key: Array(repeating: 0xAA, count: 131))
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    for length in [55, 56, 63, 64, 65, 119, 120, 1000] {
      let text = String(repeating: "ä", count: length / 2) + (length % 2 == 1 ? "x" : "")
      let other = try RunningProgram.run("/usr/bin/sha256sum", [], input: text).output.prefix(64)
      #expect(ContentHash.hex(bytes(text)) == other, "\(length) bytes")
    }
  }

  static let layouts = [
    "[\n{\"id\": \"b\", \"n\": 1.50},\n{\"id\": \"d\"}\n]\n", "[{\"id\":\"b\"},{\"id\":\"d\"}]",
    "\u{FEFF}[ {\"id\": \"b\"} ]\n\n",
    "[\r\n  {\r\n    \"id\": \"d\"\r\n  },\r\n\r\n  {\"id\": \"b\", \"ä\": \"\\u00e4\"}\r\n]",
  ]

  @Test(arguments: layouts) func `records put in and taken out leave every byte`(text: String) throws {
    for id in ["a", "c", "e"] {
      var file = try RecordFile(bytes(text))
      #expect(file.bytes == bytes(text))
      file.insert([RecordText(id: id, members: [("name", .string("ü"))])])
      #expect(file.ids.contains(id))
      // What was there stands in the new text piece by piece.
      for record in try RecordFile(bytes(text)).records { #expect(file.text.contains(record.text)) }
      #expect(try RecordFile(file.bytes).ids == file.ids)
      file.remove([id])
      #expect(file.bytes == bytes(text), "\(id)")
    }
  }

  @Test func `sorted files stay sorted, others grow at their end`() throws {
    var sorted = try RecordFile(bytes(Self.layouts[0]))
    sorted.insert([RecordText(id: "c", members: []), RecordText(id: "a", members: [])])
    #expect(sorted.ids == ["a", "b", "c", "d"])
    var unsorted = try RecordFile(bytes(Self.layouts[3]))
    unsorted.insert([RecordText(id: "c", members: []), RecordText(id: "a", members: [])])
    #expect(unsorted.ids == ["d", "b", "c", "a"])
  }

  @Test func `members that stay keep their spelling`() throws {
    var record = try RecordText(bytes("{ \"id\" : \"a\",\"n\": 1.50, \"t\": \"\\u00e4\" }"))
    record.setMembers(record.members.filter { $0.key != "n" } + [("z", "true")])
    #expect(record.text == "{\"id\": \"a\", \"t\": \"\\u00e4\", \"z\": true}")
  }

  @Test func `a change that fails leaves everything as it was`() throws {
    try withFolder(["a.json": "old a", "b.json": "old b"]) { folder in
      var changes = FileChanges()
      changes.set("\(folder)/a.json", to: bytes("new a"), from: bytes("old a"))
      // The folder of the second file is a file.
      changes.set("\(folder)/b.json/c.json", to: bytes("new c"), from: nil)
      #expect(throws: FileChanges.Failure.self) { try changes.write() }
      #expect(FileChanges.contents(of: "\(folder)/a.json") == bytes("old a"))
      var stale = FileChanges()
      stale.set("\(folder)/a.json", to: bytes("new a"), from: bytes("old a"))
      stale.set("\(folder)/b.json", to: bytes("new b"), from: bytes("another b"))
      #expect(throws: FileChanges.Failure.self) { try stale.write() }
      #expect(FileChanges.contents(of: "\(folder)/a.json") == bytes("old a"))
      #expect(Self.names(in: folder) == ["a.json", "b.json"])
    }
  }

  @Test func `who writes waits for who is writing`() throws {
    try withFolder(["a.json": "old"]) { folder in
      let lock = try FolderLock(folder)
      var changes = FileChanges()
      changes.set("\(folder)/a.json", to: bytes("new"), from: bytes("old"))
      #expect(throws: FileChanges.Failure.self) { try changes.write() }
      lock.release()
      try changes.write()
      #expect(FileChanges.contents(of: "\(folder)/a.json") == bytes("new"))
    }
  }

  /// The machine stops after the list of files is on the disk, and after some of them have taken their places.
  @Test(arguments: 0...2) func `what was interrupted is completed`(done: Int) throws {
    try withFolder(["a.json": "old a", "b.json": "old b", "c.json": "old c", ".x.json.cdograph-partial": "half"]) {
      folder in
      let paths = ["a", "b"].map { "\(folder)/\($0).json" }
      for path in paths { try Data("new".utf8).write(to: URL(fileURLWithPath: FileChanges.partial(path))) }
      let list = InterruptedChanges(paths.map { ($0, false) } + [("\(folder)/c.json", true)])
      try Data(list.bytes).write(to: URL(fileURLWithPath: InterruptedChanges.path(in: folder)))
      for path in paths.prefix(done) { #expect(rename(FileChanges.partial(path), path) == 0) }
      try FileChanges.finishInterrupted(in: [folder])
      #expect(Self.names(in: folder) == ["a.json", "b.json"])
      for path in paths { #expect(FileChanges.contents(of: path) == bytes("new")) }
    }
  }

  @Test func `permissions and links stay`() throws {
    try withFolder(["a.json": "old"]) { folder in
      chmod("\(folder)/a.json", 0o640)
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/b.json", withDestinationPath: "a.json")
      var changes = FileChanges()
      changes.set("\(folder)/b.json", to: bytes("new"), from: bytes("old"))
      changes.set("\(folder)/key", to: bytes("secret"), from: nil, isSecret: true)
      try changes.write()
      #expect(FileChanges.contents(of: "\(folder)/a.json") == bytes("new"))
      let modes = try ["a.json", "key"].map {
        try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.posixPermissions] as? Int
      }
      #expect(modes == [0o640, 0o600])
      let type = try FileManager.default.attributesOfItem(atPath: "\(folder)/b.json")[.type] as? FileAttributeType
      #expect(type == .typeSymbolicLink)
    }
  }
}

/// A name goes from running text, and only it.
@Suite struct ErasureTests {
  @Test(arguments: [
    ("Ada Lovelace moderiert.", "[entfernt] moderiert."), ("Moderation: Ada Lovelace", "Moderation: [entfernt]"),
    ("Ada Lovelaces Vortrag", "[entfernt] Vortrag"), ("(Ada Lovelace, ada-l)", "([entfernt], [entfernt])"),
    ("Ada Lovelacemann und Nada Lovelace", "Ada Lovelacemann und Nada Lovelace"), ("ada-lx, xada-l", "ada-lx, xada-l"),
    ("Ada und Lovelace", "Ada und Lovelace"), ("Frau A. Lovelace.", "Frau [entfernt]."),
    ("siehe ada-l.", "siehe [entfernt]."),
  ])
  func `names and ids in texts`(text: String, expected: String) throws {
    var erasure = Erasure(id: "ada-l", names: ["Ada Lovelace", "Ada", "A. Lovelace"])
    let written = Array(JSONOutput.string(text).text().utf8)
    switch erasure.apply(to: try JSONSlice(written), in: written) {
    case .same: #expect(text == expected)
    case .changed(let new): #expect(new == JSONOutput.string(expected).text())
    case .dropped: Issue.record("dropped")
    }
  }

  @Test func `references go with the objects that hold them`() throws {
    var erasure = Erasure(id: "a", names: [])
    let written = Array(
      #"{"x": [1.50, "a", {"actor": "a", "weight": 0.5}, {"actor": "b"}], "y": ["a"], "z": "a"}"#.utf8)
    guard case .changed(let text) = erasure.apply(to: try JSONSlice(written), in: written) else {
      Issue.record("nothing changed")
      return
    }
    #expect(text == #"{"x": [1.50, {"actor": "b"}]}"#)
    #expect(erasure.hits.count == 4)
  }
}
