public import GraphAlgorithms
public import GraphModel
import JSONText
public import Matchmaking
import NetworkFiles
public import NetworkVocabulary

extension Workspace {
  /// Learns the weights of a preset from earlier years of the network; see `Matchmaker.tuning(of:_:_:)`.
  ///
  /// ```swift
  /// let tuning = try workspace.permitting(.matching).tuning(of: workspace.matching.similar)
  /// let text = try workspace.matchingFile(with: tuning, .german)
  /// ```
  ///
  /// - Throws: `Cancelled`.
  public func tuning(
    of preset: MatchPreset, _ options: TrainingOptions = TrainingOptions(), _ execution: Execution = Execution()
  ) throws(Cancelled) -> PresetTuning {
    try matchmaker().tuning(of: preset, options, execution)
  }

  /// The whole of `matching.json` with the weights that were learned, for `Graph` or for a folder laid over it.
  ///
  /// Of the preset's record only the weights of the components and the source change; every other record keeps its bytes,
  /// and so does this one where nothing was learned. Without a `matching.json` it holds the presets that come with the program.
  ///
  /// - Throws: `JSONSyntaxError` for a `matching.json` that has become unreadable since the network was loaded.
  public func matchingFile(with tuning: PresetTuning, _ language: Language) throws -> String {
    var file: RecordFile?
    for folder in folders {
      guard let bytes = FileChanges.contents(of: "\(folder)/\(RecordKind.matchPreset.file)") else { continue }
      let own = try RecordFile(bytes)
      guard var whole = file else {
        file = own
        continue
      }
      whole.insert(own.records.filter { !whole.replace($0) })
      file = whole
    }
    var whole = try file ?? builtInFile(language)
    guard tuning.outcome == .learned else { return whole.text }
    let record = whole[tuning.tuned.name] ?? RecordText(tuning.tuned, "")
    let learned = record.weighing(tuning.tuned, source: tuning.origin[language])
    if !whole.replace(learned) { whole.insert([learned]) }
    return whole.text
  }

  private func builtInFile(_ language: Language) throws -> RecordFile {
    var file = try RecordFile()
    let source = Wording("Gewichte, die mit dem Programm kommen", "the weights that come with the program")[language]
    file.insert(matching.presets.map { RecordText($0, source) })
    return file
  }
}

extension PresetTuning {
  /// Where the weights come from, in words.
  public var origin: Wording {
    switch outcome {
    case .tooLittle:
      return Wording(
        "bisherige Gewichte, denn die Vorgeschichte reicht nicht",
        "the present weights, since there is too little history")
    case .worse:
      return Wording(
        "bisherige Gewichte, denn gelernte sind schlechter", "the present weights, since learned ones are worse")
    case .learned: break
    }
    let years = windowYears.sorted().map(String.init).joined(separator: ", ")
    return Wording(
      "gelernt von cdograph tune aus \(questionCount) Fragen an die eigene Vorgeschichte (Zeiträume ab \(years))",
      "learned by cdograph tune from \(questionCount) questions of the network's own past (windows from \(years))")
  }
}

extension RecordText {
  fileprivate init(_ preset: MatchPreset, _ source: String) {
    self.init(
      id: preset.name,
      members: preset.fields.map { ($0.name, JSONOutput(weightOrWord: $0.value)) }
        + [("source", .string(source)), ("verified", .boolean(false))])
  }

  /// The record with the weights of a preset in the place of its own.
  fileprivate func weighing(_ preset: MatchPreset, source: String) -> RecordText {
    let components = Set(MatchComponent.allCases.map(\.rawValue))
    let place = members.firstIndex { components.contains($0.key) } ?? members.count
    var rest = members.enumerated().filter { !components.contains($0.element.key) }
    let number = rest.firstIndex { $0.element.key == "source" }
    let text = JSONOutput.string(source).text()
    if let number { rest[number].element.text = text } else { rest.append((members.count, ("source", text))) }
    var record = self
    record.setMembers(
      rest.filter { $0.offset < place }.map(\.element)
        + preset.componentFields.map { ($0.name, JSONOutput(weightOrWord: $0.value).text()) }
        + rest.filter { $0.offset >= place }.map(\.element))
    return record
  }
}

extension JSONOutput {
  /// What the fields of a preset hold.
  fileprivate init(weightOrWord value: Value) {
    self = value.text.map(JSONOutput.string) ?? .float(value.number ?? 0)
  }
}
