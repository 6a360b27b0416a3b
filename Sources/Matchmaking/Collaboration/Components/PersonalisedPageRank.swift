import GraphModel

extension CollaborationComponent {
  /// How often a walk along ties that keeps returning to the actors asked for comes by: near and by many ways.
  static let pageRanks: [CollaborationComponent] = [
    pageRank("page-rank-recent", Wording("Nähe im Netz (jüngere Projekte)", "network proximity (recent projects)")) {
      $0.recentTies
    },
    pageRank("page-rank-latest", Wording("Nähe im Netz (jüngste Projekte)", "network proximity (latest projects)")) {
      $0.latestTies
    },
    pageRank("page-rank-broad", Wording("Nähe im Netz (langes Gedächtnis)", "network proximity (long memory)")) {
      $0.broadTies
    },
    pageRank("page-rank", Wording("Nähe im Netz (alle Partner gleich)", "network proximity (all partners alike)")) {
      $0.plainTies
    },
  ]

  /// The same walk, in which those who have many ties anyway count less.
  static let balancedPageRank = CollaborationComponent(
    "page-rank-latest-balanced", Wording("Nähe im Netz trotz weniger Bindungen", "network proximity despite few ties"),
    "page-rank-latest over the square root of the actor's ties", isGenerator: false, curves: [.value, .log],
    for: [.partners]
  ) { index, query in
    let shares = personalisedPageRank(from: index.sources(of: query), along: index.latestTies)
    return zip(shares, index.latestTies.totals).map { $1 > 0 ? $0 / $1.squareRoot() : 0 }
  }

  private static func pageRank(
    _ name: String, _ title: Wording, _ ties: @escaping @Sendable (CollaborationIndex) -> PartnerTies
  ) -> CollaborationComponent {
    CollaborationComponent(
      name, title, "Personalised PageRank: T. Haveliwala, Topic-sensitive PageRank, WWW 2002, doi:10.1145/511446.511513"
    ) { index, query in personalisedPageRank(from: index.sources(of: query), along: ties(index)) }
  }
}

/// The share of its time that a walk spends at each actor which at each step returns to its sources with probability
/// `restart`, else follows a tie, the stronger the likelier; after 20 steps.
///
/// - Complexity: O(20 · ties).
func personalisedPageRank(from sources: [Double], along ties: PartnerTies, restart: Double = 0.15) -> [Double] {
  var shares = sources
  for _ in 0..<20 {
    for actor in shares.indices {
      shares[actor] = ties.totals[actor] > 0 ? shares[actor] * (1 - restart) / ties.totals[actor] : 0
    }
    shares = ties.spread(shares)
    for actor in shares.indices { shares[actor] += restart * sources[actor] }
  }
  return shares
}
