"""Writes the trained towers as one `bonafide-graph-1` (see packages/models/src/network-graph.ts) with half-precision weights.

Usage: python3 export.py <folder of tower-K.pt> <folder of packages/models> <version>
The fixed scales are folded into the convolutions, the weights are rounded, and the rounded towers are what the
parity fixture is computed with: the browser must give the same scores.
"""

import copy
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

from network import CLASSES, TOWERS, Layer, Tower
from simulate import CROP_SCALES, FACE_LUMA, INPUT, MOST_GAIN

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

    def layer(self, layer: Layer, value: int) -> int:
        filters, bias = layer.conv.weight.detach().numpy(), layer.conv.bias.detach().numpy()
        # PyTorch: out, in, height, width. TensorFlow: height, width, in, out; depthwise: height, width, channel, 1.
        order = (2, 3, 0, 1) if layer.depthwise else (2, 3, 1, 0)
        # TensorFlow's "same" pads only below and right where a stride halves the places.
        padding = "valid" if layer.valid else layer.conv.padding[0] if layer.stride > 1 else "same"
        slope = {} if layer.slope is None else {"slope": self.weight(layer.slope.weight.detach().numpy())}
        return self.node(
            op="depthwise" if layer.depthwise else "conv",
            **{"from": value},
            filter=self.weight(filters.transpose(order)),
            bias=self.weight(bias),
            **slope,
            stride=[layer.stride] * 2,
            padding=padding,
            activation="prelu" if slope else "relu" if layer.active else "linear",
        )

    def tower(self, tower: Tower) -> int:
        tower = folded(tower)
        value = self.layer(tower.stem.spread, self.layer(tower.stem.look, 0))
        for block in tower.blocks:
            result = self.layer(block.project, self.layer(block.spread, self.layer(block.expand, value)))
            if block.gate is not None:
                mean = self.node(op="spatialMean", **{"from": result})
                loud = self.layer(block.gate.excite, self.layer(block.gate.squeeze, mean))
                result = self.node(op="multiply", **{"from": [result, self.node(op="sigmoid", **{"from": loud})]})
            value = self.node(op="add", **{"from": [value, result]}) if block.adds else result
        value = self.layer(tower.head.gather, self.layer(tower.head.expand, value))
        last = tower.head.classify
        logits = self.node(
            op="conv",
            **{"from": value},
            filter=self.weight(last.weight.detach().numpy().T.reshape(1, 1, -1, len(CLASSES))),
            bias=self.weight(last.bias.detach().numpy()),
            stride=[1, 1],
            padding="same",
            activation="linear",
        )
        flat = self.node(op="reshape", **{"from": logits}, shape=[1, len(CLASSES)])
        return self.node(op="softmax", **{"from": flat})


@torch.no_grad()
def folded(tower: Tower) -> Tower:
    """The same function with plain filters and all scales at 0 and 1: what they did is in the convolutions before and after them."""
    tower = copy.deepcopy(tower)
    for layer in tower.modules():
        if isinstance(layer, Layer):
            layer.settle()
    # A slope leaves the sign as it is, so scaling after it is scaling before it.
    tower.stem.after.into_outputs(tower.stem.spread)
    for block in tower.blocks:
        block.before.into_inputs(block.expand)
        block.after.into_outputs(block.project)
    tower.head.before.into_inputs(tower.head.expand)
    return tower


@torch.no_grad()
def rounded(tower: Tower) -> Tower:
    """The same tower with folded, half-precision weights: what ships."""
    tower = folded(tower)
    for value in tower.parameters():
        value.copy_(value.half().float())
    return tower


def load_tower(folder: Path, which: int, widths=TOWERS) -> Tower:
    """Raises FileNotFoundError where there is none."""
    tower = Tower(widths[which])
    tower.load_state_dict(torch.load(folder / f"tower-{which}.pt", map_location="cpu"))
    return tower.eval()


def load_towers(folder: Path) -> list[Tower]:
    """Raises FileNotFoundError where one is missing."""
    return [load_tower(folder, which) for which in range(len(TOWERS))]


def graph(towers: list[Tower]) -> tuple[dict, bytes]:
    writer = Writer()
    outputs = {name: writer.tower(tower) for name, tower in zip(OUTPUTS, towers)}
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
        "lighten": {"faceLuma": FACE_LUMA, "mostGain": MOST_GAIN},
        "crops": [{"scale": scale, "output": output} for scale, output in zip(CROP_SCALES, OUTPUTS)],
    }
    path.write_text(json.dumps(manifest, indent=2) + "\n")


def main(arguments: list[str]) -> None:
    towers, package, version = Path(arguments[0]), Path(arguments[1]), arguments[2]
    document, weights = graph(load_towers(towers))
    contents = {f"{NAME}.json": (json.dumps(document, separators=(",", ":")) + "\n").encode(), f"{NAME}.bin": weights}
    register(package, version, contents)


if __name__ == "__main__":
    main(sys.argv[1:])
