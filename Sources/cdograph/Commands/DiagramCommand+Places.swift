import Diagrams
import Foundation
import KnowledgeGraph
import NetworkFiles

/// Places that a picture keeps from the edition before.
extension DiagramCommand {
  /// The engine that is asked for, or that the stored places come from.
  func engine(after stored: StoredPlaces?) throws -> LayoutEngine? {
    guard let stored else { return engine }
    if let engine, engine != stored.engine {
      throw Failure(
        exitCode: .data,
        "the places of '\(shape.positions ?? "")' were found by \(stored.engine.rawValue): leave --engine out, or take another file"
      )
    }
    return stored.engine
  }

  func storedPlaces() throws -> StoredPlaces? {
    guard let file = shape.positions, FileManager.default.fileExists(atPath: file) else { return nil }
    let json = Data(try InputFile.bytes(file))
    do throws(DiagramError) {
      return try StoredPlaces.read(json, from: file)
    } catch {
      throw error.failure
    }
  }

  /// What puts the nodes into boxes, as the stored places have it as well: in other boxes, or in none, they would lie anywhere.
  func boxes(of diagram: Diagram, after stored: StoredPlaces?) throws -> String {
    let isClustered = diagram.nodes.contains { $0.cluster != nil }
    let boxes = shape.clusterKey ?? (isClustered ? "match" : "")
    guard let before = stored?.boxes, before != boxes else { return boxes }
    let file = shape.positions ?? ""
    let problem =
      switch before {
      case "":
        "the places of '\(file)' are those of a picture without boxes: leave --cluster-by or --match out, or take another file"
      case "match": "the places of '\(file)' are those of a plan: draw one with --match, or take another file"
      default: "the places of '\(file)' are those of --cluster-by \(before): say it again, or take another file"
      }
    throw Failure(exitCode: .data, problem)
  }

  /// The places to keep; nil where nobody asks for places.
  func placement(of diagram: Diagram, after stored: StoredPlaces?) throws -> Placement? {
    guard let file = shape.positions else { return nil }
    guard let stored else { return Placement(places: []) }
    let placement = stored.placement(for: diagram)
    // The places of another picture would be kept with those of this one, and everything here marked as new.
    guard stored.isEmpty || placement.places.contains(where: { $0 != nil }) else {
      let problem = DiagramError.places(
        problem:
          "'\(file)' has a place for none of these nodes; take the file of this picture, or one that does not exist yet"
      )
      throw problem.failure
    }
    return placement
  }

  func json(of places: StoredPlaces) throws -> Data {
    do throws(DiagramError) {
      return try places.json()
    } catch {
      throw error.failure
    }
  }
}
