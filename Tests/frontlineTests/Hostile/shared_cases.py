"""The files of gen_poison.py, whose columns have other names than ours, for the readers that they suit."""
import os

# Where we know better than a reader of any GeoJSON can: several parties may overlap in a map of others, which is told.
# And where we are more lenient: a leap second is taken on any day, an offset may go beyond 14 hours, and any year of four
# digits is one, as nothing that is read is held against a clock.
OTHERWISE = {"geojson/two_parties_overlap.geojson": "any"} | {
    "times/time_%02d.csv" % number: "any" for number in (8, 12, 15, 28, 36)}


def cases(folder, readers):
    with open(os.path.join(folder, "MANIFEST.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    for name, kind, expected, why in rows:
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        flat = "shared-" + name.replace("/", "-").rsplit(".", 1)[0]
        label = "shared %s (%s)" % (name, why[:40])
        expected = OTHERWISE.get(name, expected)
        if kind.startswith("http"):
            continue
        if name.startswith("geojson/") or kind in ("size", "name"):
            # A map without land says nothing of who holds what: of points only what must be refused is known.
            sure = "refused" if expected == "reject" else "told" if expected == "repair" else "any"
            yield label, readers.map_of_others(flat, data), sure
            yield label, readers.boundary("edge-" + flat, data), "refused" if expected == "reject" else "any"
            yield label, list(readers.gazetteer("gaz-" + flat, data, "wof", "geojson"))[:1], "any"
            yield label, readers.lines(flat, data), "any"
        elif kind == "time":
            cell = data.decode().split("\n", 1)[1].split(",", 2)[2].rsplit(",", 1)[0]
            rows = "date,place,actor,claim,source\n2020-01-01,Bravotown,blue,holds,monitor\n%s,Alphaville,red,holds,monitor\n" % cell
            yield label, list(readers.reports(flat, rows))[:1], "skipped" if expected == "reject" else "any"
        elif kind == "csv":
            text = data.replace(b"time,", b"date,", 1).replace(b"party", b"actor", 1)
            yield label, readers.reports(flat, text), "any"
            yield label, readers.project("project-" + flat, text), "any"
            yield label, readers.table(flat, text), "any"
            yield label, list(readers.gazetteer("gaz-" + flat, text, "table", "csv"))[:1], "any"
        elif kind == "stream":
            text = data.replace(b'"time"', b'"date"').replace(b'"party"', b'"actor"').replace(b'alpha', b'red').replace(b'bravo', b'blue')
            yield label, readers.reports(flat, text, "ndjson"), "any"
            yield label, readers.lines(flat, data), "any"
        elif kind.startswith("gpkg"):
            # None of them is a project of ours, sound or not.
            yield label, readers.opened(flat, data), "refused"
        else:
            yield label, readers.map_of_others(flat, data), "refused"
            yield label, readers.boundary("edge-" + flat, data), "refused"
            yield label, readers.table(flat, data), "refused"
            yield label, list(readers.reports(flat, data))[:1], "refused"
            yield label, readers.opened(flat, data), "refused"
            for format in ("table", "geonames", "wof", "cod", "index"):
                yield label, list(readers.gazetteer("%s-%s" % (format, flat), data, format))[:1], "refused"
