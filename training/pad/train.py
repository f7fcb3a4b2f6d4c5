"""Trains the network on simulated shots; same seeds, same data and same PyTorch give the same weights.

Usage: python3 train.py <train shots> <validation shots> <out folder> [--teacher model.onnx] [--steps N]
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from media import ATTACKS
from metrics import auc, eer
from network import PadNet
from teacher import Teacher

BATCH = 64
PEAK_RATE = 3e-3
TEACHER_SHARE = 0.6
"""Of the target; the rest is the simulation's own label. Set beforehand, not tuned."""
SMOOTHING = 0.03


def load(folder: Path) -> dict[str, np.ndarray]:
    parts = [np.load(path) for path in sorted(folder.glob("*.npz"))]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0].files}


def soft_labels(teacher: Teacher, crops: np.ndarray) -> np.ndarray:
    """Log-odds of "live" over the other classes."""
    logits = np.concatenate([teacher.logits(crops[i : i + 64]) for i in range(0, len(crops), 64)])
    return logits[:, 1] - np.logaddexp(logits[:, 0], logits[:, 2])


def augmented(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    def uniform(*shape, low=0.0, high=1.0):
        return torch.rand(*shape, generator=generator) * (high - low) + low

    n, _, h, w = x.shape
    flip = uniform(n) < 0.5
    x = torch.where(flip.view(-1, 1, 1, 1), x.flip(3), x)
    gain = uniform(n, 1, 1, 1, low=0.6, high=1.4) * uniform(n, 3, 1, 1, low=0.88, high=1.12)
    x = (x * gain + uniform(n, 1, 1, 1, low=-0.08, high=0.08)).clamp(0, 1)
    x = x ** uniform(n, 1, 1, 1, low=0.75, high=1.3)
    shift = torch.randint(-4, 5, (2,), generator=generator)
    x = torch.roll(x, (int(shift[0]), int(shift[1])), (2, 3))
    hide = uniform(n) < 0.3
    cy, cx = uniform(n, 1, 1) * h, uniform(n, 1, 1) * w
    size = uniform(n, 1, 1, low=6, high=20)
    ys, xs = torch.arange(h).view(1, -1, 1), torch.arange(w).view(1, 1, -1)
    hole = ((ys - cy).abs() < size) & ((xs - cx).abs() < size) & hide.view(-1, 1, 1)
    return torch.where(hole[:, None], torch.rand(n, 3, 1, 1, generator=generator), x)


@torch.no_grad()
def scores(net: PadNet, crops: np.ndarray) -> np.ndarray:
    """N × scales × 3 × 80 × 80 bytes → N × scales scores."""
    net.eval()
    flat = torch.from_numpy(crops.reshape(-1, *crops.shape[2:]))
    out = torch.cat([torch.sigmoid(net(flat[i : i + 256].float() / 255)) for i in range(0, len(flat), 256)])
    net.train()
    return out.numpy().reshape(crops.shape[:2])


def report(net: PadNet, shots: dict[str, np.ndarray]) -> dict[str, float]:
    result = scores(net, shots["crops"][:, 0])
    mean, attack = result.mean(1), shots["attack"]
    live = attack == 0
    out = {"n_live": int(live.sum()), "n_attack": int((~live).sum()), "auc": auc(mean[live], mean[~live]), "eer": eer(mean[live], mean[~live])}
    for i in range(result.shape[1]):
        out[f"auc_scale_{i}"] = auc(result[live, i], result[~live, i])
    for i, name in enumerate(ATTACKS, 1):
        if (attack == i).any():
            out[f"auc_{name}"] = auc(mean[live], mean[attack == i])
    return {name: round(value, 4) for name, value in out.items()}


def train(shots: dict[str, np.ndarray], steps: int, teacher: Teacher | None, log) -> PadNet:
    torch.manual_seed(1)
    generator = torch.Generator().manual_seed(1)
    net = PadNet().to(memory_format=torch.channels_last)  # twice as fast on a CPU
    optimizer = torch.optim.AdamW(net.parameters(), PEAK_RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, total_steps=steps, pct_start=0.15)
    crops = shots["crops"]
    n, jitters, scales = crops.shape[:3]
    flat = torch.from_numpy(crops.reshape(-1, *crops.shape[3:]))
    target = torch.from_numpy((shots["attack"] == 0).astype(np.float32)) * (1 - 2 * SMOOTHING) + SMOOTHING
    if teacher is not None:
        # What the teacher says of each wide crop; the tight crops of a shot share the mean.
        odds = soft_labels(teacher, crops[:, :, 0].reshape(-1, *crops.shape[3:])).reshape(n, jitters)
        odds = np.stack([odds, np.repeat(odds.mean(1, keepdims=True), jitters, 1)], 2)
        live = shots["attack"] == 0
        log({"teacher_auc_on_simulation": round(auc(odds[live, 0, 0], odds[~live, 0, 0]), 4)})
        middle, spread = np.median(odds), np.subtract(*np.percentile(odds, [75, 25])) / 2
        soft = torch.sigmoid(torch.from_numpy((odds - middle) / spread).float())
        target = target.view(-1, 1, 1) * (1 - TEACHER_SHARE) + soft * TEACHER_SHARE
    target = (target.view(n, 1, 1) if target.dim() == 1 else target).expand(n, jitters, scales).reshape(-1)
    balance = (shots["attack"] == 0).mean()
    weight = torch.from_numpy(np.where(shots["attack"] == 0, 0.5 / balance, 0.5 / (1 - balance)).astype(np.float32))
    weight = weight.repeat_interleave(jitters * scales)
    order, at, total, started = torch.randperm(len(flat), generator=generator), 0, 0.0, time.monotonic()
    for step in range(1, steps + 1):
        if at + BATCH > len(order):
            order, at = torch.randperm(len(flat), generator=generator), 0
        chosen = order[at : at + BATCH]
        at += BATCH
        batch = augmented(flat[chosen].float() / 255, generator)
        logits = net(batch.contiguous(memory_format=torch.channels_last))
        loss = (F.binary_cross_entropy_with_logits(logits, target[chosen], reduction="none") * weight[chosen]).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        total += float(loss)
        if step % 100 == 0:
            log({"step": step, "loss": round(total / 100, 4), "seconds": round(time.monotonic() - started)})
            total = 0.0
    net.eval()
    return net


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("validation", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--steps", type=int, default=6000)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    options.out.mkdir(parents=True, exist_ok=True)
    lines: list[dict] = []

    def log(line: dict) -> None:
        lines.append(line)
        print(json.dumps(line), flush=True)

    shots = load(options.train)
    log({"shots": len(shots["attack"]), "steps": options.steps})
    teacher = Teacher(options.teacher) if options.teacher and options.teacher.exists() else None
    if options.teacher and teacher is None:
        log({"note": "no teacher file: trained on the simulation's labels alone"})
    net = train(shots, options.steps, teacher, log)
    torch.save(net.state_dict(), options.out / "pad.pt")
    for folder in sorted(options.validation.iterdir()):
        held_out = load(folder)
        log({"validation": folder.name, **report(net, held_out)})
        if teacher is not None:
            odds, live = soft_labels(teacher, held_out["teacher"]), held_out["attack"] == 0
            log({"validation": folder.name, "teacher_auc": round(auc(odds[live], odds[~live]), 4)})
    (options.out / "log.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


if __name__ == "__main__":
    main()
