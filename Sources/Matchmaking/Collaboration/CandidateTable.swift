import Foundation

/// Who can be suggested for a query, with the value of every component on every curve.
struct CandidateTable: Sendable {
  /// The candidates, ascending.
  let actors: [Int32]
  /// The value of each component for each candidate: component by component.
  let values: [[Double]]
  /// One row a candidate, one column a term of ``RankingModel/terms(for:)``.
  let features: [Float]
  /// How many columns the rows have.
  let width: Int

  /// How many of the best by each component become candidates.
  private static let bestCount = 120
  /// The last rank that counts.
  private static let lastRank = 1000

  /// Lets every generating component name its best, and values all of them by every component.
  ///
  /// - Complexity: That of the components, and O(actors log actors) for each.
  init(_ query: CollaborationQuery, in index: CollaborationIndex) {
    let components = CollaborationComponent.all(for: query.purpose)
    let admissible = index.admissible(query)
    let columns = components.map { $0.values(query, in: index) }
    let orders = zip(components, columns).map { component, column in
      component.curves.contains(.rank) || component.isGenerator ? Self.best(column) : []
    }
    var isCandidate = [Bool](repeating: false, count: admissible.count)
    if query.purpose == .peers {
      isCandidate = columns.reduce(isCandidate) { found, column in found.indices.map { found[$0] || column[$0] > 0 } }
    } else {
      for (component, order) in zip(components, orders) where component.isGenerator {
        for actor in order.prefix(Self.bestCount) { isCandidate[Int(actor)] = true }
      }
    }
    let actors = isCandidate.indices.filter { isCandidate[$0] }.map(Int32.init)
    self.actors = actors
    values = columns.map { column in actors.map { column[Int($0)] } }
    width = components.reduce(0) { $0 + $1.curves.count }
    var features = [Float](repeating: 0, count: actors.count * width)
    var column = 0
    var ranks = [Int32](repeating: 0, count: admissible.count)
    for (position, component) in components.enumerated() {
      for (rank, actor) in orders[position].enumerated() { ranks[Int(actor)] = Int32(rank + 1) }
      for curve in component.curves {
        for row in actors.indices {
          let value = values[position][row]
          features[row * width + column] = Float(curve.height(at: value, rank: Int(ranks[Int(actors[row])])))
        }
        column += 1
      }
      for actor in orders[position] { ranks[Int(actor)] = 0 }
    }
    self.features = features
  }

  /// The actors with the largest values above 0, best first, equal ones in ascending order.
  private static func best(_ values: [Double]) -> [Int32] {
    var found = values.indices.filter { values[$0] > 0 }
    if found.count > lastRank {
      let least = found.map { values[$0] }.sorted(by: >)[lastRank - 1]
      found = found.filter { values[$0] >= least }
    }
    found.sort { (values[$0], $1) > (values[$1], $0) }
    return found.prefix(lastRank).map(Int32.init)
  }
}

extension RankingCurve {
  /// Where a value comes to lie in 0...1.
  ///
  /// - Parameter rank: The rank from 1; 0 for none.
  func height(at value: Double, rank: Int) -> Double {
    switch self {
    case .value: value
    case .log: max(0, 1 + Foundation.log(max(value, 1e-4)) / Foundation.log(1e4))
    case .rank: rank > 0 ? 20 / Double(20 + rank) : 0
    }
  }
}

extension CollaborationIndex {
  /// The best suggestions for a query, best first, equal scores in ascending order of the actors.
  ///
  /// - Parameters:
  ///   - limit: How many are wanted, at least 1; there are fewer where the components know fewer.
  ///   - isAllowed: Whether somebody may be suggested at all.
  /// - Returns: Suggestions whose parts, summed in their order, are the score.
  /// - Complexity: That of the components; candidates · terms.
  public func suggestions(
    for query: CollaborationQuery, by model: RankingModel, limit: Int = 10,
    where isAllowed: (Int32) -> Bool = { _ in true }
  ) -> [RankedActor] {
    let table = CandidateTable(query, in: self)
    let scorer = TableScorer(model, table)
    let scores = table.actors.indices.map { scorer.score(of: $0) }
    let order = table.actors.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    var found: [RankedActor] = []
    for row in order where isAllowed(table.actors[row]) {
      found.append(scorer.ranked(row))
      if found.count == limit { break }
    }
    return found
  }
}

/// A model laid over the columns of a table.
struct TableScorer {
  private let table: CandidateTable
  private let components: [CollaborationComponent]
  /// The weight of each column.
  private let weights: [Double]

  init(_ model: RankingModel, _ table: CandidateTable) {
    self.table = table
    components = CollaborationComponent.all(for: model.purpose)
    let given = Dictionary(uniqueKeysWithValues: model.terms.map { ("\($0.component) \($0.curve)", $0.weight) })
    weights = RankingModel.terms(for: model.purpose).map { given["\($0.component) \($0.curve)"] ?? 0 }
  }

  /// The sum of the parts, in the order of ``RankedActor/score``.
  func score(of row: Int) -> Double {
    var score = 0.0
    forEachPart(of: row) { _, points in score += points }
    return score
  }

  func ranked(_ row: Int) -> RankedActor {
    var parts: [RankedActor.Part] = []
    forEachPart(of: row) { position, points in
      parts.append(
        RankedActor.Part(
          component: components[position].name, value: table.values[position][row], points: points))
    }
    return RankedActor(table.actors[row], parts)
  }

  private func forEachPart(of row: Int, _ body: (Int, Double) -> Void) {
    var column = 0
    for (position, component) in components.enumerated() {
      var points = 0.0
      for _ in component.curves {
        points += weights[column] * Double(table.features[row * table.width + column])
        column += 1
      }
      if points != 0 { body(position, points) }
    }
  }
}
