import GermanText
import GraphModel
import GraphStore
import NetworkVocabulary

/// How a name that nothing has can be read nevertheless: without gender forms, with another word for a role, with other
/// endings, and as a compound that a topic is a part of.
struct NameReadings {
  let graph: PropertyGraph
  let names: NameIndex<NodeID>

  /// The one node that a reading of the name leads to; the first reading that leads anywhere decides.
  ///
  /// - Complexity: O(names).
  func node(named name: String, among labels: [Label]) -> NodeID? {
    let plain = withoutGenderForms(name)
    let spellings = [plain, RoleNames.reading(of: plain)].compactMap(\.self).filter { $0 != name }
    for spelling in spellings {
      if case .one(let node, _) = names.find(spelling, in: labels.isEmpty ? nil : Set(labels.map(\.name))) {
        return node
      }
    }
    return ([plain] + spellings).lazy.compactMap { inflected($0, labels) }.first ?? compound(plain, labels)
  }

  /// The node of which a name has the same stems: `Hackathons`, `Datenplattformen`.
  private func inflected(_ name: String, _ labels: [Label]) -> NodeID? {
    let wanted = stems(of: name)
    guard !wanted.isEmpty else { return nil }
    var found: Set<NodeID> = []
    for kind in kinds(labels) {
      for node in graph.nodes(with: kind.label)
      where ownNames(of: node, kind).contains(where: { stems(of: $0) == wanted }) {
        found.insert(node)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The topic that a compound is about: the one whose name covers most of it.
  ///
  /// A name stands at the beginning or the end of the word, joined by the sounds that German joins words with; of two that
  /// cover as much neither is meant.
  private func compound(_ name: String, _ labels: [Label]) -> NodeID? {
    let word = tokens(of: name).joined()
    guard labels.isEmpty || labels.contains(.topic), word.utf8.count >= 8 else { return nil }
    var best: (node: NodeID, length: Int)?
    var isUnique = true
    for node in graph.nodes(with: .topic) {
      let lengths = ownNames(of: node, .topic).map { tokens(of: $0).joined() }
        .filter { $0.utf8.count >= 6 && (word.hasPrefix($0) || word.hasSuffix($0)) }.map(\.utf8.count)
      guard let length = lengths.max() else { continue }
      if length > best?.length ?? 0 {
        (best, isUnique) = ((node, length), true)
      } else if length == best?.length {
        isUnique = false
      }
    }
    return isUnique ? best?.node : nil
  }

  /// Municipalities have names of their own, which have no endings.
  private func kinds(_ labels: [Label]) -> [RecordKind] {
    RecordKind.all.filter { $0.label != .municipality && (labels.isEmpty || labels.contains($0.label)) }
  }

  private func ownNames(of node: NodeID, _ kind: RecordKind) -> [String] {
    (kind.nameFields + kind.aliasFields).compactMap { graph.value(PropertyKey($0), of: node) }
      .flatMap { $0.text.map { [$0] } ?? $0.texts }
  }
}
