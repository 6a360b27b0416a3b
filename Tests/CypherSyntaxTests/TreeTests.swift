import CypherSyntax
import Testing

@Suite("Places in a statement")
struct SourceRangeTests {
  @Test("The union of two places holds both")
  func union() {
    #expect(SourceRange(3, 5).union(SourceRange(1, 4)) == SourceRange(1, 5))
  }
}
