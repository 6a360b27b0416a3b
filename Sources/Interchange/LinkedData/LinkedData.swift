import GraphModel
import JSONText

/// A graph as statements of RDF: what is said of the data as a whole, of each node, and each relationship.
struct LinkedData: Sendable {
  /// A thing with an address and what is said of it.
  struct Description: Sendable {
    let address: String
    let statements: [RDFStatement]
  }

  private let source: any GraphSource
  private let base: String
  private let date: CalendarDate?

  init(_ source: any GraphSource, _ options: WritingOptions) {
    self.source = source
    base = options.base.hasSuffix("/") || options.base.hasSuffix("#") ? options.base : options.base + "/"
    date = options.date
  }

  /// Where the data's own words stand.
  var terms: String { base + "terms#" }

  /// The data as a whole, and the scheme that its topics belong to.
  var heading: [Description] {
    var statements = [
      RDFStatement("rdf:type", .name("dcat:Dataset")),
      RDFStatement("dct:title", .text("Netzwerk kommunaler Chief Digital Officers", language: "de")),
      RDFStatement("dct:title", .text("Network of municipal chief digital officers", language: "en")),
    ]
    if let date { statements.append(RDFStatement("dct:modified", .literal("\(date)", type: "xsd:date"))) }
    let scheme = [
      RDFStatement("rdf:type", .name("skos:ConceptScheme")),
      RDFStatement("dct:title", .text("Themen der kommunalen Digitalisierung", language: "de")),
      RDFStatement("dct:isPartOf", .address(base)),
    ]
    return [Description(address: base, statements: statements), Description(address: topics, statements: scheme)]
  }

  private var topics: String { base + "topics" }

  /// The address of a node; one without an id is a thing of this file only, which must not be taken for one of another file.
  private func address(ofNode position: Int) -> String {
    let id = source.id(ofNode: position)
    return id.isPlace(position) ? "_:n\(position)" : base + "id/" + Address.encoded(id)
  }

  /// A word of the data's own, whole where it has no compact form.
  private func own(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { (65...90).contains($0 & 0xDF) || (48...57).contains($0) || $0 == 95 }
    return isPlain && word.utf8.first.map { $0 > 57 } == true ? "cdo:" + word : terms + Address.encoded(word)
  }

  // MARK: Nodes

  /// A node and its properties.
  func node(at position: Int, _ remarks: inout Remarks) -> Description {
    let node = source.node(at: position)
    var statements = types(of: node).map { RDFStatement("rdf:type", .name($0)) }
    if node.labels.contains("Topic") { statements.append(RDFStatement("skos:inScheme", .address(topics))) }
    if !node.id.isPlace(position) { statements.append(RDFStatement("dct:identifier", .plain(node.id))) }
    statements += place(of: node) + period(of: node)
    let period = ["startYear", "endYear"].filter { node.value($0)?.integer != nil }
    let coordinates = node.hasCoordinates ? ["latitude", "longitude"] : []
    for property in node.properties where !(period + coordinates).contains(property.key) {
      statements += self.statements(property, of: node, &remarks)
    }
    // A name may stand in two properties; a thing has few statements, so that comparing is quicker than hashing.
    let different = statements.indices.filter { index in !statements[..<index].contains(statements[index]) }
    return Description(address: address(ofNode: position), statements: different.map { statements[$0] })
  }

  private func types(of node: InterchangeGraph.Node) -> [String] {
    let types = node.labels.flatMap { label in
      label == "Actor"
        ? LinkedVocabulary.classes(ofActor: node.value("kind")?.text)
        : LinkedVocabulary.classes[label] ?? [own(label)]
    }
    return types.isEmpty ? ["rdfs:Resource"] : types
  }

  private func place(of node: InterchangeGraph.Node) -> [RDFStatement] {
    guard node.hasCoordinates, let latitude = node.value("latitude")?.number,
      let longitude = node.value("longitude")?.number
    else { return [] }
    return [
      RDFStatement(
        "schema:geo",
        .thing([
          RDFStatement("rdf:type", .name("schema:GeoCoordinates")),
          RDFStatement("schema:latitude", .literal("\(latitude)", type: "xsd:double")),
          RDFStatement("schema:longitude", .literal("\(longitude)", type: "xsd:double")),
        ]))
    ]
  }

