/// Vertices by their distance, nearest first, equal ones by number; each at most once, its distance may shrink.
///
/// A heap of four children a node: fewer levels and fewer cache misses than a binary one.
struct VertexHeap: Sendable {
  private var vertices: [UInt32] = []
  private var keys: [Double] = []
  /// Where each vertex stands; -1 when it is not in the heap.
  private var positions: [Int32]

  init(vertexCount: Int) { positions = [Int32](repeating: -1, count: vertexCount) }

  /// Puts a vertex in, or moves it forward to a smaller distance.
  ///
  /// - Complexity: O(log n).
  mutating func lower(_ vertex: Int, to key: Double) {
    var slot = Int(positions[vertex])
    if slot < 0 {
      slot = vertices.count
      vertices.append(UInt32(vertex))
      keys.append(key)
    }
    while slot > 0 {
      let parent = (slot - 1) / 4
      guard (key, UInt32(vertex)) < (keys[parent], vertices[parent]) else { break }
      place(vertices[parent], keys[parent], at: slot)
      slot = parent
    }
    place(UInt32(vertex), key, at: slot)
  }

  /// Takes the nearest vertex.
  ///
  /// - Complexity: O(log n).
  mutating func removeFirst() -> Int? {
    guard let first = vertices.first, let vertex = vertices.popLast(), let key = keys.popLast() else { return nil }
    positions[Int(first)] = -1
    guard !vertices.isEmpty else { return Int(first) }
    var slot = 0
    while 4 * slot + 1 < vertices.count {
      var child = 4 * slot + 1
      for other in child + 1..<max(child + 1, min(child + 4, vertices.count))
      where (keys[other], vertices[other]) < (keys[child], vertices[child]) {
        child = other
      }
      guard (keys[child], vertices[child]) < (key, vertex) else { break }
      place(vertices[child], keys[child], at: slot)
      slot = child
    }
    place(vertex, key, at: slot)
    return Int(first)
  }

  /// The distance of the nearest vertex.
  var leastKey: Double? { keys.first }

  mutating func removeAll() { while removeFirst() != nil {} }

  private mutating func place(_ vertex: UInt32, _ key: Double, at slot: Int) {
    vertices[slot] = vertex
    keys[slot] = key
    positions[Int(vertex)] = Int32(slot)
  }
}
