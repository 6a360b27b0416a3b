import Foundation

/// What people call the role of a Chief Digital Officer.
enum RoleNames {
  /// A name in which such a word is written as in the data: `Digitalisierungsbeauftragter Fürth` as `CDO Fürth`.
  ///
  /// - Returns: `nil` where the name has no such word.
  static func reading(of name: String) -> String? {
    let text = name.replacingOccurrences(of: pattern, with: "CDO", options: [.regularExpression, .caseInsensitive])
    return text == name ? nil : text
  }

  private static let pattern =
    #"\b(chief[ -]digital[ -]officer(s|in|innen)?|cdos|(digitali[sz]ierungs|digital)(beauftragte|verantwortliche)[rnms]?|beauftragte[rnms]? für digitalisierung)\b"#
}
