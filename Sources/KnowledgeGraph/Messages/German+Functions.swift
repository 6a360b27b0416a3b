extension German {
  /// What functions and aggregations of the query language compute.
  static let functions: [(english: String, german: String)] = [
    ("A number without its sign.", "Eine Zahl ohne ihr Vorzeichen."),
    ("The angle with a cosine.", "Der Winkel zu einem Kosinus."),
    ("The angle with a sine.", "Der Winkel zu einem Sinus."),
    ("The angle with a tangent.", "Der Winkel zu einem Tangens."),
    ("The angle of the point (x, y) seen from the origin.", "Der Winkel des Punktes (x, y), vom Ursprung aus gesehen."),
    (
      "A text without blanks, or given characters, at both ends.",
      "Ein Text ohne Leerzeichen oder gegebene Zeichen an beiden Enden."
    ),
    (
      "The least whole number that is not below a number.",
      "Die kleinste ganze Zahl, die nicht kleiner als eine Zahl ist."
    ),
    ("How many characters a text has.", "Wie viele Zeichen ein Text hat."),
    ("The first argument that is not null.", "Das erste Argument, das nicht null ist."),
    ("The cosine.", "Der Kosinus."),
    ("The hyperbolic cosine.", "Der Kosinus hyperbolicus."),
    ("The cotangent.", "Der Kotangens."),
    ("The hyperbolic cotangent.", "Der Kotangens hyperbolicus."),
    ("Radians in degrees.", "Bogenmaß in Grad."),
    ("The older name of point.distance().", "Der ältere Name von point.distance()."),
    ("A duration from a text or a map of amounts.", "Eine Dauer aus einem Text oder einer Map von Mengen."),
    (
      "Months, days and seconds from one moment to another.",
      "Monate, Tage und Sekunden von einem Zeitpunkt zu einem anderen."
    ),
    ("Whole days from one moment to another.", "Ganze Tage von einem Zeitpunkt zu einem anderen."),
    ("Whole months from one moment to another.", "Ganze Monate von einem Zeitpunkt zu einem anderen."),
    ("Seconds from one moment to another.", "Sekunden von einem Zeitpunkt zu einem anderen."),
    (
      "The moment so many seconds and nanoseconds after 1970-01-01 at UTC.",
      "Der Zeitpunkt so viele Sekunden und Nanosekunden nach dem 01.01.1970 in UTC."
    ),
    (
      "The moment so many milliseconds after 1970-01-01 at UTC.",
      "Der Zeitpunkt so viele Millisekunden nach dem 01.01.1970 in UTC."
    ),
    ("Euler's number.", "Die Eulersche Zahl."),
    (
      "The id of a node or relationship as text, valid within one graph.",
      "Die Kennung eines Knotens oder einer Beziehung als Text, gültig in einem Graphen."
    ),
    ("The node that a relationship ends at.", "Der Knoten, an dem eine Beziehung endet."),
    ("e to the power of a number.", "e hoch eine Zahl."),
    (
      "The greatest whole number that is not above a number.",
      "Die größte ganze Zahl, die nicht größer als eine Zahl ist."
    ),
    ("Half of the versine: sin²(x / 2).", "Der halbe Sinus versus: sin²(x / 2)."),
    ("The first element of a list.", "Das erste Element einer Liste."),
    (
      "The number of a node or relationship, valid within one graph.",
      "Die Nummer eines Knotens oder einer Beziehung, gültig in einem Graphen."
    ),
    ("Whether a list, map or text has nothing in it.", "Ob eine Liste, eine Map oder ein Text leer ist."),
    ("Whether a float is not a number.", "Ob eine Gleitkommazahl keine Zahl ist (NaN)."),
    (
      "The names of the properties of a node or relationship, or the keys of a map.",
      "Die Namen der Eigenschaften eines Knotens oder einer Beziehung oder die Schlüssel einer Map."
    ),
    ("The labels of a node.", "Die Labels eines Knotens."),
    ("The last element of a list.", "Das letzte Element einer Liste."),
    ("The first characters of a text.", "Die ersten Zeichen eines Textes."),
    ("How many relationships a path has.", "Wie viele Beziehungen ein Pfad hat."),
    ("The natural logarithm.", "Der natürliche Logarithmus."),
    ("The logarithm to base 10.", "Der Logarithmus zur Basis 10."),
    ("A text in small letters.", "Ein Text in Kleinbuchstaben."),
    (
      "A text without blanks, or given characters, at its start.",
      "Ein Text ohne Leerzeichen oder gegebene Zeichen am Anfang."
    ),
    ("The nodes of a path, from its start to its end.", "Die Knoten eines Pfades, vom Anfang bis zum Ende."),
    (
      "A text in a Unicode normal form: NFC (unless named), NFD, NFKC or NFKD.",
      "Ein Text in einer Normalform von Unicode: NFC (wenn keine genannt ist), NFD, NFKC oder NFKD."
    ),
    ("Null where both arguments are equal, else the first.", "Null, wo beide Argumente gleich sind, sonst das erste."),
    ("The circle's circumference by its diameter.", "Der Umfang eines Kreises durch seinen Durchmesser."),
    (
      "A point from {x, y[, z]} or {longitude, latitude[, height]}; crs or srid may name the system.",
      "Ein Punkt aus {x, y[, z]} oder {longitude, latitude[, height]}; crs oder srid kann das System nennen."
    ),
    (
      "The distance of two points: metres along the Earth's surface (haversine, radius 6,378,140 m) for longitude and latitude, else straight; null where the systems differ.",
      "Die Entfernung zweier Punkte: bei Länge und Breite in Metern entlang der Erdoberfläche (Haversine, Radius 6.378.140 m), sonst gerade; null, wo sich die Systeme unterscheiden."
    ),
    (
      "Whether a point lies in the box between two corners, lower left and upper right.",
      "Ob ein Punkt in dem Rechteck zwischen zwei Ecken liegt, unten links und oben rechts."
    ),
    (
      "All properties of a node or relationship as a map; a map is given back as it is.",
      "Alle Eigenschaften eines Knotens oder einer Beziehung als Map; eine Map kommt zurück, wie sie ist."
    ),
    ("Degrees in radians.", "Grad in Bogenmaß."),
    (
      "A random float from 0.0 up to but not including 1.0.",
      "Eine zufällige Gleitkommazahl von 0.0 bis ausschließlich 1.0."
    ),
    ("A random identifier of version 4.", "Eine zufällige Kennung der Version 4 (UUID)."),
    (
      "The integers from start to end, both included, by steps of one or of step.",
      "Die ganzen Zahlen von start bis end, beide eingeschlossen, in Schritten von eins oder von step."
    ),
    (
      "The relationships of a path, from its start to its end.",
      "Die Beziehungen eines Pfades, vom Anfang bis zum Ende."
    ),
    ("A text with every occurrence of a part replaced.", "Ein Text, in dem jedes Vorkommen eines Teils ersetzt ist."),
    ("A list or text from its end to its start.", "Eine Liste oder ein Text vom Ende zum Anfang."),
    ("The last characters of a text.", "Die letzten Zeichen eines Textes."),
    (
      "A number to whole numbers or to digits after the point; halves go away from zero unless a mode is named: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN.",
      "Eine Zahl, auf ganze Zahlen oder Stellen hinter dem Komma gerundet; Hälften gehen von null weg, wenn keine andere Art genannt ist: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN."
    ),
    (
      "A text without blanks, or given characters, at its end.",
      "Ein Text ohne Leerzeichen oder gegebene Zeichen am Ende."
    ),
    (
      "-1, 0 or 1 for a negative number, zero or a positive number.",
      "-1, 0 oder 1 für eine negative Zahl, null oder eine positive Zahl."
    ),
    ("The sine.", "Der Sinus."),
    ("The hyperbolic sine.", "Der Sinus hyperbolicus."),
    (
      "How many elements a list has, entries a map, characters a text.",
      "Wie viele Elemente eine Liste, Einträge eine Map, Zeichen ein Text hat."
    ),
    ("The pieces of a text between delimiters.", "Die Stücke eines Textes zwischen Trennzeichen."),
    ("The square root; not a number below 0.", "Die Quadratwurzel; unter 0 keine Zahl (NaN)."),
    ("The node that a relationship starts from.", "Der Knoten, an dem eine Beziehung beginnt."),
    (
      "A part of a text from a position on, to its end or of a length.",
      "Ein Teil eines Textes von einer Stelle an, bis zum Ende oder von einer Länge."
    ),
    ("A list without its first element.", "Eine Liste ohne ihr erstes Element."),
    ("The tangent.", "Der Tangens."),
    ("The hyperbolic tangent.", "Der Tangens hyperbolicus."),
    (
      "Milliseconds since 1970-01-01 at UTC when the statement began.",
      "Millisekunden seit dem 01.01.1970 in UTC, als die Anweisung begann."
    ),
    (
      "'true' or 'false' in any case, or an integer (0 is false), as truth value.",
      "„true“ oder „false“, groß oder klein geschrieben, oder eine ganze Zahl (0 ist false) als Wahrheitswert."
    ),
    ("Each element by {}.", "Jedes Element mit {1}."),
    ("{}, but null where there is none.", "{1}, aber null, wo es keinen Wert gibt."),
    (
      "A number or its text as float; null for other texts.",
      "Eine Zahl oder ihr Text als Gleitkommazahl; null für andere Texte."
    ),
    (
      "A number, cut to its integer part, a truth value or a number's text as integer; null for other texts.",
      "Eine Zahl, auf ihren ganzen Teil gekürzt, ein Wahrheitswert oder der Text einer Zahl als ganze Zahl; null für andere Texte."
    ),
    ("A value as text.", "Ein Wert als Text."),
    ("A text in capital letters.", "Ein Text in Großbuchstaben."),
    ("A text without blanks at both ends.", "Ein Text ohne Leerzeichen an beiden Enden."),
    ("The type of a relationship.", "Der Typ einer Beziehung."),
    ("The name of a value's type.", "Der Name des Typs eines Wertes."),
    (
      "{} from a text, a map of fields or another moment; now, of nothing.",
      "{1} aus einem Text, einer Map von Feldern oder einem anderen Zeitpunkt; ohne Angabe der jetzige."
    ),
    (
      "{} of the moment at which the statement began, in a zone (UTC).",
      "{1} zum Zeitpunkt, an dem die Anweisung begann, in einer Zone (UTC)."
    ),
    (
      "{} cut at a unit from millennium to microsecond; fields of the map are set afterwards.",
      "{1}, bei einer Einheit von Jahrtausend bis Mikrosekunde abgeschnitten; Felder der Map werden danach gesetzt."
    ),
    ("A day", "Ein Tag"),
    ("A day and time in a zone", "Tag und Uhrzeit in einer Zone"),
    ("A day and time without a zone", "Tag und Uhrzeit ohne Zone"),
    ("A time of day without a zone", "Eine Uhrzeit ohne Zone"),
    ("A time of day with an offset", "Eine Uhrzeit mit Abstand zu UTC"),
    ("The mean of numbers or durations.", "Das Mittel von Zahlen oder Dauern."),
    ("A list of the values, in the order of the rows.", "Eine Liste der Werte in der Reihenfolge der Zeilen."),
    ("How many values are not null; count(*) counts rows.", "Wie viele Werte nicht null sind; count(*) zählt Zeilen."),
    ("The greatest value in the order of ORDER BY.", "Der größte Wert in der Ordnung von ORDER BY."),
    ("The smallest value in the order of ORDER BY.", "Der kleinste Wert in der Ordnung von ORDER BY."),
    (
      "The percentile of numbers, interpolated between the two nearest.",
      "Das Perzentil von Zahlen, zwischen den beiden nächsten interpoliert."
    ),
    (
      "The percentile of numbers: the nearest that is among them.",
      "Das Perzentil von Zahlen: die nächste, die darunter ist."
    ),
    (
      "The standard deviation of a sample (divided by n - 1).",
      "Die Standardabweichung einer Stichprobe (geteilt durch n - 1)."
    ),
    (
      "The standard deviation of a whole population (divided by n).",
      "Die Standardabweichung einer ganzen Grundgesamtheit (geteilt durch n)."
    ),
    ("The sum of numbers or durations; 0 of none.", "Die Summe von Zahlen oder Dauern; ohne Werte 0."),
  ]

  /// What the procedures beside the algorithms do.
  static let callables: [(english: String, german: String)] = [
    ("{} Options: {}.", "{1} Optionen: {2}."),
    ("The labels in use, with the number of their nodes.", "Die benutzten Labels mit der Zahl ihrer Knoten."),
    ("The keys of properties in use.", "Die Schlüssel der benutzten Eigenschaften."),
    ("The types of relationships in use, with their number.", "Die benutzten Typen von Beziehungen mit ihrer Zahl."),
    (
      "Which labels are joined by which types of relationships, with their number.",
      "Welche Labels durch welche Typen von Beziehungen verbunden sind, mit deren Zahl."
    ),
    (
      "Why an actor is, or is not, suggested to another, a project or a challenge: its place, and each part of the score, which add up to it.",
      "Warum ein Akteur einem anderen, einem Projekt oder einer Herausforderung vorgeschlagen wird oder nicht: sein Platz und jeder Teil des Wertes; sie ergeben zusammen den Wert."
    ),
    (
      "What is missing: needs that nobody offers to meet, topics without a tie, Länder without a CDO, isolated actors, brokers, introductions that shorten chains; count is how many are concerned.",
      "Was fehlt: Bedarf ohne Angebot, Themen ohne Verbindung, Länder ohne CDO, Akteure ohne Verbindung, Vermittelnde, Vorstellungen, die Wege verkürzen; count ist, wie viele es betrifft."
    ),
    (
      "Chains of people, events and projects that can introduce an actor, the strongest first.",
      "Ketten von Menschen, Veranstaltungen und Projekten, die einen Akteur vorstellen können, die stärkste zuerst."
    ),
    (
      "A mentor for everybody of some people who states a need: a stable matching. Options: places (of each mentor), again (whoever has met may meet again), preset, language.",
      "Eine Begleitung für alle unter einigen Menschen, die einen Bedarf nennen: eine stabile Zuordnung. Optionen: places (Plätze je Begleitung), again (wer sich schon traf, darf sich wieder treffen), preset, language."
    ),
    (
      "Pairs people one to one, as many and as good as possible; each takes one meeting. Options: trio, minimum (score), again (whoever has met may meet again), preset, language ('de', 'en').",
      "Bringt Menschen zu zweit zusammen, so viele und so gute Paare wie möglich; jeder hat ein Treffen. Optionen: trio, minimum (Mindestwert), again (wer sich schon traf, darf sich wieder treffen), preset, language ('de', 'en')."
    ),
    (
      "Peers for topics or like an actor, with the reason; where nobody meets every condition the nearest, with the conditions that each misses.",
      "Gleichgesinnte zu Themen oder ähnlich einem Akteur, mit dem Grund; wo niemand alle Bedingungen erfüllt, die nächsten, mit den verfehlten Bedingungen."
    ),
    (
      "The actors most like an actor, with the reason; language is 'de' or 'en'.",
      "Die Akteure, die einem Akteur am ähnlichsten sind, mit dem Grund; language ist „de“ oder „en“."
    ),
    (
      "New collaborators for an actor, who should join a project, or who can help with a challenge.",
      "Neue Partner für einen Akteur, wer bei einem Projekt mitmachen sollte oder wer bei einer Herausforderung helfen kann."
    ),
    (
      "Suggestions for every CDO at once: nobody more often than the cap, small municipalities guaranteed.",
      "Vorschläge für alle CDOs zugleich: niemand öfter als cap, kleine Kommunen sicher dabei."
    ),
    (
      "Seats people at tables over rounds; nobody meets twice where that is possible. Options: size, rounds, hosts, mix, seed, again (whoever has met may meet again), preset, language.",
      "Setzt Menschen in Runden an Tische; niemand trifft sich zweimal, wo das geht. Optionen: size, rounds, hosts, mix, seed, again (wer sich schon traf, darf sich wieder treffen), preset, language."
    ),
    (
      "Teams for a challenge that cover what it needs and mix municipality, civil society, business and research.",
      "Teams für eine Herausforderung, die abdecken, was sie braucht, und Kommune, Zivilgesellschaft, Wirtschaft und Forschung mischen."
    ),
    (
      "Projects elsewhere that fit a municipality, with whom to ask.",
      "Projekte anderswo, die zu einer Kommune passen, und wen man fragt."
    ),
    (
      "What would have to change for an actor to be suggested, the best place first.",
      "Was sich ändern müsste, damit ein Akteur vorgeschlagen wird, der beste Platz zuerst."
    ),
    (
      "Nodes whose names, aliases or descriptions have the words; endings, umlauts and joined words do not matter.",
      "Knoten, deren Namen, Nebennamen oder Beschreibungen die Wörter enthalten; Endungen, Umlaute und Zusammensetzungen spielen keine Rolle."
    ),
  ]
}
