#!/usr/bin/env python3
"""Looks at a map of the azaz-2015 month as a reader does, in headless Chromium over file://, and fails where something is
not as it should be.

  look.py MAP AREAS.CSV PICTURES [HOSTILE]

MAP is the folder that frontline map wrote, AREAS.CSV the table of frontline series for the same days, PICTURES a folder for
screenshots, HOSTILE a map whose reports try to be markup.
"""
import csv
import os
import shutil
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser

KAFRAH = "gn:168742"


def check(condition, text):
    if not condition:
        sys.exit("FAILED: " + text)
    print("ok: " + text)


def opened(browser, folder, hash=""):
    browser.open("about:blank")
    browser.wait("typeof Frontline === 'undefined'")
    browser.open("file://" + folder + "/index.html" + hash)
    browser.wait("typeof Frontline !== 'undefined' && Frontline.reasons && Frontline.data.names")
    browser.settle()


def moment(browser):
    return browser.run("document.getElementById('moment').textContent")


def why(browser):
    return browser.run("document.getElementById('why').innerText")


def screen(browser, place):
    """Where a place is on the screen."""
    return browser.run(
        f"(() => {{ const i = Frontline.places.number.get('{place}');"
        " const p = Frontline.view.toScreen(Frontline.places.x[i], Frontline.places.y[i]);"
        " const b = document.getElementById('canvas').getBoundingClientRect(); return [p.x + b.left, p.y + b.top]; })()")


def steps_through_time(browser):
    browser.run("document.getElementById('at').focus()")
    last = moment(browser)
    browser.key("ArrowLeft")
    check(moment(browser) == "2015-12-14" and last == "2015-12-15", "an arrow key steps back a day")
    browser.key("PageDown")
    at = browser.run("Frontline.state.at")
    check(browser.run(f"Frontline.changes[{at}] > 0"), "page down goes to a change")
    browser.click_on("#after")
    check(browser.run("Frontline.state.at") > at, "the button goes to the next change")
    browser.run("Frontline.change({ at: 0 })")
    browser.click_on("#play")
    browser.wait("Frontline.state.at >= 2")
    browser.click_on("#play")
    stopped = browser.run("Frontline.state.at")
    time.sleep(1)
    check(browser.run("Frontline.state.at") == stopped, "play runs, and stops")


def reads_reasons(browser):
    browser.run("Frontline.change({ at: Frontline.data.map.moments.indexOf('2015-12-02') })")
    browser.run("Frontline.view.centre(37.16, 36.56, 12)")
    browser.settle()
    browser.click(*screen(browser, KAFRAH))
    text = why(browser)
    check("Kafrah" in text and "كفرة" in text, "a click on Kafrah opens its reasons")
    check("held by Islamic State" in text and "KEPT" in text.upper(), "they say who holds it and which reports are kept")
    check("OVERRULED" in text.upper() or "NOT COUNTED" in text.upper(), "and which are not")
    links = browser.run("Array.from(document.querySelectorAll('#why a')).map((a) => [a.href, a.rel])")
    check(links and all(href.startswith("http") and rel == "noopener noreferrer" for href, rel in links), "reports link to the web")
    check("grade B2" in text, "sources have their grades")
    check("()" not in text, "what a source is not said to be is left out")
    browser.key("Escape")
    # A piece of the front: the middle of an arc between two places.
    x, y = browser.run(
        "(() => { const scene = Frontline.scene(Frontline.state.at); const { land } = Frontline; let best = null;"
        " for (const arc of scene.fronts.certain) { const v = land.vertices[land.first[arc >> 1]], w = land.vertices[land.first[arc >> 1] + 1];"
        " const p = Frontline.view.toScreen((land.x[v] + land.x[w]) / 2, (land.y[v] + land.y[w]) / 2);"
        " const d = Math.hypot(p.x - 400, p.y - 300); if (!best || d < best.d) best = { d, p }; }"
        " const b = document.getElementById('canvas').getBoundingClientRect(); return [best.p.x + b.left, best.p.y + b.top]; })()")
    browser.run("Frontline.change({ layers: { ...Frontline.state.layers, places: false } })")
    browser.click(x, y)
    browser.run("Frontline.change({ layers: { ...Frontline.state.layers, places: true } })")
    text = why(browser)
    check("The front between" in text and "nine in ten within" in text, "a click on the front tells of its doubt")


