/// What collaborators are looked for: for an actor, for the members of a planned project, or for topics.
public struct CollaborationQuery: Sendable, Hashable {
  /// What is asked.
  public enum Purpose: String, CaseIterable, Sendable {
    /// Whom an actor will work with next.
    case partners
    /// Who works on some topics, and on those that usually go with them.
    case peers
    /// Who will join a project.
    case members
  }

  /// What is asked.
  public var purpose: Purpose
  /// The actor who asks, or the known members of the project.
  public var actors: [Int32]
  /// The topics asked for; those of the project.
  public var topics: [Int32]
  /// The programme of the project.
  public var programme: Int32?

  /// Asks for new partners of an actor.
  public static func partners(of actor: Int32) -> CollaborationQuery {
    CollaborationQuery(purpose: .partners, actors: [actor], topics: [])
  }

  /// Asks for actors who work on topics and on what usually goes with them.
  public static func peers(on topics: [Int32]) -> CollaborationQuery {
    CollaborationQuery(purpose: .peers, actors: [], topics: topics)
  }

  /// Asks for further members of a project.
  public static func members(
    beside actors: [Int32], on topics: [Int32] = [], in programme: Int32? = nil
  ) -> CollaborationQuery {
    CollaborationQuery(purpose: .members, actors: actors, topics: topics, programme: programme)
  }
}
