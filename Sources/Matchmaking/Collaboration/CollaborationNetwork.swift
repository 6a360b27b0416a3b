import Foundation

/// Who has worked with whom, on what, when and where: what predicting collaboration needs of a network, as flat arrays.
///
/// Actors, projects, topics, programmes and places are numbers from 0. A *project* is anything that several actors do
/// together: a project, an event, a body that they belong to.
public struct CollaborationNetwork: Sendable {
  /// The members of each project, each once.
  public let members: IndexLists
  /// The projects of each actor, ascending.
  public let projects: IndexLists
  /// The topics of each project, each once.
  public let topics: IndexLists
  /// The topics that actors name themselves, beside those of their projects.
  public let ownTopics: IndexLists
  /// The programme of each project.
  public let programmes: [Int32?]
  /// When each project began, in years such as 2016.5; `nil` where nothing is known.
  public let starts: [Double?]
  /// Whether the day or year of a project's start is known, and not only its period.
  public let isDated: [Bool]
  /// The places of the actors at each level; a level may be absent.
  public let places: [PlaceLevel: Classes]
  /// What the actors are.
  public let kinds: Classes
  /// What the actors are called; empty where nothing is known.
  public let names: [String]
  /// How many topics there are.
  public let topicCount: Int
  /// How many programmes there are.
  public let programmeCount: Int

  /// How wide a place is.
  public enum PlaceLevel: String, CaseIterable, Sendable {
    /// A town or municipality.
    case municipality
    /// A Kreis, or a NUTS 3 region.
    case district
    /// A NUTS 2 region.
    case region
    /// A country; in the network of German municipalities a Land.
    case country
  }

  /// A division of the actors into classes; some may be in none.
  public struct Classes: Sendable, Hashable {
    /// The class of each actor.
    public let ofActor: [Int32?]
    /// The names of the classes, sorted.
    public let names: [String]

    /// How many classes there are.
    public var count: Int { names.count }

    /// Numbers names in their order; `nil` is no class.
    public init(_ names: [String?]) {
      let sorted = Set(names.compactMap(\.self)).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: zip(sorted, 0..<Int32(sorted.count)))
      ofActor = names.map { $0.flatMap { numbers[$0] } }
      self.names = sorted
    }
  }

  /// One project as it is given.
  public struct Project: Sendable {
    /// Who takes part; repeated actors count once.
    public var members: [Int32]
    /// What it is about; repeated topics count once.
    public var topics: [Int32] = []
    /// The programme that it belongs to.
    public var programme: Int32?
    /// When it began, in years.
    public var start: Double?
    /// Whether `start` is a day or year, and not the middle of a period.
    public var isDated = false

    /// A project of some actors, of which nothing else is known.
    public init(members: [Int32]) { self.members = members }
  }

  /// Lays out a network.
  ///
  /// - Parameters:
  ///   - projects: The projects; numbers in them lie below the counts given.
  ///   - ownTopics: For each actor the topics that it names itself; empty where nobody does.
  ///   - places: The places of the actors at the levels that are known.
  ///   - kinds: What the actors are.
  ///   - names: What they are called.
  /// - Complexity: O(memberships + topics of projects).
  public init(
    actorCount: Int, topicCount: Int, programmeCount: Int, projects: [Project], ownTopics: [[Int32]] = [],
    places: [PlaceLevel: Classes] = [:], kinds: Classes? = nil, names: [String] = []
  ) {
    members = IndexLists(projects.map { $0.members.withoutRepeats })
    topics = IndexLists(projects.map { $0.topics.withoutRepeats })
    self.projects = members.inverted(count: actorCount)
    self.ownTopics = IndexLists(ownTopics.isEmpty ? Array(repeating: [], count: actorCount) : ownTopics)
    programmes = projects.map(\.programme)
    starts = projects.map(\.start)
    isDated = projects.map { $0.isDated && $0.start != nil }
    self.places = places
    self.kinds = kinds ?? Classes(Array(repeating: nil, count: actorCount))
    self.names = names.isEmpty ? Array(repeating: "", count: actorCount) : names
    self.topicCount = topicCount
    self.programmeCount = programmeCount
  }

  /// How many actors there are.
  public var actorCount: Int { projects.count }

  /// How many projects there are.
  public var projectCount: Int { members.count }

  /// The time from which the past is looked at: the start of the latest project; 0 where no project has a time.
  public var now: Double { starts.lazy.compactMap(\.self).max() ?? 0 }

  /// The network as it was: without the projects that are known to have begun at `time` or later.
  public func before(_ time: Double) -> CollaborationNetwork {
    let kept = (0..<projectCount).filter { project in
      guard isDated[project], let start = starts[project] else { return true }
      return start < time
    }
    return CollaborationNetwork(self, keeping: kept)
  }

  /// The same actors with some of the projects.
  private init(_ whole: CollaborationNetwork, keeping kept: [Int]) {
    members = IndexLists(kept.map { Array(whole.members[$0]) })
    topics = IndexLists(kept.map { Array(whole.topics[$0]) })
    projects = members.inverted(count: whole.actorCount)
    ownTopics = whole.ownTopics
    programmes = kept.map { whole.programmes[$0] }
    starts = kept.map { whole.starts[$0] }
    isDated = kept.map { whole.isDated[$0] }
    places = whole.places
    kinds = whole.kinds
    names = whole.names
    topicCount = whole.topicCount
    programmeCount = whole.programmeCount
  }
}

extension CollaborationNetwork {
  /// How much each project still counts: exp(-age / `lifetime`), ages in years; 1 for all without a lifetime, and for a
  /// project of which no time is known.
  public func freshness(lifetime: Double?) -> [Double] {
    let now = now
    return starts.map { start in
      guard let lifetime, let start else { return 1 }
      return exp((start - now) / lifetime)
    }
  }
}

extension [Int32] {
  /// The elements in their order, each where it stands first.
  fileprivate var withoutRepeats: [Int32] {
    if count < 2 { return self }
    var seen: Set<Int32> = []
    return filter { seen.insert($0).inserted }
  }
}
