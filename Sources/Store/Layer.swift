/// A table that other programs open: with a geometry it is a layer of the map.
struct Layer {
    let name: String
    /// In the words of the GeoPackage standard; nil for a table without one.
    let geometry: String?
    let description: String
    /// With their types, after `fid` and `geom`.
    let columns: [(name: String, type: String)]

    /// From when on and until when a row is good, for a temporal controller: the first and the last millisecond.
    static let period = [(name: "valid_from", type: "DATETIME"), (name: "valid_to", type: "DATETIME")]

    var sql: String {
        let fields =
            ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"] + (geometry.map { ["geom \($0)"] } ?? [])
            + columns.map { "\($0.name) \($0.type)" }
        return "CREATE TABLE \(name) (\(fields.joined(separator: ", ")))"
    }

    /// Takes the geometry's bytes, where there is one, then the columns.
    var insert: String {
        let names = (geometry == nil ? [] : ["geom"]) + columns.map(\.name)
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(names.joined(separator: ", "))) VALUES (\(marks))"
    }

    var index: String { "rtree_\(name)_geom" }

    var indexSQL: String { "CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy)" }

    /// Those of the standard (OGC 12-128r17, annex F.3), which keep the index in step where another program edits.
    var triggers: [(name: String, sql: String)] {
        let box = "NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)"
        let isThere = "(NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))"
        let isGone = "(NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))"
        let put = "INSERT OR REPLACE INTO \(index) VALUES (\(box));"
        let drop = "DELETE FROM \(index) WHERE id = OLD.fid;"
        let events = [
            ("insert", "INSERT ON \(name) WHEN \(isThere) BEGIN \(put) END"),
            ("update1", "UPDATE OF geom ON \(name) WHEN OLD.fid = NEW.fid AND \(isThere) BEGIN \(put) END"),
            ("update2", "UPDATE OF geom ON \(name) WHEN OLD.fid = NEW.fid AND \(isGone) BEGIN \(drop) END"),
            ("update3", "UPDATE ON \(name) WHEN OLD.fid != NEW.fid AND \(isThere) BEGIN \(drop) \(put) END"),
            (
                "update4",
                "UPDATE ON \(name) WHEN OLD.fid != NEW.fid AND \(isGone) BEGIN DELETE FROM \(index) "
                    + "WHERE id IN (OLD.fid, NEW.fid); END"
            ),
            ("delete", "DELETE ON \(name) WHEN old.geom NOT NULL BEGIN \(drop) END"),
        ]
        return events.map { ("\(index)_\($0.0)", "CREATE TRIGGER \(index)_\($0.0) AFTER \($0.1)") }
    }
}
