/// Gives each different name a small number, in order of first appearance.
struct Interner: Sendable {
  private(set) var names: [String] = []
  private var tokens: [String: UInt16] = [:]

  /// The number of a name, new or known.
  ///
  /// A graph may use up to 65,535 different labels, types or keys each.
  mutating func intern(_ name: String) -> UInt16 {
    if let token = token(of: name) { return token }
    precondition(names.count < Int(UInt16.max), "more than 65,535 different labels, types or keys")
    let token = UInt16(names.count)
    names.append(name)
    tokens[name] = token
    return token
  }

  /// The number of a name that is in use; `nil` for an unknown one.
  func token(of name: String) -> UInt16? {
    // Comparing a few short names is quicker than hashing one.
    if names.count <= 16 { return names.firstIndex(of: name).map { UInt16($0) } }
    return tokens[name]
  }

  func name(of token: UInt16) -> String { names[Int(token)] }
}
