/// The positions of records by their ids: an open-addressing table that hashes the bytes of short texts quickly.
///
/// Ids come from files that the user chose, so nobody gains from making them collide; equal hashes cost time only.
struct RecordPositions: Sendable {
  private var ids: [String] = []
  private var positions: [Int32] = []
  /// The place in `ids` plus one; 0 where a slot is free.
  private var slots: [UInt32]

  /// Makes room for a number of ids.
  init(capacity: Int) {
    slots = Array(repeating: 0, count: Self.slotCount(for: capacity))
    ids.reserveCapacity(capacity)
    positions.reserveCapacity(capacity)
  }

  /// The position of an id.
  ///
  /// - Complexity: O(length of the id) on average.
  subscript(id: String) -> Int? {
    let slot = slot(of: id)
    return slots[slot] == 0 ? nil : Int(positions[Int(slots[slot]) - 1])
  }

  /// Notes the position of an id and returns the one that was noted before.
  @discardableResult
  mutating func update(_ id: String, to position: Int) -> Int? {
    if ids.count * 2 >= slots.count { grow() }
    let slot = slot(of: id)
    if slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      defer { positions[entry] = Int32(position) }
      return Int(positions[entry])
    }
    ids.append(id)
    positions.append(Int32(position))
    slots[slot] = UInt32(ids.count)
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: Self.slotCount(for: ids.count * 2))
    for entry in ids.indices { slots[slot(of: ids[entry])] = UInt32(entry + 1) }
  }

  /// The slot that holds an id, or the free one where it belongs.
  private func slot(of id: String) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(id) & mask
    while slots[slot] != 0, ids[Int(slots[slot]) - 1] != id { slot = (slot + 1) & mask }
    return slot
  }

  /// A power of two, at least twice the number of ids.
  private static func slotCount(for capacity: Int) -> Int {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    return count
  }

  private static func hash(_ id: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }
}
