import GermanText
import GraphModel
import GraphStore
import Interchange
import JSONText
import NetworkFiles
import NetworkVocabulary

extension Workspace {
  /// What it would do to take in a list of people: nothing is written.
  ///
  /// The same list, files and options give the same plan. What is imported twice changes nothing the second time.
  ///
  /// - Parameter options: The folder among them, which need not exist; where it does, it must be one of the workspace's folders.
  /// - Throws: `JSONSyntaxError` for a file that is none of records; a network that was loaded has none.
  /// - Complexity: O(rows · actors · length of names²).
  public func importPlan(_ list: PeopleList, _ options: ImportOptions) throws -> ImportPlan {
    var planning = try ImportPlanning(list, self, options)
    for row in list.rows { try planning.take(row) }
    return planning.plan()
  }
}

/// Goes through the rows of a list and keeps what the files will hold.
private struct ImportPlanning {
  let workspace: Workspace
  let options: ImportOptions
  private var reading: RowReading
  private let list: PeopleList
  private var rows: [ImportPlan.Row] = []
  /// The records of actors as they are and as they will be, by id.
  private var known: [String: RecordText] = [:]
  private var records: [String: RecordText] = [:]
  private var changed: [String] = []
  private var isChanged: Set<String> = []
  /// The ids that this list has given or merged into, with the row.
  private var claimed: [String: Int] = [:]
  private var traits: [DuplicateTraits]
  private var ties: [RecordText] = []
  private var tieIDs: Set<String> = []
  private var tiesKnown: Set<String> = []
  private let forgotten: [ForgottenFile]

  init(_ list: PeopleList, _ workspace: Workspace, _ options: ImportOptions) throws {
    (self.list, self.workspace, self.options) = (list, workspace, options)
    reading = RowReading(list, workspace)
    traits = workspace.duplicateTraits
    for folder in workspace.folders {
      for record in try RecordFile(FileChanges.contents(of: "\(folder)/\(RecordKind.actor.file)") ?? []).records {
        known[record.id] = record
      }
      for tie in try RecordFile(FileChanges.contents(of: "\(folder)/\(RecordKind.tie.file)") ?? []).records {
        tieIDs.insert(tie.id)
        let ends = ["type", "from", "to"].map { tie.string(of: $0) ?? "" }
        tiesKnown.insert(ends.joined(separator: " "))
      }
    }
    forgotten = try Set(workspace.folders + [options.folder]).sorted().compactMap { try ForgottenFile.read(in: $0) }
    records = known
  }

  mutating func take(_ row: CSVSheet.Row) throws {
    var actor = reading.actor(of: row)
    let settled = actor.faults.isEmpty ? settledID(of: actor) : nil
    if let settled { actor.id = settled }
    let isKnown = settled.map { known[$0] != nil } ?? false
    if actor.faults.isEmpty, !isKnown { refuseForgotten(&actor) }
    guard actor.faults.isEmpty else { return note(actor, .refused) }
    let own = traits(of: actor)
    let doubles = isKnown ? [] : duplicates(of: own)
    let policy = doubles.isEmpty ? .new : options.decisions[row.number] ?? options.duplicates
    switch policy {
    case .skip: note(actor, .skipped, doubles)
    case .merge: merge(actor, into: doubles[0].id, doubles)
    case .new where isKnown: merge(actor, into: actor.id, [])
    case .new:
      if claimed[actor.id] == nil { traits.append(own) }
      add(actor, doubles)
    }
  }

