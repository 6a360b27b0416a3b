import GraphAlgorithms
import GraphModel
import NetworkVocabulary

/// What a stretch of the past teaches about a preset.
struct PresetLessons<Whole: PropertyView>: Sendable {
  /// The first year of the stretch.
  let year: Int
  let questions: [PresetQuestion<Whole>]
  /// One for each question with an answer among those that would be ranked.
  let tables: [TrainingTable]

  init(
    year: Int, questions: [PresetQuestion<Whole>], _ preset: MatchPreset, _ execution: Execution
  ) throws(Cancelled) {
    self.year = year
    self.questions = questions
    tables = try execution.map(questions.count, chunk: 2) { chunk in questions[chunk].map { $0.table(preset) } }
      .flatMap(\.self).filter { $0.labels.contains(true) }
  }
}

extension Sequence {
  /// The tables of all stretches, each stretch counting less than the next one.
  func tables<Whole>(_ options: TrainingOptions) -> [TrainingTable] where Element == PresetLessons<Whole> {
    var weight = 1.0
    return flatMap { lessons in
      defer { weight *= options.windowDiscount }
      return lessons.tables.map {
        TrainingTable(features: $0.features, width: $0.width, labels: $0.labels, weight: weight)
      }
    }
  }
}

extension PresetQuestion {
  /// How many candidates by each component a question teaches with.
  private static var reach: Int { 120 }

  /// The values of all components for the best candidates by each, and for those that were right.
  fileprivate func table(_ preset: MatchPreset) -> TrainingTable {
    let components = MatchComponent.allCases
    let candidates = scored(by: preset.even).candidates
    let rows = candidates.map { suggestion in
      components.map { component in suggestion.contributions.first { $0.component == component }?.value ?? 0 }
    }
    var taken = Set(candidates.indices.filter { right.contains(candidates[$0].actor) })
    for column in components.indices {
      taken.formUnion(
        rows.indices.sorted { (rows[$1][column], $0) < (rows[$0][column], $1) }.prefix(PresetQuestion.reach))
    }
    let order = taken.sorted()
    return TrainingTable(
      features: order.flatMap { rows[$0].map(Float.init) }, width: components.count,
      labels: order.map { right.contains(candidates[$0].actor) }, weight: 1)
  }

  /// How good the first ten by each preset are; who would not be ranked at all is missed.
  ///
  /// The presets differ in nothing but the weights of the components, so that all look at the same evidence.
  func scores(by presets: [MatchPreset]) -> [QuestionScore] {
    guard let first = presets.first else { return [] }
    let (view, candidates) = scored(by: first)
    return presets.map { preset in
      let other = view.weighing(preset)
      let ranked = candidates.map { other.suggestion($0.actor, $0.evidence) }.sorted(by: other.isBefore).prefix(10)
      return QuestionScore(
        ranked: ranked.map { Int32(bitPattern: $0.actor.rawValue) },
        right: Set(right.map { Int32(bitPattern: $0.rawValue) }))
    }
  }
}

extension MatchPreset {
  /// The preset with the same weight for every component, so that each is looked at.
  var even: MatchPreset { weighing(Dictionary(uniqueKeysWithValues: MatchComponent.allCases.map { ($0, 1) })) }
}

extension TrainingTable {
  /// One column: the sum of all, each times a weight.
  func projected(on weights: [Double]) -> TrainingTable {
    let sums = labels.indices.map { row in
      weights.indices.reduce(0) { $0 + weights[$1] * Double(features[row * width + $1]) }
    }
    return TrainingTable(features: sums.map(Float.init), width: 1, labels: labels, weight: weight)
  }

  /// Whether a column tells no two candidates apart.
  func isConstant(_ column: Int) -> Bool {
    labels.indices.allSatisfy { features[$0 * width + column] == features[column] }
  }
}
