import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test(arguments: try GoldenCase.all(under: "Tests/GoldenTests/Cases/commands"))
  func commands(golden: GoldenCase) throws {
    let difference = try golden.difference()
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: try GoldenCase.all(under: "Tests/GoldenTests/Cases/interchange"))
  func interchange(golden: GoldenCase) throws {
    let difference = try golden.difference()
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: try GoldenCase.all(under: "Tests/GoldenTests/Cases/faults"))
  func faults(golden: GoldenCase) throws {
    let difference = try golden.difference()
    #expect(difference == nil, "\(difference ?? "")")
  }
}
