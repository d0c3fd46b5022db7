/// Finds room for labels beside their places, one after the other: who comes first is served first, and a label that finds
/// no room is left out. No two labels overlap, and none lies on the mark of a place that has one.
struct LabelPlacer {
    private let frame: PictureBox
    private var taken: [PictureBox]
    /// Points along lines that labels should rather not lie on.
    private let lines: [(x: Double, y: Double)]

    /// - Parameter taken: where nothing may lie, such as the scale bar.
    init(frame: PictureBox, taken: [PictureBox], lines: [(x: Double, y: Double)]) {
        self.frame = frame
        self.taken = taken
        self.lines = lines
    }

    /// Keeps the mark of a place free of the labels that come later.
    mutating func keepFree(_ box: PictureBox) { taken.append(box) }

    /// Where a label of this size goes beside the mark at `x`, `y`, or nil. Of the free spots the one that is least on
    /// lines, of equals the first: right, left, above, below, then the corners.
    ///
    /// - Complexity: O(labels placed + points of lines).
    mutating func place(width: Double, height: Double, x: Double, y: Double, gap: Double) -> PictureBox? {
        let (right, left) = (x + gap, x - gap - width)
        let (above, below, middle) = (y - gap - height, y + gap, y - height / 2)
        let spots = [
            (right, middle), (left, middle), (x - width / 2, above), (x - width / 2, below), (right, above + gap),
            (right, below - gap), (left, above + gap), (left, below - gap),
        ]
        var best: (box: PictureBox, crossings: Int)?
        for spot in spots {
            let box = PictureBox(x: spot.0, y: spot.1, width: width, height: height)
            guard frame.contains(box), !taken.contains(where: box.overlaps) else { continue }
            let crossings = lines.count {
                $0.x >= box.x && $0.x <= box.x + width && $0.y >= box.y && $0.y <= box.y + height
            }
            if crossings < best?.crossings ?? .max { best = (box, crossings) }
            if crossings == 0 { break }
        }
        if let best { taken.append(best.box) }
        return best?.box
    }
}
