"""Draws one line of print with its neighbours, on a security background, and says where each character stands."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

import fonts

CAPITAL = 22
"""Height of a capital while drawing, in pixels."""
ROWS = 4 * CAPITAL


@dataclass
class Drawing:
    picture: np.ndarray
    """Rows × columns, 0–1; the line's capitals are centred in the middle row."""
    text: str
    spans: np.ndarray
    """Left and right edge of each character's cell."""


def strip(text: str, path: str, capital: int, spacing: float, space: float = 1) -> tuple[Image.Image, np.ndarray]:
    """Ink on nothing; the capitals fill the middle `capital` rows. `space`: the width of spaces over that of the typeface."""
    face = fonts.face(path, capital)
    left, top, _, bottom = face.getbbox("H")
    edges = [0.0]
    kerned = spacing == 0 and space == 1
    if kerned:
        edges += [face.getlength(text[: i + 1]) for i in range(len(text))]
    else:
        for character in text:
            edges.append(edges[-1] + face.getlength(character) * (space if character == " " else 1) + spacing)
    mask = Image.new("L", (int(edges[-1]) + capital, 3 * capital), 0)
    draw = ImageDraw.Draw(mask)
    y = capital - top
    if kerned:
        draw.text((0, y), text, font=face, fill=255)
    else:
        for x, character in zip(edges, text):
            draw.text((round(x), y), character, font=face, fill=255)
    return mask, np.array([edges[:-1], edges[1:]]).T


def weighted(mask: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Thinner or fatter strokes, as ink spreads or fails."""
    kind = rng.random()
    if kind < 0.2:
        return mask.filter(ImageFilter.MaxFilter(3))
    if kind < 0.28:
        return mask.filter(ImageFilter.MinFilter(3))
    if kind < 0.6:
        soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(rng.uniform(0.8, 2.2))), np.float32)
        edge = rng.uniform(70, 170)
        return Image.fromarray((np.clip((soft - edge) / 30 + 0.5, 0, 1) * 255).astype(np.uint8))
    return mask


def smooth_noise(rows: int, columns: int, cell: int, rng: np.random.Generator) -> np.ndarray:
    small = rng.random((rows // cell + 2, columns // cell + 2)).astype(np.float32)
    picture = Image.fromarray(small, "F").resize((columns, rows), Image.BICUBIC)
    return np.asarray(picture)


def background(rows: int, columns: int, rng: np.random.Generator) -> np.ndarray:
    """Level around 0, amplitude about 1: waves of fine lines, patches, small print, edges."""
    out = (smooth_noise(rows, columns, int(rng.integers(20, 60)), rng) - 0.5) * rng.uniform(0, 1.2)
    y, x = np.arange(rows, dtype=np.float32)[:, None], np.arange(columns, dtype=np.float32)[None]
    for _ in range(rng.integers(0, 4)):
        angle, period = rng.uniform(0, np.pi), rng.uniform(4, 30)
        bend = rng.uniform(0, 6) * np.sin(x * rng.uniform(0.005, 0.06) + rng.uniform(0, 6)) + rng.uniform(0, 4) * np.sin(y * rng.uniform(0.01, 0.1))
        bend = bend.astype(np.float32)
        turns = np.float32(2 * np.pi / period)
        wave = np.sin(x * np.float32(np.cos(angle)) * turns + y * np.float32(np.sin(angle)) * turns + bend)
        out += rng.uniform(0.15, 0.7) * (np.clip(wave * rng.uniform(1, 4), -1, 1) if rng.random() < 0.5 else wave)
    if rng.random() < 0.15:
        at, width = rng.uniform(0, columns), rng.uniform(2, 80)
        out += rng.uniform(-1, 1) * (np.abs(x - at + (y - rows / 2) * rng.uniform(-1, 1)) < width)
    return out


def draw(text: str, path: str, kind: str, neighbours: list[str], rng: np.random.Generator, space: float = 1) -> Drawing:
    spacing = rng.uniform(-0.04, 0.1) * CAPITAL if rng.random() < (0.25 if kind == "mrz" else 0.2) else 0.0
    mask, spans = strip(text, path, CAPITAL, spacing, space)
    margin = [int(rng.integers(0, 3 * CAPITAL)) for _ in range(2)]
    columns = int(spans[-1, 1]) + sum(margin)
    ink = Image.new("L", (columns, ROWS), 0)
    middle = (ROWS - mask.height) // 2
    ink.paste(weighted(mask, rng), (margin[0], middle))
    far = Image.new("L", ink.size, 0)
    for side, neighbour in zip((-1, 1), neighbours):
        if not neighbour:
            continue
        same = kind == "mrz" and rng.random() < 0.8
        capital = CAPITAL if same else int(CAPITAL * rng.uniform(0.6, 1.3))
        distance = CAPITAL * (rng.uniform(1.55, 2.0) if same else rng.uniform(1.35, 2.4))
        other, _ = strip(neighbour, path if same else fonts.PRINT[rng.integers(len(fonts.PRINT))], capital, 0)
        shift = margin[0] + (0 if same else int(rng.integers(-100, 100)))
        far.paste(other, (shift, int(ROWS / 2 + side * distance - other.height / 2)), other)
    ink = np.maximum(np.asarray(ink, np.float32), np.asarray(far, np.float32)) / 255
    if rng.random() < 0.2:
        ink = ink * np.clip(smooth_noise(ROWS, columns, int(rng.integers(2, 6)), rng) * rng.uniform(1.5, 4), rng.uniform(0.3, 0.8), 1)
    dark, light = rng.uniform(0, 0.35), rng.uniform(0.5, 1.0)
    while light - dark < 0.2:
        dark, light = rng.uniform(0, 0.35), rng.uniform(0.5, 1.0)
    contrast = light - dark
    paper = light + background(ROWS, columns, rng) * contrast * rng.uniform(0, 0.25)
    if rng.random() < 0.08:
        box = ROWS / 2 + rng.choice([-1, 1]) * CAPITAL * rng.uniform(0.8, 1.5)
        paper[: int(box)] += rng.uniform(-0.4, 0.3) if box < ROWS / 2 else 0
        paper[int(box) :] += rng.uniform(-0.4, 0.3) if box > ROWS / 2 else 0
    picture = paper * (1 - ink) + np.minimum(dark, paper) * ink
    if rng.random() < 0.03:
        picture = 1 - picture
    return Drawing(np.clip(picture, 0, 1).astype(np.float32), text, spans + margin[0])
