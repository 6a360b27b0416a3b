import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

/// Everything that is stored about an actor.
struct PersonReport {
  let traces: ActorTraces
  let workspace: Workspace
  let language: Language

  private var node: NodeID? { workspace.graph.node(.actor, id: traces.id) }

  private func say(_ german: String, _ english: String) -> String { Wording(german, english)[language] }

  private func place(_ trace: ActorTrace) -> String { "\(trace.file):\(trace.place)" }

  private func traces(_ kinds: ActorTrace.Kind...) -> [ActorTrace] { traces.traces.filter { kinds.contains($0.kind) } }

  var document: ReportDocument {
    let name = node.map { workspace.name(of: $0, language) } ?? traces.id
    var document = ReportDocument(
      title: say(
        "Auskunft: alles, was über \(name) (\(traces.id)) gespeichert ist",
        "Report: everything that is stored about \(name) (\(traces.id))"))
    document.summary = [
      say("Gelesen: \(workspace.folders.joined(separator: ", "))", "Read: \(workspace.folders.joined(separator: ", "))")
    ]
    document.sections = [record, consent, relationships, references, meetings, journal, mentions, otherFiles, sources]
      .filter { !$0.items.isEmpty }
    return document
  }

  private func section(
    _ german: String, _ english: String, _ items: [ReportDocument.Item]
  ) -> ReportDocument.Section {
    ReportDocument.Section(heading: say(german, english), items: items)
  }

  private var record: ReportDocument.Section {
    section(
      "Eintrag", "Record",
      traces(.record).map { ReportDocument.Item(text: "\($0.field): \($0.text)  \(place($0))") })
  }

  /// Purpose by purpose: whether there is consent, and what says so.
  private var consent: ReportDocument.Section {
    guard let node else { return section("", "", []) }
    let day = workspace.graph.value("consentDate", of: node).map { say(" vom \($0)", " of \($0)") } ?? ""
    let isStated = workspace.graph.value(.consent, of: node) != nil
    let basis =
      isStated
      ? say("Feld consent\(day)", "field consent\(day)")
      : say(
        "kein Feld consent: es gilt die Regel für Personen und Rollen",
        "no field consent: the rule for persons and roles")
    let items = Purpose.allCases.map { purpose in
      let isAgreed = purpose.isAgreed(by: node, in: workspace.graph)
      let answer = isAgreed ? say("zugestimmt", "agreed") : say("nicht zugestimmt", "not agreed")
      return ReportDocument.Item(text: "\(purpose.rawValue): \(answer)")
    }
    return ReportDocument.Section(
      heading: say("Einwilligung nach Zweck", "Consent by purpose"), lead: basis, items: items)
  }

  private var relationships: ReportDocument.Section {
    section(
      "Beziehungen", "Relationships",
      related.map { relation in
        let arrow = relation.isForward ? "–\(relation.phrase)→" : "←\(relation.phrase)–"
        return ReportDocument.Item(text: "\(arrow) \(relation.name)" + (relation.trace.map { "  \(place($0))" } ?? ""))
      })
  }

  /// A relationship of the graph, and where in the files it stands.
  private struct Related {
    let phrase: String
    let type: String
    let isForward: Bool
    let id: String
    let name: String
    let trace: ActorTrace?
  }

  private var related: [Related] {
    guard let node else { return [] }
    let graph = workspace.graph
    return graph.hops(from: node).map { hop in
      let type = graph.type(of: hop.edge)
      let keys = [PropertyKey.id, .ags].compactMap { graph.value($0, of: hop.neighbor)?.text }
      return Related(
        phrase: Relationship.of(type).phrase[language], type: type.name, isForward: hop.isForward,
        id: keys.first ?? "", name: workspace.name(of: hop.neighbor, language),
        trace: trace(of: keys, type, hop.isForward))
    }
  }

  /// Where a relationship to a record stands: in a field of one's own, in the other record, or in a tie.
  private func trace(of keys: [String], _ type: EdgeType, _ isForward: Bool) -> ActorTrace? {
    let quoted = keys.map { JSONOutput.string($0).text() }
    let word = TieType.all.first { $0.type == type }?.word
    if let word, let tie = traces(.tie).first(where: { $0.field == word && quoted.contains(where: $0.text.contains) }) {
      return tie
    }
    if type == .hasProfile { return traces(.record).last { $0.field == PropertyKey.roleFocus.name } }
    let own = traces(.record).last { trace in
      let field = RecordKind.actor.fields.first { $0.name == trace.field }
      return field?.content.isReference == true && quoted.contains(where: trace.text.contains)
    }
    return own ?? traces(.reference).last { keys.contains($0.record) }
  }

