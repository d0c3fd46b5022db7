#!/usr/bin/env python3
"""Who holds each place: reference implementation of SPEC.md.

  engine.py SCENARIO --at DATE [--as-known-on DATE] [-o calls.csv] [--why reports.csv] [--fronts fronts.geojson] [--record record.csv]

SCENARIO holds reports.csv, sources.csv, actors.csv, places.tsv. Deterministic: no random numbers, fixed numbers
of passes, reports sorted by (valid time, published, id). Nothing here knows any source, side or region by name.
"""
import argparse, csv, datetime as dt, json, math, os, re, unicodedata
from collections import defaultdict
import numpy as np
from scipy.spatial import cKDTree

PAR = dict(
    # --- grades, as log-odds that what is claimed is so (SPEC 3)
    rel=dict(A=4.0, B=3.2, C=1.3, D=.3, E=-1.1, F=-.3), cred={'1': .8, '2': 0., '3': -.7, '4': -2.5, '5': -4., '6': -.7},
    silent_turn=.05, island=2, rear=.5, cap={'4': -1., '5': -2.},                  # doubtful, improbable: whoever says it
    own_side=2.0, against_own=1.0, fight=.7,   # leaning: for its side, against its side; fighting reported by others
    news_default=.8, news_max=2.0,             # "captured" says that another held it before
    # --- record (SPEC 4)
    record=True, n_source=10., n_class=8., swing=2.5, grace=20, passes_record=2, epochs_record=8, said_days=30,
    # --- time (SPEC 5)
    silent_per_day=1 / 20000., ctx_before=20, ctx_after=10, crowd=2, candour=1.4, candour_days=30, same_change=3.0, news_days=7, future_days=1,
    # --- surroundings (SPEC 6)
    k=16, bw=.7, kn=6, ridge=.3, s1=3.2, s3=2.5, clip=1.15, own=1.15, passes=2, past=(60, 120, 180, 240, 300, 360),
    past_w=4., n1=1., n3=2., fight_s=.4, fight_days=120,  judge_s=True, context=True, news=True,
    # --- calls
    unknown_below=.65, reach_km=35.0, temper=1.0, wide=4.0, line_bw=.5, pull_max=6.0, pull_attested=3.0, good=.8, wide_k=36, wide_kn=20, wide_bw=.8,
)
EARTH = 6371.0088
LG = lambda p: math.log(p / (1 - p))
SG = lambda x: 1 / (1 + math.exp(-x))


def rows(path, sep=","):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter=sep))


def day(s):
    """ISO date or instant -> day number with the part of the day as fraction (local clock is kept: order within a day matters)."""
    d = dt.date.fromisoformat(s[:10]).toordinal()
    m = re.match(r"T(\d\d):(\d\d)", s[10:])
    return d + ((int(m[1]) * 60 + int(m[2])) / 1440 if m else 0.5)


class Claim:
    __slots__ = "id place t pub side actor kind source voice lean relation rel cred extent ctx against prec logit r kappa weight reason used fold tq key n0 first candid moved".split()


class Scenario:
    def __init__(s, folder=None, reports=None, sources=None, actors=None, places=None):
        s.folder = folder
        R = lambda n: os.path.join(folder, n)
        s.places = places or rows(R("places.tsv"), "\t")
        s.reports = reports or rows(R("reports.csv"))
        s.sources = {r["source_id"]: r for r in (sources or rows(R("sources.csv")))}
        s.actors = {r["actor_id"]: r for r in (actors or rows(R("actors.csv")))}
        s.index = {p["id"]: i for i, p in enumerate(s.places)}
        lat = np.array([float(p["lat"]) for p in s.places]); lon = np.array([float(p["lon"]) for p in s.places])
        c = math.cos(math.radians(float(np.mean(lat))))
        s.xy = np.column_stack([lon * c, lat]) * (math.pi / 180 * EARTH)      # km, local; only distances of tens of km matter
        held = {s.side(a) for r in s.reports if r["claim"] in ("holds", "present", "contested") for a in [r["actor"].split("|")[0]] if a in s.actors or not s.actors}
        s.sides = sorted(x for x in held if x)
        s.sidx = {x: i for i, x in enumerate(s.sides)}

    def side(s, actor):
        a = s.actors.get(actor.split("|")[0])
        return (a["side"] or actor) if a else actor if not s.actors else "?" + actor


