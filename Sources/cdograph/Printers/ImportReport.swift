import GraphModel
import GraphStore
import Interchange
import JSONText
import KnowledgeGraph
import NetworkVocabulary

/// What an import does or would do, as a coordinator reads it.
struct ImportReport {
  let plan: ImportPlan
  let list: PeopleList
  let workspace: Workspace
  /// Whether the files were written.
  let isWritten: Bool
  /// Whether rows that are refused do not stop the others.
  let isPartial: Bool
  let language: Language

  var document: ReportDocument {
    var document = ReportDocument(title: title)
    document.summary = [counts] + notes
    document.sections = [unknownTopics, readings, duplicates, differences, refused].filter { !$0.items.isEmpty }
    return document
  }

  private func say(_ german: String, _ english: String) -> String { Wording(german, english)[language] }

  private var title: String {
    let encoding = list.sheet.isWindows1252 ? "Windows-1252" : "Unicode"
    let separator =
      list.sheet.separator == "\t"
      ? say("Tabulator", "tab") : say("„\(list.sheet.separator)“", "'\(list.sheet.separator)'")
    let rows = plan.rows.count
    return say(
      "\(list.file): \(rows == 1 ? "1 Zeile" : "\(rows) Zeilen"), Trennzeichen \(separator), \(encoding)",
      "\(list.file): \(rows == 1 ? "1 row" : "\(rows) rows"), separator \(separator), \(encoding)")
  }

  private var counts: String {
    let words: [(ImportPlan.Action, Wording)] = [
      (.new, Wording("neu", "new")), (.merged, Wording("ergänzt", "merged")),
      (.unchanged, Wording("unverändert", "unchanged")),
      (.skipped, Wording("als wahrscheinlich doppelt ausgelassen", "left out as probable duplicates")),
      (.refused, Wording("abgewiesen", "refused")),
    ]
    let parts = words.compactMap { action, word in
      let count = plan.count(action)
      return count > 0 || action == .new ? "\(count) \(word[language])" : nil
    }
    let isBlocked = !isWritten && !isPartial && plan.count(.refused) > 0
    let blocked = say(
      "; solange Zeilen abgewiesen sind, wird ohne --partial nichts geschrieben",
      "; while rows are refused, nothing is written without --partial")
    return (isWritten ? "" : say("Nichts geschrieben; es wären ", "Nothing written; there would be "))
      + parts.joined(separator: ", ") + (isBlocked ? blocked : "")
  }

  private var notes: [String] {
    if list.asksForConsent { return [] }
    return [
      say(
        "Keine Spalte mit Einwilligungen: Personen bleiben aus Vorschlägen, Bildern und Exporten, Rollen und Organisationen nicht.",
        "No column of consent: persons stay out of suggestions, pictures and exports, roles and organisations do not.")
    ]
  }

  private func rows(_ rows: [Int]) -> String {
    let shown = rows.prefix(5).map(String.init).joined(separator: ", ") + (rows.count > 5 ? " …" : "")
    return rows.count == 1 ? say("Zeile \(shown)", "row \(shown)") : say("Zeilen \(shown)", "rows \(shown)")
  }

  private func quoted(_ text: String) -> String { say("„\(text)“", "'\(text)'") }

  private var unknownTopics: ReportDocument.Section {
    let items = plan.unknownTopics.map { word in
      let names = word.nodes.map { workspace.name(of: $0, language) }
      let advice =
        names.isEmpty
        ? say("nichts Ähnliches", "nothing like it") : say("gemeint? ", "meant? ") + names.joined(separator: "; ")
      return ReportDocument.Item(text: "\(quoted(word.text)) (\(rows(word.rows))): \(advice)")
    }
    return ReportDocument.Section(
      heading: say("Unbekannte Themen: \(items.count)", "Unknown topics: \(items.count)"),
      lead: say(
        "Sie bleiben als x-unknownTopics am Eintrag; „words“ der Zuordnung übersetzt sie in Themen.",
        "They stay with the record as x-unknownTopics; 'words' in the mapping translates them into topics."),
      items: items)
  }

  private var readings: ReportDocument.Section {
    let items = plan.readings.map { word in
      let names = word.nodes.map { workspace.name(of: $0, language) }.joined(separator: ", ")
      return ReportDocument.Item(text: "\(quoted(word.text)) → \(names) (\(rows(word.rows)))")
    }
    return ReportDocument.Section(
      heading: say(
        "Sinngemäß verstanden, bitte prüfen: \(items.count)", "Understood loosely, please check: \(items.count)"),
      items: items)
  }

