/// Why there is no picture, with the way out where there is one.
public enum DiagramError: Error, Codable, Sendable, Equatable {
  /// The diagram has more nodes than anyone can read.
  case tooLarge(nodes: Int, limit: Int)
  /// Two nodes have one id.
  case duplicateNode(String)
  /// An edge refers to a node that does not exist.
  case missingNode(edge: Int, node: Int)
  /// A file that says how to draw is wrong.
  case file(FileFault)
  /// A style sheet cannot be used; the pointer is empty when it is all of it.
  case styleSheet(pointer: String, problem: String)
  /// A file of places cannot be used.
  case places(problem: String)
  /// A file of pairs, tables or teams cannot be used.
  case match(problem: String)
  /// Graphviz refused to lay out or to render.
  case graphviz(step: String, message: String)
  /// The worker did not answer in time and was stopped.
  case timeLimit(seconds: Double, nodes: Int, engine: LayoutEngine)
  /// The worker could not be started.
  case workerNotStarted(path: String, reason: String)
  /// The worker died; `status` is its exit status or, with a minus, the signal that ended it.
  case workerDied(status: Int, messages: String)
  /// The worker answered something else than a picture.
  case workerAnswer(problem: String)
}

/// What is wrong in a file, and where.
public struct FileFault: Codable, Sendable, Equatable, CustomStringConvertible {
  /// The file, as it was given.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
  /// The JSON pointer (RFC 6901) of the value; empty for the whole document.
  public let pointer: String
  /// What is wrong, and what to do where that does not follow.
  public let problem: String

  /// `file:line:column: /pointer: what is wrong`, the form that editors jump to.
  public var description: String { "\(file):\(line):\(column): \(pointer.isEmpty ? "" : "\(pointer): ")\(problem)" }
}

extension DiagramError: CustomStringConvertible {
  /// One or two sentences for the user.
  public var description: String {
    switch self {
    case .tooLarge(let nodes, let limit):
      "a picture of \(nodes) nodes cannot be read (limit \(limit)): draw a part of it"
    case .duplicateNode(let id): "two nodes of the diagram have the id '\(id)'"
    case .missingNode(let edge, let node): "edge \(edge) of the diagram refers to node \(node), which does not exist"
    case .styleSheet("", let problem): "the style sheet cannot be read: \(problem)"
    case .styleSheet(let pointer, let problem): "style sheet, at \(pointer): \(problem)"
    case .file(let fault): "\(fault)"
    case .places(let problem): "the file of places cannot be used: \(problem)"
    case .match(let problem): "the match file cannot be used: \(problem)"
    case .graphviz(let step, let message):
      "Graphviz could not \(step) the picture\(message.isEmpty ? "" : ": \(message)")"
    case .timeLimit(let seconds, let nodes, _):
      "Graphviz did not finish \(nodes) nodes within \(DiagramError.text(seconds)) s: draw fewer nodes"
    case .workerNotStarted(let path, let reason): "the drawing process '\(path)' could not be started: \(reason)"
    case .workerDied(let status, let messages):
      "Graphviz ended unexpectedly (\(status < 0 ? "signal \(-status)" : "exit status \(status)")): "
        + "try another engine or draw fewer nodes\(messages.isEmpty ? "" : "\n\(messages)")"
    case .workerAnswer(let problem): "the drawing process gave no picture: \(problem)"
    }
  }

  private static func text(_ seconds: Double) -> String {
    Double(Int(clamping: Int64(seconds))) == seconds ? String(Int(seconds)) : String(seconds)
  }
}
