#!/usr/bin/env python3
"""How far drawn lines run from the true one where every place is known: plain cells, the vote, and each smoothing.

  swift build -c release --product benchmarks
  PYTHON Tests/Benchmarks/Lines/lines.py --truth ../shared/data/deepstate [--seeds 3] [--spacings 4.3 7.8 13.5]

Places are spread at random (seeded) over eastern Ukraine, one to a square of the spacing, each labelled by the true polygon of
the day, without error. `benchmarks lines` draws the fronts; compared every 500 m, both ways, in kilometres (median /
ninetieth percentile), 6 km and more inside the state border. `wrong land` is the land drawn on the wrong side, in km2 to a
kilometre of the true front; `length` the drawn length to the true one. The truth is measured against, never copied. Needs: numpy shapely>=2 pyproj.
"""
import argparse, collections, csv, json, os, subprocess, sys, tempfile
import numpy as np, shapely
from pyproj import Transformer

BOX = (33.0, 46.2, 40.2, 50.4)
LAEA = "+proj=laea +lat_0=48.3 +lon_0=36.6 +units=m +datum=WGS84"
FORWARD = Transformer.from_crs(4326, LAEA, always_xy=True)
BACK = Transformer.from_crs(LAEA, 4326, always_xy=True)
DATES = ("20240708", "20250109", "20250628", "20251228")


def moved(geometry, transformer):
    return shapely.transform(geometry, lambda c: np.column_stack(transformer.transform(c[:, 0], c[:, 1])))


def country(folder):
    with open(os.path.join(folder, "ukraine_outline.json")) as file:
        outline = shapely.geometry.shape(json.load(file)["features"][0]["geometry"])
    return shapely.intersection(outline, shapely.box(*BOX))


def truth(folder, date, area):
    with open(os.path.join(folder, f"deepstatemap_data_{date}.geojson")) as file:
        shapes = [shapely.make_valid(shapely.geometry.shape(f["geometry"])) for f in json.load(file)["features"] if f.get("geometry")]
    return moved(shapely.union_all(shapes), FORWARD).buffer(0).intersection(area)


def sampled(lines, step=500.0):
    """Points every 500 m, and the middle of what is shorter."""
    points = []
    for part in shapely.get_parts(shapely.get_parts(lines)):
        ways = np.arange(step / 2, part.length, step)
        points.extend(shapely.line_interpolate_point(part, ways if len(ways) else [part.length / 2]))
    return np.array(points)


def places(spacing_km, area, seed):
    random = np.random.default_rng(seed)
    west, south, east, north = area.bounds
    count = int((east - west) * (north - south) / (spacing_km * 1000) ** 2)
    xy = np.column_stack([random.uniform(west, east, count), random.uniform(south, north, count)])
    return xy[shapely.contains_xy(area, xy)]


def write_area(area, path):
    with open(path, "w") as file:
        for p, polygon in enumerate(shapely.get_parts(area)):
            for r, ring in enumerate([polygon.exterior, *polygon.interiors]):
                file.writelines(f"{p},{r},{x!r},{y!r}\n" for x, y in np.asarray(ring.coords).tolist())


def drawn(text):
    lines = collections.defaultdict(lambda: collections.defaultdict(list))
    for variant, part, lon, lat in csv.reader(row for row in text.splitlines() if not row.startswith("#")):
        lines[variant][part].append((float(lon), float(lat)))
    shapes = {}
    for variant, parts in lines.items():
        if variant.endswith(" area"):
            rings = collections.defaultdict(list)
            for name, ring in parts.items():
                rings[name.split(":")[0]].append(ring)
            shapes[variant] = shapely.multipolygons([shapely.Polygon(r[0], r[1:]) for r in rings.values()])
        else:
            shapes[variant] = shapely.multilinestrings([shapely.linestrings(c) for c in parts.values()])
    return {variant: moved(shape, FORWARD) for variant, shape in shapes.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--truth", required=True)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--spacings", type=float, nargs="+", default=[4.3, 7.8, 13.5])
    parser.add_argument("--tool", nargs="+", default=[".build/release/benchmarks", "lines"])
    a = parser.parse_args()
    degrees = country(a.truth)
    area = moved(shapely.segmentize(degrees, 0.05), FORWARD)
    inner = area.buffer(-6000)
    fronts = {}
    for date in DATES:
        polygon = truth(a.truth, date, area)
        shapely.prepare(polygon)
        line = polygon.boundary.intersection(inner)
        shapely.prepare(line)
        fronts[date] = (polygon, line, sampled(line))
    for spacing in a.spacings:
        false, missed, wrong, kilometres = (collections.defaultdict(list) for _ in range(4))
        for seed in range(a.first_seed, a.first_seed + a.seeds):
            xy = places(spacing, area, seed)
            lonlat = np.column_stack(BACK.transform(xy[:, 0], xy[:, 1]))
            for date, (polygon, line, points) in fronts.items():
                side = shapely.contains_xy(polygon, xy).astype(int)
                with tempfile.TemporaryDirectory() as folder:
                    put = lambda name: os.path.join(folder, name)
                    with open(put("places.csv"), "w") as file:
                        file.writelines(f"{x!r},{y!r},{s}\n" for (x, y), s in zip(lonlat.tolist(), side.tolist()))
                    write_area(degrees, put("area.csv"))
                    reach = max(10_000, 2000 * spacing)
                    done = subprocess.run([*a.tool, put("places.csv"), put("area.csv"), str(reach)], capture_output=True, text=True)
                    if done.returncode:
                        sys.exit(done.stderr)
                    for variant, lines in drawn(done.stdout).items():
                        if variant.endswith(" area"):
                            land = shapely.symmetric_difference(shapely.make_valid(lines), polygon).intersection(inner)
                            wrong[variant[:-5]].append(land.area / line.length / 1000)
                            continue
                        lines = lines.intersection(inner)
                        false[variant].append(shapely.distance(sampled(lines), line) / 1000)
                        missed[variant].append(shapely.distance(points, lines) / 1000)
                        kilometres[variant].append(lines.length / line.length)
        print(f"spacing {spacing} km, {len(xy)} places, {a.seeds} seeds, {len(DATES)} dates")
        print(f"  {'':24s} drawn to true   true to drawn   wrong land  length")
        for variant in false:
            f, m = np.concatenate(false[variant]), np.concatenate(missed[variant])
            print(f"  {variant:24s} {np.median(f):5.2f} / {np.quantile(f, .9):5.2f}   {np.median(m):5.2f} / {np.quantile(m, .9):5.2f}"
                  f"   {np.mean(wrong[variant]):9.3f}   {np.mean(kilometres[variant]):5.2f}")


if __name__ == "__main__":
    main()
