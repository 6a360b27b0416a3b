extension German {
  /// What matchmaking says.
  static let matching: [(english: String, german: String)] = [
    (
      "no component has a weight above 0; give one to {}",
      "keine Komponente hat ein Gewicht über 0; eines geben an {1}"
    )
  ]
}
