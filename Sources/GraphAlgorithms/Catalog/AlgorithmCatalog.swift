public import GraphModel

/// Every algorithm that can be called by name, sorted by name: `cdograph run`, help and completion read this list.
public enum AlgorithmCatalog {
  /// The procedures.
  public static let all: [Procedure] = []
}
