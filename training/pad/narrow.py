"""Takes those channels out of a trained tower's blocks that the others can best do without, and lets the others make up for them.

Which ones: a block's last layer is linear in what comes before it, so what is lost without a channel, once the rest has been fitted again by least
squares, is known exactly from the moments of the channels over some crops (the "optimal brain surgeon" of Hassibi and Stork 1993, for whole
channels). One goes at a time, the one that costs least.
"""

import torch

from network import Head, Layer, Tower, Widths

RIDGE = 1e-5
"""Of the channels' mean square: keeps the fit in bounds where channels are alike."""


class Moments:
    """Of what a linear layer is given, and of a constant one: the fit moves its bias too."""

    def __init__(self):
        self.sum, self.count = 0.0, 0

    def add(self, x: torch.Tensor) -> None:
        x = x.transpose(0, 1).flatten(1)
        x = torch.cat([x, torch.ones_like(x[:1])])
        self.sum, self.count = self.sum + (x @ x.T).double(), self.count + x.shape[1]

    def mean(self) -> torch.Tensor:
        return self.sum / self.count


def without_least(moments: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor, left: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Which `left` inputs of a linear layer (out × in) stay, its weights for them, and its bias."""
    size = weight.shape[1]
    ridge = torch.full((size + 1,), RIDGE * float(moments.diagonal()[:size].mean()), dtype=torch.float64)
    ridge[size] = 0
    inverse = torch.linalg.inv(moments.cpu() + torch.diag(ridge + 1e-12))
    fitted = torch.cat([weight, bias[:, None]], 1).double().cpu()
    there = torch.ones(size, dtype=torch.bool)
    while there.sum() > left:
        cost = fitted[:, :size].square().sum(0) / inverse.diagonal()[:size]
        gone = int(cost.masked_fill(~there, torch.inf).argmin())
        there[gone] = False
        row, pivot = inverse[gone : gone + 1].clone(), inverse[gone, gone].clone()
        fitted -= fitted[:, gone : gone + 1] @ row / pivot
        inverse -= row.T @ row / pivot
        inverse[gone, gone] = 1
    stays = there.nonzero()[:, 0]
    return stays, fitted[:, stays].float(), fitted[:, size].float()


def hidden(part, x: torch.Tensor) -> torch.Tensor:
    """What a block's, or the head's, last layer is given."""
    if isinstance(part, Head):
        return part.gather(part.expand(part.before.taken(x))).flatten(1)
    return part.spread(part.expand(part.before.taken(x)))


@torch.no_grad()
def narrowed(wide: Tower, widths: Widths, batches) -> Tower:
    """`batches` gives B × 3 × 80 × 80 crops. Each part of the tower keeps the input that it has in the wide one."""
    parts = [*wide.blocks, wide.head]
    moments = [Moments() for _ in parts]
    for x in batches:
        for part, stream, sums in zip(parts, wide.streams(x)[0], moments):
            sums.add(hidden(part, stream))
    tower = Tower(widths)
    keep(tower.stem, wide.stem)
    for mine, theirs, sums in zip([*tower.blocks, tower.head], parts, moments):
        last, middle = ("classify", "gather") if isinstance(theirs, Head) else ("project", "spread")
        ours, old = linear_of(getattr(mine, last)), linear_of(getattr(theirs, last))
        stays, weight, bias = without_least(sums.mean(), old.weight.flatten(1), old.bias, ours.weight.shape[1])
        ours.weight.copy_(weight.view_as(ours.weight))
        ours.bias.copy_(bias)
        for name in ("expand", middle):
            for new, before in zip(getattr(mine, name).conv.parameters(), getattr(theirs, name).conv.parameters()):
                new.copy_(before[stays])
        if getattr(theirs, "gate", None) is not None:
            keep(mine.gate, theirs.gate)
    return tower


def linear_of(layer):
    return layer.conv if isinstance(layer, Layer) else layer


def keep(mine: torch.nn.Module, theirs: torch.nn.Module) -> None:
    mine.load_state_dict(theirs.state_dict())
