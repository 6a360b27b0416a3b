extension German {
  /// What taking in lists of people, and forgetting people, has to say.
  static let importing: [(english: String, german: String)] =
    listFaults + [
      (
        "'{}' was changed by somebody else just now; nothing was written",
        "„{1}“ wurde eben von jemand anderem geändert; nichts wurde geschrieben"
      ),
      ("cannot make the folder '{}': {}", "der Ordner „{1}“ lässt sich nicht anlegen: {2}"),
      ("cannot write in '{}': {}", "in „{1}“ lässt sich nicht schreiben: {2}"),
      (
        "another cdograph is writing in '{}'; try again when it is done",
        "ein anderes cdograph schreibt gerade in „{1}“; danach noch einmal versuchen"
      ),
      ("'{}' cannot be read; take it away", "„{1}“ ist nicht lesbar; bitte entfernen"),
      (
        "what it takes to undo '{}' is no longer kept",
        "was zum Zurücknehmen von „{1}“ nötig wäre, ist nicht mehr aufbewahrt"
      ),
      (
        "'{}' was changed since '{}'; undoing would destroy that, so take it back first",
        "„{1}“ wurde seit „{2}“ geändert; Zurücknehmen würde diese Änderungen zerstören, also erst sie rückgängig machen"
      ),
      (
        "'{}' was changed since '{}'; undo {} first", "„{1}“ wurde seit „{2}“ geändert; zuerst {3} zurücknehmen"
      ),
      (
        "the list has no row {}; --row {} decides nothing",
        "die Liste hat keine Zeile {1}; --row {2} entscheidet nichts"
      ),
      ("--row {}: no actor has this id", "--row {1}: kein Akteur hat diese Kennung"),
      (
        "the id '{}' stands in row {} for another name already",
        "die Kennung „{1}“ steht schon in Zeile {2}, bei einem anderen Namen"
      ),
      (
        "the id '{}' is that of something else in the network", "die Kennung „{1}“ gehört im Netzwerk etwas anderem"
      ),
      (
        "a separator is a visible character such as ','; values on lines of their own are separate anyway",
        "ein Trennzeichen ist ein sichtbares Zeichen wie „,“; Werte auf eigenen Zeilen sind ohnehin getrennt"
      ),
      (
        "writing in '{}' was interrupted, and some of its files are older than others; 'cdograph import log --into {}' completes it",
        "das Schreiben in „{1}“ wurde unterbrochen, und manche Dateien sind älter als andere; „cdograph import log --into {2}“ vollendet es"
      ),
      (
        "1 actor in the file has not agreed to being exported; convert hands on all, export leaves out",
        "1 Akteur in der Datei hat der Weitergabe nicht zugestimmt; convert gibt alle weiter, export lässt weg"
      ),
      (
        "{} actors in the file have not agreed to being exported; convert hands on all, export leaves out",
        "{1} Akteure in der Datei haben der Weitergabe nicht zugestimmt; convert gibt alle weiter, export lässt weg"
      ),
      ("no import is noted in '{}'", "in „{1}“ ist kein Import vermerkt"),
      ("every import was undone already", "alle Importe sind schon zurückgenommen"),
      ("no import is called '{}'; there are {}", "kein Import heißt „{1}“; es gibt {2}"),
      ("'{}' was undone already, on {}", "„{1}“ wurde schon zurückgenommen, am {2}"),
      ("the journal of imports is damaged", "das Protokoll der Importe ist beschädigt"),
      ("'{}' cannot be read as records", "„{1}“ ist nicht als Liste von Einträgen lesbar"),
      (
        "say where to write: --into FOLDER, a folder of your own; it is made where it is not there",
        "sagen, wohin geschrieben wird: --into ORDNER, ein eigener Ordner; er wird angelegt, wo es ihn nicht gibt"
      ),
      (
        "'{}' is no decision on a row; write it as 17=merge (skip, merge, new, or the id of who is meant)",
        "„{1}“ ist keine Entscheidung über eine Zeile; so schreiben: 17=merge (skip, merge, new oder die Kennung dessen, wer gemeint ist)"
      ),
      (
        "row {} is no probable duplicate; --row {} decides nothing",
        "Zeile {1} ist nicht wahrscheinlich doppelt; --row {2} entscheidet nichts"
      ),
      (
        "1 row is refused, so nothing is written; correct the list, or take the others with --partial",
        "1 Zeile ist abgewiesen, deshalb wird nichts geschrieben; die Liste berichtigen oder mit --partial die übrigen nehmen"
      ),
      (
        "{} rows are refused, so nothing is written; correct the list, or take the others with --partial",
        "{1} Zeilen sind abgewiesen, deshalb wird nichts geschrieben; die Liste berichtigen oder mit --partial die übrigen nehmen"
      ),
      (
        "the files would not be sound, so nothing was written",
        "die Dateien wären fehlerhaft, deshalb wurde nichts geschrieben"
      ),
      (
        "{} holds the id or name too and is no file of these folders' network; look to it yourself",
        "{1} enthält Kennung oder Namen auch und ist keine Netzwerkdatei dieser Ordner; bitte selbst bereinigen"
      ),
      (
        "the key of '{}' is gone; who was forgotten there is not recognised",
        "der Schlüssel zu „{1}“ fehlt; wer dort vergessen wurde, wird nicht erkannt"
      ),
      (
        "'{}' is called the same and stays; forget it too where it is the same person",
        "„{1}“ heißt genauso und bleibt; auch vergessen, wo es dieselbe Person ist"
      ),
      ("'{}' stands for a record of kind {} and no actor", "„{1}“ ist kein Akteur, sondern: {2}"),
      ("nothing is stored about the id '{}'", "zur Kennung „{1}“ ist nichts gespeichert"),
      (
        "the CSV file cannot be read: text follows the closing quote on line {}",
        "die CSV-Datei ist nicht lesbar: in Zeile {1} steht Text hinter dem schließenden Anführungszeichen"
      ),
      (
        "the CSV file cannot be read: the quote that opens on line {} is not closed",
        "die CSV-Datei ist nicht lesbar: das Anführungszeichen, das in Zeile {1} beginnt, wird nicht geschlossen"
      ),
      ("a file of the folders cannot be read: {}", "eine Datei der Ordner ist nicht lesbar: {1}"),
    ]

  /// Faults of lists and mappings.
  private static let listFaults: [(english: String, german: String)] = [
    ("no column of the list is called '{}'", "keine Spalte der Liste heißt „{1}“"),
    (
      "consent is no default: everybody gives it alone, in a column of the list",
      "Einwilligung ist keine Vorgabe: jede und jeder gibt sie selbst, in einer Spalte der Liste"
    ),
    ("the header of a column", "die Überschrift einer Spalte"),
    ("a text or true or false", "ein Text oder true oder false"),
    ("an object with a column for each purpose", "ein Objekt mit einer Spalte für jeden Zweck"),
    (
      "the file is empty; it needs a header and a row for each actor",
      "die Datei ist leer; sie braucht eine Kopfzeile und eine Zeile für jeden Akteur"
    ),
    (
      "this is a workbook and no CSV; in Excel choose 'Save as', 'CSV UTF-8'",
      "das ist eine Arbeitsmappe und kein CSV; in Excel „Speichern unter“, „CSV UTF-8“ wählen"
    ),
    (
      "the file holds NUL characters; it may be UTF-16 without a mark: save it as UTF-8",
      "die Datei enthält NUL-Zeichen; vielleicht ist sie UTF-16 ohne Kennung: als UTF-8 speichern"
    ),
    (
      "the header '{}' stands in {}; rename all but one of them",
      "die Überschrift „{1}“ steht in {2}; alle bis auf eine umbenennen"
    ),
    ("the list has no row below its header", "die Liste hat keine Zeile unter ihrer Kopfzeile"),
    (
      "the row has {} cells and the header {}; put cells that hold a separator in quotation marks",
      "die Zeile hat {1} Zellen und die Kopfzeile {2}; Zellen mit Trennzeichen gehören in Anführungszeichen"
    ),
    (
      "characters are lost here ({}); save the list again from its original, as 'CSV UTF-8'",
      "hier sind Zeichen verloren ({1}); die Liste aus dem Original noch einmal als „CSV UTF-8“ speichern"
    ),
    (
      "'{}' is UTF-8 that was read as Windows-1252; save the list again as 'CSV UTF-8'",
      "„{1}“ ist UTF-8, das als Windows-1252 gelesen wurde; die Liste noch einmal als „CSV UTF-8“ speichern"
    ),
    ("the row has no name in '{}'", "die Zeile hat keinen Namen in „{1}“"),
    (
      "no id can be made of '{}'; give one in a column for 'id'",
      "aus „{1}“ lässt sich keine Kennung bilden; eine Spalte für „id“ angeben"
    ),
    ("'{}' is neither yes nor no; write ja or nein", "„{1}“ ist weder ja noch nein; ja oder nein schreiben"),
    (
      "'{}' is no day; write it as 31.03.2027 or 2027-03-31",
      "„{1}“ ist kein Tag; so schreiben: 31.03.2027 oder 2027-03-31"
    ),
    (
      "'{}' is none of {}; 'words' in the mapping translates it",
      "„{1}“ gehört nicht zu {2}; „words“ in der Zuordnung übersetzt es"
    ),
    ("unknown municipality '{}'", "unbekannte Kommune „{1}“"),
    ("several municipalities are called '{}'", "mehrere Kommunen heißen „{1}“"),
    ("did you mean {}?", "war {1} gemeint?"),
    (
      "this person asked to be forgotten, on {}; --again takes the row in where the person has agreed anew",
      "diese Person hat am {1} verlangt, vergessen zu werden; --again nimmt die Zeile auf, wo sie neu zugestimmt hat"
    ),
  ]
}
