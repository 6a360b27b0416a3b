import GraphModel
import JSONText

extension GraphFormat {
  /// Turtle (W3C, RDF 1.1), in the words of schema.org, ORG, SKOS and DCAT.
  public static let turtle = GraphFormat(
    name: "turtle", extensions: ["ttl"],
    summary: Wording(
      "Turtle: verknüpfte Daten in schema.org, ORG, SKOS und DCAT.",
      "Turtle: linked data in schema.org, ORG, SKOS and DCAT."),
    limits: Wording("Nullwerte fehlen; Beziehungen haben keine Kennungen.", "Nulls are left out; edges have no ids."),
    write: Turtle.write, reading: .none, hasAddresses: true)
}

enum Turtle {
  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    let data = LinkedData(source, options)
    for (name, address) in LinkedVocabulary.prefixes + [("cdo", data.terms)] {
      sink.append("@prefix \(name): \(reference(address)) .\n")
    }
    for description in data.heading { writeDescription(description.address, description.statements, to: &sink) }
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let description = data.node(at: position, &sink.remarks)
      writeDescription(description.address, description.statements, to: &sink)
    }
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let (subject, statement, about) = data.edge(at: position, &sink.remarks)
      sink.append("\(reference(subject)) \(predicate(statement.predicate)) \(text(of: statement.object)) .\n")
      if !about.isEmpty { sink.append("\(text(of: .thing(about))) .\n") }
    }
    try sink.flush()
  }

  private static func writeDescription(_ address: String, _ statements: [RDFStatement], to sink: inout TextSink) {
    sink.append("\n\(reference(address))\n")
    for (position, statement) in statements.enumerated() {
      sink.append("  \(predicate(statement.predicate)) \(text(of: statement.object))")
      sink.append(position == statements.count - 1 ? " .\n" : " ;\n")
    }
  }

  private static func predicate(_ name: String) -> String { name == "rdf:type" ? "a" : self.name(name) }

  private static func text(of term: RDFTerm) -> String {
    switch term {
    case .name(let name): self.name(name)
    case .address(let address): reference(address)
    case .text(let text, let language): "\(quoted(text))@\(language)"
    case .literal(let text, "xsd:string"): quoted(text)
    case .literal(let text, "xsd:integer"), .literal(let text, "xsd:boolean"): text
    case .literal(let text, let type): "\(quoted(text))^^\(name(type))"
    case .thing(let statements):
      "[ " + statements.map { "\(predicate($0.predicate)) \(text(of: $0.object))" }.joined(separator: " ; ") + " ]"
    case .list(let terms): "( " + terms.map(text).joined(separator: " ") + " )"
    }
  }

  /// A compact name as it is; a whole one in brackets.
  private static func name(_ name: String) -> String { name.contains("://") ? reference(name) : name }

  private static func reference(_ address: String) -> String {
    if address.hasPrefix("_:") { return address }
    return "<" + address.replacingScalars { Address.mayHold($0) ? nil : Address.encoded(String($0)) } + ">"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacingScalars { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "\u{0}"..<"\u{20}":
        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
      default: nil
      }
    }
    return "\"\(escaped)\""
  }
}
