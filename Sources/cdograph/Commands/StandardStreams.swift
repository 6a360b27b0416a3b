// The C library declares its streams as variables, which nobody ever assigns to.
@preconcurrency import Glibc

/// The streams that the program was started with.
enum StandardStream {
  static var output: UnsafeMutablePointer<FILE>? { stdout }
  static var error: UnsafeMutablePointer<FILE>? { stderr }

  /// Sends on what is still buffered; false when anything that was printed could not be written.
  static func finish() -> Bool { fflush(nil) == 0 && stdout.map { ferror($0) == 0 } ?? false }
}
