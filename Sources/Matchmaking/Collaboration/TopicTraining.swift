import GraphAlgorithms

extension RankingModel {
  /// Learns which ways to guess topics are to be trusted how far.
  ///
  /// The gain of an actor is linear in the hidden topics, so the best order is that by their expectation: a ridge
  /// regression of the hidden topics of actors of earlier windows on what each way guesses from the shown ones.
  static func trainedOnTopics(
    of network: CollaborationNetwork, _ options: TrainingOptions, _ execution: Execution
  ) throws(Cancelled) -> RankingModel {
    let methods = TopicExpansions.Method.allCases
    var system = SymmetricSystem(size: methods.count)
    var questionCount = 0
    var weight = 1.0
    let windows = TrainingWindow.windows(of: network, options).prefix(options.topicWindowCount)
    for window in windows {
      try execution.checkpoint()
      let profiles = TopicProfiles(of: window.past, window.past.freshness(lifetime: CollaborationIndex.lifetime))
      let expansions = TopicExpansions(of: window.past, profiles)
      let questions = window.topicQuestions()
      let factor = weight
      let parts = try execution.map(questions.count, chunk: 32) { chunk in
        var system = SymmetricSystem(size: methods.count)
        for question in questions[chunk] {
          let hidden = TopicProfiles.unit(question.hidden.map { (Int($0), profiles.content[Int($0)]) })
          let guesses = methods.map { expansions.expanded(question.shown, by: $0) }
          system.add(guesses, hidden, weight: factor)
        }
        return system
      }
      for part in parts { system.add(part) }
      questionCount += questions.count
      weight *= options.windowDiscount
    }
    let standard = RankingModel.standard(for: .peers)
    guard questionCount >= options.leastQuestions else { return standard }
    let prior = methods.map { method in standard.terms.first { $0.component == method.name }?.weight ?? 0 }
    system.addDiagonal([Double](repeating: options.topicStrength, count: methods.count))
    for position in prior.indices { system.side[position] += options.topicStrength * prior[position] }
    return RankingModel(
      .peers, zip(methods, system.solution()).map { Term($0.name, .value, $1) } + [topicsAsked],
      origin: .trained(questions: questionCount, windows: windows.count))
  }
}

extension TrainingWindow {
  /// Topic sets of actors of the window, cut in two: half of the topics, at most six, are shown.
  fileprivate func topicQuestions() -> [(shown: [Int32], hidden: [Int32])] {
    var topics: [Int32: Set<Int32>] = [:]
    for project in projects {
      for actor in project.members { topics[actor, default: []].formUnion(project.topics) }
    }
    var seen: Set<[Int32]> = []
    var questions: [(shown: [Int32], hidden: [Int32])] = []
    for draw in 0..<2 {
      for actor in topics.keys.sorted() {
        guard let own = topics[actor], own.count >= 4 else { continue }
        var bits = SplitMix(seed: UInt64(actor) * 2 + UInt64(draw))
        let order = own.sorted().shuffled(using: &bits)
        let shown = order.prefix(min(6, own.count / 2)).sorted()
        if seen.insert(shown).inserted { questions.append((shown, Array(order.dropFirst(shown.count)))) }
      }
    }
    return questions
  }
}

extension SymmetricSystem {
  /// Adds one question: for each topic what each way guesses, against what was hidden.
  fileprivate mutating func add(_ guesses: [[Double]], _ hidden: TopicProfiles.Vector, weight: Double) {
    var target = [Double](repeating: 0, count: guesses.first?.count ?? 0)
    for entry in hidden { target[entry.topic] = entry.weight }
    var row = [Double](repeating: 0, count: guesses.count)
    for topic in target.indices {
      var isEmpty = true
      for method in guesses.indices {
        row[method] = guesses[method][topic]
        if row[method] != 0 { isEmpty = false }
      }
      if isEmpty { continue }
      add(row, weight: weight)
      for method in row.indices { side[method] += weight * row[method] * target[topic] }
    }
  }
}
