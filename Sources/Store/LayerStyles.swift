/// How QGIS draws the layers: each thing in the colour of its holder, at the time that the temporal controller shows.
enum LayerStyles {
    static func write(into connection: Connection, of layers: [Layer] = Schema.maps) throws {
        let insert = try connection.statement(
            """
            INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, \
            styleQML, styleSLD, useAsDefault, description, owner, update_time) \
            VALUES ('', '', ?, 'geom', 'frontline', ?, '', 1, ?, '', '1970-01-01T00:00:00.000Z')
            """)
        for (layer, symbol) in symbols where layers.contains(where: { $0.name == layer }) {
            try insert.run(
                .text(layer), .text(document(symbol)), .text("Colours of the holders; valid_from to valid_to"))
        }
    }

    /// Each layer with its symbol, its own property for the colour, and the others.
    private static let symbols: [(layer: String, symbol: Symbol)] = [
        (
            "control_areas",
            Symbol(
                type: "fill", layer: "SimpleFill", opacity: "0.4", coloured: ["fillColor", "outlineColor"],
                properties: [
                    ("color", "187,187,187,255"), ("outline_color", "187,187,187,255"), ("outline_width", "0.3"),
                    ("outline_style", "solid"), ("style", "solid"),
                ])
        ),
        (
            "changes",
            Symbol(
                type: "fill", layer: "SimpleFill", opacity: "0.8", coloured: ["fillColor"],
                properties: [
                    ("color", "187,187,187,255"), ("outline_color", "34,34,34,255"), ("outline_width", "0.4"),
                    ("outline_style", "solid"), ("style", "b_diagonal"),
                ])
        ),
        (
            "front_lines",
            Symbol(
                type: "line", layer: "SimpleLine", opacity: "1", coloured: [],
                properties: [("line_color", "34,34,34,255"), ("line_width", "0.8"), ("line_style", "solid")])
        ),
        (
            "place_calls",
            Symbol(
                type: "marker", layer: "SimpleMarker", opacity: "1", coloured: ["fillColor"],
                properties: [
                    ("name", "circle"), ("color", "187,187,187,255"), ("outline_color", "34,34,34,255"), ("size", "2"),
                ])
        ),
    ]

    private struct Symbol {
        let type: String
        let layer: String
        let opacity: String
        /// The properties that take the row's own `colour`.
        let coloured: [String]
        let properties: [(name: String, value: String)]
    }

    /// A style as QGIS 3.22 and newer write it, cut down to the symbol and the time.
    private static func document(_ symbol: Symbol) -> String {
        let options = symbol.properties.map {
            "<Option type=\"QString\" name=\"\($0.name)\" value=\"\($0.value)\"/>"
        }
        let colours = symbol.coloured.map {
            """
            <Option type="Map" name="\($0)"><Option type="bool" name="active" value="true"/>\
            <Option type="QString" name="field" value="colour"/><Option type="int" name="type" value="2"/></Option>
            """
        }
        return """
            <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
            <qgis version="3.22.0" styleCategories="Symbology|Temporal">
            <temporal enabled="1" mode="2" limitMode="0" startField="valid_from" endField="valid_to" \
            startExpression="" endExpression="" durationField="" durationUnit="min" fixedDuration="0" accumulate="0">\
            <fixedRange><start></start><end></end></fixedRange></temporal>
            <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>
            <symbol type="\(symbol.type)" name="0" alpha="\(symbol.opacity)" clip_to_extent="1" force_rhr="0">
            <layer class="\(symbol.layer)" pass="0" enabled="1" locked="0">
            <Option type="Map">\(options.joined())</Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/>\
            <Option type="Map" name="properties">\(colours.joined())</Option>\
            <Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
            </layer></symbol></symbols><rotation/><sizescale/></renderer-v2>
            </qgis>
            """
    }
}
