public import JSONText
import NetworkVocabulary

extension ImportMapping {
  /// The JSON Schema (draft 2020-12) of a mapping, as written in `Graph/schema`.
  public static var schema: JSONOutput {
    let text = JSONOutput.object([("type", .string("string")), ("pattern", .string("\\S"))])
    let column = JSONOutput.object([
      (
        "oneOf",
        .array([
          text,
          object(
            [
              ("column", text), ("separator", text),
              ("words", .object([("type", .string("object")), ("additionalProperties", text)])),
            ],
            required: ["column"]),
        ])
      )
    ])
    let value = JSONOutput.object([("type", .array([.string("string"), .string("boolean")]))])
    let consent = object(Purpose.allCases.map { ($0.rawValue, column) })
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:cdograph:schema:import")),
      ("title", .string("mapping.json")),
      (
        "description",
        .string(
          "Which column of a list feeds which field of an actor, and what holds where a cell is empty. A column is its header, or an object with the header, what separates several values in a cell, and what words of the list mean."
        )
      ),
      ("type", .string("object")),
      ("required", .array([.string("columns")])),
      (
        "properties",
        .object([
          (
            "columns",
            object(fields.map { ($0, column) } + [("consent", consent)], own: column, required: ["name"])
          ),
          ("defaults", object(fields.map { ($0, value) }, own: value)),
        ])
      ),
      ("additionalProperties", .boolean(false)),
    ])
  }

  private static func object(
    _ properties: [(String, JSONOutput)], own: JSONOutput? = nil, required: [String] = []
  ) -> JSONOutput {
    .members([
      ("type", .string("object")),
      ("required", required.isEmpty ? nil : .array(required.map { .string($0) })),
      ("properties", .object(properties.map { (key: $0.0, value: $0.1) })),
      ("patternProperties", own.map { .object([("^x-", $0)]) }),
      ("additionalProperties", .boolean(false)),
    ])
  }
}
