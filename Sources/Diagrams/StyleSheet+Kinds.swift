extension StyleSheet {
  /// A look for a kind that nothing has.
  public struct IdleLook: Equatable, Sendable {
    /// Where it stands in the sheet, such as `/nodes/Akteur`.
    public let pointer: String
    /// The kind as the sheet writes it.
    public let kind: String
    /// The kind that was probably meant.
    public let meant: String?
  }

  /// Looks for kinds that neither the built-in sheets know nor a diagram has: mostly misspelt names, which do nothing.
  ///
  /// - Complexity: O(nodes + edges + kinds).
  public func idleLooks(in diagram: Diagram) -> [IdleLook] {
    let found = ["nodes": Set(diagram.nodes.map(\.kind)), "edges": Set(diagram.edges.map(\.kind))]
    return [("nodes", Array(nodes.keys)), ("edges", Array(edges.keys))].flatMap { field, kinds in
      kinds.sorted().filter { Self.kindNames[field]?[$0] == nil && found[field]?.contains($0) != true }.map { kind in
        IdleLook(pointer: "/\(field)/\(kind)", kind: kind, meant: Self.kind(meantBy: kind, below: field))
      }
    }
  }

  /// The kinds that the built-in sheets know and what legends call them, for `nodes` and for `edges`.
  static let kindNames: [String: [String: LegendName]] = [
    "nodes": screen.nodes.compactMapValues(\.name), "edges": screen.edges.compactMapValues(\.name),
  ]

  /// The kind that somebody means: by a word of the legend in either language, by another case, or by its beginning.
  static func kind(meantBy word: String, below field: String) -> String? {
    let wanted = word.lowercased()
    let kinds = (kindNames[field] ?? [:]).sorted { $0.key < $1.key }
    let exact = kinds.first { kind, name in [kind, name.de, name.en].contains { $0.lowercased() == wanted } }
    guard exact == nil, wanted.count > 2 else { return exact?.key }
    return kinds.first { kind, name in
      [kind, name.de, name.en].contains { $0.lowercased().hasPrefix(wanted) || wanted.hasPrefix($0.lowercased()) }
    }?.key
  }
}
