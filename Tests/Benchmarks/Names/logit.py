"""A conditional logit over the candidates of a query and "none of these"."""
import numpy as np
from scipy.optimize import minimize
from dumped import SYNTHETIC

# Known without data: too few queries show it.
FIXED = {"doubtfulName": -6.0, "facilityGap": -3.0}


def fit(dump, values, train, l2, absent):
    """Weights by L-BFGS on the penalised likelihood.

    Each real query is used twice: as it is, and (with weight `absent`) with the right place taken out of the gazetteer, so
    that the model learns when nothing listed is meant."""
    use = train[dump.segment] & dump.listed
    x, segment, right = values[use], dump.segment[use], dump.right[use]
    count = len(dump.ids)
    weight = np.array([SYNTHETIC.get(name, 1.0) for name in dump.set]) * train
    taken_out = np.array([0.0 if name in SYNTHETIC else absent for name in dump.set])
    listed = np.zeros(count, bool)
    listed[segment[right]] = True
    fixed = np.array([FIXED.get(name, 0.0) for name in dump.features])
    is_fixed = np.array([name in FIXED for name in dump.features])
    offset = x @ fixed
    mean, spread = x.mean(0), x.std(0)
    dead = (spread < 1e-9) | is_fixed
    spread = np.where(dead, 1, spread)
    mean[0], spread[0] = 0, 1
    scaled = (x - mean) / spread
    scaled[:, dead] = 0
    scaled[:, 0] = 1

    def loss(w):
        z = scaled @ w + offset
        top = np.zeros(count)
        np.maximum.at(top, segment, z)
        odds, none = np.exp(z - top[segment]), np.exp(-top)
        good = np.bincount(segment[right], odds[right], count)
        total = np.bincount(segment, odds, count) + none
        likely = np.where(listed, np.log(np.maximum(good, 1e-300)), np.log(none)) - np.log(total)
        share = np.where(right, odds / np.maximum(good, 1e-300)[segment], 0)
        first = weight * (1 - taken_out)
        slope = ((share - odds / total[segment]) * first[segment]) @ scaled
        rest = np.maximum(total - good, 1e-300)
        second = weight * taken_out * listed
        slope -= (np.where(right, 0, odds / rest[segment]) * second[segment]) @ scaled
        value = (first * likely).sum() + (second * (np.log(none) - np.log(rest))).sum()
        return l2 * (w[1:] ** 2).sum() - value, 2 * l2 * np.append(0, w[1:]) - slope

    w = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    weights = np.where(dead, 0, w / spread)
    weights[0] = w[0] - (w[1:] * np.where(dead, 0, mean / spread)[1:]).sum()
    return weights + fixed