def clicks_land(browser):
    browser.run("Frontline.view.fit(Frontline.land.box)")
    browser.settle()
    x, y = screen(browser, KAFRAH)
    # The cell at each place's spot is the place's own.
    wrong = browser.run(
        "Array.from(Frontline.places.ids.keys()).filter((i) =>"
        " Frontline.cellAt(Frontline.places.x[i], Frontline.places.y[i]) !== Frontline.places.cell[i]).length")
    check(wrong == 0, "each place lies in its own cell")
    browser.run("Frontline.change({ layers: { ...Frontline.state.layers, places: false, front: false } })")
    browser.click(x, y)
    browser.run("Frontline.change({ layers: { ...Frontline.state.layers, places: true, front: true } })")
    check("km²" in why(browser) and "by reports" in why(browser), "a click on land tells of its area")


def searches(browser):
    for asked in ["كفرة", "kafrah", "KAFRA"]:
        browser.run("document.getElementById('search').value = ''; document.getElementById('search').focus()")
        browser.type(asked)
        check("Kafrah" in browser.run("document.getElementById('found').innerText"), f"the search finds {asked}")
    browser.run("document.getElementById('search').value = ''")
    browser.type("كفرة")
    browser.key("Enter")
    check("Kafrah" in why(browser), "enter shows what was found")


def compares(browser, areas):
    browser.run("Frontline.change({ mode: 'swipe', chosen: null, at: Frontline.data.map.moments.indexOf('2015-12-02'),"
                " with: Frontline.data.map.moments.indexOf('2015-11-30') })")
    browser.settle()
    rows = browser.run("Array.from(document.querySelectorAll('#compare tr[data-holder]')).map((r) =>"
                       " [r.dataset.holder, r.children[1].title, r.children[2].title])")
    check(len(rows) >= 4, "the comparison has a row a holder")
    for key, then, now in rows:
        for day, shown in [("2015-11-30", then), ("2015-12-02", now)]:
            expected = areas.get((day, key), 0)
            check(abs(float(shown) - expected) < 0.0005, f"{key} at {day}: {shown} km² as in areas.csv")
    moved = browser.run("Array.from(document.querySelectorAll('#compare tr[data-from]')).map((r) =>"
                        " [r.dataset.from, r.dataset.to, Number(r.lastChild.title)])")
    for key, then, now in rows:
        gained = sum(km2 for _, to, km2 in moved if to == key) - sum(km2 for source, _, km2 in moved if source == key)
        check(abs(gained - (float(now) - float(then))) < 0.01, f"{key}: gains and losses make up the change")
    changed = browser.run("document.querySelector('#compare').textContent")
    check("changed hands" in changed and "Kafrah" in changed, "places that changed hands are listed")


def tells_of_the_earlier_map(browser):
    """In a comparison each map tells of its own moment."""
    browser.run("Frontline.change({ mode: 'side', chosen: null, at: Frontline.data.map.moments.indexOf('2015-12-02'),"
                " with: Frontline.data.map.moments.indexOf('2015-11-30') })")
    browser.run("Frontline.view.centre(37.16, 36.56, 12)")
    browser.settle()
    for canvas, day in [("canvas-then", "2015-11-30"), ("canvas", "2015-12-02")]:
        at = browser.run(
            f"(() => {{ const i = Frontline.places.number.get('{KAFRAH}');"
            " const p = Frontline.view.toScreen(Frontline.places.x[i], Frontline.places.y[i]);"
            f" const b = document.getElementById('{canvas}').getBoundingClientRect(); return [p.x + b.left, p.y + b.top]; }})()")
        browser.click(*at)
        check("Kafrah" in why(browser) and day + ":" in why(browser).replace(", as known", ":"), f"the map of {day} tells of {day}")
    browser.run("Frontline.change({ chosen: { ...Frontline.state.chosen, earlier: true } })")
    browser.wait("location.hash.includes('reasons=earlier')")
    before = browser.run("Frontline.state.chosen")
    browser.send("Input.dispatchMouseEvent", type="mousePressed", x=at[0] + 90, y=at[1], button="right", buttons=2, clickCount=1)
    browser.send("Input.dispatchMouseEvent", type="mouseReleased", x=at[0] + 90, y=at[1], button="right", buttons=0, clickCount=1)
    check(browser.run("Frontline.state.chosen") == before, "the right button picks nothing")
    browser.run("Frontline.change({ mode: '', chosen: null }); Frontline.view.fit(Frontline.land.box)")
    browser.settle()


