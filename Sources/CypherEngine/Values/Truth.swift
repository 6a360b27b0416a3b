package import CypherSyntax
package import GraphModel

// Three-valued logic: `nil` is unknown. An unknown operand leaves the answer unknown unless the other operand decides.

/// `left AND right`.
package func and(_ left: Bool?, _ right: Bool?) -> Bool? {
  if left == false || right == false { return false }
  return left == nil || right == nil ? nil : true
}

/// `left OR right`.
package func or(_ left: Bool?, _ right: Bool?) -> Bool? {
  if left == true || right == true { return true }
  return left == nil || right == nil ? nil : false
}

/// `left XOR right`.
package func xor(_ left: Bool?, _ right: Bool?) -> Bool? {
  guard let left, let right else { return nil }
  return left != right
}

/// `NOT truth`.
package func not(_ truth: Bool?) -> Bool? { truth.map { !$0 } }

/// The truth of a value that stands as a condition.
///
/// - Throws: A type error where the value is neither a truth value nor null.
package func truth(of value: Value) throws(CypherError) -> Bool? {
  switch value {
  case .boolean(let flag): return flag
  case .null: return nil
  default:
    throw CypherError(
      .type, .runtime, .invalidArgumentType, "a condition must be true or false, this is \(value.literal)")
  }
}
