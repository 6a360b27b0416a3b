import GermanText
import GraphModel
import GraphStore
import Interchange
import JSONText
import NetworkFiles
import NetworkVocabulary

extension ImportPlanning {
  /// The id that a row gets: that of the actor it certainly means, else one that is free.
  ///
  /// An id that the list gives is taken at its word: who has it is meant, even where the place is another.
  func settledID(of actor: ListedActor) -> String {
    if actor.hasOwnID { return actor.id }
    let place = actor.municipality.flatMap { workspace.graph.value(.name, of: $0)?.text }
    let local = place.map { [actor.id + "-" + tokens(of: $0).joined(separator: "-")] } ?? []
    for id in [actor.id] + local where isFree(id) || means(id, actor) { return id }
    // The third of a name gets the number 3; no list is so long that none is left.
    return (2...).lazy.map { "\(actor.id)-\($0)" }.first { isFree($0) || means($0, actor) } ?? actor.id
  }

  /// Refuses an id of the list that stands for something else.
  func refuseTakenID(_ actor: inout ListedActor) {
    if let row = claimed[actor.id], names[actor.id] != tokens(of: actor.name) {
      actor.faults.append(list.fault("the id '\(actor.id)' stands in row \(row) for another name already", actor.row))
    } else if known[actor.id] == nil, claimed[actor.id] == nil, !isFree(actor.id) {
      actor.faults.append(list.fault("the id '\(actor.id)' is that of something else in the network", actor.row))
    }
  }

  private func isFree(_ id: String) -> Bool {
    claimed[id] == nil && RecordKind.all.allSatisfy { workspace.graph.node($0.label, id: id) == nil }
  }

  /// Whether an id stands for the actor of a row: it is there, not claimed by another row, and serves no other place.
  private func means(_ id: String, _ actor: ListedActor) -> Bool {
    guard claimed[id] == nil, let node = workspace.graph.node(.actor, id: id) else { return false }
    let home = workspace.home(of: node)
    return home == nil || actor.municipality == nil || home == actor.municipality
  }

  func refuseForgotten(_ actor: inout ListedActor) {
    if options.takesForgotten { return }
    let marks = PersonMarks(id: actor.id, names: [actor.name], contact: actor.text("x-contact"))
    guard let day = forgotten.lazy.compactMap({ $0.day(of: marks) }).first else { return }
    actor.faults.append(
      list.fault(
        "this person asked to be forgotten, on \(day); --again takes the row in where the person has agreed anew",
        actor.row))
  }

  func traits(of actor: ListedActor) -> DuplicateTraits {
    var values: [String: String] = [:]
    for field in DuplicateTraits.fields { values[field] = actor.text(field) }
    return DuplicateTraits(
      id: actor.id, name: actor.name, row: actor.row.number, place: actor.municipality, kind: actor.text("kind"),
      values: values)
  }

  func duplicates(of own: DuplicateTraits) -> [ProbableDuplicate] {
    let graph = workspace.graph
    return traits.compactMap { other -> ProbableDuplicate? in
      guard let reasons = own.reasons(against: other, placeName: { graph.value(.name, of: $0)?.text ?? "" }) else {
        return nil
      }
      return ProbableDuplicate(id: other.id, name: other.name, row: other.row, reasons: reasons)
    }.sorted { $0.rank > $1.rank }
  }

  /// Who has the same name in another place.
  func namesakes(of own: DuplicateTraits) -> [ProbableDuplicate] {
    guard own.kind == nil || own.kind == "person" else { return [] }
    return traits.filter { $0.isNamesake(of: own) }.map { other in
      let place = other.place.flatMap { workspace.graph.value(.name, of: $0)?.text } ?? ""
      return ProbableDuplicate(id: other.id, name: other.name, row: other.row, reasons: [.otherPlace(place)])
    }
  }

  /// What a row does not agree to, although who is probably meant by it has agreed.
  func withdrawn(by actor: ListedActor, from id: String) -> [String] {
    guard actor.saysConsent, let record = records[id] else { return [] }
    let agreed = actor.texts("consent")
    return record.agreedPurposes.filter { !agreed.contains($0) }
  }
}

extension ProbableDuplicate {
  /// Who is called just so comes first: a row that was merged once leaves its name there, and goes there again.
  fileprivate var rank: (Int, Int, Int) { (likeness / 100, reasons.count, likeness) }

  /// How alike the names are, in hundredths.
  public var likeness: Int {
    reasons.lazy.compactMap { if case .alikeNames(let likeness) = $0 { likeness } else { nil } }.first ?? 0
  }
}