# ---------------------------------------------------------------- 1-2: reports to claims, one voice each
def text_key(r):
    t = unicodedata.normalize("NFKC", (r.get("text") or r.get("evidence") or "")).casefold()
    return re.sub(r"\W+", " ", t).strip()


def claims_of(S, known, P):
    fights, out, texts, log = defaultdict(list), defaultdict(list), {}, {}
    kn = day(known) + .5
    sup = {r["supersedes"] for r in S.reports if r.get("supersedes") and day(r.get("recorded_at") or r["published_at"]) <= kn}
    rs = sorted(S.reports, key=lambda r: (r["valid_from"] or r["published_at"], r["published_at"], r["report_id"]))
    for r in rs:
        i = S.index.get(r.get("place_id", ""))
        pub = day(r.get("recorded_at") or r["published_at"])
        if i is None or pub > kn: continue
        if r["claim"] == "clash":
            sides = {S.side(a) for a in (r["actor"] + "|" + r.get("against", "")).split("|") if a}
            src = S.sources.get(r["source"], {})
            fights[i].append((day(r["valid_from"] or r["published_at"]), sides, r["source"], src.get("leaning", "")))
    for r in rs:
        i = S.index.get(r.get("place_id", ""))
        pub = day(r.get("recorded_at") or r["published_at"])
        if pub > kn: continue
        rid = r["report_id"]
        if i is None: log[rid] = (0, "place not resolved"); continue
        if r["claim"] in ("clash", "strike"): log[rid] = (0, f"{r['claim']}: context, says nothing of control"); continue
        if rid in sup: log[rid] = (0, "superseded by a correction"); continue
        c = Claim(); c.id, c.place, c.kind, c.source = rid, i, r["claim"], r["source"]
        c.prec = r.get("date_precision") or "day"; c.extent = r.get("extent") or ""
        c.t = day(r["valid_from"] or r["published_at"]); c.pub = pub
        if c.t > pub + P["future_days"] + .5: log[rid] = (0, "dated after its own publication"); continue
        c.actor = r["actor"].split("|")[0]; sd = S.side(r["actor"])
        if sd not in S.sidx: log[rid] = (0, f"no such party in actors: {r['actor']!r}" if sd[:1] == "?" else f"{sd} holds nothing by any report"); continue
        c.side = S.sidx[sd]; c.against = S.sidx.get(S.side(r["against"])) if r.get("against") else None
        s = S.sources.get(c.source, {})
        c.rel = (s.get("reliability") or "F").upper(); c.cred = r.get("credibility") or "6"; c.lean = s.get("leaning") or ""
        echoes = [e for e in re.split(r"[|;]", s.get("echoes") or "") if e]
        c.voice = r["via"] if r.get("via") in echoes else c.source
        k = text_key(r)
        if len(k) > 20: c.voice = texts.setdefault((k, sd, c.kind), c.voice)
        if c.rel == "F" and c.voice == c.source: c.voice = "(ungraded)"        # all that nobody can grade speak with one voice
        c.relation = "neutral" if not c.lean else ("pro" if (c.lean == sd) != (c.kind in ("withdrew", "denies")) else "con")
        c.ctx = any(-P["ctx_before"] <= ft - c.t <= P["ctx_after"] and sd in fs and (fsrc != c.source or not c.lean) and (not fl or fl != c.lean)
                    for ft, fs, fsrc, fl in fights.get(i, ())) and P["context"]
        x = P["rel"].get(c.rel, P["rel"]["F"]) + P["cred"].get(c.cred, P["cred"]["6"])
        if c.relation == "pro": x += (P["fight"] if c.ctx else 0) - P["own_side"]
        if c.relation == "con": x += P["against_own"]
        c.logit = min(x, P["cap"].get(c.cred, 9.)); c.n0 = P["cred"].get(c.cred, P["cred"]["6"])
        c.kappa = 0.; c.r = SG(c.logit); c.fold = None; c.first = True; c.candid = False; c.moved = None
        c.key = (c.voice, c.side, c.kind, c.ctx, c.cred in "45")
        out[i].append(c)
    # one voice counts once per place and claim until someone else has said otherwise
    for i, cl in out.items():
        cl.sort(key=lambda c: (c.t, c.pub, c.id))
        last = {}; heard = []; byday = defaultdict(set)
        for c in cl:
            if c.kind == "holds": byday[c.voice, int(c.t)].add(c.side)
        for c in cl:
            p = last.get((c.voice, c.kind))
            if c.kind == "holds" and len(byday[c.voice, int(c.t)]) > 1 and not any(
                    o.voice != c.voice and o.side == c.side and abs(o.t - c.t) < 2 for o in cl):
                c.fold = "contradicts itself within the day, nobody else says so"; continue
            if c.source != c.voice and any(o.voice == c.voice and o.fold is None and o.side == c.side and o.kind == c.kind and abs(o.t - c.t) <= 14 and o is not c for o in cl):
                c.fold = f"echo of {c.voice}"; continue
            if p is not None and p.side == c.side and not any(p.t < o.t <= c.t and o.side != c.side and o.kind == "holds" and o.voice != c.voice for o in cl):
                c.fold = f"repeats {p.id}"; continue
            if c.rel in "DEF" and c.relation != "con" and c.kind != "withdrew":   # a crowd of poor sources: two of them speak, the rest add nothing
                crowd = [o for o in cl if o.fold is None and o is not c and o in heard and o.rel in "DEF" and o.relation != "con" and o.side == c.side and o.kind == c.kind
                         and not any(o.t < x.t <= c.t and x.side != c.side and x.kind == "holds" and x.rel in "ABC" for x in cl)]
                if len(crowd) >= P["crowd"]: c.fold = "one of a crowd of poorly graded sources"; continue
            last[c.voice, c.kind] = c; heard.append(c)
        for c in cl:
            if c.fold: log[c.id] = (0, c.fold)
    out = {i: [c for c in cl if not c.fold] for i, cl in out.items()}
    for cl in out.values():
        for c in cl:                                                     # its own side has admitted the loss: its word on the return counts more
            if c.relation == "pro" and c.kind == "holds" and any(
                    o.relation == "con" and o.kind == "holds" and o.lean == c.lean and 0 <= c.t - o.t <= P["candour_days"] for o in cl):
                c.candid = True; c.logit = min(c.logit + P["candour"], P["cap"].get(c.cred, 9.)); c.r = SG(c.logit)
        one_date(cl, P)
        cl.sort(key=lambda c: (c.t, c.pub, c.id))
        told = {}
        for c in cl:                                                     # news is told once: the second witness of a change is no second change
            if c.kind != "holds": continue
            c.first = not (c.side in told and told[c.side][0] >= c.t - P["news_days"] and not told[c.side][1])
            for sd in told:
                if sd != c.side and c.r >= .3: told[sd] = (told[sd][0], True)
            told[c.side] = (c.t, False)
    return out, log, fights


