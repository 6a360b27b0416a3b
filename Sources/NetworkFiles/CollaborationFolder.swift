import Foundation
import JSONText

/// A folder of collaboration data: `actors.json`, `projects.json`, `topics.json` and, where places are known,
/// `municipalities.json`, each an array of objects.
///
/// Actors, topics and projects are numbered in the order of the files.
public struct CollaborationFolder: Sendable {
  /// Who can be suggested.
  public struct Actor: Sendable {
    /// The id in the files.
    public let id: String
    /// What it is called.
    public let name: String?
    /// What the actor is, such as `municipality` or `university`.
    public let kind: String?
    /// Its country.
    public let country: String?
    /// The position of its municipality.
    public let municipality: Int32?
  }

  /// A place.
  public struct Municipality: Sendable {
    /// The id in the files.
    public let id: String
    /// The code of its NUTS 3 region.
    public let nuts3: String?
  }

  /// What several actors did together.
  public struct Project: Sendable {
    /// The id in the files.
    public let id: String
    /// The day on which it began, as `YYYY-MM-DD`.
    public let start: String?
    /// The years in which it took place, as `2007-2013` or `2015`.
    public let period: String?
    /// What it belongs to.
    public let programme: String?
    /// The positions of its topics.
    public let topics: [Int32]
    /// The positions of its members.
    public let members: [Int32]
  }

  /// Who can be suggested.
  public let actors: [Actor]
  /// What they did together.
  public let projects: [Project]
  /// The ids of the topics.
  public let topics: [String]
  /// The places; empty where none are given.
  public let municipalities: [Municipality]
  /// The number of each actor's id.
  public let actorNumbers: [String: Int32]
  /// The number of each topic's id.
  public let topicNumbers: [String: Int32]

  /// Reads a folder.
  ///
  /// - Throws: ``NetworkFaults`` with every fault in every file.
  public init(path: String) throws(NetworkFaults) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      let reason =
        isFolder.boolValue || !FileManager.default.fileExists(atPath: path)
        ? "there is no such folder" : "this is not a folder that can be read"
      throw NetworkFaults(faults: [NetworkFault(kind: .unreadable(reason), file: path, place: nil, pointer: "")])
    }
    var places = Self.municipalityFile(path)
    let (placeIDs, placeNumbers) = places.identities()
    municipalities = placeIDs.indices.map { position in
      let record = places.elements[position]
      return Municipality(
        id: placeIDs[position], nuts3: places.optionalText("nuts3", of: record, "/\(position)"))
    }
    var topicFile = PlacedFile(array: path + "/topics.json")
    (topics, topicNumbers) = topicFile.identities()
    var actorFile = PlacedFile(array: path + "/actors.json")
    let (actorIDs, actorNumbers) = actorFile.identities()
    self.actorNumbers = actorNumbers
    actors = actorIDs.indices.map { Self.actor($0, actorIDs[$0], &actorFile, placeNumbers) }
    var projectFile = PlacedFile(array: path + "/projects.json")
    let projectIDs = projectFile.identities().ids
    var projects: [Project] = []
    for position in projectIDs.indices {
      projects.append(Self.project(position, projectIDs[position], &projectFile, actorNumbers, topicNumbers))
    }
    self.projects = projects
    let faults = places.faults + topicFile.faults + actorFile.faults + projectFile.faults
    if !faults.isEmpty { throw NetworkFaults(faults: faults) }
  }

  /// A folder without places is no fault.
  private static func municipalityFile(_ folder: String) -> PlacedFile {
    let path = folder + "/municipalities.json"
    return FileManager.default.fileExists(atPath: path) ? PlacedFile(array: path) : PlacedFile(absent: path)
  }

  private static func actor(
    _ position: Int, _ id: String, _ file: inout PlacedFile, _ places: [String: Int32]
  ) -> Actor {
    let record = file.elements[position]
    let pointer = "/\(position)"
    let place = file.optionalText("municipality", of: record, pointer)
    if let place, places[place] == nil, let value = record["municipality"] {
      file.fail(.unknownReference(kind: "municipality", id: place, suggestion: nil), value, pointer + "/municipality")
    }
    return Actor(
      id: id, name: file.optionalText("name", of: record, pointer),
      kind: file.optionalText("kind", of: record, pointer),
      country: file.optionalText("country", of: record, pointer), municipality: place.flatMap { places[$0] })
  }

  private static func project(
    _ position: Int, _ id: String, _ file: inout PlacedFile, _ actors: [String: Int32], _ topics: [String: Int32]
  ) -> Project {
    let record = file.elements[position]
    let pointer = "/\(position)"
    let start = file.optionalText("start", of: record, pointer)
    if let start, !start.isDay, let value = record["start"] {
      file.fail(.invalidDate(start), value, pointer + "/start")
    }
    return Project(
      id: id, start: start, period: file.optionalText("period", of: record, pointer),
      programme: file.optionalText("programme", of: record, pointer),
      topics: file.references("topics", of: record, pointer, to: "topic", topics),
      members: file.references("members", of: record, pointer, to: "actor", actors))
  }
}

extension String {
  /// Whether the text is a day as `YYYY-MM-DD`.
  fileprivate var isDay: Bool {
    guard let match = wholeMatch(of: /(\d{4})-(\d{2})-(\d{2})/), let month = Int(match.2), let day = Int(match.3)
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
