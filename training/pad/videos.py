"""Makes simulated videos of bona fide presentations and of attacks, for bench/liveness: what happens between frames, not only in them.

Usage: python3 videos.py <sources> <out> <seed> [--live 24] [--attacks 6] [--only kind …] [--seconds 3] [--rate 10] [--clips folder]
                         [--part K/N] [--small]
Writes NAME.mp4 for each session (`--attacks` of each kind) and manifest.csv. What a session shows depends on the seed and its
own number alone, so --part spreads the work over processes; the last part done writes the manifest. OUT/clips
can go afterwards. --small: one session of
each kind, a few frames.

Nobody in them exists, and no camera, paper or display: they tell whether a signal answers to what it should answer to, not how
often a product errs.
"""

import argparse
import os
import pickle
import subprocess
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from camera import photograph, to_pillow
from clips import FACE_IN_FRAME, GAMMA, HEIGHT, WIDTH, Clip, film, masked, person_of, wall_of
from faces import FaceMaker
from masks import MATERIALS
from media import Display, Print, reflection
from motion import Pose, camera_path, held, rays, turned, wander
from simulate import captured_before, look_up

KINDS = (
    "print-still",
    "print-moved",
    "print-bent",
    "print-cut-out",
    "phone-bezel",
    "phone-zoomed",
    "phone-loop",
    "monitor-bezel",
    "monitor-zoomed",
    *(f"mask-{material}" for material in MATERIALS),
)
FINENESS = 2
"""Emitters and halftone are sampled this much finer than the sensor's pixels, and averaged over each."""
LOOP_SHARE = (0.27, 0.45)
"""How much of the session a loop lasts."""
FACE_ON_MEDIUM = {"print": (1.3, 2.4), "phone": (0.45, 0.8), "monitor": (1.4, 2.6)}
"""Height of the face on it, decimetres."""

Light = Iterator[torch.Tensor]


def shown(clip: Clip, kind: str, random: np.random.Generator) -> Callable[[int], torch.Tensor]:
    """What the medium shows at each moment, as somebody captured it before: one frame on paper, the clip (or a loop) on a display."""
    stored, still, count = int(random.integers(1 << 30)), int(random.integers(len(clip.frames))), len(clip.frames)
    loop = max(2, round(random.uniform(*LOOP_SHARE) * count)) if kind == "phone-loop" else count

    @lru_cache(maxsize=1)
    def picture(number: int) -> torch.Tensor:
        return captured_before(clip.light(number) ** (1 / GAMMA), np.random.default_rng(stored))

    return lambda moment: picture(still if kind.startswith("print") else moment % loop)


def medium_path(kind: str, random: np.random.Generator, times: np.ndarray) -> list[Pose]:
    u = random.uniform
    if kind == "print-still" or kind.startswith("monitor"):  # leans on something, or in a steady hand
        lean = turned(*random.normal(0, 4, 3))
        steady = kind.startswith("monitor") or random.random() < 0.5
        return [(lean @ t, p) for t, p in held(random, times, 0.0 if steady else u(0.005, 0.03), 0.0 if steady else u(0.1, 0.5))]
    if kind in ("print-moved", "print-bent"):
        reach, swings = u(8, 22), [wander(random, times, 1, 0.2, 0.7) for _ in range(3)]
        turns = [turned(reach * a, reach * b, reach * c / 3) for a, b, c in zip(*swings)]
        return [(t @ turn, p) for t, (turn, p) in zip(turns, held(random, times, u(0.1, 0.5), 0.5))]
    lean = turned(*random.normal(0, 5, 3))
    return [(lean @ t, p) for t, p in held(random, times, u(0.03, 0.12), u(0.4, 2.5))]


