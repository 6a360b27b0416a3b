import ArgumentParser
import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import NetworkVocabulary

/// How a plan of meetings is printed.
enum MeetingFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case csv
  case markdown

  /// The whole answer, ended by a newline.
  func text(_ outcome: MeetingOutcome, _ workspace: Workspace, _ language: Language) -> String {
    let printer = MeetingText(outcome: outcome, workspace: workspace, language: language)
    switch self {
    case .table: return printer.text
    case .json: return workspace.json(outcome, language).text(indent: true) + "\n"
    case .csv: return CSVWriter().text([Self.header] + records(outcome, workspace, language))
    case .markdown: return printer.markdown
    }
  }

  private static let header = ["kind", "slot", "place", "id", "name", "role", "score", "reason"]

  private func records(_ outcome: MeetingOutcome, _ workspace: Workspace, _ language: Language) -> [[String]] {
    outcome.groups.flatMap { group in
      group.members.map { member in
        [
          outcome.kind.rawValue, group.slot ?? "", "\(group.place)",
          workspace.graph.value(.id, of: member.node)?.text ?? "",
          workspace.name(of: member.node, language), member.role?.name[language] ?? "", group.points.thousandths,
          member.reason ?? group.reason,
        ]
      }
    }
  }
}

/// A plan of meetings as a person reads it.
struct MeetingText {
  let outcome: MeetingOutcome
  let workspace: Workspace
  let language: Language

  var text: String {
    let environment = ProcessInfo.processInfo.environment
    let width = Terminal.standardOutput.width(environment: environment)
    let style = Style(isTerminal: Terminal.standardOutput.isTerminal, environment: environment)
    var text = heading + "\n\n"
    switch outcome.kind {
    case .teams: for group in outcome.groups { text += team(group, width) }
    case .pairs, .mentors: for group in outcome.groups { text += pair(group, width, style) }
    case .tables:
      text += TextTable(columns: columns, rows: rows).text(width: width, style: style) + "\n"
    }
    for line in remarks { text += paragraph(line, to: width) }
    return text
  }

  var markdown: String {
    var text = "# \(heading)\n\n"
    if outcome.kind == .teams {
      for group in outcome.groups {
        let words = [
          TableColumn(Wording("Wer", "Who")[language]), TableColumn(Wording("Bereich", "Sector")[language]),
          TableColumn(Wording("Warum", "Why")[language]),
        ]
        let members = group.members.map { [name($0.node), $0.role?.name[language] ?? "", $0.reason ?? ""] }
        text += "## Team \(group.place): \(group.points.thousandths)\n\n\(group.reason)\n\n"
        text += MarkdownTable(columns: words, rows: members).text + "\n"
      }
    } else {
      text += MarkdownTable(columns: columns, rows: rows).text + "\n"
    }
    return text + remarks.map { "- \($0)\n" }.joined()
  }

  private func name(_ node: NodeID) -> String { workspace.name(of: node, language) }

  private var heading: String {
    outcome.kind.planName[language] + (outcome.occasion.map { ": " + name($0) } ?? "")
  }

  private var hasSlots: Bool { outcome.groups.contains { $0.slot != nil } }

  private var columns: [TableColumn] {
    let who = outcome.kind == .mentors ? Wording("Begleitet", "Mentor") : Wording("Wer", "Who")
    let with = outcome.kind == .mentors ? Wording("Sucht", "Mentee") : Wording("mit", "with")
    let slot = hasSlots ? [TableColumn(Wording("Runde", "Round")[language])] : []
    let people =
      outcome.kind == .tables
      ? [TableColumn(Wording("Gastgeber", "Host")[language]), TableColumn(Wording("Gäste", "Guests")[language])]
      : [TableColumn(who[language]), TableColumn(with[language])]
    let reason = outcome.kind == .tables ? [] : [TableColumn(Wording("Warum", "Why")[language])]
    return slot + [TableColumn(outcome.kind.placeName[language], .right)] + people
      + [TableColumn(Wording("Wert", "Score")[language], .right)] + reason
  }

  private var rows: [[String]] {
    outcome.groups.map { group in
      let slot = hasSlots ? [group.slot ?? ""] : []
      let isTable = outcome.kind == .tables
      let leaders = isTable ? group.members.filter { $0.role != nil } : Array(group.members.prefix(1))
      let others = isTable ? group.members.filter { $0.role == nil } : Array(group.members.dropFirst())
      let people = [leaders, others].map { $0.map { name($0.node) }.joined(separator: ", ") }
      return slot + ["\(group.place)"] + people + [group.points.thousandths] + (isTable ? [] : [group.reason])
    }
  }

  private func pair(_ group: MeetingOutcome.Group, _ width: Int, _ style: Style) -> String {
    let number = "\(group.place)."
    let names = group.members.map { member in
      style.bold(name(member.node)) + (member.role.map { " (\($0.name[language]))" } ?? "")
    }.joined(separator: " – ")
    let slot = group.slot.map { "  \($0)" } ?? ""
    let gap = String(repeating: " ", count: max(1, 4 - number.count))
    var text = "\(number)\(gap)\(names)\(slot)  \(group.points.thousandths)\n"
    for line in [group.reason, group.opener].filter({ !$0.isEmpty }) {
      for part in wrapped(line, to: max(30, width - 4)) { text += "    \(part)\n" }
    }
    return text + "\n"
  }

  private func team(_ group: MeetingOutcome.Group, _ width: Int) -> String {
    var text = "Team \(group.place)  \(group.points.thousandths)\n"
    func add(_ line: String, _ indent: Int) { text += paragraph(line, to: width, indent: indent) }
    add(group.reason, 2)
    for member in group.members {
      add("• \(name(member.node)) (\(member.role?.name[language] ?? ""))", 2)
      if let reason = member.reason { add(reason, 6) }
    }
    return text + "\n"
  }

  /// The statements, and who is left over or misses a round.
  private var remarks: [String] {
    outcome.statements + outcome.leftovers.map { "\(name($0.node)): \($0.reason)" }
  }
}
