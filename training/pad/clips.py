"""Films a person who does not exist: turning, breathing, blinking and talking in front of a surrounding that lies farther away.

A clip is the light before a camera, not yet photographed. It is a bona fide presentation once it is, and what a display replays.
"""

from dataclasses import dataclass, field

import numpy as np
import torch

from camera import blur, resized
from faces import BIAS, GLOSS, LANDMARKS, FaceMaker, eye_centres, face_box, pick, sample, vertex_normals, warm
from masks import mask_part
from motion import Pose, camera_path, rays, turned, wander
from simulate import look_up

WIDTH, HEIGHT = 480, 360
FINENESS = 1.3
"""Drawn this much finer than it is kept, so that edges do not step from pixel to pixel as they move."""
GAMMA = 2.2
TOWARDS_CAMERA = np.diag([1.0, -1.0, -1.0])
"""From a mesh's axes (y up, z out of the face) to a camera's (y down, z away)."""
FACE_IN_FRAME = (0.42, 0.68)
"""Height of the face, as landmarks cover it, over that of the frame; of a face in person as of one on a medium. Guess."""
WHITE = 0.97
"""Share of the first frame that is not overexposed."""
GIVE = 0.5
"""How far latex follows the mouth under it; paper and plastic do not. Guess."""
TALKING, TURNING, BLINKS_PER_SECOND = 0.3, 0.5, 0.35


@dataclass
class Person:
    """Vertices of the body and its parts to draw (vertices, mesh, texture, kind), and what can move by itself."""

    shape: np.ndarray
    parts: list
    face: np.ndarray
    """Indices of the vertices between brow and chin."""
    eyes: np.ndarray
    """Centres of the two eyes, 2 × 3."""
    blink: np.ndarray
    mouth: np.ndarray
    """How closing the lids and opening the mouth move each vertex of the body."""


@dataclass
class Clip:
    frames: np.ndarray
    """N × H × W × 3 bytes; light to the power of 1 / GAMMA, as much of it as WHITE lets through."""
    boxes: np.ndarray
    """Of the face, N × 4: left, top, width, height."""
    eyes: np.ndarray
    """N × 2 × 2, pixels."""
    poses: list[Pose]
    """The head's, from its own coordinates around the middle of its face (mesh axes) to the camera's."""
    focal: float
    half_face: np.ndarray
    """Half of the face's width and height and the depth of its foremost point, decimetres."""
    head_eyes: np.ndarray = field(default_factory=lambda: np.zeros((2, 3)))

    def light(self, number: int) -> torch.Tensor:
        return torch.from_numpy(self.frames[number].astype(np.float32) / 255).permute(2, 0, 1) ** GAMMA


def person_of(maker: FaceMaker, random: np.random.Generator) -> Person:
    shape, parts = maker.person(random)
    unit = lambda name: maker.deltas[maker.targets[f"expression/units/caucasian/{name}"]] * 1e-3  # noqa: E731
    eyes = eye_centres(parts)
    parts[1] = (*parts[1][:3], "eye")  # the cornea around the ball is clear: a part that is seen through
    return Person(shape, parts, maker.face_vertices, eyes, unit("eye-left-closure") + unit("eye-right-closure"), unit("mouth-open"))


def masked(maker: FaceMaker, bearer: np.random.Generator, victim: np.random.Generator, material: str, random: np.random.Generator) -> Person:
    """The person of `bearer`, wearing the face of the one of `victim`."""
    person = person_of(maker, bearer)
    person.parts.append(mask_part(maker, maker.person(victim), (person.shape, person.parts), material, random))
    return person


def blinks(random: np.random.Generator, times: np.ndarray) -> np.ndarray:
    """How far the lids are closed: down in 90 ms, shut for 60, up in 150."""
    closed = np.zeros(len(times))
    for _ in range(random.poisson(BLINKS_PER_SECOND * (times[-1] - times[0]))):
        t = times - random.uniform(times[0], times[-1])
        closed = np.maximum(closed, np.clip(np.minimum((t + 0.09) / 0.09, (0.21 - t) / 0.15), 0, 1))
    return closed


def surrounding(surroundings: list[np.ndarray], random: np.random.Generator, side: int = 640) -> torch.Tensor:
    """A wall's light, side × side: part of a panorama or plain paint, with things on it whose edges are sharp."""
    panorama = pick(random, surroundings)
    h, w, _ = panorama.shape
    part = int(random.uniform(0.3, 0.6) * h)
    x, y = random.integers(0, w - part), random.integers(int(h * 0.2), max(int(h * 0.8) - part, int(h * 0.2)) + 1)
    picture = torch.from_numpy(panorama[y : y + part, x : x + part]).permute(2, 0, 1).contiguous()
    picture = resized(picture, side, side).clamp(0, 1) ** GAMMA
    if random.random() < 0.35:
        paint = torch.tensor(random.uniform(0.05, 0.8) * warm(random), dtype=torch.float32).view(3, 1, 1)
        picture = paint * (0.7 + 0.3 * picture / (picture.mean() + 1e-3)).clamp(0.4, 1.5)
    for _ in range(random.integers(0, 10)):  # doors, frames, shelves
        x, y = random.integers(0, side, 2)
        across, down = np.exp(random.uniform(np.log(6), np.log(side / 3), 2)).astype(int)
        colour = torch.tensor(random.uniform(0.02, 0.8) * warm(random), dtype=torch.float32).view(3, 1, 1)
        picture[:, y : y + down, x : x + across] = picture[:, y : y + down, x : x + across] * 0.2 + colour * 0.8
    return blur(picture, random.uniform(0, 1.5))


