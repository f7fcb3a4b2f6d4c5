"""The network: a tower for each crop scale, each over one 80 × 80 crop. Only operations that the browser's runner has.

A tower carries a stream of features from block to block, of the same shape after each block as its teacher's, so that each block can be
taught what the teacher's block adds (train.py). There is no batch normalisation: the middle and the spread of what goes in and out of
each block are measured once (`Scales`), stay fixed, and are folded into the convolutions on export (export.py).
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

CLASSES = ("live", "print", "display")
EVENED = 1e-3
"""Of the mean square: directions that are shorter than this are not stretched any further."""
GAINS = (0.2, 0.1, 0.02)
"""Spread of what a block's layers give at first. Filters that are small at first grow in the directions that the
teacher's block asks for; large ones stay about where they were drawn, and the error three times as large after as many steps."""
STREAM = (32, 64, 128, 128)
"""Width of the stream on 40 × 40, 20 × 20, 10 × 10 and 5 × 5 places."""


@dataclass(frozen=True)
class Widths:
    """Channels inside the blocks: of the one that halves the places, then of those that add to the stream."""

    halving: tuple[int, int, int]
    adding: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
    head: int
    gates: tuple[int, int, int] | None = None
    """Inside the gate of each size's last block, where there is one."""


WIDE = (
    Widths((103, 231, 308), ((26, 26, 26, 26), (231, 52, 30, 77, 30, 30), (30, 30)), 512),
    Widths((103, 231, 308), ((26, 39, 26, 64), (154, 52, 30, 52, 30, 30), (30, 30)), 512, (16, 32, 32)),
)
"""One for each crop scale: the same face looks different from nearer, and so do the teachers. These learn from nothing, as wide as the teachers;
the narrow blocks are wider: too few paths find no way to what as few of the teacher's do."""
TOWERS = (
    Widths((72, 176, 224), ((16, 16, 16, 16), (168, 40, 24, 56, 24, 24), (24, 24)), 128),
    Widths((64, 160, 216), ((16, 24, 16, 48), (120, 40, 24, 40, 24, 24), (24, 30)), 128, (16, 32, 32)),
)
"""What ships: the wide ones, narrowed (narrow.py) until both take less than six milliseconds, where the loss of channels was least. Multiples of
eight, since that is how many the browser's kernels make at once, but for one block whose loss was great."""


