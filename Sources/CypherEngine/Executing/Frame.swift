import CypherSyntax
import GraphModel
import GraphStore

/// The registers of a running statement, one for each slot, with the graph at hand.
///
/// A row is the content of the registers: steps write into them and call the next step, nothing is copied. Frames are passed on by
/// value and must not outlive the run.
struct Frame {
  let registers: UnsafeMutablePointer<Value>
  unowned(unsafe) let context: QueryContext

  /// The value of a slot.
  subscript(slot: Slot) -> Value {
    unsafeAddress { UnsafePointer(registers + slot) }
    nonmutating unsafeMutableAddress { registers + slot }
  }

  /// The graph as it is now.
  var graph: PropertyGraph {
    unsafeAddress { UnsafePointer(context.storage) }
    nonmutating unsafeMutableAddress { context.storage }
  }

  /// The graph as it is now, for reading.
  var reader: GraphReader { GraphReader(UnsafePointer(context.storage)) }

  /// The values of some slots, to be put back later.
  func save(_ slots: [Slot], into buffer: inout [Value]) {
    for slot in slots { buffer.append(registers[slot]) }
  }

  /// Puts saved values back.
  func restore(_ slots: [Slot], from buffer: [Value], at start: Int) {
    for (offset, slot) in slots.enumerated() { registers[slot] = buffer[start + offset] }
  }
}

/// Computes the value of an expression for the current row.
typealias Evaluation = (Frame) throws(CypherError) -> Value

/// Whether a condition holds for the current row; unknown counts as no.
typealias Condition = (Frame) throws(CypherError) -> Bool

/// A condition to keep in an array, where a bare closure would be called through two thunks.
struct Predicate {
  let holds: Condition
}

/// An evaluation to keep in an array, where a bare closure would be called through two thunks.
struct Computation {
  let value: Evaluation
}

/// Takes the current row; `false` asks for no more.
typealias Sink = (Frame) throws(CypherError) -> Bool

/// Produces all rows of a plan for the current row; `false` when it was asked to stop.
typealias Run = (Frame) throws(CypherError) -> Bool
