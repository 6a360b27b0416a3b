import GraphModel
enum TemporalFunctions { static let all: [Function] = [] }
