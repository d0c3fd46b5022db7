"""weights.tsv: what is fitted, and what is held by hand. A row whose note begins with "held:" keeps its weight."""

HELD = "held:"
TITLE = """# Weights of the features (log-odds against "none of these"), fitted by Tests/Benchmarks/Names/tune.py.
# A weight whose note begins with "held:" is set by hand for the reason behind it, and the fit leaves it as it is.
feature\tweight\tnote
"""


def read(path):
    """Weights and notes by feature, `sharpness` among them."""
    weights, notes = {}, {}
    for line in open(path, encoding="utf-8").read().split("\n"):
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 2 or cells[0] == "feature":
            continue
        weights[cells[0]] = float(cells[1])
        notes[cells[0]] = cells[2] if len(cells) > 2 else ""
    return weights, notes


def held(path):
    weights, notes = read(path)
    return {name: weights[name] for name in weights if notes[name].startswith(HELD)}


def write(path, features, weights, temperature):
    notes = read(path)[1]
    with open(path, "w", encoding="utf-8") as out:
        out.write(TITLE)
        out.write(f"sharpness\t{temperature:.4f}\tall log-odds are multiplied by it: calibration\n")
        for name, weight in zip(features, weights):
            out.write(f"{name}\t{weight:.4f}\t{notes.get(name, '')}\n")
