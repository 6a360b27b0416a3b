/// Writes a statement in one canonical form: keywords in capitals, single blanks, brackets only where they are needed.
///
/// Parsing the text gives the same tree but for places; columns without an alias are named by the canonical text of their
/// expression.
///
/// ```swift
/// print(try parse("match (n:Topic)\nreturn n.name"))  // "MATCH (n:Topic) RETURN n.name"
/// ```
///
/// - Complexity: O(size of the tree).
public func print(_ statement: Statement) -> String { Printer().text(statement) }

/// An expression in canonical form.
public func print(_ expression: Expression) -> String { Printer().text(expression) }

/// Writes trees as text; one method a kind of node.
struct Printer {
  func text(_ statement: Statement) -> String {
    let mode =
      switch statement.mode {
      case .run: ""
      case .explain: "EXPLAIN "
      case .profile: "PROFILE "
      }
    switch statement.body {
    case .query(let query): return mode + text(query)
    case .schema(let command): return mode + text(command)
    case .show(let what): return mode + "SHOW " + what.text.uppercased()
    }
  }

  func text(_ query: Query) -> String {
    var text = ""
    for (position, part) in query.parts.enumerated() {
      if position > 0 { text += query.keepsRepeated[position - 1] ? " UNION ALL " : " UNION " }
      text += part.clauses.map(self.text).joined(separator: " ")
    }
    return text
  }

  private func text(_ command: SchemaCommand) -> String {
    func lenient(_ isLenient: Bool, _ words: String) -> String { isLenient ? words + " " : "" }
    switch command {
    case .createIndex(let label, let key, let isLenient, let given):
      let start = "CREATE INDEX " + (given.map { name($0) + " " } ?? "")
      return start + "\(lenient(isLenient, "IF NOT EXISTS"))FOR (n:\(name(label))) ON (n.\(name(key)))"
    case .dropNamedIndex(let given, let isLenient):
      return "DROP INDEX \(name(given))\(isLenient ? " IF EXISTS" : "")"
    case .dropIndex(let label, let key, let isLenient):
      return "DROP INDEX \(lenient(isLenient, "IF EXISTS"))FOR (n:\(name(label))) ON (n.\(name(key)))"
    case .createUnique(let label, let key, let isLenient):
      return
        "CREATE CONSTRAINT \(lenient(isLenient, "IF NOT EXISTS"))FOR (n:\(name(label))) REQUIRE n.\(name(key)) IS UNIQUE"
    case .dropUnique(let label, let key, let isLenient):
      return "DROP CONSTRAINT \(lenient(isLenient, "IF EXISTS"))FOR (n:\(name(label))) REQUIRE n.\(name(key)) IS UNIQUE"
    }
  }

  /// A name, between back-ticks where it could be taken for something else.
  func name(_ name: Name) -> String { self.name(name.text) }

  /// A name, between back-ticks where it could be taken for something else.
  func name(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isPlain =
      scalars.first.map { !("0"..."9").contains($0) } ?? false
      && scalars.allSatisfy { $0.value < 0x80 ? isWordScalar($0) : $0.properties.isAlphabetic }
    let upper = text.uppercased()
    guard isPlain, !Parser.reserved.contains(upper), !Printer.openers.contains(upper) else {
      return "`" + text.replacing("`", with: "``") + "`"
    }
    return text
  }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Words that begin something else where a bracket follows them.
  private static let openers: Set<String> = [
    "EXISTS", "COUNT", "COLLECT", "ALL", "ANY", "NONE", "SINGLE", "REDUCE", "SHORTESTPATH", "ALLSHORTESTPATHS",
    "SHORTEST", "CHEAPEST",
  ]
}
