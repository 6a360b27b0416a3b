import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import NetworkVocabulary

/// What becomes of records that are there, and of rows that cannot be taken.
extension ImportReport {
  var namesakes: ReportDocument.Section {
    let items = plan.rows.filter { !$0.namesakes.isEmpty }.map { row in
      ReportDocument.Item(
        text: heading(row), details: row.namesakes.prefix(3).map { "\($0.name) (\($0.id), \(places(of: $0)))" })
    }
    return ReportDocument.Section(
      heading: say("Gleicher Name an anderem Ort: \(items.count)", "Same name in another place: \(items.count)"),
      lead: say(
        "Wer umgezogen ist, steht sonst zweimal da: --row ZEILE=KENNUNG ergänzt den Eintrag, der da ist.",
        "Who has moved would stand there twice: --row NUMBER=ID adds to the record that is there."), items: items)
  }

  private func places(of other: ProbableDuplicate) -> String {
    let places = other.reasons.compactMap { if case .otherPlace(let place) = $0 { place } else { nil } }
    let row = other.row.map { say("Zeile \($0)", "row \($0)") }
    return (places + [row].compactMap(\.self)).joined(separator: ", ")
  }

  private func heading(_ row: ImportPlan.Row) -> String {
    say("Zeile \(row.number)", "Row \(row.number)") + " \(quoted(row.name))" + (row.id.map { " → \($0)" } ?? "")
  }

  var merged: ReportDocument.Section {
    let items = plan.rows.filter { $0.action == .merged }.map { row in
      ReportDocument.Item(text: heading(row), details: row.changes.map(text))
    }
    return ReportDocument.Section(heading: say("Ergänzt: \(items.count)", "Merged: \(items.count)"), items: items)
  }

  private func text(_ change: ImportPlan.Change) -> String {
    switch change {
    case .added(let field, let json): "\(field): + \(json)"
    case .tie(let type, let topic): "\(type): + \(topic)"
    case .consent(let before, let after):
      say("Einwilligung", "consent") + ": \(purposes(before)) → \(purposes(after))"
    case .day(let before, let after):
      say("Tag der Einwilligung", "day of consent") + ": \(before ?? "–") → \(after ?? "–")"
    }
  }

  var differences: ReportDocument.Section {
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

  var refused: ReportDocument.Section {
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
      ("unusedColumns", .array(list.unusedColumns.map { .string($0.header) })),
      ("unknownTopics", .array(plan.unknownTopics.map { word($0, "topics") })),
      ("readings", .array(plan.readings.map { word($0, "ids") })),
      ("rows", .array(plan.rows.map(row))),
    ])
  }

  private func word(_ word: ListWord, _ ids: String) -> JSONOutput {
    .object([
      ("text", .string(word.text)), ("rows", .array(word.rows.map { .integer(Int64($0)) })),
      (ids, .array(word.nodes.compactMap { workspace.graph.value(.id, of: $0)?.text.map { .string($0) } })),
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
      ("withdrawn", row.withdrawn.isEmpty ? nil : .array(row.withdrawn.map { .string($0) })),
      ("namesakes", row.namesakes.isEmpty ? nil : .array(row.namesakes.map { .string($0.id) })),
      ("changes", row.changes.isEmpty ? nil : .array(row.changes.map { .string(text($0)) })),
      ("faults", row.faults.isEmpty ? nil : .array(row.faults.map { .string($0.description) })),
    ])
  }
}
