/// What a word does in a name.
enum WordRole: Equatable {
  /// It names something.
  case content
  /// It may be missing: articles and the like.
  case particle
  /// It may be missing, and begins an addition such as "am Main".
  case preposition
  /// It says that the thing is a district ("Landkreis"); districts are something else than their towns, so it stays.
  case district
  /// It is part of a designation such as "Freie und Hansestadt", but none alone.
  case modifier
  /// It is a designation of a town, a municipality, a market, or one that says nothing of the kind (sea resorts).
  case designation(Designation)
  /// It is a legal form such as "GmbH".
  case legalForm

  /// Whether names are alike when only one has the word.
  var isOptional: Bool {
    switch self {
    case .content, .district: false
    case .particle, .preposition, .modifier, .designation, .legalForm: true
    }
  }

  /// The designation that the word is.
  var designation: Designation? { if case .designation(let designation) = self { designation } else { nil } }
}

/// What a place is called besides its name.
enum Designation: UInt8 {
  case resort = 0
  case town = 1
  case municipality = 2
  case market = 4
  case district = 8
}

/// The one spelling and the role of the words that matter in German names of places and bodies.
///
/// Abbreviations are those that the municipal register uses ("b.München", "i.d.OPf.", "Hann. Münden").
enum NameLexicon {
  /// The spelling that stands for all spellings of a word, and its role; a word that is not in the lexicon stands for
  /// itself.
  static func meaning(of word: String) -> (canonical: String, role: WordRole) { entries[word] ?? (word, .content) }

  private static let entries: [String: (canonical: String, role: WordRole)] = {
    var entries: [String: (canonical: String, role: WordRole)] = [:]
    func add(_ role: WordRole, _ lines: [String]) {
      for line in lines {
        let spellings = line.split(separator: " ").map(String.init)
        for spelling in spellings { entries[spelling] = (spellings[0], role) }
      }
    }
    // In each line the first spelling stands for all.
    add(.preposition, ["an a am", "in i im", "bei b beim", "von v vor vom", "ob o", "unter", "auf"])
    add(.particle, ["der d die das den dem des", "und u", "fuer", "zu zur zum", "mit", "ein eine einer eines"])
    add(.district, ["landkreis kreis kreises landkreises lk lkr"])
    add(.modifier, ["freie freien", "hanse", "grosse grossen", "kreisfreie kreisfreien", "kreisangehoerige"])
    add(.modifier, ["universitaets", "hochschul"])
    add(.designation(.town), towns)
    add(.designation(.municipality), ["gemeinde", "ortsgemeinde", "einheitsgemeinde"])
    add(.designation(.market), ["markt", "marktgemeinde", "marktflecken", "flecken"])
    add(.designation(.resort), ["ostseebad", "nordseebad", "seebad", "ostseeheilbad", "nordseeheilbad"])
    add(.legalForm, ["ev", "e", "ggmbh", "gmbh", "mbh", "gug", "ug", "ag", "eg", "kg", "gbr", "aoer"])
    add(.content, ["sankt st sct", "heilig hl", "bayern bay", "sachsen sa", "saechsische saechs", "thueringer thuer"])
    add(.content, ["erzgebirge erzgeb", "vogtland vogtl", "oberpfalz opf", "oberfranken ofr", "unterfranken ufr"])
    add(.content, ["mittelfranken mfr", "westfalen westf", "schwaben schw", "rheinland rhld", "odenwald odw"])
    add(.content, ["hannoversch hann", "oberlausitz olausitz"])
    return entries
  }()

  private static let towns = [
    "stadt", "hansestadt", "landeshauptstadt", "bundesstadt", "universitaetsstadt", "hochschulstadt", "kreisstadt",
    "lutherstadt", "wissenschaftsstadt", "bergstadt", "gkst",
  ]
}
