extension German {
  /// What reading and writing files of other programs has to say.
  static let interchange: [(english: String, german: String)] = interchangeFaults + interchangeRemarks

  private static let interchangeFaults: [(english: String, german: String)] = [
    (
      "Graphviz's parser has answered something else than a graph",
      "der Parser von Graphviz hat keinen Graphen geliefert"
    ),
    (
      "a quotation mark is opened here and never closed",
      "hier beginnt ein Anführungszeichen, das nicht geschlossen wird"
    ),
    (
      "text follows a closing quotation mark; double the quotation marks that belong to the text",
      "hinter einem schließenden Anführungszeichen steht Text; Anführungszeichen, die zum Text gehören, verdoppeln"
    ),
    (
      "an edge ends at '{}', which is no node of the file; add the node, or correct the edge",
      "eine Kante endet bei „{1}“, das kein Knoten der Datei ist; den Knoten ergänzen oder die Kante berichtigen"
    ),
    ("the file has no <graph>; is it {}?", "die Datei hat kein <graph>; ist es {1}?"),
    ("the file is UTF-16 or UTF-32; save it as UTF-8", "die Datei ist UTF-16 oder UTF-32; bitte als UTF-8 speichern"),
    ("the file is empty; it needs a header", "die Datei ist leer; sie braucht eine Kopfzeile"),
    ("the file is not UTF-8; save it as UTF-8", "die Datei ist kein UTF-8; bitte als UTF-8 speichern"),
    ("the text holds a NUL character", "der Text enthält ein NUL-Zeichen"),
    (
      "the node id '{}' comes twice; ids must differ",
      "die Knoten-ID „{1}“ kommt zweimal vor; IDs müssen verschieden sein"
    ),
    ("this is not DOT: {}", "das ist kein DOT: {1}"), ("there is no graph in it", "es enthält keinen Graphen"),
    ("'{}' cannot stand here", "„{1}“ kann hier nicht stehen"),
    (
      "'{}' cannot stand here; '->' joins nodes of a 'digraph', '--' those of a 'graph'",
      "„{1}“ kann hier nicht stehen; „->“ verbindet Knoten eines „digraph“, „--“ die eines „graph“"
    ),
    (
      "'{}' is read as two words; put it in quotation marks",
      "„{1}“ wird als zwei Wörter gelesen; in Anführungszeichen setzen"
    ),
    (
      "a quotation mark is not closed, or its text is longer than {} characters",
      "ein Anführungszeichen ist nicht geschlossen, oder sein Text hat mehr als {1} Zeichen"
    ),
    (
      "a '<' is not closed, or its text is longer than {} characters",
      "ein „<“ ist nicht geschlossen, oder sein Text hat mehr als {1} Zeichen"
    ),
    ("a comment that begins with '/*' is not closed", "ein Kommentar, der mit „/*“ beginnt, ist nicht geschlossen"),
    ("Graphviz refuses it ({})", "Graphviz weist es zurück ({1})"),
    ("it ends too early; is a '}' missing?", "es endet zu früh; fehlt ein „}“?"),
    ("a node has no 'id' under 'data'; give it one", "ein Knoten hat unter „data“ keine „id“; bitte eine angeben"),
    ("a node has no 'id'; give it a text or a number", "ein Knoten hat keine „id“; bitte Text oder Zahl angeben"),
    ("an edge has no '{}'; name the id of a node", "eine Kante hat kein „{1}“; bitte die ID eines Knotens angeben"),
    ("an edge has no 'data'; give it one", "eine Kante hat kein „data“; bitte eins angeben"),
    (
      "an object 'elements' with an array 'nodes' is expected; is it Cytoscape.js JSON?",
      "erwartet wird ein Objekt „elements“ mit einer Liste „nodes“; ist es JSON von Cytoscape.js?"
    ),
    (
      "an object 'graph' with an object 'nodes' is expected; is it JSON Graph Format 2?",
      "erwartet wird ein Objekt „graph“ mit einem Objekt „nodes“; ist es JSON Graph Format 2?"
    ),
    (
      "an object with an array 'nodes' is expected; is it node-link JSON?",
      "erwartet wird ein Objekt mit einer Liste „nodes“; ist es Node-Link-JSON?"
    ),
    (
      "'{}' is no {}; correct the value, or the type in {}",
      "„{1}“ ist kein {2}; bitte den Wert berichtigen oder den Typ in {3}"
    ),
    (
      "<attvalue> is for '{}', which no <attribute> describes; add one, or correct it",
      "<attvalue> ist für „{1}“, das kein <attribute> beschreibt; eins ergänzen oder es berichtigen"
    ),
    (
      "<data> has the key '{}', which no <key> describes; add one, or correct it",
      "<data> hat den Schlüssel „{1}“, den kein <key> beschreibt; einen ergänzen oder ihn berichtigen"
    ),
    ("a <{}> has no id; give it one", "ein <{1}> hat keine id; bitte eine angeben"),
    ("an <attribute> has no id; give it one", "ein <attribute> hat keine id; bitte eine angeben"),
    (
      "an <edge> has no source or no target; name both",
      "ein <edge> hat keine Quelle (source) oder kein Ziel (target); bitte beide angeben"
    ),
    (
      "this is not well-formed XML; look for a missing or crossed tag, or an & that is not written &amp;",
      "das ist kein wohlgeformtes XML; fehlt ein Tag, überkreuzen sich zwei, oder steht ein & nicht als &amp; da?"
    ),
    (
      "document types are not read, because their entities can grow without bound; remove <!DOCTYPE …>",
      "Dokumenttypen werden nicht gelesen, weil ihre Entities unbegrenzt wachsen können; bitte <!DOCTYPE …> entfernen"
    ),
    (
      "the header names no column of ids; call one 'id', or ':ID' as Neo4j does",
      "die Kopfzeile nennt keine Spalte mit IDs; eine muss „id“ heißen oder wie bei Neo4j „:ID“"
    ),
    (
      "the header names no columns of ends; call them 'source' and 'target', or ':START_ID' and ':END_ID' as Neo4j does",
      "die Kopfzeile nennt keine Spalten mit Enden; sie müssen „source“ und „target“ heißen oder wie bei Neo4j „:START_ID“ und „:END_ID“"
    ),
    (
      "the record has {} fields and the header {}; quote fields that hold a separator",
      "der Satz hat {1} Felder und die Kopfzeile {2}; Felder mit Trennzeichen gehören in Anführungszeichen"
    ),
    ("it took too long to read the file", "das Lesen der Datei dauerte zu lange"),
    ("{} can be written but not read", "{1} lässt sich schreiben, aber nicht lesen"),
    ("{} can be read but not written", "{1} lässt sich lesen, aber nicht schreiben"),
    ("{} fills {} files; say their name with -o FILE", "{1} füllt {2} Dateien; bitte ihren Namen mit -o DATEI angeben"),
    ("{} fills {} files; name them, as net for {}", "{1} füllt {2} Dateien; einen Namen angeben, etwa net für {3}"),
    ("{} fills {} files; name them instead of -", "{1} füllt {2} Dateien; bitte einen Namen statt - angeben"),
    (
      "the ending of '{}' belongs to no format; {}: {}", "die Endung von „{1}“ gehört zu keinem Format; {2}: {3}"
    ),
    ("standard output has no ending; {}: {}", "die Standardausgabe hat keine Endung; {1}: {2}"),
    ("standard input has no ending; {}: {}", "die Standardeingabe hat keine Endung; {1}: {2}"),
    ("the header '{}'", "der Kopfzeile „{1}“"),
    (
      "unknown ending of '{}'; use {}, or that of a graph format",
      "unbekannte Endung von „{1}“; möglich sind {2} oder die eines Graphformats"
    ),
    ("say the format", "bitte das Format nennen"), ("say --from", "bitte --from angeben"),
    ("say --to", "bitte --to angeben"),
    (
      "unknown format '{}'; formats are {} — did you mean '{}'?",
      "unbekanntes Format „{1}“; Formate sind {2} — war „{3}“ gemeint?"
    ),
    ("unknown format '{}'; formats are {}", "unbekanntes Format „{1}“; Formate sind {2}"),
    (
      "only one of --around, --topic and --query can be written",
      "nur eins von --around, --topic und --query ist möglich"
    ),
    (
      "{} has no addresses, and --base changes nothing there; it goes with {} only",
      "{1} hat keine Adressen, --base ändert dort nichts; es gehört zu {2}"
    ),
    (
      "--base must be a web address such as https://example.org/cdo/",
      "--base muss eine Webadresse sein, etwa https://example.org/cdo/"
    ),
    (
      "the answer holds no node, relationship or path to write; return elements: RETURN n, r, m",
      "die Antwort enthält keinen Knoten, keine Beziehung und keinen Pfad zum Schreiben; Elemente zurückgeben: RETURN n, r, m"
    ),
    (
      "a graph file stands alone; name one file or only folders",
      "eine Graphdatei steht allein; bitte eine Datei oder nur Ordner angeben"
    ),
    (
      "there is no index '{}' made in this session", "es gibt keinen Index „{1}“ aus dieser Sitzung"
    ),
    ("DROP INDEX ON :Label(key) drops any", "DROP INDEX ON :Label(key) entfernt jeden"),
    (
      "1 actor has not agreed to being exported and is left out",
      "1 Akteur hat der Weitergabe nicht zugestimmt und fehlt"
    ),
    (
      "{} actors have not agreed to being exported and are left out",
      "{1} Akteure haben der Weitergabe nicht zugestimmt und fehlen"
    ),
    (
      "1 actor has not agreed to being drawn and is left out",
      "1 Akteur hat dem Zeichnen nicht zugestimmt und fehlt"
    ),
    (
      "{} actors have not agreed to being drawn and are left out",
      "{1} Akteure haben dem Zeichnen nicht zugestimmt und fehlen"
    ),
    ("{} cannot hold all: {}", "{1} kann nicht alles aufnehmen: {2}"),
  ]
}
