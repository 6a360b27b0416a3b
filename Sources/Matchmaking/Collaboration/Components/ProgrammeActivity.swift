import Foundation
import GraphModel

/// How active each actor is in each programme.
struct ProgrammeActivity: Sendable {
  /// What an actor has done in one programme.
  struct Entry: Sendable {
    let programme: Int
    /// The number of its projects there.
    let count: Double
    /// The same, projects counting less with age.
    let recent: Double
    /// The same with a memory of one year.
    let latest: Double
  }

  /// The programmes of each actor, ascending.
  let entries: [[Entry]]
  let programmeCount: Int
  /// How much each programme says about whoever takes part: ln(1 + actors / its actors).
  let content: [Double]
  /// To which programmes, by their activity of late, the actors of each programme belong; rows sum to 1.
  private let succession: [[Double]]

  init(of network: CollaborationNetwork, _ freshness: [Double]) {
    let latest = network.freshness(lifetime: 1)
    let entries = (0..<network.actorCount).map { actor in
      var sums: [Int32: (Double, Double, Double)] = [:]
      for project in network.projects[actor].map(Int.init) {
        guard let programme = network.programmes[project] else { continue }
        let sum = sums[programme] ?? (0, 0, 0)
        sums[programme] = (sum.0 + 1, sum.1 + freshness[project], sum.2 + latest[project])
      }
      return sums.keys.sorted().compactMap { key in
        sums[key].map { Entry(programme: Int(key), count: $0.0, recent: $0.1, latest: $0.2) }
      }
    }
    var frequency = [Double](repeating: 0, count: network.programmeCount)
    for entry in entries.joined() { frequency[entry.programme] += 1 }
    content = frequency.map { log(1 + Double(network.actorCount) / max(1, $0)) }
    self.entries = entries
    programmeCount = network.programmeCount
    succession = Self.succession(entries, network.programmeCount)
  }

  private static func succession(_ entries: [[Entry]], _ count: Int) -> [[Double]] {
    var rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for own in entries {
      for from in own {
        for to in own { rows[from.programme][to.programme] += to.latest / Double(own.count) }
      }
    }
    return rows.map { row in
      let total = row.reduce(0, +)
      return total > 0 ? row.map { $0 / total } : row
    }
  }

  /// The programmes that a query stands for: its own, or the tf-idf profile of who asks.
  func profile(of query: CollaborationQuery) -> [Double] {
    var profile = [Double](repeating: 0, count: programmeCount)
    if let programme = query.programme { profile[Int(programme)] = 1 }
    guard query.purpose == .partners, let actor = query.actors.first else { return profile }
    for entry in entries[Int(actor)] { profile[entry.programme] = (1 + log(entry.count)) * content[entry.programme] }
    let length = profile.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? profile.map { $0 / length } : profile
  }

  /// The shares of the programmes in what actors have done of late.
  func recentShares(of actors: [Int32]) -> [Double] {
    var shares = [Double](repeating: 0, count: programmeCount)
    for actor in actors {
      let total = entries[Int(actor)].reduce(0) { $0 + $1.recent }
      for entry in entries[Int(actor)] where total > 0 {
        shares[entry.programme] += entry.recent / total / Double(actors.count)
      }
    }
    return shares
  }

  /// The programmes that come after those of a profile.
  func successors(of profile: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: programmeCount)
    let total = profile.reduce(0, +)
    for (programme, share) in profile.enumerated() where share > 0 {
      for next in result.indices { result[next] += share / total * succession[programme][next] }
    }
    return result
  }

  /// What each actor does in the programmes of a profile.
  func activity(in profile: [Double], _ measure: any KeyPath<Entry, Double> & Sendable = \.recent) -> [Double] {
    entries.map { own in own.reduce(0) { $0 + profile[$1.programme] * $1[keyPath: measure] } }
  }
}

extension CollaborationComponent {
  /// Who is active in the programmes that the query stands for.
  static let programmeActivities: [CollaborationComponent] = [
    CollaborationComponent(
      "programme-activity", Wording("aktiv im gleichen Programm", "active in the same programme"),
      "Projects in the query's programmes (tf-idf profile), counting less with age"
    ) { index, query in index.programmes.activity(in: index.programmes.profile(of: query)) },
    CollaborationComponent(
      "programme-activity-latest", Wording("zuletzt aktiv im gleichen Programm", "lately active in the same programme"),
      "Projects in the query's programmes with a memory of one year"
    ) { index, query in index.programmes.activity(in: index.programmes.profile(of: query), \.latest) },
    CollaborationComponent(
      "programme-members", Wording("aktiv in Programmen der Beteiligten", "active in the members' programmes"),
      "Projects in the programmes by their shares in what the actors asked for did of late"
    ) { index, query in index.programmes.activity(in: index.programmes.recentShares(of: query.actors)) },
    CollaborationComponent(
      "programme-succession", Wording("aktiv in Nachfolgeprogrammen", "active in succeeding programmes"),
      "Projects in the programmes to which actors of the query's programmes have moved"
    ) { index, query in
      index.programmes.activity(in: index.programmes.successors(of: index.programmes.profile(of: query)))
    },
  ]
}
