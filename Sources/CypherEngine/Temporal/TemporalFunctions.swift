import CypherSyntax
import GraphModel

/// Functions that make days, times and durations.
enum TemporalFunctions {
  static let all: [Function] =
    MomentKind.allCases.flatMap { kind in
      [making(kind), truncating(kind)] + ["transaction", "statement", "realtime"].map { clock(kind, $0) }
    } + [
      duration, fromEpoch, fromEpochMilliseconds,
      between("duration.between", "Months, days and seconds from one moment to another.", "P1M14D") {
        difference throws(CypherError) in try difference.between()
      },
      between("duration.inMonths", "Whole months from one moment to another.", "P1M") {
        difference throws(CypherError) in try difference.inMonths()
      },
      between("duration.inDays", "Whole days from one moment to another.", "P45D") {
        difference throws(CypherError) in try difference.inDays()
      },
      between("duration.inSeconds", "Seconds from one moment to another.", "PT1080H") {
        difference throws(CypherError) in try difference.inSeconds()
      },
    ]

  private static func making(_ kind: MomentKind) -> Function {
    let example: (String, String) =
      switch kind {
      case .date: ("toString(date({year: 2026, week: 48, dayOfWeek: 1}))", "'2026-11-23'")
      case .localTime: ("toString(localtime('1430'))", "'14:30'")
      case .time: ("toString(time('14:30+01'))", "'14:30+01:00'")
      case .localDateTime: ("toString(localdatetime('2026-327T14'))", "'2026-11-23T14:00'")
      case .dateTime:
        ("toString(datetime('2026-11-23T14:00[Europe/Berlin]'))", "'2026-11-23T14:00+01:00[Europe/Berlin]'")
      }
    return Function(
      kind.rawValue, "\(kind.article) from a text, a map of fields or another moment; now, of nothing.",
      [.init("from", [.string, .map, .instant], isOptional: true)], result: kind.types, example: example,
      isConstant: false
    ) { arguments, context throws(CypherError) in
      guard let argument = arguments.first else { return .temporal(try kind.part(of: context.now)) }
      switch argument {
      case .string(let text): return .temporal(try kind.moment(from: text))
      case .temporal(let moment): return .temporal(try kind.part(of: moment))
      case .map(let map):
        // A zone alone asks for now, there.
        if map.entries.count == 1, case .string(let name)? = map["timezone"] {
          return .temporal(try now(kind, name, context))
        }
        return .temporal(try kind.moment(from: map))
      default: throw .unfit(kind.rawValue, "a text, a map or a moment", argument)
      }
    }
  }

  private static func now(_ kind: MomentKind, _ zone: String, _ context: QueryContext) throws(CypherError) -> Temporal {
    guard case .dateTime(let date, let time, let offset) = context.now else { return try kind.part(of: context.now) }
    let utc = LocalMoment(date, time).second - offset.seconds
    return try kind.part(of: try .zoned(utcSecond: utc, nanosecond: time.nanosecond, try Zone(zone)))
  }

  private static func clock(_ kind: MomentKind, _ name: String) -> Function {
    Function(
      "\(kind.rawValue).\(name)", "\(kind.article) of the moment at which the statement began, in a zone (UTC).",
      [.init("timezone", .string, isOptional: true)], result: kind.types,
      example: ("\(kind.rawValue).\(name)() = \(kind.rawValue)()", "true"), isConstant: false
    ) { arguments, context throws(CypherError) in
      guard let argument = arguments.first else { return .temporal(try kind.part(of: context.now)) }
      guard case .string(let zone) = argument else { throw .unfit("\(kind.rawValue).\(name)", "a time zone", argument) }
      return .temporal(try now(kind, zone, context))
    }
  }

