import ArgumentParser
import Foundation
import GraphModel
import GraphStore
import JSONText
import NetworkFiles

/// Runs the benchmark's workloads on generated data; a tool for developers.
@main
struct Workloads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workloads", abstract: "Run benchmark workloads.", subcommands: [RunWorkloads.self])
}

struct RunWorkloads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run workloads and print a JSON line for each.",
    discussion: "seconds is the median of the repetitions; W1 measures from the start of loading to the ready graph.")

  @Argument(help: "The workloads, as in W1; all when none is named.")
  var names: [String] = []

  @Option(name: .long, help: "The folder that the generator wrote.")
  var data: String

  @Option(name: .long, help: "How often each workload is run.")
  var `repeat` = 1

  @Option(name: .long, help: "The largest number of threads.")
  var threads = 2

  func validate() throws {
    for name in names where !Workload.all.contains(where: { $0.name == name }) {
      throw ValidationError("unknown workload '\(name)'; there are \(Workload.all.map(\.name).joined(separator: ", "))")
    }
    if `repeat` < 1 { throw ValidationError("--repeat must be at least 1") }
  }

  func run() throws {
    let chosen = Workload.all.filter { names.isEmpty || names.contains($0.name) }
    let bench = Bench(folder: data, threads: threads)
    for workload in chosen {
      var times: [Double] = []
      var digest = ""
      for _ in 0..<`repeat` { (times, digest) = try measured(workload, bench, times) }
      let line = JSONOutput.members([
        ("workload", .string(workload.name)), ("scale", .string(URL(fileURLWithPath: data).lastPathComponent)),
        ("seconds", .float(times.sorted()[times.count / 2])), ("rss_mb", .float(Memory.peakMegabytes)),
        ("digest", .string(digest)),
      ])
      print(line.text())
    }
  }

  private func measured(_ workload: Workload, _ bench: Bench, _ times: [Double]) throws -> ([Double], String) {
    let (seconds, digest) = try workload.run(bench)
    return (times + [seconds], digest)
  }
}

/// A workload: it times what its definition says and computes the digest outside of the time.
struct Workload: Sendable {
  let name: String
  let run: @Sendable (Bench) throws -> (seconds: Double, digest: String)

  /// All workloads in the order of the benchmark's table.
  static let all: [Workload] = [.load]
}

/// The data of a run.
struct Bench: Sendable {
  let folder: String
  let threads: Int
}

/// How long something takes.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(work)
  return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
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
