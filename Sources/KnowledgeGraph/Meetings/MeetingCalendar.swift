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

  /// Describes a schedule.
  public init(date: String, start: Int, length: Int, stamp: String) {
    (self.date, self.start, self.length, self.stamp) = (date, start, length, stamp)
  }

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

  func begin(of round: Int) -> String { instant(start + round * length) }

  func end(of round: Int) -> String { instant(start + (round + 1) * length) }

  /// The wall clock at which a round begins: `12:00`.
  func clock(_ round: Int) -> String {
    let minutes = start + round * length
    return "\((minutes / 60) % 24):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }
}

extension Workspace {
  /// The meetings as a calendar (RFC 5545): an entry for each round of tables, else for each meeting.
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
      if outcome.kind == .tables, let first = numbers.first {
        let text = numbers.map { summary(outcome.groups[$0], language) }.joined(separator: "\n")
        let id = records[first].id.replacing(/-t[0-9]+$/, with: "")
        let title = title(of: outcome, language) + (slot.isEmpty ? "" : ", \(slot)")
        lines += entry(id, title, text, round, schedule)
      } else {
        for number in numbers {
          let group = outcome.groups[number]
          lines += entry(
            records[number].id, summary(group, language), [group.reason, group.opener].joined(separator: "\n"), round,
            schedule)
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
    return Wording("Treffen", "Meetings")[language]
  }

  private func summary(_ group: MeetingOutcome.Group, _ language: Language) -> String {
    let names = group.members.map { name(of: $0.node, language) }.joined(separator: ", ")
    return group.members.count > 3
      ? Wording("Tisch \(group.place): \(names)", "Table \(group.place): \(names)")[language] : names
  }

  private func entry(
    _ id: String, _ title: String, _ text: String, _ round: Int, _ schedule: MeetingSchedule
  ) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(id)@cdograph", "DTSTAMP:\(schedule.stamp)", "DTSTART:\(schedule.begin(of: round))",
      "DTEND:\(schedule.end(of: round))", "SUMMARY:\(Self.escaped(title))", "DESCRIPTION:\(Self.escaped(text))",
      "END:VEVENT",
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
