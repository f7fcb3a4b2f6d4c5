"""Finds the first two layers: many paths are tried for each channel of the teacher's, and the one that came nearest is kept."""

import torch

from network import STREAM, Stem, even_out

TRIED = 16
"""Paths for each channel."""
RATE = 0.1
GAIN = 0.1


@torch.no_grad()
def kept(wide: Stem, best: torch.Tensor) -> Stem:
    """`best`: for each channel, which of its paths."""
    places = torch.arange(len(best)) * TRIED + best
    stem = Stem(len(best))
    for mine, theirs in ((stem.look, wide.look), (stem.spread, wide.spread)):
        mine.conv.weight.copy_(theirs.conv.weight[places])
        mine.conv.bias.copy_(theirs.conv.bias[places])
        mine.slope.weight.copy_(theirs.slope.weight[places])
        mine.evened.copy_(theirs.evened)
    stem.after.spread.copy_(wide.after.spread[places])
    return stem


def find_stem(batches) -> tuple[Stem, torch.Tensor]:
    """
    `batches` gives B × 3 × 80 × 80 crops and what the teacher's stem makes of them, as often as is to be learnt. Gives the stem, and how far
    off each channel is: squared error over the channel's mean square.
    """
    wide, optimizer, errors = Stem(STREAM[0] * TRIED), None, None
    for number, (x, wanted) in enumerate(batches):
        if optimizer is None:
            wide = wide.to(x.device).to(memory_format=torch.channels_last)
            size = wanted.square().mean((0, 2, 3)).sqrt()
            # A channel that hardly ever speaks need not be met more exactly than the others.
            wide.after.spread.copy_(size.clamp_min(0.05 * float(size.median())).repeat_interleave(TRIED))
            with torch.no_grad():
                even_out(wide.spread, even_out(wide.look, x, GAIN), GAIN)
            optimizer = torch.optim.Adam(wide.parameters(), RATE)
            schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, len(batches))
        given = wide(x.contiguous(memory_format=torch.channels_last))
        off = (given - wanted.repeat_interleave(TRIED, 1)).square().mean((0, 2, 3)) / wide.after.spread.square()
        optimizer.zero_grad()
        off.sum().backward()
        optimizer.step()
        schedule.step()
        errors = off.detach() if errors is None else errors.lerp(off.detach(), max(0.05, 1 / (number + 1)))
    of_each = errors.view(-1, TRIED)
    return kept(wide.cpu(), of_each.argmin(1).cpu()), of_each.amin(1).cpu()
