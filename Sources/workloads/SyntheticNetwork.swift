import GraphModel
import NetworkVocabulary

/// The kinds of record of the synthetic network that benchmarks run on; its generator's README has the schema.
enum SyntheticNetwork {
  /// Actors, municipalities, projects, topics: the global order of nodes that digests refer to.
  static let kinds: [RecordKind] = [actor, municipality, project, topic]

  private static let actor = RecordKind(
    "actor", file: "actors.json", label: "Actor", "An actor.", names: ["name"],
    [
      RecordField("name", .text, required: true, "Name."), RecordField("kind", .text, "Kind."),
      RecordField("municipality", .link(Link("municipality", "WORKS_FOR")), "Where it works."),
      RecordField("focus", .choice(["inward", "outward"]), "Focus."),
      RecordField("topics", .links(Link("topic", "COVERS")), "Topics with weights."),
      RecordField("projects", .links(Link("project", "WORKS_ON")), "Projects with roles."),
    ])

  private static let municipality = RecordKind(
    "municipality", file: "municipalities.json", label: "Municipality", "A municipality.", names: ["name"],
    [
      RecordField("name", .text, required: true, "Name."), RecordField("kind", .text, "Kind."),
      RecordField("state", .text, "Land."), RecordField("district", .text, "Kreis."),
      RecordField("population", .integer(0...100_000_000), "Inhabitants."),
      RecordField("latitude", .number(-90...90), "Degrees north."),
      RecordField("longitude", .number(-180...180), "Degrees east."),
      RecordField("neighbours", .links(Link("municipality", "NEIGHBOUR_OF", symmetric: true)), "Next to it."),
    ])

  private static let project = RecordKind(
    "project", file: "projects.json", label: "Project", "A project.", names: ["title"],
    [
      RecordField("title", .text, required: true, "Title."), RecordField("status", .text, "Status."),
      RecordField("startYear", .integer(1900...2200), "First year."),
      RecordField("municipalities", .links(Link("municipality", "LOCATED_IN")), "Where it is."),
      RecordField("topics", .links(Link("topic", "ABOUT")), "Topics with weights."),
    ])

  private static let topic = RecordKind(
    "topic", file: "topics.json", label: "Topic", "A topic.", names: ["label"],
    [
      RecordField("label", .text, required: true, "Label."),
      RecordField("broader", .link(Link("topic", "BROADER")), "The topic above."),
    ])
}
