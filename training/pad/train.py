"""Trains a tower for each crop scale on simulated photographs; same seeds, same data, same PyTorch and same device give the same weights.

Usage: python3 train.py <photographs> <validation photographs> <out folder> [--teachers folder] [--steps N] [--batch N] [--tower K]

With teachers a tower learns to give what its teacher gives, by function matching: it is asked about far more than faces, and the
simulation's own idea of an attack never enters. At first each block learns what the teacher's block adds to the stream that the
teacher has; then the tower runs on its own features, and what the teacher's streams are counts less and less; at last it learns the
mean of what the teacher says of a crop and of its mirror image, shifted by a pixel or two, which is steadier than one answer.
Without teachers the towers learn the simulation's labels, at once and poorly.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from augment import augmented
from media import ATTACKS
from metrics import auc, eer
from network import TOWERS, Tower
from simulate import CROP_SCALES
from stem import find_stem
from teacher import Teacher, live_odds, teachers
from views import Photographs

PEAK_RATE = 6e-3
"""Reached after a twentieth of the steps; then it falls to nought as a cosine does."""
FORCED = 0.3
"""Share of the steps in which each block is given the teacher's stream."""
FEATURES = 0.75
"""Share of the steps after which the teacher's streams do not count any more."""
STEADY = 0.7
"""Share of the steps after which the mean of several answers is the target."""
SHIFT = 2
SMOOTHING = 0.03
STEM = 15
"""The stem is looked for in one step for this many of the training's."""
STEM_BATCH = 8
MEASURED = 256
"""Crops over which the fixed scales of the streams are measured."""
AVERAGED = 0.999
"""Of the running mean of the weights, a step: what ships is the mean."""


def centred(logits: torch.Tensor) -> torch.Tensor:
    return logits - logits.mean(-1, keepdim=True)


def matching_loss(logits: torch.Tensor, taught: torch.Tensor) -> torch.Tensor:
    """The odds decide; the other classes' logits say why."""
    return F.smooth_l1_loss(live_odds(logits), live_odds(taught)) + 0.5 * F.smooth_l1_loss(centred(logits), centred(taught))


def label_loss(logits: torch.Tensor, attack: torch.Tensor) -> torch.Tensor:
    kinds = torch.tensor([0] + [1 if name.startswith("print") else 2 for name in ATTACKS], device=logits.device)
    return F.cross_entropy(logits, kinds[attack], label_smoothing=SMOOTHING)


def stream_errors(ours: list[torch.Tensor], theirs: list[torch.Tensor], forced: bool) -> torch.Tensor:
    """Squared error of each block: over the square of what the teacher's block adds while forced, over the stream's variance after that."""
    errors = []
    for i, (mine, wanted) in enumerate(zip(ours, theirs)):
        adds = forced and i > 0 and theirs[i - 1].shape == wanted.shape
        whole = (wanted - theirs[i - 1]).square().mean() if adds else (wanted - wanted.mean((0, 2, 3), keepdim=True)).square().mean()
        errors.append((mine - wanted).square().mean() / (whole + 1e-6))
    return torch.stack(errors)


def shifted(x: torch.Tensor, dx: int, dy: int) -> torch.Tensor:
    side = x.shape[2]
    return F.pad(x, (SHIFT,) * 4, mode="replicate")[:, :, SHIFT + dy : SHIFT + dy + side, SHIFT + dx : SHIFT + dx + side]


def steady_logits(teacher: Teacher, x: torch.Tensor, own: torch.Tensor, random: np.random.Generator) -> torch.Tensor:
    dx, dy = random.integers(-SHIFT, SHIFT + 1, 2)
    return (own + teacher.logits(shifted(x.flip(3), int(dx), int(dy)))) / 2


