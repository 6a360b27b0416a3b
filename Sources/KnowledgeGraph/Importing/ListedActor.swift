public import GraphModel
import Interchange
import JSONText
import NetworkFiles
import NetworkVocabulary

/// A row of a list that was read as an actor.
struct ListedActor {
  let row: CSVSheet.Row
  var name = ""
  /// The id that the list gives, or the one that follows from the name.
  var id = ""
  var municipality: NodeID?
  /// What stands in the record, the id left out, in the order in which fields are written.
  var members: [(key: String, value: JSONOutput)] = []
  /// The topics that the actor offers help with or needs help with.
  var ties: [(type: TieType, topic: String)] = []
  /// Whether the list gives the id, and it does not only follow from the name.
  var hasOwnID = false
  /// Whether the list says who agrees to what.
  var saysConsent = false
  /// Why the row cannot be taken.
  var faults: [ListFault] = []

  /// A member that is a text.
  func text(_ key: String) -> String? {
    guard case .string(let text)? = members.first(where: { $0.key == key })?.value else { return nil }
    return text
  }

  /// Members that are lists of texts.
  func texts(_ key: String) -> [String] {
    guard case .array(let values)? = members.first(where: { $0.key == key })?.value else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}

/// A word of a list that means nothing in the network, or that was understood loosely.
public struct ListWord: Sendable {
  /// What stands in the list.
  public let text: String
  /// The numbers of the rows in which it stands.
  public internal(set) var rows: [Int]
  /// What it may mean, the likeliest first; what it was taken for, where it was understood.
  public let nodes: [NodeID]
  /// What else is called so, where it was understood.
  public var others: [NodeID] = []
}
