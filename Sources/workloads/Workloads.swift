import ArgumentParser
import Foundation
import JSONText

/// Runs the benchmark's workloads on generated data; a tool for developers.
@main
struct Workloads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workloads", abstract: "Run benchmark workloads.",
    subcommands: [MeasureDrawing.self, MeasureExport.self, RunWorkloads.self, ShowFootprint.self])
}

struct RunWorkloads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run workloads and print a JSON line for each.",
    discussion: """
      seconds is the median of the repetitions. W1 measures from the start of loading to the ready graph; the others \
      share one loaded graph. W2 stands for W2j and W2c, W4 for W4 and W4n, W9 for W9a and W9b, W12 for W12Q1 to \
      W12Q12, whose seconds are those of all parameter sets together after a warm-up.
      """)

  @Argument(help: "The workloads, as in W1; all when none is named.")
  var names: [String] = []

  @Option(name: .long, help: "The folder that the generator wrote.")
  var data: String

  @Option(name: .long, help: "How often each workload is run.")
  var `repeat` = 1

  @Option(name: .long, help: "The largest number of threads.")
  var threads = 2

  func validate() throws {
    for name in names where Workload.named(name).isEmpty {
      throw ValidationError("unknown workload '\(name)'; there are \(Workload.all.map(\.name).joined(separator: ", "))")
    }
    if `repeat` < 1 { throw ValidationError("--repeat must be at least 1") }
  }

  func run() throws {
    let bench = Bench(folder: data, threads: threads)
    for workload in names.isEmpty ? Workload.all : names.flatMap(Workload.named) {
      var times: [Double] = []
      var digest = ""
      for _ in 0..<`repeat` {
        let (seconds, found) = try workload.run(bench)
        times.append(seconds)
        digest = found
      }
      let line = JSONOutput.members([
        ("workload", .string(workload.name)), ("scale", .string(URL(fileURLWithPath: data).lastPathComponent)),
        ("seconds", .float(times.sorted()[times.count / 2])), ("rss_mb", .float(Memory.peakMegabytes)),
        ("digest", .string(digest)),
      ])
      print(line.text())
      fflush(nil)
    }
  }
}
