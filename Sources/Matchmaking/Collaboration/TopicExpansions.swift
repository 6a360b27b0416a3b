import Foundation

/// Which topics go together: from some topics to those that are likely to be there too.
struct TopicExpansions: Sendable {
  /// One way to guess further topics.
  enum Method: String, CaseIterable, Sendable {
    /// How often the topic stands beside each topic shown.
    case together
    /// The same, projects of the last one or two years counting most.
    case togetherLatest
    /// The odds by Bayes' rule, as if topics were independent of one another given the one that is guessed.
    case bayes
    /// The topics of all projects, each counting nine times as much for every topic shown that it has.
    case overlap
    /// The topics of projects like the topics shown.
    case likeProjects
    /// The same, projects of the last years counting most.
    case likeProjectsRecent
    /// The same with a memory of one or two years.
    case likeProjectsLatest
    /// The topics of actors like the topics shown.
    case likeActors
    /// A linear prediction of each topic from all others (EASE).
    case linear
    /// How frequent the topic is.
    case frequency
    /// How frequent it is in projects of the last years.
    case frequencyRecent
    /// How frequent it is of late.
    case frequencyLatest
  }

  private let count: Int
  private let content: [Double]
  private let actors: [TopicProfiles.Vector]
  private let actorTopics: [[Int]]
  private let projectTopics: [[Int]]
  private let projectVectors: [TopicProfiles.Vector]
  private let latest: [Double]
  private let recent: [Double]
  private let pairs: TopicPairs
  private let latestPairs: TopicPairs
  private let linear: [Double]
  private let frequencies: [Method: [Double]]

  init(of network: CollaborationNetwork, _ profiles: TopicProfiles) {
    count = network.topicCount
    content = profiles.content
    actors = profiles.actors
    actorTopics = profiles.actors.map { $0.map(\.topic) }
    let projects = (0..<network.projectCount).filter { network.topics.length(of: $0) > 0 }
    let topics = projects.map { network.topics[$0].map(Int.init).sorted() }
    projectTopics = topics
    projectVectors = projects.map { profiles.projects[$0] }
    func fresh(_ lifetime: Double) -> [Double] {
      let all = network.freshness(lifetime: lifetime)
      return projects.map { all[$0] }
    }
    latest = fresh(1.5)
    recent = fresh(4)
    pairs = TopicPairs(topics, [Double](repeating: 1, count: topics.count), count: network.topicCount)
    latestPairs = TopicPairs(topics, latest, count: network.topicCount)
    linear = pairs.linearPrediction(ridge: 10)
    let briefest = fresh(1)
    frequencies = [
      .frequency: pairs.totals, .frequencyRecent: TopicPairs.totals(topics, recent, count),
      .frequencyLatest: TopicPairs.totals(topics, briefest, count),
    ]
  }

  /// The topics that go with those shown, as a vector of length 1 without them: expectation times content.
  func expanded(_ shown: [Int32], by method: Method) -> [Double] {
    let shown = shown.map(Int.init)
    var guess = self.guess(shown, method)
    for topic in shown { guess[topic] = 0 }
    for topic in guess.indices { guess[topic] = max(0, guess[topic]) * content[topic] }
    let length = guess.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? guess.map { $0 / length } : guess
  }

  private func guess(_ shown: [Int], _ method: Method) -> [Double] {
    switch method {
    case .together: return pairs.beside(shown, caution: 0)
    case .togetherLatest: return latestPairs.beside(shown, caution: 1)
    case .bayes: return pairs.bayes(shown, caution: 8, projectCount: projectTopics.count)
    case .linear:
      var sums = [Double](repeating: 0, count: count)
      for topic in shown { for other in 0..<count { sums[other] += linear[topic * count + other] } }
      return sums
    case .frequency, .frequencyRecent, .frequencyLatest:
      return frequencies[method] ?? [Double](repeating: 0, count: count)
    case .overlap:
      let isShown = Set(shown)
      return mean(projectTopics) { number in
        pow(9, Double(projectTopics[number].count { isShown.contains($0) } - shown.count))
      }
    case .likeProjects, .likeProjectsRecent, .likeProjectsLatest:
      let wanted = vector(shown)
      return mean(projectTopics) { number in
        let likeness = TopicProfiles.cosine(projectVectors[number], wanted)
        let freshness = method == .likeProjects ? 1 : method == .likeProjectsRecent ? recent[number] : latest[number]
        return likeness > 0 ? likeness * likeness.squareRoot() * freshness : 0
      }
    case .likeActors:
      let wanted = vector(shown)
      return mean(actorTopics) { number in
        let likeness = TopicProfiles.cosine(actors[number], wanted)
        return likeness * likeness * likeness
      }
    }
  }

