import CypherEngine
import CypherSyntax
import Foundation
public import GraphModel
public import GraphStore
import NetworkFiles
public import NetworkVocabulary

/// A network that is asked in Cypher, statement by statement.
///
/// ```swift
/// var session = QuerySession(workspace.graph)
/// let answer = try session.run("MATCH (a:Actor)-[:COVERS]->(t:Topic {id: $id}) RETURN a.name", ["id": .string("t017")])
/// ```
///
/// A statement that fails leaves the graph as it was. Statements are kept with their plans, so that one that comes again with
/// other parameters starts at once.
public struct QuerySession {
  private var session: CypherSession
  /// The line of its file on which the next statement begins: from there on errors and warnings count lines.
  public var firstLine = 1

  /// Opens a session on a graph; the graph itself, being a value, never changes outside of it.
  ///
  /// - Parameter matching: How procedures of matchmaking weigh scores.
  public init(_ graph: PropertyGraph, matching: MatchSettings = .standard) {
    self.init(Network(graph: graph, matching: matching))
  }

  /// Opens a session on a workspace: procedures of matchmaking weigh scores as it does, and know who has met.
  public init(_ workspace: Workspace) { self.init(workspace.network) }

  private init(_ network: Network) {
    session = CypherSession(graph: network.graph, procedures: QueryProcedures.all(network)) { .now }
    language = .german
  }

  /// The language of reasons that procedures give and of what `SHOW` says; a call may ask for another one.
  public var language: Language {
    get { session.language }
    set {
      session.language = newValue
      session.wording = { MessageCatalog.translated($0, to: newValue) }
    }
  }

  /// The graph after the last statement that succeeded.
  public var graph: PropertyGraph { session.graph }

  /// Whether statements that change the graph are refused.
  public var isReadOnly: Bool {
    get { session.isReadOnly }
    set { session.isReadOnly = newValue }
  }

  /// Runs a statement.
  ///
  /// - Parameters:
  ///   - statement: One statement; a final `;` may stand or not.
  ///   - parameters: The values of `$name`.
  ///   - limits: When to give up.
  ///   - row: Takes each row as soon as it is known; `false` asks for no more.
  /// - Returns: Columns, warnings, changes and plan; the rows went to `row`.
  /// - Throws: ``QueryFailure`` with the place of what is wrong; the graph is as it was before.
  public mutating func run(
    _ statement: String, _ parameters: [String: Value] = [:], limits: QuerySessionLimits = QuerySessionLimits(),
    row: @escaping ([Value]) throws(QueryFailure) -> Bool
  ) throws(QueryFailure) -> QueryAnswer {
    session.limits = limits.engineLimits
    var stop: QueryFailure?
    do throws(CypherError) {
      let result = try session.run(statement, parameters: parameters) { values throws(CypherError) in
        do throws(QueryFailure) {
          return try row(values)
        } catch {
          stop = error
          return false
        }
      }
      if let stop { throw CypherError(.limit, .runtime, .interrupted, stop.description) }
      return QueryAnswer(result, statement, firstLine)
    } catch {
      throw stop ?? QueryFailure(error, statement, firstLine)
    }
  }

  /// The columns of a statement's answer, without running it; `nil` where only running tells (`SHOW`, `EXPLAIN`).
  public mutating func columns(of statement: String) throws(QueryFailure) -> [String]? {
    do throws(CypherError) {
      return try session.columns(of: statement)
    } catch {
      throw QueryFailure(error, statement, firstLine)
    }
  }

  /// Whether a statement only reads.
  public mutating func isReading(_ statement: String) throws(QueryFailure) -> Bool {
    do throws(CypherError) {
      return try session.isReading(statement)
    } catch {
      throw QueryFailure(error, statement, firstLine)
    }
  }

  /// Runs a statement and gives all its rows.
  public mutating func run(
    _ statement: String, _ parameters: [String: Value] = [:], limits: QuerySessionLimits = QuerySessionLimits()
  ) throws(QueryFailure) -> (answer: QueryAnswer, rows: [[Value]]) {
    var rows: [[Value]] = []
    let answer = try run(statement, parameters, limits: limits) { row throws(QueryFailure) in
      rows.append(row)
      return true
    }
    return (answer, rows)
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { session.isInTransaction }

  /// Begins a transaction; nothing happens when one is open.
  public mutating func begin() { session.begin() }

  /// Keeps the changes since ``begin()``.
  public mutating func commit() { session.commit() }

  /// Drops the changes since ``begin()``.
  public mutating func rollback() { session.rollback() }

  /// Puts another graph in the place of this one; an open transaction ends.
  public mutating func replaceGraph(with graph: PropertyGraph) { session.replaceGraph(with: graph) }
}

/// When a statement gives up.
public struct QuerySessionLimits: Sendable {
  /// The longest time that it may take.
  public var time: Duration?
  /// How many rows it may answer.
  public var rows: Int?
  /// Whether it may read files (`LOAD CSV`).
  public var readsFiles = true
  /// Asked now and then; `true` stops the statement.
  public var isInterrupted: @Sendable () -> Bool = { false }

  /// No limits.
  public init() {}

  fileprivate var engineLimits: QueryLimits {
    var limits = QueryLimits()
    limits.deadline = time.map { ContinuousClock.now + $0 }
    limits.maximumRows = rows
    limits.readsFiles = readsFiles
    limits.isInterrupted = isInterrupted
    return limits
  }
}

/// What a statement answered, rows aside.
public struct QueryAnswer: Sendable {
  /// The names of the columns; empty for a statement that returns nothing.
  public let columns: [String]
  /// What is probably not as meant, with the place in the statement: names that occur nowhere in the graph.
  public let warnings: [String]
  /// The plan, for `EXPLAIN` and `PROFILE`.
  public let plan: String?
  /// How many nodes there are more than before; `nil` for a statement that only reads.
  public let addedNodes: Int?
  /// How many relationships there are more than before; `nil` for a statement that only reads.
  public let addedRelationships: Int?

  fileprivate init(_ result: QueryResult, _ statement: String, _ firstLine: Int) {
    columns = result.columns
    warnings = result.warnings.map { $0.text(in: statement, from: firstLine) }
    plan = result.plan
    addedNodes = result.changes?.nodes
    addedRelationships = result.changes?.relationships
  }
}

/// Why a statement has no answer.
public struct QueryFailure: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is, as far as callers care.
  public enum Kind: Sendable {
    /// The statement or the data are wrong.
    case query
    /// A limit of time, rows or memory was reached.
    case limit
    /// Somebody stopped it.
    case interrupted
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What is wrong, where, and what to do, over one or several lines.
  public let description: String

  /// Describes a failure.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  fileprivate init(_ error: CypherError, _ statement: String, _ firstLine: Int) {
    let kind: Kind =
      switch error.detail {
      case .interrupted: .interrupted
      case .timeLimit, .rowLimit, .memoryLimit: .limit
      default: .query
      }
    self.init(kind, error.text(in: statement, from: firstLine))
  }
}

extension Temporal {
  /// The current moment at UTC.
  fileprivate static var now: Temporal {
    let seconds = Date().timeIntervalSince1970
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = Date(timeIntervalSince1970: seconds)
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .nanosecond], from: date)
    guard let day = CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1),
      let time = TimeOfDay(
        hour: parts.hour ?? 0, minute: parts.minute ?? 0, second: parts.second ?? 0,
        nanosecond: (parts.nanosecond ?? 0) / 1000 * 1000)
    else { preconditionFailure("the calendar has no such moment") }
    return .dateTime(day, time, .utc)
  }
}
