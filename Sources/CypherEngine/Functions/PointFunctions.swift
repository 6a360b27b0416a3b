import CypherSyntax
import Foundation
import GraphModel
import GraphStore

/// Functions of points on the plane, in space and on the Earth.
enum PointFunctions {
  static let all: [Function] = [
    Function(
      "distance", "The older name of point.distance().", [.init("from", .any), .init("to", .any)],
      result: .float, example: ("distance(point({x: 0, y: 0}), point({x: 3, y: 4}))", "5.0")
    ) { arguments, _ in distance(arguments[0], arguments[1]) },
    Function(
      "point", "A point from {x, y[, z]} or {longitude, latitude[, height]}; crs or srid may name the system.",
      [.init("coordinates", [.map, .node, .relationship])], result: .point,
      example: ("point({x: 1, y: 2}).x", "1.0")
    ) { arguments, context throws(CypherError) in
      let map: ValueMap
      switch arguments[0] {
      case .map(let given): map = given
      case .node(let node): map = ValueMap(context.graph.properties(of: node).map { ($0.key.name, $0.value) })
      case .edge(let edge): map = ValueMap(context.graph.properties(of: edge).map { ($0.key.name, $0.value) })
      case let other: throw .unfit("point", "a map of coordinates", other)
      }
      return try point(from: map)
    },
    Function(
      "point.distance",
      "The distance of two points: metres along the Earth's surface (haversine, radius 6,378,140 m) for longitude and latitude, else straight; null where the systems differ.",
      [.init("from", .any), .init("to", .any)], result: .float,
      example: ("point.distance(point({x: 0, y: 0}), point({x: 3, y: 4}))", "5.0")
    ) { arguments, _ in distance(arguments[0], arguments[1]) },
    Function(
      "point.withinBBox", "Whether a point lies in the box between two corners, lower left and upper right.",
      [.init("point", .any), .init("lowerLeft", .any), .init("upperRight", .any)], result: .boolean,
      example: ("point.withinBBox(point({x: 1, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))", "true")
    ) { arguments, _ in
      guard case .point(let point) = arguments[0], case .point(let low) = arguments[1],
        case .point(let high) = arguments[2], point.system == low.system, point.system == high.system
      else { return .null }
      let isGeographic = point.system == .wgs84 || point.system == .wgs84WithHeight
      // A box whose left edge lies east of its right edge crosses the date line.
      let crosses = isGeographic && low.x > high.x
      let isAcross =
        crosses
        ? point.x >= low.x || point.x <= high.x : (low.x...max(low.x, high.x)).contains(point.x) && point.x <= high.x
      return .boolean(
        isAcross && point.y >= low.y && point.y <= high.y && point.z >= low.z && point.z <= high.z)
    },
  ]

  /// - Returns: Null where a coordinate is null.
  private static func point(from map: ValueMap) throws(CypherError) -> Value {
    func coordinate(_ names: String...) throws(CypherError) -> (found: Bool, value: Double?) {
      for name in names {
        guard let value = map[name] else { continue }
        if value.isNull { return (true, nil) }
        guard let number = value.number else { throw .unfit("point", "numbers as coordinates", value) }
        return (true, number)
      }
      return (false, nil)
    }
    let isNamedGeographic = map["longitude"] != nil || map["latitude"] != nil
    let (x, y) = (try coordinate("x", "longitude"), try coordinate("y", "latitude"))
    let z = try coordinate("z", "height")
    guard x.found, y.found else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "a point needs x and y, or longitude and latitude",
        suggestion: "point({longitude: 7.63, latitude: 51.96})")
    }
    let system = try system(of: map, isNamedGeographic: isNamedGeographic, hasDepth: z.found)
    guard let x = x.value, let y = y.value, let depth = z.found ? z.value : 0 else { return .null }
    if system == .wgs84 || system == .wgs84WithHeight, !(-90...90).contains(y) || !(-180...180).contains(x) {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue,
        "longitude lies within -180...180 and latitude within -90...90, not \(x) and \(y)")
    }
    return .point(Point(system, x: x, y: y, z: depth))
  }

  private static func system(of map: ValueMap, isNamedGeographic: Bool, hasDepth: Bool) throws(CypherError)
    -> Point.System
  {
    let named: Point.System?
    switch (map["crs"], map["srid"]) {
    case (.string(let name)?, _): named = Point.System.allCases.first { $0.name == name.lowercased() }
    case (_, .integer(let number)?): named = Point.System(rawValue: Int(number))
    case (nil, nil):
      return isNamedGeographic ? (hasDepth ? .wgs84WithHeight : .wgs84) : (hasDepth ? .cartesian3D : .cartesian)
    default: named = nil
    }
    guard let named else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "unknown coordinate system",
        suggestion: "crs is one of " + Point.System.allCases.map { "'\($0.name)'" }.joined(separator: ", "))
    }
    let needsDepth = named == .cartesian3D || named == .wgs84WithHeight
    guard needsDepth == hasDepth else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue,
        "a point in \(named.name) has \(needsDepth ? "three" : "two") coordinates")
    }
    return named
  }

  private static func distance(_ from: Value, _ to: Value) -> Value {
    guard case .point(let a) = from, case .point(let b) = to, a.system == b.system else { return .null }
    switch a.system {
    case .cartesian, .cartesian3D:
      let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z)
      return .float((x * x + y * y + z * z).squareRoot())
    case .wgs84, .wgs84WithHeight:
      let height = (a.z + b.z) / 2
      let arc = haversineAngle(a, b) * (6_378_140 + height)
      let climb = a.z - b.z
      return .float(climb == 0 ? arc : (arc * arc + climb * climb).squareRoot())
    }
  }

  /// The angle between two places as seen from the middle of the Earth, in radians.
  private static func haversineAngle(_ a: Point, _ b: Point) -> Double {
    let (south, north) = (a.y * .pi / 180, b.y * .pi / 180)
    let (latitude, longitude) = (sin((north - south) / 2), sin((b.x - a.x) * .pi / 360))
    let share = latitude * latitude + cos(south) * cos(north) * longitude * longitude
    return 2 * atan2(share.squareRoot(), max(0, 1 - share).squareRoot())
  }
}
