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
    ("{} fills {} files; name them instead of -", "{1} füllt {2} Dateien; bitte einen Namen statt - angeben"),
    (
      "the ending of '{}' belongs to no format; {}: {}", "die Endung von „{1}“ gehört zu keinem Format; {2}: {3}"
    ),
    ("standard output has no ending; {}: {}", "die Standardausgabe hat keine Endung; {1}: {2}"),
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
    ("{} cannot hold all: {}", "{1} kann nicht alles aufnehmen: {2}"),
  ]

  private static let interchangeRemarks: [(english: String, german: String)] = [
    ("a <{}> passed over", "ein <{1}> übergangen"),
    ("a <data> of the whole graph passed over", "ein <data> des ganzen Graphen übergangen"),
    (
      "a backslash before a quote or at an end, or a NUL, that DOT has no spelling for",
      "ein Backslash vor Anführungszeichen oder am Ende, oder NUL, das in DOT nicht schreibbar ist"
    ),
    (
      "a character that Windows-1252 lacks replaced by '?'",
      "ein Zeichen, das Windows-1252 nicht kennt, durch „?“ ersetzt"
    ),
    ("a character that XML cannot hold replaced by U+FFFD", "ein in XML unzulässiges Zeichen durch U+FFFD ersetzt"),
    ("a file read as Windows-1252", "eine Datei als Windows-1252 gelesen"),
    ("a graph after the first passed over", "ein Graph nach dem ersten übergangen"),
    (
      "a graph inside or after another was read into the first",
      "ein Graph in oder nach einem anderen in den ersten gelesen"
    ),
    (
      "a key with leading zeros, which Excel drops unless the column is imported as text",
      "ein Schlüssel mit führenden Nullen, die Excel weglässt, wenn die Spalte nicht als Text importiert wird"
    ),
    ("a label left out", "ein Label ausgelassen"),
    (
      "a label that is empty or has '{}' in it, written with '_'",
      "ein Label, das leer ist oder „{1}“ enthält, mit „_“ geschrieben"
    ),
    (
      "a map or a mixed or nested list written as JSON text",
      "eine Map oder gemischte oder geschachtelte Liste als JSON-Text"
    ),
    ("a node inside another read as one beside it", "ein Knoten in einem anderen als einer daneben gelesen"),
    ("nodes inside another read as nodes beside it", "Knoten in einem anderen als Knoten daneben gelesen"),
    ("a property left out", "eine Eigenschaft ausgelassen"),
    ("a property that came twice, of which the last counts", "eine Eigenschaft zweimal, von der die letzte zählt"),
    ("a property whose value is null left out", "eine Eigenschaft mit dem Wert null ausgelassen"),
    ("a further graph of the file passed over", "ein weiterer Graph der Datei übergangen"),
    (
      "a record has fewer fields than the header; what is missing is empty",
      "eine Zeile hat weniger Felder als der Kopf; was fehlt, gilt als leer"
    ),
    (
      "both 'links' and 'edges' hold edges; only 'edges' are read",
      "„links“ und „edges“ enthalten beide Beziehungen; nur „edges“ ist gelesen"
    ),
    (
      "this is no XML: it does not begin with '<'; is it another format?",
      "das ist kein XML: Es beginnt nicht mit „<“; ist es ein anderes Format?"
    ),
    ("the file is empty; copy or export it again", "die Datei ist leer; bitte noch einmal kopieren oder ausgeben"),
    (
      "the file ends before </{}>; it was probably cut off, so copy or export it again",
      "die Datei endet vor </{1}>; wahrscheinlich ist sie abgeschnitten: bitte noch einmal kopieren oder ausgeben"
    ),
    (
      "the file ends before its last tag is complete; it may have been cut off",
      "die Datei endet, bevor ihr letztes Tag vollständig ist; vielleicht ist sie abgeschnitten"
    ),
    ("a subgraph passed over, its elements read", "ein Teilgraph übergangen, seine Elemente gelesen"),
    (
      "a text whose accents were joined with their letters",
      "ein Text, dessen Akzente mit ihren Buchstaben vereint wurden"
    ),
    (
      "an edge whose end is spelled with other code points than its node",
      "eine Kante, deren Ende mit anderen Unicode-Zeichen geschrieben ist als ihr Knoten"
    ),
    ("an edge without a type called RELATED", "eine Kante ohne Typ RELATED genannt"),
    ("an edge without a type written as RELATED", "eine Kante ohne Typ als RELATED geschrieben"),
    ("an edge without a type, which Neo4j refuses", "eine Kante ohne Typ, die Neo4j zurückweist"),
    ("an empty name written as '_'", "ein leerer Name als „_“ geschrieben"),
    (
      "an undirected edge read as one from source to target",
      "eine ungerichtete Kante als eine von der Quelle zum Ziel gelesen"
    ),
    (
      "an undirected graph read as directed from source to target",
      "ein ungerichteter Graph als von der Quelle zum Ziel gerichtet gelesen"
    ),
    ("the file has no edges", "die Datei hat keine Kanten"),
    ("the script makes no nodes", "das Skript legt keine Knoten an"),
    (
      "an id such as '#17' kept as a property: read again, the node is called by its place",
      "eine Kennung wie „#17“ als Eigenschaft behalten: Wieder gelesen, heißt der Knoten nach seinem Platz"
    ),
    (
      "the file ends before <{}>; it was probably cut off, so copy or export it again",
      "die Datei endet vor <{1}>; wahrscheinlich ist sie abgeschnitten: bitte noch einmal kopieren oder ausgeben"
    ),
    (
      "the id of a node left out: its property 'id' stays",
      "die ID eines Knotens ausgelassen: seine Eigenschaft „id“ bleibt"
    ),
    (
      "the id of an edge left out: its property 'id' stays",
      "die Kennung einer Kante ausgelassen: ihre Eigenschaft „id“ bleibt"
    ),
    (
      "an id with a character that the format cannot hold, changed",
      "eine Kennung mit einem Zeichen, das das Format nicht kennt, geändert"
    ),
    (
      "a property whose name has a character that the format cannot hold, renamed",
      "eine Eigenschaft umbenannt, deren Name ein Zeichen hat, das das Format nicht kennt"
    ),
    ("a statement about the whole graph passed over", "eine Angabe über den ganzen Graphen übergangen"),
    ("a hyperedge passed over", "eine Hyperkante übergangen"),
    (
      "what an element has beside 'data' passed over",
      "was ein Element neben „data“ hat, übergangen"
    ),
    (
      "an <attvalue> outside of nodes and edges passed over",
      "ein <attvalue> außerhalb von Knoten und Kanten übergangen"
    ),
    (
      "an <attvalue> has no 'for'; name the id of its <attribute>",
      "ein <attvalue> hat kein „for“; bitte die Kennung seines <attribute> nennen"
    ),
    (
      "'{}' is no array; write the edges between [ and ]",
      "„{1}“ ist keine Liste; bitte die Kanten zwischen [ und ] schreiben"
    ),
    ("the id of an edge left out", "die ID einer Kante ausgelassen"),
    ("the position of a node passed over", "die Position eines Knotens übergangen"),
    ("times of elements passed over", "Zeitangaben von Elementen übergangen"),
  ]
}
