"""A conditional logit over the candidates of a query and "none of these", with two ways to come to a spelling.

log-odds = what speaks for the place and the query + log(exp(written in another way) + exp(typed badly))

Each part is linear in its features; a name that is two letters off may be typed badly, all others are not."""
import numpy as np
from scipy.optimize import minimize
from dumped import SYNTHETIC

TYPED = ("oneEdit", "twoEdits", "editShare")
SHARED = ("constant", "population", "nameCount", "languageCount", "isLocality", "isDistrict", "facilityGap", "activity",
          "variantName", "doubtfulName", "sameAsMainName", "queryLength", "otherScript", "otherScriptDistance")


def channels(features):
    typed = np.array([name in TYPED for name in features])
    shared = np.array([name in SHARED for name in features])
    return shared, ~typed & ~shared, typed


def scores(features, values, weights):
    """Log-odds of rows of features, and how likely each is written in another way rather than typed badly."""
    shared, spelt, typed = channels(features)
    other_way = values[:, spelt] @ weights[spelt]
    badly = np.where(values[:, features.index("editShare")] > 0, values[:, typed] @ weights[typed], -np.inf)
    together = np.logaddexp(other_way, badly)
    return values[:, shared] @ weights[shared] + together, np.exp(other_way - together)


def fit(dump, values, train, l2, absent, held):
    """Weights by L-BFGS on the penalised likelihood; those of `held`, by feature, stay as they are.

    Each real query is used twice: as it is, and (with weight `absent`) with the right place taken out of the gazetteer, so
    that the model learns when nothing listed is meant."""
    use = train[dump.segment] & dump.listed
    x, segment, right = values[use], dump.segment[use], dump.right[use]
    count = len(dump.ids)
    weight = np.array([SYNTHETIC.get(name, 1.0) for name in dump.set]) * train
    taken_out = np.array([0.0 if name in SYNTHETIC else absent for name in dump.set])
    listed = np.zeros(count, bool)
    listed[segment[right]] = True
    fixed = np.array([held.get(name, 0.0) for name in dump.features])
    is_fixed = np.array([name in held for name in dump.features])
    spread = x.std(0)
    dead = (spread < 1e-9) | is_fixed
    spread = np.where(dead, 1, spread)
    dead[0], spread[0] = False, 1
    _, spelt, typed = channels(dump.features)
    penalty = np.where(dead, 0, l2)
    penalty[0] = 0

    def loss(w):
        weights = np.where(dead, fixed, w / spread)
        z, way = scores(dump.features, x, weights)
        z = np.clip(z, -200, 200)
        top = np.zeros(count)
        np.maximum.at(top, segment, z)
        odds, none = np.exp(z - top[segment]), np.exp(-top)
        good = np.bincount(segment[right], odds[right], count)
        total = np.bincount(segment, odds, count) + none
        likely = np.where(listed, np.log(np.maximum(good, 1e-300)), -top) - np.log(total)
        share = np.where(right, odds / np.maximum(good, 1e-300)[segment], 0)
        first = weight * (1 - taken_out)
        pull = (share - odds / total[segment]) * first[segment]
        rest = np.maximum(total - good, 1e-300)
        second = weight * taken_out * listed
        pull -= np.where(right, 0, odds / rest[segment]) * second[segment]
        slope = x.T @ pull
        slope[spelt] = x[:, spelt].T @ (pull * way)
        slope[typed] = x[:, typed].T @ (pull * (1 - way))
        value = (first * likely).sum() + (second * (-top - np.log(rest))).sum()
        return (penalty * w ** 2).sum() - value, 2 * penalty * w - np.where(dead, 0, slope / spread)

    start = np.zeros(len(spread))
    start[[dump.features.index(name) for name in ("oneEdit", "twoEdits")]] = -2
    w = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return np.where(dead, fixed, w / spread)
