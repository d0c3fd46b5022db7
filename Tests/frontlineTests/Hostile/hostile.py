#!/usr/bin/env python3
"""Hands hostile files to every reader of frontline and looks at what becomes of them.

    hostile.py FRONTLINE [--shared FOLDER] [--seconds 2] [--megabytes 512] [--only WORD] [--threads 2]

The files are made here, always the same. What must be refused has to be, with a reason and without output; what is repaired
or skipped has to be told; nothing may crash, take more than the seconds (of the processor) or megabytes, print a control
character or write broken GeoJSON. FOLDER holds the files of gen_poison.py with their MANIFEST.tsv, to be read as well.
Prints what is wrong, then the counts; exits with 1 where anything is.
"""
import argparse, collections, concurrent.futures, os, random, shutil, subprocess, sys, tempfile
import geojson_cases, json_cases, judge, names, shared_cases, table_cases
from readers import PLACES, REPORT, REPORTS, Readers

parser = argparse.ArgumentParser()
parser.add_argument("frontline")
parser.add_argument("--shared")
parser.add_argument("--seconds", type=float, default=2)
parser.add_argument("--megabytes", type=float, default=512)
parser.add_argument("--only", default="")
parser.add_argument("--list", action="store_true")
parser.add_argument("--threads", type=int, default=2)
options = parser.parse_args()
dice = random.Random(20151202)
work = tempfile.mkdtemp(prefix="frontline-hostile-")
readers = Readers(os.path.abspath(options.frontline), work)
cases = []


def case(name, jobs, expected, check=None):
    for reader, arguments, kind, stdin in jobs:
        if options.only in "%s/%s" % (name, reader):
            cases.append((name, reader, arguments, kind, stdin, expected, check))


def quoted(text):
    return '"%s"' % text.replace('"', '""')


def maps():
    for name, (data, expected) in geojson_cases.documents().items():
        case("document-" + name, readers.map_of_others("document-" + name, data), "refused" if expected == "map" else expected)
        case("document-" + name, readers.boundary("edge-" + name, data), "any" if expected == "map" else expected)
    for name, (geometry, map, edge) in geojson_cases.rings().items():
        data = geojson_cases.collection(geometry)
        case("ring-" + name, readers.map_of_others("ring-" + name, data), map)
        case("ring-" + name, readers.boundary("edge-ring-" + name, data), edge)
    for number, (position, expected) in enumerate(geojson_cases.positions()):
        data = geojson_cases.collection(
            '{"type":"Polygon","coordinates":[[[37,36],[38,36],%s,[37,37],[37,36]]]}' % position)
        name = "position-%02d" % number
        case(name, readers.map_of_others(name, data), "told" if expected == "height" else expected)
        case(name, readers.boundary("edge-" + name, data), "any" if expected == "height" else expected)
    for expected, group in (("read", json_cases.SOUND), ("refused", json_cases.BROKEN)):
        for name, value in group.items():
            data = geojson_cases.collection(
                geojson_cases.polygon(geojson_cases.SQUARE), '{"party":"alpha","x":@}').encode().replace(b"@", value)
            jobs = list(readers.map_of_others("json-" + name, data))[:1]
            # One is deeper with what is around it; two are grammatical, too large, and in a property that nobody reads.
            case("json-" + name, jobs, "any" if name in ("array_deep_20", "overflow", "digits_100000") else expected)
    features = [
        {"type": "Feature", "properties": {"party": name, "name": name, name: name}, "geometry": geojson_cases.polygon(
            [[37 + i / 99, 36], [37.008 + i / 99, 36], [37.008 + i / 99, 37], [37 + i / 99, 37], [37 + i / 99, 36]])}
        for i, name in enumerate(names.NAMES)]
    jobs = list(readers.map_of_others("names", judge.json.dumps({"type": "FeatureCollection", "features": features})))
    jobs.append(("diff text", readers.command("diff", readers.map, jobs[0][1][3]), "text", b""))
    jobs.append(("overlay text", readers.command(
        "snapshot", readers.scenario, "--at", "2020-01-02", "--overlay", jobs[0][1][3]), "text", b""))
    case("names", jobs, "inert")

