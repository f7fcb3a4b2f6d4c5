"""Scores the sample face with PyTorch, for the test that the browser's runner gives the same.

Usage: python3 fixture.py <folder of tower-K.pt> <astronaut.png> <out.json>
"""

import json
import sys
from pathlib import Path

import torch
from PIL import Image

from camera import from_pillow
from export import load_towers, rounded
from simulate import CROP_SCALES, FACE_LUMA, MOST_GAIN, Shot, cut_out, lightened

BOX = (180.0, 68.0, 92.0, 112.0)
"""Of the face in the 512 × 512 picture; any box would do, since both sides are given the same."""


DARKER = 4
"""What the picture's bytes are divided by to be dark; a whole number is left."""


def main(arguments: list[str]) -> None:
    towers = [rounded(tower) for tower in load_towers(Path(arguments[0]))]
    picture = from_pillow(Image.open(arguments[1]))
    x, y, width, height = BOX
    document = {"box": {"x": x, "y": y, "width": width, "height": height}, "lighten": {"faceLuma": FACE_LUMA, "mostGain": MOST_GAIN}}
    for name, seen_as in (("scores", picture), ("scoresInTheDark", ((picture * 255).round() / DARKER).floor() / 255)):
        shot = Shot(seen_as, BOX, None)
        with torch.no_grad():
            seen = [lightened(to_bytes(cut_out(shot, scale))[None], scale) for scale in CROP_SCALES]
            document[name] = [round(float(torch.softmax(tower(x)[0], -1)[0]), 5) for tower, x in zip(towers, seen)]
    Path(arguments[2]).write_text(json.dumps(document, indent=2) + "\n")


def to_bytes(picture: torch.Tensor) -> torch.Tensor:
    """A canvas gives whole numbers."""
    return (picture * 255).round() / 255


if __name__ == "__main__":
    main(sys.argv[1:])
