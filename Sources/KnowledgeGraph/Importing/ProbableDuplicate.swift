import GermanText
import GraphModel
import GraphStore
import NetworkVocabulary

/// Somebody whom a row of a list probably means who is there already, and why.
public struct ProbableDuplicate: Sendable {
  /// What speaks for it.
  public enum Reason: Hashable, Sendable {
    /// Both serve the municipality, or have their seat there.
    case samePlace(String)
    /// Both are of the kind of which a municipality has one.
    case sameRole(String)
    /// The field has the same value in both: the contact or the homepage.
    case sameValue(field: String)
    /// The names are alike, in hundredths.
    case alikeNames(Int)
    /// The names are the same, but the other serves another municipality.
    case otherPlace(String)
  }

  /// The id of the other.
  public let id: String
  /// How the other is called.
  public let name: String
  /// The number of the row in which the other stands; nil where it is in the network.
  public let row: Int?
  /// What speaks for it, the strongest first.
  public let reasons: [Reason]
}

/// What duplicates are recognised by.
struct DuplicateTraits {
  let id: String
  let name: String
  let row: Int?
  let place: NodeID?
  let kind: String?
  let values: [String: String]
  /// The words of the name and of other names.
  private let spellings: [[String]]

  /// The fields that two different actors hardly share.
  static let fields = ["x-contact", "x-homepage"]

  init(
    id: String, name: String, otherNames: [String] = [], row: Int?, place: NodeID?, kind: String?,
    values: [String: String]
  ) {
    (self.id, self.name, self.row, self.place, self.kind) = (id, name, row, place, kind)
    self.values = values.mapValues { Self.phoneNumber($0) ?? Self.address($0) }
    spellings = ([name] + otherNames).map(Self.words)
  }

  /// The words that tell one actor from another: role names are one word, articles and designations none.
  private static func words(of name: String) -> [String] {
    let plain = withoutGenderForms(name)
    let all = tokens(of: RoleNames.reading(of: plain) ?? plain)
    let words = withoutTitles(all).filter { !fillers.contains($0) }
    return words.isEmpty ? all : words
  }

  private static let fillers: Set<String> = [
    "am", "an", "beispiel", "bei", "das", "dem", "den", "der", "des", "die", "fuer", "gemeinde", "hansestadt", "im",
    "in",
    "kreisstadt", "landeshauptstadt", "stadt", "und", "universitaetsstadt", "von", "zu",
  ]

  /// An address without what may be written or not.
  private static func address(_ text: String) -> String {
    var address = folded(text).filter { !$0.isWhitespace }
    for start in ["mailto:", "https://", "http://", "www."] where address.hasPrefix(start) {
      address.removeFirst(start.count)
    }
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }

  /// The digits of a phone number without its country and its zero, both of which lists lose; nil for any other text.
  private static func phoneNumber(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 6, text.allSatisfy({ $0.isASCII && $0.isNumber || " +-–/().".contains($0) }) else {
      return nil
    }
    let isAbroad = text.hasPrefix("+") || digits.hasPrefix("00")
    let national = digits.drop { $0 == "0" }
    return String(isAbroad && national.hasPrefix("49") ? national.dropFirst(2).drop { $0 == "0" } : national)
  }

  /// How alike the names are, in hundredths; the likest count where somebody has several.
  ///
  /// - Complexity: O(names² · length²).
  func likeness(to other: DuplicateTraits) -> Int {
    spellings.flatMap { mine in other.spellings.map { Self.likeness(mine, $0) } }.max() ?? 0
  }

  /// By slips of the pen over the length, or by the words that both have, whichever is more (Dice's coefficient).
  private static func likeness(_ words: [String], _ others: [String]) -> Int {
    let shared = Set(words).intersection(others).count
    let dice = 200 * shared / max(1, Set(words).count + Set(others).count)
    // `Meier, Hans` and `Hans Maier` differ by one letter.
    return max(dice, spelledLikeness(words, others), spelledLikeness(words.sorted(), others.sorted()))
  }

  private static func spelledLikeness(_ words: [String], _ others: [String]) -> Int {
    let (mine, theirs) = (words.joined(), others.joined())
    let length = max(mine.count, theirs.count)
    guard length > 0 else { return 0 }
    return 100 * (length - (editDistance(mine, theirs, limit: length / 2) ?? length)) / length
  }

  /// Whether both have the same name and different places.
  func isNamesake(of other: DuplicateTraits) -> Bool {
    guard let place, let elsewhere = other.place, place != elsewhere else { return false }
    return spellings.contains { mine in mine.count > 1 && other.spellings.contains { $0.sorted() == mine.sorted() } }
  }

  /// Why both are probably the same; nil where they probably are not.
  ///
  /// They are with the same contact or homepage and names alike by half, in the same place with the same role or names alike
  /// by 85 hundredths, or with names alike by 92 hundredths where the places do not differ.
  func reasons(against other: DuplicateTraits, placeName: (NodeID) -> String) -> [ProbableDuplicate.Reason]? {
    let shared = Self.fields.filter { values[$0] != nil && values[$0] == other.values[$0] }
    let isSamePlace = place != nil && place == other.place
    let isElsewhere = place != nil && other.place != nil && place != other.place
    let isSameRole = isSamePlace && kind == "cdo-role" && other.kind == "cdo-role"
    if shared.isEmpty, isElsewhere { return nil }
    let likeness = likeness(to: other)
    guard
      isSameRole || (!shared.isEmpty && likeness >= 50) || (isSamePlace && likeness >= 85)
        || (!isElsewhere && likeness >= 92)
    else { return nil }
    var reasons: [ProbableDuplicate.Reason] = []
    if isSamePlace, let place { reasons.append(.samePlace(placeName(place))) }
    if isSameRole { reasons.append(.sameRole("cdo-role")) }
    return reasons + shared.map { .sameValue(field: $0) } + [.alikeNames(likeness)]
  }
}

extension Workspace {
  /// What the actors of the network are recognised by, in the order of their nodes.
  var duplicateTraits: [DuplicateTraits] {
    graph.nodes(with: .actor).map { node in
      var values: [String: String] = [:]
      for field in DuplicateTraits.fields { values[field] = graph.value(PropertyKey(field), of: node)?.text }
      return DuplicateTraits(
        id: graph.value(.id, of: node)?.text ?? "", name: graph.value(.name, of: node)?.text ?? "",
        otherNames: graph.value("altNames", of: node)?.texts ?? [], row: nil, place: home(of: node),
        kind: graph.value(.kind, of: node)?.text, values: values)
    }
  }

  /// Where an actor serves or has its seat.
  func home(of actor: NodeID) -> NodeID? {
    graph.neighbors(of: actor, .outgoing, .worksFor).first ?? graph.neighbors(of: actor, .outgoing, .basedIn).first
  }
}