def one_date(cl, P):
    """Claims of one and the same change that differ by a few days: none counts before their weighted median date."""
    hs = [c for c in cl if c.kind == "holds"]; j = 0
    while j < len(hs):
        k = j
        while k + 1 < len(hs) and hs[k + 1].side == hs[j].side and hs[k + 1].t - hs[k].t <= P["same_change"]: k += 1
        g = hs[j:k + 1]
        if len(g) > 2:
            half = sum(c.r for c in g) / 2; acc = 0.
            for c in g:
                acc += c.r
                if acc >= half: m = c.t; break
            for c in g:
                if m - P["same_change"] <= c.t < m: c.moved = c.t; c.t = m
        j = k + 1


# ---------------------------------------------------------------- 5: one place through time
def walk(cl, T, P, K, skip=None, base=False, trace=None):
    """Belief over sides at T from one place's claims; None if there are none. base: grades only, no record."""
    p = None; tp = None; uni = 1.0 / K; q = 0.0
    for c in cl:
        w = 1.0
        if skip is not None and skip(c): continue
        if c.t > T + 1e-9:                                        # known now, dated later
            gap = c.t - T
            if p is None: p = [uni] * K
            if c.kind == "holds" and P["news"]:
                kp = (P["news_default"] if base else c.kappa) * math.exp(-gap / 365)
                if kp > 0 and not any(o.t <= T and o.side == c.side and o.kind == "holds" for o in cl):
                    before = p[:]; p[c.side] *= math.exp(-kp); z = sum(p); p = [v / z for v in p]
            if trace is not None: trace.append((c, 0., p[:], p[:], q))
            continue
        if p is None: p = [uni] * K
        elif tp is not None and c.t > tp:
            f = 1 - math.exp(-K / (K - 1 if K > 1 else 1) * P["silent_per_day"] * (min(c.t, T) - tp)) if T > tp else 0
            p = [v + f * (uni - v) for v in p]; 
        if tp is not None: q *= math.exp(-(max(c.t, tp) - tp) / 14)
        tp = min(c.t, T)
        r = (SG(c.logit) if base else c.r) * w
        before = p[:]
        if c.kind == "holds":
            kp = 0. if base or c.t > T else c.kappa
            if kp > 0:
                p[c.side] *= math.exp(-kp); z = sum(p); p = [v / z for v in p]
            if c.extent == "part": q = 1 - (1 - q) * (1 - r * (1 - p[c.side])); r *= .3
            elif c.extent == "most": r *= .8; q = 1 - (1 - q) * (1 - .4 * r)
            else: q *= 1 - r
            p = [(1 - r) * v for v in p]; p[c.side] += r
        elif c.kind == "present":
            enemy = 1 - p[c.side]
            q = 1 - (1 - q) * (1 - (1. if c.extent == "part" else .35) * r * enemy); r *= .15
            p = [(1 - r) * v for v in p]; p[c.side] += r
        elif c.kind == "contested":
            q = 1 - (1 - q) * (1 - r)
        elif c.kind in ("withdrew", "denies"):
            r *= 1. if c.kind == "withdrew" else .3
            m = p[c.side] * r; o = sum(p) - p[c.side]
            p = [v + m * (v / o if o > 1e-9 else 1 / max(K - 1, 1)) if j != c.side else v - m for j, v in enumerate(p)]
            q *= 1 - r
        if trace is not None: trace.append((c, r, before, p[:], q))
    if p is None: return None
    if tp is not None and T > tp:
        f = 1 - math.exp(-K / (K - 1 if K > 1 else 1) * P["silent_per_day"] * (T - tp))
        p = [v + f * (uni - v) for v in p]; q *= math.exp(-(T - tp) / 14)
    return p, q


