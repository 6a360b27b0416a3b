import GraphModel

/// One page for browsers with everything in it: the picture, a search, filters, details, and a list for those who do
/// not see the picture. Nothing is loaded from anywhere, and a policy in the page forbids it.
///
/// - Parameter picture: The picture as SVG, with a group for each node (`n0` …) and each edge (`e0` …).
func page(of diagram: Diagram, picture: [UInt8], _ style: StyleSheet) -> [UInt8] {
  let words = PageWords(language: diagram.language)
  let svg = String(decoding: picture, as: UTF8.self)
  let start = svg.firstRange(of: "<svg ")?.lowerBound ?? svg.startIndex
  let page = """
    <!DOCTYPE html>
    <html lang="\(diagram.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(LabelText.xml(LabelText.visible(diagram.title)))</title>
    <style>
    \(PageParts.style(style))
    </style>
    </head>
    <body>
    <a class="skip" href="#list">\(words.skip)</a>
    <header>
    <h1>\(LabelText.xml(LabelText.visible(diagram.title)))</h1>
    <p>\(LabelText.xml(LabelText.visible(diagram.summary)))</p>
    </header>
    <form id="tools" role="search" aria-label="\(words.tools)" onsubmit="return false">
    <span class="field"><label for="search">\(words.search)</label>
    <input id="search" type="search" autocomplete="off" aria-describedby="count"></span>
    <span id="filters"></span>
    <span class="zoom" role="group" aria-label="\(words.zoom)">
    <button type="button" id="closer" aria-label="\(words.closer)">+</button>
    <button type="button" id="wider" aria-label="\(words.wider)">−</button>
    <button type="button" id="reset">\(words.all)</button>
    </span>
    <output id="count" aria-live="polite"></output>
    </form>
    <main>
    <div id="stage" tabindex="0" role="application" aria-label="\(words.stage)" aria-describedby="keys">
    \(svg[start...])
    </div>
    <aside id="details" tabindex="-1" aria-live="off" aria-label="\(words.details)"><p>\(words.hint)</p></aside>
    </main>
    <p id="keys">\(words.keys)</p>
    <section id="list" aria-label="\(words.list)" tabindex="-1">
    <h2>\(words.list)</h2>
    <table role="table" aria-label="\(words.list)">
    <thead role="rowgroup"><tr role="row">\(words.columns)</tr></thead>
    <tbody role="rowgroup"></tbody>
    </table>
    </section>
    <noscript><p>\(words.noScript)</p></noscript>
    <script type="application/json" id="data">\(PageParts.data(diagram, words))</script>
    <script>
    \(PageParts.script)
    </script>
    </body>
    </html>

    """
  return Array(page.utf8)
}

/// The words of the page.
struct PageWords {
  let language: Language

  private func say(_ german: String, _ english: String) -> String { Wording(german, english)[language] }

  var skip: String { say("Zur Liste springen", "Skip to the list") }
  var tools: String { say("Suchen und filtern", "Search and filter") }
  var search: String { say("Suche", "Search") }
  var zoom: String { say("Ausschnitt", "Zoom") }
  var closer: String { say("näher", "closer") }
  var wider: String { say("weiter weg", "wider") }
  var all: String { say("alles zeigen", "show all") }
  var stage: String { say("Diagramm", "Diagram") }
  var details: String { say("Einzelheiten", "Details") }
  var hint: String {
    say(
      "Mit dem Zeiger oder den Pfeiltasten etwas auswählen, um mehr zu erfahren; ein Klick oder Eingabe hält es fest.",
      "Choose something with the pointer or the arrow keys to learn more; a click or Enter holds it.")
  }
  var keys: String {
    say(
      "Tastatur im Diagramm: Pfeiltasten gehen zum nächsten Knoten in der Richtung, N der Reihe nach zu den Nachbarn, "
        + "Eingabe hält die Auswahl fest und öffnet beim zweiten Mal die Quelle, + − 0 ändern den Ausschnitt, Esc hebt "
        + "die Auswahl auf. Zeiger: ein Klick hält fest, ein Klick daneben löst; Ziehen verschiebt, Strg mit dem Mausrad "
        + "oder zwei Finger ändern den Ausschnitt.",
      "Keys in the diagram: arrows go to the next node in that direction, N to one neighbour after another, Enter holds "
        + "the choice and opens its source the second time, + − 0 zoom, Esc clears the choice. Pointer: a click holds, a "
        + "click beside lets go; dragging moves, Ctrl with the wheel or two fingers zoom.")
  }
  var list: String { say("Liste", "List") }
  var name: String { say("Name", "Name") }
  var kind: String { say("Art", "Kind") }
  var land: String { say("Land", "Land") }
  var ties: String { say("Beziehungen", "Relationships") }
  /// The head of the list. Roles are said although tables have them: those of one that is stacked in a narrow window get
  /// lost.
  var columns: String {
    [name, kind, land, ties].map { "<th scope=\"col\" role=\"columnheader\">\($0)</th>" }.joined()
  }
  var noScript: String {
    say(
      "Ohne JavaScript bleiben Suche, Filter und Liste aus; das Diagramm ist vollständig.",
      "Without JavaScript there is no search, filter or list; the diagram is complete.")
  }
  var count: String { say("{0} von {1} gezeigt", "{0} of {1} shown") }
  var everything: String { say("alle", "all") }
  var unknown: String { say("ohne Angabe", "unknown") }
  var source: String { say("Quelle", "Source") }
  var also: String { say("auch:", "also:") }
  var example: String { say("erfundenes Beispiel", "invented example") }
  var derived: String { say("abgeleitet, nicht belegt", "derived, no source") }
  func text(for change: Change) -> String {
    switch change {
    case .added: say("neu", "added")
    case .removed: say("weggefallen", "removed")
    case .renamed: say("umbenannt", "renamed")
    }
  }
  var none: String { say("Nichts passt auf Suche und Filter.", "Nothing fits search and filters.") }
}
