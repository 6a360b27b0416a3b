import Diagrams
import GraphModel
import GraphStore
import NetworkVocabulary

/// What pictures say of nodes beside their names: kind, Land, place, focus, field of topics, and properties asked for.
struct DiagramFacts {
  let graph: PropertyGraph
  let language: Language
  /// The properties asked for; those that are always known under a key of their own are not read twice.
  let properties: [String]
  /// The words that each of them chooses from, where it does.
  private let choices: [String: Set<String>]

  /// - Complexity: O(1); each node costs O(its degree).
  init(of graph: PropertyGraph, _ language: Language, properties: [String] = []) {
    self.graph = graph
    self.language = language
    self.properties = properties.filter { !DiagramFacts.known.contains($0) }
    choices = Dictionary(self.properties.map { ($0, Set(RecordKind.choices(of: $0))) }) { first, _ in first }
  }

  private static let known: Set<String> = [
    "area", "centrality", "community", "count", "focus", "kind", "kinds", "land", "source",
  ]

  /// What pictures call truth values, and what lies in more than one Land.
  static let (yes, no) = (Wording("ja", "yes"), Wording("nein", "no"))
  static let severalStates = Wording("mehrere Länder", "several Länder")

  /// What people call the facts.
  var names: [String: String] { DiagramFacts.names(language) }

  static func names(_ language: Language) -> [String: String] {
    [
      "land": "Land", "focus": Wording("Blick", "focus")[language],
      "area": Wording("Themenfeld", "field of topics")[language],
      "community": Wording("Gemeinschaft (Leiden-Verfahren)", "community (Leiden)")[language],
      "centrality": Wording("Vermittlung (Betweenness)", "brokerage (betweenness)")[language],
      "population": Wording("Einwohner", "inhabitants")[language], "kind": Wording("Art", "kind")[language],
      "status": Wording("Status", "status")[language], "example": Wording("Beispiel", "example")[language],
      "derived": Wording("abgeleitet", "derived")[language], "verified": Wording("belegt", "verified")[language],
      "name": Wording("Name", "name")[language], "title": Wording("Titel", "title")[language],
      "kreis": Wording("Kreis", "district")[language],
      "startYear": Wording("Anfangsjahr", "first year")[language],
      "endYear": Wording("Endjahr", "last year")[language], "year": Wording("Jahr", "year")[language],
      "startDate": Wording("Beginn", "beginning")[language], "endDate": Wording("Ende", "end")[language],
      "recurring": Wording("wiederkehrend", "recurring")[language],
      "latitude": Wording("Breite", "latitude")[language], "longitude": Wording("Länge", "longitude")[language],
      "count": Wording("Anzahl", "number")[language], "source": Wording("Quelle", "source")[language],
    ]
  }

  /// A node of a picture.
  func drawn(_ node: NodeID, isCentre: Bool = false) -> Diagram.Node {
    let labels = graph.labels(of: node)
    let kind = RecordKind.all.first { labels.contains($0.label) }
    // Graphs of other programs may have numbers as names.
    let plain = graph.value(.name, of: node) ?? graph.value(.id, of: node)
    let name = graph.name(of: node, in: language) ?? plain?.description
    let label = kind?.label ?? labels.first
    var drawn = Diagram.Node(
      id: graph.value(.id, of: node)?.text ?? "n\(node.rawValue)",
      label: name ?? label?.name ?? "\(node.rawValue)", kind: label?.name ?? "", emphasis: isCentre,
      isExample: graph.has(.example, node), isDerived: graph.value(.derived, of: node)?.boolean == true,
      tooltip: (graph.value("description", of: node) ?? graph.value("definition", of: node))?.text,
      link: graph.value(.sourceURL, of: node)?.text)
    let others = (kind?.aliasFields ?? []).compactMap { graph.value(PropertyKey($0), of: node) }
      .flatMap { $0.text.map { [$0] } ?? $0.texts }
    drawn.otherNames = Set(others).subtracting([drawn.label]).sorted()
    let homes = homes(of: node)
    drawn.place = place(of: homes)
    if let kind {
      drawn.facts["kind"] = .word(kind.wording[language], code: "")
      drawn.facts["kinds"] = .word(kind.plural[language], code: "")
    }
    drawn.facts["land"] = land(of: node, homes)
    drawn.facts["focus"] = focus(of: node)
    drawn.facts["area"] = field(of: node)
    drawn.facts["source"] = DiagramFacts.fact(graph.value(.source, of: node), language)
    for key in properties {
      let fact = DiagramFacts.fact(graph.value(PropertyKey(key), of: node), language, choices: choices[key])
      // A flag that a record does not raise is down.
      let isDown = fact == nil && kind?.isFlag(key) == true
      drawn.facts[key] = isDown ? .word(DiagramFacts.no[language], code: "") : fact
    }
    return drawn
  }

