import Foundation

/// A Python interpreter for independent checks, where the machine has one.
public enum Python {
  /// What a script printed, and how it ended.
  public struct Result: Sendable {
    /// The exit status.
    public let status: Int32
    /// Standard output and standard error, in this order.
    public let output: String
  }

  /// Whether an interpreter with the package `jsonschema` was found.
  public static let hasJSONSchema = interpreter != nil

  /// Debian's package is seen only by Debian's own interpreter, so both are tried.
  private static let interpreter: String? = ["python3", "/usr/bin/python3"].first { name in
    (try? run(["-c", "from jsonschema import Draft202012Validator"], with: name))?.status == 0
  }

  /// Runs a script with its arguments.
  public static func run(_ arguments: [String]) throws -> Result { try run(arguments, with: interpreter ?? "python3") }

  /// Runs a script with an interpreter that has a package; `nil` where none has.
  public static func run(_ arguments: [String], needing package: String) throws -> Result? {
    try interpreter(with: package).map { try run(arguments, with: $0) }
  }

  /// Whether an interpreter with a package was found.
  public static func has(_ package: String) -> Bool { interpreter(with: package) != nil }

  private static func interpreter(with package: String) -> String? {
    ["python3", "/usr/bin/python3"].first { (try? run(["-c", "import \(package)"], with: $0))?.status == 0 }
  }

  private static func run(_ arguments: [String], with interpreter: String) throws -> Result {
    let process = try RunningProgram.run("/usr/bin/env", [interpreter] + arguments)
    return Result(status: process.status, output: process.output + process.errors)
  }
}
