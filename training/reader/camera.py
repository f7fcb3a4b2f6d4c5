"""Looks at a drawing as a camera would, from some way off, and cuts the line out as the browser does.

The browser's part is `line-crop.ts` of browser-core: both bring capitals to 15 of 24 rows. The crop's columns are wider than
its rows by `STRETCH`, so that narrow letters get more than one step of the network.
"""

import io

import numpy as np
from PIL import Image, ImageFilter

from render import CAPITAL, Drawing

ROWS = 24
CAPITAL_ROWS = 15
STRETCH = {"mrz": 1.2, "text": 1.5}


def perspective(source: list[tuple[float, float]], target: list[tuple[float, float]]) -> np.ndarray:
    """3 × 3, from `target` to `source`, as Pillow wants it."""
    rows = []
    for (x, y), (u, v) in zip(target, source):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    system = np.array(rows)
    return np.append(np.linalg.solve(system[:, :8], system[:, 8]), 1).reshape(3, 3)


def apply(matrix: np.ndarray, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    u, v, w = matrix @ np.stack([x, y, np.ones_like(x)])
    return u / w, v / w


def capital_height(rng: np.random.Generator) -> float:
    """Of the line in the camera's picture, in pixels."""
    kind = rng.random()
    if kind < 0.35:
        return rng.uniform(5.0, 9)
    return rng.uniform(9, 15) if kind < 0.8 else rng.uniform(15, 26)


def shoot(drawing: Drawing, kind: str, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The crop as bytes, ROWS × any, and the cells of the characters in it."""
    rows, columns = drawing.picture.shape
    seen = capital_height(rng)
    scale = seen / CAPITAL
    wide = columns * scale * rng.uniform(0.9, 1.12)
    high = rows * scale
    # The line is not quite level, and its ends are not quite equally far.
    tilt = rng.normal(0, 0.006) * wide
    ends = 1 + rng.normal(0, 0.04, 2)
    slant = rng.normal(0, 0.06) * high
    corners = []
    for x, end, sign in ((0, ends[0], -1), (wide, ends[1], 1)):
        for y in (-1, 1):
            corners.append((x + slant * y / 2, high / 2 + sign * tilt / 2 + y * high / 2 * end))
    top_left, bottom_left, top_right, bottom_right = corners
    matrix = perspective([(0, 0), (columns, 0), (columns, rows), (0, rows)], [top_left, top_right, bottom_right, bottom_left])
    blur = 0.45 / scale if scale < 1 else 0
    source = Image.fromarray((drawing.picture * 255).astype(np.uint8))
    if blur > 0.5:
        source = source.filter(ImageFilter.GaussianBlur(blur))
    picture = source.transform((max(8, int(wide)), max(8, int(high))), Image.PERSPECTIVE, tuple(matrix.ravel()[:8]), Image.BICUBIC)
    picture = photographed(picture, seen, rng)
    # Where the characters' edges came to lie.
    forward = np.linalg.inv(matrix)
    left, middle = apply(forward, drawing.spans[:, 0], np.full(len(drawing.spans), rows / 2))
    right, _ = apply(forward, drawing.spans[:, 1], np.full(len(drawing.spans), rows / 2))
    # The crop: the finder's errors in height, place and size are part of the lesson.
    zoom = CAPITAL_ROWS / seen * np.exp(rng.normal(0, 0.09))
    stretch = zoom * STRETCH[kind] * np.exp(rng.normal(0, 0.06))
    centre = middle.mean() + rng.normal(0, 0.08) * seen
    box = (0, centre - ROWS / zoom / 2, picture.width, centre + ROWS / zoom / 2)
    out = max(8, int(picture.width * stretch))
    how = Image.BILINEAR if rng.random() < 0.7 else Image.BICUBIC
    coefficients = (picture.width / out, 0, 0, 0, 1 / zoom, box[1])
    if zoom < 1:
        picture = picture.filter(ImageFilter.GaussianBlur(0.4 / zoom))
    crop = picture.transform((out, ROWS), Image.AFFINE, coefficients, how)
    return np.asarray(crop), np.stack([left, right], 1) * out / picture.width


def photographed(picture: Image.Image, seen: float, rng: np.random.Generator) -> Image.Image:
    """Blur, uneven light, glare, noise, sharpening, compression."""
    kind = rng.random()
    small = seen < 8
    if kind < 0.45:
        picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 0.6 if small else 0.1 * seen)))
    elif kind < 0.6:
        length = int(rng.integers(2, 3 if small else 2 + int(seen / 5)))
        values = np.asarray(picture, np.float32)
        axis = int(rng.random() < 0.6)
        shifted = sum(np.roll(values, i, axis) for i in range(length)) / length
        picture = Image.fromarray(shifted.astype(np.uint8))
    values = np.asarray(picture, np.float32) / 255
    rows, columns = values.shape
    x = np.linspace(-1, 1, columns, dtype=np.float32)
    light = 1 + rng.normal(0, 0.15) * x + rng.normal(0, 0.08) * x * x
    if rng.random() < 0.25:
        at, width = rng.uniform(-1, 1), rng.uniform(0.1, 0.8)
        light *= 1 - rng.uniform(0, 0.6) / (1 + np.exp(np.clip(-(x - at) / width * 6, -50, 50)))
    values = values * light * rng.uniform(0.5, 1.15)
    if rng.random() < 0.2:
        at, width = rng.uniform(-1, 1), rng.uniform(0.05, 0.5)
        strength = rng.uniform(0.1, 0.65) * np.exp(-(((x - at) / width) ** 2))
        values = values + (1 - values) * strength
    values = values + rng.normal(0, rng.uniform(0, 0.03), values.shape).astype(np.float32)
    out = Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8))
    if rng.random() < 0.3:
        out = out.filter(ImageFilter.UnsharpMask(rng.uniform(0.6, 2), int(rng.uniform(40, 180)), 0))
    if rng.random() < 0.65:
        data = io.BytesIO()
        out.save(data, "JPEG", quality=int(rng.integers(25, 95)))
        out = Image.open(data)
        out.load()
    return out
