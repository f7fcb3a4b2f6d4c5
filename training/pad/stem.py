"""Finds the first two layers: many paths are tried for each channel of the teacher's, and the one that came nearest is kept."""

from collections.abc import Iterator
from itertools import islice

import torch

from network import Layer, STREAM, Stem, even_out

PATHS = 512
"""Tried at once: in the first round as many for each channel, later all for those that no path came near enough to. As many as a CPU learns in a
second a step."""
ROUNDS = 2
FOUND = 0.01
"""Squared error over the channel's mean square. Guess: paths that find a way end under a tenth of it, the others mostly over ten times it."""
RATE = 0.1
"""Of 0.03, 0.1 and 0.3, tried on seven channels of one teacher: the first is slower, the last loses the rare ones."""
GAIN = 0.1
"""Guess, as small as `GAINS` in network.py and for the same reason."""


def find_stem(batches) -> tuple[Stem, torch.Tensor]:
    """
    `batches` gives B × 3 × 80 × 80 crops and what the teacher's stem makes of them, as often as is to be learnt. Gives the stem, and how far
    off each channel is: squared error over the channel's mean square.
    """
    stem, off, each = Stem(STREAM[0]), torch.full((STREAM[0],), torch.inf), iter(batches)
    for _ in range(ROUNDS):
        lost = (off > FOUND).nonzero()[:, 0]
        if len(lost) > 0:
            paths, errors = search(lost, PATHS // len(lost), each, len(batches) // ROUNDS)
            keep_better(stem, off, lost, paths, errors)
    return stem, off


def search(channels: torch.Tensor, tried: int, batches: Iterator, steps: int) -> tuple[Stem, torch.Tensor]:
    """Learns `tried` paths for each of the teacher's channels. Gives them, and the error of each: channels × paths."""
    for number, (x, wanted) in enumerate(islice(batches, steps)):
        if number == 0:
            channels = channels.to(x.device)
            paths = Stem(len(channels) * tried).to(x.device).to(memory_format=torch.channels_last)
            size = wanted.square().mean((0, 2, 3)).sqrt()
            # A channel that hardly ever speaks need not be met more exactly than the others.
            paths.after.spread.copy_(size.clamp_min(0.05 * float(size.median()))[channels].repeat_interleave(tried))
            with torch.no_grad():
                inside = x
                for layer in (paths.look, paths.spread):
                    even_out(layer, inside, GAIN)
                    inside = bent(layer, inside)
            optimizer = torch.optim.Adam(paths.parameters(), RATE)
            schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
            errors = torch.zeros(len(channels) * tried, device=x.device)
        given = paths(x.contiguous(memory_format=torch.channels_last))
        off = (given - wanted[:, channels].repeat_interleave(tried, 1)).square().mean((0, 2, 3)) / paths.after.spread.square()
        optimizer.zero_grad()
        off.sum().backward()
        optimizer.step()
        schedule.step()
        errors = errors.lerp(off.detach(), max(0.05, 1 / (number + 1)))
    return paths.cpu(), errors.view(len(channels), tried).cpu()


def bent(layer: Layer, x: torch.Tensor) -> torch.Tensor:
    """
    Each filter bends at a random place among what it gives. Pixels are all above nought: without a bias a filter that looks at brightness
    never bends, and never finds out that its teacher's does.
    """
    given = layer.linear(x)
    middle, spread = given.mean((0, 2, 3)), given.std((0, 2, 3))
    layer.conv.bias.copy_(spread * torch.randn_like(spread) - middle)
    return layer(x)


@torch.no_grad()
def keep_better(stem: Stem, off: torch.Tensor, channels: torch.Tensor, paths: Stem, errors: torch.Tensor) -> None:
    """The best path of each channel replaces what the stem has there, and its error what it had, if that was worse."""
    least, best = errors.min(1)
    better = least < off[channels]
    into, taken = channels[better], (torch.arange(len(channels)) * errors.shape[1] + best)[better]
    off[into] = least[better]
    stem.after.spread[into] = paths.after.spread[taken]
    for mine, theirs in ((stem.look, paths.look), (stem.spread, paths.spread)):
        for ours, new in zip((mine.conv.weight, mine.conv.bias, mine.slope.weight), (theirs.filters(), theirs.conv.bias, theirs.slope.weight)):
            ours[into] = new[taken]
