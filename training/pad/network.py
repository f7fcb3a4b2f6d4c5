"""The network: a small convolutional net over one 80 × 80 crop, with one head for each crop scale. Only operations that the browser's runner has.

Batch normalisation is folded into the convolutions on export (see export.py).
"""

import torch
from torch import nn

# About 0.43 million weights and 25 million multiply-adds a crop.
STEM = 24
STAGES = (
    *((32, 2, 2), (48, 1, 2), (48, 1, 2)),
    *((64, 2, 2), (64, 1, 2), (64, 1, 2), (64, 1, 2)),
    *((112, 2, 3), (112, 1, 2), (112, 1, 2)),
    *((160, 2, 3), (160, 1, 2)),
)
"""Width, stride and expansion of each block."""
HEADS = 2
"""One for each crop scale: the same face looks different from nearer, and so do the teachers."""
CLASSES = ("live", "print", "display")


class ConvBlock(nn.Module):
    """Convolution, batch normalisation, relu6 or nothing. Padding as TensorFlow's SAME: on stride 2, below and right."""

    def __init__(self, into: int, out: int, kernel: int, stride: int = 1, depthwise: bool = False, active: bool = True):
        super().__init__()
        self.kernel, self.stride, self.depthwise, self.active = kernel, stride, depthwise, active
        self.conv = nn.Conv2d(into, out, kernel, stride, groups=into if depthwise else 1, bias=False)
        self.norm = nn.BatchNorm2d(out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.kernel > 1:
            total = self.kernel - self.stride if x.shape[-1] % self.stride == 0 else self.kernel - x.shape[-1] % self.stride
            total = max(total, 0)
            before, after = total // 2, total - total // 2
            x = nn.functional.pad(x, (before, after, before, after))
        x = self.norm(self.conv(x))
        return nn.functional.relu6(x) if self.active else x


class Block(nn.Module):
    """Inverted bottleneck; adds its input where the shapes agree."""

    def __init__(self, into: int, out: int, stride: int, expansion: int):
        super().__init__()
        wide = into * expansion
        self.expand = ConvBlock(into, wide, 1)
        self.spread = ConvBlock(wide, wide, 3, stride, depthwise=True)
        self.project = ConvBlock(wide, out, 1, active=False)
        self.adds = stride == 1 and into == out

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.project(self.spread(self.expand(x)))
        return x + y if self.adds else y


class PadNet(nn.Module):
    """B × 3 × 80 × 80 in [0, 1] → B × heads × classes logits; the head of the crop's own scale is the one to read."""

    def __init__(self):
        super().__init__()
        self.stem = ConvBlock(3, STEM, 3, 2)
        widths = [STEM, *(width for width, _, _ in STAGES)]
        self.blocks = nn.ModuleList(Block(a, *stage) for a, stage in zip(widths, STAGES))
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleList(nn.Linear(widths[-1], len(CLASSES)) for _ in range(HEADS))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        x = self.drop(x.mean((2, 3)))
        return torch.stack([head(x) for head in self.heads], 1)
