extension German {
  /// What matchmaking says.
  static let matching: [(english: String, german: String)] = [
    (
      "'{}' has not agreed to {} — the record's field 'consent' says who has",
      "„{1}“ hat {2} nicht zugestimmt — wer zugestimmt hat, steht im Feld „consent“"
    ),
    (
      "no component has a weight above 0; give one to {}",
      "keine Komponente hat ein Gewicht über 0; eines geben an {1}"
    ),
  ]
}