  /// The id that a row gets: that of the actor it certainly means, else one that is free.
  private func settledID(of actor: ListedActor) -> String {
    let place = actor.municipality.flatMap { workspace.graph.value(.name, of: $0)?.text }
    let local = place.map { [actor.id + "-" + tokens(of: $0).joined(separator: "-")] } ?? []
    for id in [actor.id] + local where isFree(id) || means(id, actor) { return id }
    // The third of a name gets the number 3; no list is so long that none is left.
    return (2...).lazy.map { "\(actor.id)-\($0)" }.first { isFree($0) || means($0, actor) } ?? actor.id
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

  private func refuseForgotten(_ actor: inout ListedActor) {
    if options.takesForgotten { return }
    let marks = PersonMarks(id: actor.id, names: [actor.name], contact: actor.text("x-contact"))
    guard let day = forgotten.lazy.compactMap({ $0.day(of: marks) }).first else { return }
    actor.faults.append(
      list.fault(
        "this person asked to be forgotten, on \(day); --again takes the row in where the person has agreed anew",
        actor.row))
  }

  private func traits(of actor: ListedActor) -> DuplicateTraits {
    var values: [String: String] = [:]
    for field in DuplicateTraits.fields { values[field] = actor.text(field) }
    return DuplicateTraits(
      id: actor.id, name: actor.name, row: actor.row.number, place: actor.municipality, kind: actor.text("kind"),
      values: values)
  }

  private func duplicates(of own: DuplicateTraits) -> [ProbableDuplicate] {
    let graph = workspace.graph
    return traits.compactMap { other -> ProbableDuplicate? in
      guard let reasons = own.reasons(against: other, placeName: { graph.value(.name, of: $0)?.text ?? "" }) else {
        return nil
      }
      return ProbableDuplicate(id: other.id, name: other.name, row: other.row, reasons: reasons)
    }.sorted { $0.rank > $1.rank }
  }

  private mutating func add(_ actor: ListedActor, _ doubles: [ProbableDuplicate]) {
    records[actor.id] = RecordText(id: actor.id, members: actor.members.map { ($0.key, $0.value) })
    claim(actor.id, actor)
    addTies(of: actor, from: actor.id)
    note(actor, .new, doubles)
  }

  private mutating func merge(_ actor: ListedActor, into id: String, _ doubles: [ProbableDuplicate]) {
    guard let record = records[id] else { return add(actor, doubles) }
    let merging = RecordMerging(record, adding: actor, isSameList: claimed[id] != nil)
    records[id] = merging.record
    let before = ties.count
    addTies(of: actor, from: id)
    let isChanged = merging.isChanged || ties.count > before
    if merging.isChanged { claim(id, actor) } else { claimed[id] = claimed[id] ?? actor.row.number }
    var merged = actor
    merged.id = id
    note(merged, isChanged ? .merged : .unchanged, doubles, merging.differences)
  }

  private mutating func claim(_ id: String, _ actor: ListedActor) {
    claimed[id] = claimed[id] ?? actor.row.number
    if isChanged.insert(id).inserted { changed.append(id) }
  }

  private mutating func addTies(of actor: ListedActor, from id: String) {
    for (type, topic) in actor.ties where tiesKnown.insert("\(type.word) \(id) \(topic)").inserted {
      let plain = "\(type.word)-\(id)-\(topic)"
      let tieID = ([plain] + (2...100).map { "\(plain)-\($0)" }).first { !tieIDs.contains($0) } ?? plain
      tieIDs.insert(tieID)
      let provenance = ["example", "source"].compactMap { key in
        actor.members.first { $0.key == key }.map { ($0.key, $0.value) }
      }
      ties.append(
        RecordText(
          id: tieID,
          members: [("type", .string(type.word)), ("from", .string(id)), ("to", .string(topic))] + provenance
            + [("verified", .boolean(false))]))
    }
  }

  private mutating func note(
    _ actor: ListedActor, _ action: ImportPlan.Action, _ doubles: [ProbableDuplicate] = [],
    _ differences: [RecordMerging.Difference] = []
  ) {
    let isTaken = action != .refused && action != .skipped
    rows.append(
      ImportPlan.Row(
        number: actor.row.number, name: actor.name, id: isTaken ? actor.id : nil, action: action,
        duplicates: doubles, faults: actor.faults,
        differences: differences.map { ($0.field, $0.kept, $0.listed) }))
  }

  mutating func plan() -> ImportPlan {
    // Two rows may have said opposite things of somebody, so that nothing is new in the end.
    changed.removeAll { known[$0] != nil && known[$0]?.text == records[$0]?.text }
    let left = Set(changed)
    let tied = Set(ties.compactMap { $0.string(of: "from") })
    rows = rows.map { row in
      guard row.action == .merged, let id = row.id, !left.contains(id), !tied.contains(id) else { return row }
      return row.with(.unchanged)
    }
    var changes = FileChanges()
    set(RecordKind.actor.file, changed.compactMap { records[$0] }, &changes)
    set(RecordKind.tie.file, ties, &changes)
    return ImportPlan(
      rows: rows, unknownTopics: reading.unknownTopics, readings: reading.readings, changes: changes)
  }

  private func set(_ name: String, _ new: [RecordText], _ changes: inout FileChanges) {
    if new.isEmpty { return }
    let path = "\(options.folder)/\(name)"
    let old = FileChanges.contents(of: path)
    // The file was read before, when it was a file of records.
    guard var file = try? RecordFile(old ?? []) else { return }
    file.insert(new.filter { !file.replace($0) })
    changes.set(path, to: file.bytes, from: old)
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
