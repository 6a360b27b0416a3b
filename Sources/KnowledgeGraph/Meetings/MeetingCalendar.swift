import Foundation
public import GraphModel
import GraphStore
import NetworkVocabulary

/// When the meetings of a plan take place.
public struct MeetingSchedule: Sendable {
  /// The day, `YYYY-MM-DD`.
  public let date: String
  /// When the first round begins, in minutes after midnight in Germany.
  public let start: Int
  /// How long a round takes, in minutes.
  public let length: Int
  /// When the calendar is made: `20270301T090000Z`.
  public let stamp: String
  /// Whether the meetings take the whole day, as work in teams does, and have no hours.
  public var isWholeDay = false

  /// Describes a schedule.
  public init(date: String, start: Int, length: Int, stamp: String) {
    (self.date, self.start, self.length, self.stamp) = (date, start, length, stamp)
  }

  /// The day as people write it.
  func day(_ language: Language) -> String { Day(date)?.text(language) ?? date }

  /// The beginning of a round, counted from 0, as an instant in UTC: `20270316T110000Z`.
  func instant(_ minutes: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let day = calendar.date(
        from: DateComponents(
          year: parts[0], month: parts[1], day: parts[2], hour: (minutes / 60) % 24, minute: minutes % 60))
    else { return stamp }
    calendar.timeZone = .gmt
    let utc = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: day)
    func padded(_ number: Int?, _ length: Int = 2) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
    return padded(utc.year, 4) + padded(utc.month) + padded(utc.day) + "T" + padded(utc.hour) + padded(utc.minute)
      + padded(utc.second) + "Z"
  }

  /// When a round takes place, as properties of a calendar's entry; without an end a day is meant as a whole.
  func span(of round: Int) -> [String] {
    if isWholeDay { return ["DTSTART;VALUE=DATE:\(date.filter { $0 != "-" })"] }
    return ["DTSTART:\(instant(start + round * length))", "DTEND:\(instant(start + (round + 1) * length))"]
  }

  /// The wall clock at which a round begins: `12:00`.
  func clock(_ round: Int) -> String {
    let minutes = start + round * length
    return "\((minutes / 60) % 24):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }
}

extension Workspace {
  /// The meetings as a calendar (RFC 5545): an entry for each round of tables, else for each meeting, under the name of the event.
  ///
  /// Times stand in UTC; the ids follow from the records, so that a calendar that is read again replaces its entries.
  public func calendar(_ outcome: MeetingOutcome, _ schedule: MeetingSchedule, _ language: Language) -> String {
    let records = records(of: outcome, date: schedule.date)
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cdograph//match//DE", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    let slots = slots(of: outcome)
    for (round, slot) in slots.enumerated() {
      let numbers = outcome.groups.indices.filter { (outcome.groups[$0].slot ?? "") == slot }
      let title = title(of: outcome, language)
      if outcome.kind == .tables, let first = numbers.first {
        let text = numbers.map { number in
          place(outcome.groups[number], outcome.kind, language) + ": " + names(outcome.groups[number], language)
        }.joined(separator: "\n")
        let id = records[first].id.replacing(/-t[0-9]+$/, with: "")
        lines += entry(id, title + (slot.isEmpty ? "" : ", \(slot)"), text, round, schedule)
      } else {
        for number in numbers {
          let group = outcome.groups[number]
          let isTeam = outcome.kind == .teams
          let names = names(group, language)
          lines += entry(
            records[number].id, isTeam ? "\(title), \(place(group, .teams, language))" : "\(title): \(names)",
            ((isTeam ? [names] : []) + [group.reason, group.opener]).joined(separator: "\n"), round, schedule)
        }
      }
    }
    return (lines + ["END:VCALENDAR"]).map(Self.folded).joined()
  }

  /// The slots in the order in which they occur; one empty word where meetings have none.
  func slots(of outcome: MeetingOutcome) -> [String] {
    var slots: [String] = []
    for group in outcome.groups where !slots.contains(group.slot ?? "") { slots.append(group.slot ?? "") }
    return slots
  }

  /// The name of the plan, or of its event.
  func title(of outcome: MeetingOutcome, _ language: Language) -> String {
    if let occasion = outcome.occasion { return name(of: occasion, language) }
    return outcome.kind == .mentors ? outcome.kind.planName[language] : Wording("Treffen", "Meeting")[language]
  }

  private func place(_ group: MeetingOutcome.Group, _ kind: MeetingKind, _ language: Language) -> String {
    "\(kind.placeName[language]) \(group.place)"
  }

  private func names(_ group: MeetingOutcome.Group, _ language: Language) -> String {
    group.members.map { name(of: $0, language) }.joined(separator: ", ")
  }

  private func entry(
    _ id: String, _ title: String, _ text: String, _ round: Int, _ schedule: MeetingSchedule
  ) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(id)@cdograph", "DTSTAMP:\(schedule.stamp)",
    ] + schedule.span(of: round) + [
      "SUMMARY:\(Self.escaped(title))", "DESCRIPTION:\(Self.escaped(text))", "END:VEVENT",
    ]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
  }

  /// A content line with its end, cut after at most 75 octets, never within a character.
  private static func folded(_ line: String) -> String {
    var text = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if length + size > 75 {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(scalar)
      length += size
    }
    return text + "\r\n"
  }
}
