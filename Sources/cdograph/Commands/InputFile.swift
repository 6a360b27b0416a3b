import ArgumentParser
import Foundation

/// Files that commands read.
enum InputFile {
  /// The bytes of a file, a pipe or a device.
  ///
  /// - Throws: Why the system refuses them.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard !path.isEmpty else {
      throw Failure(exitCode: .validationFailure, "the name of the file to read is empty; give one")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    // A file is read at once; a byte more than it should have finds its end.
    var room = isRegular ? Int(status.st_size) + 1 : 1 << 16
    while true {
      let part: [UInt8]
      do {
        part = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          count = Foundation.read(descriptor, buffer.baseAddress, room)
          guard count < 0 else { return }
          count = 0
          throw SystemRefusal(number: errno)
        }
      } catch let refusal as SystemRefusal where refusal.number == EINTR {
        continue
      } catch {
        throw unreadable(path, (error as? SystemRefusal)?.number ?? EIO)
      }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = max(1 << 16, Int(status.st_size) - bytes.count + 1)
    }
  }

  /// The text of a file in UTF-8.
  static func text(_ path: String) throws(Failure) -> String {
    guard let text = String(validating: try read(path), as: UTF8.self) else {
      throw Failure(exitCode: .data, "'\(path)' is not UTF-8; save it as UTF-8")
    }
    return text
  }

  private struct SystemRefusal: Error { let number: Int32 }

  private static func unreadable(_ path: String, _ number: Int32) -> Failure {
    Failure(exitCode: .data, "cannot read '\(path)': \(String(cString: strerror(number)))")
  }
}
