public import GraphAlgorithms
public import GraphModel
import JSONText
public import Matchmaking
public import NetworkFiles

/// The models for all questions, as a file that people can read and change.
public struct RankingModels: Sendable {
  /// One model a question.
  public let models: [RankingModel]

  /// Learns all models from earlier windows of a network.
  ///
  /// - Throws: `Cancelled`.
  public init(
    trainedOn network: CollaborationNetwork, _ options: TrainingOptions = TrainingOptions(),
    _ execution: Execution = Execution()
  ) throws(Cancelled) {
    var models: [RankingModel] = []
    for purpose in CollaborationQuery.Purpose.allCases {
      models.append(try RankingModel.trained(for: purpose, on: network, options, execution))
    }
    self.models = models
  }

  /// Reads a file of weights; a question that is not in it has the standard weights.
  ///
  /// - Throws: `NetworkFaults` for unknown words and for what is no such file.
  public init(path: String) throws(NetworkFaults) {
    var known: [String: [String: [String]]] = [:]
    for purpose in CollaborationQuery.Purpose.allCases {
      for term in RankingModel.terms(for: purpose) {
        known[purpose.rawValue, default: [:]][term.component, default: []].append(term.curve.rawValue)
      }
    }
    let file = try WeightsFile(path: path, known: known)
    models = CollaborationQuery.Purpose.allCases.map { purpose in
      let entries = file.entries.filter { $0.purpose == purpose.rawValue }
      if entries.isEmpty { return .standard(for: purpose) }
      let terms = entries.compactMap { entry in
        RankingCurve(rawValue: entry.curve).map { RankingModel.Term(entry.component, $0, entry.weight) }
      }
      return RankingModel(purpose, terms, origin: .file)
    }
  }

  /// The model for a question.
  public func model(for purpose: CollaborationQuery.Purpose) -> RankingModel {
    models.first { $0.purpose == purpose } ?? .standard(for: purpose)
  }

  /// The file: for each question where its weights come from, and the components with their weights.
  public func text(_ language: Language) -> String {
    let models = models.map { model in
      let components = CollaborationComponent.all(for: model.purpose).compactMap { component -> (String, JSONOutput)? in
        let own = model.terms.filter { $0.component == component.name }
        if own.isEmpty { return nil }
        let weights = own.map { ($0.curve.rawValue, JSONOutput?.some(.float($0.weight))) }
        return (component.name, .members([("title", .string(component.title[language]))] + weights))
      }
      return (
        key: model.purpose.rawValue,
        value: JSONOutput.members([
          ("origin", .string(model.origin.phrase[language])),
          ("weights", .object(components.map { (key: $0.0, value: $0.1) })),
        ])
      )
    }
    return JSONOutput.members([("models", .object(models))]).text(indent: true) + "\n"
  }
}

extension RankingModel.Origin {
  /// Where the weights come from, in words.
  public var phrase: Wording {
    switch self {
    case .standard: Wording("mitgelieferte Gewichte", "the weights that come with the program")
    case .trained(let questions, let windows):
      Wording(
        "gelernt aus \(questions) Fragen an \(windows) frühere Zeiträume",
        "learned from \(questions) questions of \(windows) earlier windows")
    case .file: Wording("aus einer Datei", "from a file")
    }
  }
}
