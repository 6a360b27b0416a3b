import Foundation
import GraphModel

/// How much, how recently and with how many partners each actor works.
struct ActorActivity: Sendable {
  let recent: [Double]
  let latest: [Double]
  let count: [Double]
  let lastStart: [Double]
  let firstStart: [Double]
  let projectSize: [Double]

  init(of network: CollaborationNetwork, _ freshness: [Double]) {
    let brief = network.freshness(lifetime: 1)
    let now = network.now
    func sum(_ weights: [Double]) -> [Double] {
      (0..<network.actorCount).map { network.projects[$0].reduce(0) { $0 + weights[Int($1)] } }
    }
    func starts(_ actor: Int) -> [Double] { network.projects[actor].compactMap { network.starts[Int($0)] } }
    let sums = sum(freshness)
    let sizes = sum(freshness.indices.map { freshness[$0] * Double(network.members.length(of: $0)) })
    recent = sums.map { log(1 + $0) }
    latest = sum(brief).map { log(1 + $0) }
    count = (0..<network.actorCount).map { log(1 + Double(network.projects.length(of: $0))) }
    lastStart = (0..<network.actorCount).map { starts($0).max().map { exp(($0 - now) / 2) } ?? 0 }
    firstStart = (0..<network.actorCount).map { starts($0).min().map { exp(($0 - now) / 2) } ?? 0 }
    projectSize = sums.indices.map { sums[$0] > 0 ? log(1 + sizes[$0] / sums[$0]) : 0 }
  }
}

extension CollaborationComponent {
  /// How active a candidate is, whoever asks.
  static let activityComponents: [CollaborationComponent] = [
    activity("activity-recent", Wording("Aktivität der letzten Jahre", "activity of the last years")) {
      $0.activity.recent
    },
    activity("activity-latest", Wording("Aktivität zuletzt", "activity of late")) { $0.activity.latest },
    activity("project-count", Wording("Zahl der Projekte", "number of projects")) { $0.activity.count },
    activity("last-start", Wording("jüngster Projektbeginn", "latest start")) { $0.activity.lastStart },
    activity("first-start", Wording("neu im Netz", "new in the network")) { $0.activity.firstStart },
    activity("partner-count", Wording("Zahl der Partner", "number of partners")) { index in
      (0..<index.network.actorCount).map { log(1 + Double(index.plainTies.degree(of: $0))) }
    },
    activity("tie-strength", Wording("Stärke der Bindungen", "strength of ties")) { index in
      index.recentTies.totals.map { log(1 + $0) }
    },
    activity("project-size", Wording("Größe der Projekte", "size of projects")) { $0.activity.projectSize },
  ]

  private static func activity(
    _ name: String, _ title: Wording, _ values: @escaping @Sendable (CollaborationIndex) -> [Double]
  ) -> CollaborationComponent {
    CollaborationComponent(
      name, title, "A property of the candidate alone: logarithm of a number, or exp(-age / 2 years)",
      isGenerator: false
    ) { index, _ in values(index) }
  }
}
