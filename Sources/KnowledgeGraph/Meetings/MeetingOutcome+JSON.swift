public import GraphModel
import GraphStore
public import JSONText
import NetworkVocabulary

extension Workspace {
  /// A plan as the JSON object that `cdograph match … --format json` prints.
  public func json(_ outcome: MeetingOutcome, _ language: Language) -> JSONOutput {
    .members([
      ("kind", .string(outcome.kind.rawValue)), ("occasion", outcome.occasion.map(meetingID)),
      ("date", outcome.date.map { .string($0) }),
      ("value", .float(Double(outcome.points) / 1000)), ("bound", .float(Double(outcome.bound) / 1000)),
      ("optimal", .boolean(outcome.isOptimal)), ("statements", .array(outcome.statements.map { .string($0) })),
      ("meetings", .array(outcome.groups.map { json($0, language) })),
      (
        "leftovers",
        .array(
          outcome.leftovers.map { left in
            .members([("id", meetingID(left.node)), ("reason", .string(left.reason))])
          })
      ),
      (
        "meetingAgain",
        .array(
          outcome.reunions.map { again in
            .members([
              ("people", .array([meetingID(again.first), meetingID(again.second)])),
              ("slots", .array(again.slots.map { .string($0) })), ("earlier", .integer(Int64(again.earlier))),
            ])
          })
      ),
    ])
  }

  private func json(_ group: MeetingOutcome.Group, _ language: Language) -> JSONOutput {
    .members([
      ("slot", group.slot.map { .string($0) }), ("place", .integer(Int64(group.place))),
      (
        "people",
        .array(
          group.members.map { member in
            .members([
              ("id", meetingID(member.node)), ("name", .string(name(of: member.node, language))),
              ("part", member.role.map { .string($0.word) }),
              ("role", member.role.map { .string($0.name[language]) }),
              ("reason", member.reason.map { .string($0) }),
            ])
          })
      ),
      ("value", .float(Double(group.points) / 1000)), ("reason", .string(group.reason)),
      ("opener", .string(group.opener)),
    ])
  }

  private func meetingID(_ node: NodeID) -> JSONOutput { .string(graph.value(.id, of: node)?.text ?? "") }
}
