import GraphModel
import JSONText

extension GraphFormat {
  /// JSON-LD 1.1 (W3C), in the words of schema.org, ORG, SKOS and DCAT.
  public static let jsonLD = GraphFormat(
    name: "json-ld", extensions: ["jsonld"],
    summary: Wording(
      "JSON-LD: verknüpfte Daten in schema.org, ORG, SKOS und DCAT.",
      "JSON-LD: linked data in schema.org, ORG, SKOS and DCAT."),
    limits: Wording("Nullwerte fehlen; Beziehungen haben keine Kennungen.", "Nulls are left out; edges have no ids."),
    write: JSONLD.write, reading: .none, hasAddresses: true)
}

enum JSONLD {
  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    let data = LinkedData(source, options)
    let context = (LinkedVocabulary.prefixes + [("cdo", data.terms)]).map { ($0.name, JSONOutput.string($0.address)) }
    sink.append("{\"@context\": \(JSONOutput.object(context).text()),\n\"@graph\": [")
    for (position, description) in data.heading.enumerated() {
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(object(description.statements, id: description.address).text())
    }
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let description = data.node(at: position, &sink.remarks)
      sink.append(",\n")
      sink.append(object(description.statements, id: description.address).text())
    }
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let (subject, statement, about) = data.edge(at: position, &sink.remarks)
      sink.append(",\n")
      sink.append(object([statement], id: subject).text())
      if !about.isEmpty {
        sink.append(",\n")
        sink.append(object(about, id: nil).text())
      }
    }
    try sink.write("\n]}\n")
    try sink.flush()
  }

  /// A thing with its properties in the order in which they are met first.
  private static func object(_ statements: [RDFStatement], id: String?) -> JSONOutput {
    var order: [String] = []
    var values: [String: [JSONOutput]] = [:]
    for statement in statements {
      let isType = statement.predicate == "rdf:type"
      let key = isType ? "@type" : statement.predicate
      if values[key] == nil { order.append(key) }
      values[key, default: []].append(output(of: statement.object, isType: isType))
    }
    let members = order.map { key -> (key: String, value: JSONOutput) in
      let all = values[key] ?? []
      return (key, all.count == 1 ? all[0] : .array(all))
    }
    return .object((id.map { [("@id", .string($0))] } ?? []) + members)
  }

  private static func output(of term: RDFTerm, isType: Bool = false) -> JSONOutput {
    switch term {
    case .name(let name): isType ? .string(name) : .object([("@id", .string(name))])
    case .address(let address): .object([("@id", .string(address))])
    case .text(let text, let language): .object([("@value", .string(text)), ("@language", .string(language))])
    case .literal(let text, "xsd:string"): .string(text)
    case .literal(let text, "xsd:boolean"): .boolean(text == "true")
    case .literal(let text, let type): .object([("@value", .string(text)), ("@type", .string(type))])
    case .thing(let statements): object(statements, id: nil)
    case .list(let terms): .object([("@list", .array(terms.map { output(of: $0) }))])
    }
  }
}