def forgets_a_piece_that_is_gone(browser):
    """The red line over a piece of the front goes with it: what is drawn after a step is what is told."""
    browser.run("Frontline.change({ at: Frontline.data.map.moments.indexOf('2015-12-02') })")
    pair = browser.run("(() => { const s = Frontline.scene(Frontline.state.at); const { left, right } = Frontline.doubt(s.moment, s.fronts.certain[0]);"
                       " Frontline.change({ chosen: Frontline.pieceBetween(s, left, right) }); return [left, right]; })()")
    stale = browser.run(
        "(() => { const seen = []; for (let at = 0; at < Frontline.data.map.moments.length; at++) {"
        " let drawn; const whole = Frontline.drawNow; Frontline.drawNow = (dense) => { drawn = Frontline.state.chosen; whole(dense); };"
        " Frontline.change({ at }); Frontline.drawNow = whole;"
        f" const now = Frontline.pieceBetween(Frontline.scene(at), {pair[0]}, {pair[1]});"
        " if (Boolean(drawn) && !now) seen.push(at); } return seen; })()")
    check(stale == [], f"no piece is drawn at a moment that has none {stale}")
    browser.run("Frontline.change({ chosen: null, at: Frontline.data.map.moments.indexOf('2015-12-02') })")


def all_areas(browser, areas):
    shown = browser.run("Frontline.data.map.moments.flatMap((day, i) => Frontline.data.map.holders.map((h, j) =>"
                        " [day, h.key, Frontline.data.map.areas_km2[i][j]]).filter((row) => row[2] !== null))")
    check({(day, key): km2 for day, key, km2 in shown} == areas, "every area of every day is that of areas.csv")
    # The cells of the page add up to the same.
    off = browser.run(
        "Math.max(...[0, 15, 29].flatMap((at) => { const s = Frontline.scene(at); const sums = Frontline.data.map.holders.map(() => 0);"
        " s.held.forEach((h, cell) => { if (h >= 0) sums[h] += Frontline.land.areas[cell]; });"
        " return Frontline.data.map.holders.map((h, i) => h.sides.length ? Math.abs(sums[i] / 1e6 - (Frontline.data.map.areas_km2[at][i] || 0)) : 0); }))")
    check(off < 0.005, "and so do the cells")


def keeps_the_address(browser, folder):
    opened(browser, folder, f"#at=2015-12-02&place={KAFRAH}&view=37.1,36.5,11&layers=areas,front&with=2015-11-20&compare=side")
    state = browser.run("[Frontline.data.map.moments[Frontline.state.at], Frontline.state.mode, Frontline.state.layers.places,"
                        " Frontline.view.zoom().toFixed(1)]")
    check(state == ["2015-12-02", "side", False, "11.0"] and "Kafrah" in why(browser), "a link shows moment, place, view and layers")
    browser.run("Frontline.change({ at: 3 })")
    browser.wait("location.hash.includes('at=2015-11-19')")
    check(True, "the address follows")
    browser.run("location.hash = 'at=2015-12-03'")
    browser.wait("Frontline.data.map.moments[Frontline.state.at] === '2015-12-03'")
    check(browser.run("Frontline.state.mode === '' && Frontline.state.layers.places && Frontline.state.chosen === null"),
          "a link in an open page shows what it shows in a new one")
    opened(browser, folder, "#at=nonsense&place=%3Cscript%3E&view=a,b&layers=&with=&front=x|y")
    check(moment(browser) == "2015-12-15", "an address that makes no sense is passed over")


def hands_out(browser):
    kinds = browser.run("JSON.parse(Frontline.geoJSON()).features.reduce((n, f) => ({ ...n, [f.properties.feature_type]: (n[f.properties.feature_type] || 0) + 1 }), {})")
    check(all(kinds.get(kind, 0) > 0 for kind in ["control_area", "front_line", "place"]), f"GeoJSON of what is seen: {kinds}")
    check(browser.run("new DOMParser().parseFromString(Frontline.kml(), 'text/xml').querySelector('parsererror') === null"), "the KML is well-formed")
    check(browser.run("Frontline.csv().split('\\r\\n').length > 100"), "the CSV has the places")


