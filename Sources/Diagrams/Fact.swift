public import GraphModel

/// Something known of a node or an edge that a picture can show by its looks.
public enum Fact: Codable, Hashable, Sendable {
  /// One of some words; the code is short enough to stand in a label, and empty where the picture may choose one.
  case word(String, code: String)
  /// A quantity.
  case number(Double)

  /// The word, or the number as people write it.
  public func text(in language: Language) -> String {
    switch self {
    case .word(let text, _): text
    case .number(let number): numberText(number, language)
    }
  }

  /// The quantity; `nil` for a word.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// A number as people write it: whole ones grouped by thousands, others with three digits that count.
func numberText(_ number: Double, _ language: Language) -> String {
  guard number.magnitude < 1e15 else { return "\(number)" }
  if number == number.rounded() { return Int(number).grouped(language) }
  var factor = 1.0
  while number.magnitude * factor < 100, factor < 1e6 { factor *= 10 }
  if factor == 1 { return Int(number.rounded()).grouped(language) }
  let text = "\((number * factor).rounded() / factor)"
  return language == .german ? text.replacing(".", with: ",") : text
}

/// A point on the earth (WGS 84 degrees).
public struct Location: Codable, Hashable, Sendable {
  /// Degrees east.
  public var longitude: Double
  /// Degrees north.
  public var latitude: Double

  /// Makes a point.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// An area on a map.
public struct Outline: Codable, Equatable, Sendable {
  /// What it is called.
  public var name: String
  /// Its borders, each closed; holes and islands are borders of their own.
  public var rings: [[Location]]

  /// Describes an area.
  public init(name: String, rings: [[Location]]) {
    self.name = name
    self.rings = rings
  }
}

/// What happened to a thing between two states of the network.
public enum Change: String, Codable, Hashable, Sendable, CaseIterable {
  /// Only the newer state has it.
  case added
  /// Only the older state has it.
  case removed
  /// Both have it, under different names.
  case renamed

  /// The sign before the label, so that nobody needs the colour.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "\u{2212}"
    case .renamed: "~"
    }
  }
}

/// How the legend of a comparing picture calls what changed.
public struct ChangeNames: Codable, Equatable, Sendable {
  /// Such as "new since 23 October 2026".
  public var added: String
  /// Such as "no longer there".
  public var removed: String

  /// Gives both words.
  public init(added: String, removed: String) {
    self.added = added
    self.removed = removed
  }
}
