import GraphModel

/// Ids and names in a format that cannot hold every character: what differs must go on differing.
enum DistinctTexts {
  /// What stands in for the texts that a format cannot hold, by position.
  ///
  /// - Parameters:
  ///   - count: How many texts there are.
  ///   - text: The text at a position.
  ///   - replacement: What stands in for a text; `nil` for one that the format can hold.
  /// - Returns: For each of them the replacement, with `~2`, `~3` … behind it where another text is so already.
  /// - Complexity: O(texts) calls.
  static func standIns(
    _ count: Int, _ text: (Int) -> String, _ replacement: (String) -> String?
  ) -> [Int: String] {
    let lacking = (0..<count).filter { replacement(text($0)) != nil }
    guard !lacking.isEmpty else { return [:] }
    var taken = Set((0..<count).map { ExactText(text($0)) })
    var standIns: [Int: String] = [:]
    for position in lacking {
      guard let plain = replacement(text(position)) else { continue }
      var (candidate, number) = (plain, 1)
      while !taken.insert(ExactText(candidate)).inserted {
        number += 1
        candidate = "\(plain)~\(number)"
      }
      standIns[position] = candidate
    }
    return standIns
  }

  /// The names of properties, with others in place of those that a format cannot hold.
  static func held(
    _ names: [String], _ remarks: inout Remarks, _ replacement: (String) -> String?
  ) -> [String] {
    let standIns = standIns(names.count, { names[$0] }, replacement)
    remarks.note("a property whose name has a character that the format cannot hold, renamed", count: standIns.count)
    return names.indices.map { standIns[$0] ?? names[$0] }
  }
}

/// Names that stop NetworkX's readers: they hand properties on as arguments of the functions that add a node or an edge, whose own
/// arguments are called so.
enum NetworkX {
  static let argumentsOfNode: Set<String> = ["node_for_adding", "self"]
  static let argumentsOfEdge: Set<String> = ["key", "self", "u_for_edge", "v_for_edge"]
}
