import GraphModel

/// The nodes or relationships that were met, as numbers: an open table with linear probing, twice as large as its content.
///
/// Ids are dense numbers, so multiplying by an odd constant spreads them well enough, at a fraction of what hashing for keyed
/// security costs.
struct IdentitySet {
  private var table: [UInt32] = []
  private var count = 0
  private var mask = 0
  /// The number added last: rows with the same element often come together.
  private var latest = Self.free
  /// No id: ids are places in arrays, which never grow that far.
  private static let free = UInt32.max

  /// Adds a number.
  ///
  /// - Returns: Whether it was new.
  mutating func insert(_ id: UInt32) -> Bool {
    if id == latest { return false }
    latest = id
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

/// Numbers given to nodes, in a table like that of ``IdentitySet``.
struct IdentityMap {
  private var ids: [UInt32] = []
  private var numbers: [Int32] = []
  private var count = 0
  private var mask = 0
  private static let free = UInt32.max

  /// An empty map.
  init() {}

  /// An empty map with the room of an earlier one; half of it where the earlier one did not fill half, so that many small
  /// runs after a large one do not pay for it.
  init(after earlier: IdentityMap) {
    let size = earlier.count &* 4 >= earlier.ids.count ? earlier.ids.count : earlier.ids.count / 2
    if size >= 8 { resize(to: size) }
  }

  /// The number of an id; `nil` where it has none.
  func number(of id: UInt32) -> Int? {
    if ids.isEmpty { return nil }
    var place = Int(id &* 0x9E37_79B1) & mask
    while ids[place] != Self.free {
      if ids[place] == id { return Int(numbers[place]) }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// Gives a number to an id that has none.
  mutating func set(_ number: Int, of id: UInt32) {
    if count &* 2 >= ids.count { grow() }
    put(Int32(number), id)
    count &+= 1
  }

  private mutating func put(_ number: Int32, _ id: UInt32) {
    var place = Int(id &* 0x9E37_79B1) & mask
    while ids[place] != Self.free { place = (place &+ 1) & mask }
    ids[place] = id
    numbers[place] = number
  }

  private mutating func grow() {
    let (oldIDs, oldNumbers) = (ids, numbers)
    resize(to: max(8, ids.count * 2))
    for (id, number) in zip(oldIDs, oldNumbers) where id != Self.free { put(number, id) }
  }

  private mutating func resize(to size: Int) {
    ids = Array(repeating: Self.free, count: size)
    numbers = Array(repeating: 0, count: size)
    mask = size - 1
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
