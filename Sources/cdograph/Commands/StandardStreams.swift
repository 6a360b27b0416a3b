// The C library declares its streams as variables, which nobody ever assigns to.
@preconcurrency import Glibc

/// The streams that the program was started with.
enum StandardStream {
  static var output: UnsafeMutablePointer<FILE>? { stdout }
  static var error: UnsafeMutablePointer<FILE>? { stderr }

  /// Sends on what is still buffered; why not, when anything that was printed could not be written.
  static func finish() -> String? {
    if fflush(nil) != 0 { return String(cString: strerror(errno)) }
    // What was written earlier has failed, and the reason is gone with it.
    return stdout.map { ferror($0) == 0 } ?? false ? nil : String(cString: strerror(EIO))
  }
}
