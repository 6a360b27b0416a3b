public import GraphModel

/// How pictures look: colours, shapes, lines, fonts and the words of the legend.
///
/// Kinds that the sheet does not name take the looks of `otherNodes` and `otherEdges`, so that two unknown kinds in
/// one picture still differ. Colour never stands alone: each node kind has a shape, each edge kind a line.
public struct StyleSheet: Codable, Sendable, Equatable {
  /// The name of the sheet.
  public var name: String
  /// The paper.
  public var page: Page
  /// Fonts and sizes.
  public var text: TextStyle
  /// The looks of nodes by kind.
  public var nodes: [String: NodeStyle]
  /// The looks of node kinds that `nodes` does not name, given in the alphabetical order of the kinds; at least one.
  public var otherNodes: [NodeStyle]
  /// The looks of edges by kind.
  public var edges: [String: EdgeStyle]
  /// The looks of edge kinds that `edges` does not name; at least one.
  public var otherEdges: [EdgeStyle]
  /// The colours of nodes by a word that is known of them, in turn; at least one.
  public var categories: [NodeColours]
  /// The colours of nodes by a number that is known of them, from small to large; at least two.
  public var steps: [NodeColours]
  /// The colours of what is new, gone, pale or behind the nodes.
  public var marks: Marks
  /// What colours, shapes, sizes and lines say; kinds where missing.
  public var channels: Channels?

  /// Describes a style sheet.
  public init(
    name: String, page: Page, text: TextStyle, nodes: [String: NodeStyle], otherNodes: [NodeStyle],
    edges: [String: EdgeStyle], otherEdges: [EdgeStyle], categories: [NodeColours], steps: [NodeColours],
    marks: Marks, channels: Channels? = nil
  ) {
    self.name = name
    self.page = page
    self.text = text
    self.nodes = nodes
    self.otherNodes = otherNodes
    self.edges = edges
    self.otherEdges = otherEdges
    self.categories = categories
    self.steps = steps
    self.marks = marks
    self.channels = channels
  }
}

extension StyleSheet {
  /// The paper of a picture; lengths in inches.
  public struct Page: Codable, Sendable, Equatable {
    /// The colour behind everything.
    public var background: Colour
    /// The empty border.
    public var margin: Double
    /// The short side of the paper, which lies upright or turned, as the picture fits better; `nil` for no paper.
    public var shortSide: Double?
    /// The long side of the paper.
    public var longSide: Double?
    /// The resolution of pixel formats.
    public var dotsPerInch: Int
    /// Whether a small picture grows until it fills the paper; `nil` for yes.
    public var fills: Bool?

    /// Describes the paper.
    public init(
      background: Colour, margin: Double, shortSide: Double? = nil, longSide: Double? = nil, dotsPerInch: Int,
      fills: Bool? = nil
    ) {
      self.background = background
      self.margin = margin
      self.shortSide = shortSide
      self.longSide = longSide
      self.dotsPerInch = dotsPerInch
      self.fills = fills
    }
  }

  /// The texts of a picture; sizes in points.
  public struct TextStyle: Codable, Sendable, Equatable {
    /// Font families: the first one is measured and must be installed, browsers may fall back to the others.
    public var fonts: [String]
    /// The colour of title, legend and words on edges.
    public var colour: Colour
    /// The size of the title.
    public var titleSize: Double
    /// The size of the subtitle.
    public var subtitleSize: Double
    /// The size of the legend.
    public var legendSize: Double
    /// The size of labels of nodes.
    public var nodeSize: Double
    /// The size of words on edges.
    public var edgeSize: Double
    /// How many characters a line of a label has before it is wrapped between words.
    public var lineLength: Int

    /// Describes texts.
    public init(
      fonts: [String], colour: Colour, titleSize: Double, subtitleSize: Double, legendSize: Double, nodeSize: Double,
      edgeSize: Double, lineLength: Int
    ) {
      self.fonts = fonts
      self.colour = colour
      self.titleSize = titleSize
      self.subtitleSize = subtitleSize
      self.legendSize = legendSize
      self.nodeSize = nodeSize
      self.edgeSize = edgeSize
      self.lineLength = lineLength
    }
  }

