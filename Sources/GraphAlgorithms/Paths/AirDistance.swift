import Foundation
public import GraphModel

/// The distance between two places on the earth along a great circle, in kilometres: a lower bound of any way over land, and so an
/// estimate for ``guidedPath(from:to:in:options:estimate:)``.
///
/// By the haversine formula on a sphere of radius 6,371.0088 km (IUGG mean radius); off by at most 0.6 % from the ellipsoid.
///
/// - Parameters:
///   - from: Latitude and longitude in degrees.
///   - to: Latitude and longitude in degrees.
/// - Complexity: O(1).
/// - SeeAlso: R. W. Sinnott, "Virtues of the haversine", Sky and Telescope 68 (1984).
public func airDistance(
  from: (latitude: Double, longitude: Double), to: (latitude: Double, longitude: Double)
) -> Double {
  let (south, north) = (from.latitude * .pi / 180, to.latitude * .pi / 180)
  let across = (to.longitude - from.longitude) * .pi / 180
  let half = pow(sin((north - south) / 2), 2) + cos(south) * cos(north) * pow(sin(across / 2), 2)
  return 2 * 6371.0088 * asin(min(1, half.squareRoot()))
}

extension PropertyView {
  /// An estimate of the air distance to a node, from the properties `latitude` and `longitude`; 0 for nodes without them.
  public func airDistanceEstimate(to end: NodeID) -> (NodeID) -> Double {
    func place(of node: NodeID) -> (latitude: Double, longitude: Double)? {
      guard let latitude = value("latitude", of: node)?.number, let longitude = value("longitude", of: node)?.number
      else { return nil }
      return (latitude, longitude)
    }
    let aim = place(of: end)
    return { node in
      guard let aim, let here = place(of: node) else { return 0 }
      return airDistance(from: here, to: aim)
    }
  }
}
