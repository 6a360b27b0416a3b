import GraphModel
import JSONText

/// The object of a statement of RDF.
///
/// Names of vocabularies are compact, such as `skos:Concept`, by the prefixes of ``LinkedVocabulary``.
indirect enum RDFTerm: Hashable, Sendable {
  /// A name of a vocabulary.
  case name(String)
  /// An address, whole.
  case address(String)
  /// Text in a language.
  case text(String, language: String)
  /// A literal of a type, given as a compact name.
  case literal(String, type: String)
  /// A thing without an address.
  case thing([RDFStatement])
  /// Terms in order.
  case list([RDFTerm])
}

/// What is said of a thing: a compact or whole name of a property, and its value.
struct RDFStatement: Hashable, Sendable {
  let predicate: String
  let object: RDFTerm

  init(_ predicate: String, _ object: RDFTerm) {
    self.predicate = predicate
    self.object = object
  }
}

extension RDFTerm {
  /// A plain text.
  static func plain(_ text: String) -> RDFTerm { .literal(text, type: "xsd:string") }

  /// A value as a literal of XML Schema where that has a type for it, else as JSON; `nil` for null, which RDF lacks.
  init?(_ value: Value, _ remarks: inout Remarks) {
    switch value {
    case .null, .node, .edge, .path:
      remarks.note("a property whose value is null left out")
      return nil
    case .boolean(let flag): self = .literal(String(flag), type: "xsd:boolean")
    case .integer(let number): self = .literal(String(number), type: "xsd:integer")
    case .float(let number): self = .literal(ValueText.text(ofFloat: number), type: "xsd:double")
    case .string(let text): self = .plain(text)
    case .temporal(let moment): self = RDFTerm(moment) ?? RDFTerm.json(value)
    case .point(let point):
      self = point.system == .wgs84 ? .literal("POINT(\(point.x) \(point.y))", type: "geo:wktLiteral") : .json(value)
    case .list(let values): self = .list(values.compactMap { RDFTerm($0, &remarks) })
    case .map: self = .json(value)
    }
  }

  private static func json(_ value: Value) -> RDFTerm {
    .literal(ValueText.output(of: value).text(), type: "rdf:JSON")
  }

  /// A moment as XML Schema writes it: seconds always, no sign before large years; `nil` for offsets with seconds and zones
  /// with names, which it lacks.
  private init?(_ moment: Temporal) {
    switch moment {
    case .date(let date): self = .literal(RDFTerm.text(of: date), type: "xsd:date")
    case .localTime(let time): self = .literal(RDFTerm.text(of: time), type: "xsd:time")
    case .time(let time, let offset):
      guard offset % 60 == 0 else { return nil }
      self = .literal(RDFTerm.text(of: time) + TimeZoneOffset(seconds: offset).description, type: "xsd:time")
    case .localDateTime(let date, let time):
      self = .literal(RDFTerm.text(of: date) + "T" + RDFTerm.text(of: time), type: "xsd:dateTime")
    case .dateTime(let date, let time, let zone):
      guard zone.name == nil, zone.seconds % 60 == 0 else { return nil }
      self = .literal(RDFTerm.text(of: date) + "T" + RDFTerm.text(of: time) + zone.description, type: "xsd:dateTime")
    case .duration: return nil
    }
  }

  private static func text(of date: CalendarDate) -> String {
    let text = date.description
    return text.hasPrefix("+") ? String(text.dropFirst()) : text
  }

  private static func text(of time: TimeOfDay) -> String {
    let text = time.description
    return text.utf8.count == 5 ? text + ":00" : text
  }
}

/// Addresses.
enum Address {
  /// Text as a part of an address: all but unreserved characters (RFC 3986) by their bytes.
  static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy(isUnreserved) { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        result.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result.append(contentsOf: ("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || byte == 45 || byte == 46 || byte == 95 || byte == 126
  }

  /// Whether an IRI may hold a character as it is.
  static func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "\"", "{", "}", "|", "^", "`", "\\": false
    default: scalar.value > 0x20
    }
  }

  /// A web address with what an IRI may not hold by its bytes; `nil` where a text is none.
  static func web(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return text.replacingScalars { mayHold($0) ? nil : encoded(String($0)) }
  }
}
