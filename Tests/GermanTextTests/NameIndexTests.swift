import GermanText
import Testing

@Suite struct NameIndexTests {
  static let index = NameIndex([
    place("muenster", ["Münster", "Münster, Stadt"], 320_946, "05515000"),
    place("muenster-hessen", ["Münster (Hessen)"], 14_566, "06432015"),
    place("muenster-bayern", ["Münster"], 1_204, "09779187"),
    place("muenstermaifeld", ["Münstermaifeld", "Münstermaifeld, Stadt"], 3_443, "07137501"),
    place("senden-nrw", ["Senden"], 20_895, "05558044"),
    place("senden-bayern", ["Senden", "Senden, St"], 22_896, "09775152"),
    place("neuss", ["Neuss", "Neuss, Stadt"], 154_139, "05162024"),
    place("rhein-kreis-neuss", ["Rhein-Kreis Neuss"], 457_264, "05162"),
    place("harz", ["Landkreis Harz", "Harz"], 210_381, "15085"),
    place("harztor", ["Harztor"], 7_474, "16062065"),
    place("fuerth", ["Fürth"], 131_433, "09563000"),
    place("landkreis-fuerth", ["Landkreis Fürth", "Fürth"], 119_923, "09573"),
    place("kirchheim", ["Kirchheim b.München"], 12_714, "09184131"),
    place("kirchheim-teck", ["Kirchheim unter Teck"], 41_907, "08116033"),
    place("kirchheim-ries", ["Kirchheim"], 2_296, "09679153"),
    place("frankfurt", ["Frankfurt am Main", "Frankfurt am Main, Stadt"], 773_068, "06412000"),
    place("frankfurt-oder", ["Frankfurt (Oder)"], 58_230, "12053000"),
    place("weiden", ["Weiden i.d.OPf."], 42_743, "09363000"),
    place("bad-homburg", ["Bad Homburg v. d. Höhe"], 54_795, "06434001"),
    place("cottbus", ["Cottbus/Chóśebuz"], 99_515, "12052000"),
    place("hamburg", ["Hamburg", "Hamburg, Freie und Hansestadt"], 1_892_122, "02000000"),
    place("norderstedt", ["Norderstedt", "Norderstedt, Stadt"], 81_880, "01060063"),
    topic("ozg", ["Onlinezugangsgesetz", "Online Access Act", "OZG"]),
    topic("ozg-themenfeld", ["OZG-Themenfelder"]),
    topic("e-government", ["Verwaltungsdigitalisierung", "E-Government"]),
    topic("smart-city", ["Smart City"]),
    topic("buergerbeteiligung", ["Bürgerbeteiligung", "Beteiligung im Netz"]),
    actor("cdo-norderstedt", ["CDO der Stadt Norderstedt"]),
    actor("cdo-neuss", ["CDO der Stadt Neuss"]),
    actor("stadt-muenster", ["Stadt Münster"]),
    actor("bbsr", ["Bundesinstitut für Bau-, Stadt- und Raumforschung"]),
    place("hagen", ["Hagen", "Hagen, Stadt der FernUniversität"], 189_783, "05914000"),
    place("hagen-holstein", ["Hagen"], 430_000, "01060028"),
    actor("d21", ["Initiative D21 e. V."]),
    actor("cisco", ["Cisco Systems GmbH"]),
    actor("mpsc", ["Modellprojekte Smart Cities"]),
    actor("mpsc-ulm", ["Modellprojekt Smart Cities Ulm"]),
    actor("mpsc-kiel", ["Modellprojekt Smart Cities Kiel"]),
  ])

  @Test(arguments: [
    ("OZG", "ozg"), ("Onlinezugangsgesetz", "ozg"), ("onlinezugang", "ozg"), ("online access act", "ozg"),
    ("Neuss", "neuss"), ("NEUSS!", "neuss"), ("05162024", "neuss"), (" 05162024 ", "neuss"), ("CDO-Neuss", "cdo-neuss"),
    ("CDO Norderstedt", "cdo-norderstedt"), ("Norderstedt CDO", "cdo-norderstedt"),
    ("die CDO von Norderstedt", "cdo-norderstedt"), ("E Government", "e-government"), ("eGovernment", "e-government"),
    ("Initiative D21", "d21"), ("Initiative D21 e.V.", "d21"), ("Cisco Systems", "cisco"),
    ("Beteiligung", "buergerbeteiligung"),
    ("Modellprojekt Smart Cities", "mpsc"), ("Kiel Smart Cities", "mpsc-kiel"), ("Stadt Münster", "stadt-muenster"),
    ("smartcity", "smart-city"),
  ]) func `one thing of any group is meant`(query: String, key: String) {
    #expect(Self.index.find(query).one == key)
  }