class Rate:
    def __init__(self, steps: int):
        self.steps, self.rise = steps, max(1, steps // 20)

    def at(self, step: int) -> float:
        if step < self.rise:
            return PEAK_RATE * (step + 1) / self.rise
        return PEAK_RATE * 0.5 * (1 + float(np.cos(np.pi * (step - self.rise) / max(1, self.steps - self.rise))))


class StemBatches:
    """Crops, and what the teacher's stem makes of each."""

    def __init__(self, which: int, rows: Photographs, teacher: Teacher, generator: torch.Generator, count: int):
        self.which, self.rows, self.teacher, self.generator, self.count = which, rows, teacher, generator, count

    def __len__(self) -> int:
        return self.count

    def __iter__(self):
        for _ in range(self.count):
            chosen = torch.randint(len(self.rows), (STEM_BATCH,), generator=self.generator, device=self.rows.device)
            x = augmented(self.rows.jittered(chosen, CROP_SCALES[self.which], self.generator), self.generator, True)
            yield x, self.teacher.streams(x)[0][0]


def train(which: int, rows: Photographs, teacher: Teacher | None, steps: int, batch: int, log) -> Tower:
    torch.manual_seed(1 + which)
    random = np.random.default_rng([1, which])
    generator = torch.Generator(rows.device).manual_seed(1 + which)
    net = Tower(TOWERS[which])
    if teacher is not None:
        net.stem, off = find_stem(StemBatches(which, rows, teacher, generator, max(2, steps // STEM)))
        log({"tower": which, "stem_off": [round(float(value), 3) for value in off]})
    net = net.to(rows.device).to(memory_format=torch.channels_last)
    first = rows.jittered(torch.randint(len(rows), (MEASURED,), generator=generator, device=rows.device), CROP_SCALES[which], generator)
    net.measure(first, None if teacher is None else teacher.streams(first)[0])
    mean = Tower(TOWERS[which]).to(rows.device)
    mean.load_state_dict(net.state_dict())
    averaged = [value for value in mean.state_dict().values() if value.is_floating_point()]
    current = [value for value in net.state_dict().values() if value.is_floating_point()]
    optimizer = torch.optim.AdamW(net.parameters(), PEAK_RATE, weight_decay=0.01)
    rate, started = Rate(steps), time.monotonic()
    lost, matched, streams = [], [], []
    for step in range(steps):
        done = step / steps
        chosen = torch.randint(len(rows), (batch,), generator=generator, device=rows.device)
        x = augmented(rows.jittered(chosen, CROP_SCALES[which], generator), generator, teacher is not None)
        x = (x * 255).round() / 255
        inside = x.contiguous(memory_format=torch.channels_last)
        if teacher is None:
            loss = label_loss(net(inside), rows.attack[chosen])
        else:
            theirs, taught = teacher.streams(x)
            forced = done < FORCED
            ours, logits = net.forced(inside, theirs) if forced else net.streams(inside)
            if done >= STEADY:
                taught = steady_logits(teacher, x, taught, random)
            loss = match = matching_loss(logits, taught)
            matched.append(match.detach())
            weight = 1.0 if forced else max(0.0, (FEATURES - done) / (FEATURES - FORCED))
            if weight > 0:
                errors = stream_errors(ours, theirs, forced)
                streams.append(errors.detach())
                loss = loss + weight * errors.sum()
        for group in optimizer.param_groups:
            group["lr"] = rate.at(step)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        kept = min(AVERAGED, (step + 1) / (step + 11))
        with torch.no_grad():
            torch._foreach_mul_(averaged, kept)
            torch._foreach_add_(averaged, current, alpha=1 - kept)
        lost.append(loss.detach())
        if (step + 1) % max(1, min(500, steps // 10)) == 0:
            line = {"tower": which, "step": step + 1, "loss": mean_of(lost), "match": mean_of(matched), "seconds": round(time.monotonic() - started)}
            if streams:
                line["streams"] = [round(float(value), 3) for value in torch.stack(streams).mean(0)]
            log(line)
            lost, matched, streams = [], [], []
    mean.eval()
    return mean


def mean_of(values: list[torch.Tensor]) -> float | None:
    return round(float(torch.stack(values).mean()), 4) if values else None


@torch.no_grad()
def report(net: Tower, which: int, rows: Photographs, teacher: Teacher | None) -> dict[str, float]:
    """How like its teacher a tower is on crops as the product cuts them, and how both tell faces from attacks in the simulation."""
    ours, theirs, steady = [], [], []
    random = np.random.default_rng(1)
    for part in torch.arange(len(rows), device=rows.device).split(256):
        x = (rows.plain(part, CROP_SCALES[which]) * 255).round() / 255
        ours.append(live_odds(net(x)).cpu())
        if teacher is not None:
            logits = teacher.logits(x)
            theirs.append(live_odds(logits).cpu())
            steady.append(live_odds(steady_logits(teacher, x, logits, random)).cpu())
    live = (rows.attack == 0).cpu().numpy()
    odds = torch.cat(ours).numpy()
    out = {"tower": which, "n_live": int(live.sum()), "n_attack": int((~live).sum()), "auc": auc(odds[live], odds[~live]), "eer": eer(odds[live], odds[~live])}
    if teacher is not None:
        taught, mean = torch.cat(theirs).numpy(), torch.cat(steady).numpy()
        out |= {"teacher_auc": auc(taught[live], taught[~live]), "teacher_eer": eer(taught[live], taught[~live])}
        out |= {"correlation": np.corrcoef(odds, taught)[0, 1], "correlation_steady": np.corrcoef(odds, mean)[0, 1]}
        out |= {"difference": np.abs(odds - taught).mean(), "spread": taught.std()}
    return {name: round(float(value), 4) for name, value in out.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photographs", type=Path)
    parser.add_argument("validation", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teachers", type=Path)
    parser.add_argument("--steps", type=int, default=6500)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--tower", type=int, choices=range(len(TOWERS)), help="train this one alone; default: one after the other")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.deterministic = True
    options.out.mkdir(parents=True, exist_ok=True)
    asked = [None] * len(TOWERS) if options.teachers is None else teachers(options.teachers, options.device)
    rows = Photographs(options.photographs, options.device)
    for which in range(len(TOWERS)) if options.tower is None else [options.tower]:
        with (options.out / f"log-{which}.jsonl").open("w") as file:

            def log(line: dict) -> None:
                print(json.dumps(line), flush=True)
                print(json.dumps(line), file=file, flush=True)

            log({"tower": which, "photographs": len(rows), "steps": options.steps, "batch": options.batch, "teacher": asked[which] is not None})
            net = train(which, rows, asked[which], options.steps, options.batch, log)
            torch.save(net.cpu().state_dict(), options.out / f"tower-{which}.pt")
            net.to(options.device)
            for folder in sorted(options.validation.iterdir()):
                log({"validation": folder.name, **report(net, which, Photographs(folder, options.device), asked[which])})


if __name__ == "__main__":
    main()
