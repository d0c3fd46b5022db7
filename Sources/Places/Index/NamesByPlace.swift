/// The names of each place, each text once, in the order in which they came.
struct NamesByPlace {
    /// Where the names of each place begin in `numbers`.
    private(set) var starts: [UInt32]
    /// At first numbers into the builder's names, then into the file's.
    private(set) var numbers: [UInt32] = []
    /// How many names stand under a form.
    private(set) var filedCount = 0

    init(_ builder: IndexBuilder, places: Int, doubtful: [Bool]) {
        var counts = [UInt32](repeating: 0, count: places + 1)
        for name in builder.names { counts[Int(name.place) + 1] += 1 }
        for place in 0..<places { counts[place + 1] += counts[place] }
        var sorted = [UInt32](repeating: 0, count: builder.names.count)
        var next = counts
        for (number, name) in builder.names.enumerated() {
            sorted[Int(next[Int(name.place)])] = UInt32(number)
            next[Int(name.place)] += 1
        }
        starts = []
        starts.reserveCapacity(places + 1)
        numbers.reserveCapacity(sorted.count)
        var known: [UInt64: Int] = [:]
        for place in 0..<places {
            starts.append(UInt32(numbers.count))
            let range = Int(counts[place])..<Int(counts[place + 1])
            if range.count == 1 {
                numbers.append(sorted[range.lowerBound])
                continue
            }
            known.removeAll(keepingCapacity: true)
            for number in sorted[range] {
                let name = builder.names[Int(number)]
                let hash = builder.text.withUnsafeBufferPointer {
                    Hash.bytes($0.baseAddress! + Int(name.text), Int(name.textLength))
                }
                if let first = known[hash] {
                    // Said again: by another source, in another language, or as the preferred one.
                    builder.names[first].sources |= name.sources
                    builder.names[first].kind = min(builder.names[first].kind, name.kind)
                    if LanguageTag.bcp47(builder.languages[Int(builder.names[first].language)]) == nil {
                        builder.names[first].language = name.language
                    }
                } else {
                    known[hash] = Int(number)
                    numbers.append(number)
                }
            }
        }
        starts.append(UInt32(numbers.count))
        for number in numbers where doubtful[Int(number)] { builder.names[Int(number)].kind |= NameRecord.doubtful }
    }

    /// The names in the order of the file: by form, then as they came; behind them those that find nothing new, as their
    /// place has the form already or they have none. Tells the forms where their names begin.
    mutating func fileByForm(_ builder: IndexBuilder) -> [NameRecord] {
        let count = builder.forms.count
        var isFiled = [Bool](repeating: false, count: numbers.count)
        var formStarts = [UInt32](repeating: 0, count: count + 1)
        var lastPlace = [UInt32](repeating: .max, count: count)
        for place in 0..<(starts.count - 1) {
            for entry in Int(starts[place])..<Int(starts[place + 1]) {
                let form = builder.nameForms[Int(numbers[entry])]
                if form == IndexBuilder.noForm || lastPlace[Int(form)] == UInt32(place) { continue }
                lastPlace[Int(form)] = UInt32(place)
                isFiled[entry] = true
                formStarts[Int(form) + 1] += 1
            }
        }
        for form in 0..<count {
            formStarts[form + 1] += formStarts[form]
            if builder.forms[form].flags & FormRecord.part == 0 { builder.forms[form].firstName = formStarts[form] }
        }
        filedCount = Int(formStarts[count])
        var sorted = [NameRecord](repeating: NameRecord(), count: numbers.count)
        var unfiled = filedCount
        for entry in numbers.indices {
            let number = Int(numbers[entry])
            var at = unfiled
            if isFiled[entry] {
                let form = Int(builder.nameForms[number])
                at = Int(formStarts[form])
                formStarts[form] += 1
            } else {
                unfiled += 1
            }
            sorted[at] = builder.names[number]
            numbers[entry] = UInt32(at)
        }
        return sorted
    }
}
