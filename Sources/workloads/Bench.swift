import Foundation

/// A workload: it times what its definition says and computes the digest outside of the time.
struct Workload: Sendable {
  let name: String
  let run: @Sendable (Bench) throws -> (seconds: Double, digest: String)

  /// All workloads in the order of the benchmark's table.
  static let all: [Workload] =
    [
      .load, .weightedJaccard, .weightedCosine, .allPairs, .hopCounts, .hopCountsWithoutTopics, .distances,
      .cheapestPaths, .personalizedPageRank, .pageRank, .components, .communities, .sharedProjects, .adamicAdar,
      .betweenness,
    ] + queries

  /// The workloads whose name a user gave, as itself or as the family's: `W4` stands for `W4` and `W4n`,
  /// `W12` for its twelve queries.
  static func named(_ name: String) -> [Workload] {
    let families = [
      "W2": ["W2j", "W2c"], "W4": ["W4", "W4n"], "W9": ["W9a", "W9b"], "W12": queries.map(\.name),
    ]
    return all.filter { (families[name] ?? [name]).contains($0.name) }
  }
}

/// The size of the data decides how many queries some workloads ask.
enum Scale: Comparable {
  case small, medium, large

  init(municipalities: Int) {
    self = municipalities <= 1000 ? .small : municipalities <= 30_000 ? .medium : .large
  }
}

/// How long something takes, with its result.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try work()
  let time = start.duration(to: clock.now)
  return (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18, result)
}

enum Memory {
  /// The largest resident size of this process so far.
  static var peakMegabytes: Double {
    var usage = rusage()
    // RUSAGE_SELF is imported as an enum that getrusage does not take.
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
