/// The heads of arrows, by which colours of lines are told apart without colour: where two kinds of edge have the same pattern, they
/// have other heads.
public enum EdgeArrow: String, WrittenChoice, Sendable {
  /// A full triangle.
  case normal
  /// Two full triangles.
  case double
  /// A pointed wedge.
  case vee
  /// A full diamond.
  case diamond
  /// A full square.
  case box
  /// A full circle.
  case dot
  /// A bar across the line.
  case tee

  /// The name that Graphviz has for the head.
  ///
  /// - Parameter isOpen: Whether nothing is inside, as at made-up edges; heads that are all line become a triangle then.
  func graphvizName(isOpen: Bool) -> String {
    switch self {
    case .normal: isOpen ? "onormal" : "normal"
    case .double: isOpen ? "onormalonormal" : "normalnormal"
    case .vee, .tee: isOpen ? "onormal" : rawValue
    case .diamond, .box, .dot: (isOpen ? "o" : "") + rawValue
    }
  }

  /// The sign that stands for the head in the legend.
  var sign: String {
    switch self {
    case .normal: "\u{25B6}"
    case .double: "\u{25B6}\u{25B6}"
    case .vee: "\u{27A4}"
    case .diamond: "\u{25C6}"
    case .box: "\u{25A0}"
    case .dot: "\u{25CF}"
    case .tee: "\u{2502}"
    }
  }
}
