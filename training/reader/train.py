"""Trains the reader on simulated lines, step by step: each step's class is known, since we drew it. Same seeds, same data and
same PyTorch give the same weights.

Usage: python3 train.py <mrz | text> <folder of its shots> <out folder> [--steps N] [--from checkpoint.pt] [--rate R]
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from generate import ALPHABETS, UNDECIDED
from metrics import decoded, edits
from network import ReaderNet, normalised

BATCH = 32
PEAK_RATE = 5e-3
SMOOTHING = 0.03
"""Keeps the network from being sure of what it cannot see: its probabilities gate what is reported."""


def load(paths: list[Path]) -> dict[str, np.ndarray]:
    parts = [np.load(path) for path in paths]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0].files}


def augmented(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Once more and cheaply, so that a line seen again is not the same."""

    def uniform(*shape, low=0.0, high=1.0):
        return torch.rand(*shape, generator=generator) * (high - low) + low

    n = len(x)
    x = torch.roll(x, int(torch.randint(-1, 2, (1,), generator=generator)), 2)
    x = x + torch.randn(x.shape, generator=generator) * uniform(n, 1, 1, 1, high=0.04) * (uniform(n, 1, 1, 1) < 0.4)
    x = x.clamp(0, 1) ** uniform(n, 1, 1, 1, low=0.6, high=1.6)
    # A gradient from top to bottom, and a bar over some columns.
    x = x + torch.linspace(-1, 1, x.shape[2]).view(1, 1, -1, 1) * (uniform(n, 1, 1, 1) - 0.5) * 0.2
    at, width = uniform(n, 1, 1, 1) * x.shape[3], uniform(n, 1, 1, 1, low=3, high=40)
    bar = ((torch.arange(x.shape[3]).view(1, 1, 1, -1) - at).abs() < width) & (uniform(n, 1, 1, 1) < 0.15)
    return torch.where(bar, x * uniform(n, 1, 1, 1, low=0.6, high=1.1), x)


@torch.no_grad()
def report(net: ReaderNet, shots: dict[str, np.ndarray], alphabet: str) -> dict[str, float]:
    net.eval()
    wrong = total = whole = 0
    for i in range(0, len(shots["crops"]), 100):
        x = normalised(torch.from_numpy(shots["crops"][i : i + 100])[:, None].float() / 255)
        best = net(x).argmax(1).numpy()
        for line, text in zip(best, shots["texts"][i : i + 100]):
            count = edits(decoded(line, alphabet), str(text))
            wrong, total, whole = wrong + count, total + len(text), whole + (count == 0)
    net.train()
    return {"n": len(shots["texts"]), "character_error_rate": round(wrong / total, 4), "lines_exact": round(whole / len(shots["texts"]), 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=list(ALPHABETS))
    parser.add_argument("shots", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--from", dest="start", type=Path)
    parser.add_argument("--rate", type=float, default=PEAK_RATE)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(1)
    options.out.mkdir(parents=True, exist_ok=True)
    lines: list[dict] = []

    def log(line: dict) -> None:
        lines.append(line)
        print(json.dumps(line), flush=True)

    alphabet = ALPHABETS[options.kind]
    shots = load(sorted((options.shots / "train").glob("*.npz")))
    validation = {path.stem: load([path]) for path in sorted((options.shots / "validation").glob("*.npz"))}
    crops, classes = torch.from_numpy(shots["crops"]), torch.from_numpy(shots["classes"])
    generator = torch.Generator().manual_seed(1)
    net = ReaderNet(len(alphabet) + 1).to(memory_format=torch.channels_last)
    if options.start:
        # Of another alphabet, perhaps: the head is then learnt anew.
        state = torch.load(options.start)
        own = net.state_dict()
        net.load_state_dict({name: state[name] if name in state and state[name].shape == value.shape else value for name, value in own.items()})
    optimizer = torch.optim.AdamW(net.parameters(), options.rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=options.steps, pct_start=0.15)
    log({"kind": options.kind, "lines": len(crops), "steps": options.steps})
    order, at, total, started = torch.randperm(len(crops), generator=generator), 0, 0.0, time.monotonic()
    for step in range(1, options.steps + 1):
        if at + BATCH > len(order):
            order, at = torch.randperm(len(crops), generator=generator), 0
        chosen = order[at : at + BATCH]
        at += BATCH
        batch = normalised(augmented(crops[chosen][:, None].float() / 255, generator))
        logits = net(batch.contiguous(memory_format=torch.channels_last))
        target = classes[chosen].long()
        target[target == UNDECIDED] = -100
        loss = F.cross_entropy(logits, target, label_smoothing=SMOOTHING)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        total += float(loss)
        if step % 50 == 0:
            log({"step": step, "loss": round(total / 50, 4), "seconds": round(time.monotonic() - started)})
            total = 0.0
        if step % 300 == 0 or step == options.steps:
            torch.save(net.state_dict(), options.out / f"{options.kind}.pt")
            for name, held_out in validation.items():
                log({"validation": name, **report(net, held_out, alphabet)})
    (options.out / f"{options.kind}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


if __name__ == "__main__":
    main()
