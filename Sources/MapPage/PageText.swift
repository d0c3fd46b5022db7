import Formats

/// The page itself, which is the same for all maps but for its title and where it may fetch tiles.
enum PageText {
    static func index(title: String, tiles: TileSource?) -> [UInt8] {
        var text = String(decoding: PackageResources.index_html, as: UTF8.self)
        let plain = String(decoding: DataScript.disarmed(Array(title.utf8)), as: UTF8.self)
        text = replacing("{{tiles}}", in: text, with: tiles.map { " " + $0.origin } ?? "")
        text = replacing(
            "{{code}}", in: text,
            with: code.map(\.name).filter { $0.hasSuffix(".js") && $0 != "base.js" }
                .map { "<script src=\"code/\($0)\" defer></script>" }.joined(separator: "\n"))
        // The title last: it is the reader's own, and may look like a mark.
        text = replacing("{{title}}", in: text, with: XMLText.escaped(plain))
        return Array(text.utf8)
    }

    private static func replacing(_ mark: String, in text: String, with new: String) -> String {
        guard let range = text.firstRange(of: mark) else { return text }
        // Once each, from the front: what stands in the new text is never taken for a mark.
        let rest = String(text[range.upperBound...])
        return String(text[..<range.lowerBound]) + new + replacing(mark, in: rest, with: new)
    }
}

extension PageText {
    /// The scripts in the order in which they are run, and the styles.
    static var code: [(name: String, bytes: [UInt8])] {
        typealias Files = PackageResources
        return [
            ("page.css", Files.page_css), ("narrow.css", Files.narrow_css),
            ("base.js", Files.base_js), ("dom.js", Files.dom_js), ("packed.js", Files.packed_js),
            ("mercator.js", Files.mercator_js), ("land.js", Files.land_js), ("calls.js", Files.calls_js),
            ("regions.js", Files.regions_js), ("doubt.js", Files.doubt_js), ("scene.js", Files.scene_js),
            ("palette.js", Files.palette_js), ("view.js", Files.view_js), ("tiles.js", Files.tiles_js),
            ("paint-ground.js", Files.paint_ground_js), ("paint-areas.js", Files.paint_areas_js),
            ("paint-front.js", Files.paint_front_js), ("paint-places.js", Files.paint_places_js),
            ("paint-reports.js", Files.paint_reports_js), ("picture.js", Files.picture_js), ("pick.js", Files.pick_js),
            ("gestures.js", Files.gestures_js), ("hover.js", Files.hover_js), ("address.js", Files.address_js),
            ("time.js", Files.time_js),
            ("chart.js", Files.chart_js), ("reasons.js", Files.reasons_js), ("why.js", Files.why_js),
            ("search.js", Files.search_js), ("compare.js", Files.compare_js), ("measure.js", Files.measure_js),
            ("legend.js", Files.legend_js), ("save.js", Files.save_js), ("main.js", Files.main_js),
        ]
    }
}
