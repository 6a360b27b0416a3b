public import Diagrams
public import Foundation
import JSONText
public import NetworkVocabulary

/// Who was brought together: pairs, tables or teams, as `cdograph match … --format json` writes them.
///
/// Read are `kind`, `occasion`, `date`, `meetings` (of each its `slot`, `place`, `value` and of its `people` the `id` and
/// `part`) and `leftovers`.
public struct MatchPlan: Equatable, Sendable {
  /// Two that meet.
  public struct Pair: Equatable, Sendable {
    /// The id of the one; of two of whom one helps the other, the helping one.
    public let first: String
    /// The id of the other.
    public let second: String
    /// The round, from 1; `nil` where the plan has no rounds.
    public let round: Int?
    /// How well they fit, where the plan says so.
    public let score: Double?
    /// The round or time as the plan names it.
    public let slot: String?
  }

  /// Some that meet together.
  public struct Group: Equatable, Sendable {
    /// Its number among the groups of its round, from 1.
    public let number: Int
    /// The round, from 1; `nil` where the plan has no rounds.
    public let round: Int?
    /// The ids of its members.
    public let members: [String]
    /// The ids of those who stay at the table.
    public let hosts: Set<String>
    /// The round or time as the plan names it.
    public let slot: String?
  }

  /// Somebody who is in no meeting, or misses a round.
  public struct Leftover: Equatable, Sendable {
    /// The id.
    public let id: String
    /// Why, where the plan says so.
    public let reason: String?
  }

  /// What is planned; tables where the file does not say.
  public private(set) var kind = MeetingKind.tables
  /// The day of the meetings, where the file says one.
  public private(set) var day: Day?
  /// The id of the event or challenge, where the plan belongs to one.
  public private(set) var occasion: String?
  /// The pairs by rounds, those of a round in the order of the file.
  public private(set) var pairs: [Pair] = []
  /// The tables or teams by rounds and numbers.
  public private(set) var groups: [Group] = []
  /// Who is left over.
  public private(set) var leftovers: [Leftover] = []
  /// The rounds or times in order; empty where the plan has none.
  public private(set) var slots: [String] = []
  /// Who is in each meeting; three that meet as a pair are three pairs in one meeting.
  private(set) var meetings: [[String]] = []

  /// Reads a file.
  ///
  /// - Parameter file: What the file is called in what is said of it.
  /// - Throws: `file(_:)`.
  public init(json: Data, from file: String) throws(DiagramError) {
    let text = try DiagramFile(json, named: file)
    do throws(ValueFault) {
      try read(json, text.whole)
    } catch {
      throw text.placing(error)
    }
  }

  private mutating func read(_ json: Data, _ whole: PlacedJSON) throws(ValueFault) {
    let plan = (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] ?? [:]
    guard case .object = whole, let meetings = plan["meetings"] as? [Any], !meetings.isEmpty else {
      throw ValueFault(
        whole["meetings"] == nil ? [] : ["meetings"],
        "the file holds no meetings; write one with cdograph match … --format json")
    }
    kind = (plan["kind"] as? String).flatMap(MeetingKind.init) ?? .tables
    day = (plan["date"] as? String).flatMap(Day.init)
    occasion = plan["occasion"] as? String
    for (position, meeting) in meetings.enumerated() {
      guard let meeting = meeting as? [String: Any], let people = meeting["people"] as? [Any] else {
        throw ValueFault(["meetings", "\(position)"], "a meeting needs 'people', a list of those who meet")
      }
      let members = people.compactMap { $0 as? [String: Any] }.compactMap { person in
        (person["id"] as? String).map { Member(id: $0, part: person["part"] as? String) }
      }
      guard members.count == people.count, members.count > 1 else {
        throw ValueFault(
          ["meetings", "\(position)", "people"], "a meeting needs two or more people, each with its 'id' as a text")
      }
      if let twice = members.indices.first(where: { members[..<$0].map(\.id).contains(members[$0].id) }) {
        throw ValueFault(
          ["meetings", "\(position)", "people", "\(twice)"], "'\(members[twice].id)' comes twice in this meeting")
      }
      add(members, meeting, position)
    }
    for case let left as [String: Any] in plan["leftovers"] as? [Any] ?? [] {
      guard let id = left["id"] as? String else { continue }
      leftovers.append(Leftover(id: id, reason: left["reason"] as? String))
    }
    sortByRounds()
  }

  private struct Member {
    let id: String
    let part: String?

    func isOne(_ role: MeetingRole) -> Bool { part == role.word }
  }

  private mutating func add(_ members: [Member], _ meeting: [String: Any], _ position: Int) {
    let slot = meeting["slot"] as? String
    if let slot, !slots.contains(slot) { slots.append(slot) }
    meetings.append(members.map(\.id))
    guard kind == .pairs || kind == .mentors else {
      groups.append(
        Group(
          number: (meeting["place"] as? Int) ?? position + 1, round: Self.round(slot), members: members.map(\.id),
          hosts: Set(members.filter { $0.isOne(.host) }.map(\.id)), slot: slot))
      return
    }
    // Whoever helps comes first.
    let ordered = members.filter { $0.isOne(.mentor) } + members.filter { !$0.isOne(.mentor) }
    for (position, first) in ordered.enumerated() {
      for second in ordered[(position + 1)...] {
        pairs.append(
          Pair(
            first: first.id, second: second.id, round: Self.round(slot), score: meeting["value"] as? Double, slot: slot)
        )
      }
    }
  }

  /// The number of a round such as `R3`.
  static func round(_ slot: String?) -> Int? { slot.flatMap { $0.hasPrefix("R") ? Int($0.dropFirst()) : nil } }

  private mutating func sortByRounds() {
    if slots.allSatisfy({ Self.round($0) != nil }) { slots.sort { Self.round($0) ?? 0 < Self.round($1) ?? 0 } }
    let places = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    func place(_ slot: String?) -> Int { slot.flatMap { places[$0] } ?? -1 }
    pairs = pairs.enumerated().sorted { (place($0.element.slot), $0.offset) < (place($1.element.slot), $1.offset) }
      .map(\.element)
    groups = groups.enumerated().sorted {
      (place($0.element.slot), $0.element.number, $0.offset) < (place($1.element.slot), $1.element.number, $1.offset)
    }.map(\.element)
  }
}
