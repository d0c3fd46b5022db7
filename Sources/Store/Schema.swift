/// The tables of a project, as they are made and as they are found again: letter for letter.
enum Schema {
    /// Names the format in `frontline_project`.
    static let format = "frontline-project"
    /// Goes up when a reader of the old tables would misread the new ones.
    static let version = 1
    /// "GPKG", and version 1.3.0 of the standard (OGC 12-128r17).
    static let applicationID = 0x4750_4B47
    static let geoPackageVersion = 10300

    /// What the GeoPackage standard asks of each file.
    static let geoPackage: [String] = [
        """
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, \
        organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, \
        description TEXT)
        """,
        """
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, \
        identifier TEXT UNIQUE, description TEXT DEFAULT '', \
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, \
        max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, \
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
        """,
        """
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, \
        geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, \
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), \
        CONSTRAINT uk_gc_table_name UNIQUE (table_name), \
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), \
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
        """,
        """
        CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, \
        definition TEXT NOT NULL, scope TEXT NOT NULL, \
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
        """,
    ]

    /// What every reader of styles out of a GeoPackage looks for (QGIS).
    static let layerStyles = """
        CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, \
        f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, \
        useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME)
        """

    /// The truth of a project: what the files of the scenario are made of again. Everything else can be worked out.
    static let kept: [(name: String, sql: String)] = [
        (
            "frontline_project",
            """
            CREATE TABLE frontline_project (id INTEGER PRIMARY KEY CHECK (id = 1), format TEXT NOT NULL, \
            version INTEGER NOT NULL)
            """
        ),
        (
            "files",
            """
            CREATE TABLE files (fid INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, \
            role TEXT NOT NULL CHECK (role IN ('scenario', 'gazetteer')), content_hash BLOB NOT NULL)
            """
        ),
        (
            "file_pieces",
            """
            CREATE TABLE file_pieces (fid INTEGER PRIMARY KEY AUTOINCREMENT, \
            file_fid INTEGER NOT NULL REFERENCES files (fid), bytes BLOB NOT NULL, content_hash BLOB NOT NULL)
            """
        ),
        (
            "reports",
            """
            CREATE TABLE reports (fid INTEGER PRIMARY KEY AUTOINCREMENT, \
            file_fid INTEGER NOT NULL REFERENCES files (fid), line INTEGER NOT NULL, report_id TEXT UNIQUE, \
            published_at DATETIME, recorded_at DATETIME, valid_from DATETIME, valid_to DATETIME, place TEXT, \
            place_id TEXT, claim TEXT, actors TEXT, source TEXT, credibility INTEGER, supersedes TEXT, url TEXT, \
            record BLOB NOT NULL, content_hash BLOB NOT NULL)
            """
        ),
    ]

    /// A row that was written stays as it is: a correction is a new report.
    static let appendOnly: [(name: String, sql: String)] = ["files", "file_pieces", "reports"].flatMap { table in
        ["UPDATE", "DELETE"].map { verb in
            let name = "\(table)_no_\(verb.lowercased())"
            return (
                name,
                """
                CREATE TRIGGER \(name) BEFORE \(verb) ON \(table) BEGIN \
                SELECT RAISE(ABORT, '\(table) only grows: a correction is a new report'); END
                """
            )
        }
    }

    /// What is worked out of the files, for other programs to read.
    static let tables: [Layer] = [
        Layer(
            name: "places", geometry: "POINT", description: "The gazetteer",
            columns: [
                ("place_id", "TEXT"), ("name", "TEXT"), ("kind", "TEXT"), ("parent", "TEXT"), ("population", "INTEGER"),
                ("uncertainty_m", "REAL"),
            ]),
        Layer(
            name: "names", geometry: nil, description: "Every spelling of every place",
            columns: [("place_fid", "INTEGER"), ("name", "TEXT"), ("language", "TEXT"), ("kind", "TEXT")]),
        Layer(
            name: "actors", geometry: nil,
            description: "Who can hold a place; a row for each side that an actor was on",
            columns: [
                ("actor_id", "TEXT"), ("name", "TEXT"), ("names", "TEXT"), ("side", "TEXT"), ("side_from", "TEXT"),
                ("side_to", "TEXT"), ("parent", "TEXT"), ("colour", "TEXT"),
            ]),
        Layer(
            name: "sources", geometry: nil, description: "Who reported",
            columns: [
                ("source_id", "TEXT"), ("name", "TEXT"), ("kind", "TEXT"), ("reliability", "TEXT"), ("leaning", "TEXT"),
                ("echoes", "TEXT"),
            ]),
        Layer(
            name: "settings", geometry: nil, description: "What scenario.json says",
            columns: [("title", "TEXT"), ("from_day", "TEXT"), ("to_day", "TEXT"), ("reach_km", "REAL")]),
        Layer(name: "area", geometry: "MULTIPOLYGON", description: "The area of interest", columns: []),
    ]

    /// The map, at the moments for which it was drawn.
    static let maps: [Layer] = [
        Layer(
            name: "place_calls", geometry: "POINT", description: "Places with their call",
            columns: [
                ("place_id", "TEXT"), ("name", "TEXT"), ("kind", "TEXT"), ("status", "TEXT"), ("holder", "TEXT"),
                ("colour", "TEXT"), ("probability", "REAL"), ("inferred", "BOOLEAN"), ("since", "TEXT"),
                ("last_report_at", "TEXT"), ("reports", "TEXT"), ("is_latest", "BOOLEAN"),
            ] + Layer.period),
        Layer(
            name: "control_areas", geometry: "MULTIPOLYGON", description: "Who holds the land",
            columns: [
                ("status", "TEXT"), ("holder", "TEXT"), ("colour", "TEXT"), ("area_km2", "REAL"), ("places", "INTEGER"),
            ] + Layer.period),
        Layer(
            name: "front_lines", geometry: "LINESTRING", description: "The lines between hostile sides",
            columns: [
                ("left_side", "TEXT"), ("right_side", "TEXT"), ("is_certain", "BOOLEAN"), ("length_km", "REAL"),
            ] + Layer.period),
        Layer(
            name: "changes", geometry: "MULTIPOLYGON", description: "Land that went from one holder to another",
            columns: [
                ("from_holder", "TEXT"), ("to_holder", "TEXT"), ("colour", "TEXT"), ("area_km2", "REAL"),
                ("reports", "TEXT"),
            ] + Layer.period),
    ]

    static let digests = (
        name: "layer_digests",
        sql:
            "CREATE TABLE layer_digests (table_name TEXT NOT NULL PRIMARY KEY, rows INTEGER NOT NULL, digest BLOB NOT NULL)"
    )
}
