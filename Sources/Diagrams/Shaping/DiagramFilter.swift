public import GraphModel

/// A condition on the nodes of a diagram: `kind=actor,project`, `land=NW`, `population=20000..100000`.
///
/// Commas part the words of which one must hold. A word that has commas itself may stand in quotation marks; without them
/// it is put together again where it is known (``resolved(_:)``).
public struct DiagramFilter: Hashable, Sendable {
  /// The fact asked for, or `kind`.
  public let key: String
  /// What its value must be.
  public let condition: Condition
  /// The condition as it was written.
  public let text: String

  /// What a value must be.
  public enum Condition: Hashable, Sendable {
    /// One of these words, as text or code, whatever the case; never none.
    case words([String])
    /// A number within bounds.
    case range(ClosedRange<Double>)
  }

  /// Reads a condition; `nil` where the text is none.
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    self.text = text
    key = text[..<equals].trimmed
    let value = text[text.index(after: equals)...].trimmed
    guard !key.isEmpty, !value.isEmpty else { return nil }
    if let dots = value.firstRange(of: ".."), QuotedWords.closing[value.first ?? " "] == nil {
      let ends = [value[..<dots.lowerBound].trimmed, value[dots.upperBound...].trimmed]
      let low = ends[0].isEmpty ? -Double.infinity : Self.number(ends[0], key)
      let high = ends[1].isEmpty ? Double.infinity : Self.number(ends[1], key)
      guard let low, let high, low <= high, low.isFinite || high.isFinite else { return nil }
      condition = .range(low...high)
    } else {
      let words = QuotedWords.split(value)
      guard !words.isEmpty else { return nil }
      condition = .words(words)
    }
  }

  /// A number as people write it: `20.000` inhabitants are twenty thousand, while a degree has fractions of any length.
  private static func number(_ text: String, _ key: String) -> Double? {
    let isDegree = key == "latitude" || key == "longitude"
    return (isDegree ? nil : Int(grouped: text).map(Double.init)) ?? Double(text)
  }

  /// The same condition with the values that its words mean in the place of the words; unknown words stay.
  ///
  /// - Parameter meaning: The value that a word means; nil where it means none. It is asked for words with commas too.
  /// - Complexity: O(words²).
  public func resolved(_ meaning: (String) -> String?) -> DiagramFilter {
    guard case .words(var rest) = condition else { return self }
    var values: [String] = []
    while let first = rest.first {
      // The longest run of words that is one value is meant: "nach innen (Verwaltung, OZG)" is not two.
      let counts = (1...rest.count).reversed()
      let count = counts.first { meaning(rest.prefix($0).joined(separator: ",")) != nil } ?? 1
      values.append(meaning(rest.prefix(count).joined(separator: ",")) ?? first)
      rest.removeFirst(count)
    }
    return DiagramFilter(key: key, condition: .words(values), text: text)
  }

  /// The same condition on another fact, as it was typed.
  public func on(_ key: String) -> DiagramFilter { DiagramFilter(key: key, condition: condition, text: text) }

  /// The condition as people say it: `kind = actor, project`, `inhabitants = 20,000 to 100,000`.
  ///
  /// - Parameter saying: What people call a value.
  public func text(named name: String, _ language: Language, _ saying: (String) -> String) -> String {
    func number(_ value: Double) -> String {
      // Years have no points of thousands.
      (1_000..<10_000).contains(value) && value == value.rounded() ? "\(Int(value))" : numberText(value, language)
    }
    switch condition {
    case .words(let words): return "\(name) = \(words.map(saying).joined(separator: ", "))"
    case .range(let range) where range.lowerBound.isInfinite:
      return name + Wording(" bis ", " up to ")[language] + number(range.upperBound)
    case .range(let range) where range.upperBound.isInfinite:
      return name + Wording(" ab ", " from ")[language] + number(range.lowerBound)
    case .range(let range):
      let to = Wording(" bis ", " to ")[language]
      return "\(name) = \(number(range.lowerBound))\(to)\(number(range.upperBound))"
    }
  }

  /// The same condition with one of its words each; itself where it has no words.
  public var alternatives: [DiagramFilter] {
    guard case .words(let words) = condition else { return [self] }
    return words.map { DiagramFilter(key: key, condition: .words([$0]), text: "\(key)=\($0)") }
  }

  private init(key: String, condition: Condition, text: String) {
    self.key = key
    self.condition = condition
    self.text = text
  }

  /// Whether a node fulfils the condition; `nil` where the fact is not known of it.
  func isFulfilled(by node: Diagram.Node, _ language: Language) -> Bool? {
    if key == "kind" {
      guard case .words(let words) = condition else { return false }
      return words.contains { $0.lowercased() == node.kind.lowercased() }
    }
    guard let fact = node.facts[key] else { return nil }
    switch (condition, fact) {
    case (.range(let range), .number(let number)): return range.contains(number)
    case (.range, .word): return false
    case (.words(let words), .number(let number)):
      return words.contains { Double($0) == number || $0 == fact.text(in: language) }
    case (.words(let words), .word(let text, let code)):
      return words.contains { [text.lowercased(), code.lowercased()].contains($0.lowercased()) }
    }
  }
}

