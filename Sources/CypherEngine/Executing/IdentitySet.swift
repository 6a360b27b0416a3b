import GraphModel

/// The nodes or relationships that were met, as numbers: an open table with linear probing, twice as large as its content.
///
/// Ids are dense numbers, so multiplying by an odd constant spreads them well enough, at a fraction of what hashing for keyed
/// security costs.
struct IdentitySet {
  private var table: [UInt32] = []
  private var count = 0
  private var mask = 0
  /// No id: ids are places in arrays, which never grow that far.
  private static let free = UInt32.max

  /// Adds a number.
  ///
  /// - Returns: Whether it was new.
  mutating func insert(_ id: UInt32) -> Bool {
    if count &* 2 >= table.count { grow() }
    var place = Int(id &* 0x9E37_79B1) & mask
    while table[place] != Self.free {
      if table[place] == id { return false }
      place = (place &+ 1) & mask
    }
    table[place] = id
    count &+= 1
    return true
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: Self.free, count: max(8, old.count * 2))
    mask = table.count - 1
    for id in old where id != Self.free {
      var place = Int(id &* 0x9E37_79B1) & mask
      while table[place] != Self.free { place = (place &+ 1) & mask }
      table[place] = id
    }
  }
}

/// The values that `DISTINCT` has met in a column; nodes and relationships, the usual case, without general hashing.
struct DistinctValues {
  private var nodes = IdentitySet()
  private var edges = IdentitySet()
  private var others: Set<GroupKey> = []

  /// Adds a value.
  ///
  /// - Returns: Whether it was new.
  mutating func insert(_ value: Value) -> Bool {
    switch value {
    case .node(let node): nodes.insert(node.rawValue)
    case .edge(let edge): edges.insert(edge.rawValue)
    default: others.insert(GroupKey(value)).inserted
    }
  }
}
