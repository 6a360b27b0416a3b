import Foundation

/// What the worker is asked: one JSON document on its standard input, up to the end of the file.
struct RenderRequest: Codable, Sendable, Equatable {
  var diagram: Diagram
  var style: StyleSheet
  var format: PictureFormat
  /// `nil` leaves the choice to the worker.
  var engine: LayoutEngine?
  /// The places to keep; `nil` where nobody asks for places.
  var placement: Placement?
}

/// What the worker answers on its standard output.
///
/// A frame: the mark, one line of JSON, then the bytes of the picture. The count in the JSON tells a whole picture
/// from one that was cut off, and the mark tells an answer from whatever another program may print.
struct RenderAnswer: Sendable, Equatable {
  /// The picture, or why there is none.
  var outcome: Result<Picture, DiagramError>

  /// The frame.
  func encoded() throws -> [UInt8] {
    var heading = Heading()
    var bytes: [UInt8] = []
    switch outcome {
    case .success(let picture):
      heading = Heading(
        format: picture.format, engine: picture.engine, warnings: picture.warnings, count: picture.bytes.count,
        placement: picture.placement)
      bytes = picture.bytes
    case .failure(let error): heading.error = error
    }
    return RenderAnswer.mark + [UInt8](try JSONEncoder().encode(heading)) + [newline] + bytes
  }

  /// Reads a frame.
  init(encoded frame: [UInt8]) throws(DiagramError) {
    guard frame.starts(with: RenderAnswer.mark), let end = frame.firstIndex(of: newline, after: RenderAnswer.mark.count)
    else { throw .workerAnswer(problem: "its answer does not begin like one") }
    let heading: Heading
    do {
      heading = try JSONDecoder().decode(Heading.self, from: Data(frame[RenderAnswer.mark.count..<end]))
    } catch {
      throw .workerAnswer(problem: "the description of its answer cannot be read")
    }
    if let error = heading.error {
      outcome = .failure(error)
      return
    }
    let bytes = Array(frame[(end + 1)...])
    guard let format = heading.format, let engine = heading.engine, let count = heading.count, count == bytes.count
    else { throw .workerAnswer(problem: "its answer was cut off") }
    outcome = .success(
      Picture(
        bytes: bytes, format: format, engine: engine, warnings: heading.warnings, placement: heading.placement))
  }

  /// An answer with an outcome.
  init(_ outcome: Result<Picture, DiagramError>) { self.outcome = outcome }

  private static let mark = Array("cdograph-picture 1\n".utf8)

  private struct Heading: Codable {
    var format: PictureFormat?
    var engine: LayoutEngine?
    var warnings: [String] = []
    var count: Int?
    var placement: Placement?
    var error: DiagramError?
  }
}

private let newline = UInt8(ascii: "\n")

extension [UInt8] {
  fileprivate func firstIndex(of byte: UInt8, after start: Int) -> Int? { self[start...].firstIndex(of: byte) }
}
