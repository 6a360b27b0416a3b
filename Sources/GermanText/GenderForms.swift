import Foundation

/// A text without the marks and endings that name more than one gender: `Bürger:innen`, `Beauftragte*r`, `Leiter/-in`,
/// `Bürgermeister(in)` and `BürgerInnenbeteiligung` become `Bürger`, `Beauftragte`, `Leiter`, `Bürgermeister` and
/// `Bürgerbeteiligung`.
///
/// - Returns: The text; unchanged where it has no such form.
/// - Complexity: O(length).
public func withoutGenderForms(_ text: String) -> String {
  genderForms.reduce(text) { text, form in
    text.replacingOccurrences(of: form, with: "", options: .regularExpression)
  }
}

/// Marks before `in` and `innen` may stand inside a compound, other endings only at the end of a word.
private let genderForms = [
  #"(?<=\p{L})[:*_·](innen|in)"#, #"(?<=\p{L})[:*_·/]-?(innen|in|er|en|r|n|e)\b"#,
  #"(?<=\p{L})\((innen|in|er|en|r|n|e)\)"#, #"(?<=\p{Ll})Innen"#, #"(?<=\p{Ll})In\b"#,
]

/// The stems of the words of a text, sorted: two texts with the same stems differ in endings and order only.
///
/// - Complexity: O(length).
public func stems(of text: String) -> [String] {
  let stemmer = GermanStemmer()
  return tokens(of: text).map { stemmer.stem($0) }.sorted()
}
