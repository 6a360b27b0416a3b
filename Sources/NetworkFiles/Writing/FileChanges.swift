import Foundation

/// New bytes for some files: all are written, or none.
///
/// Each file is written beside its place under another name first; only when all are on the disk do they take their places,
/// and a list of them tells ``finishInterrupted(in:)`` to go on where the machine has stopped in between.
public struct FileChanges: Sendable {
  /// A file that changes.
  public struct Change: Sendable {
    /// The path of the file.
    public let path: String
    /// What the file held when it was read; nil where there was none.
    public let old: [UInt8]?
    /// What it is to hold; nil where it is to be taken away.
    public let new: [UInt8]?
  }

  /// Why nothing was written.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// What went wrong and what to do.
    public let description: String
  }

  /// The changes, in the order in which they were noted.
  public private(set) var changes: [Change] = []
  /// Files that only their owner may read.
  private var secrets: Set<String> = []

  /// Begins without a change.
  public init() {}

  /// Whether nothing changes.
  public var isEmpty: Bool { changes.isEmpty }

  /// What a file holds now; nil where there is none.
  public static func contents(of path: String) -> [UInt8]? {
    try? InputFile.read(path)
  }

  /// What a file holds now; nil where there is none.
  ///
  /// - Throws: ``Failure`` where there is one that cannot be read, and would be lost when it was written anew.
  public static func existing(_ path: String) throws(Failure) -> [UInt8]? {
    do throws(InputFile.Failure) {
      return try InputFile.read(path)
    } catch {
      if !FileManager.default.fileExists(atPath: path) { return nil }
      throw Failure(description: "cannot read '\(path)': \(error)")
    }
  }

  /// Notes what a file is to hold; nothing where it holds that already.
  ///
  /// - Parameter isSecret: Whether only its owner may read a new file.
  public mutating func set(_ path: String, to new: [UInt8]?, from old: [UInt8]?, isSecret: Bool = false) {
    guard old != new else { return }
    changes.append(Change(path: path, old: old, new: new))
    if isSecret { secrets.insert(path) }
  }

  /// What the files hold once the changes are made, by path.
  public var contents: [String: [UInt8]?] {
    Dictionary(changes.map { ($0.path, $0.new) }, uniquingKeysWith: { $1 })
  }

  /// Makes the changes; folders that are not there are made.
  ///
  /// - Throws: ``Failure`` when a file was changed by somebody else since it was read, or cannot be written; then all files
  ///   are as they were.
  public func write() throws(Failure) {
    guard let first = changes.first else { return }
    for folder in folders { try Self.make(folder) }
    let locks = try folders.map { (folder) throws(Failure) in try FolderLock(folder) }
    defer { for lock in locks { lock.release() } }
    for change in changes where Self.contents(of: change.path) != change.old {
      throw Failure(description: "'\(change.path)' was changed by somebody else just now; nothing was written")
    }
    // Another file in its place would pass over that it is protected.
    for change in changes where access(change.path, W_OK) != 0 && errno != ENOENT {
      throw Failure(description: "cannot write '\(change.path)': \(Self.reason)")
    }
    var written: [String] = []
    let list = InterruptedChanges.path(in: Self.folder(of: first.path))
    do throws(Failure) {
      for change in changes {
        guard let new = change.new else { continue }
        written.append(Self.partial(change.path))
        try Self.write(new, to: Self.partial(change.path), like: change.path, isSecret: secrets.contains(change.path))
      }
      written.append(list)
      try Self.write(
        InterruptedChanges(changes.map { ($0.path, $0.new == nil) }).bytes, to: list, like: list, isSecret: true)
    } catch {
      for path in written { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
    try InterruptedChanges.finish(list)
  }

  private var folders: [String] { Set(changes.map { Self.folder(of: $0.path) }).sorted() }

  static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// The name of a file until it takes its place.
  static func partial(_ path: String) -> String {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return "\(folder(of: path))/.\((path as NSString).lastPathComponent).cdograph-partial"
  }

  private static func make(_ folder: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(description: "cannot make the folder '\(folder)': \(reason)")
    }
  }

  /// Writes a file to the disk with the permissions of another, where that is there.
  private static func write(_ bytes: [UInt8], to path: String, like model: String, isSecret: Bool) throws(Failure) {
    var status = stat()
    let mode = stat(model, &status) == 0 ? status.st_mode & 0o777 : isSecret ? 0o600 : 0o666
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode)
    guard descriptor >= 0 else { throw Failure(description: "cannot write '\(model)': \(reason)") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "cannot write '\(model)': \(reason)") }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw Failure(description: "cannot write '\(model)': \(reason)") }
  }

  static var reason: String { String(cString: strerror(errno)) }
}

/// Keeps others who write in a folder waiting for their turn; who reads is not held up.
struct FolderLock {
  private let descriptor: Int32

  init(_ folder: String) throws(FileChanges.Failure) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else {
      throw FileChanges.Failure(description: "cannot write in '\(folder)': \(FileChanges.reason)")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FileChanges.Failure(description: "another cdograph is writing in '\(folder)'; try again when it is done")
    }
  }

  func release() { close(descriptor) }
}
