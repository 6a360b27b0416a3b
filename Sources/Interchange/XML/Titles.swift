/// Names of properties as other programs get to see them in GraphML and GEXF.
///
/// Some are words of the format or of a reader: igraph refuses two attributes of one name, NetworkX hands names on as the
/// arguments of a function. Such a property has `_` behind its name and says beside it what it is called.
struct Titles {
  /// The title of each property, by its column; all of them differ.
  let texts: [String]
  private let reserved: Set<String>

  /// Finds titles.
  ///
  /// - Parameters:
  ///   - names: What the properties are called.
  ///   - reserved: What no title may be.
  init(_ names: [String], reserved: Set<String>, _ remarks: inout Remarks) {
    let held = DistinctTexts.held(names, &remarks, XMLText.standIn)
    let others = DistinctTexts.standIns(held.count, { held[$0] }, { reserved.contains($0) ? $0 + "_" : nil })
    texts = held.indices.map { others[$0] ?? held[$0] }
    self.reserved = reserved
  }

  /// What a property is really called, where its title does not say so.
  func name(behind name: String) -> String? { reserved.contains(name) ? name : nil }
}
