/// The German catalogue, one list a part of the program; English first.
enum German {
  /// Errors and advice of the query language.
  static let queries: [(english: String, german: String)] = [
    ("did you mean '{}'?", "war „{1}“ gemeint?"), ("did you mean ${}?", "war ${1} gemeint?"),
    ("did you mean {}?", "war {1} gemeint?"), ("the graph has {}", "im Graphen gibt es {1}"),
    ("no node has the label '{}'", "kein Knoten hat das Label „{1}“"),
    ("there is no relationship of the type '{}'", "es gibt keine Beziehung vom Typ „{1}“"),
    ("nothing has the property '{}'", "nichts hat die Eigenschaft „{1}“"),
    ("there is no label and no type '{}'", "es gibt weder Label noch Typ „{1}“"),
    ("there is no procedure '{}'", "es gibt keine Prozedur „{1}“"),
    ("within a query, {} must be given its arguments", "innerhalb einer Abfrage braucht {1} seine Argumente"),
    ("{} takes 1 argument, not {}", "{1} nimmt 1 Argument, nicht {2}"),
    ("{}() takes 1 argument, not {}", "{1}() nimmt 1 Argument, nicht {2}"),
    ("SHOW FUNCTIONS lists them", "SHOW FUNCTIONS zählt sie auf"),
    ("SHOW PROCEDURES lists them", "SHOW PROCEDURES zählt sie auf"),
    ("{} takes {} arguments, not {}", "{1} nimmt {2} Argumente, nicht {3}"),
    ("{}() takes {} arguments, not {}", "{1}() nimmt {2} Argumente, nicht {3}"),
    ("{}() takes {} argument, not {}", "{1}() nimmt {2} Argument, nicht {3}"),
    ("within a query, YIELD names its columns", "innerhalb einer Abfrage nennt YIELD die Spalten"),
    ("{} has no column '{}'", "{1} hat keine Spalte „{2}“"),
    ("only a property can be set or removed here", "hier kann nur eine Eigenschaft gesetzt oder entfernt werden"),
    ("'{}' is {}, not {}", "„{1}“ ist {2}, nicht {3}"),
    (
      "DELETE takes nodes, relationships and paths, not labels",
      "DELETE nimmt Knoten, Beziehungen und Pfade, keine Labels"
    ),
    ("REMOVE takes a label away", "REMOVE nimmt ein Label weg"),
    ("FOREACH holds only clauses that change the graph", "in FOREACH stehen nur Klauseln, die den Graphen ändern"),
    (
      "a path that is created cannot be one of several",
      "ein Pfad, der angelegt wird, kann nicht einer von mehreren sein"
    ),
    (
      "a node that is created has labels, not a choice of them",
      "ein Knoten, der angelegt wird, hat Labels, keine Auswahl"
    ),
    ("a repeated piece of a path cannot be created", "ein wiederholtes Wegstück kann nicht angelegt werden"),
    ("what is created takes no condition", "was angelegt wird, hat keine Bedingung"),
    (
      "a relationship that is created cannot have a variable length",
      "eine Beziehung, die angelegt wird, hat keine veränderliche Länge"
    ),
    ("a relationship that is created has exactly one type", "eine Beziehung, die angelegt wird, hat genau einen Typ"),
    ("a relationship that is created has a direction", "eine Beziehung, die angelegt wird, hat eine Richtung"),
    ("{} must be {}, this is {}", "{1} muss {2} sein, dies ist {3}"),
    (
      "{} cannot depend on the row: '{}' is a variable",
      "{1} kann nicht von der Zeile abhängen: „{2}“ ist eine Variable"
    ),
    ("{} has no properties", "{1} hat keine Eigenschaften"), ("{} has no elements", "{1} hat keine Elemente"),
    ("an element is chosen by {}, this is {}", "ein Element wählt man durch {1}, dies ist {2}"),
    ("DISTINCT belongs to aggregations, {}() is none", "DISTINCT gehört zu Aggregationen, {1}() ist keine"),
    ("there is no function '{}'", "es gibt keine Funktion „{1}“"),
    (
      "{}() counts over rows and can stand in WITH and RETURN only",
      "{1}() rechnet über Zeilen und steht nur in WITH und RETURN"
    ),
    ("compute it in a WITH before", "vorher in einem WITH berechnen"),
    ("{}() cannot stand inside of another aggregation", "{1}() kann nicht in einer anderen Aggregation stehen"),
    ("what {}() is computed over must not be random", "worüber {1}() rechnet, darf nicht zufällig sein"),
    (
      "rows can be sorted by {}() only where it is one of the columns",
      "nach {1}() lässt sich nur sortieren, wenn es eine der Spalten ist"
    ),
    (
      "the properties of a pattern must be written out; only CREATE takes them as a whole",
      "die Eigenschaften eines Musters werden ausgeschrieben; nur CREATE nimmt sie als Ganzes"
    ),
    (
      "RETURN * has nothing to return: there are no variables",
      "RETURN * hat nichts zurückzugeben: es gibt keine Variablen"
    ),
    ("there are two columns with the name '{}'", "zwei Spalten heißen „{1}“"),
    ("give one of them another name with AS", "eine davon mit AS anders nennen"),
    (
      "'{}' has many values for each group, so it cannot be mixed with an aggregation",
      "„{1}“ hat je Gruppe viele Werte und lässt sich nicht mit einer Aggregation mischen"
    ),
    (
      "make what is needed of it a column of its own, in a WITH before",
      "was davon gebraucht wird, vorher in einem WITH zur Spalte machen"
    ),
    ("{} needs a number of 0 or more, this is {}", "{1} braucht eine Zahl ab 0, dies ist {2}"),
    ("an expression in WITH needs a name", "ein Ausdruck in WITH braucht einen Namen"),
    ("UNION and UNION ALL cannot be mixed in one query", "UNION und UNION ALL lassen sich nicht mischen"),
    ("put one of them into a subquery: CALL { … }", "eines davon in eine Unterabfrage setzen: CALL { … }"),
    (
      "all parts of a UNION return the same columns: {} here, {} in the first part",
      "alle Teile von UNION geben dieselben Spalten zurück: hier {1}, im ersten Teil {2}"
    ),
    ("a query inside of an expression can only read", "eine Abfrage in einem Ausdruck kann nur lesen"),
    ("use CALL { … } or FOREACH for changes", "für Änderungen CALL { … } oder FOREACH nehmen"),
    (
      "COLLECT { … } returns exactly one column, this returns {}",
      "COLLECT { … } gibt genau eine Spalte zurück, dies gibt {1}"
    ),
    ("a pattern is a condition, not a value", "ein Muster ist eine Bedingung, kein Wert"),
    (
      "EXISTS { … } gives true or false, COUNT { … } a number",
      "EXISTS { … } gibt wahr oder falsch, COUNT { … } eine Zahl"
    ),
    ("{} cannot depend on the graph", "{1} kann nicht vom Graphen abhängen"),
    (
      "the relationship '{}' cannot stand twice in one pattern: a pattern uses each relationship once",
      "die Beziehung „{1}“ kann nicht zweimal in einem Muster stehen: jede kommt einmal vor"
    ),
    (
      "a pattern as a condition brings no new variables; EXISTS { … } does",
      "ein Muster als Bedingung bringt keine neuen Variablen, EXISTS { … } schon"
    ),
    ("the variable '{}' is not defined", "die Variable „{1}“ ist nicht bekannt"),
    (
      "the variable '{}' is gone: after DISTINCT or an aggregation only the columns are left",
      "die Variable „{1}“ gibt es nicht mehr: nach DISTINCT oder einer Aggregation bleiben nur die Spalten"
    ),
    ("make what is needed of it a column", "was davon gebraucht wird, zur Spalte machen"),
    ("the variable '{}' has a meaning already", "die Variable „{1}“ ist schon vergeben"),
    ("'{}' is {}, so it cannot be used as {}", "„{1}“ ist {2} und kann nicht {3} sein"),
    (
      "the statement would change the graph, which is opened for reading only",
      "die Anweisung würde den Graphen ändern, der nur zum Lesen geöffnet ist"
    ),
    (
      "indexes cannot be changed: the graph is opened for reading only",
      "Indexe lassen sich nicht ändern: der Graph ist nur zum Lesen geöffnet"
    ),
    ("the result has more than {} rows", "das Ergebnis hat mehr als {1} Zeilen"),
    ("use LIMIT or raise the limit (--max-rows)", "LIMIT verwenden oder die Grenze erhöhen (--max-rows)"),
    ("a list was expected, this is {}", "eine Liste war erwartet, dies ist {1}"),
    ("a condition must be true or false, this is {}", "eine Bedingung muss wahr oder falsch sein, dies ist {1}"),
    ("only nodes have labels, this is {}", "nur Knoten haben Labels, dies ist {1}"),
    ("the key of a property must be a text", "der Schlüssel einer Eigenschaft muss ein Text sein"),
    (
      "only nodes and relationships can be changed, this is {}",
      "nur Knoten und Beziehungen lassen sich ändern, dies ist {1}"
    ),
    (
      "DELETE takes nodes, relationships and paths, this is {}",
      "DELETE nimmt Knoten, Beziehungen und Pfade, dies ist {1}"
    ),
    (
      "the node cannot be deleted: it still has {} relationships",
      "der Knoten kann nicht gelöscht werden: er hat noch {1} Beziehungen"
    ),
    (
      "the node cannot be deleted: it still has {} relationship",
      "der Knoten kann nicht gelöscht werden: er hat noch {1} Beziehung"
    ),
    ("DETACH DELETE deletes them as well", "DETACH DELETE löscht sie mit"),
    (
      "a relationship cannot begin or end at a missing node (null)",
      "eine Beziehung kann nicht an einem fehlenden Knoten (null) beginnen oder enden"
    ),
    (
      "MERGE cannot look for the property '{}' because its value is null",
      "MERGE kann nicht nach der Eigenschaft „{1}“ suchen, weil ihr Wert null ist"
    ),
    ("MERGE cannot join a missing node (null)", "MERGE kann keinen fehlenden Knoten (null) verbinden"),
    ("MERGE finds a node that is there already", "MERGE findet einen Knoten, den es schon gibt"),
    ("another node :{} has {} = {} already", "ein anderer Knoten :{1} hat schon {2} = {3}"),
    ("a map of properties was expected, this is {}", "eine Map von Eigenschaften war erwartet, dies ist {1}"),
    (
      "the property '{}' cannot hold {}: properties are numbers, texts, truth values, temporal values, points, and lists of these",
      "die Eigenschaft „{1}“ kann {2} nicht halten: Eigenschaften sind Zahlen, Texte, Wahrheitswerte, Zeiten, Punkte und Listen davon"
    ),
    ("a relationship was expected, this is {}", "eine Beziehung war erwartet, dies ist {1}"),
    ("a node was expected, this is {}", "ein Knoten war erwartet, dies ist {1}"),
    ("LOAD CSV needs the name of a file", "LOAD CSV braucht den Namen einer Datei"),
    ("FIELDTERMINATOR must be one character of ASCII", "FIELDTERMINATOR muss ein ASCII-Zeichen sein"),
    (
      "a script that stands for a graph may not read files",
      "ein Skript, das für einen Graphen steht, darf keine Dateien lesen"
    ),
    ("the file '{}' cannot be read", "die Datei „{1}“ ist nicht lesbar"),
    (
      "give a path or a file: URL; web addresses are not fetched",
      "einen Pfad oder eine file:-URL angeben; Webadressen werden nicht abgerufen"
    ),
    ("the CSV file cannot be read: {}", "die CSV-Datei ist nicht lesbar: {1}"),
    ("FOREACH needs a list, this is {}", "FOREACH braucht eine Liste, dies ist {1}"),
    (
      "the property '{}' of a relationship on the way is {}; costs must be numbers of 0 or more",
      "die Eigenschaft „{1}“ einer Beziehung auf dem Weg ist {2}; Kosten sind Zahlen ab 0"
    ),
    ("{} needs a whole number", "{1} braucht eine ganze Zahl"),
    ("a percentile lies between 0.0 and 1.0, this is {}", "ein Perzentil liegt zwischen 0.0 und 1.0, dies ist {1}"),
    ("{} takes numbers, this is {}", "{1} nimmt Zahlen, dies ist {2}"),
    (
      "only numbers and durations can be added up, this is {}",
      "nur Zahlen und Dauern lassen sich summieren, dies ist {1}"
    ),
    ("avg() takes numbers or durations, this is {}", "avg() nimmt Zahlen oder Dauern, dies ist {1}"),
    ("{}() takes {}, this is {}", "{1}(): erwartet war {2}, dies ist {3}"),
    ("the {} has been deleted by this statement", "{1} wurde von dieser Anweisung gelöscht"),
    ("range() takes integers, this is {}", "range() nimmt ganze Zahlen, dies ist {1}"),
    ("the step of range() cannot be 0", "der Schritt von range() kann nicht 0 sein"),
    ("round() takes 0 to 308 digits, this is {}", "round() nimmt 0 bis 308 Stellen, dies ist {1}"),
    ("'{}' is no rounding mode", "„{1}“ ist keine Art zu runden"),
    ("a point needs x and y, or longitude and latitude", "ein Punkt braucht x und y oder longitude und latitude"),
    (
      "longitude lies within -180...180 and latitude within -90...90, not {} and {}",
      "longitude liegt in -180...180 und latitude in -90...90, nicht {1} und {2}"
    ),
    ("unknown coordinate system", "unbekanntes Koordinatensystem"),
    ("a point in {} has {} coordinates", "ein Punkt in {1} hat {2} Koordinaten"),
    ("{} is no normal form", "{1} ist keine Normalform"),
    ("{}() takes no negative number, this is {}", "{1}() nimmt keine negative Zahl, dies ist {2}"),
    (
      "the properties of a pattern must be a map, this is {}",
      "die Eigenschaften eines Musters müssen eine Map sein, dies ist {1}"
    ),
    ("the parameter ${} was not given", "der Parameter ${1} wurde nicht angegeben"),
    (
      "the statement would hold more than {} values in memory",
      "die Anweisung würde mehr als {1} Werte im Speicher halten"
    ),
    (
      "narrow the search, or use LIMIT before collecting, sorting or grouping",
      "die Suche einengen oder LIMIT vor dem Sammeln, Sortieren oder Gruppieren verwenden"
    ),
    ("the statement was interrupted", "die Anweisung wurde unterbrochen"),
    ("the statement took longer than its time limit", "die Anweisung dauerte länger als ihre Zeitgrenze"),
    ("narrow the search or raise the limit (--timeout)", "die Suche einengen oder die Grenze erhöhen (--timeout)"),
    ("there is no index on :{}({})", "es gibt keinen Index auf :{1}({2})"),
    ("there is no unique constraint on :{}({})", "es gibt keine Eindeutigkeit auf :{1}({2})"),
    ("there is no list of {}", "es gibt keine Liste von {1}"),
    (
      "a relationship has its length inside or behind the brackets, not both",
      "eine Beziehung hat ihre Länge in oder hinter den Klammern, nicht beides"
    ),
    ("SHOW takes {} or {}", "SHOW nimmt {1} oder {2}"),
    ("a duration cannot be divided by zero", "eine Dauer lässt sich nicht durch null teilen"),
    ("a part of the duration does not fit into 64 bits", "ein Teil der Dauer passt nicht in 64 Bit"),
    ("a duration has no '{}'", "eine Dauer hat kein „{1}“"), ("its fields are {}", "ihre Felder sind {1}"),
    ("'{}' of a duration is a number, this is {}", "„{1}“ einer Dauer ist eine Zahl, dies ist {2}"),
    ("{} has no '{}': {}", "{1} hat kein „{2}“: {3}"),
    ("'{}' is a moment to start from, this is {}", "„{1}“ ist ein Zeitpunkt, von dem ausgegangen wird, dies ist {2}"),
    ("'timezone' is a text such as '+01:00', this is {}", "„timezone“ ist ein Text wie „+01:00“, dies ist {1}"),
    ("'{}' is an integer, this is {}", "„{1}“ ist eine ganze Zahl, dies ist {2}"),
    (
      "{} has no field '{}', or not together with the others",
      "{1} hat kein Feld „{2}“, oder nicht mit den anderen zusammen"
    ),
    ("a date needs a year", "ein Datum braucht ein Jahr"),
    ("a date with a day needs a month", "ein Datum mit Tag braucht einen Monat"),
    ("a date with a day of the week needs a week", "ein Datum mit Wochentag braucht eine Woche"),
    ("day {} of week {} of {}", "Tag {1} der Woche {2} von {3}"),
    ("the calendar has no {}", "der Kalender hat keinen {1}"),
    ("a time needs an hour", "eine Uhrzeit braucht eine Stunde"),
    ("a time with a second needs a minute", "eine Uhrzeit mit Sekunde braucht eine Minute"),
    ("a time with a fraction of a second needs a second", "eine Uhrzeit mit Sekundenbruchteil braucht eine Sekunde"),
    ("'{}' is 0 to {} here, this is {}", "„{1}“ ist hier 0 bis {2}, dies ist {3}"),
    ("'{}' is no duration", "„{1}“ ist keine Dauer"),
    ("a duration needs at least one amount", "eine Dauer braucht mindestens eine Angabe"),
    ("there is no {} in {}", "in {2} steckt kein {1}"), ("a field of {}() is null", "ein Feld von {1}() ist null"),
    ("the base of {}() has no day", "die Grundlage von {1}() hat keinen Tag"),
    ("'{}' is no unit to cut at", "„{1}“ ist keine Einheit zum Abschneiden"),
    ("a duration cannot be cut", "eine Dauer lässt sich nicht abschneiden"),
    ("a date cannot be cut at the {}", "ein Datum lässt sich nicht bei {1} abschneiden"),
    ("there is no time zone '{}'", "es gibt keine Zeitzone „{1}“"),
    (
      "names are those of the tz database: 'Europe/Berlin'; or give an offset: '+01:00'",
      "Namen sind die der tz-Datenbank: „Europe/Berlin“; oder ein Abstand: „+01:00“"
    ),
    (
      "the result lies beyond the years -999,999,999 to 999,999,999",
      "das Ergebnis liegt außerhalb der Jahre -999.999.999 bis 999.999.999"
    ),
    ("'{}' is no {}", "„{1}“ ist kein {2}"),
    ("IN takes a list, this is {}", "IN nimmt eine Liste, dies ist {1}"),
    ("the index of a list is an integer, this is {}", "der Index einer Liste ist eine ganze Zahl, dies ist {1}"),
    ("the key of a map is a string, this is {}", "der Schlüssel einer Map ist ein Text, dies ist {1}"),
    ("only lists and maps have elements, this is {}", "nur Listen und Maps haben Elemente, dies ist {1}"),
    ("only lists have parts, this is {}", "nur Listen haben Teile, dies ist {1}"),
    ("the bounds of a part are integers, this is {}", "die Grenzen eines Teils sind ganze Zahlen, dies ist {1}"),
    ("{} is {} and has no property '{}'", "{1} ist {2} und hat keine Eigenschaft „{3}“"),
    ("a point in {} has no '{}'", "ein Punkt in {1} hat kein „{2}“"),
    ("{} cannot be divided by zero", "{1} lässt sich nicht durch null teilen"),
    (
      "only numbers and durations have a negative, this is {}",
      "nur Zahlen und Dauern haben ein Negatives, dies ist {1}"
    ),
    ("the result of {} does not fit into 64 bits", "das Ergebnis von {1} passt nicht in 64 Bit"),
    ("use floats: toFloat(…)", "Gleitkommazahlen verwenden: toFloat(…)"),
    ("{} cannot be used for {} and {}: {}", "{1} gibt es nicht zwischen diesen Werten ({2}; {3}): {4}"),
    ("'{}' is no regular expression", "„{1}“ ist kein regulärer Ausdruck"),
    ("the number is too large for floating point", "die Zahl ist zu groß für Gleitkomma"),
    ("the number does not fit into 64 bits", "die Zahl passt nicht in 64 Bit"),
    ("'{}' is no number", "„{1}“ ist keine Zahl"),
    ("this escape names no character", "diese Maskierung nennt kein Zeichen"),
    ("'{}' is no escape", "„{1}“ ist keine Maskierung"),
    ("a whole number was expected, found '{}'", "eine ganze Zahl war erwartet, da steht „{1}“"),
    ("a range of lengths needs a '*' before it", "vor einem Längenbereich steht ein „*“"),
    ("nothing can follow RETURN but UNION", "nach RETURN kann nur UNION folgen"),
    ("a query cannot end with {}", "eine Abfrage kann nicht mit {1} enden"),
    (
      "end it with RETURN, or with a clause that changes the graph",
      "mit RETURN abschließen oder mit einer Klausel, die den Graphen ändert"
    ),
    ("the statement ends where {} was expected", "die Anweisung endet, wo {1} erwartet war"),
    ("{} was expected, found '{}'", "erwartet war {1}, da steht „{2}“"),
    ("the text that opens here is not closed", "der Text, der hier beginnt, endet nicht"),
    ("the name that opens here is not closed", "der Name, der hier beginnt, endet nicht"),
    ("the comment that opens here is not closed", "der Kommentar, der hier beginnt, endet nicht"),
    ("'{}' means nothing here", "„{1}“ bedeutet hier nichts"),
    ("the statement is nested more than 100 levels deep", "die Anweisung ist mehr als 100 Ebenen tief geschachtelt"),
    ("there is no {} '{}'", "es gibt kein {1} „{2}“"),
  ]
}
