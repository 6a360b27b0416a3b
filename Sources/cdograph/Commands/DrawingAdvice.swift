import Diagrams
import GraphModel

/// What helps where a picture is too large or takes too long: options that go with those that were given.
struct DrawingAdvice {
  /// Such as `--filter`; none where nobody can choose what is drawn.
  var smaller: [String] = []
  /// Whether the user may choose the layout.
  var mayChooseEngine = false
  /// Whether the user may give more time.
  var mayWait = false

  /// A statement chooses by itself what it answers.
  static let ofStatement = DrawingAdvice(smaller: ["LIMIT"])

  /// What is said of an error, with the advice in it.
  func message(for error: DiagramError) -> String {
    guard !smaller.isEmpty else { return error.description }
    let options = " (\(smaller.joined(separator: ", ")))"
    guard case .timeLimit(_, _, let engine) = error else {
      if case .tooLarge = error { return error.description + options }
      return error.description
    }
    let isSlow = [.dot, .neato, .fdp, .twopi, .circo].contains(engine)
    let engineAdvice = mayChooseEngine && isSlow ? ", choose another layout (--engine sfdp)" : ""
    return error.description + options + (mayWait ? engineAdvice + " or give it more time (--timeout)" : "")
  }
}

extension DiagramCommand {
  /// What would make this picture smaller or faster.
  var advice: DrawingAdvice {
    var smaller: [String] = []
    if subject.around != nil, let depth = subject.depth, depth > 1 { smaller.append("--depth \(depth - 1)") }
    if let count = subject.k, count > 1 { smaller.append("--k \(count - 1)") }
    if subject.query != nil { smaller.append("LIMIT") }
    smaller.append("--filter")
    if shape.full {
      smaller.append(Wording("ohne --full", "without --full")[Console.language])
    } else if shape.aggregateBy == nil, shape.clusterBy == nil {
      smaller.append("--aggregate-by land")
    }
    return DrawingAdvice(
      smaller: smaller, mayChooseEngine: shape.clusterBy == nil && shape.positions == nil, mayWait: timeLimit < 3600)
  }
}
