/// The most that pairs are worth when nobody meets more others than there are seats, and no more pairs meet than there is
/// room for: an upper bound by prices.
///
/// Each person asks a price for a seat, and the house one for a pair. Whatever the prices are, no choice of pairs is worth more than
/// all seats and all room at their prices and what pairs are worth beyond the prices they pay: the dual of the linear programme.
/// Prices are moved towards the smallest such sum by subgradients.
///
/// - SeeAlso: M. Held, P. Wolfe, H. P. Crowder, "Validation of subgradient optimization", Math. Program. 6 (1974) 62,
///   doi:10.1007/BF01580223.
struct MeetingPrices {
  private let pairs: [WeightedPair<Double>]
  private let seats: [Int]
  private let room: Int
  /// What a seat of each person costs; the last is what a pair pays the house.
  private var prices: [Double]

  /// No choice is worth more.
  private(set) var bound: Double

  /// Looks for prices.
  ///
  /// - Parameter pairs: Pairs with what they are worth, above 0.
  /// - Complexity: O(pairs · rounds), with 300 rounds, fewer where there are more than 30,000 pairs.
  init(_ pairs: [WeightedPair<Double>], seats: [Int], room: Int) {
    (self.pairs, self.seats, self.room) = (pairs, seats, room)
    prices = []
    bound = .infinity
    let house = MeetingPrices.price(pairs.map(\.weight), room)
    var byPerson = [[Double]](repeating: [], count: seats.count)
    for pair in pairs {
      byPerson[pair.first].append(pair.weight)
      byPerson[pair.second].append(pair.weight)
    }
    let halves = seats.indices.map { MeetingPrices.price(byPerson[$0], seats[$0]) / 2 }
    // Only the house, or only people: each is the whole answer where the other does not matter.
    let starts = [seats.map { _ in 0 } + [house], halves + [0]]
    let values = starts.map { value(at: $0).sum }
    (prices, bound) = values[0] <= values[1] ? (starts[0], values[0]) : (starts[1], values[1])
    descend(rounds: max(20, min(300, 9_000_000 / max(1, pairs.count))))
    // What is lost to rounding must not make the bound too small; a sum of whole numbers is whole.
    let slack = 1e-9 * (1 + bound)
    bound = pairs.allSatisfy { $0.weight == $0.weight.rounded() } ? (bound + slack).rounded(.down) : bound + slack
  }

  /// The price at which only so many of some values are taken.
  private static func price(_ values: [Double], _ count: Int) -> Double {
    values.count > count ? values.sorted(by: >)[count] : 0
  }

  /// What all pay at some prices, and how demand differs from what there is.
  private func value(at prices: [Double]) -> (sum: Double, slope: [Double]) {
    let house = prices[seats.count]
    var slope = seats.map(Double.init) + [Double(room)]
    var sum = 0.0
    for position in prices.indices { sum += prices[position] * slope[position] }
    for pair in pairs {
      let rest = pair.weight - prices[pair.first] - prices[pair.second] - house
      guard rest > 0 else { continue }
      sum += rest
      slope[pair.first] -= 1
      slope[pair.second] -= 1
      slope[seats.count] -= 1
    }
    return (sum, slope)
  }

  /// Steps of Polyak's length towards a little less than the best sum so far; the less, the longer nothing was gained.
  private mutating func descend(rounds: Int) {
    var current = prices
    var ambition = 0.05
    var idle = 0
    for _ in 0..<rounds {
      let (sum, slope) = value(at: current)
      if sum < bound - 1e-9 * (1 + bound) {
        (bound, prices, idle) = (sum, current, 0)
      } else {
        idle += 1
      }
      if idle == 12 { (ambition, idle, current) = (ambition / 2, 0, prices) }
      let length = slope.reduce(0) { $0 + $1 * $1 }
      if length == 0 { return }
      let step = (sum - bound * (1 - ambition)) / length
      for position in current.indices { current[position] = max(0, current[position] - step * slope[position]) }
    }
  }
}
