import Foundation
import TestSupport
import Testing

@testable import Matchmaking

/// What names and places say about who works with whom, on networks small enough to reckon by hand.
@Suite struct NamesAndPlacesTests {
  /// Eight universities and eight chambers; each university works with the chamber of its town, in one project each.
  private static func network(names: [String]? = nil) -> CollaborationNetwork {
    let projects = (0..<8).map { town in
      var project = CollaborationNetwork.Project(members: [Int32(town), Int32(town + 8)])
      project.start = 2016
      project.isDated = true
      return project
    }
    let known = (0..<16).map { $0 < 8 ? "University of Town\($0)" : "Handelskammer Town\($0 - 8)" } + ["Kämmerei"]
    let towns: [String?] = (0..<16).map { "town \($0 % 8)" } + [nil]
    let lands: [String?] = (0..<16).map { $0 % 8 < 4 ? "north" : "south" } + [nil]
    return CollaborationNetwork(
      actorCount: 17, topicCount: 0, programmeCount: 0, projects: projects,
      places: [.district: .init(towns), .country: .init(lands)], names: names ?? known)
  }

  @Test func `words are folded, short ones are left out`() {
    let words = NameWords.words("Ämter für Straßen & IT, Ämter (NRW) 2030")
    #expect(words == ["2030", "amter", "fur", "nrw", "stra"])
    #expect(NameWords.words("ﬁnance – Été").sorted() == ["ete", "finance"])
    #expect(NameWords.words("").isEmpty)
  }

  @Test func `names whose words work together attract each other`() {
    let network = Self.network()
    let words = NameWords(of: network, PartnerTies(of: network, .recent))
    let values = words.affinity([0])
    // 16 ends of ties lie between "university" and "handelskammer", 8 in each direction; half would be expected.
    let lift = log((8.0 + 1) / (8.0 * 8.0 / 16 + 1))
    #expect(abs(values[9] - lift) < 1e-12)
    #expect(values[1] == 0)
    #expect(values[16] == 0)
  }

  @Test func `rare words make names alike`() {
    let network = Self.network()
    let values = NameWords(of: network, PartnerTies(of: network, .recent)).likeness([0])
    // "town0" is rarer than "university".
    let (rare, frequent) = (log(1 + 17.0 / 2), log(1 + 17.0 / 8))
    let length = rare * rare + frequent * frequent
    #expect(abs(values[8] - rare * rare / length) < 1e-12)
    #expect(abs(values[1] - frequent * frequent / length) < 1e-12)
    #expect(abs(values[0] - 1) < 1e-12)
    #expect(values[16] == 0)
  }

  /// The sums round differently from network to network: without a threshold some would be taken for the largest of values.
  @Test(arguments: 0..<20 as Range<UInt64>) func `a word that everybody bears says nothing`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let projects = (0..<200).map { _ in
      var project = CollaborationNetwork.Project(members: (0..<3).map { _ in Int32.random(in: 0..<40, using: &random) })
      project.start = Double.random(in: 2000..<2020, using: &random)
      return project
    }
    let names = (0..<40).map { "Author \(1000 + $0)" }
    let network = CollaborationNetwork(
      actorCount: 40, topicCount: 0, programmeCount: 0, projects: projects, names: names)
    let values = NameWords(of: network, PartnerTies(of: network, .recent)).affinity([0])
    #expect(values.allSatisfy { $0 == 0 })
  }

  @Test func `without names nothing is said`() {
    let network = Self.network(names: [])
    let words = NameWords(of: network, PartnerTies(of: network, .recent))
    #expect(words.affinity([0]).allSatisfy { $0 == 0 } && words.likeness([0]).allSatisfy { $0 == 0 })
  }

  @Test func `who works with actors of my district and country is near`() throws {
    let index = CollaborationIndex(of: Self.network())
    let component = CollaborationComponent.worksWithPlaces
    let raw = component.evaluate(index, .partners(of: 0))
    // The project of town 0 has two members of the district and the country, another one of the north two of the country.
    #expect(abs(raw[8] - (2 * 0.5 + 2 * 0.2) / 2) < 1e-12)
    #expect(abs(raw[1] - 2 * 0.2 / 2) < 1e-12)
    #expect(raw[5] == 0 && raw[16] == 0)
    // The partner cannot be suggested, the next one is the largest.
    #expect(component.values(.partners(of: 0), in: index)[1] == 1)
    #expect(component.evaluate(index, .partners(of: 16)).allSatisfy { $0 == 0 })
  }
}
