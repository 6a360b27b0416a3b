import JSONText

/// One question of a file of questions.
public struct CollaborationQuestion: Sendable {
  /// The id of the question; for `t1` that of the actor.
  public let id: String
  /// The number of the actor who asks (`t1`).
  public let actor: Int32?
  /// The topics shown (`t2`, `t3`).
  public let topics: [Int32]
  /// The members shown (`t3`).
  public let members: [Int32]
  /// The programme of the project (`t3`).
  public let programme: String?

  /// Describes a question.
  public init(id: String, actor: Int32? = nil, topics: [Int32] = [], members: [Int32] = [], programme: String? = nil) {
    self.id = id
    self.actor = actor
    self.topics = topics
    self.members = members
    self.programme = programme
  }
}

/// What a question was found to be answered by.
public struct CollaborationTruth: Sendable {
  /// The id of the question.
  public let id: String
  /// The ids of the right actors (`t1`, `t3`).
  public let relevant: [String]
  /// The ids of the hidden topics (`t2`).
  public let hidden: [String]
}

/// A weighted graph in which pairs are looked for.
public struct PairingInstance: Sendable {
  /// The id of the instance.
  public let id: String
  /// The ids of the vertices.
  public let nodes: [String]
  /// The pairs that may be matched, with their worth.
  public let edges: [(first: Int, second: Int, weight: Int)]
}

extension CollaborationFolder {
  /// The tasks of the quality benchmark that rank actors.
  public enum Task: String, CaseIterable, Sendable {
    /// New partners of an actor.
    case t1
    /// Actors who work on topics, some of them hidden.
    case t2
    /// Further members of a project.
    case t3
  }

  /// Reads a file of questions.
  ///
  /// - Throws: ``NetworkFaults``: topics and actors must be those of the folder.
  public func questions(at path: String, for task: Task) throws(NetworkFaults) -> [CollaborationQuestion] {
    var file = PlacedFile(array: path)
    let ids = file.identities("query").ids
    var questions: [CollaborationQuestion] = []
    for (position, id) in ids.enumerated() {
      let record = file.elements[position]
      let pointer = "/\(position)"
      var actor: Int32?
      if task == .t1 {
        let name = file.optionalText("actor", of: record, pointer) ?? id
        actor = actorNumbers[name]
        if actor == nil {
          file.fail(.unknownReference(kind: "actor", id: name, suggestion: nil), record["actor"] ?? record, pointer)
        }
      }
      questions.append(
        CollaborationQuestion(
          id: id, actor: actor,
          topics: task == .t1 ? [] : file.references("topics", of: record, pointer, to: "topic", topicNumbers),
          members: task == .t3 ? file.references("members", of: record, pointer, to: "actor", actorNumbers) : [],
          programme: task == .t3 ? file.optionalText("programme", of: record, pointer) : nil))
    }
    if !file.faults.isEmpty { throw NetworkFaults(faults: file.faults) }
    return questions
  }

  /// Reads a file of answers that turned out to be right.
  public static func truth(at path: String, for task: Task) throws(NetworkFaults) -> [CollaborationTruth] {
    var file = PlacedFile(array: path)
    let ids = file.identities("query").ids
    var truth: [CollaborationTruth] = []
    for (position, id) in ids.enumerated() {
      let key = task == .t2 ? "hidden" : "relevant"
      let words = file.texts(key, of: file.elements[position], "/\(position)")
      if words.isEmpty {
        file.fail(.outOfRange(value: "0", bounds: "1…"), file.elements[position], "/\(position)/\(key)")
      }
      truth.append(
        CollaborationTruth(id: id, relevant: task == .t2 ? [] : words, hidden: task == .t2 ? words : []))
    }
    if !file.faults.isEmpty { throw NetworkFaults(faults: file.faults) }
    return truth
  }
}

extension PairingInstance {
  /// Reads a file of pairing instances.
  public static func read(at path: String) throws(NetworkFaults) -> [PairingInstance] {
    var file = PlacedFile(array: path)
    let ids = file.identities().ids
    var instances: [PairingInstance] = []
    for (position, id) in ids.enumerated() {
      let record = file.elements[position]
      let nodes = file.texts("nodes", of: record, "/\(position)")
      let numbers = Dictionary(zip(nodes, nodes.indices), uniquingKeysWith: { first, _ in first })
      instances.append(
        PairingInstance(id: id, nodes: nodes, edges: file.edges(of: record, "/\(position)", numbers)))
    }
    if !file.faults.isEmpty { throw NetworkFaults(faults: file.faults) }
    return instances
  }

  /// Reads the optimum of each instance.
  public static func optima(at path: String) throws(NetworkFaults) -> [String: Int] {
    var file = PlacedFile(array: path)
    let ids = file.identities().ids
    var optima: [String: Int] = [:]
    for (position, id) in ids.enumerated() {
      guard case .number(let weight, _)? = file.elements[position]["optimum"], abs(weight) < 9e15 else {
        file.fail(.missingField("optimum"), file.elements[position], "/\(position)")
        continue
      }
      optima[id] = Int(weight)
    }
    if !file.faults.isEmpty { throw NetworkFaults(faults: file.faults) }
    return optima
  }
}

extension PlacedFile {
  /// A list of texts.
  mutating func texts(_ key: String, of record: PlacedJSON, _ pointer: String) -> [String] {
    guard let value = record[key] else {
      fail(.missingField(key), record, pointer)
      return []
    }
    guard case .array(let items, _) = value else {
      fail(.wrongType(expected: "a list of texts", found: value.kind), value, "\(pointer)/\(key)")
      return []
    }
    var texts: [String] = []
    for (position, item) in items.enumerated() {
      if case .string(let text, _) = item {
        texts.append(text)
      } else {
        fail(.wrongType(expected: "a text", found: item.kind), item, "\(pointer)/\(key)/\(position)")
      }
    }
    return texts
  }

  /// The edges of a pairing instance: lists of two nodes and a whole number.
  fileprivate mutating func edges(
    of record: PlacedJSON, _ pointer: String, _ numbers: [String: Int]
  ) -> [(first: Int, second: Int, weight: Int)] {
    guard case .array(let items, _)? = record["edges"] else {
      fail(.missingField("edges"), record, pointer)
      return []
    }
    var edges: [(first: Int, second: Int, weight: Int)] = []
    for (position, item) in items.enumerated() {
      let place = "\(pointer)/edges/\(position)"
      guard case .array(let parts, _) = item, parts.count == 3, case .string(let from, _) = parts[0],
        case .string(let to, _) = parts[1], case .number(let weight, _) = parts[2], weight.rounded() == weight,
        abs(weight) < 1e12
      else {
        fail(.wrongType(expected: "two nodes and a whole number", found: item.kind), item, place)
        continue
      }
      guard let first = numbers[from], let second = numbers[to] else {
        fail(.unknownReference(kind: "node", id: numbers[from] == nil ? from : to, suggestion: nil), item, place)
        continue
      }
      edges.append((first, second, Int(weight)))
    }
    return edges
  }
}
