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
    document.sections = [unknownTopics, readings, duplicates, namesakes, merged, differences, refused].filter {
      !$0.items.isEmpty
    }
    return document
  }

  func say(_ german: String, _ english: String) -> String { Wording(german, english)[language] }

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
    var notes: [String] = []
    if list.header.number > 1 {
      notes.append(say("Überschriften in Zeile \(list.header.number).", "Headers in row \(list.header.number)."))
    }
    let unused = list.unusedColumns.map { "\($0.letters) \(quoted($0.header))" }.joined(separator: ", ")
    if !unused.isEmpty {
      notes.append(say("Nicht übernommene Spalten: \(unused)", "Columns that are not taken: \(unused)"))
    }
    if !list.shortRows.isEmpty {
      let short = rows(list.shortRows)
      notes.append(
        say(
          "Weniger Zellen als Überschriften, was fehlt, gilt als leer: \(short)",
          "Fewer cells than headers, what is missing counts as empty: \(short)"))
    }
    if !list.asksForConsent {
      notes.append(
        say(
          "Keine Spalte mit Einwilligungen: Personen und wer ohne Art (kind) ist, bleiben aus Vorschlägen, Bildern und Exporten, Rollen und Organisationen nicht.",
          "No column of consent: persons and who has no kind stay out of suggestions, pictures and exports, roles and organisations do not."
        ))
    }
    return notes
  }

  private func rows(_ rows: [Int]) -> String {
    let shown = rows.prefix(5).map(String.init).joined(separator: ", ") + (rows.count > 5 ? " …" : "")
    return rows.count == 1 ? say("Zeile \(shown)", "row \(shown)") : say("Zeilen \(shown)", "rows \(shown)")
  }

  func quoted(_ text: String) -> String { say("„\(text)“", "'\(text)'") }

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
      let others = word.others.prefix(3).map(place).joined(separator: ", ")
      return ReportDocument.Item(
        text: "\(quoted(word.text)) → \(word.nodes.map(place).joined(separator: ", ")) (\(rows(word.rows)))"
          + (others.isEmpty ? "" : say("; möglich auch: \(others)", "; or: \(others)")))
    }
    return ReportDocument.Section(
      heading: say(
        "Sinngemäß verstanden, bitte prüfen: \(items.count)", "Understood loosely, please check: \(items.count)"),
      items: items)
  }

  /// The name of a node, of a municipality with what tells it from others of the name.
  private func place(_ node: NodeID) -> String {
    let facts = [PropertyKey.ags, "bundesland"].compactMap { workspace.graph.value($0, of: node)?.text }
    return workspace.name(of: node, language) + (facts.count == 2 ? " (\(facts.joined(separator: ", ")))" : "")
  }

  private var duplicates: ReportDocument.Section {
    let items = plan.doubtful.map { row in
      ReportDocument.Item(
        text: say("Zeile \(row.number)", "Row \(row.number)") + " \(quoted(row.name)): \(action(row))",
        details: row.duplicates.prefix(3).map(reason) + withdrawal(row))
    }
    return ReportDocument.Section(
      heading: say("Wahrscheinlich doppelt: \(items.count)", "Probable duplicates: \(items.count)"),
      lead: say(
        "--duplicates skip|merge|new entscheidet über alle, --row ZEILE=merge über eine, --row ZEILE=KENNUNG nennt, wer gemeint ist.",
        "--duplicates skip|merge|new decides on all, --row NUMBER=merge on one, --row NUMBER=ID says who is meant."),
      items: items)
  }

  /// That somebody may have taken back consent, which leaving the row out would leave unsaid.
  private func withdrawal(_ row: ImportPlan.Row) -> [String] {
    guard !row.withdrawn.isEmpty, let id = row.duplicates.first?.id else { return [] }
    let purposes = purposes(row.withdrawn)
    return [
      say(
        "Achtung: die Zeile stimmt nicht zu (\(purposes)), der Eintrag \(id) schon; übernehmen mit --row \(row.number)=merge",
        "Attention: the row does not agree (\(purposes)), the record \(id) does; take it over with --row \(row.number)=merge"
      )
    ]
  }

  func purposes(_ words: [String]) -> String {
    words.isEmpty ? say("nichts", "nothing") : words.joined(separator: ", ")
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
  func reason(_ other: ProbableDuplicate) -> String {
    // That names differ speaks against it, and the place and the role for it.
    let telling = other.reasons.filter { if case .alikeNames(..<50) = $0 { false } else { true } }
    let reasons = telling.map { reason in
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
      case .otherPlace(let place): place
      }
    }
    let place = other.row.map { say("Zeile \($0)", "row \($0)") } ?? say("im Netzwerk", "in the network")
    return "\(other.name) (\(other.id), \(place)): " + reasons.joined(separator: ", ")
  }
}
