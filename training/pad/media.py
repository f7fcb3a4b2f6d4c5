"""What carries a picture of a face: printed paper, a display, a cut-out (masks.py has what is not flat). Patterns are functions of
the place on the medium, so that sampling them on a sensor's grid gives the moiré that a real sensor would see. `held_out` switches to patterns (stochastic screening, shifted emitters) that training never shows,
so that validation can tell a learnt pattern from a learnt kind of pattern.
"""

import numpy as np
import torch

FLAT = ("print", "print-cut-out", "phone", "monitor")
ATTACKS = (*FLAT, "mask")


def halftone(ink: torch.Tensor, place: torch.Tensor, period: float, degrees: float, hardness: float) -> torch.Tensor:
    """Clustered dots: full ink where the screen's wave lies under the wanted tone."""
    angle = np.radians(degrees)
    a = place[0] * np.cos(angle) + place[1] * np.sin(angle)
    b = place[1] * np.cos(angle) - place[0] * np.sin(angle)
    wave = (torch.cos(a * (2 * np.pi / period)) + torch.cos(b * (2 * np.pi / period))) / 4 + 0.5
    return torch.sigmoid((ink - wave) * hardness)


class Print:
    """Ink on paper. `period` is in pixels of the source picture."""

    def __init__(self, random: np.random.Generator, pixels_per_face: float, held_out: bool = False):
        u = random.uniform
        self.paper = u(0.75, 0.98) * (1 + random.normal(0, [0.02, 0.01, 0.03]))
        self.black = u(0.015, 0.08)
        self.saturation = u(0.45, 1.0)
        self.gamma = u(0.8, 1.35)
        self.tint = 1 + random.normal(0, 0.06, 3)
        self.screen = "grain" if held_out else random.choice(["none", "dots"], p=[0.5, 0.5])
        self.period = pixels_per_face / u(60, 260)
        self.angles = [15, 75, 45] if random.random() < 0.5 else random.uniform(0, 90, 3)
        self.hardness = u(3, 14)
        self.band = u(0, 0.05) if random.random() < 0.3 else 0.0
        self.grey = random.random() < 0.06
        self.seed = int(random.integers(1 << 30))

    def __call__(self, picture: torch.Tensor, place: torch.Tensor) -> torch.Tensor:
        grey = picture.mean(0, keepdim=True)
        tone = (grey + (picture - grey) * (0.0 if self.grey else self.saturation)).clamp(0, 1) ** self.gamma
        if self.screen == "dots":
            ink = torch.stack([halftone(1 - tone[i], place, self.period, self.angles[i], self.hardness) for i in range(3)])
            tone = 1 - ink
        elif self.screen == "grain":
            generator = torch.Generator().manual_seed(self.seed)
            cells = torch.rand(3, 256, 256, generator=generator)
            x = (place[0] / self.period * 2).long() % 256
            y = (place[1] / self.period * 2).long() % 256
            tone = torch.sigmoid((tone - cells[:, y, x]) * self.hardness * 0.5)
        if self.band:
            tone = tone * (1 + self.band * torch.sin(place[1] / self.period * 0.37))
        paper = torch.tensor(self.paper * self.tint, dtype=torch.float32).view(3, 1, 1)
        return paper * (self.black + (1 - self.black) * tone**2.2)


class Display:
    """Emitters in rows and columns, red, green and blue beside one another. `pitch` is in pixels of the source picture."""

    def __init__(self, random: np.random.Generator, pixels_per_face: float, held_out: bool = False):
        u = random.uniform
        self.pitch = pixels_per_face / u(90, 420)
        self.grid = u(0.15, 0.9) if random.random() < 0.75 else 0.0
        self.gamma = u(1.7, 2.6)
        self.black = u(0.002, 0.06)
        self.white = np.array([u(0.85, 1.0), 1.0, u(0.95, 1.3)])
        self.saturation = u(0.8, 1.35)
        self.scan = u(0.0, 0.25) if random.random() < 0.35 else 0.0
        self.scan_period = pixels_per_face * u(0.15, 1.5)
        self.phase = u(0, 6.28)
        self.pentile = held_out

    def __call__(self, picture: torch.Tensor, place: torch.Tensor) -> torch.Tensor:
        grey = picture.mean(0, keepdim=True)
        light = (grey + (picture - grey) * self.saturation).clamp(0, 1) ** self.gamma
        if self.grid:
            x, y = place[0] / self.pitch, place[1] / self.pitch
            if self.pentile:
                x = x + 0.5 * torch.floor(y)
            stripes = torch.stack([1 + torch.cos(2 * np.pi * (x - i / 3)) for i in range(3)])
            rows = 1 + 0.5 * torch.cos(2 * np.pi * y)
            light = light * (1 - self.grid + self.grid * stripes * rows)
        if self.scan:
            light = light * (1 + self.scan * torch.sin(place[1] * (2 * np.pi / self.scan_period) + self.phase))
        return (self.black + light) * torch.tensor(self.white, dtype=torch.float32).view(3, 1, 1)


def reflection(shape: tuple[int, int], random: np.random.Generator) -> torch.Tensor:
    """Light of lamps and windows on glass or glossy paper: soft spots and a veil, to be added."""
    h, w = shape
    y, x = torch.meshgrid(torch.linspace(-1, 1, h), torch.linspace(-1, 1, w), indexing="ij")
    veil = torch.full((h, w), float(random.uniform(0, 0.03)))
    for _ in range(random.integers(0, 3)):
        cx, cy = random.uniform(-1, 1, 2)
        rx, ry = random.uniform(0.05, 0.6, 2)
        t = random.uniform(0, 3.14)
        a = (x - cx) * np.cos(t) + (y - cy) * np.sin(t)
        b = (y - cy) * np.cos(t) - (x - cx) * np.sin(t)
        spot = torch.exp(-(((a / rx) ** 2 + (b / ry) ** 2) ** random.uniform(0.7, 4)))
        veil = veil + float(random.uniform(0.05, 0.9)) * spot
    return veil[None] * torch.tensor(1 + random.normal(0, 0.1, 3), dtype=torch.float32).view(3, 1, 1)
