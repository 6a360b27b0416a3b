import CypherSyntax
import Foundation
import GraphModel
import Synchronization

/// The rules of a named time zone, as the tz database has them.
struct ZoneRules: Sendable {
  /// The name as the database writes it.
  let name: String
  private let zone: TimeZone

  /// The rules of a name in any case.
  ///
  /// - Throws: An argument error for a name that the database does not have.
  static func named(_ name: String) throws(CypherError) -> ZoneRules {
    if let known = cache.withLock({ $0[name] }) { return known }
    let exact = TimeZone(identifier: name)
    let spelled = exact == nil ? TimeZone.knownTimeZoneIdentifiers.first { $0.lowercased() == name.lowercased() } : name
    guard let spelled, let zone = exact ?? TimeZone(identifier: spelled) else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "there is no time zone '\(name)'",
        suggestion: "names are those of the tz database: 'Europe/Berlin'; or give an offset: '+01:00'")
    }
    let rules = ZoneRules(name: spelled, zone: zone)
    cache.withLock { $0[name] = rules }
    return rules
  }

  /// Looking up a zone reads its file: once for each name is enough.
  private static let cache = Mutex<[String: ZoneRules]>([:])

  /// Seconds east of UTC at a moment, given in seconds since 1970 at UTC.
  func offset(at second: Int) -> Int {
    // Far from our time the rules repeat; Foundation's dates do not reach as far as ours.
    let clamped = max(-1_000_000_000_000, min(1_000_000_000_000, second))
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(clamped)))
  }

  /// The offset at a local time, and how far that time moves because clocks skip it.
  ///
  /// Where clocks are put back and a local time occurs twice, the earlier moment is meant unless an offset is preferred
  /// that fits the later one.
  func offset(atLocal second: Int, preferring preferred: Int? = nil) -> (seconds: Int, shift: Int) {
    let (before, after) = (offset(at: second - 86_400), offset(at: second + 86_400))
    for candidate in [preferred, before, after].compactMap({ $0 }) where offset(at: second - candidate) == candidate {
      return (candidate, 0)
    }
    return (after, after - before)
  }
}

/// A zone as texts and maps name it.
enum Zone {
  case offset(Int)
  case rules(ZoneRules)

  /// Reads `Z`, `+01:00` (also `+0100`, `+01`, `-00:44:30`) or a name.
  init(_ text: String) throws(CypherError) {
    if let offset = Zone.offset(from: text) {
      self = .offset(offset)
    } else {
      self = .rules(try ZoneRules.named(text))
    }
  }

  /// The offset that a text writes, in seconds; `nil` where it is none. At most 18 hours either way.
  static func offset(from text: String) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().replacing(":", with: "")
    guard [2, 4, 6].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits)
    else { return nil }
    let padded = digits.count == 2 ? number * 10_000 : digits.count == 4 ? number * 100 : number
    let (hours, minutes, seconds) = (padded / 10_000, padded / 100 % 100, padded % 100)
    let total = hours * 3600 + minutes * 60 + seconds
    guard minutes < 60, seconds < 60, total <= 64_800 else { return nil }
    return sign == "-" ? -total : total
  }
}
