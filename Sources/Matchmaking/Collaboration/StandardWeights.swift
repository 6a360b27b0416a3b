extension RankingModel {
  /// The weights that come with the program: what a network with too little history is ranked by, and what learning
  /// starts from.
  public static func standard(for purpose: CollaborationQuery.Purpose) -> RankingModel {
    let terms: [Term] =
      switch purpose {
      case .partners, .members:
        [
          "page-rank-recent", "page-rank-broad", "resource-allocation-recent", "local-path", "knowledge-walk",
          "programme-activity",
        ].map { Term($0, .rank, 1) }
      case .peers:
        [
          Term("topics-together", .value, 0.5), Term("topics-linear", .value, 0.5), RankingModel.topicsAsked,
        ]
      }
    return RankingModel(purpose, terms, origin: .standard)
  }

  /// The topics asked for themselves count only where nothing else tells actors apart: what is sought are the others.
  static let topicsAsked = Term("topics-asked", .value, 0.001)
}
