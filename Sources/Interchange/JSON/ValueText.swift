package import GraphModel
package import JSONText

/// Values as JSON that reads back as the same values.
///
/// What JSON lacks is an object with `@type` and `@value`; a map that has the key `@type` itself is wrapped the same way.
package enum ValueText {
  /// The JSON of a value.
  package static func output(of value: Value) -> JSONOutput {
    switch value {
    case .null, .node, .edge, .path: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): number.isFinite ? .float(number) : wrapped("float", .string(text(ofFloat: number)))
    case .string(let text): .string(text)
    case .list(let values): .array(values.map(output))
    case .map(let map):
      map["@type"] == nil ? object(map) : wrapped("map", object(map))
    case .temporal(let moment): output(of: moment)
    case .point(let point):
      wrapped("point", .array([.integer(Int64(point.system.rawValue))] + [point.x, point.y, point.z].map(number)))
    }
  }

  private static func number(_ number: Double) -> JSONOutput { output(of: .float(number)) }

  private static func object(_ map: ValueMap) -> JSONOutput {
    .object(map.entries.map { ($0.key, output(of: $0.value)) })
  }

  private static func wrapped(_ type: String, _ value: JSONOutput) -> JSONOutput {
    .object([("@type", .string(type)), ("@value", value)])
  }

  /// A float as XML Schema writes it: `INF`, `-INF`, `NaN`.
  package static func text(ofFloat number: Double) -> String {
    number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-INF" : "INF") : number.description
  }

  /// Reads what ``text(ofFloat:)`` writes, and the spellings of other programs.
  package static func float(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf", "+inf", "infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: Double(text)
    }
  }

  private static func output(of moment: Temporal) -> JSONOutput {
    switch moment {
    case .date(let date): wrapped("date", .string("\(date)"))
    case .localTime(let time): wrapped("localTime", .integer(time.nanoseconds))
    case .time(let time, let offset):
      wrapped("time", .array([.integer(time.nanoseconds), .integer(Int64(offset))]))
    case .localDateTime(let date, let time):
      wrapped("localDateTime", .array([.string("\(date)"), .integer(time.nanoseconds)]))
    case .dateTime(let date, let time, let zone):
      wrapped(
        "dateTime",
        .array(
          [.string("\(date)"), .integer(time.nanoseconds), .integer(Int64(zone.seconds))]
            + (zone.name.map { [.string($0)] } ?? [])))
    case .duration(let length):
      wrapped(
        "duration",
        .array([length.months, length.days, length.seconds, Int64(length.nanoseconds)].map(JSONOutput.integer)))
    }
  }
}

extension ValueText {
  /// The value that ``output(of:)`` has written; an object that is none of its forms is a map.
  package static func value(of tree: JSONTree) -> Value {
    switch tree.content {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    case .array(let items): .list(items.map(value))
    case .object(let members):
      if members.count == 2, let type = tree["@type"]?.text, let inner = tree["@value"] {
        unwrapped(type, inner) ?? map(members)
      } else {
        map(members)
      }
    }
  }

  private static func map(_ members: [JSONTree.Member]) -> Value {
    .map(ValueMap(members.map { ($0.key, value(of: $0.value)) }))
  }

  private static func unwrapped(_ type: String, _ tree: JSONTree) -> Value? {
    let items = tree.items ?? []
    let numbers = items.map { $0.integer ?? 0 }
    switch type {
    case "map": return tree.members.map(map)
    case "float": return tree.text.flatMap(float).map(Value.float)
    case "point":
      let places = items.dropFirst().compactMap { value(of: $0).number }
      guard items.count == 4, places.count == 3, let system = Point.System(rawValue: Int(numbers[0])) else {
        return nil
      }
      return .point(Point(system, x: places[0], y: places[1], z: places[2]))
    case "date": return tree.text.flatMap(date).map { .temporal(.date($0)) }
    case "localTime": return tree.integer.flatMap(time).map { .temporal(.localTime($0)) }
    case "time":
      guard items.count == 2, let time = time(numbers[0]) else { return nil }
      return .temporal(.time(time, offset: Int(numbers[1])))
    case "localDateTime":
      guard items.count == 2, let date = items[0].text.flatMap(date), let time = time(numbers[1]) else { return nil }
      return .temporal(.localDateTime(date, time))
    case "dateTime":
      guard (3...4).contains(items.count), let date = items[0].text.flatMap(date), let time = time(numbers[1]) else {
        return nil
      }
      let zone = TimeZoneOffset(seconds: Int(numbers[2]), name: items.count == 4 ? items[3].text : nil)
      return .temporal(.dateTime(date, time, zone))
    case "duration":
      guard items.count == 4 else { return nil }
      return CalendarDuration(months: numbers[0], days: numbers[1], seconds: numbers[2], nanoseconds: numbers[3])
        .map { .temporal(.duration($0)) }
    default: return nil
    }
  }

  private static func time(_ nanoseconds: Int64) -> TimeOfDay? {
    guard (0..<86_400_000_000_000).contains(nanoseconds) else { return nil }
    let seconds = Int(nanoseconds / 1_000_000_000)
    return TimeOfDay(
      hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60,
      nanosecond: Int(nanoseconds % 1_000_000_000))
  }

  /// A date of any year, whose text may have a sign in front.
  private static func date(_ text: String) -> CalendarDate? {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    return CalendarDate(year: isNegative ? -year : year, month: month, day: day)
  }
}
