"""Simulates scenes from rendered faces and photographs them; from the photographs train.py cuts what the network sees.

Usage: python3 generate.py <faces> <panoramas> <out> <first face> <last face> <scenes> <seed> [--held-out] [--frames] [--part K/N]
One .npz for BATCH scenes; what is in it depends on the seed and its number alone, so --part spreads the work over
processes. With --frames whole frames are written as PNG with a manifest.csv, for bench/liveness.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from camera import from_pillow, to_pillow
from media import ATTACKS
from simulate import Scene, Shot, Source, stage

BATCH = 50
PHOTOGRAPHS = 3
"""Of one scene, each with another camera."""
SHARES = (0.26, 0.1, 0.25, 0.25, 0.14)
"""Of the attacks, in the order of ATTACKS. Guess."""
SCENERY = 0.12
"""Share of the scenes that show no face: the teachers are asked about those too."""


def load_source(path: Path) -> Source:
    x, y, w, h = (float(side) for side in path.with_suffix(".txt").read_text().split())
    return Source(from_pillow(Image.open(path)), (x, y, w, h))


def scenery(panoramas: list[torch.Tensor], random: np.random.Generator) -> Source:
    """A part of a panorama, with a box where nobody is."""
    picture = panoramas[random.integers(len(panoramas))]
    _, height, width = picture.shape
    side = int(height * random.uniform(0.3, 0.9))
    top, left = random.integers(0, height - side), random.integers(0, width - side)
    high = side * random.uniform(0.2, 0.45)
    wide = high * random.uniform(0.65, 0.95)
    box = ((side - wide) / 2, (side - high) / 2, wide, high)
    return Source(picture[:, top : top + side, left : left + side], box)


def scenes(
    sources: list[Source], masked: list[Source], panoramas: list[torch.Tensor], count: int, random: np.random.Generator, held_out: bool
) -> Iterator[Scene]:
    for _ in range(count):
        attack = None if random.random() < 0.45 else str(random.choice(ATTACKS, p=SHARES))
        source, elsewhere = (sources[random.integers(len(sources))] for _ in range(2))
        if attack == "mask":
            source = masked[random.integers(len(masked))]
        elif panoramas and random.random() < SCENERY:
            source = scenery(panoramas, random)
        yield stage(source, elsewhere, attack, random, held_out)


def photographs(taken: Iterator[Scene], random: np.random.Generator, each: int) -> dict[str, np.ndarray]:
    """
    `pixels`: all frames' bytes one after another, each height × width × 3; `size`: N × (width, height); `box`: N × (left, top, width,
    height); `attack`: N, 0 for a face in person, else 1 + the attack's place in ATTACKS.
    """
    pixels, sizes, boxes, attacks = [], [], [], []
    for scene in taken:
        for _ in range(each):
            shot = scene.photographed(random)
            picture = (shot.frame.permute(1, 2, 0) * 255 + 0.5).to(torch.uint8)
            pixels.append(picture.reshape(-1).numpy())
            sizes.append((picture.shape[1], picture.shape[0]))
            boxes.append(shot.box)
            attacks.append(0 if scene.attack is None else 1 + ATTACKS.index(scene.attack))
    return {
        "pixels": np.concatenate(pixels),
        "size": np.array(sizes, np.int64),
        "box": np.array(boxes, np.float32),
        "attack": np.array(attacks, np.int64),
    }


def write_frames(folder: Path, taken: Iterator[Shot]) -> None:
    lines = ["path,source,label,attack"]
    for number, shot in enumerate(taken):
        to_pillow(shot.frame).save(folder / f"{number:04}.png")
        lines.append(f"{number:04}.png,simulated,{'spoof' if shot.attack else 'live'},{shot.attack or '-'}")
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("faces", "panoramas", "out"):
        parser.add_argument(name, type=Path)
    for name in ("first", "last", "scenes", "seed"):
        parser.add_argument(name, type=int)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--frames", action="store_true")
    parser.add_argument("--part", default="0/1")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    sources, masked = (
        [load_source(path) for i in range(options.first, options.last) if (path := options.faces / f"{kind}-{i:04}.webp").exists()]
        for kind in ("face", "mask")
    )
    if options.frames:
        random = np.random.default_rng([options.seed, 0])
        taken = (scene.photographed(random) for scene in scenes(sources, masked, [], options.scenes, random, options.held_out))
        write_frames(options.out, taken)
        return
    panoramas = [] if options.held_out else [from_pillow(Image.open(path)) for path in sorted(options.panoramas.glob("*.png"))]
    part, parts = (int(n) for n in options.part.split("/"))
    for number in range(part, -(-options.scenes // BATCH), parts):
        path = options.out / f"{options.seed}-{number:04}.npz"
        if path.exists():
            continue
        random = np.random.default_rng([options.seed, number])
        count = min(BATCH, options.scenes - number * BATCH)
        taken = scenes(sources, masked, panoramas, count, random, options.held_out)
        rows = photographs(taken, random, PHOTOGRAPHS)
        half = path.with_suffix(".half")
        with half.open("wb") as file:
            np.savez(file, **rows)
        half.rename(path)


if __name__ == "__main__":
    main()
