"""The network: a small fully convolutional reader of one line. Only operations that the browser's runner has.

24 rows in, one row of steps out, four columns a step. No recurrence: what a character is, its own strokes and those beside
it decide, so that it cannot learn to guess words. Batch normalisation is folded on export (see export.py).
"""

import torch
from torch import nn

STEM = 16
STAGES = ((48, (2, 2)), (48, (1, 1)), (64, (2, 1)), (64, (1, 1)), (96, (1, 1)))
"""Width and stride (down, along) of each block. 12 rows after the stem, 3 after the last."""
CONTEXT = 144
CONTEXT_BLOCKS = 3


class ConvBlock(nn.Module):
    """Convolution, batch normalisation, relu6 or nothing. Padding as TensorFlow's SAME or none."""

    def __init__(self, into: int, out: int, kernel: tuple[int, int], stride: tuple[int, int] = (1, 1), depthwise: bool = False, active: bool = True, padded: bool = True):
        super().__init__()
        self.kernel, self.stride, self.depthwise, self.active, self.padded = kernel, stride, depthwise, active, padded
        self.conv = nn.Conv2d(into, out, kernel, stride, groups=into if depthwise else 1, bias=False)
        self.norm = nn.BatchNorm2d(out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.padded and self.kernel != (1, 1):
            top, bottom = same(x.shape[2], self.kernel[0], self.stride[0])
            left, right = same(x.shape[3], self.kernel[1], self.stride[1])
            x = nn.functional.pad(x, (left, right, top, bottom))
        x = self.norm(self.conv(x))
        return nn.functional.relu6(x) if self.active else x


def same(size: int, kernel: int, stride: int) -> tuple[int, int]:
    total = max(0, (-(-size // stride) - 1) * stride + kernel - size)
    return total // 2, total - total // 2


class Block(nn.Module):
    """Inverted bottleneck (expansion 2); adds its input where the shapes agree."""

    def __init__(self, into: int, out: int, stride: tuple[int, int]):
        super().__init__()
        self.expand = ConvBlock(into, into * 2, (1, 1))
        self.spread = ConvBlock(into * 2, into * 2, (3, 3), stride, depthwise=True)
        self.project = ConvBlock(into * 2, out, (1, 1), active=False)
        self.adds = stride == (1, 1) and into == out

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.project(self.spread(self.expand(x)))
        return x + y if self.adds else y


class Context(nn.Module):
    """Looks two steps to each side."""

    def __init__(self, width: int):
        super().__init__()
        self.spread = ConvBlock(width, width, (1, 5), depthwise=True)
        self.project = ConvBlock(width, width, (1, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.project(self.spread(x))


class ReaderNet(nn.Module):
    """B × 1 × 24 × W, normalised → B × classes × W / 4 logits; class 0 is the gap between characters."""

    def __init__(self, classes: int):
        super().__init__()
        self.stem = ConvBlock(1, STEM, (3, 3), (2, 2))
        widths = [STEM, *(width for width, _ in STAGES)]
        self.blocks = nn.ModuleList(Block(a, b, stride) for a, (b, stride) in zip(widths, STAGES))
        self.collapse = ConvBlock(widths[-1], CONTEXT, (3, 1), padded=False)
        self.context = nn.ModuleList(Context(CONTEXT) for _ in range(CONTEXT_BLOCKS))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Conv2d(CONTEXT, classes, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        x = self.collapse(x)
        for block in self.context:
            x = block(x)
        return self.head(self.drop(x))[:, :, 0]


def normalised(x: torch.Tensor) -> torch.Tensor:
    """Of each line: mean 0, deviation 1, nothing beyond ±3; the browser does the same."""
    mean, deviation = x.mean((1, 2, 3), keepdim=True), x.std((1, 2, 3), keepdim=True, unbiased=False)
    return ((x - mean) / deviation.clamp(min=4 / 255)).clamp(-3, 3)
