import CypherEngine
import CypherSyntax
import GraphModel

extension CallableProcedure {
  /// A procedure that looks its rows up in a table.
  init(_ table: TCKProcedure) throws {
    let rows = try table.rows.map { row in try row.map { try SuiteValue(literal: $0).value() } }
    let inputCount = table.inputs.count
    self.init(
      name: table.name, summary: "A table of the suite.",
      parameters: table.inputs.map { Parameter($0.name, TypeSet(signature: $0.type)) },
      columns: table.outputs.map { ($0.name, TypeSet(signature: $0.type)) }
    ) { arguments, _ in
      rows.filter { row in zip(row.prefix(inputCount), arguments).allSatisfy { $0.equals($1) } }
        .map { Array($0.dropFirst(inputCount)) }
    }
  }
}

extension TypeSet {
  /// A type of a signature such as `INTEGER?`; the mark of nullable types says nothing that is not so anyway.
  fileprivate init(signature: String) {
    switch signature.filter({ $0 != "?" }) {
    case "STRING": self = .string
    case "INTEGER": self = .integer
    case "FLOAT": self = .float
    case "NUMBER": self = .number
    case "BOOLEAN": self = .boolean
    default: self = .any
    }
  }
}

extension Value {
  /// Whether an argument is what a table holds: numbers by value, null for null.
  fileprivate func equals(_ other: Value) -> Bool {
    if let number, let other = other.number { return number == other }
    return self == other
  }
}
