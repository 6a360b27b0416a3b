public import GraphModel

/// What an edge type means to people, and how much of a tie it is.
public struct Relationship: Sendable {
  /// The type in the graph.
  public let type: EdgeType
  /// A verb that reads from the source of the edge to its target: "arbeitet an".
  public let phrase: Wording
  /// How strong a tie between people it is, in 0...1; `nil` for a classification, along which nobody can introduce
  /// anybody (a district, a profile).
  public let strength: Double?

  private init(_ type: EdgeType, _ german: String, _ english: String, _ strength: Double?) {
    self.type = type
    phrase = Wording(german, english)
    self.strength = strength
  }

  /// All relationships of the network, sorted by type.
  public static let all: [Relationship] = [
    Relationship("ABOUT", "behandelt", "is about", 0.2),
    Relationship("AVAILABLE_FOR", "hat Zeit für", "is available for", nil),
    Relationship("BASED_IN", "sitzt in", "is based in", 0.2),
    Relationship("BROADER", "gehört zum Oberthema", "has the broader topic", 0.1),
    Relationship("COVERS", "befasst sich mit", "covers", 0.2),
    Relationship("DEVELOPS_WITH", "entwickelt gemeinsam mit", "develops together with", 1),
    Relationship("EXCHANGES_WITH", "tauscht Wissen aus mit", "exchanges knowledge with", 1),
    Relationship("HAS_PROFILE", "hat das Profil", "has the profile", nil),
    Relationship("HOSTS_TABLE_AT", "leitet einen Tisch bei", "hosts a table at", 0.8),
    Relationship("IN_DISTRICT", "liegt im", "lies in", nil),
    Relationship("LOCATED_IN", "ist verortet in", "is located in", 0.4),
    Relationship("MEMBER_OF", "ist Mitglied von", "is a member of", 0.7),
    Relationship("MODERATES", "moderiert", "moderates", 0.8),
    Relationship("NEEDS", "sucht", "looks for", 0.2),
    Relationship("OFFERS", "bietet an", "offers", 0.2),
    Relationship("ORGANIZES", "veranstaltet", "organises", 0.9),
    Relationship("ORIGINATES_FROM", "ging hervor aus", "came out of", 0.5),
    Relationship("PART_OF", "ist Teil von", "is part of", 0.5),
    Relationship("PRESENTS", "stellt vor", "presents", 0.5),
    Relationship("PRESENTS_AT", "trägt vor bei", "presents at", 0.8),
    Relationship("RELATED", "ist verwandt mit", "is related to", 0.1),
    Relationship("REQUIRES", "braucht Wissen zu", "needs knowledge of", 0.2),
    Relationship("ROLE_MODEL_FOR", "ist Vorbild für", "is a role model for", 0.9),
    Relationship("SOLVES", "löst", "solves", 0.7),
    Relationship("SUBMITS", "reicht ein", "submits", 0.7),
    Relationship("TAKES_PART_IN", "nimmt teil an", "takes part in", 0.7),
    Relationship("TRANSFERS_TO", "überträgt auf", "transfers to", 1),
    Relationship("WORKS_FOR", "arbeitet für", "works for", 0.6),
    Relationship("WORKS_ON", "arbeitet an", "works on", 0.9),
  ]

  /// The relationship of a type; one that reads like the type itself where the type is not known here.
  public static func of(_ type: EdgeType) -> Relationship {
    byType[type] ?? Relationship(type, type.name, type.name, 0.5)
  }

  private static let byType = Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
}
