import GraphModel

extension CollaborationComponent {
  /// Who works on the topics that usually go with those asked for, by several ways to tell which those are.
  static let topicPeers: [CollaborationComponent] =
    TopicExpansions.Method.allCases.map { method in
      CollaborationComponent(method.name, method.title, method.reference, for: [.peers]) { index, query in
        let wanted = index.expansions?.expanded(query.topics, by: method) ?? []
        guard !wanted.isEmpty else { return [Double](repeating: 0, count: index.network.actorCount) }
        return index.topics.actors.map { TopicProfiles.cosine($0, wanted) }
      }
    } + [topicsAsked]

  /// Who works on the very topics that are asked for: decides where the others are equal.
  private static let topicsAsked = CollaborationComponent(
    "topics-asked", Wording("gefragte Themen", "topics asked for"),
    "Cosine of tf-idf vectors: G. Salton, C. Buckley, Inf. Process. Manag. 24 (1988), doi:10.1016/0306-4573(88)90021-0",
    for: [.peers]
  ) { index, query in
    let wanted = index.topics.wanted(query, isRecent: false)
    return index.topics.actors.map { TopicProfiles.cosine($0, wanted) }
  }
}

extension TopicExpansions.Method {
  /// The name of the component.
  var name: String {
    switch self {
    case .together: "topics-together"
    case .togetherLatest: "topics-together-latest"
    case .bayes: "topics-bayes"
    case .overlap: "topics-overlap"
    case .likeProjects: "topics-of-like-projects"
    case .likeProjectsRecent: "topics-of-like-projects-recent"
    case .likeProjectsLatest: "topics-of-like-projects-latest"
    case .likeActors: "topics-of-like-actors"
    case .linear: "topics-linear"
    case .frequency: "topics-frequency"
    case .frequencyRecent: "topics-frequency-recent"
    case .frequencyLatest: "topics-frequency-latest"
    }
  }

  fileprivate var title: Wording {
    switch self {
    case .together: Wording("Themen, die damit einhergehen", "topics that go with it")
    case .togetherLatest: Wording("Themen, die zuletzt damit einhergingen", "topics that lately went with it")
    case .bayes: Wording("wahrscheinliche Themen", "probable topics")
    case .overlap: Wording("Themen von Projekten mit denselben Themen", "topics of projects with the same topics")
    case .likeProjects: Wording("Themen ähnlicher Projekte", "topics of similar projects")
    case .likeProjectsRecent: Wording("Themen ähnlicher jüngerer Projekte", "topics of similar recent projects")
    case .likeProjectsLatest: Wording("Themen ähnlicher jüngster Projekte", "topics of similar latest projects")
    case .likeActors: Wording("Themen ähnlicher Akteure", "topics of similar actors")
    case .linear: Wording("vorhergesagte Themen", "predicted topics")
    case .frequency: Wording("häufige Themen", "frequent topics")
    case .frequencyRecent: Wording("in den letzten Jahren häufige Themen", "topics frequent in the last years")
    case .frequencyLatest: Wording("zuletzt häufige Themen", "topics frequent of late")
    }
  }

  fileprivate var reference: String {
    switch self {
    case .linear: "EASE: H. Steck, WWW 2019, doi:10.1145/3308558.3313710"
    case .bayes: "Naive Bayes: M. E. Maron, J. ACM 8 (1961) 404, doi:10.1145/321075.321084"
    case .together, .togetherLatest:
      "Query expansion by co-occurrence: H. J. Peat, P. Willett, J. ASIS 42 (1991) 378"
    case .overlap, .likeProjects, .likeProjectsRecent, .likeProjectsLatest, .likeActors:
      "Nearest neighbours: B. Sarwar et al., WWW 2001, doi:10.1145/371920.372071"
    case .frequency, .frequencyRecent, .frequencyLatest: "How many projects have the topic, counting less with age"
    }
  }
}
