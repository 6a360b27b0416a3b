public import GraphModel

extension RecordKind {
  /// How scores are weighed; the records become ``MatchSettings`` and no nodes.
  public static let matchPreset = RecordKind(
    "preset", file: "matching.json", label: "Preset", "One way to weigh the parts of a score.", names: [],
    [
      RecordField("summaryDe", .text, "What the preset is for, in German."),
      RecordField("summaryEn", .text, "What the preset is for, in English."),
    ] + MatchComponent.allCases.map { weight($0.rawValue, "The weight of the component '\($0.name.english)'.") }
      + PlacePart.allCases.map { weight($0.field, "Within 'place': the weight of \($0.name.english).") }
      + NetworkPart.allCases.map { weight($0.field, "Within 'network': the weight of \($0.name.english).") }
      + [
        RecordField(
          "focusWanted", .choice(MatchPreset.FocusWish.allCases.map(\.rawValue)),
          "Whether the seeker's focus is wanted or the other one."),
        RecordField(
          "exchangeBy", .choice(MatchPreset.ExchangeWish.allCases.map(\.rawValue)),
          "Which direction of an exchange counts: the mean of both, what is received, or the weaker one."),
        RecordField("distanceHalving", .number(1...20_000), "Kilometres at which nearness is worth one half."),
        RecordField("recencyHalving", .number(0.1...100), "Years after which what is known is worth one half."),
      ])

  private static func weight(_ name: String, _ summary: String) -> RecordField {
    RecordField(name, .number(0...1000), summary)
  }
}

extension PlacePart {
  /// The field of a preset that holds the part's weight: `placeSize`.
  fileprivate var field: String { "place" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension NetworkPart {
  /// The field of a preset that holds the part's weight: `networkWalk`.
  fileprivate var field: String { "network" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension MatchPreset {
  /// Reads a preset from the fields of its record.
  ///
  /// Parts of place and network of which no weight is given keep those of ``evenPlace`` and ``evenNetwork``.
  ///
  /// - Returns: `nil` where no component has a weight above 0, so that every score would be 0.
  public init?(name: String, _ value: (PropertyKey) -> Value?) {
    func weights<Part: Hashable>(_ parts: [Part], _ field: (Part) -> String) -> [Part: Double] {
      let pairs = parts.compactMap { part in value(PropertyKey(field(part)))?.number.map { (part, $0) } }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    let components = weights(MatchComponent.allCases, \.rawValue)
    guard components.values.contains(where: { $0 > 0 }) else { return nil }
    let place = weights(PlacePart.allCases, \.field)
    let network = weights(NetworkPart.allCases, \.field)
    let german = value("summaryDe")?.text ?? name
    self.init(
      name, Wording(german, value("summaryEn")?.text ?? german), weights: components,
      placeWeights: place.isEmpty ? Self.evenPlace : place,
      networkWeights: network.isEmpty ? Self.evenNetwork : network,
      focus: value("focusWanted")?.text.flatMap(FocusWish.init(rawValue:)) ?? .same,
      exchange: value("exchangeBy")?.text.flatMap(ExchangeWish.init(rawValue:)) ?? .mean,
      distanceHalving: value("distanceHalving")?.number ?? 100,
      recencyHalving: value("recencyHalving")?.number ?? 3)
  }

  /// The fields of the preset's record, from which ``init(name:_:)`` reads it back; without its id and its source.
  public var fields: [(name: String, value: Value)] {
    func weights<Part>(_ parts: [Part], _ field: (Part) -> String, _ weight: (Part) -> Double?) -> [(String, Value)] {
      parts.compactMap { part in weight(part).map { (field(part), .float($0)) } }
    }
    return [("summaryDe", .string(summary.german)), ("summaryEn", .string(summary.english))] + componentFields
      + weights(PlacePart.allCases, \.field) { placeWeights[$0] }
      + weights(NetworkPart.allCases, \.field) { networkWeights[$0] }
      + [
        ("focusWanted", .string(focus.rawValue)), ("exchangeBy", .string(exchange.rawValue)),
        ("distanceHalving", .float(distanceHalving)), ("recencyHalving", .float(recencyHalving)),
      ]
  }

  /// The fields with the weights of the components, in their order.
  public var componentFields: [(name: String, value: Value)] {
    MatchComponent.allCases.compactMap { part in weights[part].map { (part.rawValue, .float($0)) } }
  }
}
