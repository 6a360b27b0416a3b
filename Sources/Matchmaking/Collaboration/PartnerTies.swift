import Foundation

/// How strongly actors are tied by the projects that they share: a symmetric matrix without its diagonal, row by row.
public struct PartnerTies: Sendable {
  /// How shared projects add up to the strength of a tie.
  public struct Measure: Hashable, Sendable {
    /// The years after which a project counts a factor e less; nil where age does not matter.
    public var lifetime: Double?
    /// A project of k members counts 1 / (k - 1) to this power: 1 where everybody's attention is shared out, 0 where a
    /// large project ties as much as a small one.
    public var dilution: Double
    /// Whether a tie is just there or not, however many projects are shared.
    public var isBinary = false

    /// Describes a measure.
    public init(lifetime: Double?, dilution: Double) {
      self.lifetime = lifetime
      self.dilution = dilution
    }

    /// Partners or not.
    public static let binary = {
      var measure = Measure(lifetime: nil, dilution: 0)
      measure.isBinary = true
      return measure
    }()
    /// Projects of the last years count most, shared out among their members.
    public static let recent = Measure(lifetime: 4, dilution: 1)
    /// The same with a short memory.
    public static let latest = Measure(lifetime: 1.5, dilution: 1)
    /// A long memory in which large projects count nearly as much as small ones.
    public static let broad = Measure(lifetime: 8, dilution: 0.5)
  }

  let offsets: [Int]
  let partners: [Int32]
  let strengths: [Double]
  /// The sum of each actor's ties.
  public let totals: [Double]

  /// Adds up the ties.
  ///
  /// - Complexity: O(sum of the squares of the projects' sizes).
  public init(of network: CollaborationNetwork, _ measure: Measure) {
    let freshness = network.freshness(lifetime: measure.lifetime)
    let weights = freshness.indices.map { project in
      freshness[project] / pow(Double(max(1, network.members.length(of: project) - 1)), measure.dilution)
    }
    var offsets = [0]
    var partners: [Int32] = []
    var strengths: [Double] = []
    var row = [Double](repeating: 0, count: network.actorCount)
    for actor in 0..<network.actorCount {
      var touched: [Int32] = []
      for project in network.projects[actor] {
        for partner in network.members[Int(project)] where Int(partner) != actor {
          if row[Int(partner)] == 0 { touched.append(partner) }
          row[Int(partner)] += weights[Int(project)]
        }
      }
      touched.sort()
      for partner in touched {
        partners.append(partner)
        strengths.append(measure.isBinary ? 1 : row[Int(partner)])
        row[Int(partner)] = 0
      }
      offsets.append(partners.count)
    }
    self.offsets = offsets
    self.partners = partners
    self.strengths = strengths
    totals = (0..<network.actorCount).map { strengths[offsets[$0]..<offsets[$0 + 1]].reduce(0, +) }
  }

  /// The partners of an actor, ascending.
  public func partners(of actor: Int) -> ArraySlice<Int32> { partners[offsets[actor]..<offsets[actor + 1]] }

  /// The strengths of the ties to ``partners(of:)``, in the same order.
  public func strengths(of actor: Int) -> ArraySlice<Double> { strengths[offsets[actor]..<offsets[actor + 1]] }

  /// How many partners an actor has.
  public func degree(of actor: Int) -> Int { offsets[actor + 1] - offsets[actor] }

  /// What arrives at each actor when everybody sends its value along every tie, times the strength of the tie.
  ///
  /// - Complexity: O(ties of the actors whose value is not 0).
  public func spread(_ values: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: values.count)
    for actor in values.indices where values[actor] != 0 {
      let value = values[actor]
      for position in offsets[actor]..<offsets[actor + 1] {
        result[Int(partners[position])] += value * strengths[position]
      }
    }
    return result
  }
}
