"""Scores the sample face with PyTorch, for the test that the browser's runner gives the same.

Usage: python3 fixture.py <pad.pt> <astronaut.png> <out.json>
"""

import json
import sys
from pathlib import Path

import torch
from PIL import Image

from camera import from_pillow
from export import rounded
from network import PadNet
from simulate import CROP_SCALES, Shot, crop
from train import own_scale

BOX = (180.0, 68.0, 92.0, 112.0)
"""Of the face in the 512 × 512 picture; any box would do, since both sides are given the same."""


def main(arguments: list[str]) -> None:
    net = PadNet()
    net.load_state_dict(torch.load(arguments[0]))
    net.eval()
    net = rounded(net)
    shot = Shot(from_pillow(Image.open(arguments[1])), BOX, None)
    with torch.no_grad():
        seen = torch.stack([to_bytes(crop(shot, scale)) for scale in CROP_SCALES])
        scores = torch.softmax(own_scale(net(seen))[0], -1)[:, 0].tolist()
    x, y, width, height = BOX
    document = {"box": {"x": x, "y": y, "width": width, "height": height}, "scores": [round(s, 5) for s in scores]}
    Path(arguments[2]).write_text(json.dumps(document, indent=2) + "\n")


def to_bytes(picture: torch.Tensor) -> torch.Tensor:
    """A canvas gives whole numbers."""
    return (picture * 255).round() / 255


if __name__ == "__main__":
    main(sys.argv[1:])
