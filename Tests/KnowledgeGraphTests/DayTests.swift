import GraphModel
import KnowledgeGraph
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("2027-03-16", "16.03.2027"), ("2028-02-29", "29.02.2028"), ("2000-02-29", "29.02.2000"),
  ])
  func `a day is read and written for people`(iso: String, german: String) {
    #expect(Day(iso)?.text(.german) == german && Day(iso)?.text(.english) == iso)
  }

  @Test(arguments: [
    ("2027-02-30", "the day '2027-02-30' does not exist"), ("1900-02-29", "the day '1900-02-29' does not exist"),
    ("2027-13-01", "the day '2027-13-01' does not exist"), ("2027-00-00", "the day '2027-00-00' does not exist"),
    ("27.2.2027", "'27.2.2027' is no day: write YYYY-MM-DD"), ("2027-2-3", "'2027-2-3' is no day: write YYYY-MM-DD"),
    ("", "'' is no day: write YYYY-MM-DD"), ("２０27-02-03", "'２０27-02-03' is no day: write YYYY-MM-DD"),
  ])
  func `what is no day says why`(text: String, fault: String) {
    #expect(Day(text) == nil && Day.fault(of: text) == fault)
  }
}
