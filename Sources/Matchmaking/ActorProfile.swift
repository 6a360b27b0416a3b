import GraphModel
import NetworkVocabulary

/// What the graph says of one actor, or of a project that somebody may take over, gathered once for all scores.
struct ActorProfile: Sendable {
  let node: NodeID
  /// What the actor names itself as its topics.
  let topics: [NodeID]
  let projects: [NodeID]
  /// The topics of its projects, with the project through which the actor works on each.
  let projectTopics: [(topic: NodeID, project: NodeID)]
  /// Projects and events that it has any part in.
  let meetingPoints: Set<NodeID>
  /// What it says that it offers, and needs.
  let offers: [NodeID]
  let needs: [NodeID]
  /// The municipality that an actor works for or sits in; all where a project takes place.
  let places: [Place]
  let focus: RoleFocus?
  /// The programmes that its projects, or those of its municipality, belong to.
  let programmes: Set<NodeID>
  /// Its newest project or event that had begun in the year of the question; `year` is `nil` where it was going on.
  let newest: (node: NodeID, year: Int?)?

  init(of actor: NodeID, in graph: some PropertyView, year: Int) {
    node = actor
    topics = graph.neighbors(of: actor, .outgoing, .covers)
    projects = graph.neighbors(of: actor, .outgoing, .worksOn)
    projectTopics = projects.flatMap { project in
      graph.neighbors(of: project, .outgoing, .about).map { ($0, project) }
    }
    let points = graph.hops(from: actor).map(\.neighbor).filter { graph.has(.project, $0) || graph.has(.event, $0) }
    meetingPoints = Set(points)
    offers = graph.neighbors(of: actor, .outgoing, .offers)
    needs = graph.neighbors(of: actor, .outgoing, .needs)
    places = Place(ofActor: actor, in: graph).map { [$0] } ?? []
    focus = RoleFocus(of: actor, in: graph)
    let local = places.flatMap { graph.neighbors(of: $0.node, .incoming, .locatedIn) }
    programmes = Set((projects + local).flatMap { Self.programmes(of: $0, in: graph) })
    newest = graph.newest(of: points, seenFrom: year)
  }

  init(ofProject project: NodeID, in graph: some PropertyView, year: Int) {
    node = project
    topics = graph.neighbors(of: project, .outgoing, .about)
    projects = [project]
    projectTopics = []
    meetingPoints = []
    (offers, needs, focus) = ([], [], nil)
    places = graph.neighbors(of: project, .outgoing, .locatedIn).map { Place($0, in: graph) }
    programmes = Set(Self.programmes(of: project, in: graph))
    newest = graph.newest(of: [project], seenFrom: year)
  }

  /// The programmes that a project is, or is a part of.
  static func programmes(of project: NodeID, in graph: some PropertyView) -> [NodeID] {
    var found: [NodeID] = []
    var next: NodeID? = project
    var seen: Set<NodeID> = []
    // Loading rejects circles; a graph from elsewhere may have them.
    while let node = next, seen.insert(node).inserted {
      if graph.value(.kind, of: node)?.text == "programme" { found.append(node) }
      next = graph.neighbors(of: node, .outgoing, .partOf).first
    }
    return found
  }
}
