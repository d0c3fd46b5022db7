import CMalloc

@main
struct Main {
    static func main() throws {
        keepFreedMemory()
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "names": try NamesBenchmark.run(Array(arguments.dropFirst()))
        case "areas": try AreasBenchmark.run(Array(arguments.dropFirst()))
        case "nearest": try NearestBenchmark.run(Array(arguments.dropFirst()))
        case "series": try SeriesBenchmark.run(Array(arguments.dropFirst()))
        case "lines": try LinesBenchmark.run(Array(arguments.dropFirst()))
        default: print("usage: benchmarks names … | nearest … | areas … | series … | lines …")
        }
    }
}
