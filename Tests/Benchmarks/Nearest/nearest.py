#!/usr/bin/env python3
"""Our tree beside scipy's cKDTree on unit vectors: the same points, the same queries, one thread each, in turn.

  swift build -c release --product benchmarks
  PYTHON_WITH_SCIPY Tests/Benchmarks/Nearest/nearest.py [POINTS ...]

Points are spread evenly over 7 by 5 degrees; queries likewise. The radius is such that 50 points lie within. scipy answers
with chords of a sphere; ours are distances on the ellipsoid. CPU seconds, the best of three; a ratio above 1 is ours faster.
The build of the peer does not count the turning of degrees into vectors, its queries do not either.
"""
import math, os, subprocess, sys, tempfile, time
import numpy as np
from scipy.spatial import cKDTree

R = 6371008.8


def xyz(p):
    lo, la = np.radians(p[:, 0]), np.radians(p[:, 1])
    return np.c_[np.cos(la) * np.cos(lo), np.cos(la) * np.sin(lo), np.sin(la)]


def best(body):
    times = []
    for _ in range(3):
        start = time.process_time()
        result = body()
        times.append(time.process_time() - start)
    return min(times), result


def run(n, m=20000):
    rng = np.random.default_rng(7)
    points = np.round(rng.uniform([35.5, 32.3], [42.5, 37.3], (n, 2)), 7)
    queries = rng.uniform([35.6, 32.4], [42.4, 37.2], (m, 2))
    area = 7 * 5 * 111.2 * 111.2 * math.cos(math.radians(34.8))
    km = math.sqrt(50 * area / n / math.pi)
    with tempfile.TemporaryDirectory() as folder:
        points.tofile(folder + "/p.bin")
        queries.tofile(folder + "/q.bin")
        out = subprocess.run(
            [".build/release/benchmarks", "nearest", folder + "/p.bin", folder + "/q.bin", str(km)],
            capture_output=True, text=True, check=True).stdout
    ours = {line.split()[0]: (float(line.split()[1]), int(line.split()[2])) for line in out.splitlines()}
    p, q = xyz(points), xyz(queries)
    build, tree = best(lambda: cKDTree(p))
    knn, (d, i) = best(lambda: tree.query(q, k=10))
    reach = 2 * math.sin(km * 1000 / R / 2)
    lists, found = best(lambda: tree.query_ball_point(q, reach))
    counts, count = best(lambda: tree.query_ball_point(q, reach, return_length=True))
    print(f"\n{n} points, {m} queries, radius {km:.3f} km")
    print(f"{'':32}{'ours':>12}{'cKDTree':>12}{'ratio':>8}")

    def row(name, own, peer, per=m, unit="k/s"):
        if unit == "ms":
            print(f"{name:32}{own * 1000:10.1f} ms{peer * 1000:10.1f} ms{peer / own:8.2f}")
        else:
            print(f"{name:32}{per / own / 1000:8.0f} k/s{per / peer / 1000:8.0f} k/s{peer / own:8.2f}")

    row("build", ours["build"][0], build, unit="ms")
    row("10 nearest", ours["knn10"][0], knn)
    row("within the radius: numbers", ours["radius"][0], lists)
    row("  peer counts only", ours["radius"][0], counts)
    row("  ours sorted, with distances", ours["radius-sorted-with-distances"][0], lists)
    print(f"{'in a box':32}{m / ours['box'][0] / 1000:8.0f} k/s")
    print("within, in all:", ours["radius"][1], "ours,", int(count.sum()), "on the peer's sphere")


for n in map(int, sys.argv[1:] or ["35000", "1000000"]):
    run(n)