# ---------------------------------------------------------------- 6: surroundings
def surroundings(xy, tree_xy, ids, V, W, P, k=None, kn=None, bw=None):
    """For every place the local plane through the votes of its k nearest reporting places, itself left out.
    V votes (n,K) in 0..1, W weights. Returns F (n,K) in about 0..1, distance to the nearest vote, and the pieces for `why`."""
    k = min(k or P["k"], len(ids) - 1); kn = kn or P["kn"]
    if k < 3: return np.full((len(xy), V.shape[1]), 1 / V.shape[1]), np.full(len(xy), 1e9), None
    dd, ii = cKDTree(xy[ids]).query(xy, k + 1)
    m = ids[ii] != np.arange(len(xy))[:, None]
    full = m.all(1); m[full, -1] = False
    ii = ii[m].reshape(len(xy), k); dd = dd[m].reshape(len(xy), k)
    h = np.maximum(dd[:, min(kn, k) - 1:min(kn, k)], .1) * (bw or P["bw"])
    w = (np.exp(-.5 * (dd / h) ** 2) + 1e-9) * W[ii]
    dx = (xy[ids][ii] - xy[:, None, :]) / h[:, :, None]
    X = np.concatenate([np.ones(dd.shape + (1,)), dx], 2)
    sw = np.maximum(w.sum(1), 1e-9)
    M = np.einsum("nk,nka,nkb->nab", w, X, X)
    M[:, 0, 0] += 1e-9; M[:, 1, 1] += P["ridge"] * sw / 2; M[:, 2, 2] += P["ridge"] * sw / 2
    e = np.zeros((len(xy), 3, 1)); e[:, 0] = 1
    om = np.einsum("nka,na->nk", X, np.linalg.solve(M, e)[:, :, 0]) * w          # weights of the neighbours, sum to one
    F = np.einsum("nk,nks->ns", om, V[ii])
    return F, dd[:, 0], (ii, om)


