#!/usr/bin/env python3
"""Import of a million places and a million reports, beside ogr2ogr to GeoPackage on the same rows.

    import.py FRONTLINE [ROWS] [FOLDER]

Made-up rows of the shape of GeoNames and of a log; both programs in turn, three times, the least time by the clock and of CPU
(user and system) of each, its greatest memory, and the ratios. frontline works on two threads, hashes every row, keeps every
byte and waits for the disk; ogr2ogr does none of these.
"""
import os, random, resource, shutil, subprocess, sys, tempfile, time

frontline = os.path.abspath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
work = sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix="frontline-import-")
dice = random.Random(7)
letters = "abdefghijklmnrstuwyz"


def word(length):
    return "".join(dice.choice(letters) for _ in range(length))


def make(folder, places, reports):
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/places.tsv", "w") as file:
        file.write("id\ttitle\tlon\tlat\ttypes\tvariants\tpopulation\tsources\n")
        for i in range(places):
            file.write(f"gn:{1000 + i}\tTall {word(7)}\t{dice.uniform(-179, 179):.5f}\t{dice.uniform(-80, 80):.5f}\tvillage\t"
                       f"{word(8)};{word(8)}\t{dice.choice([0, 120, 1500])}\tGeoNames\n")
    with open(f"{folder}/reports.csv", "w") as file:
        file.write("id,published_at,recorded_at,valid_from,place,place_id,actor,claim,source,credibility,url,note\n")
        for i in range(reports):
            day = "%d-%02d-%02d" % (dice.randint(2012, 2019), dice.randint(1, 12), dice.randint(1, 28))
            place = dice.randrange(places)
            file.write(f"R{i},{day},{day}T12:00:00Z,{day},Place {place},gn:{1000 + place},{dice.choice(['red', 'blue'])},holds,"
                       f"s{dice.randint(1, 200)},{dice.randint(1, 5)},https://example.org/{i},\"a note, with a comma {i}\"\n")
    with open(f"{folder}/actors.csv", "w") as file:
        file.write("id,name\nred,Red\nblue,Blue\n")
    with open(f"{folder}/sources.csv", "w") as file:
        file.write("id,name,reliability\n" + "".join(f"s{i},S{i},B\n" for i in range(1, 201)))


def measured(arguments, out):
    """Seconds by the clock and of CPU, and greatest memory in MB."""
    if os.path.exists(out):
        os.unlink(out)
    start = time.monotonic()
    child = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{arguments}: failed")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


# The reports are measured with few places, and the places with few reports.
make(f"{work}/log", 1000, count)
make(f"{work}/map", count, 1)
out = f"{work}/out.gpkg"
for name, folder, peer in [
    ("reports", "log", [f"{work}/log/reports.csv"]),
    ("places", "map", [f"CSV:{work}/map/places.tsv", "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat",
                       "-a_srs", "EPSG:4326", "-nlt", "POINT"]),
]:
    runs = [(measured(["ogr2ogr", "-q", "-f", "GPKG", "-gt", "unlimited", out, *peer], out),
             measured([frontline, "import", f"{work}/{folder}", "-o", out, "--quiet"], out)) for _ in range(3)]
    (their_wall, their_cpu, their_mb), (wall, cpu, mb) = (tuple(map(min, zip(*side))) for side in zip(*runs))
    print(f"{count} {name}: frontline {wall:.1f} s, {cpu:.1f} s of CPU, {mb:.0f} MB; ogr2ogr {their_wall:.1f} s, "
          f"{their_cpu:.1f} s of CPU, {their_mb:.0f} MB; {their_wall / wall:.2f} times as fast by the clock, "
          f"{their_cpu / cpu:.2f} by CPU")
if len(sys.argv) <= 3:
    shutil.rmtree(work)
