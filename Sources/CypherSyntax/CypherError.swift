/// Why a statement cannot be understood or carried out.
///
/// Type, phase and detail are the words of the openCypher Technology Compatibility Kit, so that tools can tell errors apart;
/// ``message`` and ``suggestion`` are for people.
public struct CypherError: Error, Hashable, Sendable {
  /// The large classes of errors.
  public enum Kind: String, Sendable, CaseIterable {
    /// The text is no statement of the language, or one that can never be carried out.
    case syntax = "SyntaxError"
    /// The statement means nothing for this graph.
    case semantic = "SemanticError"
    /// A parameter was not given.
    case parameterMissing = "ParameterMissing"
    /// A constraint or the integrity of the graph would be violated.
    case constraint = "ConstraintVerificationFailed"
    /// A node or relationship is gone.
    case entityNotFound = "EntityNotFound"
    /// A property is not there.
    case propertyNotFound = "PropertyNotFound"
    /// A label is not there.
    case labelNotFound = "LabelNotFound"
    /// A value has the wrong type.
    case type = "TypeError"
    /// An argument has a value that makes no sense.
    case argument = "ArgumentError"
    /// A calculation has no result.
    case arithmetic = "ArithmeticError"
    /// A procedure is unknown or failed.
    case procedure = "ProcedureError"
    /// A limit of time, rows or memory was reached, or the user stopped the statement.
    case limit = "LimitReached"
  }

  /// When the error shows.
  public enum Phase: String, Sendable {
    /// Before any row is computed.
    case compile = "compile time"
    /// While rows are computed.
    case runtime
  }

  /// The class.
  public let kind: Kind
  /// When it shows.
  public let phase: Phase
  /// The case within the class: `UndefinedVariable`.
  public let detail: Detail
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// Which piece of the statement is meant; `nil` where no single piece is.
  public var range: SourceRange?
  /// What to do: `did you mean 'Actor'?`
  public let suggestion: String?

  /// Describes an error.
  public init(
    _ kind: Kind, _ phase: Phase, _ detail: Detail, _ message: String, at range: SourceRange? = nil,
    suggestion: String? = nil
  ) {
    self.kind = kind
    self.phase = phase
    self.detail = detail
    self.message = message
    self.range = range
    self.suggestion = suggestion
  }

  /// An error of the text, found before any row is computed.
  public static func syntax(
    _ detail: Detail, _ message: String, at range: SourceRange? = nil, suggestion: String? = nil
  ) -> CypherError {
    CypherError(.syntax, .compile, detail, message, at: range, suggestion: suggestion)
  }
}

extension CypherError {
  /// The cases within the classes of errors, by the names of the compatibility kit.
  public enum Detail: String, Sendable, CaseIterable {
    case ambiguousAggregationExpression = "AmbiguousAggregationExpression"
    case columnNameConflict = "ColumnNameConflict"
    case constraintViolation = "ConstraintViolation"
    case createBlockedByConstraint = "CreateBlockedByConstraint"
    case creatingVarLength = "CreatingVarLength"
    case deleteConnectedNode = "DeleteConnectedNode"
    case deletedEntityAccess = "DeletedEntityAccess"
    case differentColumnsInUnion = "DifferentColumnsInUnion"
    case divisionByZero = "DivisionByZero"
    case floatingPointOverflow = "FloatingPointOverflow"
    case integerOverflow = "IntegerOverflow"
    case interrupted = "Interrupted"
    case invalidAggregation = "InvalidAggregation"
    case invalidArgumentPassingMode = "InvalidArgumentPassingMode"
    case invalidArgumentType = "InvalidArgumentType"
    case invalidArgumentValue = "InvalidArgumentValue"
    case invalidClauseComposition = "InvalidClauseComposition"
    case invalidDelete = "InvalidDelete"
    case invalidNumberLiteral = "InvalidNumberLiteral"
    case invalidNumberOfArguments = "InvalidNumberOfArguments"
    case invalidParameterUse = "InvalidParameterUse"
    case invalidPropertyType = "InvalidPropertyType"
    case invalidRelationshipPattern = "InvalidRelationshipPattern"
    case invalidUnicodeCharacter = "InvalidUnicodeCharacter"
    case invalidUnicodeLiteral = "InvalidUnicodeLiteral"
    case listElementAccessByNonInteger = "ListElementAccessByNonInteger"
    case mapElementAccessByNonString = "MapElementAccessByNonString"
    case memoryLimit = "MemoryLimit"
    case mergeReadOwnWrites = "MergeReadOwnWrites"
    case missingParameter = "MissingParameter"
    case negativeIntegerArgument = "NegativeIntegerArgument"
    case nestedAggregation = "NestedAggregation"
    case noExpressionAlias = "NoExpressionAlias"
    case nonConstantExpression = "NonConstantExpression"
    case noSingleRelationshipType = "NoSingleRelationshipType"
    case noVariablesInScope = "NoVariablesInScope"
    case numberOutOfRange = "NumberOutOfRange"
    case procedureFailed = "ProcedureFailed"
    case procedureNotFound = "ProcedureNotFound"
    case propertyAccessOnNonMap = "PropertyAccessOnNonMap"
    case readOnly = "ReadOnly"
    case relationshipUniquenessViolation = "RelationshipUniquenessViolation"
    case requiresDirectedRelationship = "RequiresDirectedRelationship"
    case rowLimit = "RowLimit"
    case timeLimit = "TimeLimit"
    case undefinedVariable = "UndefinedVariable"
    case unexpectedSyntax = "UnexpectedSyntax"
    case unknownFunction = "UnknownFunction"
    case unreadableFile = "UnreadableFile"
    case variableAlreadyBound = "VariableAlreadyBound"
    case variableTypeConflict = "VariableTypeConflict"
  }
}
