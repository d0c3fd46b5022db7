/// Numbers for the ids of actors, sources and sides, so that inner loops compare numbers. Numbers are given in the order
/// of asking, and nothing that is computed hangs on them.
struct NameTable {
    private var numbers: [String: Int32] = [:]
    private(set) var names: [String] = []

    mutating func number(_ name: String) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }

    subscript(number: Int32) -> String { names[Int(number)] }
}
