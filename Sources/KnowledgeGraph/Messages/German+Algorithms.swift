extension German {
  /// What algorithms refuse, whether a command or a query runs them.
  static let algorithms: [(english: String, german: String)] = [
    ("{} must be between {} and {}", "{1} muss zwischen {2} und {3} liegen"),
    ("{} must be {} to {}", "{1} muss zwischen {2} und {3} liegen"),
    ("{} must be at most {}", "{1} darf höchstens {2} sein"),
    ("{} must be an integer", "{1} muss eine ganze Zahl sein"), ("{} must be a number", "{1} muss eine Zahl sein"),
    ("{} must be true or false", "{1} muss true oder false sein"), ("{} must be a text", "{1} muss ein Text sein"),
    ("{} must be a node", "{1} muss ein Knoten sein"),
    ("{} must not be negative", "{1} darf nicht negativ sein"),
    ("weights must not be below 0", "Gewichte dürfen nicht kleiner als 0 sein"),
    ("weights must be finite", "Gewichte müssen endlich sein"),
    ("weights must be finite numbers", "Gewichte müssen endliche Zahlen sein"),
    ("costs and weights must be finite", "Kosten und Gewichte müssen endlich sein"),
    ("the nodes are not connected with each other", "die Knoten sind nicht miteinander verbunden"),
    ("a circle of relationships costs less than nothing", "ein Kreis von Beziehungen kostet weniger als nichts"),
    (
      "there is no cheapest way: every round along {} makes it cheaper",
      "es gibt keinen billigsten Weg: Jede Runde über {1} macht ihn billiger"
    ),
    ("definition must be scaled or classic, not '{}'", "definition muss scaled oder classic sein, nicht „{1}“"),
    (
      "direction must be outgoing, incoming or either, not '{}'",
      "direction muss outgoing, incoming oder either sein, nicht „{1}“"
    ),
    ("direction must be outgoing, incoming or either", "direction muss outgoing, incoming oder either sein"),
    ("tables and rounds must be at least 1", "tables und rounds müssen mindestens 1 sein"),
    (
      "parts must be from 1 to the number of nodes, which is {}",
      "parts muss zwischen 1 und der Zahl der Knoten ({1}) liegen"
    ),
    ("goal must be maximum or minimum", "goal muss maximum oder minimum sein"),
    (
      "measure must be jaccard, overlap, dice or cosine, not '{}'",
      "measure muss jaccard, overlap, dice oder cosine sein, nicht „{1}“"
    ),
    ("measure must be {}, not '{}'", "measure muss eines von {1} sein, nicht „{2}“"),
    (
      "the scores grow without end; use a smaller attenuation",
      "die Werte wachsen ohne Ende; eine kleinere attenuation nehmen"
    ),
    (
      "a plan seats at most 200 nodes over 100 rounds; choose labels",
      "ein Plan setzt höchstens 200 Knoten in 100 Runden; labels wählen"
    ),
    ("at most 2,000 nodes are divided; choose labels", "höchstens 2.000 Knoten werden geteilt; labels wählen"),
    (
      "SimRank compares all pairs of at most 5000 nodes; choose fewer by their labels",
      "SimRank vergleicht alle Paare von höchstens 5000 Knoten; mit labels weniger wählen"
    ),
    ("paths.allSimple needs maximumHops", "paths.allSimple braucht maximumHops"),
    (
      "{}: no node of this part of the graph has the id {}",
      "{1}: in diesem Teil des Graphen hat kein Knoten die id {2}"
    ),
    ("{}: no node has the id {}", "{1}: kein Knoten hat die id {2}"),
    ("the computation was stopped", "die Rechnung wurde angehalten"),
    ("{} has no option '{}'", "{1} hat keine Option „{2}“"),
    ("text.search takes a text and an integer", "text.search nimmt einen Text und eine ganze Zahl"),
  ]
}
