package import CypherSyntax

/// A pattern as a small graph: nodes, the steps between them, and the paths that run through both.
package struct BoundPattern: Sendable {
  /// The nodes; one that occurs several times in the text is one element.
  package let nodes: [BoundNode]
  /// The steps in the order of the text.
  package let steps: [BoundStep]
  /// The paths of the text in order, each as the nodes and steps that it runs through.
  package let paths: [BoundPath]

  /// Describes a pattern.
  package init(nodes: [BoundNode], steps: [BoundStep], paths: [BoundPath]) {
    self.nodes = nodes
    self.steps = steps
    self.paths = paths
  }
}

/// A node of a pattern.
package struct BoundNode: Sendable {
  /// Where the node's value goes; a hidden slot for one without a name.
  package let slot: Slot
  /// Whether an earlier clause has given it a value.
  package let isBound: Bool
  /// What labels it has; several mentions are joined by "and".
  package let labels: LabelExpression?
  /// Properties that it has, or that it is created with.
  package let properties: [(key: String, value: BoundExpression)]
  /// A parameter (or another map) with properties: only one of both forms is used by one mention.
  package let propertyMap: BoundExpression?
  /// A condition inside the parentheses; several are joined by "and".
  package let filter: BoundExpression?
  /// Where it stands first.
  package let range: SourceRange

  package init(
    slot: Slot, isBound: Bool, labels: LabelExpression?, properties: [(key: String, value: BoundExpression)],
    propertyMap: BoundExpression?, filter: BoundExpression?, range: SourceRange
  ) {
    self.slot = slot
    self.isBound = isBound
    self.labels = labels
    self.properties = properties
    self.propertyMap = propertyMap
    self.filter = filter
    self.range = range
  }
}

/// A step from one node of a pattern to another.
package struct BoundStep: Sendable {
  /// What is walked.
  package enum Kind: Sendable {
    /// One relationship, or several in a row.
    case relationship(BoundRelationship)
    /// A piece of a path that is repeated.
    case group(BoundGroup)
  }

  /// What is walked.
  package let kind: Kind
  /// The position in ``BoundPattern/nodes`` of the node on the left.
  package let from: Int
  /// The position in ``BoundPattern/nodes`` of the node on the right.
  package let to: Int

  package init(_ kind: Kind, from: Int, to: Int) {
    self.kind = kind
    self.from = from
    self.to = to
  }
}

/// A relationship of a pattern.
package struct BoundRelationship: Sendable {
  /// Where the relationship goes, or the list of relationships where ``length`` is given; hidden for one without a name.
  package let slot: Slot
  /// Whether an earlier clause has given it a value.
  package let isBound: Bool
  /// What types it has.
  package let types: LabelExpression?
  /// How many relationships; `nil` for exactly one that is no list.
  package let length: PatternLength?
  /// Properties that it has (each one of them, where the length varies), or that it is created with.
  package let properties: [(key: String, value: BoundExpression)]
  /// A parameter with properties.
  package let propertyMap: BoundExpression?
  /// A condition inside the brackets, which reads the relationship from ``element``.
  package let filter: BoundExpression?
  /// A slot for the single relationship while a condition is checked; equal to ``slot`` where ``length`` is `nil`.
  package let element: Slot
  /// The way it points, seen from the left node.
  package let arrow: RelationshipPattern.Arrow
  /// Whether its name is used anywhere, so that a list has to be made.
  package let isNamed: Bool
  /// Where it stands.
  package let range: SourceRange

  package init(
    slot: Slot, isBound: Bool, types: LabelExpression?, length: PatternLength?,
    properties: [(key: String, value: BoundExpression)], propertyMap: BoundExpression?, filter: BoundExpression?,
    element: Slot, arrow: RelationshipPattern.Arrow, isNamed: Bool, range: SourceRange
  ) {
    self.slot = slot
    self.isBound = isBound
    self.types = types
    self.length = length
    self.properties = properties
    self.propertyMap = propertyMap
    self.filter = filter
    self.element = element
    self.arrow = arrow
    self.isNamed = isNamed
    self.range = range
  }
}

/// A piece of a path that is repeated, with variables of its own that become lists outside.
package struct BoundGroup: Sendable {
  /// A chain: node 0 and the last node are the ends of one repetition; all its slots belong to the group alone.
  package let pattern: BoundPattern
  /// A condition on each repetition.
  package let filter: BoundExpression?
  /// How often.
  package let length: PatternLength
  /// For each variable inside, the slot outside that takes the list of its values.
  package let exports: [(inner: Slot, outer: Slot)]
  /// A slot that takes the alternating list of all relationships walked, for paths and uniqueness.
  package let walked: Slot

  package init(
    pattern: BoundPattern, filter: BoundExpression?, length: PatternLength, exports: [(inner: Slot, outer: Slot)],
    walked: Slot
  ) {
    self.pattern = pattern
    self.filter = filter
    self.length = length
    self.exports = exports
    self.walked = walked
  }
}

/// A path of a pattern.
package struct BoundPath: Sendable {
  /// Where the path's value goes; `nil` for a path without a name.
  package let slot: Slot?
  /// Which of the matching paths count.
  package let selector: PathSelector
  /// The nodes that it runs through, as positions in ``BoundPattern/nodes``; one more than ``steps``.
  package let nodes: [Int]
  /// The steps that it runs through, as positions in ``BoundPattern/steps``.
  package let steps: [Int]

  package init(slot: Slot?, selector: PathSelector, nodes: [Int], steps: [Int]) {
    self.slot = slot
    self.selector = selector
    self.nodes = nodes
    self.steps = steps
  }
}
