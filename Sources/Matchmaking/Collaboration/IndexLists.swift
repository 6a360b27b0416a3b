/// Lists of small numbers laid end to end: list i is what stands between two offsets.
public struct IndexLists: Sendable, Hashable {
  private var offsets: [Int32]
  private var items: [Int32]

  /// Lays out lists in their order.
  ///
  /// - Complexity: O(number of all items).
  public init(_ lists: some Collection<[Int32]>) {
    offsets = [0]
    offsets.reserveCapacity(lists.count + 1)
    items = []
    items.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      items += list
      offsets.append(Int32(items.count))
    }
  }

  /// How many lists there are.
  public var count: Int { offsets.count - 1 }

  /// How many items all lists have together.
  public var itemCount: Int { items.count }

  /// List i.
  public subscript(list: Int) -> ArraySlice<Int32> { items[Int(offsets[list])..<Int(offsets[list + 1])] }

  /// How many items list i has.
  public func length(of list: Int) -> Int { Int(offsets[list + 1] - offsets[list]) }

  /// Which lists hold an item: the lists turned round, each ascending.
  ///
  /// - Parameter count: One more than the largest item.
  public func inverted(count: Int) -> IndexLists {
    var starts = [Int32](repeating: 0, count: count + 1)
    for item in items { starts[Int(item) + 1] += 1 }
    for position in 0..<count { starts[position + 1] += starts[position] }
    var inverse = self
    inverse.offsets = starts
    for list in 0..<self.count {
      for item in self[list] {
        inverse.items[Int(starts[Int(item)])] = Int32(list)
        starts[Int(item)] += 1
      }
    }
    return inverse
  }
}
