"""The network: a small convolutional net over one 80 × 80 crop. Only operations that the browser's runner has.

Batch normalisation is folded into the convolutions on export (see export.py).
"""

import torch
from torch import nn

# Kernel, stride and width of each stage. About 0.10 million weights and 8 million multiply-adds a crop.
STEM = 16
STAGES = ((24, 2), (32, 1), (48, 2), (48, 1), (64, 2), (64, 1), (96, 2), (96, 1))


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
    """Inverted bottleneck (expansion 2); adds its input where the shapes agree."""

    def __init__(self, into: int, out: int, stride: int):
        super().__init__()
        self.expand = ConvBlock(into, into * 2, 1)
        self.spread = ConvBlock(into * 2, into * 2, 3, stride, depthwise=True)
        self.project = ConvBlock(into * 2, out, 1, active=False)
        self.adds = stride == 1 and into == out

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.project(self.spread(self.expand(x)))
        return x + y if self.adds else y


class PadNet(nn.Module):
    """B × 3 × 80 × 80 in [0, 1] → B logits; above 0 speaks for a bona fide presentation."""

    def __init__(self):
        super().__init__()
        self.stem = ConvBlock(3, STEM, 3, 2)
        widths = [STEM, *(width for width, _ in STAGES)]
        self.blocks = nn.ModuleList(Block(a, b, stride) for a, (b, stride) in zip(widths, STAGES))
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(widths[-1], 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        return self.head(self.drop(x.mean((2, 3))))[:, 0]
