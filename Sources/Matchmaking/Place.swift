import Foundation
import GraphAlgorithms
public import GraphModel
public import NetworkVocabulary

/// What makes one municipality like another.
public struct Place: Hashable, Sendable {
  /// The node of the municipality.
  public let node: NodeID
  /// Its name.
  public let name: String
  /// `Gemeinde`, `Stadt`, `kreisfreie Stadt` or `Landkreis`.
  public let kind: String?
  /// The Land.
  public let state: String?
  /// Inhabitants.
  public let population: Int?
  /// Degrees north and east.
  public let coordinates: Coordinates?

  /// Reads a municipality.
  public init(_ node: NodeID, in graph: some PropertyView) {
    self.node = node
    name = graph.value(.name, of: node)?.text ?? ""
    kind = graph.value(.kind, of: node)?.text
    state = graph.value(.bundesland, of: node)?.text
    population = graph.value(.population, of: node)?.integer.map(Int.init)
    coordinates =
      if let latitude = graph.value(.latitude, of: node)?.number,
        let longitude = graph.value(.longitude, of: node)?.number
      {
        Coordinates(latitude: latitude, longitude: longitude)
      } else { nil }
  }

  /// The municipality that an actor works for or has its seat in.
  public init?(ofActor actor: NodeID, in graph: some PropertyView) {
    let home =
      graph.neighbors(of: actor, .outgoing, .worksFor).first ?? graph.neighbors(of: actor, .outgoing, .basedIn).first
    guard let home else { return nil }
    self.init(home, in: graph)
  }

  /// The distance to another place in kilometres; `nil` when one has no coordinates.
  public func distance(to other: Place) -> Double? {
    guard let coordinates, let others = other.coordinates else { return nil }
    return coordinates.kilometres(to: others)
  }
}

/// A point on the earth (WGS 84 degrees).
public struct Coordinates: Hashable, Sendable {
  /// Degrees north, -90...90.
  public let latitude: Double
  /// Degrees east, -180...180.
  public let longitude: Double

  /// Makes a point.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The great-circle distance in kilometres.
  public func kilometres(to other: Coordinates) -> Double {
    airDistance(from: (latitude, longitude), to: (other.latitude, other.longitude))
  }
}

/// The classes of town size that the Bundesinstitut für Bau-, Stadt- und Raumforschung (BBSR) uses.
public enum SizeClass: String, CaseIterable, Sendable {
  /// Below 5,000 inhabitants.
  case rural
  /// 5,000 to below 20,000.
  case small
  /// 20,000 to below 100,000.
  case medium
  /// 100,000 and more.
  case large

  /// The class of a number of inhabitants.
  public init(population: Int) {
    self =
      switch population {
      case ..<5_000: .rural
      case ..<20_000: .small
      case ..<100_000: .medium
      default: .large
      }
  }

  /// The class in words.
  public var name: Wording {
    switch self {
    case .rural: Wording("Landgemeinde", "rural municipality")
    case .small: Wording("Kleinstadt", "small town")
    case .medium: Wording("Mittelstadt", "medium-sized town")
    case .large: Wording("Großstadt", "city")
    }
  }
}

/// How alike two places are, part by part, each in 0...1 and `nil` where a fact is missing.
public struct PlaceLikeness: Hashable, Sendable {
  /// 1 for the same number of inhabitants, 0 for twenty times as many or more, even steps on a logarithmic scale.
  public let size: Double?
  /// 1 for the same legal kind, 0.5 for two kinds of town, 0 otherwise.
  public let kind: Double?
  /// 1 for the same Land.
  public let state: Double?
  /// 1 at the same spot, halved every so many kilometres.
  public let nearness: Double?
  /// 1 where both take part in the same programme.
  public let programme: Double?

  /// Compares two places.
  ///
  /// - Parameters:
  ///   - halving: The distance in kilometres at which nearness is one half.
  ///   - programme: 1 where both take part in a programme, 0 where they do not, `nil` where that is not known.
  public init(_ left: Place, _ right: Place, halving: Double = 100, programme: Double? = nil) {
    size =
      if let first = left.population, let second = right.population, first > 0, second > 0 {
        max(0, 1 - abs(log(Double(first) / Double(second))) / log(20))
      } else { nil }
    kind = PlaceLikeness.both(left.kind, right.kind).map { PlaceLikeness.likeness($0, $1) }
    state = PlaceLikeness.both(left.state, right.state).map { $0 == $1 ? 1 : 0 }
    nearness = left.distance(to: right).map { exp2(-$0 / halving) }
    self.programme = programme
  }

  /// The parts in their order; `nil` where a fact is missing.
  public var parts: [(part: PlacePart, value: Double?)] {
    [(.size, size), (.kind, kind), (.state, state), (.distance, nearness), (.programme, programme)]
  }

  /// What is known, part by part.
  var values: [PlacePart: Double] {
    Dictionary(uniqueKeysWithValues: parts.compactMap { part, value in value.map { (part, $0) } })
  }

  private static func both(_ left: String?, _ right: String?) -> (String, String)? {
    if let left, let right { (left, right) } else { nil }
  }

  private static func likeness(_ left: String, _ right: String) -> Double {
    let towns: Set = ["Stadt", "kreisfreie Stadt"]
    return left == right ? 1 : towns.isSuperset(of: [left, right]) ? 0.5 : 0
  }
}
