"""Puts a face, or a print or a display of it, in front of the simulated camera, and cuts out what the network sees.

Both classes pass the same number of resamplings and compressions on average: what separates them is the medium.
"""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from camera import blur, jpeg, photograph, resized
from media import FLAT, Display, Print, reflection

CROP_SCALES = (2.7, 4.0)
"""Width and height of the crop over those of the face box: the two that the teachers look at."""
INPUT = 80
ROUGHENED = 0.6
"""Share of scenes whose face (or what stands in its place) gets a texture."""
FACE_LUMA, MOST_GAIN = 0.5, 4.0
"""
What mean luma a crop's face is brought to where it is darker, and the most that the crop is multiplied by for it. The teachers tell little in the
dark. Over 1,200 and 1,800 simulated photographs the AUC of both together went from .612 to .644 and from .639 to .670 by it; 0.45, 0.55 and 0.6
give the same to a hundredth on the second.
"""
LUMA = (0.299, 0.587, 0.114)
LARGEST = 480
"""Longer side of a simulated frame, pixels, about: larger ones cost more than they teach an 80-pixel crop."""


@dataclass
class Source:
    """One picture of a face, 3 × H × W, sRGB 0–1, and the face's box in it."""

    picture: torch.Tensor
    box: tuple[float, float, float, float]


@dataclass
class Shot:
    frame: torch.Tensor
    box: tuple[float, float, float, float]
    attack: str | None


@dataclass
class Scene:
    """Linear light before the camera; photographed more than once, since what a camera makes of it differs most."""

    light: torch.Tensor
    box: tuple[float, float, float, float]
    attack: str | None

    def photographed(self, random: np.random.Generator) -> Shot:
        return Shot(photograph(self.light, random), self.box, self.attack)


def shoot(source: Source, elsewhere: Source, attack: str | None, random: np.random.Generator, held_out: bool = False) -> Shot:
    """One frame. `elsewhere` gives the surroundings of a flat attack's medium; for a mask, `source` is somebody who wears one."""
    return stage(source, elsewhere, attack, random, held_out).photographed(random)


def stage(source: Source, elsewhere: Source, attack: str | None, random: np.random.Generator, held_out: bool = False) -> Scene:
    u = random.uniform
    _, _, bw, bh = source.box
    # From a face that fills the picture to one across the room.
    share = float(np.exp(u(np.log(1.15), np.log(4.5))))
    face_height = min(float(np.exp(u(np.log(56), np.log(200)))), LARGEST / share)
    h = int(face_height * share)
    w = int(np.clip(h * np.exp(random.normal(-0.05, 0.3)), h * 0.55, h * 1.8))
    picture = source.picture
    if random.random() < ROUGHENED:
        picture = roughened(picture, random)
    if attack in FLAT or random.random() < 0.5:
        picture = captured_before(picture, random)
    ys, xs = torch.meshgrid((torch.arange(2 * h) + 0.5) / 2, (torch.arange(2 * w) + 0.5) / 2, indexing="ij")
    centre = np.array([w, h]) * (0.5 + random.normal(0, 0.05, 2))
    x, y = xs - float(centre[0]), ys - float(centre[1])
    tilt = np.radians(random.normal(0, 6))
    x, y = x * np.cos(tilt) + y * np.sin(tilt), y * np.cos(tilt) - x * np.sin(tilt)
    scale = bh / face_height
    if attack in FLAT:  # held at an angle, perhaps bent
        lean = random.normal(0, 0.25, 2) / face_height / 3
        k = 1 / (1 + x * float(lean[0]) + y * float(lean[1])).clamp(0.4)
        x, y = x * k * float(u(0.9, 1.12)), y * k
        if attack.startswith("print") and random.random() < 0.5:
            bend = u(-0.25, 0.25)
            x = x + float(bend) * x**2 / face_height * 0.3
    flip = -1 if random.random() < 0.5 else 1
    cx, cy = source.box[0] + bw / 2, source.box[1] + bh / 2
    place = torch.stack([x * scale * flip + cx, y * scale + cy])
    light = look_up(picture, place)
    if attack not in FLAT:  # a head, with or without a mask on it
        light = light**2.2 * float(u(0.6, 1.3))
        if random.random() < 0.3:
            light = light + reflection((2 * h, 2 * w), random) * 0.25
    else:
        light = presented(light, place, source, elsewhere, attack, (xs, ys), random, held_out)
    light = F.avg_pool2d(light[None], 2)[0]
    side = np.array([bw, bh]) / scale
    jitter = 1 + random.normal(0, 0.04, 2)
    box = (float(centre[0] - side[0] * jitter[0] / 2), float(centre[1] - side[1] * jitter[1] / 2), float(side[0] * jitter[0]), float(side[1] * jitter[1]))
    return Scene(light.float(), box, attack)


def roughened(picture: torch.Tensor, random: np.random.Generator) -> torch.Tensor:
    """Detail as fine as the picture's own pixels, in place of the pores and fine hair that a rendered face lacks."""
    _, h, w = picture.shape
    distance = np.maximum(np.hypot(np.fft.fftfreq(h)[:, None], np.fft.rfftfreq(w)[None]), 1 / max(h, w))
    texture = np.fft.irfft2(np.fft.rfft2(random.standard_normal((h, w))) * distance ** -random.uniform(0.3, 1.6), s=(h, w))
    texture = torch.from_numpy((texture / texture.std()).astype(np.float32))
    return (picture * (1 + texture * float(random.uniform(0.01, 0.12)))).clamp(0, 1)


