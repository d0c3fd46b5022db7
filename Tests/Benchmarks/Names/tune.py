#!/usr/bin/env python3
"""Fits weights.tsv: a conditional logit over the candidates of a query and "none of these".

usage: names-eval dump features.tsv; tune.py features.tsv [--write weights.tsv] [--l2 0.5] [--absent 0.15]

Each query is used twice: as it is, and (with weight --absent) with the right place taken out of the gazetteer, so that the
model learns when nothing listed is meant. Reported figures are from 5-fold cross-validation over queries (by place meant).
Needs numpy."""
import argparse, sys, collections, hashlib
import numpy as np
ap = argparse.ArgumentParser(); ap.add_argument("dump"); ap.add_argument("--write"); ap.add_argument("--l2", type=float, default=0.5)
ap.add_argument("--absent", type=float, default=0.12); ap.add_argument("--zero", default=""); ap.add_argument("--folds", type=int, default=5)
ap.add_argument("--quiet", action="store_true")
a = ap.parse_args()

head = open(a.dump).readline().rstrip("\n").split("\t"); names = head[5:]
sets, query, exact, place, right, rows, notes = [], [], [], [], [], [], []
for line in open(a.dump).read().split("\n")[1:]:
    if not line: continue
    f = line.split("\t"); sets.append(f[0]); query.append(int(f[1])); exact.append(int(f[2])); place.append(int(f[3])); right.append(int(f[4]))
    rows.append([float(x) for x in f[5:5 + len(names)]]); notes.append(f[5 + len(names)] if len(f) > 5 + len(names) else '')
X = np.array(rows); query = np.array(query); right = np.array(right, bool); exact = np.array(exact); place = np.array(place); sets = np.array(sets)
for z in a.zero.split(","):
    if z: X[:, names.index(z)] = 0
order = np.argsort(query, kind="stable"); X, query, right, exact, place, sets = (v[order] for v in (X, query, right, exact, place, sets)); notes = [notes[i] for i in order]
ids, start = np.unique(query, return_index=True); end = np.append(start[1:], len(query))
real = place >= 0
# fold by the place meant, so that two spellings of one place stay together
fold = np.array([int(hashlib.md5(str(place[s:e][right[s:e]].min() if right[s:e].any() else -q).encode()).hexdigest(), 16) % a.folds for q, s, e in zip(ids, start, end)])
segment = np.repeat(np.arange(len(ids)), end - start)

# made-up queries count less, and are never taken out
synthetic = {"typo": 0.5, "foreign": 0.35, "random": 0.35}
weight = np.array([synthetic.get(sets[s], 1.0) for s in start]); absent = np.array([0.0 if sets[s] in synthetic else a.absent for s in start])

def fit(train, l2):
    """Newton-free: Adam on the full data, deterministic."""
    use = train[segment] & real; Z = X[use]; seg = segment[use]; r = right[use]
    n = len(ids); hasright = np.zeros(n, bool); hasright[seg[r]] = True
    mean, sd = Z.mean(0), Z.std(0) + 1e-9; sd[sd < 1e-6] = 1; mean[0] = 0
    S = (Z - mean) / sd; S[:, 0] = 1; S[:, Z.std(0) < 1e-9] = 0; S[:, 0] = 1
    w = np.zeros(S.shape[1]); m = np.zeros_like(w); v = np.zeros_like(w)
    nonright = ~r
    def grad(w):
        z = S @ w; mx = np.zeros(n); np.maximum.at(mx, seg, z)
        ez = np.exp(z - mx[seg]); none = np.exp(-mx)
        tot = np.bincount(seg, ez, n) + none; good = np.bincount(seg[r], ez[r], n)
        loss = 0; g = np.zeros_like(w)
        # present: right ones if listed, else none
        lp = np.where(hasright, np.log(np.maximum(good, 1e-300)), np.log(none)) - np.log(tot)
        p = ez / tot[seg]; q = np.where(r, ez / np.maximum(good, 1e-300)[seg], 0)
        coef = (q - p) * (weight * (1 - absent))[seg]; loss += (weight * (1 - absent) * lp)[train].sum(); g += coef @ S
        # absent: the right ones taken out
        tot2 = tot - good; lp2 = np.log(none) - np.log(tot2); p2 = np.where(nonright, ez / tot2[seg], 0)
        ok = hasright & train; loss += (absent * lp2)[ok].sum(); g += -(p2 * (ok * absent)[seg]) @ S
        return loss - l2 * (w[1:] ** 2).sum() / 2 * 4, g - np.append(0, l2 * 4 * w[1:])
    for step in range(1, 700):
        loss, g = grad(w); m = .9 * m + .1 * g; v = .99 * v + .01 * g * g
        w = w + 0.05 * (1 if step < 400 else .2) * (m / (1 - .9 ** step)) / (np.sqrt(v / (1 - .99 ** step)) + 1e-9)
    out = w / sd; out[0] = w[0] - (w[1:] * mean[1:] / sd[1:]).sum()
    return out

