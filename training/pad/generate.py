"""Simulates shots from rendered faces and stores their crops as one .npz per batch.

Usage: python3 generate.py <faces> <out> <first face> <last face> <shots> <seed> [--held-out] [--frames]
With --frames the whole frames are written as PNG with a manifest.csv, for bench/liveness.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from camera import from_pillow, to_pillow
from media import ATTACKS
from simulate import CROP_SCALES, Shot, Source, crop, shoot, teacher_crop

BATCH = 200
JITTERED = 2
"""How many crops of each scale are cut from one shot, each around a slightly wrong box."""


def load_source(path: Path) -> Source:
    x, y, w, h = (float(side) for side in path.with_suffix(".txt").read_text().split())
    return Source(from_pillow(Image.open(path)), (x, y, w, h))


def jittered(shot: Shot, random: np.random.Generator) -> Shot:
    x, y, w, h = shot.box
    k = np.exp(random.normal(0, 0.06))
    dx, dy = random.normal(0, 0.04, 2) * h
    return Shot(shot.frame, (x + dx + w * (1 - k) / 2, y + dy + h * (1 - k) / 2, w * k, h * k), shot.attack)


def shots(sources: list[Source], count: int, random: np.random.Generator, held_out: bool) -> Iterator[Shot]:
    for _ in range(count):
        attack = None if random.random() < 0.45 else str(random.choice(ATTACKS, p=[0.3, 0.12, 0.29, 0.29]))
        source, elsewhere = (sources[random.integers(len(sources))] for _ in range(2))
        yield shoot(source, elsewhere, attack, random, held_out)


def batch(sources: list[Source], count: int, random: np.random.Generator, held_out: bool) -> dict[str, np.ndarray]:
    rows = {"crops": [], "teacher": [], "attack": [], "luminance": [], "face_height": []}
    for shot in shots(sources, count, random, held_out):
        cuts = [[crop(jittered(shot, random), scale) for scale in CROP_SCALES] for _ in range(JITTERED)]
        rows["crops"].append(to_bytes(torch.stack([torch.stack(pair) for pair in cuts])))
        rows["teacher"].append(to_bytes(teacher_crop(shot)))
        rows["attack"].append(0 if shot.attack is None else 1 + ATTACKS.index(shot.attack))
        rows["luminance"].append(float(cuts[0][1].mean()))
        rows["face_height"].append(shot.box[3])
    return {name: np.array(values) for name, values in rows.items()}


def write_frames(folder: Path, taken: Iterator[Shot]) -> None:
    lines = ["path,source,label,attack"]
    for number, shot in enumerate(taken):
        to_pillow(shot.frame).save(folder / f"{number:04}.png")
        lines.append(f"{number:04}.png,simulated,{'spoof' if shot.attack else 'live'},{shot.attack or '-'}")
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n")


def to_bytes(picture: torch.Tensor) -> np.ndarray:
    return (picture.clamp(0, 1) * 255 + 0.5).to(torch.uint8).numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faces", type=Path)
    parser.add_argument("out", type=Path)
    for name in ("first", "last", "shots", "seed"):
        parser.add_argument(name, type=int)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--frames", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    paths = [options.faces / f"face-{i:04}.png" for i in range(options.first, options.last)]
    sources = [load_source(path) for path in paths if path.exists()]
    if options.frames:
        random = np.random.default_rng([options.seed, 0])
        write_frames(options.out, shots(sources, options.shots, random, options.held_out))
        return
    for number in range(-(-options.shots // BATCH)):
        random = np.random.default_rng([options.seed, number])
        count = min(BATCH, options.shots - number * BATCH)
        np.savez(options.out / f"{options.seed}-{number:04}.npz", **batch(sources, count, random, options.held_out))


if __name__ == "__main__":
    main()
