import GraphModel

/// The nodes of a label by the value of one property: by equality through hashing, and in the order of the values.
struct NodeIndex: Sendable {
  let label: Label
  let key: PropertyKey
  /// Whether no two nodes may have the same value.
  var isUnique: Bool
  /// Cut by hash, so that a change after a copy copies one part, not all.
  private var shards: [[Value: Postings]]
  /// The values of which there is an order, each with its nodes: numbers, texts and times.
  private var ordered = SortedChunks<OrderedEntry>()
  /// How many different values there are.
  private(set) var distinctCount = 0

  private static let shardCount = 256

  init(label: Label, key: PropertyKey, isUnique: Bool) {
    self.label = label
    self.key = key
    self.isUnique = isUnique
    shards = Array(repeating: [:], count: Self.shardCount)
  }

  /// The nodes with a value, in ascending order.
  enum Postings: Sendable, Equatable {
    case one(NodeID)
    case several([NodeID])

    var nodes: [NodeID] {
      switch self {
      case .one(let node): [node]
      case .several(let nodes): nodes
      }
    }
  }

  /// A value with a node that has it.
  struct OrderedEntry: Sendable {
    let value: Value
    let node: NodeID
  }

  func nodes(equalTo value: Value) -> [NodeID] { shards[Self.shard(of: value)][value]?.nodes ?? [] }

  /// A node with a value, if any.
  func firstNode(equalTo value: Value) -> NodeID? {
    switch shards[Self.shard(of: value)][value] {
    case .one(let node): node
    case .several(let nodes): nodes.first
    case nil: nil
    }
  }

  mutating func insert(_ node: NodeID, _ value: Value) {
    insertByHash(node, value)
    guard value.isOrdered else { return }
    ordered.insert(OrderedEntry(value: value, node: node)) { !$0.precedes(value, node) }
  }

  private mutating func insertByHash(_ node: NodeID, _ value: Value) {
    let shard = Self.shard(of: value)
    switch shards[shard][value] {
    case nil:
      shards[shard][value] = .one(node)
      distinctCount += 1
    case .one(let other): shards[shard][value] = .several(other < node ? [other, node] : [node, other])
    case .several(var nodes):
      shards[shard][value] = nil
      nodes.insert(node, at: nodes.firstPosition { $0 >= node })
      shards[shard][value] = .several(nodes)
    }
  }

  /// Fills an empty index with the values of nodes in ascending order.
  ///
  /// - Complexity: O(n) when the values ascend too, otherwise O(n log n).
  mutating func fill(_ entries: [OrderedEntry]) {
    for shard in shards.indices { shards[shard].reserveCapacity(entries.count / Self.shardCount) }
    for entry in entries { insertByHash(entry.node, entry.value) }
    var kept = entries.filter(\.value.isOrdered)
    let ascends = zip(kept, kept.dropFirst()).allSatisfy { $0.precedes($1.value, $1.node) }
    if !ascends { kept.sort { $0.precedes($1.value, $1.node) } }
    ordered = SortedChunks(sorted: kept)
  }

  mutating func remove(_ node: NodeID, _ value: Value) {
    let shard = Self.shard(of: value)
    let rest = nodes(equalTo: value).filter { $0 != node }
    shards[shard][value] = rest.isEmpty ? nil : rest.count == 1 ? .one(rest[0]) : .several(rest)
    if rest.isEmpty { distinctCount -= 1 }
    guard value.isOrdered else { return }
    ordered.remove(first: { !$0.precedes(value, node) }, if: { $0.node == node && $0.value == value })
  }

