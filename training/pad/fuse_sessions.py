"""Asks which signals of a session tell which attacks on simulated videos, and proposes what each should weigh.

Usage: python3 fuse_sessions.py <scores.csv of bench/liveness over simulated videos> [<scores.csv of another set, to judge on>]
Logistic regression (standardised, ridge 1). A signal that does not tell in a session counts as the middle: no evidence. Prints
AUCs by kind of attack, each weight, and the line from attack to bona fide that liveness-policy.ts would take; a weight whose
sign is against the signal's meaning is refused and the fit done again without it. Development sets only; the second set is for the report.
"""

import csv
import json
import sys

import numpy as np

from fuse import fit
from metrics import auc, eer

MODEL = "ours, mean of frames"
SIGNALS = (
    *("parallax", "relative motion", "motion ratio", "micro-motion", "blinks", "model agreement"),
    *("moiré", "raster", "specular", "high frequency", "border", "chroma"),
)


def read(path: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores with NaN where a signal does not tell, who is live, and the kinds."""
    rows = list(csv.DictReader(open(path, encoding="utf-8")))
    table = np.array([[float(row[name]) if row.get(name) else np.nan for name in (MODEL, *SIGNALS)] for row in rows])
    model = np.clip(table[:, 0], 1e-4, 1 - 1e-4)
    table[:, 0] = np.log(model / (1 - model))
    return table, np.array([row["label"] == "live" for row in rows]), np.array([row["attack"] or "-" for row in rows])


def told(column: np.ndarray, which: np.ndarray) -> np.ndarray:
    return column[which & np.isfinite(column)]


def by_kind(column: np.ndarray, live: np.ndarray, kinds: np.ndarray) -> dict[str, str]:
    own = told(column, live)
    return {
        kind: f"{auc(own, attack):.2f} ({len(attack)})"
        for kind in sorted(set(kinds[~live]))
        if len(attack := told(column, kinds == kind)) and len(own)
    }


def main(developed: str, reported: str | None = None) -> None:
    x, live, kinds = read(developed)
    names = (MODEL, *SIGNALS)
    middle = np.nanmean(x, 0)
    spread = np.nanstd(x, 0) + 1e-9
    standardised = lambda table: np.nan_to_num((table - middle) / spread)  # noqa: E731
    columns = list(range(len(names)))
    while True:
        weights = fit(standardised(x)[:, columns], live.astype(float))
        against = [c for c, weight in zip(columns, weights) if weight <= 0]
        if not against:
            break
        columns = [c for c in columns if c not in against]
    out = {"n_live": int(live.sum()), "n_attack": int((~live).sum())}
    out["auc_by_kind"] = {name: {"tells": int(np.isfinite(x[:, c]).sum()), **by_kind(x[:, c], live, kinds)} for c, name in enumerate(names)}
    out["proposed"] = {
        names[c]: {"logit": round(float(w), 2), "attackAt": round(float(middle[c] - spread[c]), 4), "bonaFideAt": round(float(middle[c] + spread[c]), 4)}
        for c, w in zip(columns, weights)
    }
    out["refused"] = [name for c, name in enumerate(names) if c not in columns]
    for label, path in (("on_development", developed), ("on_report", reported)):
        if path is None:
            continue
        table, is_live, kind = read(path)
        fused = standardised(table)[:, columns] @ weights[:-1] + weights[-1]
        out[label] = {
            name: {"auc": round(auc(score[is_live], score[~is_live]), 3), "eer": round(eer(score[is_live], score[~is_live]), 3), **by_kind(score, is_live, kind)}
            for name, score in (("model alone", table[:, 0]), ("fused as proposed", fused))
        }
    print(json.dumps(out, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
