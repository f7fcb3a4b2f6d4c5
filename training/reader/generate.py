"""Writes windows of recognisable lines with the class of every step.

Usage: python3 generate.py <mrz | text> <out.npz> <count> <seed> [--unseen] [--labels]
--labels: text alone, of labels, short values and words close together.
"""

import sys
from pathlib import Path

import numpy as np

import fonts
from camera import ROWS, shoot
from phrases import MRZ_ALPHABET, TEXT_ALPHABET, label_line, mrz_line, text_line
from render import draw

STEP = 4
"""Columns of the crop to one step of the network."""
COLUMNS = 288
BETWEEN, UNDECIDED = 0, 255
ALPHABETS = {"mrz": MRZ_ALPHABET, "text": TEXT_ALPHABET}
CORE, EDGE = 0.27, 0.38
"""Share of a cell around its middle that is the character, and beyond which it is the gap; neither in between."""


def targets(text: str, spans: np.ndarray, alphabet: str, steps: int) -> np.ndarray:
    out = np.zeros(steps, np.uint8)
    centres = np.arange(steps) * STEP + STEP / 2
    for character, (left, right) in zip(text, spans):
        middle, width = (left + right) / 2, right - left
        away = np.abs(centres - middle) / max(width, 1e-3)
        undecided = (away < EDGE) & (out == BETWEEN)
        out[undecided] = UNDECIDED
        core = away < CORE
        nearest = int((middle - STEP / 2) / STEP + 0.5)
        if 0 <= nearest < steps and -1 <= middle <= steps * STEP:
            core[nearest] = True
        out[core] = alphabet.index(character) + 1
    # Two equal letters in a row are told apart by a gap.
    for i in range(len(text) - 1):
        if text[i] == text[i + 1]:
            edge = int(spans[i, 1] / STEP)
            if 0 <= edge < steps and out[edge] != BETWEEN and (out[max(0, edge - 1)] == out[edge] == out[min(steps - 1, edge + 1)]):
                out[edge] = BETWEEN
    return out


def face(kind: str, unseen: bool, rng: np.random.Generator) -> str:
    if kind == "mrz":
        machine = rng.random() < 0.85
        choice = (fonts.OCR_B_UNSEEN if machine else fonts.MONO_UNSEEN) if unseen else (fonts.OCR_B if machine else fonts.MONO)
    else:
        choice = fonts.PRINT_UNSEEN if unseen else fonts.PRINT
    return choice[rng.integers(len(choice))]


def sample(kind: str, unseen: bool, labels: bool, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, str]:
    line = mrz_line if kind == "mrz" else label_line if labels else text_line
    neighbours = [line(rng) if rng.random() < 0.7 else "" for _ in range(2)]
    text = line(rng)
    if kind == "mrz":
        start = int(rng.integers(-6, len(text) - 8))
        text, neighbours = text[max(0, start) : max(0, start) + 20], [n[max(0, start) : max(0, start) + 20] for n in neighbours]
    space = rng.uniform(0.6, 1) if labels else 1
    crop, spans = shoot(draw(text, face(kind, unseen, rng), kind, neighbours, rng, space), kind, rng)
    alphabet = ALPHABETS[kind]
    # A window of fixed width: mostly the line's beginning or end, sometimes its middle.
    spare = crop.shape[1] - COLUMNS
    if spare > 0:
        at = int(rng.choice([0, spare, rng.integers(0, spare + 1)]))
        crop, spans = crop[:, at : at + COLUMNS], spans - at
    else:
        at = int(rng.integers(0, -spare + 1))
        crop, spans = np.pad(crop, ((0, 0), (at, -spare - at)), "edge"), spans + at
    whole = (spans[:, 1] > 0.3 * (spans[:, 1] - spans[:, 0])) & (spans[:, 0] + 0.3 * (spans[:, 1] - spans[:, 0]) < COLUMNS)
    inside = [i for i in range(len(text)) if whole[i]]
    seen = [i for i in inside if spans[i].mean() > 1 and spans[i].mean() < COLUMNS - 1]
    shown = "".join(text[i] for i in seen)
    return crop, targets("".join(text[i] for i in inside), spans[inside], alphabet, COLUMNS // STEP), shown


def main(arguments: list[str]) -> None:
    kind, out, count, seed = arguments[0], Path(arguments[1]), int(arguments[2]), int(arguments[3])
    unseen, labels = "--unseen" in arguments, "--labels" in arguments
    crops, classes, texts = np.zeros((count, ROWS, COLUMNS), np.uint8), np.zeros((count, COLUMNS // STEP), np.uint8), []
    for i in range(count):
        crops[i], classes[i], text = sample(kind, unseen, labels, np.random.default_rng([seed, i]))
        texts.append(text)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(out, crops=crops, classes=classes, texts=np.array(texts))


if __name__ == "__main__":
    main(sys.argv[1:])
