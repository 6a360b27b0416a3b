import GermanText
import GraphAlgorithms
public import GraphModel
import GraphStore
import NetworkVocabulary

/// Every procedure of the product, from all catalogues, sorted by name.
public enum ProcedureCatalog {
  /// The procedures; commands, the query language and documentation read this one list.
  public static let all: [Procedure] = AlgorithmCatalog.all

  /// The procedure of a name, or the nearest names.
  public static func procedure(named name: String) throws(ProcedureError) -> Procedure {
    if let found = all.first(where: { $0.name.lowercased() == name.lowercased() }) { return found }
    let suggestion = nearest(to: name, among: all.map(\.name)).first.map { " — did you mean '\($0)'?" } ?? ""
    throw ProcedureError("unknown procedure '\(name)'\(suggestion) (`cdograph procedures` lists them)")
  }
}

extension Workspace {
  /// Runs a procedure with arguments as they are typed: `damping=0.85`, `types=WORKS_ON,COVERS`, `from="CDO Neuss"`.
  ///
  /// - Parameter language: The language of the records that an error names.
  /// - Returns: The rows, in the order that the procedure states.
  /// - Throws: `ProcedureError` for an unknown or missing argument, a value of the wrong type, an unknown label, type
  ///   or node, and for what the procedure itself refuses.
  public func run(
    _ procedure: Procedure, _ texts: [(name: String, value: String)], _ language: Language = .english
  ) throws(ProcedureError) -> [[Value]] {
    var arguments: [String: Value] = [:]
    for (name, text) in texts {
      guard let parameter = procedure.parameters.first(where: { $0.name == name }) else {
        let known = procedure.parameters.map(\.name)
        let suggestion = nearest(to: name, among: known).first.map { " — did you mean '\($0)'?" } ?? ""
        throw ProcedureError(
          "\(procedure.name) takes no '\(name)'; it takes \(known.joined(separator: ", "))\(suggestion)")
      }
      if arguments[name] != nil { throw ProcedureError("'\(name)' is given twice") }
      arguments[name] = try value(of: parameter, text, language)
    }
    for parameter in procedure.parameters where arguments[parameter.name] == nil {
      guard let standard = parameter.standard else {
        throw ProcedureError("\(procedure.name) needs \(parameter.name)=…: \(parameter.summary)")
      }
      arguments[parameter.name] = standard
    }
    return try procedure.run(ProcedureCall(graph: graph, arguments: arguments)).map { row in row.map { shown($0) } }
  }

  /// What people see of a node: its id.
  private func shown(_ value: Value) -> Value {
    switch value {
    case .node(let node): graph.value(.id, of: node) ?? .integer(Int64(node.rawValue))
    case .list(let values): .list(values.map { shown($0) })
    default: value
    }
  }

  private func value(
    of parameter: Procedure.Parameter, _ text: String, _ language: Language
  ) throws(ProcedureError) -> Value {
    func wrong(_ expected: String) -> ProcedureError {
      ProcedureError("\(parameter.name)=\(text): expected \(expected)")
    }
    switch parameter.type {
    case .boolean:
      guard let flag = ["true": true, "false": false][text.lowercased()] else { throw wrong("true or false") }
      return .boolean(flag)
    case .integer:
      guard let number = Int64(text) else { throw wrong("a whole number") }
      return .integer(number)
    case .float:
      guard let number = Double(text), number.isFinite else { throw wrong("a number") }
      return .float(number)
    case .string: return .string(text)
    case .list:
      let items = text.split(separator: ",").map { String($0) }
      try checkWords(items, of: parameter.name)
      return .list(items.map { .string($0) })
    case .node:
      do throws(NameError) {
        return graph.value("id", of: try node(named: text).node) ?? .null
      } catch {
        throw ProcedureError(error.message(in: self, language))
      }
    }
  }

  /// A label or type that occurs nowhere would silently give an empty answer.
  private func checkWords(_ words: [String], of parameter: String) throws(ProcedureError) {
    let known: [String]
    switch parameter {
    case "labels", "sources", "targets": known = graph.labelCounts.map(\.label.name)
    case "types": known = graph.typeCounts.map(\.type.name)
    default: return
    }
    for word in words where !known.contains(word) {
      let suggestion = nearest(to: word, among: known).first.map { " — did you mean '\($0)'?" } ?? ""
      throw ProcedureError("\(parameter): '\(word)' occurs nowhere in the graph\(suggestion)")
    }
  }
}