  /// A property as something that looks can show; `nil` for what is missing and for lists of several things.
  ///
  /// - Parameter choices: The words that the property chooses from, which are said in the language of the picture.
  static func fact(_ value: Value?, _ language: Language, choices: Set<String>? = nil) -> Fact? {
    switch value {
    case .integer(let number): .number(Double(number))
    case .float(let number): number.isFinite ? .number(number) : nil
    case .string(let text):
      .word(choices?.contains(text) == true ? ChoiceWords.wording(of: text)[language] : text, code: "")
    case .boolean(let flag): .word((flag ? yes : no)[language], code: "")
    case .temporal(let moment): .word(moment.description, code: "")
    case .list(let values): values.count == 1 ? fact(values[0], language, choices: choices) : nil
    case .null, .point, .map, .node, .edge, .path, nil: nil
    }
  }

  /// The municipalities that a node is, works for, lies in, or was submitted by.
  private func homes(of node: NodeID) -> [NodeID] {
    if graph.has(.municipality, node) { return [node] }
    for type in [EdgeType.worksFor, .basedIn, .locatedIn] {
      let found = graph.neighbors(of: node, .outgoing, type)
      if !found.isEmpty { return found.sorted() }
    }
    return graph.neighbors(of: node, .incoming, "SUBMITS").filter { graph.has(.municipality, $0) }.sorted()
  }

  /// The place of the only home, or the middle of several in one Land: that of several Länder lies where nobody is.
  private func place(of homes: [NodeID]) -> Location? {
    guard Set(homes.compactMap { graph.value(.bundesland, of: $0)?.text }).count <= 1 else { return nil }
    let places = homes.compactMap { home -> Location? in
      guard let latitude = graph.value(.latitude, of: home)?.number,
        let longitude = graph.value(.longitude, of: home)?.number
      else { return nil }
      return Location(longitude: longitude, latitude: latitude)
    }
    guard !places.isEmpty else { return nil }
    let count = Double(places.count)
    return Location(
      longitude: places.reduce(0) { $0 + $1.longitude } / count, latitude: places.reduce(0) { $0 + $1.latitude } / count
    )
  }

  private func land(of node: NodeID, _ homes: [NodeID]) -> Fact? {
    var names = Set(homes.compactMap { graph.value(.bundesland, of: $0)?.text })
    // What belongs to whole Länder, such as their governments, need not have a municipality.
    if names.isEmpty { names = Set(graph.value("bundeslaender", of: node)?.texts ?? []) }
    guard let name = names.first else { return nil }
    if names.count > 1 { return .word(DiagramFacts.severalStates[language], code: "+") }
    return .word(name, code: State.all.first { $0.name == name }?.abbreviations.first ?? "")
  }

  private func focus(of node: NodeID) -> Fact? {
    RoleFocus(of: node, in: graph).map { .word($0.phrase[language], code: $0.code[language]) }
  }

  /// The field of a topic, or the one that most topics of a node lie in.
  private func field(of node: NodeID) -> Fact? {
    var topics = [node]
    if !graph.has(.topic, node) {
      topics = graph.neighbors(of: node, .outgoing, .covers) + graph.neighbors(of: node, .outgoing, .about)
    }
    var counts: [NodeID: Int] = [:]
    for topic in topics { counts[area(of: topic), default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { graph.name(of: $0.key, in: language) }.map { .word($0, code: "") }
  }

  /// The topic one level below the root, above a topic; a root is its own field.
  private func area(of topic: NodeID) -> NodeID {
    var seen: Set<NodeID> = [topic]
    var current = topic
    while let above = graph.neighbors(of: current, .outgoing, .broader).first, seen.insert(above).inserted,
      graph.neighbors(of: above, .outgoing, .broader).first != nil
    {
      current = above
    }
    return current
  }
}

extension RoleFocus {
  /// The focus in so few letters that they stand in a label.
  var code: Wording {
    switch self {
    case .inward: Wording("innen", "in")
    case .outward: Wording("außen", "out")
    case .both: Wording("beide", "both")
    }
  }
}

extension RecordKind {
  /// Several of the kind, as users call them.
  var plural: Wording {
    switch label {
    case .actor: Wording("Akteure", "actors")
    case .challenge: Wording("Herausforderungen", "challenges")
    case .event: Wording("Veranstaltungen", "events")
    case .municipality: Wording("Kommunen", "municipalities")
    case .profile: Wording("Profile", "profiles")
    case .project: Wording("Projekte", "projects")
    case .topic: Wording("Themen", "topics")
    default: Wording(name, name)
    }
  }
}
