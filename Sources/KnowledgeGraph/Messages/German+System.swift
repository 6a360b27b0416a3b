extension German {
  /// Why the system refuses a file: what `strerror` says for the causes that people meet.
  ///
  /// The program starts in the locale C, so that these are the words of every machine.
  static let systemReasons: [(english: String, german: String)] = [
    ("No such file or directory", "Datei oder Ordner nicht gefunden"),
    ("Permission denied", "keine Berechtigung"),
    ("Operation not permitted", "nicht erlaubt"),
    ("Is a directory", "das ist ein Ordner"),
    ("Not a directory", "ein Teil des Pfades ist kein Ordner"),
    ("File exists", "die Datei existiert schon"),
    ("File name too long", "der Dateiname ist zu lang"),
    ("File too large", "die Datei wird zu groß"),
    ("No space left on device", "der Datenträger ist voll"),
    ("Disk quota exceeded", "das Speicherkontingent ist erschöpft"),
    ("Read-only file system", "der Datenträger lässt sich nur lesen"),
    ("Input/output error", "Fehler beim Lesen oder Schreiben des Datenträgers"),
    ("Too many levels of symbolic links", "zu viele Verweise hintereinander"),
    ("Too many open files", "zu viele offene Dateien"),
    ("Text file busy", "die Datei wird gerade ausgeführt"),
    ("Device or resource busy", "die Datei oder das Gerät ist belegt"),
    ("No such device or address", "das Gerät gibt es nicht"),
    ("Broken pipe", "der Empfänger hat aufgehört zu lesen"),
    ("Cannot allocate memory", "der Arbeitsspeicher reicht nicht"),
    ("Invalid argument", "ungültige Angabe"),
  ]
}
