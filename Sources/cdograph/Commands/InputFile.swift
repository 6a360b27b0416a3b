import ArgumentParser
import NetworkFiles

extension InputFile {
  /// The bytes of a file that somebody named.
  ///
  /// - Throws: Why there are none.
  static func bytes(_ path: String) throws(cdograph.Failure) -> [UInt8] {
    guard !path.isEmpty else {
      throw cdograph.Failure(exitCode: .validationFailure, "the name of the file to read is empty; give one")
    }
    do throws(InputFile.Failure) {
      return try read(path)
    } catch {
      throw cdograph.Failure(exitCode: .data, "cannot read '\(path)': \(error)")
    }
  }

  /// The text of a file in UTF-8.
  static func text(_ path: String) throws(cdograph.Failure) -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw cdograph.Failure(exitCode: .data, "'\(path)' is not UTF-8; save it as UTF-8")
    }
    return text
  }
}