  /// The topics of some lists, each list counting as much as it weighs.
  private func mean(_ lists: [[Int]], _ weight: (Int) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for number in lists.indices {
      let weight = weight(number)
      if weight > 0 { for topic in lists[number] { sums[topic] += weight } }
    }
    return sums
  }

  private func vector(_ shown: [Int]) -> [Double] {
    var wanted = [Double](repeating: 0, count: count)
    for entry in TopicProfiles.unit(shown.map { ($0, content[$0]) }) { wanted[entry.topic] = entry.weight }
    return wanted
  }
}

/// How often topics stand together in projects.
struct TopicPairs: Sendable {
  private let count: Int
  /// How often each pair stands together, row by row; 0 on the diagonal.
  private var together: [Double]
  /// How often each topic stands.
  let totals: [Double]

  init(_ projects: [[Int]], _ weights: [Double], count: Int) {
    self.count = count
    together = [Double](repeating: 0, count: count * count)
    totals = Self.totals(projects, weights, count)
    for (number, topics) in projects.enumerated() {
      for first in topics {
        for second in topics where second != first { together[first * count + second] += weights[number] }
      }
    }
  }

  static func totals(_ projects: [[Int]], _ weights: [Double], _ count: Int) -> [Double] {
    var totals = [Double](repeating: 0, count: count)
    for (number, topics) in projects.enumerated() {
      for topic in topics { totals[topic] += weights[number] }
    }
    return totals
  }

  /// Σ over the topics shown of the share of their projects that have each other topic.
  func beside(_ shown: [Int], caution: Double) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for topic in shown {
      let total = max(caution > 0 ? 0 : 1, totals[topic]) + caution
      for other in 0..<count { sums[other] += together[topic * count + other] / total }
    }
    return sums
  }

  /// The chance of each topic by Bayes' rule, at most 1.
  ///
  /// - Parameter caution: How many projects' worth of prior frequency stands beside the counts.
  func bayes(_ shown: [Int], caution: Double, projectCount: Int) -> [Double] {
    let share = totals.map { $0 / Double(max(1, projectCount)) }
    let evidence = shown.reduce(0) { $0 + log(max(share[$1], 1e-9)) }
    return (0..<count).map { topic in
      var odds = log(max(share[topic], 1e-9)) - evidence
      for other in shown {
        let chance = (together[topic * count + other] + caution * share[other]) / (totals[topic] + caution)
        odds += log(max(chance, 1e-12))
      }
      return min(1, exp(odds))
    }
  }

  /// The linear prediction of each column from all others: -P(i, j) / P(j, j), where P is the inverse of the counts
  /// with `ridge` added to the diagonal; row by row, 0 on the diagonal.
  ///
  /// - Complexity: O(topics³).
  /// - SeeAlso: H. Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019, doi:10.1145/3308558.3313710.
  func linearPrediction(ridge: Double) -> [Double] {
    var inverse = together
    for topic in 0..<count { inverse[topic * count + topic] = totals[topic] + ridge }
    invert(&inverse, count)
    let diagonal = (0..<count).map { inverse[$0 * count + $0] }
    for row in 0..<count {
      for column in 0..<count {
        inverse[row * count + column] = row == column ? 0 : -inverse[row * count + column] / diagonal[column]
      }
    }
    return inverse
  }

  /// Inverts a symmetric, positive definite matrix in place, by Gauss and Jordan's elimination.
  private func invert(_ matrix: inout [Double], _ count: Int) {
    var pivotRow = [Double](repeating: 0, count: count)
    matrix.withUnsafeMutableBufferPointer { matrix in
      for pivot in 0..<count {
        let start = pivot * count
        let scale = 1 / matrix[start + pivot]
        matrix[start + pivot] = 1
        for column in 0..<count {
          matrix[start + column] *= scale
          pivotRow[column] = matrix[start + column]
        }
        pivotRow.withUnsafeBufferPointer { pivotRow in
          for row in 0..<count where row != pivot {
            let own = row * count
            let factor = matrix[own + pivot]
            if factor == 0 { continue }
            matrix[own + pivot] = 0
            for column in 0..<count { matrix[own + column] -= factor * pivotRow[column] }
          }
        }
      }
    }
  }
}
