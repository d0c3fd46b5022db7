#!/usr/bin/env python3
"""A year over many places: the scenario, and what its map costs in bytes and in the browser.

  year.py make FOLDER [--places 8000] [--days 365] [--seed 1]   a made-up scenario: five sides, lines that drift, six
                                                                spellings a place, 40 reports a day, a third of them wrong
                                                                or of fighting alone
  year.py look MAP                                              opens a folder that frontline map wrote in headless Chromium:
                                                                bytes, the first picture, processor time of a step

Needs numpy; `look` needs Chromium.
"""
import argparse, json, os, statistics, sys
from datetime import date, timedelta

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../Series", f"{HERE}/../../MapPageTests/Browser"]
START = date(2020, 1, 1)
SOURCES = [("monitor", "monitor", "B"), ("agency", "news", "B"), ("paper", "news", "C"), ("local", "local outlet", "C"),
           ("channel", "party", "D"), ("account", "activist", "E")]
BOX = (36.0, 33.0, 41.0, 37.0)


def make(folder, count, days, seed):
    import numpy as np
    from series import SIDES, holders
    rng = np.random.default_rng(seed)
    os.makedirs(folder, exist_ok=True)
    # Villages lie around towns.
    towns = rng.uniform(BOX[:2], BOX[2:], (count // 25, 2))
    xy = np.clip(towns[rng.integers(0, len(towns), count)] + rng.normal(0, 0.12, (count, 2)), BOX[:2], BOX[2:])
    xy = np.round(xy, 5)
    waves = [(rng.normal(0, 2.2, (7, 2)), rng.uniform(0, 6.3, 7), rng.normal(0, 1, 7), rng.normal(0, 0.003, 7))
             for _ in SIDES]
    with open(f"{folder}/places.tsv", "w") as out:
        out.write("id\ttitle\tvariants\tlon\tlat\ttypes\tparent_name\tpopulation\tsources\n")
        for i, (x, y) in enumerate(xy):
            names = ";".join([f"قرية {i}@ar", f"القرية {i}@ar", f"Qaryat {i}@en", f"Karyat {i}@en", f"Köy {i}@tr"])
            kind = "town" if i % 40 == 0 else "hamlet" if i % 5 == 0 else "village"
            out.write(f"t:{i}\tVillage {i}\t{names}\t{x}\t{y}\t{kind}\tDistrict {int(x * 2)}-{int(y * 2)}\t{(i * 7919) % 9000}\tmade up\n")
    with open(f"{folder}/actors.csv", "w") as out:
        colours = ["#2E8B57", "#CD2626", "#3C3C3C", "#E6C300", "#2C5AA0"]
        out.write("id,name,side,colour\n" + "".join(f"{s},{s.title()},{s},{c}\n" for s, c in zip(SIDES, colours)))
    with open(f"{folder}/sources.csv", "w") as out:
        out.write("id,name,kind,reliability\n" + "".join(f"{i},The {i},{k},{r}\n" for i, k, r in SOURCES))
    x0, y0, x1, y1 = BOX
    ring = [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]
    with open(f"{folder}/area.geojson", "w") as out:
        json.dump({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}, out)
    with open(f"{folder}/scenario.json", "w") as out:
        json.dump({"format": "frontline-scenario", "version": 1, "title": "A year, made up", "reach_km": 15,
                   "from": START.isoformat(), "to": (START + timedelta(days=days - 1)).isoformat()}, out)
    told = holders(xy, waves, 0)
    known = rng.random(count) < 0.3
    with open(f"{folder}/reports.csv", "w") as out:
        out.write("id,published_at,valid_from,place,place_id,actor,claim,against,source,credibility,url,note\n")
        number = 0

        def report(day, place, actor, claim, against, source, credibility):
            nonlocal number
            number += 1
            d = (START + timedelta(days=day)).isoformat()
            out.write(f"r{number},{d},{d},Village {place},t:{place},{actor},{claim},{against},{source},{credibility},"
                      f"https://example.org/{source}/{d}/{number},made up\n")

        for day in range(days):
            now = holders(xy, waves, day)
            for i in np.flatnonzero(known if day == 0 else known & (now != told)):
                for source in rng.choice([s for s, _, _ in SOURCES], 2, replace=False):
                    report(day, i, SIDES[now[i]], "holds", "", source, int(rng.integers(2, 5)))
            told = now
            for i in rng.integers(0, count, 40):
                side, other = SIDES[now[i]], SIDES[int(rng.integers(0, len(SIDES)))]
                source = SOURCES[int(rng.integers(0, len(SOURCES)))][0]
                kind = rng.random()
                if kind < 0.65:
                    report(day, i, side, "holds", "", source, 2)
                elif kind < 0.8:
                    report(day, i, other, "holds", "", source, 4)
                elif kind < 0.9 and other != side:
                    report(day, i, side, "clash", other, source, 3)
                else:
                    report(day, i, other, "strike", "", source, 3)
    print(f"{number} reports on {count} places in {days} days")


def look(folder):
    from browser import Browser
    total = sum(os.path.getsize(os.path.join(base, name)) for base, _, names in os.walk(folder) for name in names)
    print(f"{total / 1e6:.2f} MB in all")
    for name in sorted(os.listdir(f"{folder}/data")):
        print(f"  {name:12} {os.path.getsize(f'{folder}/data/{name}') / 1e6:6.2f} MB")
    firsts = []
    for attempt in range(5):
        browser = Browser()
        browser.open("file://" + os.path.abspath(folder) + "/index.html")
        browser.wait("typeof Frontline !== 'undefined' && Frontline.reasons", 60)
        firsts.append(browser.run("Frontline.firstPictureAt"))
        if attempt == 0:
            count = browser.run("Frontline.data.map.moments.length")
            steps = []
            for at in range(min(count, 60)):
                begun = browser.processor_time()
                browser.run("(async () => { Frontline.change({ at: %d });"
                            " await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); })()" % at)
                steps.append((browser.processor_time() - begun) * 1000)
            browser.picture(folder.rstrip("/") + ".png")
            print("complaints:", browser.complaints)
        browser.close()
    print(f"first picture after {statistics.median(firsts):.0f} ms (of {', '.join(f'{one:.0f}' for one in firsts)})")
    steps.sort()
    print(f"a step of the slider takes {statistics.median(steps):.1f} ms of the page's thread, nine in ten within {steps[len(steps) * 9 // 10]:.1f}, "
          f"at most {steps[-1]:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("make")
    one.add_argument("folder")
    for name, default in [("places", 8000), ("days", 365), ("seed", 1)]:
        one.add_argument(f"--{name}", type=int, default=default)
    two = commands.add_parser("look")
    two.add_argument("map")
    options = parser.parse_args()
    if options.command == "make":
        make(options.folder, options.places, options.days, options.seed)
    else:
        look(options.map)
