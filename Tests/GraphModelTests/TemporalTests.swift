import GraphModel
import Testing

@Suite struct TemporalTests {
  @Test(arguments: [
    "2021-03-18", "2000-02-29", "12:00", "23:59:59.5", "2021-03-18T12:00:30", "2021-03-18T12:00Z",
    "2021-03-18T12:00+01:00", "2021-03-18T12:00-03:30", "-0044-03-15",
  ])
  func `what is read is written the same`(text: String) {
    if text.hasPrefix("-") {
      #expect(CalendarDate(year: -44, month: 3, day: 15)?.description == text)
    } else {
      #expect(Temporal(text)?.description == text)
    }
  }

  @Test(arguments: [
    "", "2021", "2021-3-18", "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "24:00", "12:60",
    "12:00:60", "12", "2021-03-18T", "2021-03-18T25:00", "2021-03-18 12:00", "2021-03-18T12:00+1", "２０21-03-18",
    "2021-03-18T12:00+19:00", "12:00:00.", "12:00:00.1234567890",
  ])
  func `what is no day or time is refused`(text: String) {
    #expect(Temporal(text) == nil)
  }

  @Test func `maps are ordered by key and the later of two pairs counts`() {
    let map = ValueMap([("b", .integer(1)), ("a", .integer(2)), ("b", .integer(3))])
    #expect(map.entries.map(\.key) == ["a", "b"])
    #expect(map["b"] == .integer(3) && map["c"] == nil)
    #expect(Value.map(map).description == "{a: 2, b: 3}")
  }
}
