import GraphModel

/// Actors, projects, topics, programmes, municipalities and countries as one graph on which a walk wanders.
///
/// From an actor a walk goes on to a project with weight 1, to its municipality with 0.3 and to its country with 0.05;
/// from a project to a member with 1, to a topic or the programme with 0.5; from a topic, programme or place back.
struct KnowledgeWalk: Sendable {
  private let offsets: [Int]
  private let targets: [Int32]
  private let chances: [Double]
  private let firstTopic: Int
  private let firstProgramme: Int
  private let actorCount: Int

  init(of network: CollaborationNetwork, _ freshness: [Double]) {
    let municipalities = network.places[.municipality]
    let countries = network.places[.country]
    let firstProject = network.actorCount
    let firstTopic = firstProject + network.projectCount
    let firstProgramme = firstTopic + network.topicCount
    let firstMunicipality = firstProgramme + network.programmeCount
    let firstCountry = firstMunicipality + (municipalities?.count ?? 0)
    let count = firstCountry + (countries?.count ?? 0)
    actorCount = network.actorCount
    self.firstTopic = firstTopic
    self.firstProgramme = firstProgramme

    var rows = [[(Int, Double)]](repeating: [], count: count)
    /// Adds a relation whose chances sum to `weight`.
    func add(_ from: Int, _ weight: Double, _ targets: [(Int, Double)]) {
      let total = targets.reduce(0) { $0 + $1.1 }
      if total > 0 { rows[from] += targets.map { ($0.0, weight * $0.1 / total) } }
    }
    for actor in 0..<network.actorCount {
      add(actor, 1, network.projects[actor].map { (firstProject + Int($0), freshness[Int($0)]) })
      if let place = municipalities?.ofActor[actor] { add(actor, 0.3, [(firstMunicipality + Int(place), 1)]) }
      if let place = countries?.ofActor[actor] { add(actor, 0.05, [(firstCountry + Int(place), 1)]) }
    }
    for project in 0..<network.projectCount {
      add(firstProject + project, 1, network.members[project].map { (Int($0), 1) })
      add(firstProject + project, 0.5, network.topics[project].map { (firstTopic + Int($0), 1) })
      if let programme = network.programmes[project] {
        add(firstProject + project, 0.5, [(firstProgramme + Int(programme), 1)])
      }
    }
    /// Turns a relation round: everything that leads to a node leads back.
    func addBack(_ first: Int, _ count: Int, _ pairs: some Sequence<(Int, Int, Double)>) {
      var lists = [[(Int, Double)]](repeating: [], count: count)
      for (from, to, weight) in pairs { lists[to].append((from, weight)) }
      for (position, list) in lists.enumerated() { add(first + position, 1, list) }
    }
    addBack(
      firstTopic, network.topicCount,
      (0..<network.projectCount).lazy.flatMap { project in
        network.topics[project].map { (firstProject + project, Int($0), freshness[project]) }
      })
    addBack(
      firstProgramme, network.programmeCount,
      network.programmes.enumerated().lazy.compactMap { project, own in
        own.map { (firstProject + project, Int($0), freshness[project]) }
      })
    for (first, classes) in [(firstMunicipality, municipalities), (firstCountry, countries)] {
      guard let classes else { continue }
      addBack(
        first, classes.count,
        classes.ofActor.enumerated().lazy.compactMap { actor, own in
          own.map { (actor, Int($0), 1) }
        })
    }
    var offsets = [0]
    var targets: [Int32] = []
    var chances: [Double] = []
    for row in rows {
      let total = row.reduce(0) { $0 + $1.1 }
      targets += row.map { Int32($0.0) }
      chances += row.map { $0.1 / total }
      offsets.append(targets.count)
    }
    self.offsets = offsets
    self.targets = targets
    self.chances = chances
  }

  /// The share of its time that a walk spends at each actor which keeps returning to what is asked for.
  ///
  /// - Complexity: O(20 · arcs).
  func shares(of query: CollaborationQuery) -> [Double] {
    let restart = query.purpose == .members ? 0.3 : 0.2
    let start = self.start(of: query)
    var shares = start
    for _ in 0..<20 {
      var next = start.map { $0 * restart }
      for node in shares.indices where shares[node] != 0 {
        let share = shares[node] * (1 - restart)
        for position in offsets[node]..<offsets[node + 1] {
          next[Int(targets[position])] += share * chances[position]
        }
      }
      shares = next
    }
    return Array(shares[..<actorCount])
  }

  private func start(of query: CollaborationQuery) -> [Double] {
    var start = [Double](repeating: 0, count: offsets.count - 1)
    for actor in query.actors { start[Int(actor)] += 0.4 / Double(query.actors.count) }
    if query.purpose != .partners {
      for topic in query.topics { start[firstTopic + Int(topic)] += 0.3 / Double(query.topics.count) }
      if let programme = query.programme { start[firstProgramme + Int(programme)] += 0.3 }
    }
    let total = start.reduce(0, +)
    return total > 0 ? start.map { $0 / total } : start
  }
}

extension CollaborationComponent {
  /// Nearness over everything that is known: projects, topics, programmes and places.
  static let knowledgeWalk = CollaborationComponent(
    "knowledge-walk", Wording("Nähe über Themen, Programme und Orte", "proximity over topics, programmes and places"),
    "Random walk with restart: H. Tong, C. Faloutsos, J.-Y. Pan, ICDM 2006, doi:10.1109/ICDM.2006.70"
  ) { index, query in index.walk.shares(of: query) }
}
