import CypherSyntax
import GraphModel
import GraphStore

/// Which types of relationships a pattern admits, as the numbers that the graph gives to types.
///
/// Names are looked up again only when the graph has learnt new ones.
final class TypeFilter {
  private let types: LabelExpression?
  private let names: [String]?
  @exclusivity(unchecked) private var lookups: [UInt16?] = []
  @exclusivity(unchecked) private var knownTokens = -1
  @exclusivity(unchecked) private var admitted: [Bool] = []

  init(_ types: LabelExpression?) {
    self.types = types
    names = types.flatMap(\.alternatives)?.sorted()
  }

  /// Whether ``tokens(in:)`` alone says what is admitted.
  var isExact: Bool { types == nil || names != nil }

  /// The types to look up one after the other, in the order of the graph; `[nil]` for all at once.
  func tokens(in graph: GraphReader) -> [UInt16?] {
    refresh(graph.typeTokenCount, graph)
    return lookups
  }

  /// Whether a type is admitted.
  func admits(_ token: UInt16, _ graph: GraphReader) -> Bool {
    refresh(graph.typeTokenCount, graph)
    return admitted[Int(token)]
  }

  private func refresh(_ count: Int, _ graph: GraphReader) {
    if count == knownTokens { return }
    knownTokens = count
    if let names {
      lookups = names.compactMap { graph.token(of: EdgeType($0)) }.sorted().map { $0 }
    } else {
      lookups = [nil]
    }
    admitted = (0..<count).map { token in types?.admits { graph.typeName(of: UInt16(token)) == $0 } ?? true }
  }
}

extension LabelExpression {
  /// Whether the expression holds for something that has just the names for which the closure answers yes.
  func admits(_ has: (String) -> Bool) -> Bool {
    switch self {
    case .name(let name): has(name.text)
    case .any: true
    case .not(let inner): !inner.admits(has)
    case .and(let left, let right): left.admits(has) && right.admits(has)
    case .or(let left, let right): left.admits(has) || right.admits(has)
    }
  }
}
