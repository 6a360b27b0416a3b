extension CollaborationIndex {
  /// What each actor is worth to somebody who works on some topics: the cosine between them, weighted by how rare they
  /// are, and the actor's topics; only values above 0.
  public func gains(of hidden: [Int32]) -> [Int32: Double] {
    var wanted = [Double](repeating: 0, count: network.topicCount)
    for entry in TopicProfiles.unit(hidden.map { (Int($0), topics.content[Int($0)]) }) {
      wanted[entry.topic] = entry.weight
    }
    var gains: [Int32: Double] = [:]
    for (actor, vector) in topics.actors.enumerated() {
      let gain = TopicProfiles.cosine(vector, wanted)
      if gain > 0 { gains[Int32(actor)] = gain }
    }
    return gains
  }
}