def evaluate(weights_of_fold):
    res = []
    for k, (q, s, e) in enumerate(zip(ids, start, end)):
        w = weights_of_fold[fold[k]]; z = X[s:e] @ w; z[~real[s:e]] = -99; o = np.argsort(-z); mx = max(0, z.max()); t = np.exp(z - mx).sum() + np.exp(-mx)
        rr = right[s:e][o]; rank = np.argmax(rr) + 1 if rr.any() else 999
        # probability of the best place, its double listings with it
        p = np.exp(z[o[0]] - mx) / t; none = np.exp(-mx) / t
        # with the right one taken out
        z2 = z[~right[s:e]]; z2 = z2 if len(z2) else np.array([-99.]); mx2 = max(0, z2.max()); t2 = np.exp(z2 - mx2).sum() + np.exp(-mx2)
        res.append((sets[s], exact[s], rank, p, none, np.exp(z2.max() - mx2) / t2, np.exp(-mx2) / t2))
    return res

def report(res):
    for name, pick in [("ucdp", lambda r: r[0] == "ucdp"), ("ucdp not exact", lambda r: r[0] == "ucdp" and not r[1]), ("ocha", lambda r: r[0] == "ocha"), ("ocha-ar", lambda r: r[0] == "ocha-ar"), ("azaz", lambda r: r[0] == "azaz"), ("azaz-ar", lambda r: r[0] == "azaz-ar")]:
        v = [r for r in res if pick(r)]
        print(f"{name:16s} n {len(v):4d}  R@1 {np.mean([r[2]==1 for r in v]):.3f}  R@10 {np.mean([r[2]<=10 for r in v]):.3f}  recall {np.mean([r[2]<999 for r in v]):.3f}")
    for name in synthetic:
        v = [r for r in res if r[0] == name]
        if name == "typo": print(f"{name:16s} n {len(v):4d}  R@1 {np.mean([r[2]==1 for r in v]):.3f}  answered {np.mean([r[3] >= .5 and r[4] <= .35 for r in v]):.3f}, mentioned {np.mean([r[4] <= .8 for r in v]):.3f}")
        else: print(f"{name:16s} n {len(v):4d}  answered in silence {np.mean([r[3] >= .5 and r[4] <= .35 for r in v]):.3f}, mentioned {np.mean([r[4] <= .8 for r in v]):.3f}")
    res = [r for r in res if r[0] not in synthetic]
    p = np.array([r[3] for r in res]); ok = np.array([r[2] == 1 for r in res]); b = np.minimum((p * 10).astype(int), 9)
    ece = sum(abs(p[b == i].mean() - ok[b == i].mean()) * (b == i).mean() for i in range(10) if (b == i).any())
    print(f"calibration error {ece:.3f}; " + " ".join(f"{p[b==i].mean():.2f}/{ok[b==i].mean():.2f}({(b==i).sum()})" for i in range(10) if (b == i).any()))
    print("log loss", round(-np.mean(np.log(np.where(ok, np.maximum(p, 1e-9), np.maximum(1 - p, 1e-9)))), 4))
    for t in (.4, .5, .6, .7):
        m = [r for r in res if r[3] >= t and r[4] <= .35]
        print(f"threshold {t}: answered {len(m)/len(res):.3f}, wrong among all {sum(r[2]!=1 for r in m)/len(res):.3f}, absent answered {np.mean([r[5]>=t and r[6]<=.35 for r in res]):.3f}")

cv = {f: fit(fold != f, a.l2) for f in range(a.folds)}
print("cross-validated:"); report(evaluate(cv))
if not a.quiet:
    w = fit(np.ones(len(ids), bool), a.l2); print("\nfitted on all:"); report(evaluate({f: w for f in range(a.folds)}))
    for n, x in zip(names, w): print(f"  {n:18s} {x:8.3f}")
    if a.write:
        with open(a.write, "w") as f:
            f.write("# Weights of the features (log-odds against \"none of these\"), fitted by Scripts/tune.py.\nfeature\tweight\tnote\n")
            f.writelines(f"{n}\t{x:.4f}\t\n" for n, x in zip(names, w))