  private static func truncating(_ kind: MomentKind) -> Function {
    Function(
      "\(kind.rawValue).truncate",
      "\(kind.article) cut at a unit from millennium to microsecond; fields of the map are set afterwards.",
      [.init("unit", .string), .init("from", .instant, isOptional: true), .init("fields", .map, isOptional: true)],
      result: kind.types,
      example: ("\(kind.rawValue).truncate('day', \(kind.rawValue)()) = \(kind.rawValue).truncate('day')", "true"),
      isConstant: false
    ) { arguments, context throws(CypherError) in
      guard case .string(let name) = arguments[0] else {
        throw .unfit("\(kind.rawValue).truncate", "the name of a unit", arguments[0])
      }
      var moment = context.now
      if arguments.count > 1 {
        guard case .temporal(let given) = arguments[1] else {
          throw .unfit("\(kind.rawValue).truncate", "a moment", arguments[1])
        }
        moment = given
      }
      var fields = ValueMap([])
      if arguments.count > 2 {
        guard case .map(let map) = arguments[2] else {
          throw .unfit("\(kind.rawValue).truncate", "a map of fields", arguments[2])
        }
        fields = map
      }
      return .temporal(try kind.truncated(try TruncationUnit(name), moment, fields))
    }
  }

  private static let duration = Function(
    "duration", "A duration from a text or a map of amounts.", [.init("from", [.string, .map, .duration])],
    result: .duration, example: ("toString(duration({days: 1.5}))", "'P1DT12H'")
  ) { arguments, _ throws(CypherError) in
    switch arguments[0] {
    case .temporal(.duration): return arguments[0]
    case .string(let text):
      guard let duration = try DurationText.duration(text) else {
        throw .noMoment("'\(text)' is no duration", suggestion: "ISO 8601: 'P1Y2M10DT2H30M'")
      }
      return .temporal(.duration(duration))
    case .map(let map):
      if map.entries.isEmpty { throw .noMoment("a duration needs at least one amount", suggestion: "{days: 3}") }
      let fields = Dictionary(uniqueKeysWithValues: map.entries.map { ($0.key, $0.value) })
      return .temporal(.duration(try DurationFields.duration(fields)))
    default: throw .unfit("duration", "a text or a map", arguments[0])
    }
  }

  private static let fromEpoch = Function(
    "datetime.fromepoch", "The moment so many seconds and nanoseconds after 1970-01-01 at UTC.",
    [.init("seconds", .integer), .init("nanoseconds", .integer)], result: .dateTime,
    example: ("toString(datetime.fromepoch(0, 1))", "'1970-01-01T00:00:00.000000001Z'")
  ) { arguments, _ throws(CypherError) in
    guard case .integer(let seconds) = arguments[0], case .integer(let nanoseconds) = arguments[1] else {
      throw .unfit("datetime.fromepoch", "two integers", .list(arguments))
    }
    return .temporal(try MomentKind.dateTime.moment(epochSeconds: Int(seconds), Int(nanoseconds), .offset(0)))
  }

  private static let fromEpochMilliseconds = Function(
    "datetime.fromepochmillis", "The moment so many milliseconds after 1970-01-01 at UTC.",
    [.init("milliseconds", .integer)], result: .dateTime,
    example: ("toString(datetime.fromepochmillis(1))", "'1970-01-01T00:00:00.001Z'")
  ) { arguments, _ throws(CypherError) in
    guard case .integer = arguments[0] else { throw .unfit("datetime.fromepochmillis", "an integer", arguments[0]) }
    return .temporal(try MomentKind.dateTime.moment(from: ValueMap([("epochMillis", arguments[0])])))
  }

  private static func between(
    _ name: String, _ summary: String, _ result: String,
    _ measure: @escaping @Sendable (TemporalDifference) throws(CypherError) -> CalendarDuration
  ) -> Function {
    Function(
      name, summary, [.init("from", .instant), .init("to", .instant)], result: .duration,
      example: ("toString(\(name)(date('2026-01-01'), date('2026-02-15')))", "'\(result)'")
    ) { arguments, _ throws(CypherError) in
      guard case .temporal(let first) = arguments[0], case .temporal(let second) = arguments[1] else {
        throw .unfit(name, "two moments", .list(arguments))
      }
      if case .duration = first { throw .unfit(name, "moments", arguments[0]) }
      if case .duration = second { throw .unfit(name, "moments", arguments[1]) }
      return .temporal(.duration(try measure(try TemporalDifference(from: first, to: second))))
    }
  }
}

extension MomentKind {
  /// The kind with its article, at the beginning of a sentence.
  fileprivate var article: String {
    switch self {
    case .date: "A day"
    case .localTime: "A time of day without a zone"
    case .time: "A time of day with an offset"
    case .localDateTime: "A day and time without a zone"
    case .dateTime: "A day and time in a zone"
    }
  }
}