def push(F, P):
    """surroundings as log-odds: odd, steeper where unanimous."""
    s = np.clip(2 * F - 1, -P["clip"], P["clip"])
    return .5 * (P["s1"] * s + P["s3"] * s ** 3)


def softmax(z):
    z = z - z.max(1, keepdims=True); e = np.exp(z)
    return e / e.sum(1, keepdims=True)


def control(S, at, known=None, P=None):
    P = {**PAR, **(P or {})}; known = known or at
    n, K = len(S.places), len(S.sides)
    T = day(at) + .5 if len(at) == 10 else day(at)                # the end of the day
    claims, log, fights = claims_of(S, known, P)
    place_ids = sorted(claims)
    t_first = min((c.t for cl in claims.values() for c in cl), default=T)

    def own(t):
        p = np.full((n, K), 1 / K); has = np.zeros(n, bool); q = np.zeros(n)
        for i in place_ids:
            w = walk(claims[i], t, P, K)
            if w is not None: p[i], q[i] = w; has[i] = True
        return p, has, q

    def votes(p, has):
        top = np.sort(p, 1)
        conf = top[:, -1] - (top[:, -2] if K > 1 else 0)
        ids = np.flatnonzero(has & (conf > .15))
        return ids, p[ids], conf[ids]

    def wide(p, has):
        ids, V, W = votes(p, has)
        F, _, _ = surroundings(S.xy, S.xy, ids, V, W, P, P["wide_k"], P["wide_kn"], P["wide_bw"])
        return np.clip(2 * F - 1, -1.1, 1.1)

    def around(p, has):
        ids, V, W = votes(p, has)
        return surroundings(S.xy, S.xy, ids, V, W, P) + (ids,)

    epochs = sorted({max(T - x, t_first + 1) for x in P["past"]})
    t_known = min(day(known) + .5, max((c.t for cl in claims.values() for c in cl), default=T))
    te = np.array(sorted({t_first + 1 + (t_known - t_first - 1) * j / (P["epochs_record"] - 1) for j in range(P["epochs_record"])}))
    record = {}
    for it in range(P["passes_record"] if P["record"] else 0):
        Fe = []
        if P["judge_s"]:
            for t in te:
                p, has, _ = own(t)
                Fe.append(push(around(p, has)[0], P))
        record = judge(claims, Fe, te, t_known, P, K)
    past = np.zeros((n, K)); first = None
    if P["past_w"]:
        for t in epochs:
            p, has, _ = own(t); F = around(p, has)[0]; first = 2 * F - 1 if first is None else first
            past += np.clip(2 * F - 1, -P["clip"], P["clip"]) / len(epochs)
    p, has, q = own(T)
    lo = P["own"] * np.log(np.clip(p, 1e-4, 1))
    none = ~has
    cur = p
    fs = np.ones(n)
    if P['context'] and P['fight_s'] < 1:
        for i, f in fights.items():
            if any(0 <= T - x[0] <= P['fight_days'] for x in f): fs[i] = P['fight_s']
    cap = np.full(n, P["pull_max"])                               # two independent good witnesses: the surroundings may not overrule
    for i in place_ids:
        b = int(p[i].argmax()); good = set()
        for c in claims[i]:
            if c.t > T or c.kind != "holds": continue
            if c.side == b and c.relation != "pro" and c.rel in "ABC" and c.r >= P["good"]: good.add(c.voice)
            elif c.side != b and c.r >= .5: good.clear()
        if len(good) >= 2: cap[i] = P["pull_attested"]
    for _ in range(P["passes"]):
        F, near, pieces, ids = around(cur, has)
        u = push(F, P) * fs[:, None]
        if none.any():
            s_ = np.clip(2 * F[none] - 1, -P["clip"], P["clip"])
            u[none] = .5 * (P["n1"] * s_ + P["n3"] * s_ ** 3 + P["past_w"] * past[none])
        wv = wide(cur, has)
        u = u + .5 * P["wide"] * wv ** 5
        u = np.clip(u, -cap[:, None] / 2, cap[:, None] / 2)
        z = (lo + u)
        z *= P["temper"]
        cur = softmax(z)
    best = cur.argmax(1); prob = cur.max(1)
    reach = (near <= P["reach_km"]) | has
    held = (prob >= P["unknown_below"]) & reach
    con = (q > .5) & has
    if P["silent_turn"]:                                           # turned by its surroundings alone, which used to agree with its own reports
        for i in place_ids:
            b0 = int(p[i].argmax())
            if has[i] and b0 != best[i] and past[i][b0] > P["silent_turn"] and not any(c.side == best[i] and c.kind in ("holds", "present", "contested") or c.side == b0 and c.kind == "withdrew" for c in claims[i] if c.t <= T):
                held[i] = False
    drawn = best.copy()
    if P["island"]:                                                # a speck of one or two places on one voice's word: uncertain, not an island
        from scipy.spatial import Delaunay
        nb = defaultdict(set)
        for t3 in Delaunay(S.xy).simplices:
            for a in t3:
                for b in t3:
                    if a != b: nb[int(a)].add(int(b))
        done = set()
        for i in range(n):
            if i in done: continue
            comp = [i]; seen = {i}; j = 0
            while j < len(comp) and len(comp) <= P["island"]:
                for b in sorted(nb[comp[j]]):
                    if b not in seen and best[b] == best[i]: seen.add(b); comp.append(b)
                j += 1
            if len(comp) > P["island"]: continue
            done |= set(comp)
            if any(cap[a] < P["pull_max"] for a in comp): continue  # well attested: a real pocket
            if max(wv[a][best[a]] for a in comp) > -P["rear"]: continue  # by the line: a bulge, not a speck in the rear
            for a in comp:
                around_ = [best[b] for b in sorted(nb[a]) if b not in seen]
                if around_: drawn[a] = max(set(around_), key=lambda v: (around_.count(v), -v))
                if not con[a]: held[a] = False
    return dict(S=S, P=P, T=T, claims=claims, log=log, record=record, own=p, has=has, F=F, past=past, first=first, z=z, u=u, p=cur, side=best, prob=prob,
                held=held & ~con, drawn=drawn, contested=con, reach=reach, near=near, pieces=pieces, ids=ids, q=q)


