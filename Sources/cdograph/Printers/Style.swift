/// Bold and dim for terminals; nothing where escapes would be noise.
struct Style: Sendable, Equatable {
  let isEnabled: Bool

  /// Text as it is.
  static let plain = Style(isEnabled: false)

  private init(isEnabled: Bool) { self.isEnabled = isEnabled }

  /// Escapes only for a terminal that understands them and a user who has not declined them (no-color.org).
  init(isTerminal: Bool, environment: [String: String]) {
    let declined = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isEnabled = isTerminal && !declined && environment["TERM"] != "dumb"
  }

  func bold(_ text: String) -> String { wrapped(text, in: "1") }

  func dim(_ text: String) -> String { wrapped(text, in: "2") }

  /// Text in a colour, by the code of ECMA-48.
  func coloured(_ text: String, _ code: String) -> String { wrapped(text, in: code) }

  private func wrapped(_ text: String, in code: String) -> String {
    isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
