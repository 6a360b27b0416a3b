public import GraphModel
import NetworkVocabulary

extension Matchmaker {
  /// With whom an actor, project or challenge is connected already, and how.
  ///
  /// A relationship between two actors connects them; so does work on the same project; and an active part of both in the
  /// same event. Being a member of the same network, or among the participants of the same conference, does not: that is
  /// no acquaintance.
  ///
  /// - Complexity: O(edges at the seeker and at its projects and events).
  public func connections(of seeker: NodeID) -> [NodeID: Connection] {
    var found: [NodeID: Connection] = [:]
    func note(_ actor: NodeID, _ connection: Connection) {
      guard actor != seeker, graph.has(.actor, actor), found[actor] == nil else { return }
      found[actor] = connection
    }
    graph.forEachHop(from: seeker, .either) { hop in
      if graph.has(.actor, hop.neighbor) { note(hop.neighbor, .tie(hop.edge)) }
    }
    if graph.has(.challenge, seeker) {
      for project in graph.neighbors(of: seeker, .incoming, "SOLVES") {
        for actor in graph.neighbors(of: project, .incoming, .worksOn) { note(actor, .project(project)) }
      }
    }
    guard graph.has(.actor, seeker) else { return found }
    for project in graph.neighbors(of: seeker, .outgoing, .worksOn) where !isProgramme(project) {
      for actor in graph.neighbors(of: project, .incoming, .worksOn) { note(actor, .project(project)) }
    }
    let events = EdgeType.activeParts.flatMap { graph.neighbors(of: seeker, .outgoing, $0) }
    for event in Set(events).sorted() {
      for type in EdgeType.activeParts {
        for actor in graph.neighbors(of: event, .incoming, type) { note(actor, .event(event)) }
      }
    }
    return found
  }

  /// Whoever is funded by the same programme need not know one another.
  private func isProgramme(_ project: NodeID) -> Bool { graph.value(.kind, of: project)?.text == "programme" }

  /// Whether an actor is of the kind that is asked for.
  func isOfKind(_ kind: PeerQuery.Candidates, _ actor: NodeID) -> Bool {
    switch kind {
    case .any: true
    case .cdo: graph.has(.cdo, actor)
    case .municipal: graph.value(.kind, of: actor)?.text.map(RecordKind.servingKinds.contains) ?? false
    }
  }
}

extension EdgeType {
  /// The parts in an event in which one talks with the others.
  static let activeParts: [EdgeType] = ["HOSTS_TABLE_AT", "MODERATES", "ORGANIZES", "PRESENTS_AT"]
}