  @Test(arguments: [
    ("Muenster", "muenster", ["muenster-hessen", "muenster-bayern"]),
    ("münster", "muenster", ["muenster-hessen", "muenster-bayern"]),
    ("MÜNSTER", "muenster", ["muenster-hessen", "muenster-bayern"]),
    ("Stadt Münster", "muenster", ["muenster-hessen", "muenster-bayern"]),
    ("Münster, Stadt", "muenster", []),
    ("Gemeinde Münster", "muenster-hessen", ["muenster", "muenster-bayern"]),
    ("Münster Hessen", "muenster-hessen", []),
    ("Kreis Harz", "harz", []), ("LK Harz", "harz", []), ("Lkr. Harz", "harz", []), ("Harz, Landkreis", "harz", []),
    ("Harz", "harz", []), ("Stadt Senden", "senden-bayern", ["senden-nrw"]),
    ("Gemeinde Senden", "senden-nrw", ["senden-bayern"]), ("Kreis Neuss", "rhein-kreis-neuss", []),
    ("Fürth", "fuerth", ["landkreis-fuerth"]), ("Kreis Fürth", "landkreis-fuerth", []),
    ("Kirchheim bei München", "kirchheim", []), ("Kirchheim b. München", "kirchheim", []),
    ("Frankfurt", "frankfurt", ["frankfurt-oder"]), ("Frankfurt/M", "frankfurt", []),
    ("Frankfurt a. M.", "frankfurt", []), ("Frankfurt a.Main", "frankfurt", []),
    ("Weiden in der Oberpfalz", "weiden", []), ("Bad Homburg vor der Höhe", "bad-homburg", []),
    ("Bad Homburg", "bad-homburg", []), ("Chosebuz", "cottbus", []), ("Cottbus", "cottbus", []),
    ("Stadt Hagen", "hagen", ["hagen-holstein"]), ("Freie und Hansestadt Hamburg", "hamburg", []),
    ("Hansestadt Hamburg", "hamburg", []),
  ]) func `one place is meant`(query: String, key: String, others: [String]) {
    #expect(Self.index.find(query, in: ["Place"]) == .one(key, others: others))
  }

  @Test(arguments: [
    ("Senden", ["senden-bayern", "senden-nrw"]),
    ("Kirchheim", ["kirchheim-teck", "kirchheim", "kirchheim-ries"]),
    ("Smart Cities Modellprojekt K", []),
  ]) func `nothing decides`(query: String, keys: [String]) {
    let expected: NameMatch<String> = keys.isEmpty ? .one("mpsc-kiel", others: []) : .several(keys)
    #expect(Self.index.find(query) == expected)
  }

  @Test func `unknown names have neighbours`() {
    #expect(Self.index.find("ozgg").nearest.first == "ozg")
    #expect(Self.index.find("Norderstett").nearest == ["norderstedt", "cdo-norderstedt"])
    #expect(Self.index.find("CDO Norderstett").nearest.contains("cdo-norderstedt"))
    #expect(Self.index.find("Münzter", in: ["Place"]).nearest.first == "muenster")
    #expect(Self.index.find("Quarkbällchen") == .none(nearest: []))
  }

  @Test(arguments: ["", " ", "…", "?!-.,", "🏙️", "\u{301}"]) func `texts without words mean nothing`(query: String) {
    #expect(Self.index.find(query) == .none(nearest: []))
  }

  @Test func `what follows a comma is not always a designation`() {
    #expect(Self.index.find("Bundesinstitut für Bau, Stadt und Raumforschung").one == "bbsr")
    #expect(Self.index.find("Stadt Bundesinstitut Bau").one == "bbsr")
    #expect(Self.index.find("Hagen Stadt").one == nil)
  }

  @Test func `groups restrict the search`() {
    #expect(Self.index.find("OZG", in: ["Place"]).one == nil)
    #expect(Self.index.find("OZG", in: ["Nothing"]) == .none(nearest: []))
    #expect(Self.index.find("OZG", in: []) == .none(nearest: []))
    #expect(Self.index.find("05162024", in: ["Topic"]).one == nil)
  }

  @Test func `odd entries do no harm`() {
    let index = NameIndex([
      NameEntry(key: 1, group: "A", names: []), NameEntry(key: 2, group: "A", names: ["", "…", "Zwei"]),
      NameEntry(key: 3, group: "A", names: ["Zwei"], weight: .nan), NameEntry(key: 3, group: "B", names: ["Zwei"]),
      NameEntry(key: 4, group: "A", names: ["Stadt"], codes: ["", "V4"], weight: -7),
    ])
    #expect(index.find("zwei") == .several([2, 3]))
    #expect(index.find("v4") == .one(4, others: []))
    #expect(index.find("Stadt") == .one(4, others: []))
    #expect(index.find("der die das") == .none(nearest: []))
    #expect(NameIndex<Int>([]).find("zwei") == .none(nearest: []))
  }

  @Test(arguments: ["Senden", "Kirchheim", "Harz", "mpsc", "ozgg", "Smart"])
  func `the order of entries does not matter`(
    query: String
  ) {
    let entries = ["c", "a", "b"].map { NameEntry(key: $0, group: "G", names: ["\(query) \($0)\($0)", query]) }
    #expect(NameIndex(entries).find(query) == NameIndex(entries.reversed()).find(query))
    #expect(NameIndex(entries).find(query) == .several(["a", "b", "c"]))
  }
}

private func place(_ key: String, _ names: [String], _ weight: Double, _ ags: String) -> NameEntry<String> {
  NameEntry(key: key, group: "Place", names: names, codes: [ags], weight: weight)
}

private func topic(_ key: String, _ names: [String]) -> NameEntry<String> {
  NameEntry(key: key, group: "Topic", names: names, codes: [key])
}

private func actor(_ key: String, _ names: [String]) -> NameEntry<String> {
  NameEntry(key: key, group: "Actor", names: names, codes: [key])
}

extension NameMatch {
  fileprivate var one: Key? { if case .one(let key, _) = self { key } else { nil } }
  fileprivate var nearest: [Key] { if case .none(let nearest) = self { nearest } else { [] } }
}
