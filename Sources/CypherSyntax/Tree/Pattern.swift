/// A path of nodes and relationships that the graph is searched for, or that is created.
public struct PathPattern: Hashable, Sendable {
  /// The variable that takes the path.
  public let variable: Name?
  /// Which of the matching paths count.
  public let selector: PathSelector
  /// Nodes, relationships and quantified groups in order, beginning and ending with a node or a group.
  public let parts: [PatternPart]
  /// Where it stands.
  public let range: SourceRange

  /// Describes a path.
  public init(variable: Name?, selector: PathSelector, parts: [PatternPart], range: SourceRange) {
    self.variable = variable
    self.selector = selector
    self.parts = parts
    self.range = range
  }
}

/// Which of the matching paths between two nodes count.
public enum PathSelector: Hashable, Sendable {
  /// All of them.
  case all
  /// `shortestPath(…)`: one of the shortest.
  case shortestPath
  /// `allShortestPaths(…)`: each of the shortest.
  case allShortestPaths
  /// `SHORTEST k`, `ANY SHORTEST` (k = 1), `ANY` (k = 1): the k shortest, for each pair of end nodes.
  case shortest(Int)
  /// `ALL SHORTEST`: each of the shortest, for each pair of end nodes.
  case allShortest
  /// `SHORTEST k GROUPS`: all paths of the k smallest lengths, for each pair of end nodes.
  case shortestGroups(Int)
  /// `CHEAPEST k BY key`: the k paths with the smallest sums of a property of their relationships.
  case cheapest(Int, by: Name)
}

/// One part of a path.
public indirect enum PatternPart: Hashable, Sendable {
  /// `(n:Label {key: value})`.
  case node(NodePattern)
  /// `-[r:TYPE]->`.
  case relationship(RelationshipPattern)
  /// `((a)-[r]->(b) WHERE condition){1,3}`.
  case group(QuantifiedGroup)
}

/// A node that is searched for, or created.
public struct NodePattern: Hashable, Sendable {
  /// The variable that takes the node.
  public let variable: Name?
  /// What labels it has.
  public let labels: LabelExpression?
  /// A map or a parameter with properties that it has.
  public let properties: Expression?
  /// A condition inside the parentheses.
  public let filter: Expression?
  /// Where it stands.
  public let range: SourceRange

  /// Describes a node.
  public init(
    variable: Name?, labels: LabelExpression?, properties: Expression?, filter: Expression?, range: SourceRange
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.filter = filter
    self.range = range
  }
}

/// A relationship that is searched for, or created.
public struct RelationshipPattern: Hashable, Sendable {
  /// The way a relationship points, seen in the order of the pattern.
  public enum Arrow: Hashable, Sendable {
    /// `-->`.
    case right
    /// `<--`.
    case left
    /// `--` and `<-->`.
    case either
  }

  /// The variable that takes the relationship, or the list of relationships where the length varies.
  public let variable: Name?
  /// What types it has.
  public let types: LabelExpression?
  /// How many relationships: `*1..3`, and the quantifiers `+`, `*`, `{1,3}` after the arrow; `nil` for exactly one.
  public let length: PatternLength?
  /// A map or a parameter with properties that it has.
  public let properties: Expression?
  /// A condition inside the brackets.
  public let filter: Expression?
  /// The way it points.
  public let arrow: Arrow
  /// Where it stands.
  public let range: SourceRange

  /// Describes a relationship.
  public init(
    variable: Name?, types: LabelExpression?, length: PatternLength?, properties: Expression?, filter: Expression?,
    arrow: Arrow, range: SourceRange
  ) {
    self.variable = variable
    self.types = types
    self.length = length
    self.properties = properties
    self.filter = filter
    self.arrow = arrow
    self.range = range
  }
}

/// How often something is repeated.
public struct PatternLength: Hashable, Sendable {
  /// At least so often.
  public let minimum: Int
  /// At most so often; `nil` without bound.
  public let maximum: Int?

  /// Describes a number of repetitions.
  public init(minimum: Int, maximum: Int?) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// A piece of a path that is repeated; its variables become lists outside of it.
public struct QuantifiedGroup: Hashable, Sendable {
  /// Nodes and relationships in order, beginning and ending with a node.
  public let parts: [PatternPart]
  /// A condition on each repetition.
  public let filter: Expression?
  /// How often.
  public let length: PatternLength
  /// Where it stands.
  public let range: SourceRange

  /// Describes a repeated piece.
  public init(parts: [PatternPart], filter: Expression?, length: PatternLength, range: SourceRange) {
    self.parts = parts
    self.filter = filter
    self.length = length
    self.range = range
  }
}

/// What labels a node, or types a relationship, has.
public indirect enum LabelExpression: Hashable, Sendable {
  /// That one.
  case name(Name)
  /// `%`: any.
  case any
  /// `!a`.
  case not(LabelExpression)
  /// `a & b`, `:A:B`.
  case and(LabelExpression, LabelExpression)
  /// `a | b`.
  case or(LabelExpression, LabelExpression)
}
