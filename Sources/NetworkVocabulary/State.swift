/// The sixteen Länder with their usual abbreviations.
public enum State {
  /// Each Land with the abbreviations that people type, ISO 3166-2 and others in use, and its name in English.
  public static let all: [(name: String, abbreviations: [String], english: String)] = [
    ("Baden-Württemberg", ["BW"], "Baden-Württemberg"), ("Bayern", ["BY"], "Bavaria"), ("Berlin", ["BE"], "Berlin"),
    ("Brandenburg", ["BB"], "Brandenburg"), ("Bremen", ["HB"], "Bremen"), ("Hamburg", ["HH"], "Hamburg"),
    ("Hessen", ["HE"], "Hesse"),
    ("Mecklenburg-Vorpommern", ["MV"], "Mecklenburg-Western Pomerania"),
    ("Niedersachsen", ["NI", "NDS"], "Lower Saxony"),
    ("Nordrhein-Westfalen", ["NW", "NRW"], "North Rhine-Westphalia"),
    ("Rheinland-Pfalz", ["RP", "RLP"], "Rhineland-Palatinate"), ("Saarland", ["SL"], "Saarland"),
    ("Sachsen", ["SN"], "Saxony"), ("Sachsen-Anhalt", ["ST", "LSA"], "Saxony-Anhalt"),
    ("Schleswig-Holstein", ["SH"], "Schleswig-Holstein"), ("Thüringen", ["TH"], "Thuringia"),
  ]

  /// The names alone, sorted.
  public static let names = all.map(\.name)
}
