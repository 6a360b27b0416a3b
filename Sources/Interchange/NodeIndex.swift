import GraphModel

/// Nodes by their ids, for readers of files whose edges name their ends.
///
/// Ids differ when their code points differ, as in XML, JSON and other programs. Where no node has just these, one that
/// looks the same is taken: editors and file systems change `é` to `e` with an accent behind it and back.
struct NodeIndex {
  private var exact: [ExactText: Int] = [:]
  private var canonical: [String: Int]?

  /// Adds a node; false when another one has the id.
  mutating func add(_ id: String, at position: Int) -> Bool {
    canonical = nil
    return exact.updateValue(position, forKey: ExactText(id)) == nil
  }

  /// The node that an id means.
  mutating func position(of id: String, _ remarks: inout Remarks) -> Int? {
    if let position = exact[ExactText(id)] { return position }
    if canonical == nil { canonical = Dictionary(exact.map { ($0.text, $1) }, uniquingKeysWith: min) }
    guard let position = canonical?[id] else { return nil }
    remarks.note("an edge whose end is spelled with other code points than its node")
    return position
  }
}

extension Remarks {
  /// Properties sorted by name; of two with one name the last counts, which is remarked.
  mutating func properties(_ pairs: [(String, Value)]) -> [InterchangeGraph.Property] {
    let entries = ValueMap(pairs).entries
    note("a property that came twice, of which the last counts", count: pairs.count - entries.count)
    return entries
  }
}
