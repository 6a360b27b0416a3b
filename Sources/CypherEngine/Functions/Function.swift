package import CypherSyntax
package import GraphModel

/// A function of the query language, and all that the checks, help and completion need to know of it.
package struct Function: Sendable {
  /// The name in its canonical spelling; calls ignore case.
  package let name: String
  /// What it computes, in one sentence.
  package let summary: String
  /// What it takes, in order.
  package let parameters: [Parameter]
  /// Whether the last parameter may be given any number of times.
  package let isVariadic: Bool
  /// What it may return, null aside.
  package let result: TypeSet
  /// An expression that calls it, and the literal of its value: `("toUpper('ä')", "'Ä'")`.
  package let example: (expression: String, value: String)
  /// Whether equal arguments give equal values within one statement, so that a call of constants is computed once.
  package let isConstant: Bool
  /// Whether a null argument makes the value null without asking ``evaluate``.
  package let isStrict: Bool
  private let body: @Sendable ([Value], QueryContext) throws(CypherError) -> Value

  /// Describes a function.
  package init(
    _ name: String, _ summary: String, _ parameters: [Parameter] = [], isVariadic: Bool = false, result: TypeSet,
    example: (expression: String, value: String), isConstant: Bool = true, isStrict: Bool = true,
    evaluate: @escaping @Sendable ([Value], QueryContext) throws(CypherError) -> Value
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.example = example
    self.isConstant = isConstant
    self.isStrict = isStrict
    body = evaluate
  }

  /// Computes the value; the number of arguments fits ``parameters``, their types may not.
  package func evaluate(_ arguments: [Value], _ context: QueryContext) throws(CypherError) -> Value {
    try body(arguments, context)
  }

  /// Something that a function takes.
  package struct Parameter: Sendable {
    /// The name in signatures.
    package let name: String
    /// What it may be; an argument that is known to be something else is refused before execution.
    package let accepts: TypeSet
    /// Whether it may be left out.
    package let isOptional: Bool

    /// Describes a parameter.
    package init(_ name: String, _ accepts: TypeSet, isOptional: Bool = false) {
      self.name = name
      self.accepts = accepts
      self.isOptional = isOptional
    }
  }
}

/// A set of types of values, as far as they are known before execution.
package struct TypeSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let boolean = TypeSet(rawValue: 1 << 0)
  package static let integer = TypeSet(rawValue: 1 << 1)
  package static let float = TypeSet(rawValue: 1 << 2)
  package static let string = TypeSet(rawValue: 1 << 3)
  package static let list = TypeSet(rawValue: 1 << 4)
  package static let map = TypeSet(rawValue: 1 << 5)
  package static let node = TypeSet(rawValue: 1 << 6)
  package static let relationship = TypeSet(rawValue: 1 << 7)
  package static let path = TypeSet(rawValue: 1 << 8)
  package static let date = TypeSet(rawValue: 1 << 9)
  package static let localTime = TypeSet(rawValue: 1 << 10)
  package static let time = TypeSet(rawValue: 1 << 11)
  package static let localDateTime = TypeSet(rawValue: 1 << 12)
  package static let dateTime = TypeSet(rawValue: 1 << 13)
  package static let duration = TypeSet(rawValue: 1 << 14)
  package static let point = TypeSet(rawValue: 1 << 15)

  /// Integers and floats.
  package static let number: TypeSet = [.integer, .float]
  /// Points in time; durations are none.
  package static let instant: TypeSet = [.date, .localTime, .time, .localDateTime, .dateTime]
  /// Everything.
  package static let any = TypeSet(rawValue: (1 << 16) - 1)
}
