public import Matchmaking
public import NetworkFiles

/// A folder of collaboration data with the network that it describes.
public struct CollaborationData: Sendable {
  /// The folder.
  public let folder: CollaborationFolder
  /// The network; actors, projects and topics have the numbers of the folder.
  public let network: CollaborationNetwork
  /// The programmes in the order of their numbers.
  let programmes: [String]

  /// Reads a folder.
  ///
  /// - Throws: `NetworkFaults` with every fault in every file.
  public init(path: String) throws(NetworkFaults) {
    let folder = try CollaborationFolder(path: path)
    self.folder = folder
    let names = Set(folder.projects.compactMap(\.programme)).sorted()
    programmes = names
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, 0..<Int32(names.count)))
    let projects = folder.projects.map { record in
      var project = CollaborationNetwork.Project(members: record.members)
      project.topics = record.topics
      project.programme = record.programme.flatMap { numbers[$0] }
      let day = record.start.flatMap(CollaborationNetwork.decimalYear)
      project.start = day ?? record.period.flatMap(Self.middle)
      project.isDated = day != nil
      return project
    }
    let places = folder.municipalities
    func classes(_ name: (CollaborationFolder.Actor) -> String?) -> CollaborationNetwork.Classes {
      CollaborationNetwork.Classes(folder.actors.map(name))
    }
    func region(_ actor: CollaborationFolder.Actor) -> String? {
      actor.municipality.flatMap { places[Int($0)].nuts3 }
    }
    network = CollaborationNetwork(
      actorCount: folder.actors.count, topicCount: folder.topics.count, programmeCount: names.count,
      projects: projects,
      places: [
        .municipality: classes { $0.municipality.map { places[Int($0)].id } },
        .district: classes(region),
        // The first four characters of a NUTS 3 code are its NUTS 2 region.
        .region: classes { region($0).map { String($0.prefix(4)) } },
        .country: classes(\.country),
      ],
      kinds: classes(\.kind), names: folder.actors.map { $0.name ?? "" })
  }

  /// The middle of a period such as `2007-2013` or `2015`, in years.
  static func middle(ofPeriod period: String) -> Double? {
    let years = period.split(separator: "-").compactMap { Int($0) }
    guard let first = years.first, let last = years.last, years.count <= 2 else { return nil }
    return Double(first + last + 1) / 2
  }

  /// The query that a question stands for.
  func query(_ question: CollaborationQuestion, _ task: CollaborationFolder.Task) -> CollaborationQuery {
    switch task {
    case .t1: .partners(of: question.actor ?? 0)
    case .t2: .peers(on: question.topics)
    case .t3:
      .members(
        beside: question.members, on: question.topics,
        in: question.programme.flatMap { programmes.firstIndex(of: $0) }.map(Int32.init))
    }
  }

  /// The name of a node in the files, and as the scorer of the benchmark writes it.
  func name(of node: CollaborationNode) -> String {
    switch node {
    case .actor(let actor): folder.actors[Int(actor)].id
    case .project(let project): folder.projects[Int(project)].id
    case .topic(let topic): folder.topics[Int(topic)]
    case .programme(let programme): "programme:" + programmes[Int(programme)]
    case .place(let level, let place):
      (level == .country ? "country:" : "") + (network.places[level]?.names[Int(place)] ?? "")
    }
  }
}

extension CollaborationFolder.Task {
  /// What the task asks.
  public var purpose: CollaborationQuery.Purpose {
    switch self {
    case .t1: .partners
    case .t2: .peers
    case .t3: .members
    }
  }
}