class Layer(nn.Module):
    """
    Convolution, then max(0, x) or nothing; with `sloped` what is below nought is kept, times a slope that is learnt. Odd kernels are padded
    by their half unless `valid`.
    """

    def __init__(self, into: int, out: int, kernel: int, stride=1, depthwise=False, active=True, valid=False, sloped=False):
        super().__init__()
        self.depthwise, self.stride, self.valid, self.active = depthwise, stride, valid, active
        self.slope = nn.PReLU(out, 0.1) if sloped else None
        self.conv = nn.Conv2d(into, out, kernel, stride, 0 if valid else kernel // 2, groups=into if depthwise else 1)
        nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu" if active else "linear")
        nn.init.zeros_(self.conv.bias)
        self.register_buffer("evened", torch.eye(self.conv.weight[0].numel()))

    def filters(self) -> torch.Tensor:
        """What the convolution uses: what is learnt, in the coordinates of `even_inputs`."""
        return (self.conv.weight.flatten(1) @ self.evened).view_as(self.conv.weight).contiguous(memory_format=torch.channels_last)

    @torch.no_grad()
    def even_inputs(self, x: torch.Tensor, learnt=False) -> None:
        """
        From here on what is learnt is learnt in coordinates in which all directions of what the filters see in `x` are about equally long:
        neighbouring pixels, and channels, are so alike that the way down would be long and crooked. `learnt`: what has been learnt is the same
        in them, rather than drawn at random in them.
        """
        conv, kernel = self.conv, self.conv.kernel_size[0]
        if self.depthwise:  # one for all channels, each as loud as the others
            x = (x / (x.square().mean((0, 2, 3), keepdim=True).sqrt() + 1e-6)).transpose(0, 1).reshape(-1, 1, *x.shape[2:])
        seen = x.permute(1, 0, 2, 3).flatten(1) if kernel == 1 else F.unfold(x, kernel, stride=kernel).transpose(0, 1).flatten(1)
        square = (seen @ seen.T / seen.shape[1]).double()
        lengths, directions = torch.linalg.eigh(square)
        long = lengths.mean()
        scale = (lengths / long + EVENED).rsqrt()
        if learnt:
            self.settle()
            conv.weight.copy_((conv.weight.flatten(1).double() @ (directions / scale @ directions.T)).view_as(conv.weight))
        self.evened.copy_((directions * scale @ directions.T).float())

    @torch.no_grad()
    def settle(self) -> None:
        """What is learnt becomes what the convolution uses, in plain coordinates."""
        self.conv.weight.copy_(self.filters())
        self.evened.copy_(torch.eye(len(self.evened)))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.linear(x)
        if self.slope is not None:
            return self.slope(x)
        return F.relu(x) if self.active else x

    def linear(self, x: torch.Tensor) -> torch.Tensor:
        conv = self.conv
        return F.conv2d(x, self.filters(), conv.bias, conv.stride, conv.padding, 1, conv.groups)


class Scales(nn.Module):
    """Middle and spread of each channel; fixed, 0 and 1 until they are measured."""

    def __init__(self, channels: int):
        super().__init__()
        self.register_buffer("middle", torch.zeros(channels))
        self.register_buffer("spread", torch.ones(channels))

    def measure(self, values: torch.Tensor) -> None:
        self.middle.copy_(values.mean((0, 2, 3)))
        self.spread.copy_(values.std((0, 2, 3)) + 1e-3)

    @torch.no_grad()
    def into_inputs(self, layer: Layer) -> None:
        """`layer` does from here on what is done to its inputs, and nothing is done to them any more; the function is the same."""
        weight = layer.conv.weight / self.spread.view(1, -1, 1, 1)
        layer.conv.bias -= (weight * self.middle.view(1, -1, 1, 1)).sum((1, 2, 3))
        layer.conv.weight.copy_(weight)
        self.neutralise()

    @torch.no_grad()
    def out_of_inputs(self, layer: Layer) -> None:
        """Undoes `into_inputs` with scales that were measured meanwhile."""
        layer.conv.bias += (layer.conv.weight * self.middle.view(1, -1, 1, 1)).sum((1, 2, 3))
        layer.conv.weight *= self.spread.view(1, -1, 1, 1)

    @torch.no_grad()
    def into_outputs(self, layer: Layer) -> None:
        """`layer` does from here on what is done to its outputs, and nothing is done to them any more; the function is the same."""
        layer.conv.weight *= self.spread.view(-1, 1, 1, 1)
        layer.conv.bias *= self.spread
        # The stem's scales have no middle of their own: a slope leaves nought where it is.
        if not layer.active:
            layer.conv.bias += self.middle
        self.neutralise()

    @torch.no_grad()
    def out_of_outputs(self, layer: Layer) -> None:
        """Undoes `into_outputs` with scales that were measured meanwhile."""
        layer.conv.weight /= self.spread.view(-1, 1, 1, 1)
        layer.conv.bias.copy_((layer.conv.bias - self.middle) / self.spread)

    def neutralise(self) -> None:
        self.middle.zero_()
        self.spread.fill_(1)

    def taken(self, x: torch.Tensor) -> torch.Tensor:
        return (x - self.middle.view(1, -1, 1, 1)) / self.spread.view(1, -1, 1, 1)

    def given(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.spread.view(1, -1, 1, 1) + self.middle.view(1, -1, 1, 1)


class Gate(nn.Module):
    """Makes each channel louder or quieter, by what the channels are over all places (squeeze and excitation)."""

    def __init__(self, channels: int, wide: int):
        super().__init__()
        self.squeeze = Layer(channels, wide, 1)
        self.excite = Layer(wide, channels, 1, active=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * torch.sigmoid(self.excite(self.squeeze(x.mean((2, 3), keepdim=True))))


class Block(nn.Module):
    """Widens, looks around, narrows; adds its input to the result, or halves the places."""

    def __init__(self, into: int, out: int, wide: int, halves: bool, gate: int | None = None):
        super().__init__()
        self.adds = not halves
        self.before, self.after = Scales(into), Scales(out)
        self.expand = Layer(into, wide, 1)
        self.spread = Layer(wide, wide, 3, 2 if halves else 1, depthwise=True)
        self.project = Layer(wide, out, 1, active=False)
        self.gate = None if gate is None else Gate(out, gate)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.after.given(self.project(self.spread(self.expand(self.before.taken(x)))))
        if self.gate is not None:
            y = self.gate(y)
        return x + y if self.adds else y


class Stem(nn.Module):
    """Each channel is a path of its own: no layer mixes them, so a path that began badly cannot be mended by the others (stem.py)."""

    def __init__(self, out: int):
        super().__init__()
        self.after = Scales(out)
        self.look = Layer(3, out, 3, 2, sloped=True)
        self.spread = Layer(out, out, 3, depthwise=True, sloped=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # Scaled alone: a slope leaves nought where it is.
        return self.spread(self.look(x)) * self.after.spread.view(1, -1, 1, 1)

    @torch.no_grad()
    def even(self, x: torch.Tensor) -> None:
        """Goes on in coordinates that fit what each layer sees in `x`; the function is the same."""
        self.look.even_inputs(x, learnt=True)
        self.spread.even_inputs(self.look(x), learnt=True)


class Head(nn.Module):
    def __init__(self, into: int, wide: int):
        super().__init__()
        self.before = Scales(into)
        self.expand = Layer(into, wide, 1)
        self.gather = Layer(wide, wide, 5, depthwise=True, active=False, valid=True)
        self.classify = nn.Linear(wide, len(CLASSES))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.classify(self.gather(self.expand(self.before.taken(x))).flatten(1))


class Tower(nn.Module):
    """B × 3 × 80 × 80 in [0, 1] → B × classes logits."""

    def __init__(self, widths: Widths):
        super().__init__()
        self.widths = widths
        self.stem = Stem(STREAM[0])
        self.blocks = nn.ModuleList()
        for i, (halving, adding) in enumerate(zip(widths.halving, widths.adding)):
            self.blocks.append(Block(STREAM[i], STREAM[i + 1], halving, True))
            gates = [None] * (len(adding) - 1) + [None if widths.gates is None else widths.gates[i]]
            self.blocks.extend(Block(STREAM[i + 1], STREAM[i + 1], wide, False, gate) for wide, gate in zip(adding, gates))
        self.head = Head(STREAM[-1], widths.head)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.streams(x)[1]

    def streams(self, x: torch.Tensor) -> tuple[list[torch.Tensor], torch.Tensor]:
        """What the stream is after the stem and after each block, and the logits."""
        out = [self.stem(x)]
        for block in self.blocks:
            out.append(block(out[-1]))
        return out, self.head(out[-1])

    def chained(self, x: torch.Tensor) -> tuple[list[torch.Tensor], torch.Tensor]:
        """As `streams`, but no error goes back from one block to those before it."""
        out = [self.stem(x)]
        for block in self.blocks:
            out.append(block(out[-1].detach()))
        return out, self.head(out[-1].detach())

    def forced(self, x: torch.Tensor, taught: list[torch.Tensor]) -> tuple[list[torch.Tensor], torch.Tensor]:
        """As `streams`, but each block is given the teacher's stream, so that each learns its own part alone."""
        out = [self.stem(x), *(block(before) for block, before in zip(self.blocks, taught))]
        return out, self.head(taught[-1])

    def matrices(self) -> list[nn.Parameter]:
        """Weights that mix channels, of the blocks and of the head."""
        return [layer.conv.weight for block in self.blocks for layer in (block.expand, block.project)] + [self.head.expand.conv.weight]

    @torch.no_grad()
    def rescale(self, taught: list[torch.Tensor]) -> None:
        """Sets the scales of a tower that has none yet to the teacher's streams, and its weights so that the function is the same."""
        for block, before, after in zip(self.blocks, taught, taught[1:]):
            block.before.measure(before)
            block.after.measure(after - before if block.adds else after)
            block.after.out_of_outputs(block.project)
        self.head.before.measure(taught[-1])
        for part in (*self.blocks, self.head):
            part.before.out_of_inputs(part.expand)

    @torch.no_grad()
    def even(self, x: torch.Tensor) -> None:
        """Goes on in coordinates that fit what each layer sees in `x`; the function is the same."""
        for part, stream in zip([*self.blocks, self.head], self.streams(x)[0]):
            inside = part.before.taken(stream)
            for layer in (part.expand, *((part.spread, part.project) if isinstance(part, Block) else ())):
                layer.even_inputs(inside, learnt=True)
                inside = layer(inside)

    @torch.no_grad()
    def measure(self, x: torch.Tensor, taught: list[torch.Tensor] | None) -> None:
        """
        Sets the blocks' scales to the teacher's streams over some crops, where there is a teacher, and each layer's weights so that what
        comes out has a spread of one over them.
        """
        streams = [] if taught is None else taught
        if taught is not None:
            for block, before, after in zip(self.blocks, taught, taught[1:]):
                block.before.measure(before)
                block.after.measure(after - before if block.adds else after)
            self.head.before.measure(taught[-1])
        value = self.stem(x)
        for i, block in enumerate(self.blocks):
            value = streams[i] if streams else value
            inside = block.before.taken(value)
            for layer, gain in zip((block.expand, block.spread, block.project), GAINS):
                inside = even_out(layer, inside, gain)
            value = block(value)
        inside = self.head.before.taken(streams[-1] if streams else value)
        inside = even_out(self.head.expand, inside, GAINS[0])
        # Over all places at once, hundreds of filters even out to answers far too loud.
        even_out(self.head.gather, inside, GAINS[-1], inputs=False)


def even_out(layer: Layer, x: torch.Tensor, gain: float, inputs=True) -> torch.Tensor:
    """Makes `gain` the spread of what each filter gives; with `inputs` the coordinates in which they are learnt fit `x`."""
    if inputs:
        layer.even_inputs(x)
    spread = layer.linear(x).std((0, 2, 3)) + 1e-3
    layer.conv.weight *= gain / spread.view(-1, 1, 1, 1)
    return layer(x)
