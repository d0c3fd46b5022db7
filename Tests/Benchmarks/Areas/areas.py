#!/usr/bin/env python3
"""`frontline areas` beside the peer's script for the same job, in turn, on the same tables; and whether they agree.

  make bench FOLDER=… PEERS=…            or: areas.py FOLDER PEERS [SIZE ...]

FOLDER holds places_SIZE.csv (id,lon,lat,party0) and boundary.geojson; PEERS is the folder with areas.py, whose
`shapely_fast` is the strongest peer. PYTHON names the interpreter with shapely. Wall and CPU seconds and the largest
memory of the whole process, each the best of three; a ratio above 1 is ours faster. The core is measured in the process.

The peer works in degrees scaled by one cosine, we in an equal-area plane: borders differ by some metres, so areas are
compared to 0.2 % of the whole, the front's length to 0.1 %. Exact agreement is checked apart: our areas must tile what
GEOS's coverage union makes of them, valid and without overlap.
"""
import json, os, resource, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
BIN = os.path.join(ROOT, ".build/release")
PYTHON = os.environ.get("PYTHON", sys.executable)
CHECK = """
import json, sys, shapely
ours = [f for f in json.load(open(sys.argv[1]))["features"] if f["properties"]["feature_type"] == "control_area"]
g = [shapely.geometry.shape(f["geometry"]) for f in ours]
u = shapely.coverage_union_all(g)
print(json.dumps([bool(shapely.is_valid(g).all()), bool(shapely.coverage_is_valid(g)),
    abs(u.area - sum(a.area for a in g)) < 1e-9, {f["properties"]["holder"]: len(a.geoms) for f, a in zip(ours, g)}]))
"""


def run(command):
    best = [float("inf")] * 3
    for _ in range(3):
        pid = os.fork()
        start = time.time()
        if pid == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execvp(command[0], command)
        _, status, used = os.wait4(pid, 0)
        if status:
            sys.exit("failed: " + " ".join(command))
        seen = [time.time() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
        best = [min(a, b) for a, b in zip(best, seen)]
    return best


def main():
    folder, peers = sys.argv[1:3]
    boundary = os.path.join(folder, "boundary.geojson")
    print("| places | ours wall, cpu s, MB | peer wall, cpu s, MB | wall | cpu | core, a day: cpu ms | agree |\n|--:|--:|--:|--:|--:|--:|---|")
    for size in sys.argv[3:] or ["10000", "35000", "100000"]:
        table = os.path.join(folder, f"places_{size}.csv")
        with tempfile.TemporaryDirectory() as scratch:
            mine, other = scratch + "/ours.geojson", scratch + "/peer.geojson"
            a = run([BIN + "/frontline", "areas", table, "--boundary", boundary, "--actor-column", "party0", "-o", mine])
            b = run([PYTHON, peers + "/areas.py", "shapely_fast", table, boundary, "--out", other, "--nocheck"])
            core = dict(
                line.split() for line in subprocess.run(
                    [BIN + "/benchmarks", "areas", table, boundary, "party0"], capture_output=True, text=True
                ).stdout.splitlines())
            x, y = (json.load(open(f))["features"] for f in (mine, other))
            area = {f["properties"]["holder"]: f["properties"]["area_km2"] for f in x if "holder" in f["properties"]}
            theirs = {f["properties"]["party"]: f["properties"]["km2"] for f in y if "party" in f["properties"]}
            off = max(abs(area[k] - theirs[k]) for k in theirs) / sum(theirs.values())
            km = sum(f["properties"].get("length_km", 0) for f in x)
            front = abs(km / y[-1]["properties"]["km"] - 1)
            check = subprocess.run([PYTHON, "-c", CHECK, mine], capture_output=True, text=True)
            valid, tiles, sums, parts = json.loads(check.stdout)
            same = parts == {
                f["properties"]["party"]: len(f["geometry"]["coordinates"]) if f["geometry"]["type"] == "MultiPolygon"
                else 1 for f in y if "party" in f["properties"]}
            agree = valid and tiles and sums and off < 2e-3 and front < 1e-3
            print(
                f"| {size} | {a[0]:.2f} {a[1]:.2f} {a[2]:.0f} | {b[0]:.2f} {b[1]:.2f} {b[2]:.0f} | "
                f"{b[0] / a[0]:.1f}× | {b[1] / a[1]:.1f}× | {float(core.get('core', 'nan')):.0f}, "
                f"{float(core.get('day', 'nan')):.1f} | {'yes' if agree else 'NO'}, areas to {100 * off:.3f} %, "
                f"front to {100 * front:.4f} %, parts {'equal' if same else 'differ'} |", flush=True)


main()
