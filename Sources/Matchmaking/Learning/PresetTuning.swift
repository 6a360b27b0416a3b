public import GraphAlgorithms
import GraphModel
public import NetworkVocabulary

/// A preset whose weights were learned from the past of a network, or could not be.
public struct PresetTuning: Sendable {
  /// The preset as it is.
  public let present: MatchPreset
  /// The preset with the weights that were learned: shares that add up to 1; as it is where they are not to be used.
  public let tuned: MatchPreset
  /// How many questions of the past had an answer that could be found.
  public let questionCount: Int
  /// The first year of each stretch of the past that gave questions, the latest first.
  public let windowYears: [Int]
  /// How present weights and learned ones do on the latest stretch, from which these were not learned for that; `nil`
  /// where too little came before it.
  public let trial: PresetTrial?

  /// What came of it.
  public enum Outcome: Sendable {
    /// The weights were learned.
    case learned
    /// Too few questions to learn from, or too few before the latest stretch to try what is learned.
    case tooLittle
    /// Learned weights did worse than the present ones, which therefore remain.
    case worse
  }

  /// Whether the preset has learned weights.
  public var outcome: Outcome { trial.map { $0.verdict == .worse ? .worse : .learned } ?? .tooLittle }
}

/// The present weights beside learned ones on questions that nothing was learned from.
public struct PresetTrial: Sendable {
  /// The first year of the questions.
  public let year: Int
  /// How many questions there are.
  public let questionCount: Int
  /// How many earlier ones the weights were learned from.
  public let earlierCount: Int
  /// The means with the present weights.
  public let present: QuestionScore
  /// The means with the learned weights.
  public let tuned: QuestionScore
  /// Between what the difference of the mean NDCG lies in 95 of 100 resamples of the questions.
  public let interval: ClosedRange<Double>

  /// What a trial says.
  public enum Verdict: Sendable {
    /// Better, and not by chance; better or worse by what may be chance; worse.
    case better, unclear, worse
  }

  /// Whether the learned weights are better.
  public var verdict: Verdict { interval.lowerBound > 0 ? .better : interval.upperBound < 0 ? .worse : .unclear }
}

extension Matchmaker {
  /// Learns the weights of a preset from earlier stretches of the network's own past.
  ///
  /// The network is cut at earlier days. Then the questions are asked that `suggest` answers for actors and for projects
  /// (`transfer` for a preset of that name, where relationships say with a day who took over what); who was right is what
  /// came next. The weights of the components are fitted by a logistic regression that allows none below 0 and is drawn towards
  /// the present weights. They are given out where what earlier stretches teach does not do worse on the latest one. A
  /// component that told nobody apart keeps its share. All else of the preset stays as it is. What actors say of
  /// themselves, such as topics, has no day and is taken as it stands today.
  ///
  /// ```swift
  /// let tuning = try matchmaker.tuning(of: matchmaker.settings.similar)
  /// let weights = tuning.tuned.weights
  /// ```
  ///
  /// - Throws: `Cancelled`.
  /// - Returns: The same at any number of threads.
  /// - Complexity: O(questions × (actors × topics² × depth + nodes + edges)).
  public func tuning(
    of preset: MatchPreset, _ options: TrainingOptions = TrainingOptions(), _ execution: Execution = Execution()
  ) throws(Cancelled) -> PresetTuning {
    let dated = (graph.nodes(with: .project) + graph.nodes(with: .event)).filter { !graph.has(.example, $0) }
    let days = dated.compactMap { graph.beginning(of: $0) }
    var past: [PresetLessons<Graph>] = []
    for period in TrainingWindow.periods(of: days, options) {
      try execution.checkpoint()
      let window = PresetWindow(graph, period, settings)
      let all = preset.name == "transfer" ? window.transferQuestions() : window.collaboratorQuestions()
      let count = min(all.count, options.presetQuestions)
      past.append(
        try PresetLessons(
          year: Int(period.lowerBound), questions: (0..<count).map { all[$0 * all.count / count] }, preset, execution))
    }
    let tables = past.tables(options)
    // What cannot be tried is not given out.
    let trial = try trial(past, preset, options, execution)
    let learned = trial.map { $0.verdict != .worse } ?? false ? try weights(tables, preset, options, execution) : nil
    return PresetTuning(
      present: preset, tuned: learned.map(preset.weighing) ?? preset, questionCount: tables.count,
      windowYears: past.filter { !$0.tables.isEmpty }.map(\.year), trial: trial)
  }

