"""Writes the trained network as `bonafide-graph-1` (see packages/models/src/network-graph.ts) with half-precision weights.

Usage: python3 export.py <pad.pt> <folder of packages/models> <version>
Batch normalisation is folded into the convolutions, the weights are rounded, and the rounded network is what the
parity fixture is computed with: the browser must give the same scores.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

from network import CLASSES, ConvBlock, PadNet
from simulate import CROP_SCALES, INPUT

NAME = "presentation-attack"
OUTPUTS = ("live", "live-wide")
"""Of each crop scale, in their order; the first class of each is the live one."""


class Writer:
    def __init__(self):
        self.entries, self.nodes, self.bytes = [], [], b""

    def weight(self, values: np.ndarray) -> int:
        self.entries.append({"offset": len(self.bytes), "shape": list(values.shape)})
        self.bytes += values.astype("<f2").tobytes()
        return len(self.entries) - 1

    def node(self, **fields) -> int:
        """Gives the number of the node's value; 0 is the input."""
        self.nodes.append(fields)
        return len(self.nodes)

    def conv(self, block: ConvBlock, value: int) -> int:
        filters, bias = folded(block)
        # PyTorch: out, in, height, width. TensorFlow: height, width, in, out; depthwise: height, width, channel, 1.
        order = (2, 3, 0, 1) if block.depthwise else (2, 3, 1, 0)
        return self.node(
            op="depthwise" if block.depthwise else "conv",
            **{"from": value},
            filter=self.weight(filters.transpose(order)),
            bias=self.weight(bias),
            stride=[block.stride] * 2,
            padding="same",
            activation="relu6" if block.active else "linear",
        )


def folded(block: ConvBlock) -> tuple[np.ndarray, np.ndarray]:
    norm = block.norm
    gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach()
    filters = block.conv.weight.detach() * gain.view(-1, 1, 1, 1)
    return filters.numpy(), (norm.bias.detach() - norm.running_mean * gain).numpy()


def rounded(net: PadNet) -> PadNet:
    """The same network with folded, half-precision weights: what ships."""
    for block in [m for m in net.modules() if isinstance(m, ConvBlock)]:
        filters, bias = (torch.from_numpy(v.astype("<f2").astype(np.float32)) for v in folded(block))
        block.conv.weight.data = filters
        block.norm = Shift(bias)
    for head in net.heads:
        head.weight.data = head.weight.data.half().float()
        head.bias.data = head.bias.data.half().float()
    return net


class Shift(nn.Module):
    def __init__(self, bias: torch.Tensor):
        super().__init__()
        self.bias = bias

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.bias.view(1, -1, 1, 1)


def graph(net: PadNet) -> tuple[dict, bytes]:
    writer = Writer()
    value = writer.conv(net.stem, 0)
    for block in net.blocks:
        result = writer.conv(block.project, writer.conv(block.spread, writer.conv(block.expand, value)))
        value = writer.node(op="add", **{"from": [value, result]}) if block.adds else result
    value = writer.node(op="spatialMean", **{"from": value})
    outputs = {}
    for name, head in zip(OUTPUTS, net.heads):
        logits = writer.node(
            op="conv",
            **{"from": value},
            filter=writer.weight(head.weight.detach().numpy().T.reshape(1, 1, -1, len(CLASSES))),
            bias=writer.weight(head.bias.detach().numpy()),
            stride=[1, 1],
            padding="same",
            activation="linear",
        )
        flat = writer.node(op="reshape", **{"from": logits}, shape=[1, len(CLASSES)])
        outputs[name] = writer.node(op="softmax", **{"from": flat})
    document = {
        "format": "bonafide-graph-1",
        "input": {"shape": [1, INPUT, INPUT, 3], "range": [0, 1]},
        "weights": {"type": "float16", "entries": writer.entries},
        "nodes": writer.nodes,
        "outputs": outputs,
    }
    return document, writer.bytes


def register(package: Path, version: str, contents: dict[str, bytes]) -> None:
    """Puts the files and the model into the manifest, in place of an earlier version of them."""
    path = package / "assets/manifest.json"
    manifest = json.loads(path.read_text())
    files = [file for file in manifest["files"] if file["name"] not in contents]
    for name, data in contents.items():
        (package / "assets" / name).write_bytes(data)
        files.append(
            {
                "name": name,
                "sha256": hashlib.sha256(data).hexdigest(),
                "bytes": len(data),
                "licence": "Apache-2.0",
                "source": "training/pad/train.sh of this repository",
                "card": f"cards/{NAME}.md",
            }
        )
    manifest["files"] = files
    manifest["models"]["presentationAttack"] = {
        "graph": f"{NAME}.json",
        "weights": f"{NAME}.bin",
        "version": version,
        "crops": [{"scale": scale, "output": output} for scale, output in zip(CROP_SCALES, OUTPUTS)],
    }
    path.write_text(json.dumps(manifest, indent=2) + "\n")


def main(arguments: list[str]) -> None:
    checkpoint, package, version = Path(arguments[0]), Path(arguments[1]), arguments[2]
    net = PadNet()
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    document, weights = graph(net)
    contents = {f"{NAME}.json": (json.dumps(document, separators=(",", ":")) + "\n").encode(), f"{NAME}.bin": weights}
    register(package, version, contents)


if __name__ == "__main__":
    main(sys.argv[1:])
