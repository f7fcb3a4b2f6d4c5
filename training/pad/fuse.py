"""Asks whether the cheap signals add to the model on simulated shots, and what each would weigh.

Usage: python3 fuse.py <scores.csv of bench/liveness over simulated frames>
Logistic regression (standardised inputs, ridge 1), five folds; prints the AUC of each input alone and together, and the
weights. Give it simulated frames only: real pictures are for the report.
"""

import csv
import json
import sys

import numpy as np

from metrics import auc

MODEL = "ours"
SIGNALS = ("moiré", "specular", "high frequency", "border", "chroma")
FOLDS, RIDGE, ROUNDS = 5, 1.0, 30


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Newton's method; the last weight is the bias, which is not shrunk."""
    x = np.column_stack([x, np.ones(len(x))])
    weights = np.zeros(x.shape[1])
    ridge = np.diag([RIDGE] * (x.shape[1] - 1) + [0.0])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge, x.T @ (p - y) + ridge @ weights)
    return weights


def main(path: str) -> None:
    rows = list(csv.DictReader(open(path, encoding="utf-8")))
    y = np.array([row["label"] == "live" for row in rows], float)
    model = np.clip([float(row[MODEL]) for row in rows], 1e-4, 1 - 1e-4)
    x = np.column_stack([np.log(model / (1 - model)), *[[float(row[name]) for row in rows] for name in SIGNALS]])
    names = [MODEL, *SIGNALS]
    live = y == 1
    middle, spread = x.mean(0), x.std(0) + 1e-9
    z = (x - middle) / spread
    fold = np.random.default_rng(1).permutation(len(y)) % FOLDS
    result = {"n_live": int(live.sum()), "n_attack": int((~live).sum())}
    result["auc_alone"] = {name: round(auc(x[live, i], x[~live, i]), 3) for i, name in enumerate(names)}
    for label, columns in (("model", [0]), ("signals", list(range(1, len(names)))), ("both", list(range(len(names))))):
        out = np.empty(len(y))
        for k in range(FOLDS):
            weights = fit(z[fold != k][:, columns], y[fold != k])
            out[fold == k] = z[fold == k][:, columns] @ weights[:-1] + weights[-1]
        result[f"auc_{label}_cross_validated"] = round(auc(out[live], out[~live]), 3)
    weights = fit(z, y)
    result["logit_per_standard_deviation"] = {name: round(float(w), 3) for name, w in zip(names, weights)}
    result["standard_deviation"] = {name: round(float(s), 5) for name, s in zip(names, spread)}
    result["mean"] = {name: round(float(m), 5) for name, m in zip(names, middle)}
    print(json.dumps(result, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
