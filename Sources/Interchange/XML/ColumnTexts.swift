import GraphModel

/// The values of one column of GraphML as `data` elements.
struct ColumnTexts {
  private let kind: ColumnKind
  private let key: String
  private let opening: ShortText
  private let closing = ShortText("</data>")

  /// Prepares a column.
  ///
  /// - Parameter key: The id of the `key` that describes it.
  init(_ kind: ColumnKind, key: String) {
    (self.kind, self.key) = (kind, key)
    opening = ShortText("<data key=\"\(key)\">")
  }

  /// Adds the values of some elements.
  func write(_ run: ValueRun, to cells: inout Cells) {
    switch (kind, run.values) {
    case (.long, .integers(let numbers)):
      run.visit { row, position in
        add(row, &cells) { DecimalText.write(numbers[position], at: $0) }
      }
    case (.double, .floats(let numbers)):
      run.visit { row, position in
        let isShort = DecimalText.hasFewDecimals(numbers[position])
        guard isShort else { return addLong(.float(numbers[position]), row, &cells) }
        add(row, &cells) { DecimalText.write(fewDecimals: numbers[position], at: $0) }
      }
    case (_, .texts(let numbers, let texts)):
      run.fetchTexts()
      run.visit { row, position in
        let number = Int(numbers[position])
        if cells.addKnown(row, number) { return }
        kind == .string ? add(texts[number], row, &cells) : addLong(.string(texts[number]), row, &cells)
        cells.number(row, number)
      }
    case (.string, .any(let values)):
      run.fetchTexts()
      run.visit { row, position in if case .string(let text) = values[position] { add(text, row, &cells) } }
    case (_, .any(let values)): run.visit { row, position in addLong(values[position], row, &cells) }
    case (_, .integers(let numbers)): run.visit { addLong(.integer(numbers[$1]), $0, &cells) }
    case (_, .floats(let numbers)): run.visit { addLong(.float(numbers[$1]), $0, &cells) }
    }
  }

  /// Adds a short text without anything that XML gives a meaning.
  @inline(__always)
  private func add(_ row: Int, _ cells: inout Cells, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    cells.add(row, atMost: 2 * ByteBuffer.slack + DecimalText.room) { target in
      let start = opening.write(at: target)
      let end = start + write(target + start)
      return end + closing.write(at: target + end)
    }
  }

  @inline(__always)
  private func add(_ text: String, _ row: Int, _ cells: inout Cells) {
    let isWritten = text.lendUTF8 { bytes in
      guard let source = bytes.baseAddress, XMLText.isPlain(bytes) else { return false }
      cells.add(row, atMost: bytes.count + 2 * ByteBuffer.slack) { target in
        let start = opening.write(at: target)
        (target + start).update(from: source, count: bytes.count)
        return start + bytes.count + closing.write(at: target + start + bytes.count)
      }
      return true
    }
    if !isWritten { addLong(.string(text), row, &cells) }
  }

  @inline(never)
  private func addLong(_ value: Value, _ row: Int, _ cells: inout Cells) { cells.add(row) { append(value, to: &$0) } }

  /// Adds any value; a text that XML cannot hold as JSON, which its element says.
  private func append(_ value: Value, to sink: inout TextSink) {
    let isHeld = kind == .value || value.text.map(XMLText.canHold) ?? true
    if isHeld {
      sink.append(opening)
      sink.appendXML(kind.text(of: value))
    } else {
      sink.append("<data key=\"\(key)\" \(GraphML.kindMark)=\"\(ColumnKind.value.rawValue)\">")
      sink.appendXML(ColumnKind.value.text(of: value))
    }
    sink.append(closing)
  }
}
