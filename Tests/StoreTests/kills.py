#!/usr/bin/env python3
"""Kills frontline at random moments and looks at what is left.

    kills.py FRONTLINE SCENARIO KILLS [SEED]

Four writers add reports to one project and are all killed at once, again and again; then imports, snapshots and drawings
are killed. Every report that was acknowledged must be there once, the project must be as it was written, an import must be
there whole or not at all, a snapshot old or new. Prints what it did; exits with 1 at the first thing that is wrong.
"""
import json, os, random, shutil, signal, subprocess, sys, tempfile, threading, time

frontline, scenario, kills = sys.argv[1], sys.argv[2], int(sys.argv[3])
dice = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
work = tempfile.mkdtemp(prefix="frontline-kills-")
project = os.path.join(work, "war.gpkg")


def run(*arguments, expect=0):
    done = subprocess.run([frontline, *arguments], capture_output=True)
    if done.returncode != expect:
        sys.exit(f"{arguments}: exit code {done.returncode}\n{done.stdout.decode()[-2000:]}{done.stderr.decode()[-2000:]}")
    return done.stdout


def row(name):
    return json.dumps({
        "id": name, "date": "2015-12-%02d" % dice.randint(1, 28), "place": "Kafrah", "actor": "red", "claim": "holds",
        "source": "monitor", "mood": "x" * dice.randint(0, 900)})


class Writer:
    """Adds rows until it is killed, and takes down which were acknowledged."""

    def __init__(self, rows):
        self.rows, self.acknowledged = rows, []
        self.process = subprocess.Popen(
            [frontline, "reports", "add", project, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        self.threads = [threading.Thread(target=self.feed), threading.Thread(target=self.read)]
        for thread in self.threads:
            thread.start()

    def feed(self):
        try:
            for line in self.rows:
                self.process.stdin.write(line.encode() + b"\n")
                self.process.stdin.flush()
            self.process.stdin.close()
        except (BrokenPipeError, OSError):
            pass

    def read(self):
        for line in self.process.stdout:
            # A line that the kill cut short acknowledges nothing.
            if line.endswith(b"\n"):
                self.acknowledged.append(line.split()[1].decode())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for thread in self.threads:
            thread.join()


def held():
    folder = os.path.join(work, "out")
    shutil.rmtree(folder, ignore_errors=True)
    run("export", project, "-o", folder)
    with open(os.path.join(folder, "reports.ndjson"), "rb") as file:
        return [json.loads(line)["id"] for line in file]


def adding():
    run("init", project)
    acknowledged, again, count, cut = set(), [], 0, 0
    for turn in range(kills):
        writers = []
        for number in range(4):
            rows = [row(f"{turn}-{number}-{n}") for n in range(400)]
            # Some that were sent before the last kill, whether they were written or not: each must end up there once.
            rows[:0] = again[number * 20:number * 20 + 20]
            writers.append(Writer(rows))
        # Most are killed at work, some on the way there.
        end = time.monotonic() + (0 if dice.random() < 0.2 else 30)
        while time.monotonic() < end and not any(writer.acknowledged for writer in writers):
            time.sleep(0.002)
        time.sleep(dice.uniform(0, 0.2))
        for writer in writers:
            writer.process.send_signal(signal.SIGKILL)
        again = []
        for writer in writers:
            writer.kill()
            acknowledged.update(writer.acknowledged)
            count += len(writer.acknowledged)
            cut += len(writer.acknowledged) < len(writer.rows)
            again += writer.rows[len(writer.acknowledged):len(writer.acknowledged) + 20]
        run("project", "check", project)
        ids = held() if acknowledged else []
        if len(ids) != len(set(ids)):
            sys.exit(f"turn {turn}: a report stands there twice")
        if not acknowledged <= set(ids):
            sys.exit(f"turn {turn}: lost {sorted(acknowledged - set(ids))[:5]}")
    print(f"add: {kills} kills of 4 writers, {cut} of {4 * kills} cut short; {len(acknowledged)} reports acknowledged, "
          f"0 lost, 0 doubled, {len(held())} in the log")


def killed(arguments, longest):
    """True where the command was still running when it was killed."""
    process = subprocess.Popen([frontline, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=dice.uniform(0, longest))
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True


def took(*arguments):
    start = time.monotonic()
    run(*arguments)
    return (time.monotonic() - start) * 1.2


def importing():
    target = os.path.join(work, "import.gpkg")
    longest = took("import", scenario, "-o", target)
    whole = run("project", "check", target)
    hits, absent = 0, 0
    for _ in range(kills):
        for name in os.listdir(work):
            if name.startswith("import.gpkg"):
                os.unlink(os.path.join(work, name))
        hits += killed(["import", scenario, "-o", target], longest)
        if not os.path.exists(target):
            absent += 1
        elif run("project", "check", target) != whole:
            sys.exit("a part of an import was left")
    print(f"import: {kills} kills, {hits} before its end; {absent} left nothing, {kills - absent} all of it")
    if not os.path.exists(target):
        run("import", scenario, "-o", target)
    return target


def showing(target):
    out = os.path.join(work, "out.geojson")
    days = ["2015-12-01", "2015-12-02"]
    longest, known = 0, []
    for day in days:
        longest = max(longest, took("snapshot", target, "--at", day, "-o", out))
        known.append(open(out, "rb").read())
    hits = 0
    for turn in range(kills):
        hits += killed(["snapshot", target, "--at", days[turn % 2], "-o", out], longest)
        if open(out, "rb").read() not in known:
            sys.exit("a part of a snapshot was left")
    print(f"snapshot: {kills} kills, {hits} before its end; the file old or new each time")


def drawing(target):
    spans = [("2015-12-01", "2015-12-02"), ("2015-12-02", "2015-12-03")]
    def arguments(span):
        return ["project", "draw", target, "--from", span[0], "--to", span[1]]
    longest, known = 0, []
    for span in spans:
        longest = max(longest, took(*arguments(span)))
        known.append(run("project", "check", target))
    hits = 0
    for turn in range(kills):
        hits += killed(arguments(spans[turn % 2]), longest)
        if run("project", "check", target) not in known:
            sys.exit("a part of a drawing was left")
    print(f"draw: {kills} kills, {hits} before its end; the layers old or new each time")


try:
    adding()
    target = importing()
    showing(target)
    drawing(target)
finally:
    shutil.rmtree(work, ignore_errors=True)
