import GraphModel

extension RecordKind {
  /// Every kind of record that makes nodes, in the order in which the nodes are made.
  public static let all: [RecordKind] = [
    .actor, .municipality, .project, .topic, .event, .challenge, .profile,
  ]

  /// Towns, municipalities and districts.
  public static let municipality = RecordKind(
    "municipality", file: "municipalities.json", label: "Municipality", "A Gemeinde, Stadt or Landkreis.",
    names: ["name"], aliases: ["officialName"],
    [
      RecordField("ags", .digits([5, 8]), "Amtlicher Gemeindeschlüssel: 8 digits, 5 for a Landkreis."),
      RecordField("name", .text, required: true, "Name without addition."),
      RecordField("officialName", .text, "Name as in the official register."),
      RecordField(
        "kind", .choice(["Gemeinde", "Stadt", "kreisfreie Stadt", "Landkreis"]), "What the place is by law."),
      RecordField("bundesland", .choice(State.names), "The Land."),
      RecordField("kreis", .text, "Name of the Kreis."),
      RecordField("kreisKey", .digits([5]), "Key of the Kreis; the Landkreis with it becomes the district."),
      RecordField("population", .integer(0...100_000_000), "Inhabitants."),
      RecordField("populationYear", .integer(1800...2200), "Year of the population figure (31 December)."),
      RecordField("areaHa", .integer(0...10_000_000), "Area in hectares."),
      RecordField("latitude", .number(-90...90), "WGS 84 degrees, north positive."),
      RecordField("longitude", .number(-180...180), "WGS 84 degrees, east positive."),
      RecordField("coordinateSource", .text, "How the coordinates were found."),
    ])

  /// What people work on.
  public static let topic = RecordKind(
    "topic", file: "topics.json", label: "Topic", "A subject of municipal digitalisation.",
    names: ["labelDe", "labelEn"], aliases: ["labelEn", "altLabels"],
    [
      RecordField("labelDe", .text, required: true, "German name."),
      RecordField("labelEn", .text, "English name."),
      RecordField("altLabels", .texts, "Synonyms and abbreviations."),
      RecordField("broader", .link(Link("topic", "BROADER")), "The topic above this one."),
      RecordField("related", .links(Link("topic", "RELATED", symmetric: true)), "Topics beside this one."),
      RecordField("definition", .text, "What the topic means."),
    ])

  /// What was or is being done.
  public static let project = RecordKind(
    "project", file: "projects.json", label: "Project", "A project, programme, platform, service or measure.",
    names: ["title"], aliases: ["altTitles"],
    [
      RecordField("title", .text, required: true, "Name of the project."),
      RecordField("altTitles", .texts, "Other names and abbreviations."),
      RecordField("kind", .choice(["project", "measure", "service", "platform", "programme"]), "What it is."),
      RecordField("description", .text, "One or two sentences."),
      RecordField("municipalities", .links(Link("municipality", "LOCATED_IN")), "Where it takes place (ids or AGS)."),
      RecordField("bundeslaender", .choices(State.names), "The Länder involved."),
      RecordField("topics", .links(Link("topic", "ABOUT")), "What it is about."),
      RecordField("partOf", .link(Link("project", "PART_OF")), "The project or programme above it."),
      RecordField("originatesFrom", .link(Link("event", "ORIGINATES_FROM")), "The event that it came out of."),
      RecordField("status", .choice(["laufend", "abgeschlossen", "geplant", "unbekannt"]), "Status in the source."),
      RecordField("startYear", .integer(1900...2200), "First year."),
      RecordField("endYear", .integer(1900...2200), "Last year."),
    ])

  /// Who can be met.
  public static let actor = RecordKind(
    "actor", file: "actors.json", label: "Actor", "An organisation, an office or a role; a person only by consent.",
    names: ["name"], aliases: ["altNames"],
    [
      RecordField("name", .text, required: true, "Name of the organisation or role."),
      RecordField("altNames", .texts, "Other names and abbreviations."),
      RecordField("kind", .choice(actorKinds), "What the actor is."),
      RecordField(
        "homeAgs",
        .link(
          Link(
            "municipality", "BASED_IN",
            byKind: Dictionary(uniqueKeysWithValues: servingKinds.map { ($0, "WORKS_FOR") }))),
        "The municipality served, or the seat (id or AGS)."),
      RecordField(
        "bundeslaender", .choices(State.names), "The Länder that it is or works for, beyond one municipality."),
      RecordField("topics", .links(Link("topic", "COVERS")), "What the actor works on."),
      RecordField("projects", .links(Link("project", "WORKS_ON")), "The projects it takes part in."),
      RecordField("memberOf", .links(Link("actor", "MEMBER_OF")), "The networks and bodies it belongs to."),
      RecordField(
        "roleFocus",
        .linkedChoice(
          [("inward", ["inward"]), ("outward", ["outward"]), ("both", ["inward", "outward"])],
          Link("profile", "HAS_PROFILE", optional: true)),
        "Whether the work looks inward (administration, OZG), outward (smart city) or both ways."),
      RecordField("roleFocusBasis", .choice(["source", "inferred"]), "Whether a source states the focus."),
      RecordField("description", .text, "One or two sentences."),
      RecordField(
        "consent", .choices(Purpose.allCases.map(\.rawValue)),
        "What the actor has agreed to: being suggested, drawn, handed on. Without the field organisations and roles agree to all, persons to nothing."
      ),
      RecordField("consentDate", .date, "The day of the consent."),
      RecordField("derived", .boolean, "True for a contact place made from a project record, not an existing office."),
    ])