extension Diagram {
  /// The diagram without the nodes that break a condition.
  ///
  /// A node of which nothing is known that a condition asks for (a topic lies in no Land) stays as long as it is joined
  /// to one that fulfils all of them; nodes in the centre stay always.
  ///
  /// - Parameter withPartners: Whether who is joined to what fulfils all conditions stays too, whatever is known of it: half
  ///   a pair says nothing.
  /// - Complexity: O((nodes + edges) · filters).
  public func keeping(_ filters: [DiagramFilter], withPartners: Bool = false) -> Diagram {
    if filters.isEmpty { return self }
    let verdicts = nodes.map { verdict(on: $0, filters) }
    let neighbors = neighbors
    return keepingNodes { position in
      if nodes[position].emphasis { return true }
      if withPartners, neighbors[position].contains(where: { verdicts[$0] == true }) { return true }
      switch verdicts[position] {
      case .some(let isFulfilled): return isFulfilled
      case .none: return neighbors[position].contains { verdicts[$0] == true }
      }
    }
  }

  /// How many nodes fulfil all of some conditions.
  public func countFulfilling(_ filters: [DiagramFilter]) -> Int { nodes.count { verdict(on: $0, filters) == true } }

  /// The diagram with the nodes that break a condition pale, and the edges at them.
  public func fading(_ filters: [DiagramFilter]) -> Diagram {
    if filters.isEmpty { return self }
    var diagram = self
    for (position, node) in nodes.enumerated() where !node.emphasis {
      // What is unknown is pale as well: the picture is about what fulfils the conditions.
      if verdict(on: node, filters) != true { diagram.nodes[position].isFaded = true }
    }
    for (position, edge) in edges.enumerated() {
      let ends = [edge.from, edge.to].map { diagram.nodes[$0] }
      if ends.allSatisfy({ $0.isFaded || $0.emphasis }) {
        diagram.edges[position].isFaded = ends.contains { $0.isFaded }
      }
    }
    return diagram
  }

  /// Whether a node fulfils all conditions; `nil` where something is unknown and nothing is broken.
  private func verdict(on node: Node, _ filters: [DiagramFilter]) -> Bool? {
    let verdicts = filters.map { $0.isFulfilled(by: node, language) }
    if verdicts.contains(false) { return false }
    return verdicts.contains(nil) ? nil : true
  }

  /// The diagram with some of its nodes and the edges between these.
  func keepingNodes(_ isKept: (Int) -> Bool) -> Diagram {
    var diagram = self
    let kept = nodes.indices.filter(isKept)
    if kept.count < nodes.count { diagram.tally = nil }
    var positions = [Int?](repeating: nil, count: nodes.count)
    for (position, node) in kept.enumerated() { positions[node] = position }
    diagram.nodes = kept.map { nodes[$0] }
    diagram.edges = edges.compactMap { edge in
      guard let from = positions[edge.from], let to = positions[edge.to] else { return nil }
      var edge = edge
      (edge.from, edge.to) = (from, to)
      return edge
    }
    return diagram
  }
}