  /// The look of nodes of one kind.
  public struct NodeStyle: Codable, Sendable, Equatable {
    /// The outline.
    public var shape: NodeShape
    /// The colour inside.
    public var fill: Colour
    /// The colour of the outline.
    public var stroke: Colour
    /// The colour of the label; its contrast to `fill` is at least 4.5.
    public var text: Colour
    /// What the legend calls the kind; the kind itself where missing.
    public var name: LegendName?

    /// Describes a look.
    public init(shape: NodeShape, fill: Colour, stroke: Colour, text: Colour, name: LegendName? = nil) {
      self.shape = shape
      self.fill = fill
      self.stroke = stroke
      self.text = text
      self.name = name
    }
  }

  /// The look of edges of one kind.
  public struct EdgeStyle: Codable, Sendable, Equatable {
    /// The colour of the line.
    public var colour: Colour
    /// The pattern of the line.
    public var line: EdgeLine
    /// The head of the arrow; `nil` for a full triangle.
    public var arrow: EdgeArrow?
    /// What the legend calls the kind when the diagram does not say.
    public var name: LegendName?

    /// Describes a look.
    public init(colour: Colour, line: EdgeLine, arrow: EdgeArrow? = nil, name: LegendName? = nil) {
      self.colour = colour
      self.line = line
      self.arrow = arrow
      self.name = name
    }
  }

  /// The colours of one node.
  public struct NodeColours: Codable, Sendable, Equatable {
    /// The colour inside.
    public var fill: Colour
    /// The colour of the outline.
    public var stroke: Colour
    /// The colour of the label; its contrast to `fill` is at least 4.5.
    public var text: Colour

    /// Describes colours.
    public init(fill: Colour, stroke: Colour, text: Colour) {
      self.fill = fill
      self.stroke = stroke
      self.text = text
    }
  }

  /// The colours of marks.
  public struct Marks: Codable, Sendable, Equatable {
    /// Outline and line of what is new; its contrast to the page is at least 4.5.
    public var added: Colour
    /// Outline and line of what is gone; its contrast to the page is at least 4.5.
    public var removed: Colour
    /// What is shown for orientation only.
    public var faded: NodeColours
    /// Areas behind the nodes, their borders and their words.
    public var backdrop: NodeColours

    /// Describes the marks.
    public init(added: Colour, removed: Colour, faded: NodeColours, backdrop: NodeColours) {
      self.added = added
      self.removed = removed
      self.faded = faded
      self.backdrop = backdrop
    }
  }

  /// What the looks say: `kind`, or the key of a fact.
  public struct Channels: Codable, Sendable, Equatable {
    /// What the colour of a node says.
    public var colour: String?
    /// What the shape of a node says.
    public var shape: String?
    /// What the size of a node says; all have one size where missing.
    public var size: String?
    /// What the line of an edge says.
    public var line: String?

    /// Names what is shown.
    public init(colour: String? = nil, shape: String? = nil, size: String? = nil, line: String? = nil) {
      self.colour = colour
      self.shape = shape
      self.size = size
      self.line = line
    }
  }

  /// A word of the legend in the languages of diagrams.
  public struct LegendName: Codable, Sendable, Equatable {
    /// German.
    public var de: String
    /// English.
    public var en: String

    /// Gives a name in each language.
    public init(de: String, en: String) {
      self.de = de
      self.en = en
    }

    /// The name in one language.
    public func text(in language: Language) -> String {
      switch language {
      case .german: de
      case .english: en
      }
    }
  }
}

/// The outlines of nodes: all of them can be shown in the legend, and they need little room around a text.
public enum NodeShape: String, WrittenChoice, Sendable {
  /// A rectangle.
  case box
  /// A rectangle with a double outline.
  case frame
  /// A rectangle with round corners.
  case rounded
  /// An ellipse.
  case ellipse
  /// A hexagon.
  case hexagon
  /// A sheet of paper with a folded corner.
  case note
  /// A block seen from the front and above.
  case block
  /// A diamond.
  case diamond
  /// A folder: several things as one.
  case folder
  /// A rectangle with two tabs at its left side.
  case component
}

/// The patterns of edges.
public enum EdgeLine: String, WrittenChoice, Sendable {
  /// One line.
  case solid
  /// Long strokes.
  case dashed
  /// Points.
  case dotted
  /// A thick line.
  case bold
}
