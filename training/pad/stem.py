"""Finds the first two layers: many paths are tried for each channel of the teacher's, and the one that came nearest is kept."""

import torch

from network import STREAM, Stem, even_out

ROUNDS = ((0, 64), (1 / 8, 16), (3 / 8, 4))
"""From which share of the steps on how many paths for each channel are still tried: few of them find a way, and which ones shows early."""
RATE = 0.1
GAIN = 0.1


@torch.no_grad()
def keep(stem: Stem, optimizer: torch.optim.Adam, places: torch.Tensor) -> None:
    """Of the paths of a stem that is being learnt only those at `places` stay."""
    for layer in (stem.look, stem.spread):
        for owner, name in ((layer.conv, "weight"), (layer.conv, "bias"), (layer.slope, "weight")):
            old = getattr(owner, name)
            new = torch.nn.Parameter(old[places])
            state = optimizer.state.pop(old)
            optimizer.state[new] = {key: value[places] if value.shape == old.shape else value for key, value in state.items()}
            setattr(owner, name, new)
    optimizer.param_groups[0]["params"] = list(stem.parameters())
    stem.after.middle, stem.after.spread = stem.after.middle[places], stem.after.spread[places]
    stem.spread.conv.groups = len(places)


def find_stem(batches) -> tuple[Stem, torch.Tensor]:
    """
    `batches` gives B × 3 × 80 × 80 crops and what the teacher's stem makes of them, as often as is to be learnt. Gives the stem, and how far
    off each channel is: squared error over the channel's mean square.
    """
    starts = {round(share * len(batches)): tried for share, tried in ROUNDS}
    stem = optimizer = errors = None
    for number, (x, wanted) in enumerate(batches):
        if optimizer is None:
            stem = Stem(STREAM[0] * starts[0]).to(x.device).to(memory_format=torch.channels_last)
            size = wanted.square().mean((0, 2, 3)).sqrt()
            # A channel that hardly ever speaks need not be met more exactly than the others.
            stem.after.spread.copy_(size.clamp_min(0.05 * float(size.median())).repeat_interleave(starts[0]))
            with torch.no_grad():
                even_out(stem.spread, even_out(stem.look, x, GAIN), GAIN)
            optimizer = torch.optim.Adam(stem.parameters(), RATE)
            schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, len(batches))
        elif number in starts:
            errors = best(stem, optimizer, errors, starts[number])
        given = stem(x.contiguous(memory_format=torch.channels_last))
        off = (given - wanted.repeat_interleave(given.shape[1] // STREAM[0], 1)).square().mean((0, 2, 3)) / stem.after.spread.square()
        optimizer.zero_grad()
        off.sum().backward()
        optimizer.step()
        schedule.step()
        errors = off.detach() if errors is None else errors.lerp(off.detach(), max(0.05, 1 / (number + 1)))
    off = best(stem, optimizer, errors, 1)
    found = Stem(STREAM[0])
    found.load_state_dict(stem.state_dict())
    return found, off.cpu()


def best(stem: Stem, optimizer: torch.optim.Adam, errors: torch.Tensor, left: int) -> torch.Tensor:
    """Keeps the `left` best paths of each channel, and gives their errors."""
    of_each = errors.view(STREAM[0], -1)
    first = torch.arange(STREAM[0], device=errors.device) * of_each.shape[1]
    places = (first[:, None] + of_each.topk(left, largest=False).indices).flatten()
    keep(stem, optimizer, places)
    return errors[places]
