import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// What a plan of mentors promises, counted from the definitions on random networks.
@Suite struct MentorTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `nobody would rather do otherwise, and nobody is left without a reason`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let matchmaker = Matchmaker(randomNetwork(seed))
    let preset = try #require(matchmaker.settings.presets.randomElement(using: &random))
    let actors = matchmaker.actors
    let mentors = actors.filter { $0.rawValue % 3 != 0 }
    let places = mentors.map { _ in Int.random(in: 0...2, using: &random) }
    let forbidden = Set(actors.shuffled(using: &random).prefix(3))
    func excluded(_ one: NodeID, _ other: NodeID) -> Bool { forbidden.contains(one) && other.rawValue % 2 == 0 }
    let plan = matchmaker.mentorPlan(
      mentees: actors, mentors: mentors, places: places, preset: preset, excluded: excluded)
    let room = Dictionary(uniqueKeysWithValues: zip(mentors, places))

    // Places are kept, everybody appears once.
    let guests = Dictionary(grouping: plan.matches.map(\.option), by: \.mentor)
    for (mentor, own) in guests { #expect(own.count <= room[mentor, default: 0]) }
    #expect((plan.matches.map(\.option.mentee) + plan.unmatched.map(\.mentee)).sorted() == actors)
    for mentor in mentors {
      let left = room[mentor, default: 0] - guests[mentor, default: []].count
      #expect((plan.free.first { $0.mentor == mentor }?.places ?? 0) == left)
    }

    // How each looks to the other, from the model itself.
    func seen(_ actor: NodeID, by seeker: NodeID) -> Suggestion {
      matchmaker.score(of: actor, for: seeker, preset: preset)
    }
    func helped(_ mentee: NodeID, by mentor: NodeID) -> Int {
      Int((seen(mentor, by: mentee).evidence.exchange.received * 1000).rounded())
    }
    let host = Dictionary(uniqueKeysWithValues: plan.matches.map { ($0.option.mentee, $0.option) })
    for mentee in actors {
      for mentor in mentors where mentor != mentee && !excluded(mentee, mentor) {
        let help = helped(mentee, by: mentor)
        guard help > 0, host[mentee]?.mentor != mentor else { continue }
        let wish = (help, seen(mentor, by: mentee).points)
        let welcome = (help, seen(mentee, by: mentor).points)
        let wantsMore = host[mentee].map { wish > $0.wish } ?? true
        let own = guests[mentor, default: []]
        let hasRoom = own.count < room[mentor, default: 0] || own.contains { welcome > $0.welcome }
        #expect(!(wantsMore && hasRoom), "\(mentee) and \(mentor) would rather have each other")
      }
    }
    #expect(plan.blocking.isEmpty)

    for (mentee, reason) in plan.unmatched {
      let able = mentors.filter { $0 != mentee && helped(mentee, by: $0) > 0 }
      let free = able.filter { !excluded(mentee, $0) }
      switch reason {
      case .noNeed: #expect(matchmaker.graph.neighbors(of: mentee, .outgoing, .needs).isEmpty)
      case .noOffer: #expect(able.isEmpty)
      case .excluded: #expect(!able.isEmpty && free.isEmpty)
      case .full(let named):
        #expect(Set(named) == Set(free) && !named.isEmpty)
        for mentor in named { #expect(guests[mentor, default: []].count == room[mentor]) }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `any order of the names gives the same bytes`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ties = ["needs", "offers"].flatMap { word in
      (0..<9).map { _ in
        let actor = Int.random(in: 0..<12, using: &random)
        return
          #"{"id":"\#(word)-\#(Int.random(in: 0...Int.max, using: &random))","type":"\#(word)","from":"a\#(actor)","to":"t\#(actor * 7 % 4)","source":"x","verified":false}"#
      }
    }
    let actors = (0..<12).map { #"{"id":"a\#($0)","name":"CDO \#($0)","kind":"cdo-role","topics":["t\#($0 % 4)"]}"# }
    let topics = (0..<4).map { #"{"id":"t\#($0)","labelDe":"Thema \#($0)"}"# }
    let files = [
      "actors.json": actors, "topics.json": topics, "ties.json": ties,
    ].mapValues { "[\($0.joined(separator: ",\n"))]" }
    try withFolder(files) { folder in
      let workspace = try Workspace(folders: [folder])
      let people = workspace.graph.nodes(with: .actor)
      let texts = try (0..<5).map { _ in
        var query = MentorQuery(
          try workspace.gathering(event: nil, actors: people.shuffled(using: &random)),
          MeetingRules(preset: workspace.matching.similar, date: "2026-03-05"))
        query.mentors = people.shuffled(using: &random)
        query.mentees = people.shuffled(using: &random)
        query.each = 2
        return workspace.json(try workspace.mentorMeetings(query, .german), .german).text()
      }
      #expect(Set(texts).count == 1 && texts[0].contains("CDO"))
    }
  }
}
