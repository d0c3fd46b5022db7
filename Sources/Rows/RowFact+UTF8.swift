extension RowFact {
    /// That bytes are no text, and where they cease to be one.
    package init(firstInvalidByteOf bytes: ArraySlice<UInt8>) {
        self = .notUTF8(byte: RecordScanner.Record.firstInvalidByte(of: [Array(bytes)]))
    }
}