@dataclass
class Wall:
    """A surrounding at `distance` from where the camera starts, large enough that no camera that trembles sees past it."""

    picture: torch.Tensor
    distance: float
    breadth: float

    def seen(self, directions: np.ndarray, camera: Pose) -> torch.Tensor:
        turn, place = camera
        d = directions @ turn.T.astype(np.float32)
        s = (self.distance - place[2]) / d[..., 2]
        scale = self.picture.shape[1] / self.breadth
        x, y = (place[i] + s * d[..., i] for i in range(2))
        middle = self.picture.shape[1] / 2
        return look_up(self.picture, torch.from_numpy(np.stack([x, y]).astype(np.float32) * scale + middle))


def wall_of(surroundings: list[np.ndarray], random: np.random.Generator, near: float, far: float, focal: float) -> Wall:
    distance = random.uniform(near, far)
    return Wall(surrounding(surroundings, random), distance, 1.25 * WIDTH / focal * distance)


def film(person: Person, surroundings: list[np.ndarray], random: np.random.Generator, times: np.ndarray) -> Clip:
    u = random.uniform
    face = person.shape[person.face]
    middle = (face.min(0) + face.max(0)) / 2
    half = np.ptp(face, axis=0) / 2
    focal = u(340, 460)
    distance = focal * 2 * half[1] * (LANDMARKS[2] - LANDMARKS[1]) / (HEIGHT * u(*FACE_IN_FRAME))
    cameras = camera_path(random, times)
    wall = wall_of(surroundings, random, distance + 5, distance + 35, focal)
    reach = u(4, 10) if random.random() < TURNING else u(0.8, 3)
    angles = np.stack([wander(random, times, reach * k, 0.15, 0.6) for k in (0.6, 1, 0.4)], 1)
    angles += random.normal(0, [4, 5, 3])
    sway = np.stack([wander(random, times, u(0.02, 0.1), 0.15, 0.5) for _ in range(3)], 1)
    sway[:, 1] += wander(random, times, u(0.01, 0.03), 0.2, 0.3)  # breath
    sway += [u(-0.25, 0.25), u(-0.2, 0.2), 0]
    closed = blinks(random, times)
    talk = u(0.2, 0.6) if random.random() < TALKING else u(0, 0.03)
    opened = np.clip(talk * (0.4 + wander(random, times, 1, 1, 4)), 0, 1)
    lights = [(d / np.linalg.norm(d), u(0.2, 1.1) * warm(random)) for d in random.normal(0, 1, (3, 3)) + [0, 0.5, 1]]
    ambient, gloss = u(0.15, 0.6) * warm(random), u(0.02, 0.25)
    normals = [vertex_normals(vertices, mesh.triangles) for vertices, mesh, _, _ in person.parts]
    directions = rays(WIDTH, HEIGHT, FINENESS, focal)
    white, frames, boxes, eyes, poses = 1.0, [], [], [], []
    for i, (camera_turn, camera_place) in enumerate(cameras):
        head = turned(*angles[i])

        def placed(points, by_face_alone=False):
            """In the camera's coordinates; what lies under the chin turns less the lower it is."""
            p = (points - middle) @ TOWARDS_CAMERA
            share = 1.0 if by_face_alone else np.clip((1.2 * half[1] + 0.9 - p[:, 1]) / 1.2, 0, 1)[:, None]
            q = p @ head.T * share + p * (1 - share) + sway[i] + [0, 0, distance]
            return (q - camera_place) @ camera_turn

        def projected(points, by_face_alone=False):
            q = placed(points, by_face_alone)
            return np.column_stack([q[:, 0] / q[:, 2] * focal + WIDTH / 2, q[:, 1] / q[:, 2] * focal + HEIGHT / 2, q[:, 2]])

        moved = person.blink * closed[i] + person.mouth * opened[i]
        light = wall.seen(directions, (camera_turn, camera_place)).permute(1, 2, 0).numpy().copy()
        parts = []
        for number, ((vertices, mesh, texture, kind), normal) in enumerate(zip(person.parts, normals)):
            at = projected(vertices + (moved if number == 0 else GIVE * person.mouth * opened[i] if kind == "latex" else 0))
            at[:, :2] *= FINENESS
            parts.append((at.astype(np.float32), normal @ TOWARDS_CAMERA @ head.T @ TOWARDS_CAMERA, mesh, texture, kind))
        draw(light, parts, lights, ambient, gloss)
        if i == 0:
            white = float(np.quantile(light.max(-1), WHITE)) + 1e-3
        small = resized(torch.from_numpy(light / white).permute(2, 0, 1), HEIGHT, WIDTH).clamp(0, 1) ** (1 / GAMMA)
        frames.append((small.permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8))
        boxes.append(face_box(projected(face)))
        eyes.append(projected(person.eyes, True)[:, :2])
        at = (sway[i] + [0, 0, distance] - camera_place) @ camera_turn
        poses.append((camera_turn.T @ head @ TOWARDS_CAMERA, at))
    return Clip(np.stack(frames), np.array(boxes), np.array(eyes), poses, focal, half, person.eyes - middle)


