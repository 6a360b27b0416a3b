import GraphModel

extension Value {
  /// The type in words, for messages.
  var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "a truth value"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a text"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .edge: "a relationship"
    case .path: "a path"
    case .point: "a point"
    case .temporal(.date): "a date"
    case .temporal(.localTime): "a local time"
    case .temporal(.time): "a time"
    case .temporal(.localDateTime): "a local date and time"
    case .temporal(.dateTime): "a date and time"
    case .temporal(.duration): "a duration"
    }
  }
}
