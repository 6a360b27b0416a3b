package import Foundation
package import JSONText

/// A JSON file that drawing reads: a style sheet, places, or who was brought together. It says where it is wrong.
package struct DiagramFile: Sendable {
  /// What stands in it.
  package let whole: PlacedJSON
  private let path: String
  private let bytes: [UInt8]

  /// Reads a file.
  ///
  /// - Throws: ``DiagramError/file(_:)`` where it is no JSON, where a field stands twice or a number is too large.
  package init(_ json: Data, named path: String) throws(DiagramError) {
    self.path = path
    bytes = [UInt8](json)
    do throws(JSONSyntaxError) {
      whole = try PlacedJSON(bytes)
    } catch {
      throw ValueFault([], "\(error)").placed(at: error.offset, in: bytes, of: path)
    }
    if let fault = whole.firstFault(below: []) { throw placing(fault) }
  }

  /// What is wrong with a value, with its place.
  package func placing(_ fault: ValueFault) -> DiagramError {
    fault.placed(at: whole.value(at: fault.pointer).offset, in: bytes, of: path)
  }

  /// The file, or what was made of it, as a type; both have their values at the same places.
  func decoded<Content: Decodable>(_ type: Content.Type, from json: Data? = nil) throws(ValueFault) -> Content {
    do {
      return try JSONDecoder().decode(type, from: json ?? Data(bytes))
    } catch let error as DecodingError {
      throw ValueFault(error, in: whole)
    } catch {
      throw ValueFault([], "\(error)")
    }
  }
}

/// What is wrong with a value, and by which names it is reached from the top.
package struct ValueFault: Error, Equatable, Sendable {
  package let pointer: [String]
  package let problem: String
  /// Whether the value lacks a field.
  var isMissingField = false

  package init(_ pointer: [String], _ problem: String) {
    self.pointer = pointer
    self.problem = problem
  }

  /// The pointer as RFC 6901 writes it.
  var path: String { pointer.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined() }

  fileprivate func placed(at offset: Int, in bytes: [UInt8], of file: String) -> DiagramError {
    let place = bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0) }
    return .file(FileFault(file: file, line: place.line, column: place.column, pointer: path, problem: problem))
  }
}

extension PlacedJSON {
  /// What a type would not complain of.
  fileprivate func firstFault(below pointer: [String]) -> ValueFault? {
    switch self {
    case .number(let number, _) where !number.isFinite: return ValueFault(pointer, "invalid number: it is too large")
    case .array(let values, _):
      for (position, value) in values.enumerated() {
        if let fault = value.firstFault(below: pointer + ["\(position)"]) { return fault }
      }
      return nil
    case .object(let members, _):
      var names: Set<String> = []
      for (key, value) in members {
        guard names.insert(key).inserted else { return ValueFault(pointer + [key], "the field '\(key)' stands twice") }
        if let fault = value.firstFault(below: pointer + [key]) { return fault }
      }
      return nil
    case .null, .boolean, .number, .string: return nil
    }
  }
}

/// Words of which one stands in a file: those that are possible are named where another one stands.
public protocol WrittenChoice: Codable, CaseIterable, RawRepresentable where RawValue == String {}

extension WrittenChoice {
  /// Reads a word.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let choice = Self(rawValue: word) else {
      let words = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecodingError.unfit("'\(word)' is none of \(words)", at: container.codingPath)
    }
    self = choice
  }
}

extension KeyedDecodingContainer {
  /// A whole number. Foundation says of `1.5` that the file is no JSON, and not where; declared in this module, this comes
  /// before its own.
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    let number = try decode(Double.self, forKey: key)
    if let whole = Int(exactly: number) { return whole }
    throw DecodingError.unfit("expected a whole number, found \(number)", at: codingPath + [key])
  }
}

extension DecodingError {
  /// A value has the right type and is wrong all the same.
  static func unfit(_ problem: String, at path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(
      Context(codingPath: path, debugDescription: problem, underlyingError: Unfit(problem: problem)))
  }

  fileprivate struct Unfit: Error { let problem: String }
}

extension ValueFault {
  /// What Foundation found, in the words of this program.
  fileprivate init(_ error: DecodingError, in whole: PlacedJSON) {
    func pointer(_ context: DecodingError.Context) -> [String] {
      context.codingPath.map { key in key.intValue.map { "\($0)" } ?? key.stringValue }
    }
    switch error {
    case .keyNotFound(let key, let context):
      self.init(pointer(context), "the field '\(key.stringValue)' is missing")
      isMissingField = true
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      let pointer = pointer(context)
      self.init(pointer, "expected \(Self.word(for: type)), found \(whole.value(at: pointer).kind)")
    case .dataCorrupted(let context):
      let unfit = context.underlyingError as? DecodingError.Unfit
      self.init(pointer(context), unfit?.problem ?? context.debugDescription)
    @unknown default: self.init([], "\(error)")
    }
  }

  private static func word(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    default: "\(type)".hasPrefix("Array") || "\(type)".hasPrefix("Unkeyed") ? "a list" : "an object"
    }
  }
}
