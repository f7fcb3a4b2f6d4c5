"""python3 -m unittest, in this folder. Needs none of the fetched sources: the head is an ellipsoid with a texture of noise."""

import unittest
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view

from camera import blur
from clips import HEIGHT, WIDTH, Person, blinks, film
from faces import LANDMARKS, SIZE
from masks import HEIGHT_IN_PORTRAIT, MATERIALS, mask_part
from motion import camera_path, held, rays, turned, wander
from videos import KINDS, attacked, on_medium, photographed, shown, worn

TIMES = np.arange(12) / 10
PATCH, SEARCH = 7, 12


def person() -> Person:
    """Half an ellipsoid of a head's size on a flat chest, all covered with blotches that a patch can be found again by."""
    across, down = np.meshgrid(np.linspace(-1, 1, 24), np.linspace(-1, 1, 24))
    inside = np.clip(1 - across**2 - down**2, 0, None)
    vertices = np.column_stack([across.ravel() * 0.9, down.ravel() * 1.25, 1.1 * np.sqrt(inside).ravel()])
    at = np.arange(24 * 24).reshape(24, 24)
    quads = np.stack([at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]], -1).reshape(-1, 4)
    round_ = (vertices[quads, 0] / 0.9) ** 2 + (vertices[quads, 1] / 1.25) ** 2 <= 1
    quads = quads[round_.all(1)]
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    places = np.column_stack([across.ravel(), down.ravel()]) / 2 + 0.5
    texture = np.concatenate([blotches(96), np.ones((96, 96, 1))], 2)
    mesh = SimpleNamespace(triangles=triangles, texture_places=triangles, places=places)
    face = np.unique(triangles)
    eyes = np.array([[0.3, 0.3, 1.0], [-0.3, 0.3, 1.0]])
    none = np.zeros_like(vertices)
    return Person(vertices, [(vertices, mesh, texture, None)], face, eyes, none, none)


def wearing(material: str, seed: int = 1, mouth: float = 0.0) -> tuple[Person, tuple]:
    """That person with eyes, a mouth that opens by `mouth`, and a mask of somebody who looks the same; and the mask."""
    somebody = person()
    vertices, mesh, texture, _ = somebody.parts[0]
    corners = np.array([[-0.05, -0.05, 0], [0.05, -0.05, 0], [0, 0.05, 0]])
    balls = np.concatenate([eye + corners for eye in somebody.eyes])
    triangles = np.arange(6).reshape(2, 3)
    ball = SimpleNamespace(triangles=triangles, texture_places=triangles, places=np.zeros((6, 2)))
    somebody.parts += [(balls, ball, np.full((8, 8, 4), [0.1, 0.1, 0.1, 1.0]), "eye"), (vertices, mesh, texture * [1, 1, 1, 0], "hair")]
    maker = SimpleNamespace(body=mesh, face_vertices=somebody.face)
    both = (somebody.shape, somebody.parts)
    part = mask_part(maker, both, both, material, np.random.default_rng(seed))
    low = (vertices[:, 1] < -0.4)[:, None]
    return replace(somebody, parts=[*somebody.parts, part], mouth=low * [0, -mouth, 0]), part


