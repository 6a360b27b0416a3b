package import CypherSyntax
package import GraphModel

/// `left IN right`: whether a list has an element equal to the value; unknown when only a null could be.
package func isIn(_ value: Value, _ list: Value) throws(CypherError) -> Bool? {
  switch list {
  case .null: return nil
  case .list(let elements):
    var answer: Bool? = false
    for element in elements {
      switch cypherEquals(value, element) {
      case true?: return true
      case nil: answer = nil
      case false?: break
      }
    }
    return answer
  default:
    throw CypherError(.type, .runtime, .invalidArgumentType, "IN takes a list, this is \(list.literal)")
  }
}

/// `base[index]`: an element of a list, counted from the end where the index is negative, or an entry of a map; null beyond
/// the ends.
package func cypherElement(_ base: Value, at index: Value) throws(CypherError) -> Value {
  switch (base, index) {
  case (.list(let values), .integer(let position)):
    let offset = position < 0 ? position &+ Int64(values.count) : position
    return offset >= 0 && offset < values.count ? values[Int(offset)] : .null
  case (.map(let map), .string(let key)): return map[key] ?? .null
  case (.null, _): return .null
  case (.list, .null), (.map, .null), (.temporal, .null), (.point, .null): return .null
  case (.temporal, .string(let key)), (.point, .string(let key)): return try propertyOfValue(base, key)
  case (.list, _):
    throw CypherError(
      .type, .runtime, .listElementAccessByNonInteger, "the index of a list is an integer, this is \(index.literal)")
  case (.map, _):
    throw CypherError(
      .type, .runtime, .mapElementAccessByNonString, "the key of a map is a string, this is \(index.literal)")
  default:
    throw CypherError(
      .type, .runtime, .invalidArgumentType, "only lists and maps have elements, this is \(base.literal)")
  }
}

/// `base[from..to]`: the elements from the first place up to but not including the second; negative places count from the end.
package func cypherSlice(_ base: Value, from: Value?, to: Value?) throws(CypherError) -> Value {
  guard case .list(let values) = base else {
    if base.isNull { return .null }
    throw CypherError(.type, .runtime, .invalidArgumentType, "only lists have parts, this is \(base.literal)")
  }
  guard let lower = try place(from ?? .integer(0), in: values.count),
    let upper = try place(to ?? .integer(Int64(values.count)), in: values.count)
  else { return .null }
  return .list(lower < upper ? Array(values[lower..<upper]) : [])
}

/// A place within a list, moved to its ends where it lies beyond; `nil` for null.
private func place(_ bound: Value, in count: Int) throws(CypherError) -> Int? {
  switch bound {
  case .integer(let position):
    Int(max(0, min(Int64(count), position < 0 ? position &+ Int64(count) : position)))
  case .null: nil
  default:
    throw CypherError(
      .type, .runtime, .listElementAccessByNonInteger, "the bounds of a part are integers, this is \(bound.literal)")
  }
}

/// `base.key` where the base is no element of the graph: an entry of a map, a part of a moment, duration or point.
///
/// - Throws: A type error where the value has no parts; an argument error for a part that moments or points do not have.
package func propertyOfValue(_ base: Value, _ key: String) throws(CypherError) -> Value {
  switch base {
  case .map(let map): return map[key] ?? .null
  case .null: return .null
  case .temporal(let moment): return try moment.component(key)
  case .point(let point): return try point.component(key)
  case .boolean, .integer, .float, .string, .list, .node, .edge, .path:
    throw CypherError(
      .type, .runtime, .propertyAccessOnNonMap, "\(base.literal) is \(base.typeName) and has no property '\(key)'")
  }
}

extension Point {
  /// A coordinate, the name or the number of the system.
  func component(_ key: String) throws(CypherError) -> Value {
    let isGeographic = system == .wgs84 || system == .wgs84WithHeight
    let hasDepth = system == .cartesian3D || system == .wgs84WithHeight
    switch key {
    case "x": return .float(x)
    case "y": return .float(y)
    case "z" where hasDepth: return .float(z)
    case "longitude" where isGeographic: return .float(x)
    case "latitude" where isGeographic: return .float(y)
    case "height" where system == .wgs84WithHeight: return .float(z)
    case "crs": return .string(system.name)
    case "srid": return .integer(Int64(system.rawValue))
    default:
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "a point in \(system.name) has no '\(key)'",
        suggestion: isGeographic ? "longitude, latitude, height, crs or srid" : "x, y, z, crs or srid")
    }
  }
}
