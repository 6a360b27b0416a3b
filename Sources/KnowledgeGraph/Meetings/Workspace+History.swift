public import GraphModel
import GraphStore
import Interchange
import NetworkFiles
public import NetworkVocabulary

extension Workspace {
  /// The meetings of a plan as records of `history.json`, with ids that follow from occasion, day and place.
  public func records(of outcome: MeetingOutcome, date: String) -> [MeetingRecord] {
    let occasion = outcome.occasion.flatMap { graph.value(.id, of: $0)?.text }
    let letter = outcome.kind == .pairs || outcome.kind == .mentors ? "p" : "t"
    let isMadeUp = ([outcome.occasion].compactMap(\.self) + outcome.people).contains { isExample($0) }
    return outcome.groups.map { group in
      let slot = outcome.kind == .tables ? group.slot.map { "-" + Self.word($0) } ?? "" : ""
      let id = "\(occasion.map { $0 + "-" } ?? "")\(outcome.kind.rawValue)-\(date)\(slot)-\(letter)\(group.place)"
      var record = MeetingRecord(
        id: id, kind: outcome.kind, occasion: occasion, date: date, slot: group.slot, place: group.place,
        people: ids(of: group.members.map(\.node)))
      record.isExample = isMadeUp
      return record
    }
  }

