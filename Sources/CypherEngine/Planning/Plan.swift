import CypherSyntax

/// A step of carrying out a query, with the steps before it.
///
/// Each step takes rows from ``input``, one at a time, and hands rows on. A plan is a chain: what has plans of its own inside
/// (optional matches, subqueries) runs them for each row.
struct Plan: Sendable {
  /// What it does with a row.
  let step: Step
  /// Where its rows come from; empty for the beginning of a chain.
  let inputs: [Plan]
  /// How many rows it is expected to hand on in all.
  let estimate: Double

  init(_ step: Step, after input: Plan? = nil, estimate: Double) {
    self.step = step
    inputs = input.map { [$0] } ?? []
    self.estimate = estimate
  }

  /// The step before, which every step but ``Step/argument`` has.
  var input: Plan { inputs[0] }

  /// The steps from the first to this one.
  var chain: [Plan] {
    var steps: [Plan] = []
    var plan = self
    while true {
      steps.append(plan)
      guard let before = plan.inputs.first else { return steps.reversed() }
      plan = before
    }
  }

  /// This plan as a mere beginning: one row, the current one.
  static let argument = Plan(.argument, estimate: 1)
}

/// A query as plans: one for each part of the union.
struct QueryPlan: Sendable {
  struct Part: Sendable {
    let plan: Plan
    let columns: [BoundColumn]
  }

  let parts: [Part]
  /// Whether repeated rows are dropped over all parts so far: for the whole union it is enough to know this at each part.
  let keepsRepeated: [Bool]
  let columns: [BoundColumn]
}

/// The kinds of steps.
indirect enum Step: Sendable {
  /// The current row, once.
  case argument

  // Finding nodes
  case scan(Slot)
  case labelScan(Slot, label: String)
  case seek(Slot, IndexAccess)
  /// Nodes by their ids: `WHERE id(n) = …`.
  case nodeByID(Slot, BoundExpression)

  // Following relationships
  case expand(Expansion)
  /// Counts the relationships of a known node instead of handing on a row for each.
  case expandCount(Expansion)
  /// A relationship, or a list of them, that is known: its ends are the nodes.
  case ends(KnownRelationship)
  case expandRepeated(Expansion, PatternLength, RepeatedConditions)
  case expandGroup(GroupExpansion)
  case shortest(ShortestSearch)
  case selectPaths(PathSelection)
  case buildPath(Slot, nodes: [Slot], steps: [PathStep])

  // Rows
  case filter([BoundExpression])
  case compute([BoundAssignment])
  case unwind(BoundExpression, Slot)
  /// Groups; `weight` says where it stands for how many rows the current one is.
  case aggregate(keys: [BoundAssignment], aggregates: [BoundAggregate], weight: Slot?)
  case distinct([Slot])
  case sort([BoundSortItem], limit: BoundExpression?, keeping: [Slot])
  case skip(BoundExpression)
  case limit(BoundExpression)
  /// Takes all rows before it hands on the first: a change must not be seen by a search that is still going on.
  case eager(keeping: [Slot])
  case optional(Plan, nulls: [Slot])
  case call(BoundProcedureCall)
  case subquery(QueryPlan, isOptional: Bool)
  case loadCSV(withHeaders: Bool, from: BoundExpression, Slot, terminator: BoundExpression?)

  // Changes
  case create(BoundPattern)
  case merge(BoundPattern, search: Plan, onCreate: [BoundSetItem], onMatch: [BoundSetItem])
  case set([BoundSetItem])
  case remove([BoundRemoveItem])
  case delete(isDetaching: Bool, [BoundExpression], keeping: [Slot])
  case forEach(Slot, in: BoundExpression, Plan)
}

/// How an index finds the nodes of a label.
struct IndexAccess: Sendable {
  /// What the property has to be.
  enum Condition: Sendable {
    case equals(BoundExpression)
    case isIn(BoundExpression)
    case startsWith(BoundExpression)
    case range(lower: Bound?, upper: Bound?)
  }

  /// One end of a range.
  struct Bound: Sendable {
    let expression: BoundExpression
    let isInclusive: Bool
  }

  let label: String
  let key: String
  let condition: Condition
}

/// Following one relationship from a node that is known.
struct Expansion: Sendable {
  /// The known node.
  let from: Slot
  /// The node at the far end.
  let to: Slot
  /// Whether the far node is known as well, so that the step only checks the connection.
  let isClosing: Bool
  /// Where the relationship goes; the list of relationships for repeated ones.
  let relationship: Slot
  /// Whether anything reads the relationship, or the relationships of a repeated expansion.
  let isNamed: Bool
  /// The types that it may have.
  let types: LabelExpression?
  /// The way to follow, seen from ``from``.
  let arrow: RelationshipPattern.Arrow
  /// Whether the step runs against the order of the pattern, so that lists of relationships have to be turned round.
  let isReversed: Bool
  /// Slots of relationships, and of lists of them, that this one must differ from.
  let differentFrom: [Slot]
  /// The labels that the far node must have; `nil` where none are asked for, or where they are checked elsewhere.
  var labels: LabelExpression?
}

/// Finding the ends of a relationship that an earlier clause has found.
struct KnownRelationship: Sendable {
  let relationship: Slot
  /// Whether the value is a list of relationships, which the path follows one by one.
  let length: PatternLength?
  let from: Slot
  let to: Slot
  let isFromKnown: Bool
  let isToKnown: Bool
  let types: LabelExpression?
  let arrow: RelationshipPattern.Arrow
  let differentFrom: [Slot]
}

/// What each relationship of a repeated expansion must meet.
struct RepeatedConditions: Sendable {
  /// Takes the single relationship while it is checked.
  let element: Slot
  /// All must hold.
  let conditions: [BoundExpression]
}

/// Following a repeated piece of a path.
struct GroupExpansion: Sendable {
  let from: Slot
  let to: Slot
  let isClosing: Bool
  /// One repetition: begins at ``start``, ends at ``end``.
  let repetition: Plan
  let start: Slot
  let end: Slot
  /// The slots of the relationships, or lists of them, of one repetition, in the order of the path.
  let relationships: [Slot]
  let length: PatternLength
  let exports: [(inner: Slot, outer: Slot)]
  let walked: Slot
  /// All slots that a repetition writes.
  let written: [Slot]
  /// Whether repetitions are found from the path's end towards its beginning.
  let isReversed: Bool
  let differentFrom: [Slot]
}

/// A search for the shortest ways between two known nodes.
struct ShortestSearch: Sendable {
  let from: Slot
  let to: Slot
  let relationship: Slot
  let types: LabelExpression?
  let arrow: RelationshipPattern.Arrow
  let length: PatternLength
  /// Whether the relationship's slot takes a list.
  let isList: Bool
  let selector: PathSelector
  let conditions: RepeatedConditions
  /// The path's slot, and conditions over the whole path that take part in the search.
  let path: Slot?
  let pathConditions: [BoundExpression]
}

/// Keeping, for each pair of ends, only some of the paths that ``search`` finds.
struct PathSelection: Sendable {
  /// Finds all the paths between the ends, which are known.
  let search: Plan
  /// What the path is made of, in order: their lengths add up to its length.
  let steps: [PathStep]
  let selector: PathSelector
  /// What has to be kept of each path.
  let keeping: [Slot]
}

/// What a path is put together from, between two of its nodes.
enum PathStep: Sendable {
  /// A single relationship.
  case relationship(Slot)
  /// A list of relationships.
  case list(Slot)
}
