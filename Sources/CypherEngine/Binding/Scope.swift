import CypherSyntax
import GermanText

/// A variable that can be used.
struct Variable {
  let name: String
  let slot: Slot
  /// What its value may be, as far as known.
  let types: TypeSet
}

/// The variables that can be used at one point of a statement.
struct Scope {
  /// Those of the query itself, in order of introduction.
  private(set) var variables: [Variable] = []
  /// Those of the queries around it, which stay visible throughout.
  private(set) var outer: [Variable] = []

  /// An empty scope, or one that begins with variables.
  init(_ variables: [Variable] = [], outer: [Variable] = []) {
    self.variables = variables
    self.outer = outer
  }

  /// The variable of a name; a later one hides those before.
  subscript(name: String) -> Variable? {
    variables.last { $0.name == name } ?? outer.last { $0.name == name }
  }

  /// All variables, each name once, in order of introduction.
  var visible: [Variable] {
    let all = outer + variables
    return all.indices.filter { index in !all[(index + 1)...].contains { $0.name == all[index].name } }.map { all[$0] }
  }

  /// The slots of all variables.
  var slots: [Slot] { visible.map(\.slot) }

  mutating func declare(_ variable: Variable) { variables.append(variable) }

  /// The scope at the beginning of a query inside of an expression: everything is visible, nothing is its own.
  var enclosed: Scope { Scope(outer: visible) }

  /// The scope after a projection: its columns, and what surrounds the query.
  func projected(to columns: [Variable]) -> Scope { Scope(columns, outer: outer) }
}

extension Binder {
  func undefined(_ name: String, at range: SourceRange) -> CypherError {
    let suggestion = nearest(to: name, among: scope.visible.map(\.name)).first
    return .syntax(
      .undefinedVariable, "the variable '\(name)' is not defined", at: range,
      suggestion: suggestion.map { "did you mean '\($0)'?" })
  }

  /// A variable that is read after the rows that gave it its values have been joined.
  func gone(_ variable: LostVariable) -> CypherError {
    let name = slotNames[variable.slot] ?? ""
    return .syntax(
      .undefinedVariable, "the variable '\(name)' is gone: after DISTINCT or an aggregation only the columns are left",
      at: variable.range, suggestion: "make what is needed of it a column")
  }

  func alreadyBound(_ name: Name) -> CypherError {
    .syntax(.variableAlreadyBound, "the variable '\(name.text)' has a meaning already", at: name.range)
  }

  func conflict(_ name: Name, with types: TypeSet, wanted: String) -> CypherError {
    .syntax(
      .variableTypeConflict, "'\(name.text)' is \(types.description), so it cannot be used as \(wanted)", at: name.range
    )
  }
}

extension TypeSet {
  /// The types in words for messages: "a node", "a list or a map".
  var description: String {
    if self == .any || isEmpty { return "a value" }
    var open = self
    var names: [String] = []
    for (types, name) in Self.names where types.isSubset(of: open) {
      names.append(name)
      open.subtract(types)
    }
    return names.joined(separator: " or ")
  }

  /// Larger families first.
  private static let names: [(types: TypeSet, name: String)] = [
    (.instant, "a date or time"), (.number, "a number"), (.boolean, "a truth value"), (.integer, "an integer"),
    (.float, "a float"), (.string, "a text"), (.list, "a list"), (.map, "a map"), (.node, "a node"),
    (.relationship, "a relationship"), (.path, "a path"), (.date, "a date"), (.localTime, "a local time"),
    (.time, "a time"), (.localDateTime, "a local date and time"), (.dateTime, "a date and time"),
    (.duration, "a duration"), (.point, "a point"),
  ]

  /// Whether a value that is known to be one of these types can never be one of those asked for; null fits everywhere.
  func excludes(_ wanted: TypeSet) -> Bool { !isEmpty && isDisjoint(with: wanted) }
}
