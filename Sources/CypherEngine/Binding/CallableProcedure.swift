package import CypherSyntax
package import GraphModel
package import GraphStore

/// A procedure that `CALL` can run: what the graph's own catalogue, the engine, or a test offers.
package struct CallableProcedure: Sendable {
  /// The name with its dots; calls ignore case.
  package let name: String
  /// What it computes, in one sentence.
  package let summary: String
  /// What it takes, in order.
  package let parameters: [Parameter]
  /// A statement that calls it on the project's own data; empty where nobody wrote one.
  package let example: String
  /// What its rows hold, in order.
  package let columns: [(name: String, types: TypeSet)]
  private let body: @Sendable ([Value], QueryContext) throws(CypherError) -> [[Value]]

  /// Something that a procedure takes.
  package struct Parameter: Sendable {
    package let name: String
    /// What it may be; integers are taken for floats.
    package let accepts: TypeSet
    /// The value when the call does not give one; nil where it must.
    package let standard: Value?

    package init(_ name: String, _ accepts: TypeSet, standard: Value? = nil) {
      self.name = name
      self.accepts = accepts
      self.standard = standard
    }
  }

  /// Describes a procedure.
  package init(
    name: String, summary: String, parameters: [Parameter], columns: [(name: String, types: TypeSet)],
    example: String = "", run: @escaping @Sendable ([Value], QueryContext) throws(CypherError) -> [[Value]]
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.columns = columns
    self.example = example
    body = run
  }

  /// Computes the rows.
  package func run(_ arguments: [Value], _ context: QueryContext) throws(CypherError) -> [[Value]] {
    try body(arguments, context)
  }

  /// The procedure over another graph than that of the statement.
  package func over(_ graph: @escaping @Sendable (PropertyGraph) -> PropertyGraph) -> CallableProcedure {
    let body = body
    return CallableProcedure(
      name: name, summary: summary, parameters: parameters, columns: columns, example: example
    ) {
      arguments, context throws(CypherError) in try body(arguments, context.over(graph(context.graph)))
    }
  }
}
