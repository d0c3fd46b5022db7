extension Snapshot {
    /// For each cell that belongs to places the one of them that decides what it is called, as an index into `places`;
    /// nil where the place has no state.
    package var decidingPlaceOfCell: [Int?] { labels.decidingState }
}

extension Theatre {
    /// The area of each cell of the tessellation in square metres; worked out once.
    package var cellAreasInSquareMetres: [Double] { cells.areas(of: tessellation).ofCells }

    /// The area that is out of reach of every place, in square metres.
    package var beyondReachAreaInSquareMetres: Double { cells.areas(of: tessellation).beyondReach }
}