  /// The nodes whose values lie between two, in the order of the values, then of the nodes.
  ///
  /// Only values of the kind of the bounds are looked at: a range of numbers finds no texts.
  func nodes(from lower: (value: Value, isInclusive: Bool)?, to upper: (value: Value, isInclusive: Bool)?) -> [NodeID] {
    guard let kind = (lower ?? upper)?.value.orderRank, lower?.value.isOrdered ?? true, upper?.value.isOrdered ?? true
    else { return [] }
    var found: [NodeID] = []
    let begin = { (entry: OrderedEntry) -> Bool in
      guard let lower else { return entry.value.orderRank >= kind }
      let comparison = entry.value.order(lower.value)
      return lower.isInclusive ? comparison >= 0 : comparison > 0
    }
    ordered.forEach(from: begin) { entry in
      guard entry.value.orderRank == kind else { return false }
      if let upper {
        let comparison = entry.value.order(upper.value)
        if upper.isInclusive ? comparison > 0 : comparison >= 0 { return false }
      }
      found.append(entry.node)
      return true
    }
    return found
  }

  /// The nodes whose texts begin with a text, in the order of the texts, then of the nodes.
  func nodes(startingWith prefix: String) -> [NodeID] {
    var found: [NodeID] = []
    let start = Value.string(prefix)
    let begin = { (entry: OrderedEntry) in entry.value.order(start) >= 0 }
    ordered.forEach(from: begin) { entry in
      guard case .string(let text) = entry.value, text.utf8.starts(with: prefix.utf8) else { return false }
      found.append(entry.node)
      return true
    }
    return found
  }

  /// The bytes that the index takes, texts aside, which it shares with the columns.
  var footprint: Int {
    shards.reduce(ordered.footprint) {
      $0 + $1.capacity * (MemoryLayout<Value>.stride + MemoryLayout<Postings>.stride) * 4 / 3
    }
  }

  /// What is wrong with the order of the values, given how many there should be.
  func orderFaults(_ expected: Int) -> [String] {
    let entries = ordered.all
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.precedes($1.value, $1.node) }
    return (isSorted ? [] : ["is not in order"]) + (entries.count == expected ? [] : ["orders \(entries.count) nodes"])
  }

  private static func shard(of value: Value) -> Int {
    switch value {
    // Keys are nearly always texts or integers; their bytes tell parts apart well enough and cost less than a hash.
    case .string(let text): text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } & (shardCount - 1)
    case .integer(let number): Int(truncatingIfNeeded: number) & (shardCount - 1)
    default: 0
    }
  }
}

extension NodeIndex.OrderedEntry {
  /// Whether the entry stands before a value with a node.
  fileprivate func precedes(_ value: Value, _ node: NodeID) -> Bool {
    let comparison = self.value.order(value)
    return comparison != 0 ? comparison < 0 : self.node < node
  }
}

extension Value {
  /// Whether ranges of such values can be asked for.
  var isOrdered: Bool {
    switch self {
    case .integer, .string, .temporal(.date), .temporal(.localDateTime): true
    case .float(let number): !number.isNaN
    default: false
    }
  }

  /// Kinds of values one after the other.
  fileprivate var orderRank: Int {
    switch self {
    case .integer, .float: 0
    case .string: 1
    case .temporal(.date): 2
    case .temporal: 3
    default: 4
    }
  }

  /// Below, at or above 0 as a value comes before, with or after another: numbers by size, texts by code points, times in time.
  fileprivate func order(_ other: Value) -> Int {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return left < right ? -1 : left > right ? 1 : 0
    case (.string(let left), .string(let right)): return left == right ? 0 : left.precedesByCodePoint(right) ? -1 : 1
    case (.temporal(.date(let left)), .temporal(.date(let right))): return left < right ? -1 : left > right ? 1 : 0
    case (.temporal(.localDateTime(let day, let time)), .temporal(.localDateTime(let otherDay, let otherTime))):
      if day != otherDay { return day < otherDay ? -1 : 1 }
      return time < otherTime ? -1 : time > otherTime ? 1 : 0
    default:
      if let left = number, let right = other.number { return left < right ? -1 : left > right ? 1 : 0 }
      return orderRank - other.orderRank
    }
  }
}

extension String {
  /// Order by Unicode code points, which is that of the UTF-8 bytes.
  fileprivate func precedesByCodePoint(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