  private func period(of node: InterchangeGraph.Node) -> [RDFStatement] {
    let years = [("startYear", "dcat:startDate"), ("endYear", "dcat:endDate")].compactMap { key, predicate in
      node.value(key)?.integer.map { RDFStatement(predicate, .literal("\($0)", type: "xsd:gYear")) }
    }
    if years.isEmpty { return [] }
    return [RDFStatement("dct:temporal", .thing([RDFStatement("rdf:type", .name("dct:PeriodOfTime"))] + years))]
  }

  private func statements(
    _ property: InterchangeGraph.Property, of node: InterchangeGraph.Node, _ remarks: inout Remarks
  ) -> [RDFStatement] {
    let (key, value) = (property.key, property.value)
    if key == "name", let name = value.text, name == node.value("labelDe")?.text { return [] }
    if let known = LinkedVocabulary.texts[key] {
      if let text = value.text { return [RDFStatement(known.predicate, .text(text, language: known.language))] }
      if case .list(let items) = value, items.allSatisfy({ $0.text != nil }) {
        return value.texts.map { RDFStatement(known.predicate, .text($0, language: known.language)) }
      }
    }
    switch (key, value) {
    case ("ags", .string(let text)):
      let identifier = [
        RDFStatement("rdf:type", .name("schema:PropertyValue")), RDFStatement("schema:propertyID", .plain("AGS")),
        RDFStatement("schema:value", .plain(text)),
      ]
      return [RDFStatement("schema:identifier", .thing(identifier))]
    case ("sourceUrl", .string(let text)):
      if let address = Address.web(text) { return [RDFStatement("dct:source", .address(address))] }
    case ("startDate", _), ("endDate", _):
      return RDFTerm(value, &remarks).map { [RDFStatement("schema:" + key, $0)] } ?? []
    default: break
    }
    return RDFTerm(value, &remarks).map { [RDFStatement(own(key), $0)] } ?? []
  }

  // MARK: Relationships

  /// A relationship as a statement; one with properties as a second thing that speaks of the statement.
  func edge(at position: Int, _ remarks: inout Remarks) -> (
    subject: String, statement: RDFStatement, about: [RDFStatement]
  ) {
    let edge = source.edge(at: position)
    remarks.noteLostID(of: edge)
    let (predicate, isInverse) = predicate(of: edge)
    let subject = address(ofNode: isInverse ? edge.target : edge.source)
    let object = address(ofNode: isInverse ? edge.source : edge.target)
    let properties = edge.properties.compactMap { property in
      RDFTerm(property.value, &remarks).map { RDFStatement(own(property.key), $0) }
    }
    if properties.isEmpty { return (subject, RDFStatement(predicate, .address(object)), []) }
    let about = [
      RDFStatement("rdf:type", .name("rdf:Statement")), RDFStatement("rdf:subject", .address(subject)),
      RDFStatement("rdf:predicate", .name(predicate)), RDFStatement("rdf:object", .address(object)),
    ]
    return (subject, RDFStatement(predicate, .address(object)), about + properties)
  }

  private func predicate(of edge: InterchangeGraph.Edge) -> (String, Bool) {
    if let known = LinkedVocabulary.relationships[edge.type] { return known }
    if edge.type == "WORKS_FOR" {
      switch source.node(at: edge.source).value("kind")?.text {
      case "cdo-role": return ("org:postIn", false)
      case "municipal-unit": return ("org:unitOf", false)
      default: break
      }
    }
    return (own(edge.type.isEmpty ? "related" : LinkedData.camelCase(edge.type)), false)
  }

  /// `WORKS_FOR` as a property is called in vocabularies: `worksFor`.
  private static func camelCase(_ type: String) -> String {
    guard type.utf8.allSatisfy({ (65...90).contains($0) || $0 == 95 }) else { return type }
    let words = type.split(separator: "_").map { $0.lowercased() }
    return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension InterchangeGraph.Node {
  fileprivate var hasCoordinates: Bool {
    value("latitude")?.number?.isFinite == true && value("longitude")?.number?.isFinite == true
  }
}
