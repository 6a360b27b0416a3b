public import JSONText
public import NetworkVocabulary

extension RecordKind {
  /// The JSON Schema (draft 2020-12) of the kind's file, as written in `Graph/schema`.
  ///
  /// The schema says what one file can say about itself; references between files, circles and double ids are checked
  /// on loading.
  public var schema: JSONOutput {
    .members([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:cdograph:schema:\(file.replacing(".json", with: ""))")),
      ("title", .string(file)),
      ("description", .string(summary)),
      ("type", .string("array")),
      ("items", recordSchema),
    ])
  }

  private var recordSchema: JSONOutput {
    .members([
      ("type", .string("object")),
      ("required", .array(fields.filter(\.isRequired).map { .string($0.name) })),
      (
        "properties",
        .object(fields.map { ($0.name, $0.content.schema($0.summary, isRequired: $0.isRequired)) })
      ),
      ("patternProperties", .object([("^x-", .object([]))])),
      ("additionalProperties", .boolean(false)),
    ])
  }
}

extension FieldContent {
  /// The schema of a field; fields that may be absent may also be null.
  fileprivate func schema(_ summary: String, isRequired: Bool) -> JSONOutput {
    let description: (String, JSONOutput) = ("description", .string(summary))
    guard case .object(let members) = schema else { return schema }
    if isRequired { return .object([description] + members) }
    return .object([description, ("oneOf", .array([.object([("type", .string("null"))]), .object(members)]))])
  }

  private var schema: JSONOutput {
    switch self {
    case .id: .object([("type", .string("string")), ("pattern", .string("^[A-Za-z0-9._:-]+$"))])
    case .text: FieldContent.textSchema
    case .texts: FieldContent.list(of: FieldContent.textSchema)
    case .integer(let bounds):
      .object([
        ("type", .string("integer")), ("minimum", .integer(bounds.lowerBound)),
        ("maximum", .integer(bounds.upperBound)),
      ])
    case .number(let bounds): FieldContent.number(bounds)
    case .boolean: .object([("type", .string("boolean"))])
    case .date: .object([("type", .string("string")), ("format", .string("date"))])
    case .digits(let lengths):
      .object([
        ("type", .string("string")),
        ("pattern", .string("^(" + lengths.map { "[0-9]{\($0)}" }.joined(separator: "|") + ")$")),
      ])
    case .choice(let words): FieldContent.choice(words)
    case .choices(let words): FieldContent.list(of: FieldContent.choice(words))
    case .linkedChoice(let choices, _): FieldContent.choice(choices.map(\.word))
    case .bounds: FieldContent.boundsSchema
    case .link(let link): FieldContent.reference(link)
    case .links(let link): FieldContent.list(of: FieldContent.reference(link))
    }
  }

  private static let textSchema = JSONOutput.object([("type", .string("string")), ("pattern", .string("\\S"))])

  private static func list(of items: JSONOutput) -> JSONOutput {
    .object([("type", .string("array")), ("items", items)])
  }

  private static func choice(_ words: [String]) -> JSONOutput {
    .object([("enum", .array(words.map { .string($0) }))])
  }

  private static func number(_ bounds: ClosedRange<Double>) -> JSONOutput {
    .object([
      ("type", .string("number")), ("minimum", .float(bounds.lowerBound)), ("maximum", .float(bounds.upperBound)),
    ])
  }

  private static let boundsSchema: JSONOutput = {
    let number = JSONOutput.object([("type", .string("integer")), ("minimum", .integer(1))])
    return .object([
      ("type", .string("object")), ("required", .array([.string("min"), .string("max")])),
      ("properties", .object([("min", number), ("max", number)])), ("additionalProperties", .boolean(false)),
    ])
  }()

  /// An id, or an object with the id and properties of the edge.
  private static func reference(_ link: Link) -> JSONOutput {
    let key = link.targets.first ?? "id"
    let entry = JSONOutput.object([
      ("type", .string("object")), ("required", .array([.string(key)])),
      (
        "properties",
        .object([(key, textSchema), ("weight", number(0...1)), ("role", textSchema)])
      ),
      ("additionalProperties", .boolean(false)),
    ])
    return .object([("oneOf", .array([textSchema, entry]))])
  }
}