def tables():
    for name, (data, expected) in table_cases.held().items():
        case("held-" + name, readers.table("held-" + name, data), expected)
    for name, (data, expected) in table_cases.reports().items():
        case("reports-" + name, readers.reports("reports-" + name, data), expected)
        case("reports-" + name, readers.project("import-" + name, data), expected)
    for number, (time, isSound) in enumerate(table_cases.TIMES):
        rows = REPORTS + REPORT + "b,%s,Bravotown,blue,holds,monitor\n" % quoted(time)
        jobs = list(readers.reports("time-%02d" % number, rows))[:1]
        case("time-%02d %s" % (number, time[:30]), jobs, {True: "read", False: "skipped", None: "any"}[isSound])
    rows = REPORTS + REPORT + "".join(
        "%s,2020-01-01,%s,%s,holds,%s\n" % ((quoted(name),) * 4) for name in names.NAMES)
    case("names", readers.reports("names", rows), "any")
    held = "id,lon,lat,actor\n" + "".join(
        "%s,%.2f,36,%s\n" % (quoted(name), 37 + i / 50, quoted(name)) for i, name in enumerate(names.NAMES))
    case("names", readers.table("names", held), "inert")
    case("names", [("areas text", readers.command("areas", os.path.join(work, "names.csv")), "text", b"")], "inert")
    line = '{"id":"%s","date":"2020-01-01","place":"Alphaville","actor":"red","claim":"holds","source":"monitor","x":@}'
    for expected, group in (("read", json_cases.SOUND), ("skipped", json_cases.BROKEN)):
        data = (line % "first").encode().replace(b"@", b"1") + b"\n"
        for name, value in sorted(group.items()):
            data += (line % name).encode().replace(b"@", value) + b"\n"
        data = data.replace(b"\0", b"")
        wanted = len(group) if expected == "skipped" else 0
        jobs = list(readers.reports("json-" + expected, data, "ndjson"))[:1]
        case("json-lines-" + expected, jobs, "any", lambda answer, wanted=wanted: skipped(answer, wanted))
    values = [value for _, value in sorted({**json_cases.SOUND, **json_cases.BROKEN}.items()) if b"\n" not in value]
    data = b"".join(b'{"name":"Alphaville","x":' + value + b"}\nAlphaville\n" for value in values)
    case("json-lines", readers.lines("json", data), "any", lambda answer: count(answer, 2 * len(values)))

def skipped(answer, wanted):
    """Every broken line, and no sound one, is told as skipped."""
    seen = answer.output.decode().count(": skipped: ")
    return None if seen == wanted else "%d lines skipped, %d expected" % (seen, wanted)


def count(answer, wanted):
    seen = answer.output.count(b"\n")
    return None if answer.status == 0 and seen == wanted else "%d answers to %d lines" % (seen, wanted)


def scenario_files():
    for expected, group in (("any", json_cases.SOUND), ("refused", json_cases.BROKEN)):
        # The parser is that of the lines above: a few will do.
        for name, value in list(group.items())[::8]:
            data = b'{"format":"frontline-scenario","version":1,"title":"x","x":' + value + b"}"
            case("json-" + name, readers.scenario_file("scenario-" + name, "scenario.json", data), expected)
    for file in ("actors.csv", "sources.csv"):
        for name, data in {
            "empty": "", "nul": "id,name\nred,a\0b\n", "utf_16": "id,name\nred,x\n".encode("utf-16"),
            "semicolons": "id;name\nred;x\n", "twice": "id,id\nred,x\n", "zip": b"PK\x03\x04" + b"\0" * 60,
        }.items():
            case(file + "-" + name, readers.scenario_file(file + "-" + name, file, data), "refused")


