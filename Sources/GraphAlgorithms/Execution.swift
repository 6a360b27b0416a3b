import Dispatch
import Synchronization

/// How an algorithm runs: on how many threads, who hears of its progress, and who may stop it.
///
/// What an algorithm computes does not depend on any of this: work is cut into chunks whose borders do not depend on
/// the number of threads, and their results are joined in the order of the chunks.
public struct Execution: Sendable {
  /// The largest number of threads at work.
  public var threads: Int
  /// Is told now and then which share of the work is done, 0...1; called from any thread.
  public var progress: (@Sendable (Double) -> Void)?
  /// Is asked now and then whether to stop; called from any thread.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Runs on so many threads, silently and to the end.
  public init(threads: Int = 2) { self.threads = max(1, threads) }
}

/// An algorithm was stopped before it was done.
public struct Cancelled: Error, Hashable, Sendable {
  /// Says so.
  public init() {}
}

extension Execution {
  /// Stops the algorithm when its caller wants that.
  public func checkpoint(_ done: Double? = nil) throws(Cancelled) {
    if let done { progress?(done) }
    if isCancelled?() == true { throw Cancelled() }
  }

  /// Does a piece of work for each chunk of 0..<`count` and returns the results in the order of the chunks.
  ///
  /// - Parameters:
  ///   - size: The length of a chunk; the last may be shorter. Results must not depend on it, or it must be fixed.
  ///   - work: Is called from any thread, at most once for each chunk.
  public func map<Result: Sendable>(
    _ count: Int, chunk size: Int, _ work: @Sendable (Range<Int>) -> Result
  ) throws(Cancelled) -> [Result] {
    try map(count, chunk: size, with: ()) { (_: inout Void, chunk) in work(chunk) }
  }

  /// The same for work that needs memory of its own: each thread makes it once and uses it for all of its chunks.
  ///
  /// - Parameters:
  ///   - makeState: Makes the memory on each thread; what a chunk leaves in it must not change the result of the next.
  func map<State, Result: Sendable>(
    _ count: Int, chunk size: Int, with makeState: @autoclosure @Sendable () -> State,
    _ work: @Sendable (inout State, Range<Int>) -> Result
  ) throws(Cancelled) -> [Result] {
    let chunks = (count + size - 1) / size
    guard chunks > 0 else { return [] }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: chunks))
    let next = Atomic<Int>(0)
    let stop = Atomic<Bool>(false)
    @Sendable func drain() {
      var state = makeState()
      while !stop.load(ordering: .relaxed) {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { return }
        if isCancelled?() == true { return stop.store(true, ordering: .relaxed) }
        let result = work(&state, chunk * size..<min(count, (chunk + 1) * size))
        results.withLock { $0[chunk] = result }
        progress?(Double(chunk + 1) / Double(chunks))
      }
    }
    let workers = min(threads, chunks)
    if workers == 1 { drain() } else { DispatchQueue.concurrentPerform(iterations: workers) { _ in drain() } }
    if stop.load(ordering: .relaxed) { throw Cancelled() }
    return results.withLock { $0.compactMap(\.self) }
  }
}
