"""Simulates scenes from rendered faces, photographs them, cuts the crops, changes them at random and asks the teachers about each.

Usage: python3 generate.py <faces> <out> <first face> <last face> <scenes> <seed> [--teachers folder] [--held-out] [--frames]
                           [--part K/N]
One .npz for BATCH scenes; what is in it depends on the seed and its number alone, so --part spreads the work over
processes. With --frames whole frames are written as PNG with a manifest.csv, for bench/liveness.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from augment import augmented
from camera import from_pillow, to_pillow
from media import ATTACKS
from simulate import CROP_SCALES, Scene, Shot, Source, crop, stage
from teacher import Teacher, teachers

BATCH = 50
PHOTOGRAPHS = 3
"""Of one scene, each with another camera."""
JITTERED = 2
"""How many crops of each scale are cut from one photograph, each around a slightly wrong box."""
CHANGED = 4
"""How many changed copies of each crop there are."""
SMOOTHED = 0.3
"""Share of crops that are averaged while they are shrunk."""


def load_source(path: Path) -> Source:
    x, y, w, h = (float(side) for side in path.with_suffix(".txt").read_text().split())
    return Source(from_pillow(Image.open(path)), (x, y, w, h))


def jittered(shot: Shot, random: np.random.Generator) -> Shot:
    x, y, w, h = shot.box
    k = np.exp(random.normal(0, 0.06))
    dx, dy = random.normal(0, 0.04, 2) * h
    return Shot(shot.frame, (x + dx + w * (1 - k) / 2, y + dy + h * (1 - k) / 2, w * k, h * k), shot.attack)


def scenes(sources: list[Source], count: int, random: np.random.Generator, held_out: bool) -> Iterator[Scene]:
    for _ in range(count):
        attack = None if random.random() < 0.45 else str(random.choice(ATTACKS, p=[0.3, 0.12, 0.29, 0.29]))
        source, elsewhere = (sources[random.integers(len(sources))] for _ in range(2))
        yield stage(source, elsewhere, attack, random, held_out)


def photographed(sources: list[Source], count: int, random: np.random.Generator, held_out: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """Scenes × views × scales × 3 × 80 × 80 from 0 to 1; 0 for a face in person, else 1 + the attack's place in ATTACKS."""
    crops, attacks = [], []
    for scene in scenes(sources, count, random, held_out):
        views = []
        for _ in range(PHOTOGRAPHS):
            shot = scene.photographed(random)
            for _ in range(JITTERED):
                near, smooth = jittered(shot, random), random.random() < SMOOTHED
                views.append(torch.stack([crop(near, scale, smooth) for scale in CROP_SCALES]))
        crops.append(torch.stack(views))
        attacks.append(0 if scene.attack is None else 1 + ATTACKS.index(scene.attack))
    return torch.stack(crops), torch.tensor(attacks)


def batch(sources, count, random, held_out: bool, changed: int, asked: list[Teacher] | None) -> dict[str, np.ndarray]:
    """`crops`: N × scales × 3 × 80 × 80 bytes; `attack`: N; with teachers `logits`: N × scales × classes, live first."""
    crops, attacks = photographed(sources, count, random, held_out)
    attacks = attacks.repeat_interleave(crops.shape[1] * max(changed, 1))
    crops = crops.flatten(0, 1).repeat_interleave(max(changed, 1), 0)
    generator = torch.Generator().manual_seed(int(random.integers(1 << 30)))
    bytes_, logits = [], []
    for scale in range(len(CROP_SCALES)):
        x = augmented(crops[:, scale], generator, asked is not None) if changed else crops[:, scale]
        as_bytes = to_bytes(x)
        bytes_.append(as_bytes)
        if asked is not None:
            parts = (as_bytes[i : i + 128].astype(np.float32) / 255 for i in range(0, len(x), 128))
            logits.append(torch.cat([asked[scale].logits(torch.from_numpy(part)) for part in parts]).numpy())
    rows = {"crops": np.stack(bytes_, 1), "attack": attacks.numpy()}
    return rows if asked is None else {**rows, "logits": np.stack(logits, 1)}


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
    for name in ("first", "last", "scenes", "seed"):
        parser.add_argument(name, type=int)
    parser.add_argument("--teachers", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--unchanged", action="store_true")
    parser.add_argument("--frames", action="store_true")
    parser.add_argument("--part", default="0/1")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    paths = [options.faces / f"face-{i:04}.png" for i in range(options.first, options.last)]
    sources = [load_source(path) for path in paths if path.exists()]
    if options.frames:
        random = np.random.default_rng([options.seed, 0])
        taken = (scene.photographed(random) for scene in scenes(sources, options.scenes, random, options.held_out))
        write_frames(options.out, taken)
        return
    asked = None if options.teachers is None else teachers(options.teachers)
    part, parts = (int(n) for n in options.part.split("/"))
    for number in range(part, -(-options.scenes // BATCH), parts):
        path = options.out / f"{options.seed}-{number:04}.npz"
        if path.exists():
            continue
        random = np.random.default_rng([options.seed, number])
        count = min(BATCH, options.scenes - number * BATCH)
        rows = batch(sources, count, random, options.held_out, 0 if options.unchanged else CHANGED, asked)
        half = path.with_suffix(".half")
        with half.open("wb") as file:
            np.savez(file, **rows)
        half.rename(path)


if __name__ == "__main__":
    main()
