import GraphModel
public import NetworkFiles

/// What happens with rows that probably mean somebody who is there already.
public enum DuplicatePolicy: String, CaseIterable, Sendable {
  /// They are left out.
  case skip
  /// What they add goes into the record that is there.
  case merge
  /// They become records of their own.
  case new
}

/// What is done with a single row.
public enum RowDecision: Equatable, Sendable {
  /// What is done with all probable duplicates, or another of that.
  case policy(DuplicatePolicy)
  /// The row goes into the record with this id, whatever it looks like.
  case into(String)
}

/// How a list is taken in.
public struct ImportOptions: Sendable {
  /// The folder that is written.
  public var folder: String
  /// What happens with probable duplicates.
  public var duplicates = DuplicatePolicy.skip
  /// What happens with single rows, by their number.
  public var decisions: [Int: RowDecision] = [:]
  /// Whether rows are taken in that mean somebody who asked to be forgotten.
  public var takesForgotten = false

  /// Imports into a folder.
  public init(folder: String) { self.folder = folder }
}

/// What an import would do, row by row.
public struct ImportPlan: Sendable {
  /// What is done with a row.
  public enum Action: String, CaseIterable, Sendable {
    /// It becomes a record.
    case new
    /// It adds something to a record.
    case merged
    /// It says nothing that is not there.
    case unchanged
    /// It is left out as a probable duplicate.
    case skipped
    /// It cannot be taken.
    case refused
  }

  /// Where a record says something else than the list and stays, in JSON.
  public typealias Difference = (field: String, kept: String, listed: String)

  /// What a row changes in a record that is there.
  public enum Change: Equatable, Sendable {
    /// A field that was missing, or values of a list, in JSON.
    case added(_ field: String, _ json: String)
    /// What the actor agrees to.
    case consent(before: [String], after: [String])
    /// The day of the consent; nil where none is known.
    case day(before: String?, after: String?)
    /// A tie to a topic, such as an offer.
    case tie(String, topic: String)
  }

  /// A row of the list.
  public struct Row: Sendable {
    /// The number that a spreadsheet shows beside it.
    public let number: Int
    /// The name that stands in it.
    public let name: String
    /// The id of the record that it becomes or adds to; nil where it is refused or left out.
    public let id: String?
    /// What is done with it.
    public private(set) var action: Action
    /// Whom it probably means, the likeliest first.
    public let duplicates: [ProbableDuplicate]
    /// Why it cannot be taken.
    public let faults: [ListFault]
    /// Where the record says something else and stays.
    public let differences: [Difference]
    /// What is new in the record that the row adds to.
    public let changes: [Change]
    /// What the probable duplicate of a row that is left out has agreed to and the row does not agree to.
    public let withdrawn: [String]
    /// Who is called so elsewhere and may be meant all the same.
    public let namesakes: [ProbableDuplicate]

    func with(_ action: Action) -> Row {
      var row = self
      row.action = action
      return row
    }
  }

  /// The rows, in their order.
  public let rows: [Row]
  /// Words in columns of topics that mean no topic, in the order in which they occur.
  public let unknownTopics: [ListWord]
  /// Words that were understood loosely, with what they were taken for.
  public let readings: [ListWord]
  /// The changes of the files, without the journal.
  public let changes: FileChanges

  /// How many rows have an action.
  public func count(_ action: Action) -> Int { rows.count { $0.action == action } }

  /// The rows with probable duplicates.
  public var doubtful: [Row] { rows.filter { !$0.duplicates.isEmpty } }

  /// The changes with the entry in the journal; none where nothing changes.
  ///
  /// - Returns: The changes, and the name under which the import can be undone.
  public func journaled(
    list: String, date: String, in folder: String
  ) throws -> (changes: FileChanges, id: String)? {
    if changes.isEmpty { return nil }
    let path = "\(folder)/\(ImportJournal.file)"
    let old = try FileChanges.existing(path)
    var journal = try ImportJournal(old ?? [])
    let id = try journal.append(changes, list: list, date: date, added: count(.new), changed: count(.merged))
    var all = changes
    all.set(path, to: journal.bytes, from: old)
    return (all, id)
  }
}