def tells_what_is_missing(browser, folder):
    """Of a folder that was copied in part: also of what the first picture does not need."""
    with tempfile.TemporaryDirectory() as scratch:
        part = os.path.join(scratch, "map")
        shutil.copytree(folder, part)
        os.unlink(part + "/data/reasons.js")
        browser.open("file://" + part + "/index.html")
        browser.wait("typeof Frontline !== 'undefined' && Frontline.firstPictureAt")
        browser.wait("document.querySelector('.notice') !== null")
        text = browser.run("document.querySelector('.notice').textContent")
        check("data/reasons.js could not be read" in text and "reports" not in text, "a file that was not copied is told")
        browser.complaints.clear()
        browser.requests[:] = [url for url in browser.requests if part not in url]


def is_hostile_text(browser, folder):
    opened(browser, folder)
    browser.run("Frontline.showPlace(0)")
    browser.settle()
    text = why(browser)
    check("<script>" in text and "<img src=x" in text, "markup in a report is shown as text")
    check(browser.run("window.hacked === undefined && document.querySelectorAll('#side img, #side script').length === 0"), "and does nothing")
    check("\u202e" not in text and "\ufffd<img" in text, "a character that turns text about is disarmed")
    check(browser.run("document.title") == "</title><script>window.hacked = 1</script> & \"week\" {{code}}", "nor does a title, nor is it taken for a mark")
    check(browser.run("Array.from(document.querySelectorAll('#why a')).every((a) => a.protocol.startsWith('http'))"), "no link runs a script")
    check("javascript:" not in browser.run("document.getElementById('why').innerHTML"), "the address of such a link is not there at all")


def main():
    folder, table, pictures = (os.path.abspath(path) for path in sys.argv[1:4])
    os.makedirs(pictures, exist_ok=True)
    areas = {}
    with open(table, newline="") as rows:
        for row in csv.DictReader(rows):
            key = "contested:" + row["holder"] if row["status"] == "contested" else row["holder"] or row["status"]
            areas[row["date"], key] = float(row["area_km2"])
    browser = Browser(1280, 800)
    try:
        opened(browser, folder)
        browser.picture(pictures + "/whole.png")
        steps_through_time(browser)
        reads_reasons(browser)
        browser.picture(pictures + "/front.png")
        clicks_land(browser)
        x, y = screen(browser, KAFRAH)
        browser.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        browser.settle()
        check("Kafrah: Islamic State" in browser.run("document.getElementById('hover').textContent"), "the mouse is told of the place below it")
        searches(browser)
        browser.picture(pictures + "/place.png")
        compares(browser, areas)
        tells_of_the_earlier_map(browser)
        forgets_a_piece_that_is_gone(browser)
        browser.picture(pictures + "/compare.png")
        browser.run("Frontline.change({ mode: '' , palette: 'safe' })")
        browser.settle()
        browser.picture(pictures + "/colour-blind.png")
        all_areas(browser, areas)
        hands_out(browser)
        keeps_the_address(browser, folder)
        tells_what_is_missing(browser, folder)
        browser.resize(390, 780, mobile=True)
        opened(browser, folder, f"#at=2015-12-02&place={KAFRAH}")
        check(browser.run("document.documentElement.scrollWidth") <= 390, "a phone's width is enough")
        browser.picture(pictures + "/phone.png")
        browser.resize(1280, 800)
        if len(sys.argv) > 4:
            is_hostile_text(browser, os.path.abspath(sys.argv[4]))
        roots = ["file://" + os.path.abspath(path) + "/" for path in [folder] + sys.argv[4:5]]
        beyond = [url for url in browser.requests
                  if not any(url.startswith(root) for root in roots) and not url.startswith(("about:", "data:", "blob:"))]
        check(not beyond, f"no request beyond the folder {beyond}")
        check(not browser.complaints, f"no complaint in the console {browser.complaints}")
    finally:
        browser.close()


main()
