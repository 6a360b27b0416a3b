import TestSupport
import Testing

@Suite struct TerminalTests {
  /// A whole session in a pseudo-terminal: umlauts, completion, history, ^C, ^R, resizing, pipes.
  @Test func `the shell works on a terminal`() throws {
    let script = Project.path("Tests/ShellTests/terminal.py")
    let result = try RunningProgram.run("/usr/bin/env", ["python3", script, RunningProgram.cdograph])
    #expect(result.status == 0, "\(result.output)\n\(result.errors)")
  }
}
