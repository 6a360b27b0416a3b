/// A place in a coordinate system, as openCypher's `point` makes it.
public struct Point: Hashable, Sendable {
  /// What the coordinates mean.
  public enum System: Int, Hashable, Sendable, CaseIterable {
    /// Lengths in a plane.
    case cartesian = 7203
    /// Lengths in space.
    case cartesian3D = 9157
    /// Degrees on the earth: longitude, latitude.
    case wgs84 = 4326
    /// Degrees on the earth and metres above it.
    case wgs84WithHeight = 4979

    /// The name that queries use.
    public var name: String {
      switch self {
      case .cartesian: "cartesian"
      case .cartesian3D: "cartesian-3d"
      case .wgs84: "wgs-84"
      case .wgs84WithHeight: "wgs-84-3d"
      }
    }
  }

  /// What the coordinates mean.
  public let system: System
  /// To the right, or degrees east.
  public let x: Double
  /// Upwards, or degrees north.
  public let y: Double
  /// In the third direction, or metres of height; 0 where the system has two dimensions.
  public let z: Double

  /// Makes a place.
  public init(_ system: System, x: Double, y: Double, z: Double = 0) {
    self.system = system
    self.x = x
    self.y = y
    self.z = z
  }
}

extension Point: CustomStringConvertible {
  /// The call that makes the point.
  public var description: String {
    switch system {
    case .cartesian: "point({x: \(x), y: \(y), crs: 'cartesian'})"
    case .cartesian3D: "point({x: \(x), y: \(y), z: \(z), crs: 'cartesian-3d'})"
    case .wgs84: "point({longitude: \(x), latitude: \(y), crs: 'wgs-84'})"
    case .wgs84WithHeight: "point({longitude: \(x), latitude: \(y), height: \(z), crs: 'wgs-84-3d'})"
    }
  }
}