def attacked(clip: Clip, kind: str, surroundings: list[np.ndarray], random: np.random.Generator, times: np.ndarray) -> Light:
    """Light of a print or display of the clip's person before the attacker's own camera and surrounding."""
    u = random.uniform
    family = kind.split("-")[0]
    picture_at = shown(clip, kind, random)
    face = clip.boxes[0]
    focal = u(340, 460)
    unit = u(*FACE_ON_MEDIUM[family]) / face[3]
    zoomed = kind.endswith("zoomed")
    # Zoomed: the content's own rectangle fills the frame and more, so that neither bezel nor surrounding is seen.
    height = HEIGHT * u(1.3, 1.5) / HEIGHT * face[3] if zoomed else HEIGHT * u(*FACE_IN_FRAME)
    distance = focal * unit * face[3] / height
    half = content_half(family, zoomed, unit, random)
    centre = np.array([WIDTH, HEIGHT]) / 2 if zoomed else face[:2] + face[2:] / 2 + random.normal(0, 0.05, 2) * face[3]
    border = 0.0 if zoomed else u(0.04, 0.25) * (1 if family == "monitor" else 0.35) if family != "print" else u(0, 0.15)
    shade = u(0.5, 0.9) if family == "print" else u(0.005, 0.1)
    medium = (Print if family == "print" else Display)(random, face[3])
    cameras, path = camera_path(random, times), medium_path(kind, random, times)
    offset = np.array([0, 0, distance]) if zoomed else np.array([u(-0.08, 0.08), u(-0.08, 0.08), 1]) * distance
    wall = wall_of(surroundings, random, distance + 4, distance + 35, focal)
    bend = wander(random, times, u(0.05, 0.18), 0.2, 0.6) + u(-0.06, 0.06) if kind == "print-bent" else np.zeros(len(times))
    brightness, band = u(0.6, 1.4), u(-2.5, 2.5)
    glare = reflection((HEIGHT, WIDTH), random) * u(0.1, 0.6) if random.random() < (0.3 if family == "print" else 0.5) else None
    directions = rays(WIDTH, HEIGHT, FINENESS, focal)
    for i, ((camera_turn, camera_place), (turn, place)) in enumerate(zip(cameras, path)):
        u_, v_ = on_medium(directions, (camera_turn, camera_place), (turn, place + offset), bend[i])
        at = torch.from_numpy(np.stack([u_ / unit + centre[0], v_ / unit + centre[1]]).astype(np.float32))
        if isinstance(medium, Display):
            medium.phase += band
        light = medium(inside_of(look_up(picture_at(i), at), at, family), at) * brightness
        if glare is not None:
            swing = torch.tensor(turn[:2, 2] * 2, dtype=torch.float32).view(2, 1, 1)
            where = (torch.from_numpy(directions[..., :2]).permute(2, 0, 1) * focal / WIDTH + 0.5 + swing) * torch.tensor([WIDTH, HEIGHT]).view(2, 1, 1)
            light = light + look_up(glare, where)
        x, y = np.abs(u_), np.abs(v_)
        content = torch.from_numpy((x < half[0]) & (y < half[1]))
        rim = torch.from_numpy((x < half[0] + border) & (y < half[1] + border))
        behind = wall.seen(directions, (camera_turn, camera_place))
        light = torch.where(content, light, torch.where(rim, torch.tensor(shade), behind))
        yield F.avg_pool2d(light[None].float(), FINENESS)[0]


def content_half(family: str, zoomed: bool, unit: float, random: np.random.Generator) -> np.ndarray:
    """Half of the width and height of what is shown, decimetres."""
    if zoomed:
        return np.array([WIDTH, HEIGHT]) / 2 * unit
    if family == "print":
        return np.array([2.1, 2.97]) / 2 * random.choice([1.0, 1.41])
    if family == "phone":
        return np.array([0.68, 1.45]) / 2
    return np.array([5.3, 3.0]) / 2 if random.random() < 0.5 else np.array([3.1, 1.9]) / 2


def inside_of(picture: torch.Tensor, at: torch.Tensor, family: str) -> torch.Tensor:
    """Beyond the picture paper is bare and a display dark."""
    known = (at[0] > 0) & (at[0] < WIDTH) & (at[1] > 0) & (at[1] < HEIGHT)
    return torch.where(known, picture, torch.tensor(1.0 if family == "print" else 0.0))


