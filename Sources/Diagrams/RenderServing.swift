import CGraphviz
import Foundation

/// Answers one request of a ``RenderWorker``: reads standard input to its end, draws, writes the answer to standard
/// output. The hidden command of the child process calls it and nothing else.
///
/// Bounds its own memory to 4 GiB and its processor time to ten minutes: the last defence when the parent died and
/// nobody is left to end a layout that does not.
///
/// - Returns: The exit status: 0 when an answer was written, be it a picture or an error.
public func serveRenderRequest() -> Int32 {
  cgv_end_with_parent()
  cgv_limit_process(4 << 30, 600)
  // cairo writes the hour of the place into a PDF; equal diagrams shall give equal files everywhere.
  setenv("TZ", "UTC0", 1)
  do {
    let input = try FileHandle.standardInput.readToEnd() ?? Data()
    let answer = RenderAnswer(outcome(of: input))
    try FileHandle.standardOutput.write(contentsOf: Data(answer.encoded()))
    return 0
  } catch {
    return 74  // EX_IOERR of sysexits.h
  }
}

private func outcome(of input: Data) -> Result<Picture, DiagramError> {
  let request: RenderRequest
  do {
    request = try JSONDecoder().decode(RenderRequest.self, from: input)
  } catch {
    return .failure(.workerAnswer(problem: "the request cannot be read (\(error))"))
  }
  return Result { () throws(DiagramError) in
    try drawPicture(
      of: request.diagram, style: request.style, format: request.format, engine: request.engine,
      keeping: request.placement)
  }
}