  /// Learns from all but the latest questions, and asks those.
  private func trial(
    _ past: [PresetLessons<Graph>], _ preset: MatchPreset, _ options: TrainingOptions, _ execution: Execution
  ) throws(Cancelled) -> PresetTrial? {
    guard let position = past.firstIndex(where: { !$0.tables.isEmpty }) else { return nil }
    let latest = past[position]
    let earlier = past[(position + 1)...].tables(options)
    guard earlier.count >= options.leastQuestions else { return nil }
    let tuned = preset.weighing(try weights(earlier, preset, options, execution))
    // Evidence is gathered with every component looked at, as a component may have gained its first weight.
    let scores = try execution.map(latest.questions.count, chunk: 2) { chunk in
      latest.questions[chunk].map { $0.scores(by: [preset.even, preset, tuned]) }
    }.flatMap(\.self)
    return PresetTrial(
      year: latest.year, questionCount: scores.count, earlierCount: earlier.count, present: mean(scores.map { $0[1] }),
      tuned: mean(scores.map { $0[2] }), interval: bootstrapInterval(scores.map { $0[2].ndcg - $0[1].ndcg }))
  }

  private func mean(_ scores: [QuestionScore]) -> QuestionScore {
    var mean = QuestionScore()
    mean.ndcg = scores.reduce(0) { $0 + $1.ndcg } / Double(scores.count)
    mean.hit = scores.reduce(0) { $0 + $1.hit } / Double(scores.count)
    return mean
  }

  /// The weights that questions teach, as shares in thousandths.
  private func weights(
    _ tables: [TrainingTable], _ preset: MatchPreset, _ options: TrainingOptions, _ execution: Execution
  ) throws(Cancelled) -> [MatchComponent: Double] {
    let components = MatchComponent.allCases
    let sum = components.reduce(0) { $0 + preset.weights[$1, default: 0] }
    let present = components.map { preset.weights[$0, default: 0] / sum }
    // How many odds a whole point of the present score is worth: so the prior has the scale of the answer.
    let scores = tables.map { $0.projected(on: present) }
    let scale = try logisticRegression(scores, prior: [0], strength: 1e-6, isNonNegative: true, execution)[0]
    let prior = present.map { $0 * max(1, scale) }
    let learned = try logisticRegression(
      tables, prior: prior, strength: options.presetStrength, isNonNegative: true, execution)
    let isSilent = components.indices.map { column in tables.allSatisfy { $0.isConstant(column) } }
    let kept = components.indices.reduce(0) { $0 + (isSilent[$1] ? present[$1] : 0) }
    let total = components.indices.reduce(0) { $0 + (isSilent[$1] ? 0 : learned[$1]) }
    // Where nothing foresaw anything, nothing is learned.
    if total == 0 { return Dictionary(uniqueKeysWithValues: zip(components, thousandths(present)).filter { $0.1 > 0 }) }
    let shares = thousandths(components.indices.map { isSilent[$0] ? present[$0] : learned[$0] / total * (1 - kept) })
    return Dictionary(uniqueKeysWithValues: zip(components, shares).filter { $0.1 > 0 })
  }

  /// Shares in whole thousandths that add up to 1, by largest remainders.
  private func thousandths(_ shares: [Double]) -> [Double] {
    var whole = shares.map { Int(($0 * 1000).rounded(.down)) }
    let byRemainder = shares.indices.sorted { left, right in
      let remainders = (shares[left] * 1000 - Double(whole[left]), shares[right] * 1000 - Double(whole[right]))
      return remainders.0 != remainders.1 ? remainders.0 > remainders.1 : left < right
    }
    for position in byRemainder.prefix(1000 - whole.reduce(0, +)) { whole[position] += 1 }
    return whole.map { Double($0) / 1000 }
  }
}