  private var duplicates: ReportDocument.Section {
    let items = plan.doubtful.map { row in
      ReportDocument.Item(
        text: say("Zeile \(row.number)", "Row \(row.number)") + " \(quoted(row.name)): \(action(row))",
        details: row.duplicates.prefix(3).map(reason))
    }
    return ReportDocument.Section(
      heading: say("Wahrscheinlich doppelt: \(items.count)", "Probable duplicates: \(items.count)"),
      lead: say(
        "--duplicates skip|merge|new entscheidet über alle, --row ZEILE=merge über eine.",
        "--duplicates skip|merge|new decides on all, --row NUMBER=merge on one."),
      items: items)
  }

  private func action(_ row: ImportPlan.Row) -> String {
    switch row.action {
    case .skipped: say("wird ausgelassen", "is left out")
    case .merged, .unchanged: say("ergänzt \(row.id ?? "")", "goes into \(row.id ?? "")")
    case .new: say("wird ein eigener Eintrag", "becomes a record of its own")
    case .refused: say("abgewiesen", "refused")
    }
  }

  /// Why two are probably the same, in words and numbers.
  private func reason(_ other: ProbableDuplicate) -> String {
    let reasons = other.reasons.map { reason in
      switch reason {
      case .samePlace(let place): say("dieselbe Kommune (\(place))", "the same municipality (\(place))")
      case .sameRole(let role): say("dieselbe Rolle (\(role))", "the same role (\(role))")
      case .sameValue(let field):
        switch field {
        case "x-contact": say("derselbe Kontakt", "the same contact")
        default: say("dieselbe Internetseite", "the same homepage")
        }
      case .alikeNames(let likeness):
        say("Namen zu \(likeness) % gleich", "names alike by \(likeness) %")
      }
    }
    let place = other.row.map { say("Zeile \($0)", "row \($0)") } ?? say("im Netzwerk", "in the network")
    return "\(other.name) (\(other.id), \(place)): " + reasons.joined(separator: ", ")
  }

  private var differences: ReportDocument.Section {
    let items = plan.rows.filter { !$0.differences.isEmpty }.map { row in
      ReportDocument.Item(
        text: say("Zeile \(row.number)", "Row \(row.number)") + " \(quoted(row.name)) (\(row.id ?? ""))",
        details: row.differences.map { difference in
          say(
            "\(difference.field): es bleibt \(difference.kept), in der Liste steht \(difference.listed)",
            "\(difference.field): \(difference.kept) stays, the list says \(difference.listed)")
        })
    }
    return ReportDocument.Section(
      heading: say(
        "Abweichungen, Bestehendes bleibt: \(items.count)", "Differences, what is there stays: \(items.count)"),
      items: items)
  }

  private var refused: ReportDocument.Section {
    let items = plan.rows.flatMap(\.faults).map {
      ReportDocument.Item(text: MessageCatalog.translated($0.description, to: language))
    }
    return ReportDocument.Section(
      heading: say("Abgewiesen: \(plan.count(.refused))", "Refused: \(plan.count(.refused))"), items: items)
  }
}

extension ImportReport {
  var json: JSONOutput {
    .object([
      ("list", .string(list.file)), ("written", .boolean(isWritten)),
      (
        "counts",
        .object(ImportPlan.Action.allCases.map { ($0.rawValue, .integer(Int64(plan.count($0)))) })
      ),
      ("unknownTopics", .array(plan.unknownTopics.map(word))), ("readings", .array(plan.readings.map(word))),
      ("rows", .array(plan.rows.map(row))),
    ])
  }

  private func word(_ word: ListWord) -> JSONOutput {
    .object([
      ("text", .string(word.text)), ("rows", .array(word.rows.map { .integer(Int64($0)) })),
      ("topics", .array(word.nodes.compactMap { workspace.graph.value(.id, of: $0)?.text.map { .string($0) } })),
    ])
  }

  private func row(_ row: ImportPlan.Row) -> JSONOutput {
    .members([
      ("row", .integer(Int64(row.number))), ("name", .string(row.name)), ("action", .string(row.action.rawValue)),
      ("id", row.id.map { .string($0) }),
      (
        "duplicates",
        row.duplicates.isEmpty
          ? nil
          : .array(
            row.duplicates.map { other in
              .members([
                ("id", .string(other.id)), ("name", .string(other.name)),
                ("row", other.row.map { .integer(Int64($0)) }), ("likeness", .integer(Int64(other.likeness))),
                ("reason", .string(reason(other))),
              ])
            })
      ),
      ("faults", row.faults.isEmpty ? nil : .array(row.faults.map { .string($0.description) })),
    ])
  }
}
