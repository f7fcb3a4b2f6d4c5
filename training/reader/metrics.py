"""How far a line that was read is from what it says."""

import numpy as np


def decoded(classes: np.ndarray, alphabet: str) -> str:
    """Runs of one class are one character; class 0 is the gap."""
    kept = [c for i, c in enumerate(classes) if c != 0 and (i == 0 or classes[i - 1] != c)]
    return "".join(alphabet[c - 1] for c in kept)


def edits(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
