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

/// How a list is taken in.
public struct ImportOptions: Sendable {
  /// The folder that is written.
  public var folder: String
  /// What happens with probable duplicates.
  public var duplicates = DuplicatePolicy.skip
  /// What happens with those of single rows, by the number of the row.
  public var decisions: [Int: DuplicatePolicy] = [:]
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
    /// Where the record says something else and stays, in JSON: field, what stays, what the list says.
    public let differences: [(field: String, kept: String, listed: String)]

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
    let old = FileChanges.contents(of: path)
    var journal = try ImportJournal(old ?? [])
    let id = try journal.append(changes, list: list, date: date, added: count(.new), changed: count(.merged))
    var all = changes
    all.set(path, to: journal.bytes, from: old)
    return (all, id)
  }
}
