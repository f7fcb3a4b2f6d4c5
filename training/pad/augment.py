"""Changes crops at random, so that the network sees the teachers' answers to far more than the simulation shows.

Every function takes N × 3 × 80 × 80 from 0 to 1 and a generator of the same device, and gives the same shape; each crop has its own
draw.
"""

import math

import torch
import torch.nn.functional as F

UNTOUCHED = 0.2
"""Share of crops that stay as they were photographed."""
COARSE_SIDES = (24, 32, 40, 48, 56, 64, 72)
BLOCK = 8
LUMA_STEPS = (
    *((16, 11, 10, 16, 24, 40, 51, 61), (12, 12, 14, 19, 26, 58, 60, 55)),
    *((14, 13, 16, 24, 40, 57, 69, 56), (14, 17, 22, 29, 51, 87, 80, 62)),
    *((18, 22, 37, 56, 68, 109, 103, 77), (24, 35, 55, 64, 81, 104, 113, 92)),
    *((49, 64, 78, 87, 103, 121, 120, 101), (72, 92, 95, 98, 112, 100, 103, 99)),
)
"""Quantisation of luma at quality 50, ITU-T T.81 annex K."""


def augmented(x: torch.Tensor, generator: torch.Generator, mixing: bool) -> torch.Tensor:
    """`mixing` lays parts of one crop over another: only a teacher can say what the result is."""
    steps = [(recoloured, 0.7), (blurred, 0.15), (sharpened, 0.15), (coarser, 0.12), (grained, 0.12), (noisy, 0.25), (hidden, 0.12), (compressed, 0.2)]
    if mixing:
        steps = [*steps[:1], (pasted, 0.12), (blended, 0.1), *steps[1:]]
    out = x.clone()
    untouched = chosen(x, UNTOUCHED, generator)
    for step, share in steps:
        places = (chosen(x, share, generator) & ~untouched).nonzero()[:, 0]
        if len(places):
            out[places] = step(out[places], generator)
    mirrored = chosen(x, 0.5, generator).nonzero()[:, 0]
    out[mirrored] = out[mirrored].flip(3)
    return out.clamp(0, 1)


def uniform(x: torch.Tensor, generator: torch.Generator, low: float, high: float, *shape: int) -> torch.Tensor:
    return torch.rand(*shape, generator=generator, device=x.device) * (high - low) + low


def chosen(x: torch.Tensor, share: float, generator: torch.Generator) -> torch.Tensor:
    return torch.rand(len(x), generator=generator, device=x.device) < share


def one_each(choice: torch.Tensor) -> torch.Tensor:
    return choice.view(-1, 1, 1, 1)


def recoloured(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    n = len(x)
    gain = uniform(x, generator, 0.55, 1.5, n, 1, 1, 1) * uniform(x, generator, 0.82, 1.18, n, 3, 1, 1)
    x = (x * gain + uniform(x, generator, -0.12, 0.12, n, 1, 1, 1)).clamp(1e-4, 1)
    x = x ** uniform(x, generator, 0.65, 1.5, n, 1, 1, 1)
    grey = x.mean(1, keepdim=True)
    return (grey + (x - grey) * uniform(x, generator, 0.2, 1.6, n, 1, 1, 1)).clamp(0, 1)


def smoothed(x: torch.Tensor) -> torch.Tensor:
    line = torch.tensor([1.0, 2, 1], device=x.device)
    kernel = (line.outer(line) / 16).expand(3, 1, 3, 3)
    return F.conv2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), kernel, groups=3)


def blurred(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    once = smoothed(x)
    return torch.where(one_each(chosen(x, 0.5, generator)), smoothed(smoothed(once)), once)


def sharpened(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    return (x + uniform(x, generator, 0.2, 1.5, len(x), 1, 1, 1) * (x - smoothed(x))).clamp(0, 1)


def coarser(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """The crops of one call are shared out over COARSE_SIDES by their place."""
    out = torch.empty_like(x)
    for i, side in enumerate(COARSE_SIDES):
        part = x[i :: len(COARSE_SIDES)]
        if len(part):
            small = F.interpolate(part, (side, side), mode="bilinear", align_corners=False, antialias=True)
            out[i :: len(COARSE_SIDES)] = F.interpolate(small, tuple(x.shape[2:]), mode="bilinear", align_corners=False)
    return out


def noisy(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    grain = torch.randn(x.shape, generator=generator, device=x.device)
    grain = torch.where(one_each(chosen(x, 0.5, generator)), grain.mean(1, keepdim=True).expand_as(x), grain)
    return (x + grain * uniform(x, generator, 0.005, 0.06, len(x), 1, 1, 1)).clamp(0, 1)


def grained(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """A texture whose power falls with the frequency, as natural ones' does, lightens and darkens what is there: rendered skin has none."""
    n, _, side, _ = x.shape
    y, z = torch.fft.fftfreq(side, device=x.device), torch.fft.rfftfreq(side, device=x.device)
    distance = (y[:, None] ** 2 + z[None] ** 2).sqrt().clamp_min(1 / side)
    fall = distance ** -uniform(x, generator, 0.3, 2.2, n, 1, 1, 1)
    white = torch.fft.rfft2(torch.randn(n, 1, side, side, generator=generator, device=x.device))
    texture = torch.fft.irfft2(white * fall, s=(side, side))
    texture = texture / (texture.std((2, 3), keepdim=True) + 1e-6)
    return (x * (1 + texture * uniform(x, generator, 0.02, 0.3, n, 1, 1, 1))).clamp(0, 1)


def boxes(x: torch.Tensor, generator: torch.Generator, low: float, high: float) -> torch.Tensor:
    """N × 1 × side × side, true inside a rectangle somewhere."""
    n, side = len(x), x.shape[2]
    at = torch.arange(side, device=x.device)
    middle, half = uniform(x, generator, 0, side, n, 2), uniform(x, generator, low, high, n, 2) * side / 2
    inside = [(at.view(1, -1) - middle[:, i : i + 1]).abs() < half[:, i : i + 1] for i in range(2)]
    return (inside[0][:, :, None] & inside[1][:, None, :])[:, None]


def hidden(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    return torch.where(boxes(x, generator, 0.1, 0.5), uniform(x, generator, 0, 1, len(x), 3, 1, 1), x)


def pasted(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    return torch.where(boxes(x, generator, 0.3, 1.2), others(x, generator), x)


def blended(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    share = uniform(x, generator, 0.1, 0.5, len(x), 1, 1, 1)
    return x * (1 - share) + others(x, generator) * share


def others(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    return x[torch.randperm(len(x), generator=generator, device=x.device)]


def compressed(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Luma and colour differences quantised block by block, as JPEG and video codecs do to crops as small as the network's."""
    n, _, side, _ = x.shape
    count = side // BLOCK
    weights = torch.tensor([[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]], device=x.device)
    k = torch.arange(BLOCK, device=x.device)
    waves = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / (2 * BLOCK)) * math.sqrt(2 / BLOCK)
    waves[0] /= math.sqrt(2)
    steps = torch.tensor(LUMA_STEPS, device=x.device) / 255 * uniform(x, generator, 0.1, 1.2, n, 1, 1, 1, 1, 1)
    planes = torch.einsum("ij,njhw->nihw", weights, x).view(n, 3, count, BLOCK, count, BLOCK).transpose(3, 4)
    waved = waves @ planes @ waves.T
    planes = waves.T @ ((waved / steps).round() * steps) @ waves
    planes = planes.transpose(3, 4).reshape(n, 3, side, side)
    return torch.einsum("ij,njhw->nihw", torch.linalg.inv(weights), planes).clamp(0, 1)
