import CypherSyntax

/// What one step of a plan did, with the step before it and the plans inside it.
package final class StepProfile {
  let plan: Plan
  private(set) var input: StepProfile?
  /// Plans that the step runs for each row.
  private(set) var inner: [StepProfile] = []
  /// How many rows it handed on.
  var rows = 0
  /// The time inside the step after it.
  var timeAfter = Duration.zero
  /// The time of this step with all before and after it.
  var timeWhole = Duration.zero

  init(_ plan: Plan) { self.plan = plan }

  func setInput(_ step: StepProfile) { input = step }

  func addInner(_ step: StepProfile) { inner.append(step) }

  /// The time of the step itself: what happened between the step before and the step after, and what it did when the rows of the
  /// step before had ended.
  var ownTime: Duration {
    let before = input?.timeAfter ?? .zero
    let ending = timeWhole - (input?.timeWhole ?? .zero)
    return max(.zero, before + ending - timeAfter)
  }
}
