/// How closely an expression holds together; what binds less closely than its surroundings needs brackets.
enum Binding: Int, Comparable {
  case or, xor, and, not, comparison, sum, product, power, signed, predicate, postfix, primary

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

  /// The next closer one: for the operand on the side on which an operator does not associate.
  var tighter: Binding { Binding(rawValue: rawValue + 1) ?? .primary }
}

extension Printer {
  /// An expression, in brackets where it binds less closely than its surroundings ask for.
  func text(_ expression: Expression, atLeast wanted: Binding = .or) -> String {
    let text = plainText(expression)
    return binding(of: expression) < wanted ? "(\(text))" : text
  }

  private func binding(of expression: Expression) -> Binding {
    switch expression.kind {
    case .binary(let sign, _, _): sign.binding
    case .unary(.not, _): .not
    case .unary: .signed
    case .comparison: .comparison
    case .isNull: .predicate
    case .literal(.integer(let number)): number < 0 ? .predicate : .primary
    case .literal(.float(let number)): number < 0 ? .predicate : .primary
    case .hasLabels, .property, .element, .slice: .postfix
    default: .primary
    }
  }

  private func plainText(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): text(literal)
    case .list(let items): "[" + listItems(items) + "]"
    case .map(let entries): "{" + entries.map(text).joined(separator: ", ") + "}"
    case .variable(let variable): name(variable)
    case .parameter(let parameter): "$" + name(parameter)
    case .property(let base, let key): "\(text(base, atLeast: .postfix)).\(name(key))"
    case .element(let base, let index): "\(text(base, atLeast: .postfix))[\(text(index))]"
    case .slice(let base, let from, let to):
      "\(text(base, atLeast: .postfix))[\(from.map { text($0) } ?? "")..\(to.map { text($0) } ?? "")]"
    case .unary(let sign, let operand): text(sign, operand)
    case .binary(let sign, let left, let right): text(sign, left, right)
    case .comparison(let first, let comparands):
      comparands.reduce(text(first, atLeast: .sum)) {
        "\($0) \($1.comparison.rawValue) \(text($1.expression, atLeast: .sum))"
      }
    case .isNull(let operand, let isNegated):
      "\(text(operand, atLeast: .predicate)) IS \(isNegated ? "NOT " : "")NULL"
    case .hasLabels(let element, let labels): "\(text(element, atLeast: .postfix)):\(text(labels))"
    case .call(let call):
      "\(dotted(call.name))(\(call.isDistinct ? "DISTINCT " : "")\(call.arguments.map { text($0) }.joined(separator: ", ")))"
    case .countRows: "count(*)"
    case .conditional(let operand, let alternatives, let otherwise): text(operand, alternatives, otherwise)
    case .listComprehension(let variable, let list, let filter, let result):
      "[\(name(variable)) IN \(text(list))\(condition(filter))\(result.map { " | " + text($0) } ?? "")]"
    case .patternComprehension(let path, let filter, let result):
      "[\(text(path))\(condition(filter)) | \(text(result))]"
    case .pattern(let path): text(path)
    case .quantifier(let quantifier, let variable, let list, let filter):
      "\(quantifier.rawValue)(\(name(variable)) IN \(text(list))\(condition(filter)))"
    case .reduce(let sum, let first, let variable, let list, let body):
      "reduce(\(name(sum)) = \(text(first)), \(name(variable)) IN \(text(list)) | \(text(body)))"
    case .subquery(let form, let query): "\(form.rawValue) { \(text(query)) }"
    case .mapProjection(let variable, let items):
      "\(name(variable)) {\(items.map(text).joined(separator: ", "))}"
    }
  }

  /// A first item that begins with a variable and `IN` would be read as a comprehension.
  private func listItems(_ items: [Expression]) -> String {
    items.enumerated().map { text($1, atLeast: $0 == 0 ? .postfix : .or) }.joined(separator: ", ")
  }

  private func text(_ sign: UnaryOperator, _ operand: Expression) -> String {
    switch sign {
    case .not: return "NOT " + text(operand, atLeast: .not)
    case .minus, .plus:
      let written = text(operand, atLeast: .signed)
      // A number right behind its sign is one literal with it.
      if case .literal = operand.kind { return (sign == .minus ? "-" : "+") + "(\(written))" }
      return (sign == .minus ? "- " : "+ ") + written
    }
  }

  private func text(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
    let binding = sign.binding
    let second = binding == .predicate ? Binding.postfix : binding.tighter
    return "\(text(left, atLeast: binding)) \(sign.rawValue) \(text(right, atLeast: second))"
  }

  private func text(_ operand: Expression?, _ alternatives: [Alternative], _ otherwise: Expression?) -> String {
    "CASE " + (operand.map { text($0) + " " } ?? "")
      + alternatives.map { "WHEN \(text($0.when)) THEN \(text($0.then)) " }.joined()
      + (otherwise.map { "ELSE \(text($0)) " } ?? "") + "END"
  }

  private func text(_ entry: MapEntry) -> String { "\(name(entry.key)): \(text(entry.value))" }

  private func text(_ item: MapProjectionItem) -> String {
    switch item {
    case .property(let key): "." + name(key)
    case .all: ".*"
    case .entry(let entry): text(entry)
    case .variable(let variable): name(variable)
    }
  }

  private func text(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .boolean(let flag): String(flag)
    case .integer(let number): String(number)
    case .float(let number): String(number)
    case .string(let text):
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: "\\n") + "'"
    }
  }
}

extension BinaryOperator {
  fileprivate var binding: Binding {
    switch self {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .add, .subtract: .sum
    case .multiply, .divide, .modulo: .product
    case .power: .power
    case .matches, .isIn, .startsWith, .endsWith, .contains: .predicate
    }
  }
}
