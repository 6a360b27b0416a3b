extension German {
  /// What measuring and learning say.
  static let evaluation: [(english: String, german: String)] = [
    ("there is no such file", "diese Datei gibt es nicht"),
    ("'{}' answers none of the questions in '{}'", "„{1}“ beantwortet keine der Fragen in „{2}“"),
    ("do the two files belong together?", "gehören die beiden Dateien zusammen?"),
    (
      "--data takes the place of the network; leave out --graph and --preset",
      "--data tritt an die Stelle des Netzes; --graph und --preset weglassen"
    ),
    ("--data DIR is missing", "--data ORDNER fehlt"),
    (
      "say what to do with the answers: --out FILE writes them, --truth FILE scores them",
      "angeben, was mit den Antworten geschieht: --out DATEI schreibt sie, --truth DATEI bewertet sie"
    ),
    ("--threads must be at least 1", "--threads muss mindestens 1 sein"),
    ("a list of ids", "eine Liste von Ids"), ("a list of texts", "eine Liste von Texten"), ("an id", "eine Id"),
    ("a text or null", "ein Text oder null"), ("two nodes and a whole number", "zwei Knoten und eine ganze Zahl"),
  ]
}
