public import GraphModel

/// The kinds of edges that `ties.json` may hold: relationships with a source of their own.
public struct TieType: Sendable {
  /// The word in the field `type`.
  public let word: String
  /// The type of the edge.
  public let type: EdgeType
  /// The kinds of record that may stand in `from`.
  public let from: [String]
  /// The kinds of record that may stand in `to`.
  public let to: [String]

  /// All ties, sorted by word.
  public static let all: [TieType] = [
    TieType(word: "available", type: "AVAILABLE_FOR", from: ["actor"], to: ["event"]),
    TieType(word: "exchange", type: "EXCHANGES_WITH", from: partners, to: partners),
    TieType(word: "joint-development", type: "DEVELOPS_WITH", from: partners, to: partners),
    TieType(word: "needs", type: "NEEDS", from: ["actor"], to: ["topic"]),
    TieType(word: "offers", type: "OFFERS", from: ["actor"], to: ["topic"]),
    TieType(word: "role-model", type: "ROLE_MODEL_FOR", from: partners, to: partners),
    TieType(word: "transfer", type: "TRANSFERS_TO", from: partners, to: partners),
  ]

  private static let partners = ["actor", "municipality", "project"]
}

extension RecordKind {
  /// Relationships with a source of their own; the records become edges.
  public static let tie = RecordKind(
    "tie", file: "ties.json", label: "Tie", "A relationship between two records, with its own source.", names: [],
    [
      RecordField("type", .choice(TieType.all.map(\.word)), required: true, "What joins the two."),
      RecordField("from", .text, required: true, "The id of the record at the beginning."),
      RecordField("to", .text, required: true, "The id of the record at the end."),
      RecordField("weight", .number(0...1), "How strong the tie is."),
      RecordField("slots", .texts, "The rounds or times meant, for availability."),
      RecordField("since", .date, "From when it holds."),
      RecordField("until", .date, "Until when it holds."),
    ])
}
