import Foundation

/// Runs a test with a folder that holds the given files, and removes it afterwards.
public func withFolder<Result>(_ files: [String: String] = [:], _ body: (String) throws -> Result) throws -> Result {
  let folder = try makeFolder(files)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Runs a test with a folder that holds the given files, and removes it afterwards.
public func withFolder<Result>(
  _ files: [String: String] = [:], _ body: (String) async throws -> Result
) async throws -> Result {
  let folder = try makeFolder(files)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

private func makeFolder(_ files: [String: String]) throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cdograph-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
  return folder
}
