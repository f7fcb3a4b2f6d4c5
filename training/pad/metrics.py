"""Error rates of a score that is high for bona fide presentations."""

import numpy as np


def auc(live: np.ndarray, attack: np.ndarray) -> float:
    """Chance that a bona fide presentation scores above an attack; ties count half."""
    scores = np.concatenate([live, attack])
    order = np.argsort(scores, kind="mergesort")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.bincount(inverse, ranks) / counts)[inverse]
    n, m = len(live), len(attack)
    return float((ranks[:n].sum() - n * (n + 1) / 2) / (n * m))


def eer(live: np.ndarray, attack: np.ndarray) -> float:
    """Where as many bona fide presentations are refused as attacks are let through."""
    thresholds = np.unique(np.concatenate([live, attack]))
    refused = np.searchsorted(np.sort(live), thresholds) / len(live)
    passed = 1 - np.searchsorted(np.sort(attack), thresholds) / len(attack)
    at = np.argmin(np.abs(refused - passed))
    return float((refused[at] + passed[at]) / 2)
