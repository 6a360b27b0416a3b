package import CypherSyntax
import Foundation
package import GraphModel

/// `left ^ right`: the power as a float.
package func power(_ left: Value, _ right: Value) throws(CypherError) -> Value {
  if left.isNull || right.isNull { return .null }
  guard let basis = left.number, let exponent = right.number else { throw .noOperation("^", left, right) }
  return .float(pow(basis, exponent))
}
