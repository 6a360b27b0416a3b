import GraphModel

extension CollaborationComponent {
  /// Who works with actors of the places of those who ask, on the projects of the last years.
  static let worksWithPlaces = CollaborationComponent(
    "works-with-my-places", Wording("arbeitet mit meinem Kreis und Land", "works with my district and country"),
    """
    Sum over the candidate's projects of exp(-age / 4 years) times the share of members from the sources' district (0.5), region (0.3) and \
    country (0.2)
    """,
    isGenerator: false, curves: RankingCurve.allCases
  ) { index, query in
    let network = index.network
    var shares = [Double](repeating: 0, count: network.projectCount)
    for (level, weight) in [(CollaborationNetwork.PlaceLevel.district, 0.5), (.region, 0.3), (.country, 0.2)] {
      guard let classes = network.places[level] else { continue }
      var homes = [Double](repeating: 0, count: classes.count)
      for actor in query.actors {
        if let home = classes.ofActor[Int(actor)] { homes[Int(home)] += weight / Double(query.actors.count) }
      }
      for (actor, home) in classes.ofActor.enumerated() {
        guard let home, homes[Int(home)] > 0 else { continue }
        for project in network.projects[actor] { shares[Int(project)] += homes[Int(home)] }
      }
    }
    var values = [Double](repeating: 0, count: network.actorCount)
    for project in shares.indices where shares[project] > 0 {
      let value = index.freshness[project] * shares[project] / Double(network.members.length(of: project))
      for actor in network.members[project] { values[Int(actor)] += value }
    }
    return values
  }
}
