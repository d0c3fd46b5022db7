#!/usr/bin/env python3
"""`frontline diff a.geojson b.geojson` beside shapely, pair of holders by pair of holders: the same files, in turn.

  swift build -c release --product frontline
  PYTHON_WITH_SHAPELY Tests/Benchmarks/Diff/diff.py .build/release/frontline A.geojson B.geojson [--property party] [--runs 7]

Two maps with a MultiPolygon for each holder, such as two outputs of `frontline areas`. Both sides read the two files, work out
the land that went from one holder to another with its area on the ellipsoid, and write it as GeoJSON. The peer runs as a
process of its own, so that starting and importing count, and tells its core apart. Seconds of CPU and of the clock, the least of the
runs; a ratio above 1 is ours faster. The areas must agree to a millionth: edges are straight in longitude and latitude, so
the peer splits long ones before it takes them for geodesics.
"""
import argparse, json, os, subprocess, sys, tempfile, time

PEER = r"""
import json, sys, time
start = time.process_time()
import shapely
from pyproj import Geod
imported = time.process_time()
def land(path):
    shapes = {}
    for feature in json.load(open(path))["features"]:
        if "Polygon" in feature["geometry"]["type"] and sys.argv[4] in feature["properties"]:
            shapes[feature["properties"][sys.argv[4]]] = shapely.geometry.shape(feature["geometry"])
    return shapes
before, after = land(sys.argv[1]), land(sys.argv[2])
loaded = time.process_time()
pieces = []
for x, a in before.items():
    for y, b in after.items():
        if x != y:
            parts = shapely.get_parts(shapely.intersection(a, b))
            pieces += [(x, y, p) for p in parts if p.geom_type == "Polygon"]
laid = time.process_time()
earth = Geod(ellps="WGS84")
areas = {}
for x, y, p in pieces:
    areas[x + ">" + y] = areas.get(x + ">" + y, 0) + abs(earth.geometry_area_perimeter(shapely.segmentize(p, 0.01))[0]) / 1e6
with open(sys.argv[3], "w") as out:
    out.write(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"from": x, "to": y}, "geometry": shapely.geometry.mapping(p)} for x, y, p in pieces]}))
end = time.process_time()
print(json.dumps({"areas": areas, "import": imported - start, "load": loaded - imported, "overlay": laid - loaded, "all": end - start}))
"""


def run(command):
    before = os.times()
    start = time.perf_counter()
    answer = subprocess.run(command, capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = os.times()
    if answer.returncode:
        sys.exit(answer.stderr)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu, answer.stdout


def main():
    options = argparse.ArgumentParser()
    options.add_argument("frontline")
    options.add_argument("a")
    options.add_argument("b")
    options.add_argument("--property", default="party")
    options.add_argument("--runs", type=int, default=7)
    o = options.parse_args()
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        out = folder + "/ours.geojson"
        for _ in range(o.runs):
            ours.append(run([o.frontline, "diff", o.a, o.b, "--holder-property", o.property, "-o", out]))
            theirs.append(run([sys.executable, "-c", PEER, o.a, o.b, folder + "/peer.geojson", o.property]))
        changes = [f["properties"] for f in json.load(open(out))["features"] if f["properties"]["feature_type"] == "change"]
    peer = json.loads(theirs[0][2])
    core = min(json.loads(t[2])["load"] + json.loads(t[2])["overlay"] for t in theirs)
    mine = {c["from"] + ">" + c["to"]: c["area_km2"] for c in changes if "not_mapped" not in (c["from"], c["to"])}
    worst = max((abs(mine.get(k, 0) - v) / v for k, v in peer["areas"].items() if v > 1), default=0)
    print("%-34s %10s %10s %8s" % ("", "frontline", "shapely", "ratio"))
    for name, index in (("wall, whole process", 0), ("cpu, whole process", 1)):
        a, b = min(x[index] for x in ours), min(x[index] for x in theirs)
        print("%-34s %8.1f ms %7.1f ms %7.1fx" % (name, a * 1e3, b * 1e3, b / a))
    a = min(x[1] for x in ours)
    print("%-34s %8.1f ms %7.1f ms %7.1fx" % ("cpu, ours whole, theirs core", a * 1e3, core * 1e3, core / a))
    print("areas by pair of holders: largest difference %.1e of an area" % worst)
    if worst > 1e-6:
        sys.exit("the areas differ by more than a millionth")


main()
