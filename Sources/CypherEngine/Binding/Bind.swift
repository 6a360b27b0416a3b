import CypherSyntax

/// Resolves the names of a query and checks all that can be checked without a graph.
///
/// Every variable, hidden ones included, gets a slot of its own; functions and procedures are looked up; aggregations are taken
/// out of expressions; short forms (chains of comparisons, patterns as conditions, `*`) are written out. What comes out does not
/// depend on the values of parameters, so that a plan can be used again with others.
///
/// - Parameters:
///   - query: The tree that the parser has made.
///   - procedures: What `CALL` finds.
///   - functions: What expressions can call.
/// - Throws: What is wrong with the query, with its place: an unknown name, a wrong type, an aggregation where none can be.
/// - Complexity: O(nodes of the tree · variables in scope).
func bind(
  _ query: Query, procedures: [CallableProcedure] = [], functions: FunctionNames = .standard
) throws(CypherError) -> BoundStatement {
  var binder = Binder(functions: functions, procedures: procedures)
  let isStandaloneCall = query.isProcedureCall
  let bound = try isStandaloneCall ? binder.bindStandaloneCall(query) : binder.bind(query)
  return BoundStatement(
    query: bound, slotCount: binder.slotCount, slotNames: binder.slotNames, isUpdating: bound.isUpdating,
    mentioned: binder.mentioned)
}

/// The functions that expressions can call, by their names in lower case.
struct FunctionNames: Sendable {
  let functions: [String: Function]
  let aggregations: [String: Aggregation]

  /// All that the engine offers.
  static let standard = FunctionNames(FunctionCatalog.all, AggregationCatalog.all)

  init(_ functions: [Function], _ aggregations: [Aggregation]) {
    self.functions = Dictionary(functions.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    self.aggregations = Dictionary(
      aggregations.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What is known while a statement is bound.
struct Binder {
  let functions: FunctionNames
  let procedures: [CallableProcedure]
  /// The names that can be used at this point.
  var scope = Scope()
  /// What an aggregation means at this point.
  var aggregating = Aggregating.refused
  /// The aggregations of the current projection.
  var aggregates: [BoundAggregate] = []
  /// Whether only constants are allowed, which `SKIP` and `LIMIT` ask for: the name of the clause.
  var constantClause: String?
  /// Whether clauses may change the graph; not inside of expressions.
  var allowsChanges = true
  /// What is known of the elements of lists in slots.
  var elementTypes: [Slot: TypeSet] = [:]
  var slotCount = 0
  var slotNames: [Slot: String] = [:]
  var mentioned = MentionedNames()

  /// What an aggregation means where an expression stands.
  enum Aggregating {
    /// There is no projection that could compute it.
    case refused
    /// The projection computes it.
    case collected
    /// It must be one that the projection computes anyway: `ORDER BY`. The variables in these slots are gone by then.
    case compared(gone: Set<Slot>)
    /// It stands inside another one.
    case nested
  }

  init(functions: FunctionNames, procedures: [CallableProcedure]) {
    self.functions = functions
    self.procedures = procedures
  }

  /// A slot for a value without a name.
  mutating func hiddenSlot() -> Slot {
    defer { slotCount += 1 }
    return slotCount
  }

  /// A slot for a variable.
  mutating func slot(named name: String) -> Slot {
    slotNames[slotCount] = name
    return hiddenSlot()
  }

  /// Brings a new variable into scope.
  mutating func declare(_ name: String, _ types: TypeSet, elements: TypeSet = .any) -> Slot {
    let slot = slot(named: name)
    elementTypes[slot] = elements
    scope.declare(Variable(name: name, slot: slot, types: types))
    return slot
  }

  /// Brings a new variable into scope that must not be there yet.
  mutating func declareNew(_ name: Name, _ types: TypeSet, elements: TypeSet = .any) throws(CypherError) -> Slot {
    if scope[name.text] != nil { throw alreadyBound(name) }
    return declare(name.text, types, elements: elements)
  }

  /// The variable that a name means here.
  func variable(_ name: Name) throws(CypherError) -> Variable {
    if let variable = scope[name.text] { return variable }
    throw undefined(name.text, at: name.range)
  }
}
