import TestSupport
import Testing

@testable import Snapshots

@Suite struct KeyListTests {
    @Test func listsOfPlainKeysAreJoinedByAPlus() {
        #expect(KeyList.text(["isis", "rebels"]) == "isis+rebels")
        #expect(MapCover.overlap([.held(side: "a+b"), .held(side: "c")]).key == "overlap:a%2Bb+c")
        #expect(MapCover.overlap([.held(side: "a"), .held(side: "b+c")]).key == "overlap:a+b%2Bc")
    }

    /// No two lists have one text, and each text gives its list back.
    @Test func everyListComesBack() {
        var generator = SeededGenerator(seed: 7)
        let letters = ["a", "+", "%", "2", "B", "5", "ع"]
        for _ in 0..<2000 {
            let keys = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
                    .joined()
            }
            #expect(KeyList.keys(of: KeyList.text(keys)[...]) == keys)
        }
    }
}
