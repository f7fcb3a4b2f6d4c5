"""Makes masks: the surface of somebody's face, of paper, plastic or latex, in front of another person's.

Usage: python3 masks.py <sources> <out> <first> <last> [--part K/N]
Writes mask-NNNN.webp (quality 90), the face of somebody who wears one, and its box as mask-NNNN.txt for one number in EVERY; faces.py
draws the faces without.

A mask is a thing in space, lit as the head is: it hides the wearer's mouth and moves with the head. What is on it was a portrait
first: a print of one, folded into shape, or paint in its colours.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from camera import blur
from faces import SIZE, FaceMaker, eye_centres, fill, vertex_normals, warm, write_face
from media import Print

MATERIALS = ("paper", "plastic", "latex")
EVERY = 4
HEIGHT_IN_PORTRAIT = 0.8
"""Of the face, from brow to chin."""
OPEN_EYES = 0.75
"""Share of masks with holes for the eyes; the others have eyes painted on."""
PLAIN = 0.2
"""Share of plastic masks that look like nobody, of one colour. Guesses, as the shares above are."""


@dataclass
class Surface:
    """Triangles over the body's own vertices, with texture coordinates of their own: as much of faces.py's Mesh as drawing needs."""

    triangles: np.ndarray
    places: np.ndarray

    @property
    def texture_places(self) -> np.ndarray:
        return self.triangles


def mask_part(maker: FaceMaker, victim: tuple, bearer: tuple, material: str, random: np.random.Generator) -> tuple:
    """One more part to draw (vertices, mesh, texture, kind): the victim's face before the bearer's. Both are what `maker.person` gives."""
    u = random.uniform
    shape, parts = victim
    face = shape[maker.face_vertices]
    middle, half = (face.min(0) + face.max(0)) / 2, np.ptp(face, axis=0) / 2
    scale = SIZE * HEIGHT_IN_PORTRAIT / (2 * half[1])
    places = np.column_stack([(shape[:, 0] - middle[0]) * scale, (middle[1] - shape[:, 1]) * scale]) / SIZE + 0.5
    holes = [(eye - middle)[:2] for eye in eye_centres(parts)] if random.random() < OPEN_EYES else []
    texture = np.concatenate(
        [coated(portrait(parts, middle, scale, material, random), material, random), outline(half, scale, holes, random)], 2
    )
    near = (np.abs(shape - middle)[:, :2] < 1.2 * half[:2]).all(1) & (shape[:, 2] > middle[2] - 1.2 * half[2])
    normals = vertex_normals(shape, maker.body.triangles)
    fronting = near & (normals[:, 2] > 0.05)
    triangles = maker.body.triangles[fronting[maker.body.triangles].all(1)]
    gap = {"paper": u(0.01, 0.03), "plastic": u(0.04, 0.12), "latex": u(0.02, 0.06)}[material]
    form = shape + gap * normals
    if material == "paper":  # folded: flatter than a face
        front = face[:, 2].max()
        form[:, 2] = front - (front - form[:, 2]) * u(0.4, 1)
    on = eye_centres(bearer[1]).mean(0)
    form = (form - eye_centres(parts).mean(0)) * u(1.0, 1.08) + on
    if material == "latex":  # stretched over the bearer's own shape
        own = bearer[0] + gap * vertex_normals(bearer[0], maker.body.triangles)
        form += (own - form) * u(0.3, 0.8)
    v = np.column_stack([places[:, 0], 1 - places[:, 1]])
    return form, Surface(triangles, v), texture, material


def portrait(parts: list, middle: np.ndarray, scale: float, material: str, random: np.random.Generator) -> np.ndarray:
    """Skin, eyes and brows from straight ahead and far away, sRGB. For paper in the light of its photograph, else in even light."""
    picture = np.full((SIZE * SIZE, 3), 0.2)
    depth = np.full(SIZE * SIZE, np.inf)
    if material == "paper":
        lights = [(random.normal(0, 0.6, 3) + [0, 0.5, 1.5], random.uniform(0.2, 0.6) * warm(random)) for _ in range(2)]
        ambient = random.uniform(0.3, 0.7) * warm(random)
    else:
        lights, ambient = [], np.ones(3)
    for vertices, mesh, texture, kind in parts[:3]:
        p = (vertices - middle) * scale
        at = np.column_stack([p[:, 0] + SIZE / 2, SIZE / 2 - p[:, 1], -p[:, 2] / scale])
        fill(picture, depth, at, vertices, mesh, texture, kind, lights, ambient, 0.05)
    return np.clip(picture, 0, 1).reshape(SIZE, SIZE, 3) ** (1 / 2.2)


def coated(picture: np.ndarray, material: str, random: np.random.Generator) -> np.ndarray:
    """What the material makes of the portrait, sRGB."""
    u = random.uniform
    seen = torch.from_numpy(picture.astype(np.float32)).permute(2, 0, 1)
    if material == "paper":
        rows, columns = torch.meshgrid(torch.arange(SIZE) + 0.5, torch.arange(SIZE) + 0.5, indexing="ij")
        seen = Print(random, SIZE * HEIGHT_IN_PORTRAIT)(seen, torch.stack([columns, rows])).clamp(0, 1) ** (1 / 2.2)
    else:
        seen = blur(seen, u(0.5, 2.5) if material == "latex" else u(1, 5))
        grey = seen.mean(0, keepdim=True)
        tint = torch.tensor(1 + random.normal(0, 0.1, 3), dtype=torch.float32).view(3, 1, 1)
        seen = ((grey + (seen - grey) * float(u(0.4, 1.3))).clamp(0, 1) * tint) ** float(u(0.7, 1.4))
        if material == "plastic" and random.random() < PLAIN:
            seen = torch.tensor(u(0.03, 0.95) * warm(random), dtype=torch.float32).view(3, 1, 1).expand(3, SIZE, SIZE)
    return seen.clamp(0, 1).permute(1, 2, 0).numpy().astype(np.float64)


def outline(half: np.ndarray, scale: float, holes: list, random: np.random.Generator) -> np.ndarray:
    """Opacity, SIZE × SIZE × 1: the mask's rim and the holes for the eyes (places from the portrait's middle, decimetres, y up)."""
    u = random.uniform
    x, y = np.meshgrid((np.arange(SIZE) + 0.5 - SIZE / 2) / scale, (SIZE / 2 - np.arange(SIZE) - 0.5) / scale)
    rim, power = half[:2] * [u(0.85, 1.05), u(0.9, 1.1)], u(2, 3.5)
    opaque = np.abs(x / rim[0]) ** power + np.abs(y / rim[1]) ** power < 1
    wide, high = u(0.14, 0.25), u(0.08, 0.15)
    for at in holes:
        opaque &= ((x - at[0]) / wide) ** 2 + ((y - at[1]) / high) ** 2 > 1
    return opaque[..., None].astype(np.float64)


def render(maker: FaceMaker, random: np.random.Generator) -> tuple[np.ndarray, tuple[float, float, float, float]]:
    """As `maker.render`: somebody who wears a mask of somebody else."""
    bearer, victim = maker.person(random), maker.person(random)
    material = str(random.choice(MATERIALS))
    return maker.draw(random, bearer[0], [*bearer[1], mask_part(maker, victim, bearer, material, random)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("sources", "out"):
        parser.add_argument(name, type=Path)
    for name in ("first", "last"):
        parser.add_argument(name, type=int)
    parser.add_argument("--part", default="0/1")
    options = parser.parse_args()
    part, parts = (int(n) for n in options.part.split("/"))
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    maker = FaceMaker(options.sources)
    numbers = [n for n in range(options.first, options.last) if n % EVERY == EVERY - 1]
    for number in numbers[part::parts]:
        write_face(options.out / f"mask-{number:04}.webp", lambda: render(maker, np.random.default_rng([number, 1])))


if __name__ == "__main__":
    main()
