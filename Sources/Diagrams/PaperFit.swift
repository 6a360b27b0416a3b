import CGraphviz
import GraphModel

/// How a drawing lies on its paper: as large as the border lets it, at the top, with the same room on both sides.
struct PaperFit {
  /// How much larger than by itself the drawing is.
  let scale: Double
  /// The sides of the page, in points.
  private let page: Extent
  /// The point of the drawing that is in the middle of the page.
  private let focus: PagePoint

  /// Turns the paper so that the drawing becomes larger; `nil` where the style has no paper.
  ///
  /// - Parameter drawing: Where the drawing lies, in points.
  init?(of drawing: CGVBox, on style: StyleSheet.Page) {
    guard let short = style.shortSide, let long = style.longSide else { return nil }
    let border = style.margin * 72
    let (width, height) = (max(drawing.right - drawing.left, 1), max(drawing.top - drawing.bottom, 1))
    let upright = Extent(width: short * 72, height: long * 72)
    let turned = Extent(width: long * 72, height: short * 72)
    func scale(on page: Extent) -> Double {
      min((page.width - 2 * border) / width, (page.height - 2 * border) / height)
    }
    page = scale(on: turned) > scale(on: upright) ? turned : upright
    self.scale = style.fills == false ? min(1, scale(on: page)) : scale(on: page)
    roomBelow = max(0, (page.height - 2 * border) / self.scale - height)
    focus = PagePoint(
      x: (drawing.left + drawing.right) / 2, y: drawing.top + (border - page.height / 2) / self.scale)
  }

  /// The empty room below the drawing, in its own points.
  let roomBelow: Double

  /// What Graphviz calls a viewport: the size of the page, the scale, and the point in its middle.
  ///
  /// - Parameter limit: The longest side that can be drawn, in points; the whole page shrinks to it.
  func viewport(atMost limit: Double) -> String {
    let shrunk = min(1, limit / max(page.width, page.height))
    return [page.width * shrunk, page.height * shrunk, scale * shrunk, focus.x, focus.y].map { "\($0)" }
      .joined(separator: ",")
  }
}
