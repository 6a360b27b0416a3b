public import Diagrams
public import GraphModel
import GraphStore
import NetworkVocabulary

/// A plan as a picture, and who is missing in it.
public struct MeetingPicture: Sendable {
  /// What is drawn; `nil` where nobody may be drawn.
  public let diagram: Diagram?
  /// The ids of those who meet and have not agreed to be drawn.
  public let missing: [String]
}

extension Workspace {
  /// Who meets whom, drawn as `cdograph diagram --match` does: of those who agree to be drawn.
  ///
  /// Planning needs another consent than drawing, so somebody in a plan may have to be left out of its picture; the picture
  /// says how many.
  public func picture(of outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language) -> MeetingPicture {
    let drawing = permitting(.diagram)
    let plan = MatchPlan(outcome, in: self)
    let members = Set(outcome.groups.flatMap { $0.members.map(\.node) }).sorted()
    let shown = members.filter { drawing.graph.contains($0) }
    let missing = ids(of: members.filter { !drawing.graph.contains($0) })
    guard var diagram = try? drawing.diagram(of: plan, title: title(of: outcome, language), language).diagram else {
      return MeetingPicture(diagram: nil, missing: missing)
    }
    let number = outcome.groups.count
    let meetings =
      outcome.kind == .teams
      ? Wording(number.counted("Team", "Teams"), number.counted("team", "teams"))
      : Wording("\(number) Treffen", number.counted("meeting", "meetings"))
    let counts = Wording(
      "\(shown.count) Beteiligte, \(meetings.german)",
      "\(shown.count.counted("person", "people")), \(meetings.english)")[language]
    diagram.subtitle = "\(outcome.kind.planName[language]) · \(schedule.day(language)) · \(counts)"
    if !missing.isEmpty {
      diagram.notes.append(
        Wording(
          missing.count.counted(
            "Person fehlt, die dem Zeichnen nicht zugestimmt hat",
            "Personen fehlen, die dem Zeichnen nicht zugestimmt haben"),
          missing.count.counted(
            "person is missing who has not agreed to be drawn", "people are missing who have not agreed to be drawn"))[
            language])
    }
    return MeetingPicture(diagram: diagram, missing: missing)
  }
}
