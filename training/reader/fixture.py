"""Reads drawn lines with PyTorch, for the test that the browser's runner gives the same.

Usage: python3 fixture.py <out.json> mrz=<checkpoint.pt> text=<checkpoint.pt>
The picture is of whole numbers and small, so that it can stand in the fixture itself.
"""

import base64
import json
import sys
from pathlib import Path

import numpy as np
import torch

import fonts
from camera import shoot
from export import rounded
from generate import ALPHABETS
from network import ReaderNet, normalised
from render import draw

LINES = {"mrz": ("P<UTO04<", fonts.OCR_B[0]), "text": ("Abc 123/4", fonts.PRINT[0])}


def main(arguments: list[str]) -> None:
    document = {}
    for kind, checkpoint in (argument.split("=", 1) for argument in arguments[1:]):
        text, face = LINES[kind]
        rng = np.random.default_rng(1)
        crop, _ = shoot(draw(text, face, kind, [], rng), kind, rng)
        crop = crop[:, : crop.shape[1] // 4 * 4]
        net = ReaderNet(len(ALPHABETS[kind]) + 1)
        net.load_state_dict(torch.load(checkpoint))
        net.eval()
        with torch.no_grad():
            x = normalised(torch.from_numpy(crop.copy())[None, None].float() / 255)
            classes = rounded(net)(x).softmax(1)[0].T
        document[kind] = {
            "width": crop.shape[1],
            "luma": base64.b64encode(crop.tobytes()).decode(),
            "best": classes.argmax(1).tolist(),
            "probability": [round(float(p), 4) for p in classes.max(1).values],
        }
    Path(arguments[0]).write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
