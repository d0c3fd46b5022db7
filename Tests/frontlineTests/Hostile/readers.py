"""Every way in: a hostile file, and the commands that read it."""
import json, os, shutil

HELD = "id,lon,lat,actor\n" + "".join(
    "%d,%.2f,%.2f,%s\n" % (i, 36.5 + i % 6 * 0.4, 35.5 + i // 6 * 0.4, "red" if i % 6 < 3 else "blue") for i in range(36))
REPORTS = "id,date,place,actor,claim,source\n"
REPORT = "a,2020-01-01,Alphaville,red,holds,monitor\n"
PLACES = "id\ttitle\tlon\tlat\ttypes\tsources\n" + "".join(
    "t:%d\t%s\t%.2f\t%.2f\tvillage\ttest\n" % (i, name, 37 + i * 0.2, 36.2 + i % 2 * 0.2)
    for i, name in enumerate(["Alphaville", "Bravotown", "Charlieburg", "Deltaham"]))
ACTORS = "id,name,names,side,colour\nred,Red Army,Reds,red,#CC0000\nblue,Blue Front,,blue,#0000CC\n"
SOURCES = "id,name,kind,reliability,leaning\nmonitor,Monitor,monitor,B,\n"
MAP = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": name, "properties": {"party": name},
     "geometry": {"type": "Polygon", "coordinates": [[[x, 35], [x + 1, 35], [x + 1, 38], [x, 38], [x, 35]]]}}
    for name, x in (("alpha", 36.5), ("bravo", 37.5))]}


class Readers:
    """`frontline` and a folder to work in. Each method gives the commands that read the bytes, with what they print."""

    def __init__(self, frontline, work):
        self.frontline, self.work = frontline, work
        self.held = self.file("held.csv", HELD)
        self.map = self.file("map.geojson", json.dumps(MAP))
        self.places = self.file("places.tsv", PLACES)
        self.scenario = self.folder("war")

    def file(self, name, data):
        path = os.path.join(self.work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
        return path

    def folder(self, name, **files):
        """A scenario that is sound but for the files given."""
        sound = {"reports.csv": REPORTS + REPORT, "actors.csv": ACTORS, "sources.csv": SOURCES, "places.tsv": PLACES}
        changed = {key.replace("_", "."): value for key, value in files.items()}
        sound = {name: data for name, data in sound.items() if name not in changed}
        if "reports.ndjson" in changed:
            del sound["reports.csv"]
        for file, data in {**sound, **changed}.items():
            self.file("%s/%s" % (name, file), data)
        return os.path.join(self.work, name)

    def command(self, *arguments):
        return [self.frontline, *arguments]

    def map_of_others(self, name, data):
        path = self.file(name + ".geojson", data)
        yield "diff", self.command("diff", self.map, path, "--format", "geojson"), "geojson", b""
        yield "overlay", self.command(
            "snapshot", self.scenario, "--at", "2020-01-02", "--overlay", path, "--format", "geojson"), "geojson", b""

    def boundary(self, name, data):
        path = self.file(name + ".geojson", data)
        yield "boundary", self.command("areas", self.held, "--boundary", path, "--format", "geojson"), "geojson", b""
        folder = self.folder(name, area_geojson=data)
        yield "area", self.command("snapshot", folder, "--at", "2020-01-02", "--format", "geojson"), "geojson", b""

    def table(self, name, data, ending="csv"):
        path = self.file("%s.%s" % (name, ending), data)
        yield "areas", self.command("areas", path, "--format", "geojson"), "geojson", b""

    def reports(self, name, data, ending="csv"):
        folder = self.folder(name, **{"reports_" + ending: data})
        yield "check", self.command("reports", "check", folder), "check", b""
        yield "list", self.command("reports", "list", folder), "text", b""

    def project(self, name, data, ending="csv"):
        folder = self.folder(name, **{"reports_" + ending: data})
        path = os.path.join(self.work, name + ".gpkg")
        yield "import", self.command("import", folder, "-o", path), "none", b""

    def scenario_file(self, name, file, data):
        folder = self.folder(name, **{file.replace(".", "_"): data})
        yield "snapshot", self.command("snapshot", folder, "--at", "2020-01-02", "--format", "geojson"), "geojson", b""

    def gazetteer(self, name, data, format, ending="tsv"):
        path = self.file("%s.%s" % (name, ending), data)
        yield "build", self.command(
            "gazetteer", "build", path, "--format", format, "-o", os.path.join(self.work, name + ".out")), "none", b""
        yield "import", self.command("gazetteer", "import", path, "--format", format, "-o", "-"), "table", b""
        yield "resolve", self.command("resolve", "Alphaville", "--gazetteer", path), "text", b""

    def lines(self, name, data):
        yield "resolve", self.command(
            "resolve", "-", "--json", "--errors", "inline", "--gazetteer", self.places), "lines", data
        yield "locate", self.command(
            "locate", "-", "--errors", "inline", "--gazetteer", self.places), "lines", data

    def opened(self, name, data):
        path = self.file(name + ".gpkg", data)
        yield "project check", self.command("project", "check", path), "check", b""
        yield "snapshot", self.command("snapshot", path, "--at", "2020-01-02", "--format", "geojson"), "geojson", b""
        copy = self.file(name + ".copy.gpkg", data)
        row = '{"id":"n","date":"2020-01-02","place":"Alphaville","actor":"blue","claim":"holds","source":"monitor"}\n'
        yield "reports add", self.command("reports", "add", copy, "-"), "text", row.encode()
