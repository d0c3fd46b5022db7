#!/usr/bin/env python3
"""Fits weights.tsv and activity.tsv to what `benchmarks names dump` wrote. Needs numpy and scipy.

usage: tune.py FEATURES SHARED RULES [--write] [--l2 2] [--absent 0.03]

RULES holds weights.tsv: the weights that it holds (see weights.py) are not fitted. With --write both tables are written
there; what was fitted to the same features before comes out the same.

Reported figures are from 5-fold cross-validation by the place meant. The activity of a fold's places is always learnt from
other folds, in training too, so that the model cannot lean on an event that it is asked about."""
import argparse
import os
import numpy as np
from scipy.optimize import minimize_scalar
from activity import Activity
from dumped import FOLDS, Dump
from judge import judge, likelihood, report
from logit import fit
import weights as table_of_weights


def table(path):
    return [line.split("\t") for line in open(path, encoding="utf-8").read().split("\n")[1:] if line]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("dump")
    options.add_argument("shared")
    options.add_argument("rules")
    options.add_argument("--write", action="store_true")
    options.add_argument("--l2", type=float, default=2)
    options.add_argument("--absent", type=float, default=0.03)
    options.add_argument("--without-activity", action="store_true")
    asked = options.parse_args()
    dump = Dump(asked.dump)
    places = table(os.path.join(asked.shared, "syria-places/places.tsv"))
    activity = Activity(np.array([float(p[4]) for p in places]), np.array([float(p[5]) for p in places]))
    events = np.array([(float(e[2]), float(e[3])) for e in table(os.path.join(asked.shared, "names/ucdp_dev.tsv"))])
    # The events are the first queries of the dump.
    event_fold = dump.fold[:len(events)]
    assert (dump.set[:len(events)] == "ucdp").all()
    grids = {}

    def values(test):
        """Features where nothing of the fold `test` is known; -1 = all folds are."""
        result = dump.values.copy()
        for own in range(FOLDS):
            out = (test, own)
            if out not in grids:
                grids[out] = activity.grid(events[~np.isin(event_fold, out)])
            rows = dump.fold[dump.segment] == own
            result[rows, dump.column("activity")] = (
                0 if asked.without_activity else activity.at(grids[out], dump.at[rows]))
        return result

    known = {test: values(test) for test in range(-1, FOLDS)}
    path = os.path.join(asked.rules, "weights.tsv")
    held = table_of_weights.held(path)
    weights = {test: fit(dump, known[test], dump.fold != test, asked.l2, asked.absent, held)
               for test in range(-1, FOLDS)}
    answers = judge(dump, known.get, weights)
    real = [answer for answer in answers if answer[0] in ("ucdp", "ocha", "ocha-ar")]
    temperature = minimize_scalar(lambda t: -likelihood(real, t), bounds=(0.5, 2), method="bounded").x
    print(f"cross-validated, temperature {temperature:.3f}:")
    report(answers, temperature)
    for name, weight in zip(dump.features, weights[-1]):
        print(f"  {name:20s} {weight:8.3f}{'  held' if name in held else ''}")
    if asked.write:
        activity.write(activity.grid(events), os.path.join(asked.rules, "activity.tsv"))
        table_of_weights.write(path, dump.features, weights[-1], temperature)


main()
