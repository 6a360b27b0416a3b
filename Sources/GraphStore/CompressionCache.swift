public import GraphModel
import Synchronization

/// The flat layouts of one snapshot, kept until it is changed; copies of the graph share them.
final class CompressionCache: Sendable {
  /// Layouts are large, and few are asked for in turn.
  private static let limit = 4

  private let layouts = Mutex<[(projection: Projection, layout: CompressedGraph)]>([])
  private let isUsed = Atomic<Bool>(false)

  /// Whether anything was ever kept here.
  var isEmpty: Bool { !isUsed.load(ordering: .acquiring) }

  /// The layout for a projection, made on the first call; the least recently used is dropped when there are too many.
  func layout(_ projection: Projection, _ make: () -> CompressedGraph) -> CompressedGraph {
    let kept = layouts.withLock { list -> CompressedGraph? in
      guard let position = list.firstIndex(where: { $0.projection == projection }) else { return nil }
      let found = list.remove(at: position)
      list.append(found)
      return found.layout
    }
    if let kept { return kept }
    isUsed.store(true, ordering: .releasing)
    // Made outside of the lock: others need not wait, and of two equal layouts either will do.
    let layout = make()
    layouts.withLock { list in
      list.append((projection, layout))
      if list.count > Self.limit { list.removeFirst() }
    }
    return layout
  }
}

extension PropertyGraph {
  /// A part of the graph as flat arrays; the same part of the same snapshot is laid out once.
  ///
  /// - Complexity: O(nodes + edges log degree) the first time, O(1) afterwards. Up to four layouts are kept.
  public func compressed(_ projection: Projection) -> CompressedGraph {
    cache.layout(projection) { CompressedGraph(of: self, projection) }
  }

  /// To be called before each change: copies keep the layouts of the graph as it was.
  mutating func forgetLayouts() {
    if !isKnownUniquelyReferenced(&cache) || !cache.isEmpty { cache = CompressionCache() }
  }
}
