import ArgumentParser
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct SuggestCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: Wording(
      """
      Vorschlagen, mit wem ein Akteur neu zusammenarbeiten könnte, wer zu einem Projekt stoßen oder bei einer \
      Herausforderung helfen kann.
      """,
      """
      Suggest new collaborators for an actor, who should join a project, or who can help with a challenge.
      """),
    discussion: Wording(
      """
      Was --for nennt, bestimmt die Frage. Wer schon verbunden ist (eine Beziehung, ein gemeinsames Projekt, beide \
      aktiv bei derselben Veranstaltung), bleibt weg und wird am Ende genannt. --all macht Vorschläge für alle CDOs \
      zugleich, so dass niemand zu oft vorgeschlagen und keine kleine Kommune vergessen wird.
      """,
      """
      What --for names decides the question. Those who are connected already (a relationship, a common project, both \
      active at the same event) are left out and named at the end. --all makes suggestions for every CDO at once, so \
      that nobody is suggested too often and small municipalities are not forgotten.
      """),
    examples: [
      #"cdograph suggest --for "CDO Neuss""#,
      #"cdograph suggest --for "CDO Anhalt-Bitterfeld" --preset complementary --offers OZG"#,
      #"cdograph suggest --for "Kita-Kommunikation Freiburg""#,
      "cdograph suggest --all --limit 3 --cap 2",
    ])

  @OptionGroup var network: NetworkOptions

  @Option(
    name: .customLong("for"),
    help: .words("Akteur, Projekt oder Herausforderung.", "The actor, project or challenge.", .name),
    completion: .custom(Completion.anything))
  var seeker: String?

  @Flag(name: .long, help: .words("Für alle CDOs zugleich vorschlagen.", "Suggest for every CDO at once."))
  var all = false

  @Option(
    name: .long,
    help: .words(
      "Mit --all: wie oft jemand höchstens vorgeschlagen wird. Standard: 3.",
      "With --all: how often anybody is suggested at the most. Default: 3.", .count))
  var cap: Int?

  @OptionGroup var options: SeekerOptions

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = SuggestionFormat.table

  func check() throws {
    try options.check()
    if (seeker == nil) != all { throw ValidationError("say for whom: --for NAME, or --all for every CDO") }
    try check("--cap", cap, atLeast: 1)
    if cap != nil, !all { throw ValidationError("--cap needs --all") }
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    let matchmaker = workspace.matchmaker(year: options.match.year)
    guard let seeker else { return try answerForAll(workspace, matchmaker, language) }
    let answer = matchmaker.suggest(try options.query(for: seeker, in: workspace, language))
    print(
      format.text(SuggestListing(answer: answer, workspace: workspace, language: language).listing), terminator: "")
  }

  private func answerForAll<Graph>(_ workspace: Workspace, _ matchmaker: Matchmaker<Graph>, _ language: Language) throws
  {
    var query = BatchQuery()
    query.preset = try options.match.chosen(in: workspace)
    query.candidates = options.actors ?? .municipal
    query.includesConnected = options.connected
    query.limit = options.limit ?? query.limit
    query.cap = cap ?? query.cap
    do {
      let answer = try ProgressLine.during(Wording("rechnet", "computing")[language]) {
        try matchmaker.suggestAll(query)
      }
      print(
        format.text(BatchListing(answer: answer, workspace: workspace, language: language)), terminator: "")
    } catch {
      throw Failure(exitCode: .limit, "\(error)")
    }
  }
}
