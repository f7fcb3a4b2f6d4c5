"""Changes crops at random, so that the network sees the teachers' answers to far more than the simulation shows.

Every function takes N × 3 × 80 × 80 from 0 to 1 and a generator, and gives the same shape; each crop has its own draw.
"""

import torch
import torch.nn.functional as F

UNTOUCHED = 0.2
"""Share of crops that stay as they were photographed."""


def augmented(x: torch.Tensor, generator: torch.Generator, mixing: bool) -> torch.Tensor:
    """`mixing` lays parts of one crop over another: only a teacher can say what the result is."""
    steps = [(moved, 0.5), (recoloured, 0.7), (blurred, 0.15), (sharpened, 0.15), (coarser, 0.12), (noisy, 0.25), (hidden, 0.15)]
    if mixing:
        steps += [(pasted, 0.15), (blended, 0.1)]
    out = x
    for step, share in steps:
        out = torch.where(chosen(len(x), share, generator), step(out, generator), out)
    out = torch.where(chosen(len(x), UNTOUCHED, generator), x, out)
    return torch.where(chosen(len(x), 0.5, generator), out.flip(3), out).clamp(0, 1)


def uniform(generator: torch.Generator, low: float, high: float, *shape: int) -> torch.Tensor:
    return torch.rand(*shape, generator=generator) * (high - low) + low


def chosen(n: int, share: float, generator: torch.Generator) -> torch.Tensor:
    return (torch.rand(n, generator=generator) < share).view(-1, 1, 1, 1)


def moved(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Turned by up to ten degrees, shifted by up to a tenth, nearer or farther by a fifth, one axis longer than the other."""
    n = len(x)
    angle = uniform(generator, -0.17, 0.17, n)
    wide, high = uniform(generator, 0.78, 1.12, n), uniform(generator, 0.78, 1.12, n)
    shift = uniform(generator, -0.2, 0.2, n, 2)
    rows = [
        torch.stack([angle.cos() * wide, -angle.sin() * high, shift[:, 0]], 1),
        torch.stack([angle.sin() * wide, angle.cos() * high, shift[:, 1]], 1),
    ]
    grid = F.affine_grid(torch.stack(rows, 1), list(x.shape), align_corners=False)
    return F.grid_sample(x, grid, mode="bilinear", padding_mode="reflection", align_corners=False)


def recoloured(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    n = len(x)
    gain = uniform(generator, 0.55, 1.5, n, 1, 1, 1) * uniform(generator, 0.82, 1.18, n, 3, 1, 1)
    x = (x * gain + uniform(generator, -0.12, 0.12, n, 1, 1, 1)).clamp(1e-4, 1)
    x = x ** uniform(generator, 0.65, 1.5, n, 1, 1, 1)
    grey = x.mean(1, keepdim=True)
    return (grey + (x - grey) * uniform(generator, 0.2, 1.6, n, 1, 1, 1)).clamp(0, 1)


def smoothed(x: torch.Tensor) -> torch.Tensor:
    kernel = torch.tensor([1.0, 2, 1]).outer(torch.tensor([1.0, 2, 1])) / 16
    kernel = kernel.expand(3, 1, 3, 3)
    return F.conv2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), kernel, groups=3)


def blurred(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    once = smoothed(x)
    return torch.where(chosen(len(x), 0.5, generator), smoothed(smoothed(once)), once)


def sharpened(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    return (x + uniform(generator, 0.2, 1.5, len(x), 1, 1, 1) * (x - smoothed(x))).clamp(0, 1)


def coarser(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    side = int(torch.randint(24, 72, (1,), generator=generator))
    small = F.interpolate(x, (side, side), mode="bilinear", align_corners=False, antialias=True)
    return F.interpolate(small, tuple(x.shape[2:]), mode="bilinear", align_corners=False)


def noisy(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    grain = torch.randn(x.shape, generator=generator)
    grain = torch.where(chosen(len(x), 0.5, generator), grain.mean(1, keepdim=True).expand_as(x), grain)
    return (x + grain * uniform(generator, 0.005, 0.06, len(x), 1, 1, 1)).clamp(0, 1)


def boxes(n: int, side: int, generator: torch.Generator, low: float, high: float) -> torch.Tensor:
    """N × 1 × side × side, true inside a rectangle somewhere."""
    at = torch.arange(side)
    middle, half = uniform(generator, 0, side, n, 2), uniform(generator, low, high, n, 2) * side / 2
    inside = [(at.view(1, -1) - middle[:, i : i + 1]).abs() < half[:, i : i + 1] for i in range(2)]
    return (inside[0][:, :, None] & inside[1][:, None, :])[:, None]


def hidden(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    n, _, side, _ = x.shape
    return torch.where(boxes(n, side, generator, 0.1, 0.5), torch.rand(n, 3, 1, 1, generator=generator), x)


def pasted(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    n, _, side, _ = x.shape
    other = x[torch.randperm(n, generator=generator)]
    return torch.where(boxes(n, side, generator, 0.3, 1.2), other, x)


def blended(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    n = len(x)
    share = uniform(generator, 0.1, 0.5, n, 1, 1, 1)
    return x * (1 - share) + x[torch.randperm(n, generator=generator)] * share
