import GraphModel
import NetworkFiles

/// What was or would be removed of somebody, without saying who it was.
struct ForgettingReport {
  let traces: ActorTraces
  let isDry: Bool
  let language: Language

  private func say(_ german: String, _ english: String) -> String { Wording(german, english)[language] }

  var document: ReportDocument {
    let files = Set(traces.traces.map(\.file)).count
    let counts = traces.counts.map { "\($0.count) \(word($0.kind, $0.count))" }.joined(separator: ", ")
    let inFiles = say(files.counted("Datei", "Dateien"), files.counted("file", "files"))
    var document = ReportDocument(
      title: isDry
        ? say("Probelauf: \(inFiles) würden geändert", "Dry run: \(inFiles) would change")
        : say("Vergessen: \(inFiles) geändert", "Forgotten: \(inFiles) changed"))
    document.summary = [counts]
    if isDry {
      let items = traces.traces.map {
        ReportDocument.Item(text: "\($0.file):\($0.place): \($0.recordKind) \($0.record), \($0.field)")
      }
      document.sections = [ReportDocument.Section(heading: say("Stellen", "Places"), items: items)]
    } else {
      document.summary.append(
        say(
          "Vermerkt ohne Angaben zur Person in \(ForgottenFile.file); Exporte, Bilder, Veranstaltungsmappen, Sicherungen und Versionsverwaltung außerhalb der Ordner bitte selbst bereinigen.",
          "Noted without the person's data in \(ForgottenFile.file); please clean exports, pictures, event packs, backups and version control outside of the folders yourself."
        ))
    }
    return document
  }

  private func word(_ kind: ActorTrace.Kind, _ count: Int) -> String {
    let words: Wording =
      switch (kind, count == 1) {
      case (.record, true): Wording("Eintrag", "record")
      case (.record, false): Wording("Einträge", "records")
      case (.tie, true): Wording("Beziehung", "relationship")
      case (.tie, false): Wording("Beziehungen", "relationships")
      case (.meeting, true): Wording("Angabe zu Treffen", "note on a meeting")
      case (.meeting, false): Wording("Angaben zu Treffen", "notes on meetings")
      case (.reference, true): Wording("Nennung in anderen Einträgen", "reference in other records")
      case (.reference, false): Wording("Nennungen in anderen Einträgen", "references in other records")
      case (.mention, true): Wording("Erwähnung in Texten", "mention in texts")
      case (.mention, false): Wording("Erwähnungen in Texten", "mentions in texts")
      case (.journal, true): Wording("Angabe im Protokoll der Importe", "note in the journal of imports")
      case (.journal, false): Wording("Angaben im Protokoll der Importe", "notes in the journal of imports")
      }
    return words[language]
  }
}
