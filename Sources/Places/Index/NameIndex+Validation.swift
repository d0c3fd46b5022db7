extension NameIndex {
    /// Looks at every record that the matcher follows without looking: spots on Earth, texts inside the text, forms in
    /// their order, postings that name a form.
    ///
    /// - Complexity: one pass over records, sounds and postings, some 2 GB a second: no letter of a name is read, and
    ///   nothing that belongs to single places.
    func validate() throws(FormatError) {
        try validatePlaces()
        try validateNames()
        try validateForms()
        try validatePostings()
        let details = values(.details, DetailRecord.self)
        guard details.count == placeCount + 1, values(.wordEnds, UInt32.self).count <= bytes(.wordEnds).count / 4,
            bytes(.details).count % MemoryLayout<DetailRecord>.stride == 0
        else { throw .damaged(section: "details") }
        guard bytes(.order).count == placeCount * 4, spotTree != nil else { throw .damaged(section: "order") }
    }

    private func validatePlaces() throws(FormatError) {
        let limit = UInt64(bytes(.text).count)
        var isSound = true
        for number in 0..<placeCount {
            let place = places[number]
            let length = UInt64(place.idLength) + UInt64(place.secondIDLength) + UInt64(place.nameLength)
            let onEarth =
                place.latitude.magnitude <= 900_000_000 && place.longitude.magnitude <= 1_800_000_000
            isSound = isSound && UInt64(place.text) + length <= limit && onEarth
        }
        guard isSound else { throw .damaged(section: "places") }
    }

    private func validateNames() throws(FormatError) {
        let limit = UInt64(bytes(.text).count)
        let places = UInt32(placeCount)
        let known = languages.count
        var isSound = true
        for number in 0..<nameCount {
            let name = names[number]
            isSound =
                isSound && name.place < places && UInt64(name.text) + UInt64(name.textLength) <= limit
                && Int(name.language) < known
        }
        guard isSound else { throw .damaged(section: "names") }
    }

    private func validateForms() throws(FormatError) {
        let limit = bytes(.sounds).count
        let count = formCount
        var lastName: UInt32 = 0
        var whole = -1
        for number in 0...count {
            let form = forms[number]
            if form.flags & FormRecord.part != 0 {
                // A part stands behind its whole, with nothing but parts of it between.
                guard number < count, whole >= 0, Int(form.firstName) == whole else { throw .damaged(section: "forms") }
            } else {
                guard form.firstName >= lastName, Int(form.firstName) <= nameCount else {
                    throw .damaged(section: "forms")
                }
                lastName = form.firstName
                whole = number
            }
            let coreIsFull = form.flags & FormRecord.coreIsFull != 0
            let letters = Int(form.letterCount)
            let read = Int(form.fullCount) + (coreIsFull ? 0 : Int(form.coreCount))
            guard Int(form.offset) + letters + read <= limit, letters <= FoldedText.capacity,
                form.fullCount <= NameReading.capacity, form.coreCount <= NameReading.capacity,
                !coreIsFull || form.coreCount == form.fullCount
            else { throw .damaged(section: "forms") }
            var highest: UInt8 = 0
            let start = sounds + Int(form.offset) + letters
            for place in 0..<read { highest = max(highest, start[place]) }
            guard highest < Alphabet.capacity else { throw .damaged(section: "sounds") }
        }
    }

    private func validatePostings() throws(FormatError) {
        let filed = values(.postings, UInt32.self)
        let starts = values(.buckets, UInt32.self)
        var highest: UInt32 = 0
        for form in filed { highest = max(highest, form) }
        guard filed.isEmpty || Int(highest) < formCount else { throw .damaged(section: "postings") }
        var isSound = starts.first == 0 && Int(starts.last ?? 1) == filed.count
        for bucket in 1..<starts.count { isSound = isSound && starts[bucket - 1] <= starts[bucket] }
        guard isSound else { throw .damaged(section: "buckets") }
    }

    /// The sections whose bytes are not those that were written. Reads the whole file.
    package func brokenSections() -> [String] {
        IndexSection.allCases.filter { Checksum.of(bytes($0)) != Self.record(base, $0).checksum }.map { "\($0)" }
    }
}
