import ArgumentParser
import Foundation

/// A report of several lists, as text for a terminal or as Markdown.
struct ReportDocument {
  /// A line with lines below it.
  struct Item {
    let text: String
    var details: [String] = []
  }

  /// A list with its heading.
  struct Section {
    let heading: String
    /// What is said before the list.
    var lead = ""
    var items: [Item] = []
  }

  let title: String
  /// Lines below the title.
  var summary: [String] = []
  var sections: [Section] = []

  /// The report for a terminal: wrapped, lists indented.
  var text: String {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    var text = paragraph(title, to: width) + summary.map { paragraph($0, to: width, indent: 2) }.joined()
    for section in sections {
      text += "\n" + paragraph(section.heading, to: width)
      if !section.lead.isEmpty { text += paragraph(section.lead, to: width, indent: 2) }
      for item in section.items {
        text += paragraph(item.text, to: width, indent: 2)
        text += item.details.map { paragraph($0, to: width, indent: 6) }.joined()
      }
    }
    return text
  }

  /// The report as GitHub-flavoured Markdown.
  var markdown: String {
    var text = "# \(Self.plain(title))\n"
    if !summary.isEmpty { text += "\n" + summary.map { Self.plain($0) + "  \n" }.joined() }
    for section in sections {
      text += "\n## \(Self.plain(section.heading))\n"
      if !section.lead.isEmpty { text += "\n\(Self.plain(section.lead))\n" }
      if !section.items.isEmpty { text += "\n" }
      for item in section.items {
        text += "- \(Self.plain(item.text))\n" + item.details.map { "  - \(Self.plain($0))\n" }.joined()
      }
    }
    return text
  }

  /// A text on one line, in which nothing is taken for a sign of Markdown.
  private static func plain(_ text: String) -> String {
    printable(text).replacing("\n", with: " ").reduce(into: "") { plain, character in
      if "\\`*_[]<>#|".contains(character) { plain += "\\" }
      plain.append(character)
    }
  }
}

/// How reports are printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case markdown
}
