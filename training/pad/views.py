"""Cuts crops out of many photographs at once, on whatever device the photographs lie, as simulate.py's `crop` does one by one.

A crop is cut afresh every time: around another box, turned, stretched, so that no two steps of the training see the same.
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from simulate import INPUT, lightened

SMOOTHED = 0.2
"""Share of crops that are averaged while they are shrunk, as some browsers do unasked."""
TAPS = 3
"""A side, of an averaged crop's pixel."""
MOVED = 0.5
"""Share of crops that are turned by up to ten degrees, shifted by up to a tenth, made nearer or farther, one axis longer than the other."""


class Photographs:
    def __init__(self, folder: Path, device: str):
        parts = [np.load(path) for path in sorted(folder.glob("*.npz"))]
        if not parts:
            raise FileNotFoundError(f"no photographs in {folder}")
        whole = {name: np.concatenate([part[name] for part in parts]) for name in parts[0].files}
        self.pixels = torch.from_numpy(whole["pixels"]).to(device)
        self.size = torch.from_numpy(whole["size"]).to(device)
        self.box = torch.from_numpy(whole["box"]).to(device)
        self.attack = torch.from_numpy(whole["attack"]).to(device)
        area = self.size[:, 0] * self.size[:, 1]
        self.start = (area.cumsum(0) - area) * 3
        self.device = device

    def __len__(self) -> int:
        return len(self.attack)

    def plain(self, chosen: torch.Tensor, scale: float) -> torch.Tensor:
        """N × 3 × 80 × 80 from 0 to 1: the product's own crops."""
        middle, half = self.rectangle(self.box[chosen], self.size[chosen], scale)
        still = torch.eye(2, device=self.device).expand(len(chosen), 2, 2)
        return lightened(self.cut(chosen, middle, half, still, 1), scale)

    def jittered(self, chosen: torch.Tensor, scale: float, generator: torch.Generator) -> torch.Tensor:
        """As `plain`, around slightly wrong boxes, some of them moved; the first SMOOTHED of them averaged."""
        n = len(chosen)
        x, y, w, h = self.box[chosen].unbind(1)
        gain = (self.normal(generator, n) * 0.06).exp()
        dx, dy = self.normal(generator, n) * 0.04 * h, self.normal(generator, n) * 0.04 * h
        box = torch.stack([x + dx + w * (1 - gain) / 2, y + dy + h * (1 - gain) / 2, w * gain, h * gain], 1)
        middle, half = self.rectangle(box, self.size[chosen], scale)
        moved = (self.uniform(generator, n) < MOVED).float()
        angle = (self.uniform(generator, n) * 0.34 - 0.17) * moved
        wide, high = (1 + (self.uniform(generator, n) * 0.34 - 0.22) * moved for _ in range(2))
        middle = middle + (self.uniform(generator, n, 2) * 0.4 - 0.2) * moved[:, None] * half
        turn = torch.stack([angle.cos() * wide, -angle.sin() * high, angle.sin() * wide, angle.cos() * high], 1).view(n, 2, 2)
        smooth = int(n * SMOOTHED)
        parts = ((slice(0, smooth), TAPS), (slice(smooth, n), 1))
        crops = [self.cut(chosen[part], middle[part], half[part], turn[part], taps) for part, taps in parts]
        return lightened(torch.cat(crops), scale)

    def rectangle(self, box: torch.Tensor, size: torch.Tensor, scale: float) -> tuple[torch.Tensor, torch.Tensor]:
        """Middle and half sides, N × 2: the boxes times `scale`, or as much as the frames allow, shifted into them."""
        sides, frame = box[:, 2:], size.float()
        factor = torch.minimum(((frame - 1) / sides).amin(1), torch.tensor(scale, device=self.device))
        half = sides * factor[:, None] / 2
        middle = box[:, :2] + sides / 2
        return torch.minimum(torch.maximum(middle, half), frame - half), half

    def cut(self, chosen: torch.Tensor, middle: torch.Tensor, half: torch.Tensor, turn: torch.Tensor, taps: int) -> torch.Tensor:
        side = INPUT * taps
        line = (torch.arange(side, device=self.device) + 0.5) / side * 2 - 1
        grid = torch.stack(torch.meshgrid(line, line, indexing="xy"), -1).view(1, -1, 2)
        place = (grid @ turn.transpose(1, 2)) * half[:, None] + middle[:, None] - 0.5
        size = self.size[chosen]
        place = torch.minimum(place.clamp(0), (size - 1)[:, None].float())
        low = place.floor().long()
        high = torch.minimum(low + 1, (size - 1)[:, None])
        t = (place - low)[..., None]
        (x0, y0), (x1, y1) = low.unbind(2), high.unbind(2)
        start, width = self.start[chosen][:, None], size[:, :1]
        channel = torch.arange(3, device=self.device)

        def at(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
            return self.pixels[((start + (y * width + x) * 3)[..., None] + channel)].float()

        above = at(x0, y0) * (1 - t[:, :, 0]) + at(x1, y0) * t[:, :, 0]
        below = at(x0, y1) * (1 - t[:, :, 0]) + at(x1, y1) * t[:, :, 0]
        out = (above * (1 - t[:, :, 1]) + below * t[:, :, 1]) / 255
        out = out.view(-1, side, side, 3).permute(0, 3, 1, 2)
        return F.avg_pool2d(out, taps) if taps > 1 else out.contiguous()

    def uniform(self, generator: torch.Generator, *shape: int) -> torch.Tensor:
        return torch.rand(*shape, generator=generator, device=self.device)

    def normal(self, generator: torch.Generator, *shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=generator, device=self.device)
