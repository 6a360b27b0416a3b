import Foundation
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// What was learned about a preset, for reading: the weights before and after, and whether they are better.
struct TuningText {
  private let tuning: PresetTuning
  private let language: Language

  init(_ tuning: PresetTuning, _ language: Language) { (self.tuning, self.language) = (tuning, language) }

  var text: String {
    let head = "\(tuning.present.name): \(tuning.origin[language])\n"
    guard let trial = tuning.trial else { return head + lines(tooLittle) }
    return head + "\n" + (tuning.outcome == .learned ? weights + "\n" : "") + text(of: trial)
  }

  private var tooLittle: String {
    let (count, least) = (tuning.questionCount, TrainingOptions().leastQuestions)
    let facts =
      tuning.present.name == "transfer"
      ? Wording(
        "Beziehungen vom Typ transfer, die mit Tag (since) sagen, wer was übernommen hat, ergeben \(count) Fragen",
        "Relationships of type transfer that say with a day (since) who took over what make \(count) questions")
      : Wording(
        "Datierte Projekte und Veranstaltungen ergeben \(count) Fragen nach Akteuren, die vorher schon bekannt waren",
        "Dated projects and events make \(count) questions about actors that were known before")
    let need = Wording(
      "Es braucht \(least) vor dem letzten Zeitraum und weitere darin, um zu lernen und das Gelernte zu prüfen.",
      "It takes \(least) before the latest window, and more within it, to learn and to try what was learned.")
    return "\(facts[language]). \(need[language])"
  }

  /// The weights before and after, as shares.
  private var weights: String {
    let total = tuning.present.weights.values.sorted().reduce(0, +)
    let rows = MatchComponent.allCases.map { component in
      [
        component.name[language], number(tuning.present.weights[component, default: 0] / total, 3),
        number(tuning.tuned.weights[component, default: 0], 3),
      ]
    }
    return table(Wording("Anteil am Wert", "share of the score"), rows)
  }

  private func text(of trial: PresetTrial) -> String {
    let head = Wording(
      "Probe auf \(trial.questionCount) Fragen ab \(trial.year), mit Gewichten aus \(trial.earlierCount) Fragen davor:",
      "Tried on \(trial.questionCount) questions from \(trial.year) on, with weights from \(trial.earlierCount) questions before:"
    )
    let rows = [
      ["NDCG@10", number(trial.present.ndcg, 4), number(trial.tuned.ndcg, 4)],
      [
        Wording("Treffer@10", "Hits@10")[language], number(trial.present.hit, 4), number(trial.tuned.hit, 4),
      ],
    ]
    let bounds = "\(signed(trial.interval.lowerBound)) … \(signed(trial.interval.upperBound))"
    let difference = "NDCG@10 \(signed(trial.tuned.ndcg - trial.present.ndcg)) (95 %: \(bounds))"
    return lines(head[language]) + table(Wording("Maß", "measure"), rows) + lines(verdict(trial, difference)[language])
  }

  private func verdict(_ trial: PresetTrial, _ difference: String) -> Wording {
    switch trial.verdict {
    case .better:
      Wording("Die gelernten Gewichte sind besser: \(difference).", "The learned weights are better: \(difference).")
    case .unclear:
      Wording(
        "Kein sicherer Unterschied: \(difference). Die bisherigen Gewichte zu behalten ist ebenso gut.",
        "No certain difference: \(difference). To keep the present weights is as good.")
    case .worse:
      Wording(
        "Die gelernten Gewichte sind schlechter: \(difference). Es bleibt bei den bisherigen.",
        "The learned weights are worse: \(difference). The present ones remain.")
    }
  }

  private func table(_ title: Wording, _ rows: [[String]]) -> String {
    let columns = [
      TableColumn(title[language]), TableColumn(Wording("bisher", "present")[language], .right),
      TableColumn(Wording("gelernt", "learned")[language], .right),
    ]
    return TextTable(columns: columns, rows: rows).text(width: nil)
  }

  private func lines(_ text: String) -> String { paragraph(text, to: 100) }

  private func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

  private func signed(_ value: Double) -> String { String(format: "%+.4f", value) }
}
