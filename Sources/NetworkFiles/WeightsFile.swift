import JSONText

/// A file of ranking weights: for each question the components with the weight of each curve.
public struct WeightsFile: Sendable {
  /// One weight.
  public struct Entry: Sendable {
    /// The question, such as `partners`.
    public let purpose: String
    /// The component, such as `page-rank-recent`.
    public let component: String
    /// How its value enters: `value`, `log` or `rank`.
    public let curve: String
    /// The weight.
    public let weight: Double
  }

  /// The weights in the order of the file.
  public let entries: [Entry]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - known: The words that may stand in the file: for each purpose and component the curves.
  /// - Throws: ``NetworkFaults`` for what is no such file, and for words that are not known.
  public init(path: String, known: [String: [String: [String]]]) throws(NetworkFaults) {
    var file = PlacedFile(object: path)
    var entries: [Entry] = []
    if let whole = file.elements.first, file.faults.isEmpty {
      if case .object(let models, _)? = whole["models"] {
        for (purpose, model) in models {
          entries += WeightsFile.weights(purpose, model, known[purpose], known.keys.sorted(), &file)
        }
      } else {
        file.fail(.missingField("models"), whole)
      }
    }
    self.entries = entries
    if !file.faults.isEmpty { throw NetworkFaults(faults: file.faults) }
  }

  private static func weights(
    _ purpose: String, _ model: PlacedJSON, _ known: [String: [String]]?, _ purposes: [String], _ file: inout PlacedFile
  ) -> [Entry] {
    let pointer = "/models/\(purpose)"
    guard let known else {
      file.fail(.notAChoice(purpose, choices: purposes, suggestion: nil), model, pointer)
      return []
    }
    guard case .object(let components, _)? = model["weights"] else {
      file.fail(.missingField("weights"), model, pointer)
      return []
    }
    var entries: [Entry] = []
    for (component, curves) in components {
      let place = "\(pointer)/weights/\(component)"
      guard let allowed = known[component] else {
        file.fail(.notAChoice(component, choices: known.keys.sorted(), suggestion: nil), curves, place)
        continue
      }
      guard case .object(let members, _) = curves else {
        file.fail(.wrongType(expected: "an object", found: curves.kind), curves, place)
        continue
      }
      for (curve, value) in members where curve != "title" {
        if !allowed.contains(curve) {
          file.fail(.notAChoice(curve, choices: allowed, suggestion: nil), value, "\(place)/\(curve)")
        } else if case .number(let weight, _) = value, weight.isFinite {
          entries.append(Entry(purpose: purpose, component: component, curve: curve, weight: weight))
        } else {
          file.fail(.wrongType(expected: "a number", found: value.kind), value, "\(place)/\(curve)")
        }
      }
    }
    return entries
  }
}
