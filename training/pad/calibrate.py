"""Asks how a session's score becomes a probability: score = 1 / (1 + e^-(slope × sum of evidence + bias)), what Platt proposed.

Usage: python3 calibrate.py <scores.csv of bench/liveness over simulated videos> [<scores.csv of another set, to judge on>] [--policy SLOPE BIAS]
--policy: `calibration` of liveness-policy.ts as it was when the scores were made (default 1 0), which is taken out again. Maximum likelihood, both classes counting alike, as an attack is taken to
be as likely as a person. Says what the fit is worth on sessions that it was not made on, by cross-validation, and with what scatter slope and bias are
known. Development sets only; the second set is for the report and changes nothing.
"""

import argparse
import csv
import json

import numpy as np

SCORE = "ours, session"
FOLDS, PARTITIONS, RESAMPLES, ROUNDS, BINS = 10, 20, 500, 50, 10
SHAPES = {"as it is": (), "bias": (1,), "slope and bias": (0, 1)}
"""Which of slope and bias are fitted."""


def read(path: str, slope: float, bias: float) -> tuple[np.ndarray, np.ndarray]:
    """The sums of evidence, and who is live. Rows without a score are left out."""
    rows = [row for row in csv.DictReader(open(path, encoding="utf-8")) if row.get(SCORE)]
    score = np.clip([float(row[SCORE]) for row in rows], 1e-6, 1 - 1e-6)
    return (np.log(score / (1 - score)) - bias) / slope, np.array([row["label"] == "live" for row in rows])


def weights_of(live: np.ndarray) -> np.ndarray:
    """Both classes sum to a half."""
    return np.where(live, 0.5 / max(1, live.sum()), 0.5 / max(1, (~live).sum()))


def fitted(total: np.ndarray, live: np.ndarray, free: tuple) -> tuple[float, float]:
    """Slope and bias, of which those that are not `free` stay 1 and 0; Newton's method."""
    at, chosen = np.array([1.0, 0.0]), list(free)
    columns, weights = np.column_stack([total, np.ones(len(total))]), weights_of(live)
    for _ in range(ROUNDS if chosen else 0):
        p = 1 / (1 + np.exp(-columns @ at))
        x = columns[:, chosen]
        step = np.linalg.solve(x.T @ (x * (weights * p * (1 - p))[:, None]) + 1e-9 * np.eye(len(chosen)), x.T @ (weights * (p - live)))
        at[chosen] -= np.clip(step, -1, 1)
    return float(at[0]), float(at[1])


def judged(p: np.ndarray, live: np.ndarray) -> dict[str, float]:
    """Brier score and expected calibration error as bench/liveness gives them, and the log loss."""
    weights, p = weights_of(live), np.clip(p, 1e-6, 1 - 1e-6)
    places = np.minimum(BINS - 1, (p * BINS).astype(int))
    off = np.bincount(places, weights * (p - live), BINS)
    return {
        "brier": round(float((weights * (p - live) ** 2).sum()), 4),
        "error": round(float(np.abs(off).sum()), 4),
        "log_loss": round(float(-(weights * np.log(np.where(live, p, 1 - p))).sum()), 4),
    }


def probability(total: np.ndarray, slope: float, bias: float) -> np.ndarray:
    return 1 / (1 + np.exp(-(slope * total + bias)))


def cross_validated(total: np.ndarray, live: np.ndarray, free: tuple, random: np.random.Generator) -> dict[str, float]:
    """Mean over PARTITIONS; in each, every session is judged by a fit without its own tenth."""
    found = []
    for _ in range(PARTITIONS):
        fold = np.empty(len(live), int)
        for own in (live, ~live):
            fold[own] = random.permutation(int(own.sum())) % FOLDS
        p = np.empty(len(live))
        for k in range(FOLDS):
            p[fold == k] = probability(total[fold == k], *fitted(total[fold != k], live[fold != k], free))
        found.append(judged(p, live))
    return {name: round(float(np.mean([one[name] for one in found])), 4) for name in found[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("developed")
    parser.add_argument("reported", nargs="?")
    parser.add_argument("--policy", nargs=2, type=float, default=(1, 0), metavar=("SLOPE", "BIAS"))
    options = parser.parse_args()
    total, live = read(options.developed, *options.policy)
    random = np.random.default_rng(1)
    out = {"n_live": int(live.sum()), "n_attack": int((~live).sum())}
    out["cross_validated"] = {name: cross_validated(total, live, free, random) for name, free in SHAPES.items()}
    fits = {name: fitted(total, live, free) for name, free in SHAPES.items()}
    again = []
    for _ in range(RESAMPLES):
        drawn = np.concatenate([random.choice(np.flatnonzero(own), int(own.sum())) for own in (live, ~live)])
        again.append(fitted(total[drawn], live[drawn], SHAPES["slope and bias"]))
    out["fits"] = {name: [round(value, 3) for value in fit] for name, fit in fits.items()}
    out["interval_of_slope_and_bias"] = np.quantile(again, [0.025, 0.975], 0).T.round(2).tolist()
    if options.reported is not None:
        total, live = read(options.reported, *options.policy)
        out["report"] = {"n_live": int(live.sum()), "n_attack": int((~live).sum())}
        out["report"] |= {name: judged(probability(total, *fit), live) for name, fit in fits.items()}
    print(json.dumps(out, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
