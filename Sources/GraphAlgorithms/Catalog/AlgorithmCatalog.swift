public import GraphModel

/// Every algorithm that can be called by name: `cdograph run`, help and completion read this list.
public enum AlgorithmCatalog {
  /// The procedures, sorted by name.
  public static let all: [Procedure] = [
    .articleRank, .betweenness, .brokerage, .closeness, .degree, .eigenvector, .harmonic, .hubsAndAuthorities, .katz,
    .pageRank, .personalizedPageRank, .structuralHoles,
    .articulationPoints, .assortativity, .biconnectedComponents, .bipartition, .bridges, .clustering, .coreNumbers,
    .cycle, .cycleBasis, .distances, .eccentricity, .externalInternalIndex, .maximalCliques, .strongComponents,
    .summary, .topologicalOrder, .weakComponents,
    .asynchronousLabelPropagation, .communityQuality, .labelPropagation, .leiden, .louvain, .fastRandomProjection,
    .assignment, .stableMatching, .colouring, .dominatingSet, .maximumBipartiteMatching, .maximumFlow,
    .maximumWeightMatching,
    .minimumSpanningForest, .steinerTree, .tablePlan, .similarProperties, .minimumCostFlow,
    .allShortestPaths, .allSimplePaths, .breadthFirst, .cheapestPaths, .depthFirst, .guidedPath, .shortestPath,
    .signedDistances,
    .balancedPartition, .intersectionGraph, .nearestByWalk,
    .katzIndex, .linkPrediction, .localPaths, .randomWalkWithRestart, .similarNeighborhoods, .simRank,
  ].sorted { $0.name < $1.name }
}