# ---------------------------------------------------------------- 4: the record
def judge(claims, Fe, te, T, P, K):
    """How often the claims of a voice were borne out by others: by other voices on the place that do not speak for their own side,
    and by the surroundings, `grace` days later. And how often the place was another's before (news)."""
    H = defaultdict(lambda: [0., 0., 0., 0., 0., 0.])
    for i, cl in claims.items():
        for c in cl:
            h = H[c.key]; h[4] += c.logit; h[5] += 1
            if c.kind != "holds" or K < 2: continue
            skip = lambda o: o.voice == c.voice or o.relation == "pro" or (o.rel in "DEF" and o.relation != "con")
            for slot, t in ((0, min(c.t + P["grace"], T)), (2, c.t - P["grace"] * .75)):
                w = walk([o for o in cl if o.t <= t], t, P, K, skip, base=True)
                z = [math.log(max(v, .01)) for v in w[0]] if w else [0.] * K
                said = any(not skip(o) and o.kind == "holds" and abs(o.t - c.t) <= P["said_days"] and o.t <= t for o in cl)
                if len(Fe) and (w is None or (slot == 0 and not said)):
                    e = int(np.argmin(np.abs(te - t))); z = [a + b for a, b in zip(z, Fe[e][i])]
                if not w and not len(Fe): continue
                m = max(z); e_ = [math.exp(v - m) for v in z]; ps = e_[c.side] / sum(e_)
                a = (2 * ps - 1) ** 2
                if a > .3: h[slot] += a * (ps if slot == 0 else 1 - ps); h[slot + 1] += a
    tot = defaultdict(lambda: [0., 0.])
    for k, h in H.items():
        for j in (0, 1): tot[k[:3]][j] += h[j]
    rec = {}
    for k, h in sorted(H.items(), key=lambda kv: str(kv[0])):
        b = h[4] / h[5]; r = SG(b)
        hh, nn = tot[k[:3]]
        if not P["context"]: r = (hh + P["n_source"] * r) / (nn + P["n_source"])
        r = (h[0] + P["n_class"] * r) / (h[1] + P["n_class"])
        d = min(max(LG(min(max(r, .003), .997)) - b, -P["swing"]), P["swing"])
        kap = min(max(LG((h[2] + 1.5) / (h[3] + 3.)), 0.), P["news_max"]) if P["news"] else 0.
        rec[k] = dict(shift=d, kappa=kap, borne=h[0], judged=h[1], news=h[2], news_n=h[3], n=h[5], grade=b)
    for cl in claims.values():
        for c in cl:
            v = rec[c.key]
            c.r = SG(min(c.logit + v["shift"], P["cap"].get(c.cred, 9.)))
            c.kappa = v["kappa"] if c.kind == "holds" and c.first else 0.
            if c.against is not None and c.against != c.side and c.first: c.kappa = max(c.kappa, P["news_default"]) if P["news"] else 0.
    return rec



