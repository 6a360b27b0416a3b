extension German {
  /// What drawing says.
  static let diagrams: [(english: String, german: String)] = [
    (
      "say what to draw: --around NAME, --topic NAME, --event NAME, --query CYPHER, --path FROM TO, --match FILE or --whole",
      "sagen, was gezeichnet werden soll: --around NAME, --topic NAME, --event NAME, --query CYPHER, --path VON NACH, --match DATEI oder --whole"
    ),
    (
      "only one of --around, --topic, --event, --query, --path, --match and --whole can be drawn",
      "nur eines von --around, --topic, --event, --query, --path, --match und --whole lässt sich zeichnen"
    ),
    ("--path takes two names: where it begins and ends", "--path braucht zwei Namen: Anfang und Ende"),
    ("both names mean '{}'; a chain joins two things", "beide Namen meinen „{1}“; eine Kette verbindet zweierlei"),
    ("--k must be from 1 to 20", "--k muss zwischen 1 und 20 liegen"),
    ("--depth goes with --around only", "--depth gehört zu --around"),
    ("--k goes with --path only", "--k gehört zu --path"),
    (
      "'{}' is no condition; write kind=actor, land=NRW or population=20000..100000",
      "„{1}“ ist keine Bedingung; richtig sind kind=actor, land=NRW oder population=20000..100000"
    ),
    ("--full and --aggregate-by exclude each other", "--full und --aggregate-by schließen sich aus"),
    ("--cluster-by and --aggregate-by exclude each other", "--cluster-by und --aggregate-by schließen sich aus"),
    ("--positions needs the name of a file", "--positions braucht den Namen einer Datei"),
    ("--diff and --positions exclude each other", "--diff und --positions schließen sich aus"),
    (
      "--cluster-by finds the places itself; leave --engine out",
      "--cluster-by findet die Plätze selbst; --engine weglassen"
    ),
    (
      "a plan of tables or teams finds the places itself; leave --engine out",
      "ein Plan mit Tischen oder Teams findet die Plätze selbst; --engine weglassen"
    ),
    ("'{}' is no colour like #0072B2", "„{1}“ ist keine Farbe wie #0072B2"),
    (
      "the places of '{}' are those of a picture without boxes: leave --cluster-by or --match out, or take another file",
      "die Plätze in „{1}“ sind die eines Bildes ohne Kästen: --cluster-by oder --match weglassen oder eine andere Datei nehmen"
    ),
    (
      "the places of '{}' are those of a plan: draw one with --match, or take another file",
      "die Plätze in „{1}“ sind die eines Plans: einen mit --match zeichnen oder eine andere Datei nehmen"
    ),
    (
      "the places of '{}' are those of --cluster-by {}: say it again, or take another file",
      "die Plätze in „{1}“ sind die von --cluster-by {2}: das wieder angeben oder eine andere Datei nehmen"
    ),
    (
      "the places of '{}' were found by {}: leave --engine out, or take another file",
      "die Plätze in „{1}“ stammen von {2}: --engine weglassen oder eine andere Datei nehmen"
    ),
    ("there is nothing to draw", "es gibt nichts zu zeichnen"),
    (
      "--fade leaves all of the picture pale; loosen its conditions",
      "--fade lässt das ganze Bild blass; die Bedingungen lockern"
    ),
    ("nothing is left to draw; loosen --filter", "nichts bleibt zu zeichnen; --filter lockern"),
    ("nothing in the picture has '{}'", "nichts im Bild hat „{1}“"),
    (
      "nothing in the picture has '{}'; choose kind, land, focus, area or a field such as population",
      "nichts im Bild hat „{1}“; kind, land, focus, area oder ein Feld wie population wählen"
    ),
    (
      "nothing in the picture has '{}'; choose kind, land, focus, area, community or a field such as population",
      "nichts im Bild hat „{1}“; kind, land, focus, area, community oder ein Feld wie population wählen"
    ),
    (
      "nothing in the picture has '{}'; only these can have it: {}",
      "nichts im Bild hat „{1}“; haben können es nur: {2}"
    ),
    (
      "'{}' is measured in what is drawn, after filtering; filter by kind, land, focus, area or a field such as population",
      "„{1}“ wird erst in dem gemessen, was gezeichnet wird, nach dem Filtern; filtern geht nach Art (kind), Land, Blick (focus), Themenfeld (area) oder einem Feld wie Einwohner (population)"
    ),
    ("the ends of '{}' are swapped; write {}", "die Enden von „{1}“ sind vertauscht; richtig: {2}"),
    (
      "nothing in the picture fulfils '{}'; '{}' has {} numbers here; give a range: {}",
      "nichts im Bild erfüllt „{1}“; „{2}“ hat hier {3} Zahlen; einen Bereich angeben: {4}"
    ),
    ("nothing in the picture fulfils '{}'", "nichts im Bild erfüllt „{1}“"),
    ("nothing in the picture fulfils '{}'; '{}' is here: {}", "nichts im Bild erfüllt „{1}“; „{2}“ ist hier: {3}"),
    (
      "'{}' finds nothing at the relationships of the picture; choose kind or count",
      "„{1}“ findet an den Beziehungen des Bildes nichts; kind oder count wählen"
    ),
    (
      "'{}' finds no number in the picture; numbers are population or centrality, for example",
      "„{1}“ findet keine Zahl im Bild; Zahlen sind zum Beispiel population und centrality"
    ),
    ("{} inches leave no room on the paper", "{1} Zoll lassen auf dem Papier keinen Platz"),
    ("there is no chain between '{}' and '{}'", "zwischen „{1}“ und „{2}“ gibt es keine Verbindung"),
    ("the file of places cannot be used: {}", "die Datei der Plätze ist nicht brauchbar: {1}"),
    (
      "'{}' has a place for none of these nodes; take the file of this picture, or one that does not exist yet",
      "„{1}“ hat für keinen dieser Knoten einen Platz; die Datei dieses Bildes nehmen oder eine, die es noch nicht gibt"
    ),
    ("'{}' has not agreed to be drawn and is left out", "„{1}“ hat dem Zeichnen nicht zugestimmt und fehlt"),
    ("the place lies outside of every page", "der Platz liegt außerhalb jeder Seite"),
    ("the style sheet cannot be read: {}", "die Stilvorlage ist nicht lesbar: {1}"),
    (
      "the style '{}' is neither a file nor one of {}", "der Stil „{1}“ ist weder eine Datei noch einer von {2}"
    ),
    ("style sheet, at {}: {}", "Stilvorlage, bei {1}: {2}"),
    ("unknown field '{}'; what can stand here: {}", "unbekanntes Feld „{1}“; hier kann stehen: {2}"),
    (
      "the field '{}' is missing, but '{}' means nothing", "das Feld „{1}“ fehlt, aber „{2}“ bedeutet nichts"
    ),
    (
      #"the field '{}' is missing; "extends": "screen" fills in what is left out"#,
      #"das Feld „{1}“ fehlt; "extends": "screen" ergänzt, was weggelassen ist"#
    ),
    (
      "the field '{}' is missing, and no kind that is known is called '{}'",
      "das Feld „{1}“ fehlt, und keine bekannte Art heißt „{2}“"
    ),
    (
      "nothing in the picture is of the kind '{}'", "nichts im Bild ist von der Art „{1}“"
    ),
    (
      "the font '{}' is not installed; '{}' is drawn in its place",
      "die Schrift „{1}“ ist nicht installiert; gezeichnet ist „{2}“"
    ),
    ("no font here has '{}': it is drawn as a box", "keine Schrift hier hat „{1}“: gezeichnet ist ein Kästchen"),
    (
      "'{}' is stated nowhere in the picture (it can be of: {}); choose kind, land or area instead",
      "„{1}“ ist im Bild nirgends angegeben (möglich bei: {2}); stattdessen kind, land oder area wählen"
    ),
    (
      "'{}' has {} values here, and the {} colours repeat; choose kind, land, area or community",
      "„{1}“ hat hier {2} Werte, und die {3} Farben wiederholen sich; besser sind kind, land, area oder community"
    ),
    (
      "'{}' has {} values here, and the {} shapes repeat; choose kind, land, area or community",
      "„{1}“ hat hier {2} Werte, und die {3} Formen wiederholen sich; besser sind kind, land, area oder community"
    ),
    (
      "the field '{}' is missing; is it a file that --positions has written?",
      "das Feld „{1}“ fehlt; ist es eine Datei, die --positions geschrieben hat?"
    ),
    (
      "{} on {} has a contrast of {} : 1, at least {} is needed",
      "{1} auf {2} hat den Kontrast {3} : 1, nötig sind mindestens {4}"
    ),
    ("needs at least one colour", "braucht mindestens eine Farbe"),
    ("needs at least one font family", "braucht mindestens eine Schriftart"),
    ("'{}' is no name of a font family", "„{1}“ ist kein Name einer Schriftart"),
    ("{} is not between {} and {} points", "{1} liegt nicht zwischen {2} und {3} Punkt"),
    ("{} is not between {} and {} characters", "{1} liegt nicht zwischen {2} und {3} Zeichen"),
    ("{} is not between {} and {} inches", "{1} liegt nicht zwischen {2} und {3} Zoll"),
    ("{} is not between {} and {}", "{1} liegt nicht zwischen {2} und {3}"),
    ("{} is longer than the long side, {}", "{1} ist länger als die lange Seite, {2}"),
    ("shortSide and longSide need each other", "shortSide und longSide brauchen einander"),
    ("its answer does not begin like one", "seine Antwort beginnt nicht wie eine"),
    ("the description of its answer cannot be read", "die Beschreibung seiner Antwort ist nicht lesbar"),
    ("its answer was cut off", "seine Antwort ist abgeschnitten"),
    ("the request cannot be read ({})", "die Anfrage ist nicht lesbar ({1})"),
    ("the diagram holds a number that cannot be sent", "das Bild enthält eine Zahl, die sich nicht übergeben lässt"),
    ("it is larger than {} MiB", "es ist größer als {1} MiB"),
    ("needs at least two colours", "braucht mindestens zwei Farben"),
    ("needs at least one style", "braucht mindestens einen Stil"),
    (
      "a picture of {} nodes cannot be read (limit {}): {}",
      "ein Bild mit {1} Knoten kann niemand lesen (Grenze {2}): {3}"
    ),
    ("draw a part of it", "einen Teil davon zeichnen"), ("draw a part of it ({})", "einen Teil davon zeichnen ({1})"),
    (
      "Graphviz did not finish {} nodes within {} s: {}",
      "Graphviz wurde mit {1} Knoten in {2} s nicht fertig: {3}"
    ),
    ("draw fewer nodes", "weniger Knoten zeichnen"), ("draw fewer nodes ({})", "weniger Knoten zeichnen ({1})"),
    (
      "draw fewer nodes ({}) or give it more time (--timeout)",
      "weniger Knoten zeichnen ({1}) oder mehr Zeit geben (--timeout)"
    ),
    (
      "draw fewer nodes ({}), choose another layout (--engine sfdp) or give it more time (--timeout)",
      "weniger Knoten zeichnen ({1}), eine andere Anordnung wählen (--engine sfdp) oder mehr Zeit geben (--timeout)"
    ),
    ("the drawing process '{}' could not be started: {}", "das Zeichenprogramm „{1}“ ließ sich nicht starten: {2}"),
    ("the drawing process gave no picture: {}", "das Zeichenprogramm gab kein Bild zurück: {1}"),
    (
      "Graphviz ended unexpectedly ({}): try another engine or draw fewer nodes",
      "Graphviz endete unerwartet ({1}): eine andere Anordnung versuchen oder weniger Knoten zeichnen"
    ),
    (
      "labels are only {} pt high on this paper: draw fewer nodes, use a larger one, or SVG without paper",
      "die Beschriftung ist auf diesem Papier nur {1} pt hoch: weniger Knoten zeichnen, größeres nehmen (--paper a3 oder a0) oder SVG ohne Papier"
    ),
    (
      "with more than {} nodes or {} edges lines are straight and run behind nodes that they do not join: draw fewer",
      "bei mehr als {1} Knoten oder {2} Beziehungen sind Linien gerade und laufen hinter Knoten durch, die sie nicht verbinden: weniger zeichnen"
    ),
    ("the match file cannot be used: {}", "die Datei der Vermittlung ist nicht brauchbar: {1}"),
    (
      "the file holds no meetings; write one with cdograph match … --format json",
      "die Datei enthält keine Treffen; cdograph match … --format json schreibt eine"
    ),
    (
      "a meeting needs 'people', a list of those who meet",
      "ein Treffen braucht „people“, eine Liste derer, die sich treffen"
    ),
    ("'{}' comes twice in this meeting", "„{1}“ kommt in diesem Treffen zweimal vor"),
    (
      "a meeting needs two or more people, each with its 'id' as a text",
      "ein Treffen braucht zwei oder mehr Menschen, jeden mit seiner „id“ als Text"
    ),
    (
      "'{}' of the match file is unknown here and not drawn",
      "„{1}“ aus der Datei der Vermittlung ist hier unbekannt und wird nicht gezeichnet"
    ),
    ("nobody in it is known here: {}", "niemand darin ist hier bekannt: {1}"),
  ]
}
