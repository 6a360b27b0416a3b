import GraphModel
import GraphStore
import Interchange

/// What nodes are called in a file: by their property `id` where it is text and nobody before has the same, else by their place in the
/// file, `#17`, by which a reader knows that it is no id of their own.
///
/// Texts of a graph lie all over the memory. Each is looked at once, and its bytes are kept side by side.
struct NodeNames {
  /// The names.
  let ids: NodeIDs
  /// Whether each name is the property.
  let areIDs: [Bool]
  /// Whether every node that has the property is called by it.
  let haveAllIDs: Bool

  /// Names nodes.
  ///
  /// - Parameters:
  ///   - count: The number of nodes.
  ///   - parts: Their properties, part by part.
  /// - Complexity: O(nodes) expected.
  init(_ count: Int, _ parts: [CandidateNames]) {
    var names = NamesInTurn(count: count, bytes: parts.reduce(0) { $0 + $1.bytes.count })
    var table = NameTable(capacity: count)
    for part in parts { names.add(part, &table) }
    for position in 0..<count where !names.areIDs[position] { names.callByPlace(position) }
    ids = NodeIDs(bytes: names.bytes, places: names.places)
    (areIDs, haveAllIDs) = (names.areIDs, names.haveAllIDs)
  }
}

/// Names that are given one after another, so that of two nodes with one property the first one has the name.
private struct NamesInTurn {
  private(set) var bytes: [UInt8] = []
  /// Where the bytes of each name lie.
  private(set) var places: [Range<Int>] = []
  private(set) var areIDs: [Bool] = []
  private(set) var haveAllIDs = true

  init(count: Int, bytes byteCount: Int) {
    bytes.reserveCapacity(byteCount + 64)
    places.reserveCapacity(count)
    areIDs.reserveCapacity(count)
  }

  /// - Parameter table: Tells which names are given already.
  mutating func add(_ part: CandidateNames, _ table: inout NameTable) {
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

  mutating func callByPlace(_ position: Int) {
    let first = bytes.count
    bytes += "#\(position)".utf8
    places[position] = first..<bytes.count
  }

  /// Adds the next name to the table, unless one like it is there.
  private func isNew(_ place: Range<Int>, _ hash: Int, _ table: inout NameTable) -> Bool {
    table.insert(hash, places.count) { other in bytes[places[other]].elementsEqual(bytes[place]) }
  }
}

/// The property `id` of some nodes that follow each other, so that all nodes are looked at side by side.
struct CandidateNames: Sendable {
  private static let length = 1024

  struct Candidate: Sendable {
    var bytes = 0..<0
    var hash = 0
    var hasID = false
    /// Whether it is text that can be a name.
    var isName = false
  }

  private(set) var bytes: [UInt8] = []
  private(set) var candidates: [Candidate] = []

  /// The parts of a number of nodes.
  static func parts(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
  }

  init() {}

  /// Looks at some nodes.
  ///
  /// - Parameter token: The number of the key `id`, where some node or edge has it.
  init(_ nodes: ArraySlice<NodeID>, in graph: PropertyGraph, key token: UInt16?) {
    candidates = Array(repeating: Candidate(), count: nodes.count)
    guard let token else { return }
    bytes.reserveCapacity(32 * nodes.count)
    graph.withNodeValues(at: token, of: nodes) { add($0) }
  }

  private mutating func add(_ run: ValueRun) {
    switch run.values {
    case .integers, .floats: run.visit { place, _ in candidates[place].hasID = true }
    case .texts(let numbers, let texts):
      run.fetchTexts()
      run.visit { place, position in add(texts[Int(numbers[position])], place) }
    case .any(let values):
      run.fetchTexts()
      run.visit { place, position in
        candidates[place].hasID = true
        if case .string(let text) = values[position] { add(text, place) }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ text: String, _ place: Int) {
    text.lendUTF8 { text in
      let range = bytes.count..<bytes.count + text.count
      bytes.append(contentsOf: text)
      let isName = text.first != UInt8(ascii: "#")
      candidates[place] = Candidate(bytes: range, hash: hash(text), hasID: true, isName: isName)
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