def calls(r):
    """Rows for calls.csv: status, actor, probability, since, last report, basis."""
    S, P, out = r["S"], r["P"], []
    for i, pl in enumerate(S.places):
        cl = [c for c in r["claims"].get(i, ()) if c.t <= r["T"] + 1e-9]
        b = int(r["side"][i]); side = S.sides[b] if S.sides and r["reach"][i] else ""
        st = "contested" if r["contested"][i] else "held" if r["held"][i] else "unknown"
        mine = [c for c in cl if c.kind == "holds" and c.side == b]
        best = max(mine, key=lambda c: (c.r > .3, c.t, c.r, c.id), default=None) if r['reach'][i] else None
        actor = best.actor if best else side
        since = last = ""
        if cl:
            last = str(dt.date.fromordinal(int(max(c.t for c in cl))))
            tr = []; walk(cl, r["T"], P, len(S.sides), trace=tr)
            for c, _, before, after, _ in tr:
                if max(range(len(after)), key=lambda j: after[j]) == b and max(range(len(before)), key=lambda j: before[j]) != b: since = str(dt.date.fromordinal(int(c.t)))
            if not since and mine: since = "<=" + str(dt.date.fromordinal(int(min(c.t for c in mine))))
        ag = [c for c in cl if c.kind == "holds" and c.side != b]
        basis = "reports" if mine else ("surroundings, against reports of another holder" if ag else "reports of a withdrawal" if any(c.kind == "withdrew" for c in cl) else "surroundings")
        if st == "held" and len({c.voice for c in mine if c.r >= .3}) == 1 and r["own"][i][b] > .5: basis = "single source"
        out.append(dict(place_id=pl["id"], status=st, actor=actor if st != "unknown" else "", probability=round(float(min(r["prob"][i], .995)) if r["reach"][i] else 0., 4),
                        side=side, since=since, last_report=last, basis=basis, own=round(float(r["own"][i][b]), 3),
                        surroundings=round(float(r["u"][i][b] - np.mean(np.delete(r["u"][i], b))) if len(S.sides) > 1 else 0., 2)))
    return out


def why(r):
    """One row per report: what it weighs and why."""
    S, P, rows_ = r["S"], r["P"], []
    words = dict(pro="speaks for its own side", con="against its own side", neutral="no side")
    for i, cl in sorted(r["claims"].items()):
        tr = []; walk(cl, r["T"], P, len(S.sides), trace=tr)
        seen = {c.id: (w, b, a) for c, w, b, a, _ in tr}
        for c in cl:
            w, b, a = seen.get(c.id, (0, None, None))
            rec = r["record"].get(c.key)
            t = f"{c.rel}{c.cred}, {words[c.relation]}"
            if c.ctx and c.relation == "pro": t += ", fighting there reported by others"
            t += f": {SG(c.logit):.0%}"
            if rec and rec["judged"] >= 2 and abs(rec["shift"]) > .2: t += f"; of {rec['judged']:.0f} such claims {rec['borne']:.0f} borne out: {c.r:.0%}"
            if c.candid: t += "; its side had admitted the loss"
            if c.moved is not None: t += "; dated with the other reports of this change"
            if c.kappa > .2: t += "; news: another held it before"
            if w and w < c.r * .99: t += f"; {'dated after this day' if c.t > r['T'] else c.extent or c.kind}: counts {w:.0%}"
            if b is None: t += "; dated after this day: not used"
            best = int(r["side"][i])
            verdict = "" if b is None else "carries" if (c.kind == "holds" and c.side == best) or (c.kind in ("withdrew", "denies") and c.side != best) else "overruled"
            rows_.append(dict(report_id=c.id, place_id=S.places[i]["id"], date=str(dt.date.fromordinal(int(c.t))), claim=c.kind, side=S.sides[c.side], source=c.source,
                              counts=round(float(w), 3), moved="" if b is None else f"{b[c.side]:.2f}->{a[c.side]:.2f}", verdict=verdict, reason=t))
    for rid, (w, t) in sorted(r["log"].items()): rows_.append(dict(report_id=rid, place_id="", date="", claim="", side="", source="", counts=0, moved="", verdict="not counted", reason=t))
    return rows_


