public import GraphModel
public import NetworkVocabulary

/// What somebody, or something, looks for in others.
public struct MatchAim: Sendable {
  /// The actor, project, challenge or municipality that asks; `nil` for a question that nobody in the graph asks.
  public var subject: NodeID?
  /// The topics that are wanted.
  public var topics: [NodeID] = []
  /// The topics in which help is needed.
  public var needs: [NodeID] = []
  /// What is given in return: topics, each with how well it is covered, in 0...1.
  var supplies: [Supply] = []
  /// The projects of one's own.
  public var projects: [NodeID] = []
  /// Projects and events that one has a part in.
  public var meetingPoints: Set<NodeID> = []
  /// The focus of the seeker's own work, or the one that is asked for.
  public var focus: RoleFocus?
  /// The starting positions that others are compared with; the most alike counts.
  public var places: [Place] = []
  /// The programmes that one takes part in.
  public var programmes: Set<NodeID> = []
  /// From where the network is walked.
  public var sources: [NodeID] = []

  /// Looks for nothing in particular.
  public init() {}
}

/// A topic that an actor can help with.
struct Supply: Hashable, Sendable {
  let topic: NodeID
  /// 1 where the actor offers it, 0.6 where it works on it, 0.5 where it does so through a project.
  let degree: Double
  let project: NodeID?
  var isOffered = false
}

extension ActorProfile {
  /// What the actor can help with, as it says or as its work shows.
  var supplies: [Supply] {
    offers.map { Supply(topic: $0, degree: 1, project: nil, isOffered: true) }
      + topics.map { Supply(topic: $0, degree: 0.6, project: nil) }
      + projectTopics.map { Supply(topic: $0.topic, degree: 0.5, project: $0.project) }
  }

  /// What the actor looks for in others.
  var aim: MatchAim {
    var aim = MatchAim()
    aim.subject = node
    aim.topics = topics
    aim.needs = needs
    aim.supplies = supplies
    aim.projects = projects
    aim.meetingPoints = meetingPoints
    aim.focus = focus
    aim.places = places
    aim.programmes = programmes
    aim.sources = [node]
    return aim
  }
}
