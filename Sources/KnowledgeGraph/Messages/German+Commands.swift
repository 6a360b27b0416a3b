extension German {
  /// What the commands and the shell say.
  static let commands: [(english: String, german: String)] = [
    ("this is the shell already", "dies ist schon die Shell"),
    ("cannot write '{}': {}", "„{1}“ lässt sich nicht schreiben: {2}"),
    ("cannot read '{}': {}", "„{1}“ ist nicht lesbar: {2}"),
    ("it is a device, which has no end", "das ist ein Gerät, das kein Ende hat"),
    (
      "the name of the file to read is empty; give one",
      "der Name der Datei, die gelesen werden soll, ist leer; bitte einen angeben"
    ),
    (
      "the name of the file to write is empty; give one",
      "der Name der Datei, die geschrieben werden soll, ist leer; bitte einen angeben"
    ),
    ("{} needs the name of a folder", "{1} braucht den Namen eines Ordners"),
    (
      "query draws .svg and .dot only; write '{}' with cdograph diagram --query",
      "query zeichnet nur .svg und .dot; „{1}“ mit cdograph diagram --query schreiben"
    ),
    (
      "'{}' is a graph file, which only query, repl and export read; name a folder here",
      "„{1}“ ist eine Graphdatei, die nur query, repl und export lesen; hier einen Ordner angeben"
    ),
    ("there is no statement to run", "es gibt keine Anweisung auszuführen"),
    ("'{}' is not UTF-8; save it as UTF-8", "„{1}“ ist kein UTF-8; bitte als UTF-8 speichern"),
    ("standard input is not UTF-8", "die Standardeingabe ist kein UTF-8"),
    ("the parameter '{}' is given twice", "der Parameter „{1}“ ist zweimal angegeben"),
    ("--param {}: not JSON at character {}: {}", "--param {1}: kein JSON bei Zeichen {2}: {3}"),
    ("${}: not JSON at character {}: {}", "${1}: kein JSON bei Zeichen {2}: {3}"),
    ("unknown Land '{}'", "unbekanntes Land „{1}“"),
    ("'states' is a list of Länder, this is {}", "„states“ ist eine Liste von Ländern, dies ist {1}"),
    ("'{}' is {}, this is {}", "„{1}“ ist {2}, dies ist {3}"),
    ("a distance in kilometres", "eine Entfernung in Kilometern"),
    ("'inward', 'outward' or 'both'", "„inward“, „outward“ oder „both“"),
    ("'{}' stands twice; name two who are different", "„{1}“ steht zweimal da; zwei Verschiedene nennen"),
    ("'within' needs 'near' or 'like'", "„within“ braucht „near“ oder „like“"),
    (
      "no node with the label {} that may be used is called '{}'",
      "kein Knoten mit dem Label {1}, der benutzt werden darf, heißt „{2}“"
    ),
    (
      "there is no answer yet; run a statement that returns nodes or paths",
      "es gibt noch keine Antwort; eine Anweisung ausführen, die Knoten oder Pfade zurückgibt"
    ),
    (
      "there is no answer yet; run a statement that returns something",
      "es gibt noch keine Antwort; eine Anweisung ausführen, die etwas zurückgibt"
    ),
    (
      "a transaction is open; COMMIT or ROLLBACK ends it",
      "eine Transaktion ist offen; COMMIT oder ROLLBACK beendet sie"
    ),
    ("no transaction is open; BEGIN opens one", "keine Transaktion ist offen; BEGIN öffnet eine"),
    (
      "there is no parameter ${}; :param {} <value> sets it",
      "es gibt keinen Parameter ${1}; :param {2} <Wert> setzt ihn"
    ),
    (
      "unknown ending of '{}'; use .svg, .png, .pdf or .dot",
      "unbekannte Endung von „{1}“; möglich sind .svg, .png, .pdf oder .dot"
    ),
    ("the ending of '{}' is that of {}, but the file is {}", "„{1}“ hat die Endung von {2}, aber die Datei ist {3}"),
    ("unknown ending of '{}'; use {}", "unbekannte Endung von „{1}“; möglich sind {2}"),
    (
      "unknown ending of '{}'; use {} or {}, or say --format",
      "unbekannte Endung von „{1}“; möglich sind {2} oder {3}, oder --format angeben"
    ),
    ("usage: {}", "Aufruf: {1}"), ("'{}' runs itself again: {}", "„{1}“ führt sich selbst wieder aus: {2}"),
    (
      "{}:{}: the file was run up to here and no further",
      "{1}:{2}: Bis hierher wurde die Datei ausgeführt, nicht weiter"
    ),
    ("'{}' is not a number of entries", "„{1}“ ist keine Anzahl von Einträgen"),
    (
      "the quotation mark {} in column {} is not closed",
      "das Anführungszeichen {1} in Spalte {2} wird nicht geschlossen"
    ),
    ("line {}: {}", "Zeile {1}: {2}"), ("statement {}, line {}: {}", "Anweisung {1}, Zeile {2}: {3}"),
    ("'{}' is not a command", "„{1}“ ist kein Befehl"),
    ("did you mean '{}'? :help lists them", "war „{1}“ gemeint? :help zählt sie auf"),
    ("'{}' is not a command; :help lists them", "„{1}“ ist kein Befehl; :help zählt sie auf"),
    (
      "'{}' is not a command — did you mean '{}'? Commands are {}",
      "„{1}“ ist kein Befehl — war „{2}“ gemeint? Befehle sind {3}"
    ),
    ("'{}' is not a command. Commands are {}", "„{1}“ ist kein Befehl. Befehle sind {2}"),
    ("history is not kept: cannot write '{}'", "der Verlauf wird nicht aufbewahrt: „{1}“ lässt sich nicht schreiben"),
    (
      "give a statement, or -f FILE, or pipe one in; `cdograph repl` opens a shell",
      "eine Anweisung angeben, oder -f DATEI, oder hineinleiten; `cdograph repl` öffnet eine Shell"
    ),
    (
      "the answer holds no node, relationship or path to draw; return elements instead of their properties: {}",
      "die Antwort enthält keinen Knoten, keine Beziehung und keinen Pfad zum Zeichnen; Elemente statt Eigenschaften zurückgeben: {1}"
    ),
    (
      "the answer is empty: nothing was found that could be drawn; who has not agreed to be drawn is left out",
      "die Antwort ist leer: Nichts wurde gefunden, was sich zeichnen ließe; wer dem Zeichnen nicht zugestimmt hat, fehlt"
    ),
    ("standard output cannot be written: {}", "die Standardausgabe lässt sich nicht schreiben: {1}"),
    ("warning: ", "Warnung: "), ("Error: {}", "Fehler: {1}"),
    ("{} must be from {} to {}", "{1} muss zwischen {2} und {3} liegen"),
    ("{} must be {} or more", "{1} muss mindestens {2} sein"),
    ("{} must be at least {}", "{1} muss mindestens {2} sein"),
    ("{} cannot be {}; it must be from {} to {}", "{1} kann nicht {2} sein; möglich ist {3} bis {4}"),
    ("{} cannot be {}; it must be at least {}", "{1} kann nicht {2} sein, sondern mindestens {3}"),
    (
      "{} cannot be {}; it must be more than 0 and at most {} kilometres",
      "{1} kann nicht {2} sein, sondern mehr als 0 und höchstens {3} Kilometer"
    ),
    ("{} must be more than 0 and at most {} seconds", "{1} muss größer als 0 und höchstens {2} Sekunden sein"),
    ("  … and {} more", "  … und {1} weitere"),
    ("unknown kind '{}'; kinds are {}", "unbekannte Art „{1}“; Arten sind {2}"),
    ("'{}' is no argument; write name=value", "„{1}“ ist kein Argument; name=wert schreiben"),
    ("'{}' is no parameter; write --param name=value", "„{1}“ ist kein Parameter; --param name=wert schreiben"),
    ("give a statement or --file, not both", "eine Anweisung oder --file angeben, nicht beides"),
    (
      "say what peers should have in common: --topic, --like or --near",
      "sagen, was die Gesuchten verbinden soll: --topic, --like oder --near"
    ),
    ("--cap needs --all", "--cap braucht --all"),
    ("--within needs --near PLACE or --like ACTOR", "--within braucht --near ORT oder --like AKTEUR"),
    ("Unknown option '{}'. Did you mean '{}'?", "Unbekannte Option „{1}“ — war „{2}“ gemeint?"),
    ("Unknown option '{}'", "Unbekannte Option „{1}“"), ("Missing value for '{}'", "Bei „{1}“ fehlt der Wert"),
    ("Missing expected argument '{}'", "Es fehlt das Argument „{1}“"),
    ("   or: Missing value for '{}' in '{}'", "   oder: Bei „{1}“ in „{2}“ fehlt der Wert"),
    ("Unexpected argument '{}'", "Unerwartetes Argument „{1}“"),
    ("{} unexpected arguments: '{}'", "{1} unerwartete Argumente: „{2}“"),
    (
      "The option '{}' does not take any value, but '{}' was specified.",
      "Die Option „{1}“ nimmt keinen Wert; angegeben ist „{2}“."
    ),
    ("Invalid option: {}", "Ungültige Option: {1}"),
    ("Can't generate completion scripts for '{}'.", "Für „{1}“ gibt es kein Skript zur Vervollständigung."),
    ("Can't autodetect a supported shell.", "Die Shell ließ sich nicht erkennen."),
    (
      "Please use --generate-completion-script=<shell> with one of:",
      "Möglich ist --generate-completion-script=<Shell> mit einer von:"
    ),
    (
      "The value '{}' is invalid for '{}'. Please provide one of the following:",
      "Der Wert „{1}“ ist ungültig für „{2}“. Möglich sind:"
    ),
    (
      "The value '{}' is invalid for '{}'. Please provide one of {}.",
      "Der Wert „{1}“ ist ungültig für „{2}“. Möglich sind {3}."
    ),
    ("'{}', '{}' or '{}'", "„{1}“, „{2}“ oder „{3}“"), ("'{}' or '{}'", "„{1}“ oder „{2}“"),
    ("'{}' and '{}'", "„{1}“ und „{2}“"), ("Help: {}", "Hilfe: {1}"),
    ("there is no such folder", "diesen Ordner gibt es nicht"),
    ("this is not a folder that can be read", "das ist kein lesbarer Ordner"),
    ("UTF-16, UTF-32 or not text at all", "UTF-16, UTF-32 oder gar kein Text"),
    ("a key in quotes", "ein Schlüssel in Anführungszeichen"), ("a value", "ein Wert"),
    ("a digit", "eine Ziffer"), ("the end of the file", "das Ende der Datei"),
    ("the closing quote of the string", "das schließende Anführungszeichen des Textes"),
    ("the rest of the escape", "der Rest der Escape-Folge"),
    (
      "the file cannot be read: check that it is a file and may be read",
      "die Datei ist nicht lesbar: ist es eine Datei, und darf sie gelesen werden?"
    ),
    ("The value '{}' is invalid for '{}'", "Der Wert „{1}“ ist ungültig für „{2}“"),
    ("Usage: {}", "Aufruf: {1}"), ("  See '{}' for more information.", "  Mehr dazu: {1}"),
    ("{} is no file of a network and was not read", "{1} ist keine Datei eines Netzwerks und wurde nicht gelesen"),
    ("{} of {} rows shown; --limit 0 shows all", "{1} von {2} Zeilen gezeigt; --limit 0 zeigt alle"),
    ("'{}' taken as {}; also: {}", "„{1}“ verstanden als {2}; auch: {3}"),
    (
      "'{}' can mean {} things; use the id at the end of a line:",
      "„{1}“ kann {2} Dinge meinen; die Kennung am Ende einer Zeile verwenden:"
    ),
    (
      "unknown {} '{}'; `cdograph find` searches by parts of a name",
      "unbekannt: {1} „{2}“; `cdograph find` sucht nach Teilen von Namen"
    ),
    ("unknown {} '{}' — did you mean one of these?", "unbekannt: {1} „{2}“ — war eines davon gemeint?"),
    (
      "unknown procedure '{}' — did you mean '{}'? (`cdograph procedures` lists them)",
      "unbekannte Prozedur „{1}“ — war „{2}“ gemeint? (`cdograph procedures` zählt sie auf)"
    ),
    (
      "unknown procedure '{}' (`cdograph procedures` lists them)",
      "unbekannte Prozedur „{1}“ (`cdograph procedures` zählt sie auf)"
    ),
    ("{} takes no '{}'; it takes {}", "{1} kennt kein „{2}“; möglich sind {3}"),
    ("'{}' is given twice", "„{1}“ ist zweimal angegeben"), ("{} needs {}=…: {}", "{1} braucht {2}=…: {3}"),
    ("{}={}: expected {}", "{1}={2}: erwartet war {3}"), ("true or false", "true oder false"),
    ("a whole number", "eine ganze Zahl"),
    (
      "{}: '{}' occurs nowhere in the graph — did you mean '{}'?",
      "{1}: „{2}“ kommt im Graphen nicht vor — war „{3}“ gemeint?"
    ),
    ("{}: '{}' occurs nowhere in the graph", "{1}: „{2}“ kommt im Graphen nicht vor"),
    ("it takes {}", "möglich sind {1}"), ("it has {}", "es gibt {1}"),
    ("algo.{} needs the option '{}': {}", "algo.{1} braucht die Option „{2}“: {3}"),
    ("match.peers needs topics or an actor", "match.peers braucht Themen oder einen Akteur"),
    ("match.peers has no option '{}' with {}", "match.peers hat keine Option „{1}“ mit {2}"),
    ("drawing took longer than {}", "das Zeichnen dauerte länger als {1}"),
    ("there is no {} '{}'", "es gibt kein {1} „{2}“"), ("{}; nothing was loaded", "{1}; nichts wurde geladen"),
    ("1 fault", "1 Fehler"), ("{} faults", "{1} Fehler"),
  ]

  /// Faults in the files of a network.
  static let faults: [(english: String, german: String)] = [
    ("expected {}, found {}", "erwartet war {1}, da steht {2}"), ("unknown field '{}'", "unbekanntes Feld „{1}“"),
    (
      "unknown field '{}' (fields of your own begin with 'x-')",
      "unbekanntes Feld „{1}“ (eigene Felder beginnen mit „x-“)"
    ),
    ("the field '{}' stands twice", "das Feld „{1}“ steht zweimal da"),
    ("the field '{}' is missing", "das Feld „{1}“ fehlt"),
    (
      "the text is empty; leave the field out where nothing is known",
      "der Text ist leer; das Feld weglassen, wo nichts bekannt ist"
    ),
    ("{} is outside {}", "{1} liegt außerhalb von {2}"), ("'{}' is none of {}", "„{1}“ gehört nicht zu {2}"),
    (
      "'{}' is no id: use letters, digits, hyphens, dots and underscores, as in 'cdo-neuss'",
      "„{1}“ ist keine Kennung: Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche wie in „cdo-neuss“"
    ),
    ("'{}' is no day: write YYYY-MM-DD", "„{1}“ ist kein Tag: JJJJ-MM-TT schreiben"),
    ("the day '{}' does not exist", "den Tag „{1}“ gibt es nicht"),
    ("'{}' is no key: it has {} digits", "„{1}“ ist kein Schlüssel: er hat {2} Ziffern"),
    ("the id '{}' stands already at {}", "die Kennung „{1}“ steht schon bei {2}"),
    (
      "the id '{}' stands for another record already, of kind {}; ids are unique over all files",
      "die Kennung „{1}“ steht schon für einen anderen Datensatz der Art {2}; Kennungen sind über alle Dateien eindeutig"
    ),
    ("the text holds a control character; take it out", "der Text enthält ein Steuerzeichen; bitte entfernen"),
    ("unknown {} '{}'", "unbekannt: {1} „{2}“"),
    ("these records contain one another: {}", "diese Datensätze enthalten einander: {1}"),
    ("the end lies before the start", "das Ende liegt vor dem Anfang"),
    ("no file of a network here; expected one of {}", "keine Datei eines Netzwerks hier; erwartet war eine von {1}"),
    ("the file ends too early: {} is missing", "die Datei endet zu früh: {1} fehlt"),
    ("the text ends too early: {} is missing", "der Text endet zu früh: {1} fehlt"),
    ("found {} where {} should stand", "da steht {1}, wo {2} stehen sollte"),
    ("half of a \\u surrogate pair stands alone", "die Hälfte eines \\u-Ersatzpaars steht allein"),
    (
      "the bytes here are not UTF-8; save the file as UTF-8",
      "die Bytes hier sind kein UTF-8; die Datei als UTF-8 speichern"
    ),
    ("the file is {}; save it as UTF-8", "die Datei ist {1}; als UTF-8 speichern"),
    ("invalid number: {}", "ungültige Zahl: {1}"),
    ("nested more than {} levels deep", "mehr als {1} Ebenen tief geschachtelt"),
    ("a digit is missing", "eine Ziffer fehlt"), ("it begins with 0", "sie beginnt mit 0"),
    ("it is too large", "sie ist zu groß"), ("it is too large for 64 bits", "sie passt nicht in 64 Bit"),
    (
      "a string holds the raw control character {}; write it as an escape such as \\n or \\t",
      "ein Text enthält das Steuerzeichen {1} selbst; als Escape-Folge wie \\n oder \\t schreiben"
    ),
    (
      #"invalid escape: after a backslash stands one of " \ / b f n r t or u with four hex digits"#,
      #"ungültige Escape-Folge: auf einen Backslash folgt eines von " \ / b f n r t oder u mit vier Hexadezimalziffern"#
    ),
    ("a control character", "ein Steuerzeichen"), ("another value", "ein anderer Wert"),
    ("a digit is missing after the point", "nach dem Punkt fehlt eine Ziffer"),
  ]
}
