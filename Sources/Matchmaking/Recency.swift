import GraphModel
import NetworkVocabulary

/// What is last known of a project or an event, seen from a year; what runs is newer than anything that is over.
enum LastActivity: Comparable {
  /// It took place, began or ended in a year, and nothing is known of it since.
  case year(Int)
  /// It is going on.
  case running
}

extension PropertyView {
  /// The newest year in which something began, took place or was completed; `nil` where nothing is dated.
  ///
  /// What is only planned has not happened, whenever it is to end; what was made up never did.
  func newestYear() -> Int? {
    let events = nodes(with: .event).filter { !has(.example, $0) }.compactMap { firstYear(of: $0) }
    let projects = nodes(with: .project).filter { !has(.example, $0) }.flatMap { project -> [Int] in
      let status = value(.status, of: project)?.text
      let begun = status == "geplant" ? nil : firstYear(of: project)
      let completed = status == "abgeschlossen" ? lastYear(of: project) : nil
      return [begun, completed].compactMap(\.self)
    }
    return (events + projects).max()
  }

  /// What is known of a project or an event in a year; `nil` where it is not dated or begins later.
  func activity(of node: NodeID, seenFrom year: Int) -> LastActivity? {
    let start = firstYear(of: node)
    if let start, start > year { return nil }
    let isRunning = value(.status, of: node)?.text == "laufend"
    guard let end = lastYear(of: node) else { return isRunning ? .running : start.map { .year($0) } }
    // Whatever ends in the year of the question took place in it, unless its source says that it goes on.
    if end < year || (end == year && !isRunning) { return .year(end) }
    return isRunning || start != nil ? .running : nil
  }

  /// The newest of some projects and events, the smaller id where two are as new; without a year where it is going on.
  func newest(of nodes: [NodeID], seenFrom year: Int) -> (node: NodeID, year: Int?)? {
    var best: (node: NodeID, activity: LastActivity)?
    for node in Set(nodes).sorted() {
      guard let activity = activity(of: node, seenFrom: year) else { continue }
      if best.map({ $0.activity < activity }) ?? true { best = (node, activity) }
    }
    return best.map { node, activity in
      switch activity {
      case .year(let year): (node, year)
      case .running: (node, nil)
      }
    }
  }

  private func firstYear(of node: NodeID) -> Int? { year(.startYear, orOf: "startDate", of: node) }

  private func lastYear(of node: NodeID) -> Int? { year(.endYear, orOf: "endDate", of: node) }

  private func year(_ key: PropertyKey, orOf day: PropertyKey, of node: NodeID) -> Int? {
    if let year = value(key, of: node)?.integer { return Int(year) }
    return value(day, of: node).flatMap { Int(($0.text ?? $0.description).prefix(4)) }
  }
}
