#!/usr/bin/env python3
"""How far the pieces of a line run from the true one, by how sure the calls are and how old the last report is.

  for seed in 1 2 3: replay.py make --truth DIR --start 2024-07-08 --days 360 --seed SEED --out REPLAY
  for each, at 2024-12-25 and 2025-06-28: frontline snapshot REPLAY --at DATE --segments -o REPLAY/DATE.geojson
  PYTHON Tests/Benchmarks/Lines/pieces.py PATH_OF_replay.py REPLAY ...

A point every 250 m of each piece; distances in parts of that of the two places that face each other, median and ninetieth
percentile, and how many lie within the bands. Needs what replay.py needs.
"""
import glob, importlib.util, json, os, sys
import numpy as np, shapely

spec = importlib.util.spec_from_file_location("replay", sys.argv[1])
replay = importlib.util.module_from_spec(spec)
spec.loader.exec_module(replay)
inner = replay.area_of_interest().buffer(-6000)
rows = []
for folder in sys.argv[2:]:
    for path in sorted(glob.glob(os.path.join(folder, "*-*-*.geojson"))):
        true = replay.lines_of(os.path.join(folder, "truth", "fronts", os.path.basename(path))).intersection(inner)
        with open(path) as file:
            features = json.load(file)["features"]
        for feature in features:
            p = feature["properties"]
            if not p["feature_type"].endswith("front_segment"):
                continue
            line = replay.project(shapely.geometry.shape(feature["geometry"])).intersection(inner)
            for point in replay.sample(shapely.GeometryCollection([line]), 250) if not line.is_empty else []:
                off = shapely.distance(point, true) / 1000
                age = p["last_report_days"]
                rows.append((off / max(p["spacing_km"], 0.1), p["probability"], -1 if age is None else age,
                             off <= p["doubt_half_km"], off <= p["doubt_nine_in_ten_km"]))
rows = np.array(rows, float)
sure = rows[:, 1] >= 0.9


def show(name, pick):
    if pick.sum() > 30:
        print(f"{name:32s} n {pick.sum():6d}  {np.quantile(rows[pick, 0], .5):.2f} / {np.quantile(rows[pick, 0], .9):.2f}"
              f"  within {rows[pick, 3].mean():.2f}, {rows[pick, 4].mean():.2f}")


show("both calls sure", sure)
show("not both sure", ~sure)
ages = [-2, -0.5, 30, 60, 120, 240, 9999]
for low, high in zip(ages, ages[1:]):
    name = "a place without a report" if high < 0 else f"last report {low:.0f}-{high:.0f} days before"
    show(name + ", sure", (rows[:, 2] > low) & (rows[:, 2] <= high) & sure)
for low, high in zip([0, .5, .6, .7, .8, .9, .95], [.5, .6, .7, .8, .9, .95, 1.01]):
    show(f"probability from {low}", (rows[:, 1] >= low) & (rows[:, 1] < high))
