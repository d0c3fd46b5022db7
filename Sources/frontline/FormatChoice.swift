import ArgumentParser

/// Which format is meant by `--format` and the name of the file.
enum FormatChoice {
    /// The one named; else by the file's ending; else text, also in a pipe.
    static func format<Format: RawRepresentable<String> & CaseIterable>(
        _ named: Format?, output: String?, text: Format
    ) throws -> Format {
        if let named { return named }
        guard let output, output != "-" else { return text }
        let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let word = ["json": "geojson", "txt": "text"][ending] ?? ending
        guard output.contains("."), let format = Format(rawValue: word) else {
            let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("-o \(output): its ending tells no format; add --format (\(known))")
        }
        return format
    }
}
