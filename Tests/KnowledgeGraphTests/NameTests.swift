import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkVocabulary
import TestSupport
import Testing

/// What people type, and the record that it means in the project's own data.
@Suite struct NameTests {
  let workspace: Workspace

  init() throws { workspace = try Networks.own.get() }

  static let names: [(text: String, labels: [Label], id: String)] = [
    ("OZG", [], "ozg"), ("Onlinezugangsgesetz", [], "ozg"), ("onlinezugang", [], "ozg"), ("OZG-Umsetzung", [], "ozg"),
    ("Muenster", [], "muenster-05515000"), ("münster", [], "muenster-05515000"),
    ("MÜNSTER", [], "muenster-05515000"), ("Stadt Münster", [.municipality], "muenster-05515000"),
    ("Kreis Harz", [.municipality], "landkreis-harz-15085"), ("LK Harz", [.municipality], "landkreis-harz-15085"),
    ("05162024", [], "neuss-05162024"), ("CDO Norderstedt", [], "cdo-norderstedt"), ("CDO Neuss", [], "cdo-neuss"),
    ("cdo der stadt neuss", [], "cdo-neuss"), ("CDO Anhalt-Bitterfeld", [], "cdo-anhalt-bitterfeld"),
    ("Münsterhack", [], "muensterhack"), ("Civitas Connect", [], "civitas-connect"), ("D21", [], "initiative-d21"),
    ("UpdateDeutschland", [], "updatedeutschland"), ("Vernetzung", [.topic], "wissenstransfer"),
    ("smarte Quartiere", [], "smartes-quartier"), ("digitale Transformation", [.topic], "digitalisierung-kommune"),
    ("Open Social Innovation", [], "open-social-innovation"), ("Hackathon", [], "hackathon"),
    ("Luftqualität", [], "luftqualitaet"), ("Smart City", [.topic], "smart-city"),
    ("digitale Teilhabe", [.topic], "digitale-teilhabe"), ("Breitband", [.topic], "breitband"),
    ("Umwelt", [.topic], "umwelt"), ("Digitalisierungsbeauftragte:r Neuss", [], "cdo-neuss"),
    ("Digitalisierungsbeauftragter Fürth", [.actor], "cdo-fuerth"), ("CDO*in Kiel", [.actor], "cdo-kiel"),
    ("Digitalisierungsbeauftragte/r Norderstedt", [], "cdo-norderstedt"),
    ("Digitalbeauftragte Kiel", [.actor], "cdo-kiel"), ("Chief Digital Officerin Bonn", [.actor], "cdo-bonn"),
    ("Onlinezugangsgesetzes", [], "ozg"), ("Verwaltungsdigitalisierungen", [], "verwaltungsdigitalisierung"),
    ("Hackathons", [], "hackathon"), ("Datenplattformen", [.topic], "datenplattform"),
    ("Breitbandausbauförderung", [.topic], "breitband"), ("Luftqualitätsmessung", [], "luftqualitaet"),
    ("Bürger:innenbeteiligung", [.topic], "buergerbeteiligung"),
    ("BürgerInnenbeteiligung", [.topic], "buergerbeteiligung"),
    ("Bürgerbeteiligungsplattform", [.topic], "buergerbeteiligung"), ("ePartizipation", [], "buergerbeteiligung"),
    ("KI", [.topic], "ki"), ("DMS", [.topic], "e-akte"),
    ("Kirchheim bei München", [.municipality], "kirchheim-b-muenchen-09184131"),
  ]

  @Test(arguments: names.indices) func `names lead to what is meant`(index: Int) throws {
    let (text, labels, id) = Self.names[index]
    do throws(NameError) {
      let found = try workspace.node(named: text, among: labels).node
      #expect(workspace.graph.value(.id, of: found) == .string(id), "\(text)")
    } catch {
      Issue.record("\(error.message(in: workspace, .english))")
    }
  }

  @Test func `an ambiguous name lists its candidates, an unknown one the nearest`() throws {
    #expect(message("Senden", [.municipality])?.contains("senden-05558044") == true)
    #expect(message("Senden", [.municipality])?.contains("can mean 2 things") == true)
    #expect(message("ozgg", [.topic])?.split(separator: "\n").contains { $0.hasSuffix(" ozg") } == true)
    #expect(message("Nordrstedt", [.municipality])?.contains("Norderstedt") == true)
    for nothing in ["", "   ", "!?", "🙂", "qqqqqqqqqq"] {
      #expect(message(nothing, [])?.hasPrefix("unknown name") == true, "\(nothing)")
    }
  }

  /// Every record can be found by its own id, and every topic by each of its names.
  @Test func `ids and topic names are unambiguous`() throws {
    let graph = workspace.graph
    for node in graph.nodes where !graph.has(.municipality, node) {
      let id = try #require(graph.value(.id, of: node)?.text)
      #expect(try workspace.node(named: id).node == node, "\(id)")
    }
    for topic in graph.nodes(with: .topic) {
      let names = ["labelDe", "labelEn", "altLabels"].compactMap { graph.value(PropertyKey($0), of: topic) }
      for name in names.flatMap({ value in value.text.map { [$0] } ?? value.texts }) {
        #expect((try? workspace.node(named: name, among: [.topic]).node) == topic, "\(name)")
      }
    }
  }

  private func message(_ name: String, _ labels: [Label]) -> String? {
    do throws(NameError) {
      _ = try workspace.node(named: name, among: labels)
      return nil
    } catch {
      return error.message(in: workspace, .english)
    }
  }
}
