"""Trains the network on simulated crops; same seeds, same data and same PyTorch give the same weights.

Usage: python3 train.py <train crops> <validation crops> <out folder> [--steps N]

Where the crops carry the teachers' logits the network learns to give the same ones (distillation by function matching: it sees the
teachers' answers to far more than faces, and its own idea of an attack never enters); without, it learns the simulation's labels.
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
from teacher import live_odds

BATCH = 48
"""Pairs of crops, one of each scale."""
PEAK_RATE = 3e-3
"""Reached after a tenth of HORIZON. From there the rate falls as if the training lasted HORIZON times its steps, and from TURN on, straight to
nought."""
HORIZON = 18 / 13
TURN = 36 / 65
SMOOTHING = 0.03
AVERAGED = 0.998
"""Of the running mean of the weights, a step: what ships is the mean."""


def load(folder: Path) -> dict[str, np.ndarray]:
    parts = [np.load(path) for path in sorted(folder.glob("*.npz"))]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0].files}


def own_scale(logits: torch.Tensor) -> torch.Tensor:
    """(N scales) × heads × classes → N × scales × classes: of each crop, the head of its scale."""
    heads = logits.shape[1]
    pairs = logits.view(-1, heads, heads, logits.shape[2])
    return torch.stack([pairs[:, i, i] for i in range(heads)], 1)


def centred(logits: torch.Tensor) -> torch.Tensor:
    return logits - logits.mean(-1, keepdim=True)


def loss_of(logits: torch.Tensor, taught: torch.Tensor | None, attack: torch.Tensor) -> torch.Tensor:
    if taught is not None:
        # The odds decide; the other classes' logits say why.
        odds = F.smooth_l1_loss(live_odds(logits), live_odds(taught))
        return odds + 0.5 * F.smooth_l1_loss(centred(logits), centred(taught))
    kinds = torch.tensor([0] + [1 if name.startswith("print") else 2 for name in ATTACKS])
    target = kinds[attack].view(-1, 1).expand(-1, logits.shape[1]).reshape(-1)
    return F.cross_entropy(logits.flatten(0, 1), target, label_smoothing=SMOOTHING)


@torch.no_grad()
def odds_of(net: PadNet, crops: np.ndarray) -> np.ndarray:
    """N × scales × 3 × 80 × 80 bytes → N × scales log-odds of "live"."""
    net.eval()
    parts = []
    for i in range(0, len(crops), 128):
        x = torch.from_numpy(crops[i : i + 128]).flatten(0, 1).float() / 255
        parts.append(live_odds(own_scale(net(x.contiguous(memory_format=torch.channels_last)))))
    return torch.cat(parts).numpy()


def report(net: PadNet, rows: dict[str, np.ndarray]) -> dict[str, float]:
    odds, attack = odds_of(net, rows["crops"]), rows["attack"]
    live, mean = attack == 0, (1 / (1 + np.exp(-odds))).mean(1)
    out = {"n_live": int(live.sum()), "n_attack": int((~live).sum()), "auc": auc(mean[live], mean[~live]), "eer": eer(mean[live], mean[~live])}
    for i, name in enumerate(ATTACKS, 1):
        if (attack == i).any():
            out[f"auc_{name}"] = auc(mean[live], mean[attack == i])
    if "logits" in rows:
        taught = live_odds(torch.from_numpy(rows["logits"])).numpy()
        belief = (1 / (1 + np.exp(-taught))).mean(1)
        out |= {"teachers_auc": auc(belief[live], belief[~live]), "teachers_eer": eer(belief[live], belief[~live])}
        for i in range(odds.shape[1]):
            out[f"correlation_{i}"] = float(np.corrcoef(odds[:, i], taught[:, i])[0, 1])
        out["correlation_of_belief"] = float(np.corrcoef(mean, belief)[0, 1])
    return {name: round(value, 4) for name, value in out.items()}


def train(rows: dict[str, np.ndarray], steps: int, log) -> PadNet:
    torch.manual_seed(1)
    generator = torch.Generator().manual_seed(1)
    net = PadNet().to(memory_format=torch.channels_last)  # twice as fast on a CPU
    mean = PadNet()
    optimizer = torch.optim.AdamW(net.parameters(), PEAK_RATE, weight_decay=0.01)
    horizon, turn, rate_at_turn = round(steps * HORIZON), round(steps * TURN), 0.0
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, total_steps=max(horizon, steps + 1), pct_start=0.1)
    crops, attack = torch.from_numpy(rows["crops"]), torch.from_numpy(rows["attack"])
    taught = torch.from_numpy(rows["logits"]) if "logits" in rows else None
    order, at, total, started = torch.randperm(len(crops), generator=generator), 0, 0.0, time.monotonic()
    for step in range(1, steps + 1):
        if at + BATCH > len(order):
            order, at = torch.randperm(len(crops), generator=generator), 0
        chosen = order[at : at + BATCH]
        at += BATCH
        x = crops[chosen].flatten(0, 1).float() / 255
        logits = own_scale(net(x.contiguous(memory_format=torch.channels_last)))
        loss = loss_of(logits, None if taught is None else taught[chosen], attack[chosen])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        schedule.step()
        group = optimizer.param_groups[0]
        rate_at_turn = group["lr"] if step <= turn else rate_at_turn
        if step >= turn:
            group["lr"] = rate_at_turn * (steps - step) / (steps - turn)
        kept = min(AVERAGED, step / (step + 10))
        with torch.no_grad():
            for ours, theirs in zip(mean.state_dict().values(), net.state_dict().values()):
                if ours.is_floating_point():
                    ours.lerp_(theirs, 1 - kept)
        total += float(loss)
        if step % 100 == 0:
            log({"step": step, "loss": round(total / 100, 4), "seconds": round(time.monotonic() - started)})
            total = 0.0
    mean.eval()
    return mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("validation", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=6500)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    options.out.mkdir(parents=True, exist_ok=True)
    lines: list[dict] = []

    def log(line: dict) -> None:
        lines.append(line)
        print(json.dumps(line), flush=True)

    rows = load(options.train)
    log({"pairs": len(rows["attack"]), "steps": options.steps, "teachers": "logits" in rows})
    net = train(rows, options.steps, log)
    torch.save(net.state_dict(), options.out / "pad.pt")
    for folder in sorted(options.validation.iterdir()):
        log({"validation": folder.name, **report(net, load(folder))})
    (options.out / "log.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


if __name__ == "__main__":
    main()
