#!/usr/bin/env python3
"""A series of days beside what people do instead: cells once, then a dissolve by geopandas for each day.

  series.py make FOLDER [--places 35000] [--days 10] [--seed 1]   a made-up scenario: five sides, lines that drift
  series.py run FOLDER FRONTLINE [--days 10]                      times of both on it, from one run

`run` prints a line a measure: user CPU seconds of the whole process for a series of one day and of all days, the
difference for each further day, the same for `control` alone (who holds what, which no peer works out), and what
geopandas takes for a day on the same places with the same holders: dissolve alone, its cells are free.
Needs numpy; `run` needs shapely, geopandas.
"""
import argparse, csv, json, math, os, resource, shutil, subprocess, sys, tempfile, time
from datetime import date, timedelta
import numpy as np

SIDES = ["alpha", "bravo", "charlie", "delta", "echo"]
BOX = (36.0, 33.0, 41.0, 37.0)
START = date(2020, 1, 1)


def holders(xy, waves, day):
    score = np.zeros((len(xy), len(SIDES)))
    for side, (w, phase, amplitude, drift) in enumerate(waves):
        for k in range(len(phase)):
            score[:, side] += amplitude[k] * np.sin(xy @ w[k] + phase[k] + drift[k] * day)
    return score.argmax(1)


def make(folder, count, days, seed):
    rng = np.random.default_rng(seed)
    os.makedirs(folder, exist_ok=True)
    xy = np.round(rng.uniform(BOX[:2], BOX[2:], (count, 2)), 5)
    waves = [(rng.normal(0, 2.2, (7, 2)), rng.uniform(0, 6.3, 7), rng.normal(0, 1, 7), rng.normal(0, 0.004, 7))
             for _ in SIDES]
    with open(f"{folder}/places.tsv", "w") as f:
        f.write("id\ttitle\tlon\tlat\ttypes\tsources\n")
        for i, (x, y) in enumerate(xy):
            f.write(f"t:{i}\tVillage {i}\t{x}\t{y}\tvillage\tmade up\n")
    with open(f"{folder}/actors.csv", "w") as f:
        f.write("id,name,side\n" + "".join(f"{s},{s.title()},{s}\n" for s in SIDES))
    with open(f"{folder}/sources.csv", "w") as f:
        f.write("id,name,kind,reliability\nmonitor,Monitor,monitor,B\nagency,Agency,news,B\n")
    x0, y0, x1, y1 = BOX
    ring = [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]
    with open(f"{folder}/area.geojson", "w") as f:
        json.dump({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}, f)
    with open(f"{folder}/scenario.json", "w") as f:
        json.dump({"format": "frontline-scenario", "version": 1, "title": "made up", "reach_km": 15}, f)
    told = holders(xy, waves, 0)
    known = rng.random(count) < 0.4
    with open(f"{folder}/reports.csv", "w") as f:
        f.write("id,published_at,valid_from,place,place_id,actor,claim,source,credibility\n")
        number = 0
        for day in range(days):
            now = holders(xy, waves, day)
            for i in np.flatnonzero(known if day == 0 else known & (now != told)):
                for source in ["monitor", "agency"]:
                    number += 1
                    d = (START + timedelta(days=day)).isoformat()
                    f.write(f"r{number},{d},{d},Village {i},t:{i},{SIDES[now[i]]},holds,{source},2\n")
            told = now


def cpu(arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(arguments, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def run(folder, frontline, days):
    last = (START + timedelta(days=days - 1)).isoformat()

    def further(name, options, day):
        with tempfile.TemporaryDirectory() as scratch:
            times = []
            for end in [START.isoformat(), last]:
                best = math.inf
                for attempt in range(3):
                    out = f"{scratch}/{end}{attempt}"
                    best = min(best, cpu([frontline, *options, folder, "--from", START.isoformat(), "--to", end,
                                          "-o", out + (".csv" if options[0] == "control" else "")]))
                    shutil.rmtree(out, ignore_errors=True)
                times.append(best)
        each = (times[1] - times[0]) / (days - 1) * 1000
        print(f"{name}: one day {times[0]:.2f} s, {days} days {times[1]:.2f} s, each further day {each:.1f} ms")
        return each

    os.environ["FRONTLINE_THREADS"] = "1"
    control = further("control alone", ["control"], days)
    for name, options in [("figures alone", ["series", "--areas-only"]),
                          ("areas and lines", ["series", "--places", "none"]),
                          ("and changed places", ["series", "--places", "changed"]), ("and all places", ["series"])]:
        each = further(name, options, days)
        print(f"  without control {each - control:.1f} ms")
    import shapely, geopandas
    rows = list(csv.DictReader(open(f"{folder}/places.tsv"), delimiter="\t"))
    xy = np.array([[float(r["lon"]), float(r["lat"])] for r in rows])
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(xy), ordered=True))
    frame = geopandas.GeoDataFrame({"side": np.arange(len(xy)) % 5}, geometry=cells)
    frame["side"] = (np.floor(xy[:, 0] * 2) + np.floor(xy[:, 1] * 2)) % 5
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        frame.dissolve(by="side")
        best = min(best, time.process_time() - start)
    print(f"geopandas {geopandas.__version__} dissolve: {best * 1000:.0f} ms a day, its cells made before")


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("job", choices=["make", "run"])
parser.add_argument("folder")
parser.add_argument("frontline", nargs="?")
parser.add_argument("--places", type=int, default=35000)
parser.add_argument("--days", type=int, default=10)
parser.add_argument("--seed", type=int, default=1)
a = parser.parse_args()
if a.job == "make":
    make(a.folder, a.places, a.days, a.seed)
else:
    run(a.folder, a.frontline, a.days)
