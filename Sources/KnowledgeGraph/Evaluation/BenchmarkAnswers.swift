public import GraphAlgorithms
import JSONText
public import Matchmaking
public import NetworkFiles

/// The answer to one question of a benchmark.
public struct BenchmarkAnswer: Sendable {
  /// The question.
  public let question: CollaborationQuestion
  /// The suggestions, best first, each with the parts of its score.
  public let suggestions: [RankedActor]
  /// From where the paths of the first ten begin: the actor who asks, a member or a topic; absent for an empty question.
  public let anchor: CollaborationNode?
  /// For each of the first ten a path from the anchor; empty unless asked for.
  public let paths: [[CollaborationNode]]
}

extension CollaborationData {
  /// Answers questions: a hundred suggestions each, best first.
  ///
  /// Nobody is suggested whom no path of at most six nodes ties to the question.
  ///
  /// - Parameters:
  ///   - explains: Whether the answers have paths.
  /// - Throws: `Cancelled`.
  /// - Returns: The answers in the order of the questions; the same at any number of threads.
  public func answers(
    to questions: [CollaborationQuestion], of task: CollaborationFolder.Task, by model: RankingModel,
    explains: Bool = false, _ execution: Execution = Execution()
  ) throws(Cancelled) -> [BenchmarkAnswer] {
    let index = CollaborationIndex(of: network, for: [task.purpose])
    let search = EvidenceSearch(of: network)
    return try execution.map(questions.count, chunk: 4) { chunk in
      questions[chunk].map { question in
        let anchor = self.anchor(question, task, index)
        let tree = anchor.map(search.tree)
        let found = index.suggestions(for: query(question, task), by: model, limit: 100) { actor in
          tree?.path(to: actor) != nil
        }
        let paths = explains ? found.prefix(10).compactMap { tree?.path(to: $0.actor) } : []
        return BenchmarkAnswer(question: question, suggestions: found, anchor: anchor, paths: paths)
      }
    }.flatMap(\.self)
  }

  /// The part of a question that most actors are tied to.
  private func anchor(
    _ question: CollaborationQuestion, _ task: CollaborationFolder.Task, _ index: CollaborationIndex
  ) -> CollaborationNode? {
    switch task {
    case .t1: return question.actor.map { .actor($0) }
    case .t2: return question.topics.first.map { .topic($0) }
    case .t3:
      let degrees = question.members.map { index.plainTies.degree(of: Int($0)) }
      guard let most = degrees.max() else { return nil }
      return zip(question.members, degrees).first { $0.1 == most }.map { .actor($0.0) }
    }
  }

  /// One line of a run file: the question, the suggestions, and the paths where there are any.
  public func line(_ answer: BenchmarkAnswer) -> String {
    let ids = answer.suggestions.map { folder.actors[Int($0.actor)].id }
    var members: [(String, JSONOutput?)] = [("query", .string(answer.question.id))]
    if !answer.paths.isEmpty {
      members.append(("actor", answer.anchor.map { .string(name(of: $0)) }))
    }
    members.append(("suggestions", .array(ids.map { .string($0) })))
    if !answer.paths.isEmpty {
      let paths = zip(ids, answer.paths).map { id, path in
        (key: id, value: JSONOutput.array([.array(path.map { .string(name(of: $0)) })]))
      }
      members.append(("paths", .object(paths)))
    }
    return JSONOutput.members(members).text() + "\n"
  }

  /// Scores answers.
  ///
  /// - Parameter truth: What is right; questions that were not answered score 0, answers to others do not count.
  public func report(
    _ answers: [BenchmarkAnswer], _ task: CollaborationFolder.Task, _ truth: [CollaborationTruth]
  ) -> RankingReport {
    let byQuestion = Dictionary(answers.map { ($0.question.id, $0) }, uniquingKeysWith: { first, _ in first })
    let index = CollaborationIndex(of: network, for: [])
    let sorted = truth.sorted { $0.id < $1.id }
    let scores = sorted.map { right in
      let ranked = byQuestion[right.id]?.suggestions.map(\.actor) ?? []
      if task == .t2 {
        return QuestionScore(
          ranked: ranked, gains: index.gains(of: right.hidden.compactMap { folder.topicNumbers[$0] }))
      }
      let relevant = Set(right.relevant)
      return QuestionScore(
        ranked: ranked, right: Set(relevant.compactMap { folder.actorNumbers[$0] }), count: relevant.count)
    }
    let found = truth.map { byQuestion[$0.id]?.suggestions.map(\.actor) ?? [] }
    return RankingReport(
      scores, shown: found.map { Array($0.prefix(10)) },
      degrees: (0..<network.actorCount).map { index.plainTies.degree(of: $0) },
      answeredCount: found.count { !$0.isEmpty })
  }
}
