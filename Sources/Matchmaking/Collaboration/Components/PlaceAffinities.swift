import GraphModel

/// The places and kinds of actors, which of them work together, and which programmes they work in.
struct PlaceAffinities: Sendable {
  /// One division of the actors.
  struct Division: Sendable {
    let classes: CollaborationNetwork.Classes
    /// How likely a tie from one class leads to each other one, over the square root of that one's size.
    let affinity: [[Double]]
    /// The shares of the programmes in what each class has done of late.
    let programmes: [[Double]]
  }

  private let places: [CollaborationNetwork.PlaceLevel: Division]
  let kinds: Division

  init(of network: CollaborationNetwork, _ ties: PartnerTies, _ programmes: ProgrammeActivity) {
    places = network.places.filter { $0.value.count > 0 }.mapValues { Division($0, ties, programmes) }
    kinds = Division(network.kinds, ties, programmes)
  }

  func division(_ level: CollaborationNetwork.PlaceLevel) -> Division? { places[level] }
}

extension PlaceAffinities.Division {
  /// Above so many classes nothing is counted between them: there is too little of each pair, and too many pairs.
  private static let largestCount = 2000

  init(_ classes: CollaborationNetwork.Classes, _ ties: PartnerTies, _ programmes: ProgrammeActivity) {
    self.classes = classes
    guard classes.count <= Self.largestCount else {
      affinity = []
      self.programmes = []
      return
    }
    let blank = [Double](repeating: 0, count: classes.count)
    var rows = [[Double]](repeating: blank, count: classes.count)
    var sizes = blank
    let none = [Double](repeating: 0, count: programmes.programmeCount)
    var shares = [[Double]](repeating: none, count: classes.count)
    for (actor, own) in classes.ofActor.enumerated() {
      guard let own = own.map(Int.init) else { continue }
      sizes[own] += 1
      for (partner, strength) in zip(ties.partners(of: actor), ties.strengths(of: actor)) {
        if let other = classes.ofActor[Int(partner)] { rows[own][Int(other)] += strength }
      }
      for entry in programmes.entries[actor] { shares[own][entry.programme] += entry.recent }
    }
    affinity = rows.map { row in
      let total = row.reduce(0, +)
      return row.indices.map { total > 0 ? row[$0] / total / max(1, sizes[$0]).squareRoot() : 0 }
    }
    self.programmes = shares.map { row in
      let total = row.reduce(0, +)
      return total > 0 ? row.map { $0 / total } : row
    }
  }

  /// How the actors of a query are spread over the classes.
  private func shares(of sources: [Int32]) -> [Double] {
    var shares = [Double](repeating: 0, count: classes.count)
    for actor in sources {
      if let own = classes.ofActor[Int(actor)] { shares[Int(own)] += 1 / Double(sources.count) }
    }
    return shares
  }

  /// The value of its class for each actor.
  private func spread(_ values: [Double]) -> [Double] { classes.ofActor.map { $0.map { values[Int($0)] } ?? 0 } }

  /// The share of the sources that are in an actor's class.
  func sameness(_ sources: [Int32]) -> [Double] { spread(shares(of: sources)) }

  /// How much the classes of the sources work with an actor's class.
  func affinity(_ sources: [Int32]) -> [Double] {
    guard !affinity.isEmpty else { return [Double](repeating: 0, count: classes.ofActor.count) }
    var values = [Double](repeating: 0, count: classes.count)
    for (own, share) in shares(of: sources).enumerated() where share > 0 {
      for other in values.indices { values[other] += share * affinity[own][other] }
    }
    return spread(values)
  }

  /// How much an actor's class works in the programmes of a profile.
  func activity(in profile: [Double]) -> [Double] {
    guard !programmes.isEmpty else { return [Double](repeating: 0, count: classes.ofActor.count) }
    return spread(programmes.map { row in row.indices.reduce(0) { $0 + row[$1] * profile[$1] } })
  }
}

extension CollaborationComponent {
  /// Where the candidate is, and whether such places work together.
  static let placeComponents: [CollaborationComponent] =
    CollaborationNetwork.PlaceLevel.allCases.map { level in
      let title =
        switch level {
        case .municipality: Wording("gleiche Kommune", "same municipality")
        case .district: Wording("gleicher Kreis", "same district")
        case .region: Wording("gleiche Region", "same region")
        case .country: Wording("gleiches Land", "same country")
        }
      return place("same-\(level.rawValue)", title, "Share of the sources in the candidate's place") { index, query in
        index.places.division(level)?.sameness(query.actors)
      }
    }
    + [CollaborationNetwork.PlaceLevel.district, .region, .country].flatMap { level in
      let name =
        switch level {
        case .municipality, .district: Wording("Kreise", "districts")
        case .region: Wording("Regionen", "regions")
        case .country: Wording("Länder", "countries")
        }
      return [
        place(
          "\(level.rawValue)-affinity",
          Wording("\(name.german), die zusammenarbeiten", "\(name.english) that work together"),
          "Share of the ties of the sources' places that lead to the candidate's, over the root of its size"
        ) { index, query in index.places.division(level)?.affinity(query.actors) },
        place(
          "\(level.rawValue)-programme",
          Wording("\(name.german), die im Programm aktiv sind", "\(name.english) active in the programme"),
          "Share of the query's programmes in what the candidate's place did of late"
        ) { index, query in index.places.division(level)?.activity(in: index.programmes.profile(of: query)) },
      ]
    } + [
      place("same-kind", Wording("gleiche Art", "same kind"), "Share of the sources of the candidate's kind") {
        $0.places.kinds.sameness($1.actors)
      },
      place(
        "kind-affinity", Wording("Arten, die zusammenarbeiten", "kinds that work together"),
        "Share of the ties of the sources' kinds that lead to the candidate's, over the root of its size"
      ) { $0.places.kinds.affinity($1.actors) },
    ]

  private static func place(
    _ name: String, _ title: Wording, _ reference: String,
    _ values: @escaping @Sendable (CollaborationIndex, CollaborationQuery) -> [Double]?
  ) -> CollaborationComponent {
    CollaborationComponent(name, title, reference, isGenerator: false) { index, query in
      values(index, query) ?? [Double](repeating: 0, count: index.network.actorCount)
    }
  }
}
