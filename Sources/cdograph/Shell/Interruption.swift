import Foundation
import Synchronization

/// ^C while something runs that can be stopped without ending the program.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether ^C was typed since the work began.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Does some work during which ^C only sets ``isRequested``.
  static func watched<Result>(_ work: () throws -> Result) rethrows -> Result {
    flag.store(false, ordering: .relaxed)
    let before = signal(SIGINT) { _ in Interruption.flag.store(true, ordering: .relaxed) }
    defer { signal(SIGINT, before) }
    return try work()
  }
}
