public import Foundation
public import Testing

/// The project's own folder, found from this file.
public enum Project {
  /// The folder with Package.swift.
  public static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder of the project, by its path from the top.
  public static func path(_ relative: String) -> String { folder.appendingPathComponent(relative).path }
}

/// The conformance suites, which lie beside the project and are not part of it.
public enum Suites {
  /// Where they lie, when they do.
  public static let folder = Project.folder.deletingLastPathComponent().appendingPathComponent("shared")

  /// Whether they are there.
  public static let exist = FileManager.default.fileExists(atPath: folder.path)

  /// What a test says that needs them where they are not.
  public static let skipped: Comment = "skipped: no ../shared"
}