def draw(light: np.ndarray, parts: list, lights: list, ambient: np.ndarray, gloss: float) -> None:
    """
    Draws parts (corner places in pixels and their depth, normals, mesh, texture, kind) over a picture. First which triangle each
    pixel sees, then each pixel's light once: cheaper than faces.py where there are many frames.
    """
    h, w, _ = light.shape
    depth_buffer = np.full(h * w, np.inf, np.float32)
    owner, seen, weights = np.full(h * w, -1), np.zeros(h * w, int), np.zeros((h * w, 3), np.float32)
    for number, (at, normals, mesh, texture, kind) in enumerate(parts):
        for target, triangle, bary, depth in fragments(at, normals, mesh, kind, h, w):
            near = depth < depth_buffer[target]
            target, triangle, bary, depth = target[near], triangle[near], bary[near], depth[near]
            if kind:
                uv = (mesh.places[mesh.texture_places[triangle]] * bary[..., None]).sum(1)
                opaque = sample(texture[..., 3:], uv)[:, 0] > 0.45
                target, triangle, bary, depth = target[opaque], triangle[opaque], bary[opaque], depth[opaque]
            order = np.argsort(-depth)
            target = target[order]
            depth_buffer[target], owner[target], seen[target], weights[target] = depth[order], number, triangle[order], bary[order]
    flat = light.reshape(-1, 3)
    for number, (_, normals, mesh, texture, kind) in enumerate(parts):
        target = np.flatnonzero(owner == number)
        triangle, bary = seen[target], weights[target][..., None]
        colour = sample(texture[..., :3], (mesh.places[mesh.texture_places[triangle]] * bary).sum(1))
        normal = (normals[mesh.triangles[triangle]] * bary).sum(1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
        lit, shine = np.zeros((len(target), 3)) + ambient, np.zeros((len(target), 1))
        for direction, strength in lights:
            lit += np.clip(normal @ direction, 0, None)[:, None] * strength
            half = direction + [0, 0, 1]
            shine += np.clip(normal @ (half / np.linalg.norm(half)), 0, None)[:, None] ** 24 * strength.mean()
        flat[target] = np.clip(colour, 0, 1) ** GAMMA * lit + gloss * GLOSS.get(kind, 1) * shine


def fragments(at, normals, mesh, kind, h, w):
    """Pixels of each triangle: place in the picture, triangle, weights of its corners, depth."""
    corners = at[mesh.triangles]
    low = np.floor(corners[..., :2].min(1)).astype(int)
    high = np.ceil(corners[..., :2].max(1)).astype(int)
    extent = (high - low).max(1)
    visible = (high > 0).all(1) & (low < [w, h]).all(1) & (corners[..., 2] > 0.5).all(1)
    if not kind:  # skin and eyes show one side
        visible &= normals[mesh.triangles, 2].max(1) > -0.2
    a, b, c = (corners[:, i, :2] - low for i in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    visible &= np.abs(area) > 1e-6
    for lower, upper in ((0, 3), (3, 5), (5, 8), (8, 14), (14, 28), (28, 60), (60, 160)):
        chosen = np.flatnonzero(visible & (extent > lower) & (extent <= upper))
        grid = np.arange(upper + 1, dtype=np.float32)
        for part in np.array_split(chosen, max(1, len(chosen) * upper * upper // 2_000_000)):
            if len(part) == 0:
                continue

            def share(p, q):
                """Weight of the corner opposite of the edge from p to q."""
                p, q = p[part], q[part]
                start, across, down = ((p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]), p[:, 1] - q[:, 1], q[:, 0] - p[:, 0])
                start, across, down = (k / area[part] for k in (start, across, down))
                return (start[:, None] + across[:, None] * grid)[:, None, :] + (down[:, None] * grid)[:, :, None]

            first, second = share(b, c), share(c, a)
            third = 1 - first - second
            inside = (first >= -1e-3) & (second >= -1e-3) & (third >= -1e-3)
            index, y, x = np.nonzero(inside)
            bary = np.stack([first[inside], second[inside], third[inside]], -1)
            triangle = part[index]
            x, y = x + low[triangle, 0], y + low[triangle, 1]
            keep = (x >= 0) & (y >= 0) & (x < w) & (y < h)
            triangle, bary = triangle[keep], bary[keep]
            depth = (corners[triangle][..., 2] * bary).sum(1) - BIAS.get(kind, 0)
            yield (y * w + x)[keep], triangle, bary, depth
