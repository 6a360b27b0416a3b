import CypherSyntax
import Foundation
import GraphModel

/// Functions of angles, which are in radians.
enum Trigonometry {
  static let all: [Function] = [
    NumberFunctions.real("acos", "The angle with a cosine.", ("acos(1)", "0.0")) { acos($0) },
    NumberFunctions.real("asin", "The angle with a sine.", ("asin(0)", "0.0")) { asin($0) },
    NumberFunctions.real("atan", "The angle with a tangent.", ("atan(0)", "0.0")) { atan($0) },
    Function(
      "atan2", "The angle of the point (x, y) seen from the origin.",
      [.init("y", .number), .init("x", .number)], result: .float, example: ("atan2(0, 1)", "0.0")
    ) { arguments, _ throws(CypherError) in
      .float(
        atan2(try NumberFunctions.number(arguments[0], "atan2"), try NumberFunctions.number(arguments[1], "atan2")))
    },
    NumberFunctions.real("cos", "The cosine.", ("cos(0)", "1.0")) { cos($0) },
    NumberFunctions.real("cosh", "The hyperbolic cosine.", ("cosh(0)", "1.0")) { cosh($0) },
    NumberFunctions.real("cot", "The cotangent.", ("cot(0)", "Infinity")) { 1 / tan($0) },
    NumberFunctions.real("coth", "The hyperbolic cotangent.", ("coth(0)", "NaN")) { $0 == 0 ? .nan : 1 / tanh($0) },
    NumberFunctions.real("degrees", "Radians in degrees.", ("degrees(pi())", "180.0")) { $0 * 180 / .pi },
    NumberFunctions.real("haversin", "Half of the versine: sin²(x / 2).", ("haversin(0)", "0.0")) {
      let half = sin($0 / 2)
      return half * half
    },
    Function(
      "pi", "The circle's circumference by its diameter.", result: .float,
      example: ("round(pi(), 2)", "3.14")
    ) { _, _ in .float(.pi) },
    NumberFunctions.real("radians", "Degrees in radians.", ("radians(0)", "0.0")) { $0 * .pi / 180 },
    NumberFunctions.real("sin", "The sine.", ("sin(0)", "0.0")) { sin($0) },
    NumberFunctions.real("sinh", "The hyperbolic sine.", ("sinh(0)", "0.0")) { sinh($0) },
    NumberFunctions.real("tan", "The tangent.", ("tan(0)", "0.0")) { tan($0) },
    NumberFunctions.real("tanh", "The hyperbolic tangent.", ("tanh(0)", "0.0")) { tanh($0) },
  ]
}
