import CypherSyntax
import GraphModel

/// A plan that is ready to run once.
final class Execution {
  private let compilation: Compilation
  private let bound: BoundStatement
  private let plan: QueryPlan
  private let parameterSlots: [String: Slot]
  private let output = RowOutput()
  private let runs: Run

  init(
    _ bound: BoundStatement, _ plan: QueryPlan, _ parameters: [String], _ planner: Planner, isProfiling: Bool
  ) {
    self.bound = bound
    self.plan = plan
    var slots: [String: Slot] = [:]
    for name in parameters where slots[name] == nil { slots[name] = bound.slotCount + slots.count }
    parameterSlots = slots
    compilation = Compilation(
      planner: planner, parameterSlots: slots, isReading: !bound.isUpdating, isProfiling: isProfiling)
    let columns = plan.columns.map(\.slot)
    let output = output
    let changes = bound.isUpdating
    runs = compilation.compile(plan) { frame throws(CypherError) in
      // A query without columns is run for its changes only.
      if columns.isEmpty { return true }
      if output.isClosed { return changes }
      try output.count()
      var row: [Value] = []
      row.reserveCapacity(columns.count)
      for column in columns { row.append(frame[column]) }
      if !(try output.sink(row)) { output.isClosed = true }
      return changes || !output.isClosed
    }
  }

  /// Runs the plan; the registers live as long as the run.
  func run(
    _ context: QueryContext, _ maximumRows: Int?, _ sink: @escaping ([Value]) throws(CypherError) -> Bool
  ) throws(CypherError) {
    output.begin(maximumRows, sink)
    let count = bound.slotCount + parameterSlots.count
    let registers = UnsafeMutablePointer<Value>.allocate(capacity: count)
    registers.initialize(repeating: .null, count: count)
    defer {
      registers.deinitialize(count: count)
      registers.deallocate()
      output.end()
    }
    for (name, slot) in parameterSlots { registers[slot] = context.parameters[name] ?? .null }
    try context.limits.check()
    _ = try runs(Frame(registers: registers, context: context))
  }

  /// The plan as text, with what its steps did if they were run.
  func description(_ bound: BoundStatement, showsWork: Bool) -> String {
    PlanPrinter(names: bound.slotNames, showsWork: showsWork).text(compilation.profiles)
  }
}

/// Where the rows of the whole query go.
private final class RowOutput {
  @exclusivity(unchecked) private(set) var sink: ([Value]) throws(CypherError) -> Bool = { _ in true }
  @exclusivity(unchecked) private var maximumRows: Int?
  @exclusivity(unchecked) private var rows = 0
  @exclusivity(unchecked) var isClosed = false

  func begin(_ maximumRows: Int?, _ sink: @escaping ([Value]) throws(CypherError) -> Bool) {
    self.maximumRows = maximumRows
    self.sink = sink
    rows = 0
    isClosed = false
  }

  func end() { sink = { _ in true } }

  func count() throws(CypherError) {
    rows += 1
    if let maximumRows, rows > maximumRows {
      throw CypherError(
        .limit, .runtime, .rowLimit, "the result has more than \(maximumRows) rows",
        suggestion: "use LIMIT or raise the limit (--max-rows)")
    }
  }
}
