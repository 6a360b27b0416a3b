// swift-tools-version: 6.2
import PackageDescription

/// Micro-benchmarks; a package of its own, so that neither `swift build` nor `swift test` pays for them.
let package = Package(
  name: "cdograph-benchmarks",
  dependencies: [
    .package(name: "cdograph", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "GraphBenchmarks",
      dependencies: [
        .product(name: "KnowledgeGraph", package: "cdograph"), .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "GraphBenchmarks", swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
