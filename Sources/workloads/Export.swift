import ArgumentParser
import Foundation
import GraphStore
import Interchange
import JSONText
import KnowledgeGraph
import NetworkFiles

/// Says how fast a network is written for other programs, beside how fast the same bytes are written without any work, and how fast
/// `dd` copies the same file.
struct MeasureExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Load the data, write it in a format and print megabytes a second, as a JSON line."
  )

  @Option(name: .long, help: "A folder of a network, or what the generator wrote.")
  var data: String

  @Option(name: .long, help: "The format, by name.")
  var format = "graphml"

  @Option(name: .shortAndLong, help: "A folder for the files that are written and taken away again.")
  var output: String

  @Flag(
    name: .long,
    help: "Write over the same two files, whose places on the disk are known, instead of new ones each time.")
  var overwrite = false

  @Option(name: .long, help: "How often it is written; the median counts.")
  var `repeat` = 3

  @Flag(name: .long, help: "The data were written by the benchmark's generator.")
  var synthetic = false

  private var paths: Set<String> = []

  mutating func run() throws {
    guard let format = FormatCatalog.format(named: format), let write = format.write else {
      throw ValidationError("unknown format '\(format)'")
    }
    let graph =
      synthetic
      ? try loadNetwork(folders: [data], kinds: SyntheticNetwork.kinds).graph : try loadNetwork(folders: [data]).graph
    var times: [(work: Double, plain: Double)] = []
    var bytes = 0
    defer { for path in paths { unlink(path) } }
    for round in 0..<max(1, `repeat`) {
      bytes = 0
      let work = try seconds("export", round) { file in
        var sink = TextSink { _, chunk in
          bytes += chunk.count
          try file.write(chunk)
        }
        try write(GraphSelection(graph), WritingOptions(), &sink)
      }
      let chunk = [UInt8](repeating: 0x20, count: 1 << 18)
      let plain = try seconds("plain", round) { file in
        for start in stride(from: 0, to: bytes, by: chunk.count) {
          try file.write(chunk[..<min(chunk.count, bytes - start)])
        }
      }
      times.append((work, plain))
    }
    let megabytes = Double(bytes) / 1e6
    let median = times.count / 2
    // Not in turns: a processor that has waited for another program is slow at first.
    let copies = times.indices.compactMap { secondsOfCopy($0) }.sorted()
    let line = JSONOutput.members([
      ("format", .string(format.name)), ("nodes", .integer(Int64(graph.nodeCount))),
      ("edges", .integer(Int64(graph.edgeCount))), ("megabytes", .float(megabytes)),
      ("seconds", .float(times.map(\.work).sorted()[median])),
      ("megabytesPerSecond", .float(megabytes / times.map(\.work).sorted()[median])),
      ("diskMegabytesPerSecond", .float(megabytes / times.map(\.plain).sorted()[median])),
      ("ddMegabytesPerSecond", copies.isEmpty ? .null : .float(megabytes / copies[copies.count / 2])),
    ])
    print(line.text())
  }

  /// The time that `dd` needs to copy the export, by its own words, until the bytes are on the disk; `nil` where there is none.
  private mutating func secondsOfCopy(_ round: Int) -> Double? {
    let (source, copy) = (path("export", round), path("copy", round))
    paths.insert(copy)
    let (dd, words) = (Process(), Pipe())
    dd.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    dd.arguments = ["LC_ALL=C", "dd", "if=\(source)", "of=\(copy)", "bs=256k", "conv=fdatasync"]
    dd.standardError = words
    guard (try? dd.run()) != nil, let data = try? words.fileHandleForReading.readToEnd() else { return nil }
    dd.waitUntilExit()
    // 8735196 bytes (8.7 MB, 8.3 MiB) copied, 0.00705 s, 1.2 GB/s
    let fields = String(decoding: data, as: UTF8.self).split(separator: ", ")
    return fields.first { $0.hasSuffix(" s") }.flatMap { Double($0.dropLast(2)) }
  }

  private func path(_ name: String, _ round: Int) -> String { "\(output)/\(name)\(overwrite ? 0 : round)" }

  /// The time from opening the file until its bytes are on the disk.
  private mutating func seconds(_ name: String, _ round: Int, _ body: (StreamedFile) throws -> Void) throws -> Double {
    let path = path(name, round)
    paths.insert(path)
    let start = ContinuousClock.now
    let file = try StreamedFile(path)
    try body(file)
    try file.complete()
    try file.takePlace()
    let time = (ContinuousClock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }
}
