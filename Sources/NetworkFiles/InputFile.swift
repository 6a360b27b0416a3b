import Foundation

/// The door through which files come in whole: files and pipes, and whatever else has an end.
///
/// A device such as `/dev/zero` or `/dev/full` never ends, and reading it would fill the memory.
package enum InputFile {
  /// Why nothing was read, in the words of the system where it refused.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The bytes of a file, a pipe (`/dev/stdin` and `<(…)` of a shell too) or what is typed into a terminal.
  ///
  /// - Complexity: O(bytes).
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw refusal }
    guard !isEndless(status) else { throw Failure(description: "it is a device, which has no end") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var room = max(1 << 16, Int(status.st_size))
    while true {
      let part = try self.part(of: descriptor, atMost: room)
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = 1 << 16
    }
  }

  /// What comes next; empty at the end.
  private static func part(of descriptor: Int32, atMost room: Int) throws(Failure) -> [UInt8] {
    var hasFailed = false
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var got = Foundation.read(descriptor, buffer.baseAddress, room)
      while got < 0, errno == EINTR { got = Foundation.read(descriptor, buffer.baseAddress, room) }
      hasFailed = got < 0
      count = max(0, got)
    }
    if hasFailed { throw refusal }
    return part
  }

  private static var refusal: Failure { Failure(description: String(cString: strerror(errno))) }

  /// Devices have no end, but for terminals, where somebody types one, and `/dev/null`.
  private static func isEndless(_ status: stat) -> Bool {
    switch status.st_mode & S_IFMT {
    case S_IFBLK: return true
    case S_IFCHR:
      let (major, minor) = (status.st_rdev >> 8 & 0xFFF, status.st_rdev & 0xFF)
      let isTerminal = major == 4 || major == 5 || (136...143).contains(major)
      return !isTerminal && !(major == 1 && minor == 3)
    default: return false
    }
  }
}
