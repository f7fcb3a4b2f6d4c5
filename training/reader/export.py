"""Writes a trained reader as `bonafide-graph-1` (see packages/models/src/network-graph.ts) with half-precision weights.

Usage: python3 export.py <mrz | text> <checkpoint.pt> <folder of packages/models> <version>
Batch normalisation is folded into the convolutions, the weights are rounded, and the rounded network is what the
parity fixture is computed with: the browser must give the same probabilities.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

from camera import ROWS
from generate import ALPHABETS
from network import ConvBlock, ReaderNet

NAME = "document-reader"


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
            stride=list(block.stride),
            padding="same" if block.padded else "valid",
            activation="relu6" if block.active else "linear",
        )


def folded(block: ConvBlock) -> tuple[np.ndarray, np.ndarray]:
    norm = block.norm
    gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach()
    filters = block.conv.weight.detach() * gain.view(-1, 1, 1, 1)
    return filters.numpy(), (norm.bias.detach() - norm.running_mean * gain).numpy()


def rounded(net: ReaderNet) -> ReaderNet:
    """The same network with folded, half-precision weights: what ships."""
    for block in [m for m in net.modules() if isinstance(m, ConvBlock)]:
        filters, bias = (torch.from_numpy(v.astype("<f2").astype(np.float32)) for v in folded(block))
        block.conv.weight.data = filters
        block.norm = Shift(bias)
    net.head.weight.data = net.head.weight.data.half().float()
    net.head.bias.data = net.head.bias.data.half().float()
    return net


class Shift(nn.Module):
    def __init__(self, bias: torch.Tensor):
        super().__init__()
        self.bias = bias

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.bias.view(1, -1, 1, 1)


def graph(net: ReaderNet) -> tuple[dict, bytes]:
    writer = Writer()
    value = writer.conv(net.stem, 0)
    for block in net.blocks:
        result = writer.conv(block.project, writer.conv(block.spread, writer.conv(block.expand, value)))
        value = writer.node(op="add", **{"from": [value, result]}) if block.adds else result
    value = writer.conv(net.collapse, value)
    for block in net.context:
        result = writer.conv(block.project, writer.conv(block.spread, value))
        value = writer.node(op="add", **{"from": [value, result]})
    value = writer.node(
        op="conv",
        **{"from": value},
        filter=writer.weight(net.head.weight.detach().numpy().transpose(2, 3, 1, 0)),
        bias=writer.weight(net.head.bias.detach().numpy()),
        stride=[1, 1],
        padding="same",
        activation="linear",
    )
    value = writer.node(op="softmax", **{"from": value})
    document = {
        "format": "bonafide-graph-1",
        "input": {"shape": [1, ROWS, -1, 1], "range": [-3, 3]},
        "weights": {"type": "float16", "entries": writer.entries},
        "nodes": writer.nodes,
        "outputs": {"classes": value},
    }
    return document, writer.bytes


def register(package: Path, kind: str, version: str, contents: dict[str, bytes]) -> None:
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
                "source": "training/reader/train.sh of this repository",
                "card": f"cards/{NAME}.md",
            }
        )
    manifest["files"] = files
    graph_name, weights_name = contents
    entry = manifest["models"].setdefault("documentReader", {"version": version})
    entry["version"] = version
    entry[kind] = {"graph": graph_name, "weights": weights_name, "alphabet": ALPHABETS[kind]}
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


def main(arguments: list[str]) -> None:
    kind, checkpoint, package, version = arguments[0], Path(arguments[1]), Path(arguments[2]), arguments[3]
    net = ReaderNet(len(ALPHABETS[kind]) + 1)
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    document, weights = graph(net)
    graph_name, weights_name = f"{NAME}-{kind}.json", f"{NAME}-{kind}.bin"
    register(package, kind, version, {graph_name: (json.dumps(document, separators=(",", ":")) + "\n").encode(), weights_name: weights})


if __name__ == "__main__":
    main(sys.argv[1:])
