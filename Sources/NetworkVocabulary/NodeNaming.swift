public import GraphModel

extension Wording {
  /// What stands behind whatever was made up to show something.
  public static let exampleMark = Wording(" [Beispiel]", " [example]")
}

extension PropertyView {
  /// What a node is called: by its main name; a topic or a profile in English by its English one, where it has one.
  public func name(of node: NodeID, in language: Language) -> String? {
    if language == .english, has(.topic, node) || has(.profile, node), let name = value("labelEn", of: node)?.text {
      return name
    }
    return value(.name, of: node)?.text
  }

  /// The name in quotation marks, with a mark where the record was made up.
  public func quotedName(of node: NodeID, in language: Language) -> String {
    let name = name(of: node, in: language) ?? ""
    // What the name quotes itself stands between single marks.
    let quoted =
      switch language {
      case .german: "„" + name.replacing("„", with: "‚").replacing("“", with: "‘") + "“"
      case .english: "“" + name.replacing("“", with: "‘").replacing("”", with: "’") + "”"
      }
    return quoted + (has(.example, node) ? Wording.exampleMark[language] : "")
  }
}
