public import GraphAlgorithms

/// How weights are learned from the past.
public struct TrainingOptions: Sendable {
  /// How many windows of the past are looked at.
  public var windowCount = 4
  /// How many dated projects a window has at the most; at least a fifth of them when there are few.
  public var windowSize = 140
  /// How much less each window counts than the next one.
  public var windowDiscount = 0.6
  /// How many questions' worth of evidence it takes to leave the standard weights.
  public var strength = 150.0
  /// The same for the topics of peers, where there is more evidence.
  public var topicStrength = 20.0
  /// How many windows the topics of peers are learned from.
  public var topicWindowCount = 3
  /// How many questions' worth of evidence it takes to leave the present weights of a preset.
  public var presetStrength = 20.0
  /// How many questions a window asks at the most to weigh a preset; they are taken at even distances.
  public var presetQuestions = 100
  /// Below so many questions nothing is learned.
  public var leastQuestions = 20

  /// The options that the program uses.
  public init() {}
}

/// A stretch of the past: what was known before it, and what happened in it.
struct TrainingWindow: Sendable {
  /// The network as it was.
  let past: CollaborationNetwork
  /// The members of the projects that began then, with their topics and programme.
  let projects: [(members: [Int32], topics: [Int32], programme: Int32?)]

  /// Cuts the latest dated projects of a network into windows, the latest first.
  ///
  /// The borders lie between days, and at least a third of the dated projects stays before the first window.
  static func windows(of network: CollaborationNetwork, _ options: TrainingOptions) -> [TrainingWindow] {
    let dated = (0..<network.projectCount).filter { network.isDated[$0] }
    return periods(of: dated.compactMap { network.starts[$0] }, options).map { period in
      let inside = dated.filter { network.starts[$0].map(period.contains) ?? false }
      let projects = inside.map { project in
        (Array(network.members[project]), Array(network.topics[project]), network.programmes[project])
      }
      return TrainingWindow(past: network.before(period.lowerBound), projects: projects)
    }
  }

  /// Cuts days into stretches, the latest first; the latest has no end.
  static func periods(of days: [Double], _ options: TrainingOptions) -> [Range<Double>] {
    let days = days.sorted(by: >)
    let size = min(options.windowSize, max(20, days.count / 5))
    var periods: [Range<Double>] = []
    var first = 0
    while periods.count < options.windowCount, days.count - first > size, first < days.count * 2 / 3 {
      let border = days[first + size - 1]
      periods.append(border..<(periods.last?.lowerBound ?? .infinity))
      first = days.firstIndex { $0 < border } ?? days.count
    }
    return periods
  }
}

extension TrainingWindow {
  /// Whom actors with partners worked with for the first time, among those who had partners.
  func partnerQuestions(_ index: CollaborationIndex) -> [(query: CollaborationQuery, right: Set<Int32>)] {
    var met: [Int32: Set<Int32>] = [:]
    for project in projects {
      let known = project.members.filter { index.plainTies.degree(of: Int($0)) > 0 }
      for actor in known { met[actor, default: []].formUnion(known) }
    }
    return met.keys.sorted().compactMap { actor in
      guard var right = met[actor] else { return nil }
      right.remove(actor)
      right.subtract(index.plainTies.partners(of: Int(actor)))
      return right.isEmpty ? nil : (.partners(of: actor), right)
    }
  }

  /// Who else took part in the projects, when half of the members are shown.
  func memberQuestions(_ index: CollaborationIndex) -> [(query: CollaborationQuery, right: Set<Int32>)] {
    projects.enumerated().flatMap { number, project -> [(query: CollaborationQuery, right: Set<Int32>)] in
      let known = project.members.filter { index.plainTies.degree(of: Int($0)) > 0 }.sorted()
      guard known.count >= 2 else { return [] }
      // Two halves of each project: what is learned must not hang on one draw.
      return (0..<2).map { draw in
        var bits = SplitMix(seed: UInt64(number * 2 + draw))
        let members = known.shuffled(using: &bits)
        let query = CollaborationQuery.members(
          beside: Array(members[..<(known.count / 2)]), on: project.topics, in: project.programme)
        return (query, Set(members[(known.count / 2)...]))
      }
    }
  }
}

extension RankingModel {
  /// Learns weights from earlier windows of a network; with little history, the standard weights.
  ///
  /// The network is cut at earlier days; questions of the kind that will be asked are put to what was known then, and
  /// the same candidates that would have been ranked are labelled by what happened next.
  ///
  /// - Throws: `Cancelled`.
  /// - Returns: The same at any number of threads.
  public static func trained(
    for purpose: CollaborationQuery.Purpose, on network: CollaborationNetwork,
    _ options: TrainingOptions = TrainingOptions(), _ execution: Execution = Execution()
  ) throws(Cancelled) -> RankingModel {
    if purpose == .peers { return try trainedOnTopics(of: network, options, execution) }
    var tables: [TrainingTable] = []
    let windows = TrainingWindow.windows(of: network, options)
    var weight = 1.0
    for window in windows {
      try execution.checkpoint()
      let index = CollaborationIndex(of: window.past, for: [purpose], candidatesHavePartners: true)
      let questions =
        purpose == .partners ? window.partnerQuestions(index) : window.memberQuestions(index)
      tables += try questionTables(questions, index, weight, execution)
      weight *= options.windowDiscount
    }
    let standard = RankingModel.standard(for: purpose)
    guard tables.count >= options.leastQuestions else { return standard }
    let places = RankingModel.terms(for: purpose)
    let prior = places.map { place in
      standard.terms.first { $0.component == place.component && $0.curve == place.curve }?.weight ?? 0
    }
    let weights = try logisticRegression(tables, prior: prior, strength: options.strength, execution)
    return RankingModel(
      purpose, zip(places, weights).map { Term($0.component, $0.curve, $1) },
      origin: .trained(questions: tables.count, windows: windows.count))
  }

  private static func questionTables(
    _ questions: [(query: CollaborationQuery, right: Set<Int32>)], _ index: CollaborationIndex, _ weight: Double,
    _ execution: Execution
  ) throws(Cancelled) -> [TrainingTable] {
    try execution.map(questions.count, chunk: 4) { chunk in
      questions[chunk].map { question in
        let table = CandidateTable(question.query, in: index)
        return TrainingTable(
          features: table.features, width: table.width, labels: table.actors.map(question.right.contains),
          weight: weight)
      }
    }.flatMap(\.self).filter { $0.labels.contains(true) }
  }
}

/// Random numbers that are the same for the same seed everywhere: SplitMix64 (doi:10.1145/2660193.2660195).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