def blotches(side: int) -> np.ndarray:
    noise = torch.rand(1, 3, side // 4, side // 4, generator=torch.Generator().manual_seed(4))
    return torch.nn.functional.interpolate(noise, (side, side), mode="bicubic").clamp(0, 1)[0].permute(1, 2, 0).numpy()


SURROUNDINGS = [np.repeat(np.repeat(blotches(128), 2, 0), 4, 1).astype(np.float32)]


def shifts(first: torch.Tensor, later: torch.Tensor, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the patch around each point of the first picture is in the later one, by best correlation, to a part of a pixel."""
    found, kept = [], []
    a, b = (blur(picture, 1.2).mean(0).numpy() for picture in (first, later))  # without the halftone
    for x, y in points.astype(int):
        patch = a[y - PATCH : y + PATCH + 1, x - PATCH : x + PATCH + 1].ravel()
        if patch.std() < 0.02 * a.mean() + 1e-4:
            continue
        reach = PATCH + SEARCH
        around = sliding_window_view(b[y - reach : y + reach + 1, x - reach : x + reach + 1], (2 * PATCH + 1,) * 2)
        around = around.reshape(2 * SEARCH + 1, 2 * SEARCH + 1, -1)
        around = around - around.mean(-1, keepdims=True)
        costs = around @ (patch - patch.mean()) / (np.linalg.norm(around, axis=-1) * patch.std() * len(patch) ** 0.5 + 1e-9)
        j, i = np.unravel_index(np.argmax(costs), costs.shape)
        if costs[j, i] < 0.9 or not (0 < i < 2 * SEARCH and 0 < j < 2 * SEARCH):
            continue
        peak = lambda before, at, after: (before - after) / (2 * (before - 2 * at + after))  # noqa: E731
        di = peak(costs[j, i - 1], costs[j, i], costs[j, i + 1])
        dj = peak(costs[j - 1, i], costs[j, i], costs[j + 1, i])
        found.append((x + i - SEARCH + di, y + j - SEARCH + dj))
        kept.append((x, y))
    return np.array(kept, float), np.array(found, float)


def homography_residual(before: np.ndarray, after: np.ndarray) -> float:
    """Root mean square of what the best homography leaves, pixels. A tenth that fits worst is left out: a patch can be mistaken."""
    scale = WIDTH / 2
    p, q = (before - [WIDTH / 2, HEIGHT / 2]) / scale, (after - [WIDTH / 2, HEIGHT / 2]) / scale
    kept = np.ones(len(p), bool)
    for _ in range(3):
        rows = []
        for (x, y), (u, v) in zip(p[kept], q[kept]):
            rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, -u], [0, 0, 0, x, y, 1, -v * x, -v * y, -v]]
        h = np.linalg.svd(np.array(rows))[2][-1].reshape(3, 3)
        mapped = np.column_stack([p, np.ones(len(p))]) @ h.T
        left = np.hypot(*((mapped[:, :2] / mapped[:, 2:] - q) * scale).T)
        kept = left <= np.quantile(left, 0.9)
    return float(np.sqrt((left[kept] ** 2).mean()))


def grid(left: float, top: float, right: float, bottom: float, step: int = 18) -> np.ndarray:
    x, y = np.meshgrid(np.arange(left, right, step), np.arange(top, bottom, step))
    points = np.column_stack([x.ravel(), y.ravel()])
    reach = PATCH + SEARCH + 2
    return points[(points[:, 0] > reach) & (points[:, 1] > reach) & (points[:, 0] < WIDTH - reach) & (points[:, 1] < HEIGHT - reach)]


def head(box: np.ndarray) -> tuple[float, float, float, float]:
    """From what landmarks cover to the whole face with most of its brow."""
    x, y, w, h = box
    wide, high = w / LANDMARKS[0], h / (LANDMARKS[2] - LANDMARKS[1])
    return x - (wide - w) / 2, y - (LANDMARKS[1] - 0.12) * high, wide, 0.88 * high


def face_grid(box: np.ndarray) -> np.ndarray:
    x, y, w, h = head(box)
    points = grid(x, y, x + w, y + h, 12)
    away = (points - [x + w / 2, y + h / 2]) / [w / 2, h / 2]
    return points[(away**2).sum(1) < 0.7]


class Motion(unittest.TestCase):
    def test_paths_depend_on_the_seed_alone_and_keep_their_reach(self):
        first, again, other = (wander(np.random.default_rng(seed), TIMES, 2, 0.2, 0.7) for seed in (1, 1, 2))
        self.assertTrue(np.array_equal(first, again))
        self.assertFalse(np.allclose(first, other))
        self.assertLessEqual(np.abs(first).max(), 2)
        for turn, _ in held(np.random.default_rng(1), TIMES, 0.1, 5) + camera_path(np.random.default_rng(2), TIMES):
            self.assertTrue(np.allclose(turn @ turn.T, np.eye(3)))

    def test_lids_close_for_a_moment_and_open_again(self):
        times = np.arange(0, 60, 0.02)
        closed = blinks(np.random.default_rng(1), times)
        self.assertTrue(0 <= closed.min() and closed.max() <= 1)
        self.assertTrue(0.02 < (closed > 0.5).mean() < 0.25)


class Live(unittest.TestCase):
    def setUp(self):
        self.clip = film(person(), SURROUNDINGS, np.random.default_rng(6), TIMES)

    def test_a_clip_depends_on_its_seed_alone(self):
        again = film(person(), SURROUNDINGS, np.random.default_rng(6), TIMES)
        self.assertTrue(np.array_equal(self.clip.frames, again.frames))

    def test_the_face_moves_otherwise_than_what_is_behind_it_and_not_as_one_plane(self):
        first, later = self.clip.light(0), self.clip.light(len(TIMES) - 1)
        x, y, w, h = head(self.clip.boxes[0])
        face = shifts(first, later, face_grid(self.clip.boxes[0]))
        around = grid(0, 0, WIDTH, HEIGHT)
        outside = around[(np.abs(around[:, 0] - x - w / 2) > 0.65 * w) | (around[:, 1] < y - h / 2)]
        behind = shifts(first, later, outside)
        self.assertGreater(len(face[0]), 20)
        self.assertGreater(len(behind[0]), 20)
        apart = np.median(face[1] - face[0], 0) - np.median(behind[1] - behind[0], 0)
        self.assertGreater(np.hypot(*apart), 2)
        self.assertLess(homography_residual(*behind), 0.4)
        both = [np.concatenate(pair) for pair in zip(face, behind)]
        self.assertGreater(homography_residual(*both), 1.2)

    def test_the_poses_say_where_the_eyes_are(self):
        for eyes, (turn, place) in zip(self.clip.eyes, self.clip.poses):
            at = self.clip.head_eyes @ turn.T + place
            self.assertTrue(np.allclose(at[:, :2] / at[:, 2:] * self.clip.focal + [WIDTH / 2, HEIGHT / 2], eyes))


class Masks(unittest.TestCase):
    def filmed(self, wearer: Person, times=TIMES):
        return film(wearer, SURROUNDINGS, np.random.default_rng(6), times)

    def test_depend_on_the_seed_alone(self):
        for material in MATERIALS:
            first, again, other = (wearing(material, seed)[1] for seed in (1, 1, 2))
            self.assertTrue(np.array_equal(first[0], again[0]) and np.array_equal(first[2], again[2]))
            self.assertFalse(np.array_equal(first[2], other[2]))

    def test_hide_the_face_and_nothing_else_and_let_open_eyes_through(self):
        opened = 0
        for material, seed in ((material, seed) for material in MATERIALS for seed in range(2, 6)):
            wearer, (_, mesh, texture, _) = wearing(material, seed)
            bare = self.filmed(replace(wearer, parts=wearer.parts[:-1]), TIMES[:1])
            light, own = self.filmed(wearer, TIMES[:1]).light(0), bare.light(0)
            x, y, w, h = bare.boxes[0].round().astype(int)
            beside = np.s_[:, :, : x // 2]
            light = light * own[beside].mean() / light[beside].mean()  # a clip's white is its own
            self.assertGreater(float((light - own)[:, y + h // 2 : y + 3 * h // 4, x + w // 3 : x + 2 * w // 3].abs().mean()), 0.01)
            self.assertLess(float((light - own)[beside].abs().mean()), 0.005)
            eye = SIZE // 2 - round(0.3 * SIZE * HEIGHT_IN_PORTRAIT / 2.5)  # as far up as to the side
            if texture[eye, eye, 3] == 0:
                opened += 1
                for x, y in bare.eyes[0].round().astype(int):
                    self.assertLess(float((light - own)[:, y - 1 : y + 2, x - 1 : x + 2].abs().max()), 0.1, (material, seed))
        self.assertTrue(2 <= opened <= 10, opened)

    def test_move_as_a_head_does_and_not_as_a_plane(self):
        clip = self.filmed(wearing("plastic", 3)[0])
        first, later = clip.light(0), clip.light(len(TIMES) - 1)
        face, around = shifts(first, later, face_grid(clip.boxes[0])), shifts(first, later, grid(0, 0, WIDTH, HEIGHT))
        self.assertGreater(len(around[0]) - len(face[0]), 20)
        both = [np.concatenate(pair) for pair in zip(face, around)]
        self.assertGreater(homography_residual(*both), 1)

    def test_paper_and_plastic_keep_still_while_the_mouth_under_them_opens_and_latex_gives(self):
        for material in MATERIALS:
            still, talking = (self.filmed(wearing(material, 3, mouth)[0], TIMES[:3]) for mouth in (0, 0.4))
            x, y, w, h = still.boxes[0].round().astype(int)
            part = np.s_[:, y + 8 * h // 10 : y + h, x + w // 3 : x + 2 * w // 3]
            moved = float(np.abs(still.frames[part].astype(float) - talking.frames[part]).mean())
            (self.assertGreater if material == "latex" else self.assertLess)(moved, 0.5, material)


class Attacks(unittest.TestCase):
    def test_a_print_and_the_face_on_it_move_as_one_plane(self):
        clip = film(person(), SURROUNDINGS, np.random.default_rng(6), TIMES[:1])
        first, *_, later = list(attacked(clip, "print-moved", SURROUNDINGS, np.random.default_rng(4), TIMES[:3]))
        # Around the middle of the frame: printed face and printed wall alike.
        before, after = shifts(first, later, grid(WIDTH * 0.36, HEIGHT * 0.3, WIDTH * 0.64, HEIGHT * 0.7, 12))
        self.assertGreater(len(before), 50)
        self.assertGreater(np.abs(after - before).max(), 2)
        self.assertLess(homography_residual(before, after), 0.4)

    def test_rays_meet_a_flat_sheet_by_a_homography_and_a_bent_one_where_it_is(self):
        directions, camera = rays(WIDTH, HEIGHT, 1 / 24, 400), (np.eye(3), np.zeros(3))
        sheet = (turned(5, 20, 3), np.array([0.1, -0.1, 4.0]))
        pixels = (directions[..., :2] * 400 + [WIDTH / 2, HEIGHT / 2]).reshape(-1, 2)
        residuals = {}
        for bend in (0.0, 0.15):
            x, y = on_medium(directions, camera, sheet, bend)
            residuals[bend] = homography_residual(pixels, np.column_stack([x.ravel(), y.ravel()]) * 100)
        self.assertLess(residuals[0.0], 0.01)
        self.assertGreater(residuals[0.15], 2)
        x, y = on_medium(directions, camera, (np.eye(3), np.array([0, 0, 4.0])), 0.0)
        self.assertTrue(np.allclose(x, directions[..., 0] * 4) and np.allclose(y, directions[..., 1] * 4))

    def test_a_loop_shows_again_what_it_showed(self):
        clip = film(person(), SURROUNDINGS, np.random.default_rng(6), TIMES)
        picture = shown(clip, "phone-loop", np.random.default_rng(2))
        period = next(n for n in range(1, 12) if torch.equal(picture(n), picture(0)))
        self.assertGreater(period, 2)
        self.assertTrue(torch.equal(picture(1), picture(1 + period)))
        self.assertFalse(torch.equal(picture(0), picture(1)))

    def test_every_kind_depends_on_its_seed_alone_and_is_photographed_with_noise(self):
        clips = [film(person(), SURROUNDINGS, np.random.default_rng(seed), TIMES[:2]) for seed in (6, 7)]
        for kind in (kind for kind in KINDS if not kind.startswith("mask")):

            def session(seed):
                random = np.random.default_rng(seed)
                if kind == "print-cut-out":
                    return list(photographed(worn(*clips, random), random))
                return list(photographed(attacked(clips[0], kind, SURROUNDINGS, random, TIMES[:2]), random))

            first, again = session(1), session(1)
            self.assertTrue(torch.equal(first[0], again[0]) and torch.equal(first[1], again[1]), kind)
            self.assertFalse(torch.equal(first[0], first[1]), kind)
            self.assertEqual(tuple(first[0].shape), (3, HEIGHT, WIDTH))

    def test_the_eyes_behind_a_cut_out_are_the_bearers(self):
        clips = [film(person(), SURROUNDINGS, np.random.default_rng(seed), TIMES[:1]) for seed in (6, 7)]
        light = next(worn(*clips, np.random.default_rng(1)))
        own = clips[1].light(0)
        for x, y in clips[1].eyes[0].round().astype(int):
            self.assertLess(float((light - own)[:, y - 1 : y + 2, x - 1 : x + 2].abs().max()), 0.02)
        x, y, w, h = clips[1].boxes[0].round().astype(int)
        self.assertGreater(float((light - own)[:, y + h // 2 :, x + w // 3 : x + 2 * w // 3].abs().mean()), 0.02)


class Camera(unittest.TestCase):
    def test_the_settings_stay_and_the_noise_does_not(self):
        still = torch.full((3, 48, 64), 0.3)
        one, two, three = photographed(iter([still] * 3), np.random.default_rng(2))
        self.assertFalse(torch.equal(one, two))
        self.assertLess(abs(float(one.mean() - three.mean())), 0.02)


if __name__ == "__main__":
    unittest.main()
