import GermanText
public import NetworkVocabulary

extension State {
  /// The Land that people mean by a name, German or English, or an abbreviation, in any spelling; nil where it is none.
  ///
  /// ```swift
  /// State.name(meantBy: "nrw")  // "Nordrhein-Westfalen"
  /// ```
  public static func name(meantBy text: String) -> String? {
    let wanted = folded(text)
    return all.first { ([$0.name, $0.english] + $0.abbreviations).map(folded).contains(wanted) }?.name
  }

  /// The name of a Land that is spelled like a text which means none.
  public static func name(nearestTo text: String) -> String? { nearest(to: text, among: names).first }
}
