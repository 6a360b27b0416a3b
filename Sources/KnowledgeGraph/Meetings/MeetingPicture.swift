public import Diagrams
import Foundation
public import GraphModel
import GraphStore
import JSONText
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
    let members = Set(outcome.groups.flatMap { $0.members.map(\.node) }).sorted()
    let missing = ids(of: members.filter { !drawing.graph.contains($0) })
    // A plan is drawn as its file would be.
    guard let plan = try? MatchPlan(json: Data(json(outcome, language).text().utf8), from: "plan.json"),
      var diagram = try? drawing.diagram(of: plan, language).diagram
    else { return MeetingPicture(diagram: nil, missing: missing) }
    diagram.subtitle = [schedule.day(language), diagram.tally].compactMap(\.self).joined(separator: " · ")
    return MeetingPicture(diagram: diagram, missing: missing)
  }
}
