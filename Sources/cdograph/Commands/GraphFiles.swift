import ArgumentParser
import Foundation
import GermanText
import Interchange

/// Files in the formats of other programs.
enum GraphFiles {
  /// What help says of the formats: a line each.
  static var listing: String {
    FormatCatalog.all.map { format in
      let ways = format.read == nil ? "write" : format.write == nil ? "read" : "read, write"
      return
        "  \(format.name) (.\(format.extensions.joined(separator: ", ."))) [\(ways)]: \(format.summary) \(format.limits)"
    }.joined(separator: "\n")
  }

  /// The format that was named, or else the one that the ending of the file belongs to.
  static func format(named name: String?, file: String, option: String) throws -> GraphFormat {
    let names = FormatCatalog.all.map(\.name)
    if let name {
      if let format = FormatCatalog.format(named: name) { return format }
      let suggestion = nearest(to: name, among: names).first.map { " — did you mean '\($0)'?" } ?? ""
      throw ValidationError("unknown format '\(name)'\(suggestion) Formats are \(names.joined(separator: ", ")).")
    }
    if let format = FormatCatalog.format(ofFile: file) { return format }
    throw ValidationError(
      "the ending of '\(file)' belongs to no format; say \(option) with one of \(names.joined(separator: ", "))")
  }

  /// Reads a graph; says on standard error what the file held and the graph does not.
  static func read(_ path: String, as format: GraphFormat) throws -> InterchangeGraph {
    guard let read = format.read else {
      throw ValidationError("\(format.name) can be written but not read")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(exitCode: .data, "cannot read '\(path)': check that the file exists and may be read")
    }
    do {
      let (graph, remarks) = try read(Array(data))
      if !remarks.isEmpty { Console.warn("\(path): \(remarks.line)") }
      return graph
    } catch let fault as InterchangeFault {
      throw Failure(exitCode: .data, "\(path):\(fault.line == 0 ? " " : "")\(fault)")
    }
  }

  /// Writes a graph chunk by chunk; says on standard error what the format cannot hold.
  ///
  /// A new file that cannot be written to its end is taken away again. `-` is standard output.
  static func write(_ graph: InterchangeGraph, to output: String, as format: GraphFormat) throws {
    guard let write = format.write else { throw ValidationError("\(format.name) can be read but not written") }
    let isNew = output != "-" && !FileManager.default.fileExists(atPath: output)
    func failure() -> Failure {
      Failure(exitCode: .cannotCreate, "cannot write '\(output)': \(String(cString: strerror(errno)))")
    }
    guard let file = output == "-" ? StandardStream.output : fopen(output, "wb") else { throw failure() }
    var isOpen = output != "-"
    do {
      var sink = TextSink { bytes in
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw failure() }
      }
      try write(graph, &sink)
      isOpen = false
      guard (output == "-" ? fflush(file) : fclose(file)) == 0 else { throw failure() }
      if !sink.remarks.isEmpty { Console.warn("\(format.name) cannot hold all: \(sink.remarks.line)") }
    } catch {
      if isOpen { fclose(file) }
      if isNew { try? FileManager.default.removeItem(atPath: output) }
      throw error
    }
  }
}
