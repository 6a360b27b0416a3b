/// The sixteen Länder with their usual abbreviations.
public enum State {
  /// Each Land with the abbreviations that people type: ISO 3166-2 and others in use.
  public static let all: [(name: String, abbreviations: [String])] = [
    ("Baden-Württemberg", ["BW"]), ("Bayern", ["BY"]), ("Berlin", ["BE"]), ("Brandenburg", ["BB"]),
    ("Bremen", ["HB"]), ("Hamburg", ["HH"]), ("Hessen", ["HE"]), ("Mecklenburg-Vorpommern", ["MV"]),
    ("Niedersachsen", ["NI", "NDS"]), ("Nordrhein-Westfalen", ["NW", "NRW"]), ("Rheinland-Pfalz", ["RP", "RLP"]),
    ("Saarland", ["SL"]), ("Sachsen", ["SN"]), ("Sachsen-Anhalt", ["ST", "LSA"]), ("Schleswig-Holstein", ["SH"]),
    ("Thüringen", ["TH"]),
  ]

  /// The names alone, sorted.
  public static let names = all.map(\.name)
}
