"""Soft labels from MiniFASNetV2 (Apache-2.0, minivision-ai/Silent-Face-Anti-Spoofing), read from its ONNX file.

The teacher's weights are never committed or shipped; where the file is absent, training does without it.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper


class Teacher:
    def __init__(self, path: Path):
        graph = onnx.load(str(path)).graph
        self.weights = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
        self.nodes = list(graph.node)
        self.input, self.output = graph.input[0].name, graph.output[0].name

    @torch.no_grad()
    def logits(self, crops: np.ndarray) -> np.ndarray:
        """B × 3 × 80 × 80 RGB bytes → B × 3 logits; class 1 is live. The network wants BGR from 0 to 255."""
        values = dict(self.weights)
        values[self.input] = torch.from_numpy(crops[:, ::-1].copy()).float()
        for node in self.nodes:
            ins = [values[name] if name else None for name in node.input]
            values[node.output[0]] = run(node, ins)
        return values[self.output].numpy()


def run(node, ins):
    attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    match node.op_type:
        case "Conv":
            top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
            x = F.pad(ins[0], (left, right, top, bottom))
            return F.conv2d(x, ins[1], ins[2] if len(ins) > 2 else None, attributes.get("strides", 1), 0, 1, attributes.get("group", 1))
        case "PRelu":
            return torch.where(ins[0] >= 0, ins[0], ins[0] * ins[1])
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
        case "Constant":
            return torch.from_numpy(numpy_helper.to_array(attributes["value"]).copy())
        case "Shape":
            return torch.tensor(ins[0].shape)
        case "Gather":
            return ins[0][ins[1].long()]
        case "Unsqueeze":
            return ins[0].reshape(1)
        case "Concat":
            return torch.cat([value.reshape(-1) for value in ins])
        case "Reshape":
            return ins[0].reshape([int(n) for n in ins[1]])
        case other:
            raise ValueError(f"operation {other} is not known here")