def fronts(r, area=None, refine=True):
    """Edges between hostile cells. refine: the middles of Delaunay edges and triangles near the line become cells too,
    labelled by the local plane through the called places; no called place ever loses its own cell."""
    import shapely
    from scipy.spatial import Voronoi, Delaunay
    S = r["S"]; xy = S.xy; lab = r["drawn"]; K = len(S.sides); keep = r["reach"]
    pts, pl = xy, lab.copy()
    if refine:
        tri = Delaunay(xy).simplices
        mixed = (lab[tri] != lab[tri[:, :1]]).any(1)
        near = np.zeros(len(xy), bool); near[tri[mixed].ravel()] = True
        e = np.unique(np.sort(np.vstack([tri[:, [0, 1]], tri[:, [1, 2]], tri[:, [2, 0]]]), 1), axis=0)
        q = np.vstack([xy[tri[near[tri].any(1)]].mean(1), xy[e[near[e].any(1)]].mean(1)])
        q = np.unique(np.round(q, 3), axis=0)
        V = np.eye(K)[lab]
        F, _, _ = surroundings(np.vstack([xy, q]), None, np.arange(len(xy)), V, np.ones(len(xy)), r["P"], bw=r["P"]["line_bw"])
        pts = np.vstack([xy, q]); pl = np.r_[lab, F[len(xy):].argmax(1)]
        keep = np.r_[keep, np.ones(len(q), bool)]
    far = 50 * np.ptp(xy, 0).max(); c = xy.mean(0)
    v = Voronoi(np.vstack([pts, c + far * np.array([[1, 1], [1, -1], [-1, 1], [-1, -1.]])]))
    n = len(pts); out = []
    lat0 = math.cos(math.radians(float(np.mean([float(p["lat"]) for p in S.places])))); deg = math.pi / 180 * EARTH
    for (a, b), rv in zip(v.ridge_points, v.ridge_vertices):
        if a < n and b < n and pl[a] != pl[b] and keep[a] and keep[b] and -1 not in rv:
            s = v.vertices[rv]; out.append(shapely.LineString([(x / deg / lat0, y / deg) for x, y in s]))
    line = shapely.line_merge(shapely.union_all(out)) if out else shapely.MultiLineString()
    return line.intersection(area) if area is not None else line


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("scenario"); ap.add_argument("--at", required=True); ap.add_argument("--as-known-on")
    ap.add_argument("-o", default="calls.csv"); ap.add_argument("--why"); ap.add_argument("--fronts"); ap.add_argument("--record"); ap.add_argument("--plain", action="store_true")
    a = ap.parse_args()
    r = control(Scenario(a.scenario), a.at, a.as_known_on or a.at)
    def write(path, rs):
        with open(path, "w", newline="", encoding="utf-8") as f:
            w = csv.DictWriter(f, list(rs[0]) if rs else ["none"], lineterminator="\n"); w.writeheader(); w.writerows(rs)
    write(a.o, calls(r))
    if a.why: write(a.why, why(r))
    if a.record: write(a.record, [dict(voice=k[0], side=r["S"].sides[k[1]], kind=k[2], fighting=k[3], doubtful=k[4], **{x: round(y, 3) for x, y in v.items()}) for k, v in sorted(r["record"].items(), key=str)])
    if a.fronts:
        import shapely
        f = os.path.join(a.scenario, "area.geojson")
        area = shapely.union_all([shapely.geometry.shape(x["geometry"]) for x in json.load(open(f))["features"]]) if os.path.exists(f) else None
        g = fronts(r, area, not a.plain)
        json.dump({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(g)}]}, open(a.fronts, "w"))


if __name__ == "__main__":
    main()
