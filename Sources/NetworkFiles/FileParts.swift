import Dispatch
import Foundation
import JSONText
import NetworkVocabulary

/// Some records of a file that stand one after the other.
struct FilePart {
  /// The byte at which the first of them begins.
  let start: Int
  /// Their positions in the file's array.
  let records: Range<Int>
  /// Whether the end of the file follows them.
  let isLast: Bool
}

/// Reads the records of files, large files in parts side by side.
///
/// What a sound file holds does not depend on how it is cut. As soon as anything is wrong in a part the file is read again in one go, so
/// that faults are reported as a reader from top to bottom finds them.
///
/// - Parameter partLength: How many bytes a part has at least.
func readFiles(_ files: [(kind: RecordKind, file: SourceFile)], partLength: Int = 1 << 19) -> [RecordReader] {
  let parts = sideBySide(files.count) { files[$0].file.parts(ofLength: partLength) }
  let jobs = files.indices.flatMap { file in parts[file].indices.map { (file: file, part: $0) } }
  let done = sideBySide(jobs.count) { number in
    let (kind, file) = files[jobs[number].file]
    var reader = RecordReader(kind, file)
    if parts[jobs[number].file].count == 1 {
      reader.read()
    } else {
      reader.read(parts[jobs[number].file][jobs[number].part])
    }
    return reader
  }
  var next = 0
  return files.indices.map { file in
    let readers = done[next..<(next + parts[file].count)]
    next += parts[file].count
    if readers.count == 1 { return readers[readers.startIndex] }
    var whole = RecordReader(files[file].kind, files[file].file)
    if readers.allSatisfy({ $0.isComplete && $0.faults.isEmpty }) {
      whole.join(Array(readers))
    } else {
      whole.read()
    }
    return whole
  }
}

extension SourceFile {
  /// The file cut between records; one part for a small file, or one that does not look like records.
  func parts(ofLength length: Int) -> [FilePart] {
    let whole = [FilePart(start: 0, records: 0..<0, isLast: true)]
    if bytes.count < 2 * length { return whole }
    guard let starts = bytes.withUnsafeBufferPointer(elementStarts), !starts.isEmpty else { return whole }
    var cuts = [0]
    for (position, start) in starts.enumerated() where start - starts[cuts[cuts.count - 1]] >= length {
      cuts.append(position)
    }
    let ends = cuts.dropFirst() + [starts.count]
    return zip(cuts, ends).map { first, end in
      FilePart(start: starts[first], records: first..<end, isLast: end == starts.count)
    }
  }
}

extension SourceFile {
  /// The files at some paths, read side by side; `nil` for one that cannot be read.
  static func contents(of paths: [String], _ changes: [String: [UInt8]?]) -> [SourceFile?] {
    sideBySide(paths.count) { number in
      if let bytes = changes[paths[number]] { return bytes.map { SourceFile(name: paths[number], bytes: $0) } }
      return (try? InputFile.read(paths[number])).map { SourceFile(name: paths[number], bytes: $0) }
    }
  }
}

/// The results of a number of jobs in their order; the jobs run on all cores.
private func sideBySide<Result>(_ count: Int, _ job: (Int) -> Result) -> [Result] {
  let results = JobResults<Result>(count: count)
  withoutActuallyEscaping(job) { job in
    nonisolated(unsafe) let job = job
    DispatchQueue.concurrentPerform(iterations: count) { number in results.put(job(number), at: number) }
  }
  return results.all
}

/// What jobs have put down, each at its place.
private final class JobResults<Result>: @unchecked Sendable {
  // Every thread writes to places of its own, and only while it holds the lock.
  private let lock = NSLock()
  private var results: [Result?]

  init(count: Int) { results = Array(repeating: nil, count: count) }

  /// All results, once every job is done.
  var all: [Result] { results.compactMap(\.self) }

  func put(_ result: Result, at position: Int) { lock.withLock { results[position] = result } }
}