def gazetteers():
    geonames = "".join(
        "%d\t%s\t%s\t\t%f\t%f\tP\tPPL\tSY\t\t09\t\t\t\t100\t\t300\tAsia/Damascus\t2020-01-01\n"
        % (i, name, name, 36 + i / 9, 37 + i / 9) for i, name in enumerate(["Alphaville", "Bravotown", "Charlieburg"], 1))
    wof = "".join(
        '{"type":"Feature","id":%d,"properties":{"wof:id":%d,"wof:name":"%s","wof:placetype":"locality"},'
        '"geometry":{"type":"Point","coordinates":[%f,%f]}}\n' % (i, i, name, 37 + i / 9, 36 + i / 9)
        for i, name in enumerate(["Alphaville", "Bravotown"], 1))
    cod = "PCODE,NAME_EN,ADM1_EN,LATITUDE_Y,LONGITUDE_X\nC1,Alphaville,North,36,37\nC2,Bravotown,North,36.5,37\n"
    sound = {"table": (PLACES, "tsv"), "geonames": (geonames, "txt"), "wof": (wof, "geojson"), "cod": (cod, "csv")}
    for format, (text, ending) in sound.items():
        for name, data, expected in [
            ("sound", text, "any"), ("empty", "", "refused"), ("nul", text.replace("Bravotown", "Br\0vo"), "any"),
            ("latin_1", text.replace("Bravotown", "Br\xe9vo").encode("latin-1"), "any"), ("utf_16", text.encode("utf-16"), "refused"),
            ("cut", text[:len(text) // 2], "any"), ("zip", b"PK\x03\x04" + b"\0" * 60, "refused"),
            ("long_name", text.replace("Bravotown", "B" * 1200000), "any"), ("bad_number", text.replace("36", "NaN"), "any"),
            ("far", text.replace("37", "1e308"), "any"), ("same", text * 3, "any"), ("noise", dice.randbytes(4096), "refused"),
            ("deep", text + "{" * 100000 + "\n", "any"), ("html", "<!DOCTYPE html><html></html>\n", "refused"),
        ]:
            case("gazetteer-%s-%s" % (format, name), readers.gazetteer("gaz-%s-%s" % (format, name), data, format, ending), expected)
    clean = [name.replace("\n", " ").replace("\r", " ").replace("\t", " ") for name in names.NAMES]
    table = PLACES + "".join("t:%s%d\t%s\t%.2f\t36.5\tvillage\t%s\n" % (name, i, name, 37 + i / 50, name) for i, name in enumerate(clean))
    jobs = list(readers.gazetteer("gaz-names", table, "table"))
    path = os.path.join(work, "gaz-names.tsv")
    for words in (["gazetteer", "near", "37.3,36.5", "--count", "99"], ["gazetteer", "check"], ["gazetteer", "info"]):
        jobs.append((" ".join(words[:2]), readers.command(*words, "--gazetteer", path), "check", b""))
    for i, name in enumerate(names.NAMES):
        for words in (["resolve", "--gazetteer", path, "--", name], ["locate", "--gazetteer", path, "--", "10 km east of " + name],
                      ["describe", "--gazetteer", path, "--", "t:%s%d" % (clean[i], i)]):
            jobs.append(("%s %d" % (words[0], i), readers.command(*words), "check", b""))
    case("names", [job for job in jobs if "\0" not in "".join(job[1])], "any")
    folder = readers.folder(
        "war-names", places_tsv=table,
        actors_csv="id,name,side,colour\n" + "".join("%s,%s,%s,#FF0000\n" % ((quoted(name),) * 3) for name in names.NAMES),
        sources_csv="id,name,kind,reliability\n" + "".join("%s,%s,%s,B\n" % ((quoted(name),) * 3) for name in names.NAMES),
        reports_csv="id,date,place,place_id,actor,claim,source,note\n" + "".join(
            "%s,2020-01-%02d,%s,%s,%s,holds,%s,%s\n" % (
                quoted(name), 1 + i % 3, quoted(name), quoted("t:%s%d" % (clean[i], i)), quoted(name), quoted(name), quoted(name))
            for i, name in enumerate(names.NAMES)),
        scenario_json='{"format":"frontline-scenario","version":1,"title":%s}' % judge.json.dumps("\u202e".join(names.NAMES)))
    jobs = [(words[0] + " text", readers.command(words[0], folder, *words[1:]), "check", b"") for words in (
        ["control", "--at", "2020-01-02"], ["snapshot", "--at", "2020-01-02"],
        ["diff", "--from", "2020-01-01", "--to", "2020-01-04"], *[
            ["why", "--at", "2020-01-04", "--", "t:%s%d" % (name, i)] for i, name in list(enumerate(clean))[::9]])]
    jobs = [(name, words[:1] + ["why", "--at", "2020-01-04", "--", folder, words[-1]] if "why" in words else words, kind, stdin)
            for name, words, kind, stdin in jobs]
    jobs.append(("describe text", readers.command("describe", "37.3,36.5", "--scenario", folder, "--at", "2020-01-02"), "check", b""))
    for word in ("list", "check"):
        jobs.append((word + " text", readers.command("reports", word, folder), "check", b""))
    case("names", [job for job in jobs if "\0" not in "".join(job[1])], "any")
    built = os.path.join(work, "sound.index")
    subprocess.run([readers.frontline, "gazetteer", "build", readers.places, "-o", built, "--quiet"], check=True)
    with open(built, "rb") as file:
        sound = file.read()
    read = {"import": ["gazetteer", "import", built, "--format", "index", "-o", "-"],
            "resolve": ["resolve", "Alphaville", "--gazetteer", built]}
    known = {name: judge.run([options.frontline, *words]).output for name, words in read.items()}
    damaged = [("cut-%02d" % i, sound[:dice.randrange(1, len(sound))]) for i in range(12)]
    damaged += [("flip-%02d" % i, flipped(sound, dice.choice([1, 1, 8]))) for i in range(24)]
    for name, data in damaged:
        for job in readers.gazetteer("index-" + name, data, "index", "index"):
            # A bit between two sections belongs to nothing: then the answer is that of the sound one.
            case("index-" + name, [job], "any", lambda answer, reader=job[0]: None
                 if answer.status != 0 or answer.output == known.get(reader, b"") else "reads what was not written")


def flipped(data, count):
    out = bytearray(data)
    for place in dice.sample(range(len(out)), count):
        out[place] ^= 1 << dice.randrange(8)
    return bytes(out)


def projects():
    built = os.path.join(work, "sound.gpkg")
    subprocess.run([readers.frontline, "import", readers.scenario, "-o", built, "--quiet"], check=True)
    with open(built, "rb") as file:
        sound = file.read()
    case("project-sound", readers.opened("project-sound", sound), "read")
    for name, data in [("empty", b""), ("text", b"no database"), ("header", sound[:100]), ("zip", b"PK\x03\x04" + b"\0" * 60),
                       ("sql", b"create table x(y);")]:
        case("project-" + name, readers.opened("project-" + name, data), "refused")
    for number in range(12):
        data = sound[:dice.randrange(1, len(sound))]
        case("project-cut-%02d" % number, readers.opened("project-cut-%02d" % number, data), "any")
    for number in range(40):
        data = flipped(sound, dice.choice([1, 1, 4, 32]))
        case("project-flip-%02d" % number, readers.opened("project-flip-%02d" % number, data), "any")
    for number in range(12):
        page = dice.randrange(len(sound) // 4096) * 4096
        data = sound[:page] + dice.randbytes(4096) + sound[page + 4096:]
        case("project-page-%02d" % number, readers.opened("project-page-%02d" % number, data), "any")


def streams():
    for name, data in {
        "empty": b"", "ends": b"\n\n\n", "nul": b"a\0b\n", "not_utf_8": b"\xff\xfe\n\xc0\xaf\n", "long": b"a" * 2000000 + b"\n",
        "noise": dice.randbytes(20000), "deep": b"[" * 100000 + b"\n" + b'{"name":' * 20000 + b"\n", "numbers": b"1\n-1\n1e999\n",
        "carriage": b"Alphaville\r\nBravotown\r\n", "names": "\n".join(names.NAMES).encode(), "no_end": b"Alphaville",
        "marks": ("A" + "\u0301" * 8000 + "\n").encode(), "words": ("Alphaville " * 1000 + "\n").encode(),
        "phrases": b"10 km east of\n-5 km east of Alphaville\n99999999999999999999 km east of Alphaville\nbetween and\n" * 50,
    }.items():
        case("lines-" + name, readers.lines("lines-" + name, data), "any")


def expectation(answer, expected, arguments):
    """What is wrong with the answer to this file, where it is known what must become of it."""
    told = (answer.errors + (answer.output if "check" in arguments else b"")).decode("utf-8", "replace")
    if expected == "refused":
        if answer.status not in (65, 66, 74):
            return "accepted (exit code %d)" % answer.status
    elif expected in ("read", "inert"):
        if answer.status != 0 or "skipped:" in told:
            return "refused (exit code %d)" % answer.status
    elif expected == "told":
        if answer.status not in (0, 65):
            return "exit code %d" % answer.status
        if "list" not in arguments and not told.strip():
            return "read without a word"
    elif expected == "skipped" and ": skipped: " not in told:
        return "read"


def perform(job):
    name, reader, arguments, kind, stdin, expected, check = job
    answer = judge.run(arguments, stdin, folder=work)
    wrong = list(judge.faults(answer, "text" if kind == "table" else kind, (options.seconds, options.megabytes))) \
        if kind != "table" else [x for x in judge.faults(answer, "lines", (options.seconds, options.megabytes)) if "JSON" not in x]
    more = expectation(answer, expected, arguments)
    if more:
        wrong.append(more)
    if check and check(answer):
        wrong.append(check(answer))
    return job, answer, wrong


for group in (maps, tables, scenario_files, gazetteers, projects, streams):
    group()
if options.shared:
    for name, jobs, expected in shared_cases.cases(options.shared, readers):
        case(name, jobs, expected)
if options.list:
    sys.exit(print("%d runs" % len(cases)))
bad, slowest, largest = 0, (0, ""), (0, "")
outcomes = collections.Counter()
with concurrent.futures.ThreadPoolExecutor(options.threads) as pool:
    for (name, reader, arguments, *_), answer, wrong in pool.map(perform, cases):
        outcomes["refused" if answer.status else "read"] += 1
        slowest = max(slowest, (answer.seconds, "%s, %s" % (name, reader)))
        largest = max(largest, (answer.megabytes, "%s, %s" % (name, reader)))
        if wrong:
            bad += 1
            print("%s, %s: %s\n    %s\n    %s" % (
                name, reader, "; ".join(wrong), " ".join(arguments), answer.errors.decode("utf-8", "replace")[:300].strip()))
print("%d runs, %d wrong; %d read, %d refused; slowest %.2f s (%s), largest %.0f MB (%s)" % (
    len(cases), bad, outcomes["read"], outcomes["refused"], *slowest, *largest))
shutil.rmtree(work)
sys.exit(1 if bad else 0)
