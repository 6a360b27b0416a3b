public import JSONText
import NetworkVocabulary

/// One thing that is wrong with the files of a network, and where.
public struct NetworkFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The text is not JSON.
    case syntax(JSONSyntaxError)
    /// A value of another type stands where one was due.
    case wrongType(expected: String, found: String)
    /// The records of this kind have no such field.
    case unknownField(String, suggestion: String?)
    /// A field stands twice in one object.
    case repeatedField(String)
    /// A required field is absent.
    case missingField(String)
    /// A text is empty.
    case emptyText
    /// A number is outside its bounds.
    case outOfRange(value: String, bounds: String)
    /// A word is not one of those allowed.
    case notAChoice(String, choices: [String], suggestion: String?)
    /// An id has characters that ids do not have.
    case invalidID(String)
    /// A text is not a day of the calendar.
    case invalidDate(String)
    /// A key has other characters or another length.
    case invalidDigits(String, lengths: [Int])
    /// Two records of one file have the same id or key.
    case duplicateID(String, first: TextPlace)
    /// A record of another kind has the id already.
    case idInUse(String, kind: String)
    /// A text holds a character that would steer a terminal.
    case controlCharacter
    /// A record refers to one that does not exist.
    case unknownReference(kind: String, id: String, suggestion: String?)
    /// Records refer to one another in a circle.
    case cycle([String])
    /// The end lies before the start.
    case endBeforeStart
    /// A preset in which no component has a weight.
    case weightless
    /// A file or folder cannot be read.
    case unreadable(String)
    /// A list has no column with a header that a mapping names.
    case missingColumn(String, suggestion: String?)
    /// A mapping gives consent to all rows.
    case defaultConsent
    /// A mapping separates values by blanks or by nothing.
    case blankSeparator
    /// A folder holds none of the files of a network.
    case noRecords(expected: [String])
  }

  /// What is wrong.
  public let kind: Kind
  /// The file, as its folder was given.
  public let file: String
  /// The line and column; `nil` for a fault of a whole file.
  public let place: TextPlace?
  /// The JSON pointer (RFC 6901) of the value; empty for the whole document.
  public let pointer: String
}

extension NetworkFault: CustomStringConvertible {
  /// `file:line:column: /pointer: what is wrong`, the form that editors jump to.
  public var description: String {
    let position = place.map { ":\($0)" } ?? ""
    let path = pointer.isEmpty ? "" : " \(pointer):"
    return "\(file)\(position):\(path) \(kind)"
  }
}

extension NetworkFault.Kind: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .syntax(let error): "\(error)"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .unknownField(let name, let suggestion):
      "unknown field '\(name)'" + (suggestion.map { " — did you mean '\($0)'?" } ?? "")
        + (suggestion == nil ? " (fields of your own begin with 'x-')" : "")
    case .repeatedField(let name): "the field '\(name)' stands twice"
    case .missingField(let name): "the field '\(name)' is missing"
    case .emptyText: "the text is empty; leave the field out where nothing is known"
    case .outOfRange(let value, let bounds): "\(value) is outside \(bounds)"
    case .notAChoice(let word, let choices, let suggestion):
      "'\(word)' is none of \(choices.joined(separator: ", "))" + (suggestion.map { " — did you mean '\($0)'?" } ?? "")
    case .invalidID(let id): "'\(id)' is no id: use letters, digits, hyphens, dots and underscores, as in 'cdo-neuss'"
    case .invalidDate(let text): "'\(text)' is no day: write YYYY-MM-DD"
    case .invalidDigits(let text, let lengths):
      "'\(text)' is no key: it has \(lengths.map(String.init).joined(separator: " or ")) digits"
    case .duplicateID(let id, let first): "the id '\(id)' stands already at \(first)"
    case .idInUse(let id, let kind):
      "the id '\(id)' stands for another record already, of kind \(kind); ids are unique over all files"
    case .controlCharacter: "the text holds a control character; take it out"
    case .unknownReference(let kind, let id, let suggestion):
      "unknown \(kind) '\(id)'" + (suggestion.map { " — did you mean '\($0)'?" } ?? "")
    case .cycle(let ids): "these records contain one another: " + ids.joined(separator: " → ")
    case .endBeforeStart: "the end lies before the start"
    case .weightless:
      "no component has a weight above 0; give one to "
        + MatchComponent.allCases.map(\.rawValue).joined(separator: ", ")
    case .unreadable(let reason): reason
    case .missingColumn(let header, let suggestion):
      "no column of the list is called '\(header)'" + (suggestion.map { " — did you mean '\($0)'?" } ?? "")
    case .blankSeparator:
      "a separator is a visible character such as ','; values on lines of their own are separate anyway"
    case .defaultConsent: "consent is no default: everybody gives it alone, in a column of the list"
    case .noRecords(let expected): "no file of a network here; expected one of \(expected.joined(separator: ", "))"
    }
  }
}

/// The faults of a whole run, in the order of files and places.
public struct NetworkFaults: Error, Sendable, CustomStringConvertible {
  /// Every fault that was found.
  public let faults: [NetworkFault]

  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
