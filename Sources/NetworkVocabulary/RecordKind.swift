public import GraphModel

/// What the records of one JSON file are, and how they become nodes and edges.
///
/// The kinds in ``RecordKind/all`` are the one description of the files under `Graph/`: reading, checking, the JSON
/// Schemas and the search by name all follow it. Kinds, fields and links are classes because thousands of records refer
/// to one of them, and a reference is cheaper to copy.
public final class RecordKind: Sendable {
  /// The kind in messages, singular: `topic`.
  public let name: String
  /// The file that holds its records: `topics.json`.
  public let file: String
  /// The label of its nodes: `Topic`. Records of ``tie`` become edges and have none.
  public let label: Label
  /// What a record stands for, in one sentence.
  public let summary: String
  /// The fields that carry the main name, best first.
  public let nameFields: [String]
  /// The fields with other names: lists or single texts.
  public let aliasFields: [String]
  /// All fields, in the order in which they are written.
  public let fields: [RecordField]
  private let fieldNames: Set<String>

  /// Describes a kind; the id and the fields of provenance are added.
  public init(
    _ name: String, file: String, label: Label, _ summary: String, names: [String], aliases: [String] = [],
    _ fields: [RecordField]
  ) {
    self.name = name
    self.file = file
    self.label = label
    self.summary = summary
    nameFields = names
    aliasFields = aliases
    let id = RecordField("id", .id, required: true, "Stable name: letters, digits, hyphens, dots and underscores.")
    self.fields = [id] + fields + RecordField.provenance
    fieldNames = Set(self.fields.map(\.name))
  }

  /// Whether records of the kind may have a field of that name.
  ///
  /// - Complexity: O(1).
  public func hasField(_ name: String) -> Bool { fieldNames.contains(name) }
}

/// One field of a record.
public final class RecordField: Sendable {
  /// The key in the JSON file, and the property key in the graph.
  public let name: String
  /// What the field may hold.
  public let content: FieldContent
  /// Whether every record must have it.
  public let isRequired: Bool
  /// What it means, in one sentence.
  public let summary: String

  /// Describes a field.
  public init(_ name: String, _ content: FieldContent, required: Bool = false, _ summary: String) {
    self.name = name
    self.content = content
    isRequired = required
    self.summary = summary
  }

  /// The fields of every kind that say where a record comes from.
  static let provenance: [RecordField] = [
    RecordField("example", .boolean, "True for records that were made up to show something."),
    RecordField("source", .text, "Where the facts come from."),
    RecordField("sourceUrl", .text, "Address of the source."),
    RecordField("verified", .boolean, "Whether a source that was opened states the record's core fact."),
    RecordField("note", .text, "What a reader has to know about the record."),
  ]
}

/// What a field may hold.
public enum FieldContent: Sendable {
  /// The record's own id.
  case id
  /// A text that is not empty.
  case text
  /// A list of texts.
  case texts
  /// An integer within bounds.
  case integer(ClosedRange<Int64>)
  /// A number within bounds.
  case number(ClosedRange<Double>)
  /// A truth value.
  case boolean
  /// A day as `YYYY-MM-DD`.
  case date
  /// Digits only, in one of these lengths.
  case digits([Int])
  /// One of these words.
  case choice([String])
  /// A list of these words.
  case choices([String])
  /// An object with the integers `min` and `max`.
  case bounds
  /// The id of another record, which becomes an edge.
  case link(Link)
  /// A list of ids, or of objects with the id and properties of the edge, which become edges.
  case links(Link)
  /// A word that is kept as a property and also points to records: the ids for each word.
  case linkedChoice([(word: String, ids: [String])], Link)
}

/// How a reference to another record becomes an edge.
public final class Link: Sendable {
  /// The name of the kind of record that it points to; several for the ends of ties.
  public let targets: [String]
  /// The type of the edge.
  public let type: EdgeType
  /// Whether the edge runs from the record that is named to the record that names it.
  public let isReversed: Bool
  /// Edge types by the word in the record's `kind`, where that decides.
  public let typeByKind: [String: EdgeType]
  /// Whether the field is left alone when no file of the target kind was read.
  public let isOptional: Bool
  /// Whether the edge means the same from both ends: it is stored once, from the smaller id to the larger, however
  /// often it is named.
  public let isSymmetric: Bool

  /// Describes a reference.
  public init(
    _ target: String, _ type: EdgeType, reversed: Bool = false, byKind: [String: EdgeType] = [:],
    optional: Bool = false, symmetric: Bool = false
  ) {
    targets = [target]
    self.type = type
    isReversed = reversed
    typeByKind = byKind
    isOptional = optional
    isSymmetric = symmetric
  }
}