  /// A slot as part of an id: letters, digits and hyphens.
  private static func word(_ slot: String) -> String {
    String(slot.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// A history with a plan: it takes the place of an earlier one of its kind for the same occasion and day.
  ///
  /// - Parameter bytes: The file as it is; empty where there is none.
  /// - Returns: The text of the file, and how many records were replaced.
  /// - Throws: ``MeetingError`` for a file that cannot be read.
  public func history(
    _ bytes: [UInt8], recording outcome: MeetingOutcome, date: String
  ) throws(MeetingError) -> (text: String, replaced: Int) {
    var file = try Self.historyFile(bytes)
    let occasion = outcome.occasion.flatMap { graph.value(.id, of: $0)?.text }
    let old = network.history.filter { $0.kind == outcome.kind && $0.occasion == occasion && $0.date == date }
    file.remove(Set(old.map(\.id)))
    for record in records(of: outcome, date: date) {
      file.append(record, source: "cdograph match \(outcome.kind.rawValue)")
    }
    return (file.text, old.count)
  }

  private static func historyFile(_ bytes: [UInt8]) throws(MeetingError) -> HistoryFile {
    do {
      return try HistoryFile(bytes)
    } catch {
      throw MeetingError("history.json cannot be read: \(error)")
    }
  }

  /// The feedback form: a line for each person of each meeting, for Excel.
  public func feedbackForm(_ outcome: MeetingOutcome, date: String, _ language: Language) -> String {
    let header = Wording(
      "Treffen;Runde;Tisch;Kennung;Name;mit;Antwort (zugesagt, abgesagt, getroffen)",
      "meeting;round;table;id;name;with;answer (accept, decline, met)")[language]
    var text = "\u{FEFF}" + header + "\r\n"
    for (record, group) in zip(records(of: outcome, date: date), outcome.groups) {
      for (place, member) in group.members.enumerated() {
        let others = group.members.indices.filter { $0 != place }.map { name(of: group.members[$0].node, language) }
        let fields = [
          record.id, group.slot ?? "", "\(group.place)", record.people[place], name(of: member.node, language),
          others.joined(separator: ", "), "",
        ]
        text += fields.map(Self.field).joined(separator: ";") + "\r\n"
      }
    }
    return text
  }

  private static func field(_ text: String) -> String {
    // A leading sign would make Excel calculate.
    let safe = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
    let isSpecial = safe.unicodeScalars.contains { [";", "\"", "\n", "\r"].contains($0) }
    return isSpecial ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}

/// What a feedback form says.
public struct Feedback: Sendable {
  /// The meetings of which something new is said.
  public let meetings: [MeetingRecord]
  /// How many people gave each answer to a meeting.
  public let counts: [MeetingAnswer: Int]
  /// How many lines have no answer.
  public let unanswered: Int
  /// The lines that contradict an earlier one; the later counts.
  public let contradictions: [Contradiction]

  /// Two answers of one person to one meeting.
  public struct Contradiction: Hashable, Sendable {
    /// The line of the answer that counts.
    public let line: Int
    /// The line of the other.
    public let earlier: Int
    /// The id of the person.
    public let person: String
    /// The id of the meeting.
    public let meeting: String
  }
}

extension Workspace {
  /// Reads a feedback form that people filled in.
  ///
  /// - Throws: ``MeetingError`` with the line of whatever is wrong; nothing is taken then.
  public func feedback(_ bytes: [UInt8]) throws(MeetingError) -> Feedback {
    let rows: [(line: Int, fields: [String])]
    do throws(InterchangeFault) {
      rows = try CSVSheet(bytes).rows.map { ($0.line, $0.texts) }
    } catch {
      throw MeetingError("\(error)")
    }
    guard let header = rows.first, header.fields.count >= 7,
      ["treffen", "meeting"].contains(header.fields[0].lowercased())
    else {
      throw MeetingError("this is no feedback form: its first line must be that of the form which --pack writes")
    }
    let known = Dictionary(network.history.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var meetings = known
    var lines: [String: [String: Int]] = [:]
    var contradictions: [Feedback.Contradiction] = []
    var unanswered = 0
    for (line, fields) in rows.dropFirst() {
      guard fields.count >= 7 else {
        throw MeetingError("line \(line): seven fields were expected, there are \(fields.count)")
      }
      guard let answer = try Self.answer(fields[6], line) else {
        unanswered += 1
        continue
      }
      guard var meeting = meetings[fields[0]] else {
        throw MeetingError(
          "line \(line): the history has no meeting '\(fields[0])'; record the plan with --record first")
      }
      guard meeting.people.contains(fields[3]) else {
        throw MeetingError("line \(line): '\(fields[3])' was not planned for the meeting '\(fields[0])'")
      }
      let person = fields[3]
      if let earlier = lines[meeting.id]?[person], meeting.answers[person] != answer {
        contradictions.append(
          Feedback.Contradiction(line: line, earlier: earlier, person: person, meeting: meeting.id))
      }
      lines[meeting.id, default: [:]][person] = line
      meeting.answers[person] = answer
      meetings[meeting.id] = meeting
    }
    let answers = lines.flatMap { meeting, people in people.keys.compactMap { meetings[meeting]?.answers[$0] } }
    return Feedback(
      meetings: network.history.compactMap { meetings[$0.id] == known[$0.id] ? nil : meetings[$0.id] },
      counts: Dictionary(answers.map { ($0, 1) }, uniquingKeysWith: +), unanswered: unanswered,
      contradictions: contradictions)
  }

  private static func answer(_ text: String, _ line: Int) throws(MeetingError) -> MeetingAnswer? {
    switch text.lowercased().filter({ !$0.isWhitespace }) {
    case "": return nil
    case "accept", "accepted", "zugesagt", "zusage", "ja", "yes": return .accept
    case "decline", "declined", "abgesagt", "absage", "nein", "no": return .decline
    case "met", "getroffen", "dabei": return .met
    default:
      throw MeetingError(
        "line \(line): '\(text)' is no answer; write accept, decline or met (zugesagt, abgesagt, getroffen)")
    }
  }

  /// A history with the answers of a form.
  public func history(_ bytes: [UInt8], with feedback: Feedback) throws(MeetingError) -> String {
    var file = try Self.historyFile(bytes)
    for meeting in feedback.meetings where !file.setAnswers(of: meeting) {
      throw MeetingError("the meeting '\(meeting.id)' stands in another history file; name its folder with --history")
    }
    return file.text
  }
}
