public import ArgumentParser
public import Diagrams
public import GraphModel
public import KnowledgeGraph
public import Matchmaking
public import NetworkVocabulary

// The types of the library that can be written as an option; each is an enum whose words are the options.

extension DuplicatePolicy: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}
extension PeerQuery.Candidates: ExpressibleByArgument {}
extension PictureFormat: ExpressibleByArgument {}
extension RoleFocus: ExpressibleByArgument {}
