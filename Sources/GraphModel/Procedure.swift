/// An operation on a graph that answers with rows, and all that help, completion, the command line and the query
/// language need to know of it.
public struct Procedure: Sendable {
  /// The name, `topic.verbOrNoun`: `centrality.pageRank`.
  public let name: String
  /// What it computes, in one sentence.
  public let summary: String
  /// What it takes, in order.
  public let parameters: [Parameter]
  /// What its rows hold, in order.
  public let columns: [Column]
  /// A call with arguments that works on any graph: `cdograph run` takes it as it stands.
  public let example: String
  /// Computes the rows.
  public let run: @Sendable (ProcedureCall) throws(ProcedureError) -> [[Value]]

  /// Describes an operation.
  public init(
    _ name: String, _ summary: String, _ parameters: [Parameter] = [], columns: [Column], example: String,
    run: @escaping @Sendable (ProcedureCall) throws(ProcedureError) -> [[Value]]
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.columns = columns
    self.example = example
    self.run = run
  }

  /// Something that a procedure takes.
  public struct Parameter: Sendable {
    /// The name in a call: `damping=0.85`.
    public let name: String
    /// What it may be.
    public let type: ValueType
    /// The value when the call does not give one; nil where it must.
    public let standard: Value?
    /// What it means.
    public let summary: String

    /// Describes a parameter.
    public init(_ name: String, _ type: ValueType, _ standard: Value?, _ summary: String) {
      self.name = name
      self.type = type
      self.standard = standard
      self.summary = summary
    }
  }

  /// A column of the rows.
  public struct Column: Sendable {
    /// The name.
    public let name: String
    /// What it holds.
    public let type: ValueType

    /// Describes a column.
    public init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }
}

/// The types of parameters and columns.
public enum ValueType: String, Sendable {
  /// A truth value.
  case boolean
  /// An integer.
  case integer
  /// A number; integers are taken as such.
  case float
  /// Text.
  case string
  /// A node: in arguments the node or its id, in rows the node.
  case node
  /// A list.
  case list
}

/// The graph and the arguments of one call.
public struct ProcedureCall: Sendable {
  /// The graph.
  public let graph: any PropertyView
  /// The arguments by name, those with a standard value filled in.
  public let arguments: [String: Value]
  /// Is asked now and then whether to stop; called from any thread.
  public let isCancelled: (@Sendable () -> Bool)?

  /// Describes a call.
  public init(graph: any PropertyView, arguments: [String: Value], isCancelled: (@Sendable () -> Bool)? = nil) {
    self.graph = graph
    self.arguments = arguments
    self.isCancelled = isCancelled
  }
}

/// Why a procedure has no answer.
public struct ProcedureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public let description: String

  /// Says what is wrong.
  public init(_ description: String) { self.description = description }
}
