import CypherSyntax

/// Writes a plan as a tree of steps, the last one first: what `EXPLAIN` and `PROFILE` show.
struct PlanPrinter {
  /// The names of slots; the others are hidden.
  let names: [Slot: String]
  let showsWork: Bool

  func text(_ profiles: [StepProfile]) -> String {
    var rows: [[String]] = []
    for (position, profile) in profiles.enumerated() {
      if position > 0 { rows.append(["UNION", "", "", "", ""]) }
      append(profile, depth: 0, to: &rows)
    }
    return aligned([["Step", "Details", "Expected", "Rows", "Time"]] + rows)
  }

  private func append(_ profile: StepProfile, depth: Int, to rows: inout [[String]]) {
    if case .argument = profile.plan.step, depth > 0 { return }
    let (name, details) = describe(profile.plan.step)
    let indent = String(repeating: "  ", count: depth)
    rows.append([
      indent + name, details, number(profile.plan.estimate), String(profile.rows), time(profile.ownTime),
    ])
    for inner in profile.inner { append(inner, depth: depth + 2, to: &rows) }
    if let input = profile.input, !isStart(input) { append(input, depth: depth, to: &rows) }
  }

  private func isStart(_ profile: StepProfile) -> Bool {
    if case .argument = profile.plan.step { true } else { false }
  }

  private func aligned(_ rows: [[String]]) -> String {
    let columns = showsWork ? [0, 1, 2, 3, 4] : [0, 1, 2]
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(columns, widths).map { column, width in
        let space = String(repeating: " ", count: width - row[column].count)
        return column < 2 ? row[column] + space : space + row[column]
      }
      return cells.joined(separator: "  ").trimmingEnd
    }.joined(separator: "\n")
  }

  private func number(_ estimate: Double) -> String {
    estimate >= 1e12
      ? "> 10^12" : estimate < 10 ? String((estimate * 10).rounded() / 10) : String(Int(estimate.rounded()))
  }

  private func time(_ duration: Duration) -> String {
    let microseconds = duration / Duration.microseconds(1)
    return "\((microseconds / 10).rounded() / 100) ms"
  }

  func name(_ slot: Slot) -> String { names[slot] ?? "_" }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
