import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// What was made up is marked wherever it is said of real ones.
@Suite struct ExampleMarkTests {
  /// Offers and needs stand in the examples only, so every one that a reason names is marked, with its source.
  @Test func `every offer and need of the examples is marked in each reason`() throws {
    let workspace = try Networks.withExamples.get()
    let real = try Networks.own.get().graph
    let isNeutral = real.nodes(with: .actor).allSatisfy { actor in
      real.neighbors(of: actor, .outgoing, .offers).isEmpty && real.neighbors(of: actor, .outgoing, .needs).isEmpty
    }
    #expect(isNeutral)
    let matchmaker = workspace.matchmaker()
    var marked = 0
    for preset in ["complementary", "learn-from"].compactMap(matchmaker.settings.preset(named:)) {
      for seeker in workspace.graph.nodes(with: .cdo) {
        let view = matchmaker.perspective(of: seeker, preset: preset)
        for actor in matchmaker.actors {
          let suggestion = view.suggestion(for: actor)
          let reason = suggestion.reason(in: workspace.graph, .german)
          for beginning in ["Bietet, was gesucht wird: ", "Arbeitet an dem, was", "Sucht, was gegeben werden kann: "] {
            guard let sentence = reason.components(separatedBy: ". ").first(where: { $0.hasPrefix(beginning) }) else {
              continue
            }
            marked += 1
            let isUnmarked = sentence.contains("“, „") || sentence.contains("“), „")
            #expect(!isUnmarked, "\(sentence)")
            #expect(sentence.contains("“ [Beispiel]") || sentence.contains(") [Beispiel]"), "\(sentence)")
            #expect(workspace.sources(of: suggestion).contains { $0.hasPrefix("Beispiel: erfunden") }, "\(sentence)")
            #expect(suggestion.restsOnExamples(in: workspace.graph))
          }
        }
      }
    }
    #expect(marked > 100)
  }

  @Test func `without examples nothing is marked`() throws {
    let workspace = try Networks.own.get()
    let matchmaker = workspace.matchmaker()
    for seeker in workspace.graph.nodes(with: .cdo) {
      let view = matchmaker.perspective(of: seeker, preset: matchmaker.settings.similar)
      for actor in matchmaker.actors {
        let suggestion = view.suggestion(for: actor)
        #expect(!suggestion.reason(in: workspace.graph, .german).contains("[Beispiel]"))
        #expect(!suggestion.restsOnExamples(in: workspace.graph))
      }
    }
  }

  /// A statement that a real record makes too is no example, however many made-up ones say the same.
  @Test(arguments: [([true], true), ([true, true], true), ([true, false], false), ([false], false)])
  func `what a real record says too is not marked`(madeUp: [Bool], isMarked: Bool) throws {
    var graph = PropertyGraph()
    let (seeker, actor) = (graph.addNode([.actor]), graph.addNode([.actor]))
    let topic = graph.addNode([.topic], [(.name, .string("Breitband")), ("labelEn", .string("Broadband"))])
    graph.addEdge(.needs, from: seeker, to: topic)
    for isExample in madeUp {
      graph.addEdge(.offers, from: actor, to: topic, isExample ? [(.example, .boolean(true))] : [])
    }
    let matchmaker = Matchmaker(graph)
    let suggestion = matchmaker.score(of: actor, for: seeker, preset: matchmaker.settings.similar)
    let mark = isMarked ? " [Beispiel]" : ""
    #expect(suggestion.reason(in: graph, .german).hasPrefix("Bietet, was gesucht wird: „Breitband“\(mark)."))
    #expect(suggestion.reason(in: graph, .english).contains("“Broadband”"))
    #expect(suggestion.exchangeText(in: graph, .german).contains("[Beispiel]") == isMarked)
  }
}
