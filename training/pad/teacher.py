"""What the MiniFASNets (Apache-2.0, minivision-ai/Silent-Face-Anti-Spoofing) say of a crop, read from their ONNX files.

The teachers' weights are never committed or shipped; where the files are absent, training does without them.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

FILES = ("minifas_v2_27.onnx", "minifas_v1se_40.onnx")
"""One for each of the crop scales, in their order."""
LIVE_FIRST = [1, 0, 2]
"""The teachers' own order is print, live, display."""


class Teacher:
    def __init__(self, path: Path, device: str = "cpu"):
        graph = onnx.load(str(path)).graph
        self.weights = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()).to(device) for t in graph.initializer}
        self.nodes = [(n.op_type, list(n.input), n.output[0], attributes_of(n)) for n in graph.node]
        self.input, self.output = graph.input[0].name, graph.output[0].name
        self.stream = stream_of(self.nodes)
        for kind, ins, _, _ in self.nodes:
            if kind == "Conv":  # three times as fast on a CPU
                self.weights[ins[1]] = self.weights[ins[1]].contiguous(memory_format=torch.channels_last)

    @torch.no_grad()
    def streams(self, crops: torch.Tensor) -> tuple[list[torch.Tensor], torch.Tensor]:
        """
        B × 3 × 80 × 80 RGB from 0 to 1 → what the stream is after the stem and after each block, and B × 3 logits, live first. The
        network wants BGR from 0 to 255.
        """
        values = dict(self.weights)
        values[self.input] = (crops.flip(1) * 255).contiguous(memory_format=torch.channels_last)
        for kind, ins, out, attributes in self.nodes:
            values[out] = run(kind, [values[name] if name else None for name in ins], attributes)
        return [values[name] for name in self.stream], values[self.output][:, LIVE_FIRST]

    def logits(self, crops: torch.Tensor) -> torch.Tensor:
        return self.streams(crops)[1]


def teachers(folder: Path, device: str = "cpu") -> list[Teacher]:
    """Raises FileNotFoundError where one is missing."""
    return [Teacher(folder / name, device) for name in FILES]


def live_odds(logits: torch.Tensor) -> torch.Tensor:
    """Log-odds of "live" over the other classes, over the last dimension."""
    return logits[..., 0] - torch.logsumexp(logits[..., 1:], -1)


def stream_of(nodes: list) -> list[str]:
    """Names of the values that are handed from block to block: the stem's, the sums', and those of blocks that add nothing."""
    read_by_convolution = {ins[0] for kind, ins, _, _ in nodes if kind == "Conv"}
    stem = next(out for kind, ins, out, _ in nodes if kind == "PRelu" and made_by_depthwise(nodes, ins[0]))
    handed = [out for kind, _, out, _ in nodes if kind == "Add" or (kind == "Conv" and out in read_by_convolution)]
    return [stem, *handed]


def made_by_depthwise(nodes: list, name: str) -> bool:
    return any(out == name and attributes.get("group", 1) > 1 for _, _, out, attributes in nodes)


def attributes_of(node) -> dict:
    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


def run(kind: str, ins: list, attributes: dict) -> torch.Tensor:
    match kind:
        case "Conv":
            top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
            if (top, left) != (bottom, right):
                ins[0], top, left = F.pad(ins[0], (left, right, top, bottom)), 0, 0
            bias = ins[2] if len(ins) > 2 else None
            return F.conv2d(ins[0], ins[1], bias, attributes.get("strides", 1), (top, left), 1, attributes.get("group", 1))
        case "PRelu":
            return F.prelu(ins[0], ins[1].reshape(-1))
        case "Relu":
            return F.relu(ins[0])
        case "Sigmoid":
            return torch.sigmoid(ins[0])
        case "Add":
            return ins[0] + ins[1]
        case "Mul":
            return ins[0] * ins[1]
        case "GlobalAveragePool":
            return ins[0].mean((2, 3), keepdim=True)
        case "MatMul":
            return ins[0] @ ins[1]
        case "BatchNormalization":
            return F.batch_norm(ins[0], ins[3], ins[4], ins[1], ins[2], False, 0, attributes.get("epsilon", 1e-5))
        case "Reshape":
            return ins[0].flatten(1)
        case "Shape" | "Constant" | "Gather" | "Unsqueeze" | "Concat":
            return torch.empty(0)  # they reckon the shape of the one Reshape, which flattens
        case other:
            raise ValueError(f"operation {other} is not known here")