def on_medium(directions: np.ndarray, camera: Pose, medium: Pose, bend: float) -> tuple[np.ndarray, np.ndarray]:
    """Where each ray meets the sheet, decimetres along it from its middle; its cross-section is a parabola of that bend."""
    turn, place = medium
    origin = (camera[1] - place) @ turn
    d = directions @ (camera[0].T @ turn).astype(np.float32)
    s = -origin[2] / d[..., 2]
    for _ in range(6 if bend else 0):
        x = np.clip(origin[0] + s * d[..., 0], -4, 4)
        s = (bend * x**2 - origin[2]) / d[..., 2]
    x, y = origin[0] + s * d[..., 0], origin[1] + s * d[..., 1]
    return x * (1 + 2 / 3 * (bend * x) ** 2), y


def worn(clip: Clip, bearer: Clip, random: np.random.Generator) -> Light:
    """A print of the clip's face, cut out and worn by somebody whose eyes look and blink through two holes."""
    u = random.uniform
    picture = shown(clip, "print-cut-out", random)(0)
    still = int(random.integers(len(clip.frames)))
    medium = Print(random, clip.boxes[0][3])
    brightness = u(0.6, 1.2)
    radii = bearer.half_face[:2] * [u(0.85, 1.0), u(0.8, 0.95)]
    plane = bearer.half_face[2] + u(0.0, 0.2)
    hole = np.array([u(0.17, 0.26), u(0.1, 0.16)])
    directions = rays(WIDTH, HEIGHT, FINENESS, bearer.focal)
    # From the bearer's face to the picture: the similarity that lays eyes on eyes. Complex numbers, y down.
    own = bearer.head_eyes[:, 0] - 1j * bearer.head_eyes[:, 1]
    printed = clip.eyes[still][:, 0] + 1j * clip.eyes[still][:, 1]
    zoom = (printed[1] - printed[0]) / (own[1] - own[0])
    turn, place = bearer.poses[0]
    lens = -place @ turn
    holes = [(lens + (plane - lens[2]) / (eye[2] - lens[2]) * (eye - lens))[:2] for eye in bearer.head_eyes]
    for number, (turn, place) in enumerate(bearer.poses):
        origin, d = -place @ turn, directions @ turn.astype(np.float32)
        s = (plane - origin[2]) / d[..., 2]
        x, y = origin[0] + s * d[..., 0], origin[1] + s * d[..., 1]
        on = zoom * (x - 1j * y - own[0]) + printed[0]
        at = torch.from_numpy(np.stack([on.real, on.imag]).astype(np.float32))
        paper = (x / radii[0]) ** 2 + (y / radii[1]) ** 2 < 1
        for cx, cy in holes:
            paper &= ((x - cx) / hole[0]) ** 2 + ((y - cy) / hole[1]) ** 2 > 1
        behind = F.interpolate(bearer.light(number)[None], scale_factor=FINENESS, mode="bilinear", align_corners=False)[0]
        light = torch.where(torch.from_numpy(paper), medium(look_up(picture, at), at) * brightness, behind)
        yield F.avg_pool2d(light[None].float(), FINENESS)[0]


def photographed(lights: Light, random: np.random.Generator) -> Iterator[torch.Tensor]:
    """One camera's settings for all frames, noise of its own for each, an exposure that follows the scene with some delay."""
    settings, grain = int(random.integers(1 << 30)), np.random.default_rng(random.integers(1 << 30))
    drift = random.normal(0, 0.004)
    metered = None
    for number, light in enumerate(lights):
        mean = float(light.mean())
        metered = mean if metered is None else metered + 0.3 * (mean - metered)
        yield photograph(light, np.random.default_rng(settings), grain, metered * (1 + drift * number))


