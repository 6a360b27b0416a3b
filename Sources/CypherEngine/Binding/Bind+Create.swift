import CypherSyntax
import GraphModel

extension Binder {
  /// `CREATE`: what is new is in scope afterwards.
  mutating func bindCreated(_ paths: [PathPattern]) throws(CypherError) -> BoundPattern {
    try bindCreated(paths, .create)
  }

  private mutating func bindCreated(
    _ paths: [PathPattern], _ purpose: PatternDraft.Purpose
  ) throws(CypherError) -> BoundPattern {
    var draft = PatternDraft(purpose)
    for path in paths { try declare(path, in: &draft) }
    let pattern = try bind(draft)
    for variable in draft.variables { scope.declare(variable) }
    return pattern
  }

  /// `MERGE … ON CREATE SET … ON MATCH SET …`.
  mutating func bindMerge(
    _ path: PathPattern, _ onCreate: [SetItem], _ onMatch: [SetItem]
  ) throws(CypherError) -> BoundClause.Kind {
    let pattern = try bindCreated([path], .merge)
    return .merge(pattern, onCreate: try bind(onCreate), onMatch: try bind(onMatch))
  }

  /// What cannot be made: paths of which some are chosen, repeated pieces, elements with conditions or with a choice of labels.
  func checkCreatable(_ path: PathPattern) throws(CypherError) {
    if path.selector != .all {
      throw .syntax(.unexpectedSyntax, "a path that is created cannot be one of several", at: path.range)
    }
    for part in path.parts {
      switch part {
      case .node(let node):
        if node.filter != nil { throw conditional(node.range) }
        if let labels = node.labels, !labels.isConjunction {
          throw .syntax(
            .unexpectedSyntax, "a node that is created has labels, not a choice of them", at: node.range,
            suggestion: "(:A:B)")
        }
      case .relationship(let relationship):
        if relationship.filter != nil { throw conditional(relationship.range) }
      case .group(let group):
        throw .syntax(.creatingVarLength, "a repeated piece of a path cannot be created", at: group.range)
      }
    }
  }

  private func conditional(_ range: SourceRange) -> CypherError {
    .syntax(.unexpectedSyntax, "what is created takes no condition", at: range)
  }

  /// A relationship that is made has one type, one length and, but for `MERGE`, a direction.
  func checkCreatable(_ relationship: RelationshipPattern, _ purpose: PatternDraft.Purpose) throws(CypherError) {
    if !purpose.creates { return }
    if relationship.length != nil {
      throw .syntax(
        .creatingVarLength, "a relationship that is created cannot have a variable length", at: relationship.range)
    }
    guard case .name? = relationship.types else {
      throw .syntax(
        .noSingleRelationshipType, "a relationship that is created has exactly one type", at: relationship.range,
        suggestion: "-[:TYPE]->")
    }
    if purpose == .create, relationship.arrow == .either {
      throw .syntax(
        .requiresDirectedRelationship, "a relationship that is created has a direction", at: relationship.range,
        suggestion: "--> or <--")
    }
  }
}

extension LabelExpression {
  /// Whether it is a plain list of names that all apply.
  var isConjunction: Bool {
    switch self {
    case .name: true
    case .and(let left, let right): left.isConjunction && right.isConjunction
    case .any, .not, .or: false
    }
  }
}
