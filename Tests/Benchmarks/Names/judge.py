"""What a set of weights reaches: ranks and probabilities after listings within two kilometres are merged, as in answers."""
import numpy as np
from activity import KM_A_DEGREE
from dumped import SYNTHETIC
from logit import scores

MATCH, NONE = 0.9, 0.1


def merged(dump, k, logits):
    """Groups of the best listings of a query: log-odds, and whether the right place is among them; best first."""
    start = dump.start[k]
    groups = []
    for at in np.argsort(-logits, kind="stable")[:60]:
        here = dump.at[start + at]
        for group in groups:
            gap = (group[0] - here) * [1, np.cos(np.radians(here[0]))]
            if np.hypot(*gap) * KM_A_DEGREE <= 2:
                group[1] = np.logaddexp(group[1], logits[at])
                group[2] |= dump.right[start + at]
                break
        else:
            groups.append([here, logits[at], dump.right[start + at]])
    return np.array([g[1] for g in groups]), np.array([g[2] for g in groups])


def judge(dump, values, weights):
    """For each query: set, exact, rank, probability of the first, log-odds of the groups, which are right."""
    answers = []
    for k in range(len(dump.ids)):
        rows = slice(dump.start[k], dump.end[k])
        logits, _ = scores(dump.features, values(dump.fold[k])[rows], weights[dump.fold[k]])
        logits = np.where(dump.listed[rows], logits, -99)
        odds, right = merged(dump, k, logits)
        answers.append((dump.set[k], dump.exact[k], odds, right))
    return answers


def probabilities(odds, temperature):
    scaled = np.append(odds * temperature, 0)
    shares = np.exp(scaled - np.logaddexp.reduce(scaled))
    return shares[:-1], shares[-1]


def likelihood(answers, temperature):
    total = 0
    for _, _, odds, right in answers:
        shares, none = probabilities(odds, temperature)
        total += np.log(max(1e-9, shares[right].sum() if right.any() else none))
    return total


def report(answers, temperature):
    def line(name, pick):
        ranks = [int(np.argmax(right)) + 1 if right.any() else 999 for s, e, _, right in answers if pick(s, e)]
        print(f"{name:16s} n {len(ranks):4d}  R@1 {np.mean([r == 1 for r in ranks]):.3f}  R@10 {np.mean([r <= 10 for r in ranks]):.3f}"
              f"  recall {np.mean([r < 999 for r in ranks]):.3f}")
    line("ucdp", lambda s, e: s == "ucdp")
    line("ucdp exact", lambda s, e: s == "ucdp" and e)
    line("ucdp not exact", lambda s, e: s == "ucdp" and not e)
    for name in ("ocha", "ocha-ar", "azaz", "azaz-ar", "typo"):
        line(name, lambda s, e: s == name)
    for name in ("foreign", "random"):
        told = [probabilities(odds, temperature) for s, _, odds, _ in answers if s == name]
        silent = np.mean([shares.max() >= MATCH and none <= NONE for shares, none in told])
        print(f"{name:16s} n {len(told):4d}  matched in silence {silent:.3f}")
    for title, keep in (("ucdp and ocha", ("ucdp", "ocha", "ocha-ar")), ("all real names", None)):
        real = [a for a in answers if a[0] not in SYNTHETIC and (keep is None or a[0] in keep)]
        first = np.array([probabilities(odds, temperature)[0][0] for _, _, odds, _ in real])
        hit = np.array([right[0] for _, _, _, right in real])
        bins = np.minimum((first * 10).astype(int), 9)
        used = [b for b in range(10) if (bins == b).any()]
        error = sum(abs(first[bins == b].mean() - hit[bins == b].mean()) * (bins == b).mean() for b in used)
        print(f"calibration error, {title}: {error:.3f}; stated/true(n) "
              + " ".join(f"{first[bins == b].mean():.2f}/{hit[bins == b].mean():.2f}({(bins == b).sum()})" for b in used))
