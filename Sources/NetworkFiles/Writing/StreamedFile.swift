internal import CWriteback
import Foundation

/// A file that is written from its beginning to its end and takes its place only then: what stood there stays whole until it does.
///
/// ```swift
/// let file = try StreamedFile("network.graphml")
/// do {
///   try file.write(Array("<graphml/>".utf8)[...])
///   try file.complete()
///   try file.takePlace()
/// } catch {
///   file.abandon()
/// }
/// ```
///
/// Links are followed, a file that is replaced hands on its permissions, and one that may not be written is not replaced. A pipe, a device, a file with several names or of another
/// owner, and one beside which nothing can be made are written where they are.
public final class StreamedFile {
  private let path: String
  private let target: String
  /// Its name until it takes its place; nil where it is written where it is.
  private var partial: String?
  /// Whether nothing stood there.
  private let isNew: Bool
  private let isRegular: Bool
  private var descriptor: Int32 = -1
  private var written = 0
  /// How much of it the disk has been asked to write.
  private var begun = 0

  /// Begins a file.
  ///
  /// - Throws: ``FileChanges/Failure`` when nothing can be written there.
  public init(_ path: String) throws(FileChanges.Failure) {
    self.path = path
    guard !path.isEmpty else {
      throw FileChanges.Failure(description: "the name of the file to write is empty; give one")
    }
    target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    isNew = stat(path, &status) != 0
    // Another file in its place would pass over that it is protected.
    guard isNew || access(path, W_OK) == 0 else { throw Self.failure(path) }
    isRegular = isNew || status.st_mode & S_IFMT == S_IFREG
    let isOnlyName = isNew || status.st_nlink == 1 && status.st_uid == geteuid()
    // What is open already, such as /dev/stdout, would be lost with the file that it names.
    let isOpen = path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
    if isRegular, isOnlyName, !isOpen {
      let partial = FileChanges.partial(path)
      descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isNew ? 0o666 : status.st_mode & 0o777)
      if descriptor >= 0 { self.partial = partial }
    }
    if descriptor < 0 { descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw failure }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds bytes.
  public func write(_ bytes: ArraySlice<UInt8>) throws(FileChanges.Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure }
      rest = rest.dropFirst(count)
      written += count
    }
    if isRegular, written - begun >= Self.stride {
      cwriteback_begin(descriptor, Int64(begun), Int64(written - begun))
      begun = written
    }
  }

  /// The disk is asked to write after so many bytes, so that it works while the next ones are made and ``complete()`` waits for little.
  private static let stride = 1 << 20

  /// Waits until all is on the disk; nothing can be added any more.
  public func complete() throws(FileChanges.Failure) {
    guard descriptor >= 0 else { return }
    defer { descriptor = -1 }
    // Not every disk can be asked, such as some of other computers.
    let isOnDisk = !isRegular || fdatasync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
    let reason = isOnDisk ? nil : failure
    let isClosed = close(descriptor) == 0
    if let reason { throw reason }
    guard isClosed else { throw failure }
  }

  /// Puts the complete file in its place.
  public func takePlace() throws(FileChanges.Failure) {
    guard let partial else { return }
    guard rename(partial, target) == 0 else { throw failure }
    self.partial = nil
  }

  /// Takes away what was written; what stood there before stays, unless it had to be written where it is.
  public func abandon() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    if let partial { unlink(partial) } else if isNew { unlink(path) }
    partial = nil
  }

  private var failure: FileChanges.Failure { Self.failure(path) }

  private static func failure(_ path: String) -> FileChanges.Failure {
    FileChanges.Failure(description: "cannot write '\(path)': \(FileChanges.reason)")
  }
}
