import GraphModel

/// Vertices that wait to be settled, nearest first: what Dijkstra's algorithm takes its next vertex from.
///
/// A queue says what kind of number costs are, so that whole numbers, which need no heap, get searches of their own.
protocol CostQueue: SendableMetatype {
  /// A number for the cost of a path.
  associatedtype Cost: Comparable & Numeric & BitwiseCopyable & Sendable
  /// How the cost of an arc is stored.
  associatedtype Step: BitwiseCopyable & Sendable

  /// More than any path costs.
  static var unreachable: Cost { get }
  static func step(_ weight: Double) -> Step
  static func cost(_ step: Step) -> Cost
  static func number(_ cost: Cost) -> Double

  init(vertexCount: Int)
  /// Adds a vertex; it may wait several times, with smaller and smaller costs. No cost is below that last taken.
  mutating func insert(_ vertex: Int, _ cost: Cost)
  /// Takes a vertex of least cost.
  mutating func next() -> (vertex: Int, cost: Cost)?
  mutating func removeAll()
}

/// A queue for arcs that cost whole numbers of at most ``largestStep``: a list for each cost, used in turn.
///
/// - SeeAlso: R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", CACM 12 (1969),
///   doi:10.1145/363269.363610.
struct BucketQueue: CostQueue {
  static let largestStep = 31
  static let unreachable = Int32.max
  static func step(_ weight: Double) -> UInt8 { UInt8(weight) }
  @inline(__always) static func cost(_ step: UInt8) -> Int32 { Int32(step) }
  static func number(_ cost: Int32) -> Double { Double(cost) }

  /// Room for all vertices in each list: none enters a list twice, since its cost only shrinks.
  private let slots: WorkingMemory<UInt32>
  private let counts: WorkingMemory<Int>
  private let vertexCount: Int
  private var current: Int32 = 0
  private var waiting = 0

  init(vertexCount: Int) {
    self.vertexCount = vertexCount
    slots = WorkingMemory(untouched: (Self.largestStep + 1) * vertexCount)
    counts = WorkingMemory(count: Self.largestStep + 1, of: 0)
  }

  @inline(__always)
  mutating func insert(_ vertex: Int, _ cost: Int32) {
    let bucket = Int(cost) & Self.largestStep
    slots.numbers[bucket * vertexCount + counts.numbers[bucket]] = UInt32(vertex)
    counts.numbers[bucket] += 1
    waiting += 1
  }

  @inline(__always)
  mutating func next() -> (vertex: Int, cost: Int32)? {
    guard waiting > 0 else { return nil }
    var bucket = Int(current) & Self.largestStep
    while counts.numbers[bucket] == 0 {
      current += 1
      bucket = Int(current) & Self.largestStep
    }
    waiting -= 1
    counts.numbers[bucket] -= 1
    return (Int(slots.numbers[bucket * vertexCount + counts.numbers[bucket]]), current)
  }

  mutating func removeAll() {
    counts.fill(0)
    (current, waiting) = (0, 0)
  }
}

extension VertexHeap: CostQueue {
  static var unreachable: Double { .infinity }
  static func step(_ weight: Double) -> Double { weight >= 0 ? weight : .infinity }
  static func cost(_ step: Double) -> Double { step }
  static func number(_ cost: Double) -> Double { cost }

  mutating func insert(_ vertex: Int, _ cost: Double) { lower(vertex, to: cost) }

  mutating func next() -> (vertex: Int, cost: Double)? {
    guard let key = leastKey, let vertex = removeFirst() else { return nil }
    return (vertex, key)
  }
}
