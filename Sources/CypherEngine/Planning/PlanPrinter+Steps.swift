import CypherSyntax
import GraphModel

extension PlanPrinter {
  /// The name of a step, and what it works on.
  func describe(_ step: Step) -> (name: String, details: String) {
    switch step {
    case .argument: ("Start", "")
    case .scan(let slot): ("AllNodesScan", name(slot))
    case .labelScan(let slot, let label): ("LabelScan", "\(name(slot)):\(label)")
    case .seek(let slot, let access):
      ("IndexSeek", "\(name(slot)):\(access.label)(\(access.key)) \(describe(access.condition))")
    case .nodeByID(let slot, _): ("NodeByID", name(slot))
    case .expand(let expansion): (expansion.isClosing ? "ExpandInto" : "Expand", describe(expansion, nil))
    case .expandCount(let expansion): ("ExpandCount", describe(expansion, nil))
    case .ends(let known): ("RelationshipEnds", name(known.relationship))
    case .expandRepeated(let expansion, let length, _): ("ExpandRepeated", describe(expansion, length))
    case .expandGroup(let group):
      ("ExpandGroup", "(\(name(group.from))) to (\(name(group.to))) \(describe(group.length))")
    case .shortest(let search): ("ShortestPath", "(\(name(search.from))) to (\(name(search.to)))")
    case .selectPaths: ("SelectPaths", "")
    case .buildPath(let slot, _, _): ("BuildPath", name(slot))
    case .filter(let conditions): ("Filter", conditions.map(text).joined(separator: " AND "))
    case .compute(let assignments):
      ("Compute", assignments.map { "\(name($0.slot)) = \(text($0.expression))" }.joined(separator: ", "))
    case .unwind(let list, let slot): ("Unwind", "\(text(list)) as \(name(slot))")
    case .aggregate(let keys, let aggregates, _):
      (
        "Aggregate",
        (keys.map { name($0.slot) } + aggregates.map { $0.aggregation?.name ?? "count(*)" }).joined(separator: ", ")
      )
    case .distinct(let slots): ("Distinct", slots.map(name).joined(separator: ", "))
    case .sort(let items, let limit, _):
      (
        limit == nil ? "Sort" : "Top",
        items.map { text($0.expression) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
      )
    case .skip(let count): ("Skip", text(count))
    case .limit(let count): ("Limit", text(count))
    case .eager: ("Eager", "")
    case .optional: ("Optional", "")
    case .call(let call): ("ProcedureCall", call.procedure.name)
    case .subquery(_, let isOptional): (isOptional ? "OptionalSubquery" : "Subquery", "")
    case .loadCSV(_, let source, let slot, _): ("LoadCSV", "\(text(source)) as \(name(slot))")
    case .create: ("Create", "")
    case .merge: ("Merge", "")
    case .set: ("Set", "")
    case .remove: ("Remove", "")
    case .delete(let isDetaching, _, _): (isDetaching ? "DetachDelete" : "Delete", "")
    case .forEach(let slot, let list, _): ("ForEach", "\(name(slot)) in \(text(list))")
    }
  }

  private func describe(_ expansion: Expansion, _ length: PatternLength?) -> String {
    let types = expansion.types.map { ":\($0)" } ?? ""
    let relationship = "[\(names[expansion.relationship] ?? "")\(types)\(length.map(describe) ?? "")]"
    let (left, right) =
      switch expansion.arrow {
      case .right: ("-", "->")
      case .left: ("<-", "-")
      case .either: ("-", "-")
      }
    return
      "(\(name(expansion.from)))\(left)\(relationship)\(right)(\(name(expansion.to))\(expansion.labels.map { ":\($0)" } ?? ""))"
  }

  private func describe(_ length: PatternLength) -> String {
    "*\(length.minimum)..\(length.maximum.map(String.init) ?? "")"
  }

  private func describe(_ condition: IndexAccess.Condition) -> String {
    switch condition {
    case .equals(let value): "= \(text(value))"
    case .isIn(let list): "IN \(text(list))"
    case .startsWith(let prefix): "STARTS WITH \(text(prefix))"
    case .range(let lower, let upper):
      [
        lower.map { "\($0.isInclusive ? ">=" : ">") \(text($0.expression))" },
        upper.map { "\($0.isInclusive ? "<=" : "<") \(text($0.expression))" },
      ]
      .compactMap { $0 }.joined(separator: " AND ")
    }
  }

  /// An expression, shortened to what a plan has room for.
  func text(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .constant(let value): value.literal
    case .slot(let slot): name(slot)
    case .parameter(let name): "$\(name)"
    case .property(let base, let key): "\(text(base)).\(key)"
    case .comparison(let sign, let left, let right): "\(text(left)) \(sign.rawValue) \(text(right))"
    case .binary(let sign, let left, let right): "\(text(left)) \(sign.rawValue) \(text(right))"
    case .unary(.not, let operand): "NOT \(text(operand))"
    case .unary(_, let operand): "-\(text(operand))"
    case .isNull(let operand, let isNegated): "\(text(operand)) IS \(isNegated ? "NOT " : "")NULL"
    case .hasLabels(let element, let labels): "\(text(element)):\(labels.description)"
    case .call(let function, let arguments): "\(function.name)(\(arguments.map(text).joined(separator: ", ")))"
    case .subquery(let form, _): "\(form.rawValue) {…}"
    case .list(let items): "[\(items.map(text).joined(separator: ", "))]"
    default: "…"
    }
  }
}
