extension Schema {
    /// Makes all tables of an empty project in an empty file. Within a transaction of the caller's.
    static func make(in connection: Connection) throws {
        try makeGeoPackage(in: connection)
        for table in kept { try connection.execute(table.sql) }
        try connection.execute(digests.sql)
        try connection.execute(layerStyles)
        for layer in tables + maps {
            try connection.execute(layer.sql)
            if layer.geometry != nil { try connection.execute(layer.indexSQL) }
        }
        try connection.statement("INSERT INTO frontline_project VALUES (1, ?, ?)").run(
            .text(format), .integer(version))
        try list(
            tables + maps, and: [("reports", "The log of reports, in the order in which they came"), stylesListed],
            in: connection)
        try LayerStyles.write(into: connection)
        for trigger in appendOnly { try connection.execute(trigger.sql) }
        for layer in tables + maps where layer.geometry != nil {
            for trigger in layer.triggers { try connection.execute(trigger.sql) }
        }
    }

    /// Makes the layers of a map without a project, in an empty file. Within a transaction of the caller's.
    static func make(_ layers: [Layer], in connection: Connection) throws {
        try makeGeoPackage(in: connection)
        try connection.execute(digests.sql)
        try connection.execute(layerStyles)
        for layer in layers {
            try connection.execute(layer.sql)
            if layer.geometry != nil { try connection.execute(layer.indexSQL) }
        }
        try list(layers, and: [stylesListed], in: connection)
        try LayerStyles.write(into: connection, of: layers)
    }

    private static func makeGeoPackage(in connection: Connection) throws {
        for sql in geoPackage { try connection.execute(sql) }
        let systems = try connection.statement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)")
        for system in spatialReferences {
            try systems.run(
                .text(system.name), .integer(system.id), .text(system.organization), .integer(system.id),
                .text(system.definition), .text(system.description))
        }
    }

    private static let stylesListed = ("layer_styles", "How QGIS draws the layers")

    /// Tells other programs which tables there are.
    private static func list(
        _ layers: [Layer], and others: [(String, String)], in connection: Connection
    ) throws {
        // No clock: the same scenario gives the same file. Layers get the time of what they show when they are filled.
        let contents = try connection.statement(
            """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) \
            VALUES (?, ?, ?, ?, '1970-01-01T00:00:00.000Z', ?)
            """)
        let columns = try connection.statement("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)")
        let extensions = try connection.statement(
            """
            INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', \
            'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
            """)
        for (name, description) in others {
            try contents.run(.text(name), .text("attributes"), .text(name), .text(description), .integer(0))
        }
        for layer in layers {
            let isSpatial = layer.geometry != nil
            try contents.run(
                .text(layer.name), .text(isSpatial ? "features" : "attributes"), .text(layer.name),
                .text(layer.description), .integer(isSpatial ? 4326 : 0))
            guard let geometry = layer.geometry else { continue }
            try columns.run(.text(layer.name), .text(geometry))
            try extensions.run(.text(layer.name))
        }
    }

    private struct SpatialReference {
        let name: String
        let id: Int
        let organization: String
        let definition: String
        let description: String
    }

    /// The three that the standard asks for.
    private static let spatialReferences = [
        SpatialReference(
            name: "Undefined Cartesian SRS", id: -1, organization: "NONE", definition: "undefined",
            description: "undefined Cartesian coordinate reference system"),
        SpatialReference(
            name: "Undefined geographic SRS", id: 0, organization: "NONE", definition: "undefined",
            description: "undefined geographic coordinate reference system"),
        SpatialReference(
            name: "WGS 84 geodetic", id: 4326, organization: "EPSG",
            definition: """
                GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
                AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
                UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],\
                AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
                """,
            description: "longitude and latitude in degrees on the WGS 84 ellipsoid"),
    ]
}
