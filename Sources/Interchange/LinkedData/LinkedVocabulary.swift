/// Which words of public vocabularies stand for those of the network: schema.org, W3C ORG, SKOS, DCAT and Dublin Core.
///
/// What none of them has a word for gets one below the address of the data, so that nothing is left out.
enum LinkedVocabulary {
  /// The prefixes, in alphabetical order; the address of the data and of its own words come beside them.
  static let prefixes: [(name: String, address: String)] = [
    ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
    ("geo", "http://www.opengis.net/ont/geosparql#"), ("org", "http://www.w3.org/ns/org#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  /// Classes by label; actors are told apart by their kind.
  static let classes: [String: [String]] = [
    "Municipality": ["schema:AdministrativeArea", "org:FormalOrganization"], "Topic": ["skos:Concept"],
    "Project": ["schema:Project"], "Event": ["schema:Event"], "Profile": ["org:Role"], "Person": ["schema:Person"],
  ]

  /// The classes of an actor of a kind.
  static func classes(ofActor kind: String?) -> [String] {
    switch kind {
    case "cdo-role": ["org:Post"]
    case "person": ["schema:Person"]
    case "municipal-unit": ["org:OrganizationalUnit"]
    case "network": ["org:OrganizationalCollaboration"]
    case "civic-tech", "hub", "initiative", nil: ["org:Organization"]
    default: ["org:FormalOrganization"]
    }
  }

  /// Properties whose value is text in German or in English.
  static let texts: [String: (predicate: String, language: String)] = [
    "altLabels": ("skos:altLabel", "de"), "altNames": ("schema:alternateName", "de"),
    "altTitles": ("schema:alternateName", "de"), "definition": ("skos:definition", "de"),
    "description": ("schema:description", "de"), "labelDe": ("skos:prefLabel", "de"),
    "labelEn": ("skos:prefLabel", "en"), "name": ("schema:name", "de"), "note": ("skos:note", "de"),
    "officialName": ("schema:alternateName", "de"), "source": ("dct:source", "de"), "title": ("schema:name", "de"),
  ]

  /// Relationships; `isInverse` where the public word reads from the target to the source.
  static let relationships: [String: (predicate: String, isInverse: Bool)] = [
    "ABOUT": ("dct:subject", false), "BASED_IN": ("schema:location", false), "BROADER": ("skos:broader", false),
    "COVERS": ("schema:knowsAbout", false), "HAS_PROFILE": ("org:role", false),
    "IN_DISTRICT": ("schema:containedInPlace", false), "LOCATED_IN": ("schema:location", false),
    "MEMBER_OF": ("org:memberOf", false), "ORGANIZES": ("schema:organizer", true), "PART_OF": ("dct:isPartOf", false),
    "PRESENTS_AT": ("schema:performer", true), "RELATED": ("skos:related", false), "REQUIRES": ("dct:requires", false),
    "SUBMITS": ("dct:creator", true), "TAKES_PART_IN": ("schema:attendee", true),
    "WORKS_ON": ("schema:memberOf", false),
  ]
}
