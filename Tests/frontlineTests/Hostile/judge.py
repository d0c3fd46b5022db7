"""Runs one command under limits and says what is wrong with its answer, whatever it was given."""
import json, math, os, re, resource, subprocess, tempfile, time

# What may never reach a terminal as it is: controls but the line feed, and marks that reorder or hide text.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u3164\U000e0000-\U000e0fff\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Answer:
    def __init__(self, arguments, status, output, errors, seconds, megabytes):
        self.arguments, self.status, self.output, self.errors = arguments, status, output, errors
        self.seconds, self.megabytes = seconds, megabytes


def run(arguments, stdin=b"", wait=60, folder=None):
    """Processor seconds, not those of the clock: other work on the machine is not the command's fault."""
    with tempfile.TemporaryFile() as into, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        into.write(stdin)
        into.seek(0)
        environment = dict(os.environ, FRONTLINE_CACHE="off", SWIFT_BACKTRACE="enable=no")
        process = subprocess.Popen(
            arguments, stdin=into, stdout=out, stderr=errors, env=environment, cwd=folder,
            preexec_fn=lambda: (
                resource.setrlimit(resource.RLIMIT_CPU, (wait, wait)),
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        out.seek(0)
        errors.seek(0)
        return Answer(
            arguments, process.returncode, out.read(), errors.read(), used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024)


def faults(answer, kind, limits):
    """What no answer may be: a crash, a hang, too large, silent about a failure, or broken output."""
    seconds, megabytes = limits
    if answer.status < 0:
        yield "crash: signal %d" % -answer.status
    elif answer.status not in (0, 64, 65, 66, 74):
        yield "exit code %d" % answer.status
    if answer.seconds > seconds:
        yield "%.1f s" % answer.seconds
    if answer.megabytes > megabytes:
        yield "%.0f MB" % answer.megabytes
    try:
        told = answer.errors.decode("utf-8")
        if RAW.search(told):
            yield "raw controls on standard error: %r" % RAW.search(told).group()
    except UnicodeDecodeError as error:
        yield "standard error is no UTF-8: %s" % error
    if answer.status != 0 and not answer.errors.strip() and kind != "check":
        yield "fails without a word"
    if answer.status in (64, 66, 74) and answer.output:
        yield "output in spite of exit code %d" % answer.status
    yield from {"geojson": geojson, "text": text, "check": text, "lines": lines, "none": nothing}[kind](answer)


def nothing(answer):
    if answer.output:
        yield "output where none was expected"


def text(answer):
    try:
        found = RAW.search(answer.output.decode("utf-8"))
        if found:
            yield "raw controls on standard output: %r" % found.group()
    except UnicodeDecodeError as error:
        yield "standard output is no UTF-8: %s" % error


def strict(text):
    def refuse(word):
        raise ValueError(word)
    return json.loads(text, parse_constant=refuse)


def lines(answer):
    # Not splitlines(): U+2028 in a name ends no line of JSON.
    for number, line in enumerate(answer.output.decode("utf-8").split("\n")[:-1], 1):
        try:
            strict(line)
        except ValueError as error:
            yield "line %d of the output is no JSON: %s" % (number, error)
            return


def geojson(answer):
    if answer.status != 0:
        if answer.output:
            yield "output in spite of exit code %d" % answer.status
        return
    try:
        map = strict(answer.output.decode("utf-8"))
    except ValueError as error:
        yield "the output is no JSON: %s" % error
        return

    def positions(value):
        if value and isinstance(value[0], (int, float)):
            yield value
        else:
            for part in value:
                yield from positions(part)
    for feature in map["features"]:
        for position in positions((feature["geometry"] or {}).get("coordinates", [])):
            if not all(math.isfinite(number) for number in position) or abs(position[0]) > 180 or abs(position[1]) > 90:
                yield "position %s" % position
                return