def lights_of(maker: FaceMaker, seed: int, kind: str | None, number: int, people: int, times: np.ndarray, kept: Path) -> Light:
    def still(who: int) -> Clip:
        """One frame: no more is filmed than paper shows."""
        random = np.random.default_rng([seed, 0, who])
        return film(person_of(maker, random), maker.surroundings, random, times[:1])

    def clip(who: int) -> Clip:
        # What is replayed is somebody's live session: filmed once.
        path = kept / f"{seed}-{who}-{len(times)}.pickle"
        if path.exists():
            return pickle.loads(path.read_bytes())
        random = np.random.default_rng([seed, 0, who])
        made = film(person_of(maker, random), maker.surroundings, random, times)
        half = path.with_suffix(f".{os.getpid()}")
        half.write_bytes(pickle.dumps(made))
        half.rename(path)
        return made

    if kind is None:
        shot = clip(number)
        return (shot.light(i) for i in range(len(times)))
    place = KINDS.index(kind)
    random = np.random.default_rng([seed, 1 + place, number])
    victim = (number * len(KINDS) + place) % people
    if kind.startswith("mask"):
        bearer, face = (np.random.default_rng([seed, 0, who % people]) for who in (victim + 1, victim))
        person = masked(maker, bearer, face, kind.split("-")[1], random)
        filmed = film(person, maker.surroundings, random, times)
        return (filmed.light(i) for i in range(len(times)))
    if kind == "print-cut-out":
        return worn(still(victim), clip((victim + 1) % people), random)
    return attacked((still if kind.startswith("print") else clip)(victim), kind, maker.surroundings, random, times)


def write_video(path: Path, frames: Iterator[torch.Tensor], rate: int, quality: int) -> None:
    command = ["ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(rate)]
    command += ["-i", "-", "-c:v", "libx264", "-preset", "fast", "-threads", "1", "-crf", str(quality), "-pix_fmt", "yuv420p"]
    half = path.with_suffix(".half.mp4")
    with subprocess.Popen([*command, half], stdin=subprocess.PIPE) as encoder:
        for frame in frames:
            encoder.stdin.write(to_pillow(frame).tobytes())
        encoder.stdin.close()
        if encoder.wait() != 0:
            raise RuntimeError(f"ffmpeg could not write {path}")
    half.rename(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--live", type=int, default=24)
    parser.add_argument("--attacks", type=int, default=6)
    parser.add_argument("--only", nargs="*", choices=["live", *KINDS])
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rate", type=int, default=10)
    parser.add_argument("--clips", type=Path, help="where clips are kept between parts and runs; default OUT/clips")
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.small:
        options.live, options.attacks, options.seconds = 2, 1, 0.4
    options.clips = options.clips or options.out / "clips"
    options.clips.mkdir(parents=True, exist_ok=True)
    times = np.arange(round(options.seconds * options.rate)) / options.rate
    wanted = [(None, i) for i in range(options.live)] + [(kind, i) for i in range(options.attacks) for kind in KINDS]
    wanted = [(kind, i) for kind, i in wanted if options.only is None or (kind or "live") in options.only]
    maker = FaceMaker(options.sources)
    part, parts = (int(n) for n in options.part.split("/"))
    names = {(kind, i): f"{kind or 'live'}-{i:02}.mp4" for kind, i in wanted}
    for kind, i in wanted[part::parts]:
        path = options.out / names[kind, i]
        if path.exists():
            continue
        random = np.random.default_rng([options.seed, 100 + (0 if kind is None else 1 + KINDS.index(kind)), i])
        # Half as a camera hands frames over, half as a service stores them.
        quality = 6 if random.random() < 0.5 else int(random.integers(20, 30))
        lights = lights_of(maker, options.seed, kind, i, options.live, times, options.clips)
        write_video(path, photographed(lights, random), options.rate, quality)
    if all((options.out / name).exists() for name in names.values()):
        rows = [f"{name},{'spoof' if kind else 'live'},simulated-videos,{kind or '-'}" for (kind, _), name in names.items()]
        (options.out / "manifest.csv").write_text("\n".join(["path,label,source,attack", *rows]) + "\n")


if __name__ == "__main__":
    main()
