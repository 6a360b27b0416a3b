import GermanText
import TestSupport
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("OZG", "ozgg", 1), ("Müller", "Mueller", 0), ("Neuss", "Nuess", 1), ("ca", "abc", 3), ("", "abc", 3), ("", "", 0),
    ("Norderstedt", "Nordersted", 1), ("kitten", "sitting", 3), ("abcd", "badc", 2), ("🏙️", "", 2),
  ]) func `known distances`(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(left, right, limit: distance) == distance)
    #expect(editDistance(left, right, limit: distance - 1) == nil)
  }

  @Test(arguments: UInt64(0)..<20) func `laws hold for random words`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let words = (0..<3).map { _ in randomWord(of: "abcé", upTo: 9, using: &generator) }
      let (left, right, third) = (words[0], words[1], words[2])
      let distance = try #require(editDistance(left, right))
      #expect(distance == reference(left, right, swaps: true), "\(left) \(right)")
      #expect(editDistance(right, left) == distance)
      #expect((distance == 0) == (folded(left) == folded(right)))
      for limit in 0...10 {
        #expect(editDistance(left, right, limit: limit) == (distance <= limit ? distance : nil), "\(left) \(right)")
      }
      // A swap counts once instead of twice, so the triangle inequality holds up to a factor of 2.
      let plain = reference(left, right, swaps: false)
      #expect(distance <= plain && plain <= 2 * distance)
      let detour = try #require(editDistance(left, third)) + (try #require(editDistance(third, right)))
      #expect(distance <= 2 * detour)
    }
  }

  @Test func `a detour can be shorter`() {
    #expect(editDistance("ca", "ac") == 1)
    #expect(editDistance("ac", "abc") == 1)
    #expect(editDistance("ca", "abc") == 3)
  }

  @Test func `near spellings come in order`() {
    let words = ["Bayern", "Hessen", "Niedersachsen", "Sachsen", "Sachsen-Anhalt", "Hamburg", "Hessen"]
    #expect(nearest(to: "Hesen", among: words) == ["Hessen"])
    #expect(nearest(to: "sachsen", among: words) == ["Sachsen", "Sachsen-Anhalt", "Niedersachsen"])
    #expect(nearest(to: "sachsen", among: words, limit: 1) == ["Sachsen"])
    #expect(nearest(to: "Hmaburg", among: words) == ["Hamburg"])
    #expect(nearest(to: "Quux", among: words).isEmpty)
    #expect(nearest(to: "", among: words).isEmpty)
    #expect(nearest(to: "x", among: ["y", ""]).isEmpty)
    #expect(nearest(to: "bat", among: ["rat", "cat", "bat"]) == ["bat", "cat", "rat"])
  }

  /// The whole table, as the textbook fills it.
  private func reference(_ left: String, _ right: String, swaps: Bool) -> Int {
    let (left, right) = (Array(folded(left).unicodeScalars), Array(folded(right).unicodeScalars))
    var table = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
    for row in 0...left.count {
      table[row][0] = row
      for column in 0...right.count where row > 0 && column > 0 {
        let replaced = table[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        table[row][column] = min(replaced, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if swaps, row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }
}
