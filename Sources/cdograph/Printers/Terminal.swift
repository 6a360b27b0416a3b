#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is known of the terminal that a descriptor leads to.
struct Terminal: Sendable {
  /// Columns for output that nobody's window bounds.
  static let unboundedWidth = 100

  let isTerminal: Bool
  /// The columns of the window; nil for a pipe or file, and where the terminal does not say.
  let windowWidth: Int?

  static var standardInput: Terminal { Terminal(descriptor: STDIN_FILENO) }
  static var standardOutput: Terminal { Terminal(descriptor: STDOUT_FILENO) }

  init(isTerminal: Bool, windowWidth: Int?) {
    self.isTerminal = isTerminal
    self.windowWidth = windowWidth
  }

  private init(descriptor: Int32) {
    var size = winsize()
    let isTerminal = isatty(descriptor) == 1
    let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(isTerminal: isTerminal, windowWidth: isKnown ? Int(size.ws_col) : nil)
  }

  /// The columns to print into: the window's, else what `COLUMNS` says, else `unboundedWidth`.
  func width(environment: [String: String]) -> Int {
    let stated = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return windowWidth ?? stated ?? Self.unboundedWidth
  }
}
