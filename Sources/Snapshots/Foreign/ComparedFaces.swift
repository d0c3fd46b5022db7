import Geometry

/// What both maps say of each face of their overlay.
struct ComparedFaces {
    struct Pair: Hashable {
        let from: MapCover
        let to: MapCover
    }

    /// The kinds of faces that occur.
    private(set) var pairs: [Pair] = []
    /// By the number of the overlay's cover; -1 for covers that no face has.
    private(set) var pairOfCover: [Int32]

    init(_ overlay: Overlay, _ a: ForeignMap, _ b: ForeignMap) {
        pairOfCover = [Int32](repeating: -1, count: overlay.covers.count)
        var number: [Pair: Int32] = [:]
        for covers in [overlay.left, overlay.right] {
            for cover in covers where pairOfCover[Int(cover)] < 0 {
                let layers = overlay.covers[Int(cover)].layers.map(Int.init)
                let pair = Pair(
                    from: MapCover(layers.filter { $0 < a.holders.count }.map { a.holders[$0] }),
                    to: MapCover(layers.filter { $0 >= a.holders.count }.map { b.holders[$0 - a.holders.count] }))
                if number[pair] == nil {
                    number[pair] = Int32(pairs.count)
                    pairs.append(pair)
                }
                pairOfCover[Int(cover)] = number[pair]!
            }
        }
    }

    @inline(__always)
    func pair(of cover: Int32) -> Pair { pairs[Int(pairOfCover[Int(cover)])] }

    /// The number of a face's pair where the maps differ, else ``Tessellation/outside``.
    func changedPair(of cover: Int32) -> Int32 {
        let number = pairOfCover[Int(cover)]
        return pairs[Int(number)].from == pairs[Int(number)].to ? Tessellation.outside : number
    }
}
