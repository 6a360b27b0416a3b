public import GraphModel
import GraphStore
import NetworkVocabulary

/// A file of an event pack.
public struct PackFile: Sendable {
  /// Its name in the folder.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Names a file.
  public init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}

extension Workspace {
  /// What an event needs: who comes, the plan, cards, the calendar, a feedback form; all but the picture.
  ///
  /// Everybody in a plan has agreed to be matched, so that participants learn of one another; a picture needs another consent,
  /// see ``picture(of:_:_:)``.
  public func pack(_ outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language) -> [PackFile] {
    [
      PackFile("participants.html", Array(participants(outcome, schedule, language).utf8)),
      PackFile("plan.html", Array(plan(outcome, schedule, language).utf8)),
      PackFile("cards.html", Array(cards(outcome, schedule, language).utf8)),
      PackFile("calendar.ics", Array(calendar(outcome, schedule, language).utf8)),
      PackFile("feedback.csv", Array(feedbackForm(outcome, date: schedule.date, language).utf8)),
    ]
  }

  private func participants(
    _ outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language
  ) -> String {
    let missing = Dictionary(outcome.leftovers.map { ($0.node, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let rows = outcome.people.enumerated().map { number, node in
      let topics = graph.neighbors(of: node, .outgoing, .covers).prefix(3).map { name(of: $0, language) }
      return [
        "\(number + 1)", name(of: node, language), topics.joined(separator: ", "), missing[node] ?? "",
      ]
    }
    let heads = [
      "", Wording("Wer", "Who")[language], Wording("Themen", "Topics")[language],
      Wording("Hinweis", "Remark")[language],
    ]
    return page(
      Wording("Teilnehmende", "Participants")[language], outcome, schedule, language,
      body: PrintedPage.table(heads, rows))
  }

  private func plan(_ outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language) -> String {
    var body = ""
    for (round, slot) in slots(of: outcome).enumerated() {
      let groups = outcome.groups.filter { ($0.slot ?? "") == slot }
      if !slot.isEmpty {
        let time = Wording("\(schedule.clock(round)) Uhr", schedule.clock(round))[language]
        body += "<h2>\(PrintedPage.escaped(slot)), \(time)</h2>\n"
      }
      let rows = groups.map { group in
        [
          "\(group.place)",
          group.members.map { name(of: $0, language) }.joined(separator: "\n"), group.points.thousandths,
        ]
      }
      body += PrintedPage.table(
        [outcome.kind.placeName[language], Wording("Wer", "Who")[language], Wording("Wert", "Score")[language]], rows)
    }
    let remarks = outcome.statements + outcome.leftovers.map { "\(name(of: $0.node, language)): \($0.reason)" }
    body += "<ul>\n" + remarks.map { "<li>\(PrintedPage.escaped($0))</li>\n" }.joined() + "</ul>\n"
    return page(Wording("Plan", "Plan")[language], outcome, schedule, language, body: body)
  }

  private func cards(_ outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language) -> String {
    let slots = slots(of: outcome)
    let cards = outcome.groups.map { group in
      let round = slots.firstIndex(of: group.slot ?? "") ?? 0
      let time = group.slot.map { "\($0), \(schedule.clock(round)) · " } ?? ""
      let place = "\(outcome.kind.placeName[language]) \(group.place)"
      let people = group.members.map { member in
        "<li>\(PrintedPage.escaped(name(of: member, language)))"
          + (member.reason.map { ": \(PrintedPage.escaped($0))" } ?? "") + "</li>\n"
      }.joined()
      let opener =
        group.opener.isEmpty
        ? ""
        : "<p><b>\(Wording("Zum Einstieg", "To begin with")[language]):</b> \(PrintedPage.escaped(group.opener))</p>\n"
      return "<section>\n<h2>\(PrintedPage.escaped(time + place))</h2>\n<ul>\n\(people)</ul>\n"
        + "<p>\(PrintedPage.escaped(group.reason))</p>\n\(opener)</section>\n"
    }.joined()
    return page(Wording("Karten", "Cards")[language], outcome, schedule, language, body: cards)
  }

  private func page(
    _ kind: String, _ outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language, body: String
  ) -> String {
    PrintedPage.text(
      title: "\(title(of: outcome, language)): \(kind)", subtitle: schedule.day(language), language: language,
      body: body)
  }
}

/// A page of HTML that needs nothing else and prints well on A4.
private enum PrintedPage {
  static func text(title: String, subtitle: String, language: Language, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <title>\(escaped(title))</title>
    <style>
    @page { size: A4; margin: 18mm }
    body { font: 11pt/1.4 "DejaVu Sans", Arial, sans-serif; color: #111; max-width: 180mm; margin: 0 auto }
    h1 { font-size: 16pt; margin: 0 } h2 { font-size: 12pt; margin: 5mm 0 2mm; break-after: avoid }
    table { border-collapse: collapse; width: 100% } th, td { border-bottom: 0.3mm solid #999; padding: 1.2mm 2mm; text-align: left; vertical-align: top }
    tr, section { break-inside: avoid } section { border: 0.3mm solid #555; border-radius: 2mm; padding: 0 5mm 3mm; margin: 5mm 0 }
    </style>
    </head>
    <body>
    <h1>\(escaped(title))</h1>
    <p>\(escaped(subtitle))</p>
    \(body)</body>
    </html>

    """
  }

  static func table(_ heads: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(escaped($0).replacing("\n", with: "<br>"))</\(tag)>" }.joined() + "</tr>\n"
    }
    return "<table>\n<thead>\(line(heads, "th"))</thead>\n<tbody>\n" + rows.map { line($0, "td") }.joined()
      + "</tbody>\n</table>\n"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
