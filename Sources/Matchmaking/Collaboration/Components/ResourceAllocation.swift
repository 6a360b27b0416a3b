import GraphModel

extension CollaborationComponent {
  /// Common partners, each counting less the more others it is tied to.
  static let resourceAllocations: [CollaborationComponent] = [
    CollaborationComponent(
      "resource-allocation-recent",
      Wording("gemeinsame Partner (jüngere Projekte)", "common partners (recent projects)"), resourceReference
    ) { index, query in resourceAllocation(from: index.sources(of: query), along: index.recentTies) },
    CollaborationComponent(
      "resource-allocation", Wording("gemeinsame Partner", "common partners"), resourceReference
    ) { index, query in resourceAllocation(from: index.sources(of: query), along: index.plainTies) },
  ]

  /// Common partners of the latest projects.
  static let latestAllocation = CollaborationComponent(
    "resource-allocation-latest", Wording("gemeinsame Partner (jüngste Projekte)", "common partners (latest projects)"),
    resourceReference, isGenerator: false, curves: [.value, .log], for: [.partners]
  ) { index, query in resourceAllocation(from: index.sources(of: query), along: index.latestTies) }

  /// Ways of two steps, and a little of three.
  static let localPath = CollaborationComponent(
    "local-path", Wording("Wege über Partner", "ways through partners"),
    "Local path index: L. Lü, C.-H. Jin, T. Zhou, Phys. Rev. E 80 (2009) 046122, doi:10.1103/PhysRevE.80.046122"
  ) { index, query in
    let second = index.plainTies.spread(index.plainTies.spread(index.sources(of: query)))
    let third = index.plainTies.spread(second)
    return second.indices.map { second[$0] + 0.01 * third[$0] }
  }

  /// Who shares projects with the known members already.
  static let directTies: [CollaborationComponent] = [
    CollaborationComponent(
      "shared-projects-recent", Wording("gemeinsame jüngere Projekte", "shared recent projects"),
      "Sum over shared projects of exp(-age / 4 years) / (members - 1)", for: [.members]
    ) { index, query in index.recentTies.spread(index.sources(of: query)) },
    CollaborationComponent(
      "partner-share", Wording("Partner der Beteiligten", "partners of the members"),
      "Share of the known members whose partner the actor is", for: [.members]
    ) { index, query in index.plainTies.spread(index.sources(of: query)) },
  ]

  private static let resourceReference =
    "Resource allocation: T. Zhou, L. Lü, Y.-C. Zhang, Eur. Phys. J. B 71 (2009) 623, doi:10.1140/epjb/e2009-00335-8"
}

/// What arrives at each actor when the sources share a unit out over their ties and each partner passes on its part,
/// shared out over its own.
///
/// - Complexity: O(ties of the sources' partners).
func resourceAllocation(from sources: [Double], along ties: PartnerTies) -> [Double] {
  var first = ties.spread(sources)
  for actor in first.indices where ties.totals[actor] > 0 { first[actor] /= ties.totals[actor] }
  return ties.spread(first)
}
