public import GraphModel

// The labels, types and keys that code names. Everything else about the records stands in `RecordKind.all`.

extension Label {
  /// Who can be met.
  public static let actor: Label = "Actor"
  /// An actor that is the role of a Chief Digital Officer.
  public static let cdo: Label = "CDO"
  /// A task that a municipality submits.
  public static let challenge: Label = "Challenge"
  /// A record that was made up to show something; beside the label of its kind.
  public static let example: Label = "Example"
  /// Where actors meet.
  public static let event: Label = "Event"
  /// A town, municipality or district.
  public static let municipality: Label = "Municipality"
  /// A natural person; beside `Actor`.
  public static let person: Label = "Person"
  /// A way to understand the job of a CDO.
  public static let profile: Label = "Profile"
  /// What was or is being done.
  public static let project: Label = "Project"
  /// What actors work on.
  public static let topic: Label = "Topic"
}

extension EdgeType {
  /// Source is about a topic.
  public static let about: EdgeType = "ABOUT"
  /// An actor has its seat in a municipality.
  public static let basedIn: EdgeType = "BASED_IN"
  /// An actor needs help with a topic.
  public static let needs: EdgeType = "NEEDS"
  /// An actor offers help with a topic.
  public static let offers: EdgeType = "OFFERS"
  /// A challenge needs knowledge of a topic.
  public static let requires: EdgeType = "REQUIRES"
  /// A municipality submits a challenge.
  public static let submits: EdgeType = "SUBMITS"
  /// A topic lies below another.
  public static let broader: EdgeType = "BROADER"
  /// An actor works on a topic.
  public static let covers: EdgeType = "COVERS"
  /// An actor has a CDO profile.
  public static let hasProfile: EdgeType = "HAS_PROFILE"
  /// A municipality lies in a district.
  public static let inDistrict: EdgeType = "IN_DISTRICT"
  /// A project or event takes place in a municipality.
  public static let locatedIn: EdgeType = "LOCATED_IN"
  /// Source is a part of a larger thing of its kind.
  public static let partOf: EdgeType = "PART_OF"
  /// Topics beside one another.
  public static let related: EdgeType = "RELATED"
  /// An actor works for a municipality.
  public static let worksFor: EdgeType = "WORKS_FOR"
  /// An actor takes part in a project.
  public static let worksOn: EdgeType = "WORKS_ON"
}

extension PropertyKey {
  /// Amtlicher Gemeindeschlüssel.
  public static let ags: PropertyKey = "ags"
  /// The Land of a municipality.
  public static let bundesland: PropertyKey = "bundesland"
  /// The purposes that an actor has agreed to.
  public static let consent: PropertyKey = "consent"
  /// Whether a record was made from another one.
  public static let derived: PropertyKey = "derived"
  /// The last year.
  public static let endYear: PropertyKey = "endYear"
  /// Whether a record was made up to show something.
  public static let example: PropertyKey = "example"
  /// The id in the JSON files.
  public static let id: PropertyKey = "id"
  /// What a thing is within its label.
  public static let kind: PropertyKey = "kind"
  /// The key of the Kreis.
  public static let kreisKey: PropertyKey = "kreisKey"
  /// Degrees north.
  public static let latitude: PropertyKey = "latitude"
  /// Degrees east.
  public static let longitude: PropertyKey = "longitude"
  /// The main name of any node.
  public static let name: PropertyKey = "name"
  /// Inhabitants.
  public static let population: PropertyKey = "population"
  /// `inward`, `outward` or `both`.
  public static let roleFocus: PropertyKey = "roleFocus"
  /// Where a record comes from.
  public static let source: PropertyKey = "source"
  /// The address of the source.
  public static let sourceURL: PropertyKey = "sourceUrl"
  /// The first year.
  public static let startYear: PropertyKey = "startYear"
  /// How far a project or challenge is.
  public static let status: PropertyKey = "status"
  /// Whether a source states the record's core fact.
  public static let verified: PropertyKey = "verified"
  /// How strong an edge is, in 0...1.
  public static let weight: PropertyKey = "weight"
}
