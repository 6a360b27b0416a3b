import Dispatch
import GraphModel
import GraphStore
import Synchronization

/// What nodes are called in a file: by their property `id` where it is text and nobody before has the same, else by number, `#17`.
///
/// Texts of a graph lie all over the memory. Each is looked at once, and its bytes are kept here side by side.
struct NodeNames {
  private var bytes: [UInt8] = []
  /// Where the bytes of each name lie.
  private var places: [Range<Int>] = []
  /// Whether each name is the property.
  private(set) var areIDs: [Bool] = []
  /// Whether every node that has the property is called by it.
  private(set) var haveAllIDs = true

  /// Names nodes.
  ///
  /// - Parameter token: The number of the key `id`, where some node has it.
  /// - Complexity: O(nodes) expected; the properties are read side by side.
  init(of nodes: [NodeID], in graph: PropertyGraph, key token: UInt16?) {
    let parts = token.map { CandidateNames.of(nodes, graph, $0) } ?? []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    places.reserveCapacity(nodes.count)
    areIDs.reserveCapacity(nodes.count)
    var table = NameTable(capacity: nodes.count)
    for part in parts {
      let first = bytes.count
      bytes += part.bytes
      for candidate in part.candidates {
        let place = candidate.bytes.lowerBound + first..<candidate.bytes.upperBound + first
        let isID = candidate.isName && isNew(place, candidate.hash, &table)
        places.append(place)
        areIDs.append(isID)
        haveAllIDs = haveAllIDs && isID == candidate.hasID
      }
    }
    for position in nodes.indices where position >= areIDs.count || !areIDs[position] {
      let first = bytes.count
      bytes += "#\(nodes[position].rawValue)".utf8
      if position < places.count { places[position] = first..<bytes.count } else { places.append(first..<bytes.count) }
      if position >= areIDs.count { areIDs.append(false) }
    }
  }

  /// Adds the next name to the table, unless one like it is there.
  private func isNew(_ place: Range<Int>, _ hash: Int, _ table: inout NameTable) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let name = UnsafeBufferPointer(rebasing: bytes[place])
      return table.insert(hash, places.count) { other in
        UnsafeBufferPointer(rebasing: bytes[places[other]]).elementsEqual(name)
      }
    }
  }

  /// The bytes of a name.
  subscript(position: Int) -> ArraySlice<UInt8> { bytes[places[position]] }

  /// Lends the bytes of a name.
  @inline(__always)
  func withBytes(_ position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[places[position]])) }
  }
}

/// The property `id` of some nodes that follow each other.
private struct CandidateNames {
  static let length = 1024

  struct Candidate {
    let bytes: Range<Int>
    let hash: Int
    let hasID: Bool
    /// Whether it is text that can be a name.
    let isName: Bool
  }

  private(set) var bytes: [UInt8] = []
  private(set) var candidates: [Candidate] = []

  static func of(_ nodes: [NodeID], _ graph: PropertyGraph, _ token: UInt16) -> [CandidateNames] {
    let count = (nodes.count + length - 1) / length
    let parts = Mutex([CandidateNames](repeating: CandidateNames(), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      var part = CandidateNames()
      part.candidates.reserveCapacity(length)
      part.bytes.reserveCapacity(32 * length)
      for node in nodes[number * length..<min(nodes.count, (number + 1) * length)] {
        part.add(graph.nodeValue(at: token, of: node))
      }
      parts.withLock { [part] in $0[number] = part }
    }
    return parts.withLock { $0 }
  }

  private mutating func add(_ id: Value?) {
    guard case .string(var text) = id else {
      candidates.append(Candidate(bytes: 0..<0, hash: 0, hasID: id != nil, isName: false))
      return
    }
    text.withUTF8 { text in
      let place = bytes.count..<bytes.count + text.count
      bytes.append(contentsOf: text)
      let isName = text.first != UInt8(ascii: "#")
      candidates.append(Candidate(bytes: place, hash: hash(text), hasID: true, isName: isName))
    }
  }

  /// A number that differs for most different names: eight bytes at a time are multiplied and folded. Nothing that is written depends on
  /// it, and a table of names needs no protection against names made to collide.
  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let (bytes, factor) = (UnsafeRawBufferPointer(name), UInt64(0x9E37_79B9_7F4A_7C15))
    var (hash, place) = (UInt64(name.count), 0)
    while place < bytes.count {
      var word: UInt64 = 0
      if place + 8 <= bytes.count {
        word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      } else {
        for byte in bytes[place...] { word = word << 8 | UInt64(byte) }
      }
      hash = (hash ^ word) &* factor
      hash ^= hash >> 32
      place += 8
    }
    return Int(truncatingIfNeeded: hash)
  }
}

/// Which positions have which name, by the hash of the name; a place that is taken leads on to the next.
private struct NameTable {
  private var places: [(hash: Int, position: Int32)]

  init(capacity: Int) {
    var width = 2
    while width < 2 * capacity { width *= 2 }
    places = Array(repeating: (0, -1), count: width)
  }

  /// Adds a position, unless one with the same name is there.
  mutating func insert(_ hash: Int, _ position: Int, _ isSameName: (Int) -> Bool) -> Bool {
    var place = hash & (places.count - 1)
    while places[place].position >= 0 {
      if places[place].hash == hash, isSameName(Int(places[place].position)) { return false }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = (hash, Int32(position))
    return true
  }
}
