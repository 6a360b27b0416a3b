import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct PropertyNeighborsTests {
  private let items = Memberships(setCount: 4, itemCount: 3, pairs: [(0, 0), (0, 1), (1, 1), (1, 2), (3, 0)])

  @Test func `each kind of property`() {
    func similarity(_ property: ComparedProperty) -> [Double] {
      let neighbors = PropertyNeighbors(vertexCount: 4, [(property, 2)])
      return (1..<4).map { neighbors.similarity(of: 0, and: $0) }
    }
    #expect(similarity(.number([0, 5, nil, 20])) == [0.75, 0, 0])
    #expect(similarity(.number([7, 7, .nan, 7])) == [1, 0, 1])
    #expect(similarity(.closeNumber([0, 1, nil, -3])) == [0.5, 0, 0.25])
    #expect(similarity(.category([4, 4, nil, 1])) == [1, 0, 0])
    #expect(similarity(.items(items, .jaccard)) == [1.0 / 3, 0, 0.5])
    #expect(similarity(.items(items, .overlap)) == [0.5, 0, 1])
  }

  @Test func `the mean of what both have`() {
    let neighbors = PropertyNeighbors(
      vertexCount: 4, [(.number([0, 5, 10, 20]), 1), (.category([4, 4, nil, 1]), 3), (.items(items, .jaccard), 2)])
    #expect(abs(neighbors.similarity(of: 0, and: 1) - (0.75 + 3 + 2.0 / 3) / 6) < 1e-12)
    #expect(neighbors.similarity(of: 0, and: 2) == 0.5)
    #expect(abs(neighbors.similarity(of: 0, and: 3) - (0 + 0 + 1.0) / 6) < 1e-12)
  }

  @Test(arguments: 0..<6) func `the best of all pairs`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let numbers = (0..<100).map { _ in
      Bool.random(using: &generator) ? Double(Int.random(in: 0...9, using: &generator)) : nil
    }
    let categories = (0..<100).map { _ in Int.random(in: 0...4, using: &generator) }
    let points = try fastRandomProjection(in: erdosRenyi(vertexCount: 100, edgeCount: 300, seed: UInt64(seed)))
    let neighbors = PropertyNeighbors(
      vertexCount: 100, [(.number(numbers), 1), (.category(categories), 0.5), (.vector(points), 1)])
    let targets = seed % 2 == 0 ? Array(20..<90) : nil
    let found = try neighbors.mostSimilar(
      to: [3, 50, 99], among: targets, limit: 8, cutoff: 0.6, execution: Execution(threads: 1))
    for (position, source) in [3, 50, 99].enumerated() {
      let expected = (targets ?? Array(0..<100)).filter { $0 != source }
        .map { ScoredVertex(vertex: $0, score: neighbors.similarity(of: source, and: $0)) }.filter { $0.score >= 0.6 }
        .sorted { ($1.score, $0.vertex) < ($0.score, $1.vertex) }.prefix(8)
      #expect(found[position] == Array(expected))
    }
    for threads in [2, 8] {
      let execution = Execution(threads: threads)
      let again = try neighbors.mostSimilar(
        to: [3, 50, 99], among: targets, limit: 8, cutoff: 0.6, execution: execution)
      #expect(again == found)
    }
  }
}