def captured_before(picture: torch.Tensor, random: np.random.Generator) -> torch.Tensor:
    """The picture that is printed or shown was itself taken and stored by some device."""
    _, h, w = picture.shape
    k = random.uniform(0.35, 1.0)
    small = resized(picture, int(h * k), int(w * k))
    small = jpeg(blur(small, random.uniform(0, 0.9)), int(random.uniform(50, 96)))
    return resized(small, h, w)


def presented(picture, place, source, elsewhere, attack, pixels, random, held_out) -> torch.Tensor:
    u = random.uniform
    _, _, bw, bh = source.box
    medium = (Print if attack.startswith("print") else Display)(random, bh, held_out)
    light = medium(picture, place)
    if attack.startswith("print") and random.random() < 0.6:  # uneven light over a bent sheet
        a = u(0, 6.28)
        t = (place[0] - source.box[0]) / bh * np.cos(a) + (place[1] - source.box[1]) / bh * np.sin(a)
        light = light * (1 + u(0, 0.5) * torch.sin(t * u(0.5, 2.5) + u(0, 6.28)))
    light = light * float(u(0.6, 1.4))
    if random.random() < (0.35 if attack.startswith("print") else 0.6):
        light = light + reflection(tuple(light.shape[1:]), random) * float(u(0.2, 1.0))
    # The medium's rectangle in pixels of the source picture, with a border; often larger than the frame.
    size = u(1.25, 4.0) if random.random() < 0.75 else 9.0
    half_w, half_h = bh * size / 2 * u(0.6, 1.1), bh * size / 2 * u(0.8, 1.2)
    dx = (place[0] - (source.box[0] + bw / 2 + bw * u(-0.2, 0.2))).abs()
    dy = (place[1] - (source.box[1] + bh / 2 + bh * u(-0.15, 0.15))).abs()
    if attack == "print-cut-out":
        rx, ry = bw * u(0.5, 0.75), bh * u(0.55, 0.8)
        inside = ((dx / rx) ** 2 + (dy / ry) ** 2) < 1
        border = torch.zeros_like(inside)
    else:
        inside = (dx < half_w) & (dy < half_h)
        margin = bh * (u(0.0, 0.4) if random.random() < 0.7 else 0.0)
        border = (dx < half_w + margin) & (dy < half_h + margin * u(0.5, 2)) & ~inside
    shade = u(0.6, 0.95) if attack.startswith("print") else u(0.005, 0.12)
    behind = look_up(blur(elsewhere.picture, u(0.3, 4)), torch.stack([p * u(0.5, 1.5) + u(0, 80) for p in pixels])) ** 2.2
    surrounding = behind * float(u(0.3, 1.3))
    if attack == "print-cut-out":  # the bearer's own head and shoulders
        bearer = torch.stack([(place[0] - source.box[0]) / bh * elsewhere.box[3] + elsewhere.box[0], (place[1] - source.box[1]) / bh * elsewhere.box[3] + elsewhere.box[1]])
        surrounding = look_up(elsewhere.picture, bearer) ** 2.2
    light = torch.where(inside, light, surrounding)
    return torch.where(border, torch.tensor(float(shade)), light)


def look_up(picture: torch.Tensor, place: torch.Tensor) -> torch.Tensor:
    _, h, w = picture.shape
    grid = torch.stack([place[0] / w * 2 - 1, place[1] / h * 2 - 1], -1).float()
    return F.grid_sample(picture[None], grid[None], mode="bilinear", padding_mode="reflection", align_corners=False)[0]


def face_crop(width: int, height: int, box, scale: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of the crop: the box times `scale`, or as much as the frame allows, shifted into it."""
    x, y, w, h = box
    scale = min((height - 1) / h, (width - 1) / w, scale)
    left = min(max(x + w / 2 - w * scale / 2, 0), width - w * scale)
    top = min(max(y + h / 2 - h * scale / 2, 0), height - h * scale)
    return left, top, w * scale, h * scale


def cut(frame: torch.Tensor, place: tuple[float, float, float, float], size: int) -> torch.Tensor:
    """Brings a rectangle to size × size as the product's sampler does: bilinear between four neighbours, not averaged."""
    left, top, width, height = place
    _, h, w = frame.shape
    xs = (torch.arange(size) + 0.5) * (width / size) + left
    ys = (torch.arange(size) + 0.5) * (height / size) + top
    grid = torch.stack(torch.meshgrid(xs / w * 2 - 1, ys / h * 2 - 1, indexing="xy"), -1)
    return F.grid_sample(frame[None], grid[None].float(), mode="bilinear", padding_mode="zeros", align_corners=False)[0]


def lightened(crops: torch.Tensor, scale: float) -> torch.Tensor:
    """N × 3 × side × side from 0 to 1: those whose middle, where the face is, is darker than FACE_LUMA are multiplied until it is not."""
    side = crops.shape[-1]
    first, last = int(np.floor(side / 2 - side / scale / 2)), int(np.ceil(side / 2 + side / scale / 2))
    weights = torch.tensor(LUMA, device=crops.device).view(1, 3, 1, 1)
    luma = (crops[..., first:last, first:last] * weights).sum(1).mean((1, 2))
    return (crops * (FACE_LUMA / luma.clamp_min(1e-6)).clamp(1, MOST_GAIN).view(-1, 1, 1, 1)).clamp(0, 1)


def cut_out(shot: Shot, scale: float) -> torch.Tensor:
    _, h, w = shot.frame.shape
    return cut(shot.frame, face_crop(w, h, shot.box, scale), INPUT)


def crop(shot: Shot, scale: float) -> torch.Tensor:
    """What the network sees, 3 × INPUT × INPUT."""
    return lightened(cut_out(shot, scale)[None], scale)[0]
