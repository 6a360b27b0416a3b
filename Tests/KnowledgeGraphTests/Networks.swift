import KnowledgeGraph
import TestSupport

/// The project's own data, read once for all tests.
enum Networks {
  /// What `Graph` holds.
  static let own = Result { try Workspace(folders: [Project.path("Graph")]) }

  /// The same with the made-up records over it.
  static let withExamples = Result {
    try Workspace(folders: [Project.path("Graph"), Project.path("Graph/examples")])
  }
}
