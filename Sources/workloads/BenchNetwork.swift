import GraphAlgorithms
import GraphModel
import GraphStore
import NetworkFiles
import Synchronization

/// The data of a run: the graph is loaded when a workload first asks for it, and then shared.
final class Bench: Sendable {
  let folder: String
  let execution: Execution
  private let loaded = Mutex<BenchNetwork?>(nil)

  init(folder: String, threads: Int) {
    self.folder = folder
    execution = Execution(threads: threads)
  }

  var network: BenchNetwork {
    get throws {
      try loaded.withLock { loaded in
        if let loaded { return loaded }
        let network = try BenchNetwork(folder: folder)
        loaded = network
        return network
      }
    }
  }
}

/// The generated network in the forms that the definitions of the workloads name.
struct BenchNetwork: Sendable {
  /// The graph that was loaded, with an index of the ids of every label.
  let graph: PropertyGraph
  let scale: Scale
  /// The id of each vertex of ``whole``: actors, municipalities, projects, topics, each ascending.
  let ids: [String]
  let actorCount: Int
  /// U: everything, without directions; the weights of ``costs`` are what W5 and W6 count.
  let whole: CompressedGraph
  let costs: CompressedGraph
  /// U-: without topics. Its vertices are the first ones of U.
  let withoutTopics: CompressedGraph
  /// The topics of each actor with weights 1...1000.
  let coverage: Memberships
  /// The topics and the projects of each actor.
  let interests: Memberships
  /// The projects of each actor.
  let projects: Memberships

  init(folder: String) throws {
    let graph = try loadNetwork(folders: [folder], kinds: SyntheticNetwork.kinds).graph
    self.graph = graph
    let groups = (["Actor", "Municipality", "Project", "Topic"] as [Label]).map { graph.nodes(with: $0) }
    let nodes = groups.flatMap(\.self)
    precondition(nodes.map(\.index) == Array(0..<nodes.count), "nodes stand in the global order")
    scale = Scale(municipalities: groups[1].count)
    ids = nodes.map { graph.value("id", of: $0)?.text ?? "" }
    actorCount = groups[0].count
    let edges = BenchEdges(graph)
    let all = edges.ends
    whole = CompressedGraph(vertexCount: nodes.count, edges: all, isDirected: false)
    costs = CompressedGraph(vertexCount: nodes.count, edges: all, weights: edges.costs, isDirected: false)
    let firstTopic = nodes.count - groups[3].count
    withoutTopics = CompressedGraph(
      vertexCount: firstTopic, edges: all.filter { $0.0 < firstTopic && $0.1 < firstTopic }, isDirected: false)
    let covers = edges.positions(of: "COVERS")
    let works = edges.positions(of: "WORKS_ON")
    let actors = groups[0].count
    func sets(_ positions: [Int], weights: [Double] = []) -> Memberships {
      Memberships(
        setCount: actors, itemCount: nodes.count, pairs: positions.map { (all[$0].0, all[$0].1) }, weights: weights)
    }
    coverage = sets(covers, weights: covers.map { Double(edges.thousandths[$0]) })
    interests = sets(covers + works)
    projects = sets(works)
  }
}

/// The edges of the network in the order of their ids.
private struct BenchEdges {
  private(set) var ends: [(Int, Int)] = []
  private(set) var costs: [Double] = []
  /// The weight in thousandths; 0 where an edge has none.
  private(set) var thousandths: [Int] = []
  private var types: [EdgeType] = []

  init(_ graph: PropertyGraph) {
    for edge in graph.edges {
      let (source, target) = graph.ends(of: edge)
      let type = graph.type(of: edge)
      let weight = Int(((graph.value("weight", of: edge)?.number ?? 0) * 1000).rounded())
      ends.append((source.index, target.index))
      types.append(type)
      thousandths.append(weight)
      costs.append(Double(Self.cost(type, weight, graph.value("role", of: edge)?.text)))
    }
  }

  func positions(of type: EdgeType) -> [Int] { types.indices.filter { types[$0] == type } }

  private static func cost(_ type: EdgeType, _ weight: Int, _ role: String?) -> Int {
    switch type {
    case "WORKS_FOR": 2
    case "WORKS_ON": ["lead": 2, "partner": 3, "funder": 4, "advisor": 5][role ?? ""] ?? 0
    case "LOCATED_IN": 4
    case "BROADER": 5
    case "NEIGHBOUR_OF": 6
    default: 5 + (1000 - weight) / 100
    }
  }
}
