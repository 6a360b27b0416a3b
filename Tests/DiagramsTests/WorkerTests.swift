import Foundation
import Testing

@testable import Diagrams

/// The child process may do anything; the answer is a picture or an error that says what to do.
struct WorkerTests {
  private func check(
    _ executable: String, _ arguments: [String] = [], nodes: Int = 8, limit: Duration = .seconds(10),
    says words: String
  ) async {
    let worker = RenderWorker(executable: executable, arguments: arguments, timeLimit: limit)
    do throws(DiagramError) {
      _ = try await worker.render(SampleDiagrams.network(nodes), format: .svg)
      Issue.record("a picture from \(executable)")
    } catch {
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test func stopsAHangingProcess() async {
    await check(
      "/bin/sleep", ["300"], limit: .milliseconds(200), says: "did not finish 8 nodes within 0.2 s: draw fewer nodes")
  }

  /// A request that does not fit into the pipe waits for a reader.
  @Test func survivesAProcessThatDoesNotRead() async {
    await check("/bin/sleep", ["300"], nodes: 4_000, limit: .milliseconds(300), says: "did not finish 4000 nodes")
    await check("/bin/false", nodes: 4_000, says: "exit status 1")
    await check("/bin/echo", ["hello"], nodes: 4_000, says: "does not begin like one")
  }

  @Test func reportsADeadProcess() async {
    await check("/bin/false", says: "exit status 1")
    await check("/bin/sh", ["-c", "cat > /dev/null; echo ouch >&2; exit 3"], says: "ouch")
    await check("/bin/sh", ["-c", "cat > /dev/null; kill -SEGV $$"], says: "signal 11")
  }

  /// A crash ends in a sentence and not in the stacks of all threads.
  @Test func fallsSilently() async {
    await check(
      "/bin/sh", ["-c", "cat > /dev/null; echo \"backtrace: $SWIFT_BACKTRACE\" >&2; exit 3"],
      says: "backtrace: enable=no")
  }

  @Test func reportsNonsense() async {
    await check("/bin/echo", ["hello"], says: "does not begin like one")
    await check("/bin/sh", ["-c", "cat > /dev/null; printf 'cdograph-picture 1\\n{]\\n'"], says: "cannot be read")
    let heading = #"{"format":"svg","engine":"dot","warnings":[],"count":9}"#
    await check(
      "/bin/sh", ["-c", "cat > /dev/null; printf 'cdograph-picture 1\\n\(heading)\\nabc'"], says: "cut off")
  }

  @Test func reportsAMissingProgram() async {
    await check("/does/not/exist", says: "could not be started")
    await check("does-not-exist-anywhere", says: "could not be started")
  }

  @Test(arguments: [
    Result<Picture, DiagramError>.success(
      Picture(
        bytes: [0, 10, 255, 10], format: .png, engine: .sfdp, warnings: ["a\nb"],
        placement: Placement(places: [PagePoint(x: 1.5, y: -2), nil], scale: 3))),
    .failure(.tooLarge(nodes: 1, limit: 0)), .failure(.timeLimit(seconds: 1.5, nodes: 3, engine: .dot)),
  ])
  func answersTravelWhole(_ outcome: Result<Picture, DiagramError>) throws {
    #expect(try RenderAnswer(encoded: RenderAnswer(outcome).encoded()).outcome == outcome)
  }
}
