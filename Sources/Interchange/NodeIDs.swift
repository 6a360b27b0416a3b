/// The ids of the nodes of a graph, by position, their bytes side by side: they are asked for with each edge.
public struct NodeIDs: Sendable {
  private let bytes: [UInt8]
  private let places: [Range<Int>]

  /// Takes ids.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - places: Where the bytes of each id lie.
  /// - Precondition: Every place lies within the bytes.
  public init(bytes: consuming [UInt8], places: [Range<Int>]) {
    // Ids are copied as whole vectors, the last one too.
    bytes.append(contentsOf: repeatElement(0, count: ByteBuffer.slack))
    self.bytes = bytes
    self.places = places
  }

  /// Takes ids one by one.
  init(_ count: Int, _ id: (Int) -> String) {
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    for position in 0..<count {
      let start = bytes.count
      bytes += id(position).utf8
      places.append(start..<bytes.count)
    }
    self.init(bytes: bytes, places: places)
  }

  /// The id of a node.
  public subscript(position: Int) -> String { String(decoding: bytes[places[position]], as: UTF8.self) }

  /// The number of bytes of an id.
  @inline(__always)
  func count(_ position: Int) -> Int { places[position].count }

  /// Writes an id, with up to ``ByteBuffer/slack`` bytes behind it that do not count, and says how many bytes it took.
  @inline(__always)
  func write(_ position: Int, at target: UnsafeMutablePointer<UInt8>) -> Int {
    let place = places[position]
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { ByteBuffer.copy(start + place.lowerBound, place.count, to: target) }
    }
    return place.count
  }

  /// The same ids where a format can hold all of them: what another text stands in for gets a number behind it where a node
  /// is called so already, lest two nodes become one.
  ///
  /// - Parameters:
  ///   - remarks: Takes how many ids have changed.
  ///   - replacement: What stands in for an id that the format cannot hold; `nil` for one that it can.
  /// - Complexity: O(bytes).
  func held(_ remarks: inout Remarks, _ replacement: (String) -> String?) -> NodeIDs {
    let standIns = DistinctTexts.standIns(places.count, { self[$0] }, replacement)
    guard !standIns.isEmpty else { return self }
    remarks.note("an id with a character that the format cannot hold, changed", count: standIns.count)
    return NodeIDs(places.count) { standIns[$0] ?? self[$0] }
  }

  /// The same ids as XML can hold them, with what it gives a meaning escaped.
  ///
  /// - Complexity: O(bytes).
  func escapedForXML(_ remarks: inout Remarks) -> NodeIDs {
    // The bytes behind the last id are no text.
    let isPlain = bytes.withUnsafeBufferPointer {
      XMLText.isPlain(UnsafeBufferPointer(rebasing: $0.dropLast(ByteBuffer.slack)))
    }
    if isPlain { return self }
    let held = held(&remarks, XMLText.standIn)
    return NodeIDs(places.count) { XMLText.escaped(held[$0], &remarks) }
  }
}