  static let actorKinds = [
    "association", "body", "cdo-role", "civic-tech", "company", "federal", "foundation", "hub", "initiative",
    "it-provider", "municipal-company", "municipal-unit", "municipality", "network", "ngo", "person", "regional",
    "research", "start-up", "state", "umbrella", "utility",
  ]

  /// The kinds of actors that serve their municipality; others have only their seat there.
  public static let servingKinds = ["cdo-role", "municipal-company", "municipal-unit", "municipality", "utility"]

  /// Where actors meet.
  public static let event = RecordKind(
    "event", file: "events.json", label: "Event", "A conference, session, roundtable, hackathon or sprint.",
    names: ["title"], aliases: ["altTitles"],
    [
      RecordField("title", .text, required: true, "Name of the event."),
      RecordField("altTitles", .texts, "Other names and abbreviations."),
      RecordField("kind", .choice(["conference", "session", "roundtable", "hackathon", "sprint"]), "What it is."),
      RecordField("description", .text, "One or two sentences."),
      RecordField("startDate", .date, "First day."),
      RecordField("endDate", .date, "Last day."),
      RecordField("startYear", .integer(1900...2200), "First year."),
      RecordField("endYear", .integer(1900...2200), "Last year."),
      RecordField("recurring", .choice(["yearly", "quarterly", "monthly", "weekly"]), "How often it takes place."),
      RecordField("partOf", .link(Link("event", "PART_OF")), "The event or series above it."),
      RecordField("organizers", .links(Link("actor", "ORGANIZES", reversed: true)), "Who carries the event."),
      RecordField("moderators", .links(Link("actor", "MODERATES", reversed: true)), "Who moderates."),
      RecordField("presenters", .links(Link("actor", "PRESENTS_AT", reversed: true)), "Who presents."),
      RecordField("hosts", .links(Link("actor", "HOSTS_TABLE_AT", reversed: true)), "Who stays at a table."),
      RecordField("participants", .links(Link("actor", "TAKES_PART_IN", reversed: true)), "Who takes part."),
      RecordField("projects", .links(Link("project", "PRESENTS")), "The projects that are shown or belong to it."),
      RecordField("topics", .links(Link("topic", "ABOUT")), "What it is about."),
      RecordField("municipalities", .links(Link("municipality", "LOCATED_IN")), "Where it takes place (ids or AGS)."),
      RecordField("rounds", .integer(1...100), "How many rounds a roundtable has."),
      RecordField("tableSize", .integer(2...1000), "How many people sit at a table."),
    ])

  /// What municipalities ask for help with.
  public static let challenge = RecordKind(
    "challenge", file: "challenges.json", label: "Challenge", "A task that a municipality submits for others to solve.",
    names: ["title"], aliases: ["altTitles"],
    [
      RecordField("title", .text, required: true, "Name of the challenge."),
      RecordField("altTitles", .texts, "Other names."),
      RecordField("description", .text, "One or two sentences."),
      RecordField(
        "submittedBy", .links(Link("municipality", "SUBMITS", reversed: true)), "Who submitted it (ids or AGS)."),
      RecordField("process", .link(Link("project", "PART_OF")), "The process that it was submitted to."),
      RecordField("topics", .links(Link("topic", "ABOUT")), "What it is about."),
      RecordField("neededTopics", .links(Link("topic", "REQUIRES")), "What a team must know."),
      RecordField("teamSize", .bounds, "Smallest and largest team."),
      RecordField("status", .choice(["offen", "in-bearbeitung", "geloest", "unbekannt"]), "How far it is."),
      RecordField("year", .integer(1900...2200), "Year of submission."),
      RecordField("solutions", .links(Link("project", "SOLVES", reversed: true)), "The projects that came out of it."),
    ])

  /// The two ways in which the job of a CDO is understood.
  public static let profile = RecordKind(
    "profile", file: "profiles.json", label: "Profile", "A way to understand the job of a CDO.",
    names: ["labelDe", "labelEn"], aliases: ["labelEn", "altLabels"],
    [
      RecordField("labelDe", .text, required: true, "German name."),
      RecordField("labelEn", .text, "English name."),
      RecordField("altLabels", .texts, "Other names."),
      RecordField("description", .text, "One or two sentences."),
      RecordField("topics", .links(Link("topic", "ABOUT")), "The topics that belong to it."),
    ])
}
