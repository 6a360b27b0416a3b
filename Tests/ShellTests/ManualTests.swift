import Foundation
import TestSupport
import Testing

/// What is installed beside the program.
@Suite("Manual page and completion") struct ManualTests {
  private static func has(_ program: String) -> Bool {
    (try? RunningProgram.run("/usr/bin/env", ["which", program]))?.status == 0
  }

  private func printed(_ arguments: [String]) throws -> String {
    let result = try RunningProgram.run(RunningProgram.cdograph, arguments)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    return result.output
  }

  @Test(
    .enabled(if: has("groff"), "skipped: no groff"),
    arguments: [("de", "BEZEICHNUNG", "Diese Hilfe zeigen."), ("en", "NAME", "Show this help.")])
  func `the manual page is sound in each language`(language: String, title: String, help: String) throws {
    let page = try printed(["manual", "--lang", language])
    #expect(page.contains(".SH \(title)\n") && page.contains(help))
    #expect(page.contains(".SS cdograph match pairs\n") && page.contains("\\-\\-topic <"))
    try withFolder { folder in
      try Data(page.utf8).write(to: URL(fileURLWithPath: folder + "/cdograph.1"))
      let words = ["groff", "-man", "-k", "-Tutf8", "-ww", "-z", folder + "/cdograph.1"]
      let result = try RunningProgram.run("/usr/bin/env", words)
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    }
  }

  /// Shells that are not there are left out; bash is.
  @Test(arguments: ["bash", "zsh", "fish"], ["de", "en"])
  func `completion scripts can be read by their shells`(shell: String, language: String) throws {
    let script = try printed(["--lang", language, "--generate-completion-script", shell])
    #expect(script.contains("transfer"))
    #expect(!script.contains("Show help information.") && !script.contains("Show the version."))
    if shell != "bash" {
      #expect(
        script.contains(language == "de" ? "Ein Thema; für mehrere wiederholen." : "A topic; repeat it for several."))
    }
    guard Self.has(shell) else { return }
    try withFolder { folder in
      try Data(script.utf8).write(to: URL(fileURLWithPath: folder + "/script"))
      let result = try RunningProgram.run("/usr/bin/env", [shell, "-n", folder + "/script"])
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    }
  }
}
