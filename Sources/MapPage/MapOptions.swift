/// What a page is told besides what it shows.
package struct MapOptions: Sendable {
    /// In place of the scenario's own.
    package var title: String?
    /// The version of the program.
    package var program: String
    /// The digest of all that was read.
    package var inputs: String
    /// A source of map tiles; nothing is fetched without one.
    package var tiles: TileSource?

    package init(title: String? = nil, program: String, inputs: String, tiles: TileSource? = nil) {
        self.title = title
        self.program = program
        self.inputs = inputs
        self.tiles = tiles
    }
}
