import TestSupport
import Testing

@testable import Formats

@Suite struct LabelPlacerTests {
    /// Labels of all sizes around crowded places: none over another, over the scale bar, over a mark, or over the edge.
    @Test(arguments: 0..<50) func nothingOverlaps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let frame = PictureBox(x: 0, y: 0, width: 300, height: 200)
        let scale = PictureBox(x: 5, y: 170, width: 60, height: 25)
        var placer = LabelPlacer(frame: frame, taken: [scale], lines: [])
        let spots = (0..<60).map { _ in
            (x: Double.random(in: 0...300, using: &random), y: Double.random(in: 0...200, using: &random))
        }
        let marks = spots.prefix(10).map { PictureBox(x: $0.x - 2, y: $0.y - 2, width: 4, height: 4) }
        for mark in marks { placer.keepFree(mark) }
        var placed: [PictureBox] = []
        for spot in spots {
            let width = Double.random(in: 10...80, using: &random)
            if let box = placer.place(width: width, height: 12, x: spot.x, y: spot.y, gap: 3) { placed.append(box) }
        }
        #expect(placed.count >= 10)
        for (number, box) in placed.enumerated() {
            #expect(frame.contains(box))
            #expect(!([scale] + marks + placed[..<number]).contains(where: box.overlaps))
        }
    }

    @Test func keepsOffLinesWhereItCan() throws {
        let frame = PictureBox(x: 0, y: 0, width: 100, height: 100)
        // A line to the right of the place: the label goes to the left.
        let line = (0...100).map { (x: 60.0, y: Double($0)) }
        var placer = LabelPlacer(frame: frame, taken: [], lines: line)
        let found = placer.place(width: 30, height: 10, x: 50, y: 50, gap: 3)
        let box = try #require(found)
        #expect(box.x + box.width <= 50)
    }

    @Test func linesOfTextFitTheirColumn() {
        let text = "Lines run between places that face each other: they are as exact as places are dense."
        for width in [120.0, 200, 400] {
            let lines = TextMeasure.lines(text, size: 10, width: width)
            #expect(lines.joined(separator: " ") == text)
            #expect(lines.allSatisfy { TextMeasure.width($0, size: 10) <= width })
        }
    }
}
