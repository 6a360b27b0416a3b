extension German {
  /// What readers and writers of other programs' formats remark, and what their files lack.
  static let interchangeRemarks: [(english: String, german: String)] = [
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
    (
      "the key '{}' comes twice; ids must differ",
      "der Schlüssel „{1}“ kommt zweimal vor; Kennungen müssen sich unterscheiden"
    ),
    ("<viz:color> has no {} from 0 to 255; correct it", "<viz:color> hat kein {1} von 0 bis 255; bitte berichtigen"),
    ("'{}' in <{}> is no number; correct it", "„{1}“ in <{2}> ist keine Zahl; bitte berichtigen"),
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
    (
      "the id of an edge, which another one has too, kept as its property 'id'",
      "die Kennung einer Kante, die eine andere auch hat, als ihre Eigenschaft „id“ behalten"
    ),
    ("an attribute that means nothing here passed over", "ein Attribut ohne Bedeutung übergangen"),
    ("a <key> of an unknown type read as text", "ein <key> unbekannten Typs als Text gelesen"),
    ("the id of an edge left out", "die ID einer Kante ausgelassen"),
    ("the position of a node passed over", "die Position eines Knotens übergangen"),
    ("times of elements passed over", "Zeitangaben von Elementen übergangen"),
  ]
}