  /// Where other records name the actor, also in folders that later ones are laid over.
  private var references: ReportDocument.Section {
    section(
      "In anderen Einträgen", "In other records",
      traces(.reference, .tie).map {
        let details = details(of: $0)
        return ReportDocument.Item(
          text: "\($0.recordKind) \($0.record), \($0.field)" + (details.isEmpty ? "" : ": \(details)")
            + "  \(place($0))")
      })
  }

  /// What a tie holds beside the two that it joins, such as the times of an availability.
  private func details(of trace: ActorTrace) -> String {
    trace.fields.filter { !["id", "type", "from", "to"].contains($0.name) }.map { "\($0.name): \($0.text)" }
      .joined(separator: ", ")
  }

  private var meetings: ReportDocument.Section {
    section(
      "Treffen und Rückmeldungen", "Meetings and feedback",
      traces(.meeting).map { trace in
        let meeting = workspace.network.history.first { $0.id == trace.record }
        let day = meeting.map { " \($0.date)" } ?? ""
        return ReportDocument.Item(text: "\(trace.record)\(day): \(trace.field)  \(place(trace))")
      })
  }

  private var journal: ReportDocument.Section {
    section(
      "Protokoll der Importe", "Journal of imports",
      traces(.journal).map { ReportDocument.Item(text: "\($0.record): \($0.field)  \(place($0))") })
  }

  private var mentions: ReportDocument.Section {
    section(
      "Erwähnungen in Texten", "Mentions in texts",
      traces(.mention).map {
        ReportDocument.Item(text: "\($0.recordKind) \($0.record), \($0.field): \($0.text)  \(place($0))")
      })
  }

  private var otherFiles: ReportDocument.Section {
    section(
      "Andere Dateien in diesen Ordnern", "Other files in these folders",
      traces.foreign.map { ReportDocument.Item(text: "\($0.file):\($0.line)") })
  }

  private var sources: ReportDocument.Section {
    section(
      "Herkunft der Angaben", "Sources of the data",
      (node.map { workspace.sources(ofRecords: [$0]) } ?? []).map { ReportDocument.Item(text: $0) })
  }
}

extension PersonReport {
  var json: JSONOutput {
    .members([
      ("id", .string(traces.id)), ("name", node.map { .string(workspace.name(of: $0, language)) }),
      ("folders", .array(workspace.folders.map { .string($0) })),
      ("record", .array(traces(.record).map(entry))),
      (
        "consent",
        node.map { node in
          .object(
            Purpose.allCases.map { ($0.rawValue, .boolean($0.isAgreed(by: node, in: workspace.graph))) })
        }
      ),
      ("relationships", .array(related.map(relationship))),
      ("references", .array(traces(.reference, .tie).map(entry))), ("meetings", .array(traces(.meeting).map(entry))),
      ("journal", .array(traces(.journal).map(entry))), ("mentions", .array(traces(.mention).map(entry))),
      (
        "otherFiles",
        .array(
          traces.foreign.map { .object([("file", .string($0.file)), ("line", .integer(Int64($0.line)))]) })
      ),
      ("sources", .array((node.map { workspace.sources(ofRecords: [$0]) } ?? []).map { .string($0) })),
    ])
  }

  private func entry(_ trace: ActorTrace) -> JSONOutput {
    .object([
      ("file", .string(trace.file)), ("line", .integer(Int64(trace.place.line))),
      ("column", .integer(Int64(trace.place.column))), ("kind", .string(trace.recordKind)),
      ("record", .string(trace.record)), ("field", .string(trace.field)), ("text", .string(trace.text)),
    ])
  }

  private func relationship(_ relation: Related) -> JSONOutput {
    .members([
      ("type", .string(relation.type)), ("direction", .string(relation.isForward ? "outgoing" : "incoming")),
      ("id", .string(relation.id)), ("name", .string(relation.name)),
      ("file", relation.trace.map { .string($0.file) }),
      ("line", relation.trace.map { .integer(Int64($0.place.line)) }),
    ])
  }
}

extension FieldContent {
  /// Whether the field names other records.
  fileprivate var isReference: Bool {
    switch self {
    case .link, .links: true
    default: false
    }
  }
}
