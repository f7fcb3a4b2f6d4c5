"""Trains a tower for each crop scale on simulated photographs; same seeds, same data, same PyTorch and same device give the same weights.

Usage: python3 train.py <photographs> <validation photographs> <out folder> [--teachers folder] [--steps N] [--batch N] [--tower K]
                        [--wide folder]

Towers as wide as the teachers begin with nothing. With --wide the towers that ship are made of those (narrow.py), and learn on.

With teachers a tower learns to give what its teacher gives, by function matching: it is asked about far more than faces, and the
simulation's own idea of an attack never enters. At first each block learns what the teacher's block adds to the stream that the teacher
has; then each goes on with what the blocks before it give, and makes up for their errors as far as it can. No error ever goes from a
block to another: that was tried on top of this and given up half-way, as the streams drifted off (../README.md).
Without teachers the towers learn the simulation's labels, at once and poorly.
"""

import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from augment import augmented
from export import load_tower, rounded
from media import ATTACKS
from metrics import auc, eer
from muon import Muon
from narrow import narrowed
from network import TOWERS, WIDE, Tower
from simulate import CROP_SCALES
from stem import find_stem
from teacher import Teacher, live_odds, teachers
from views import Photographs

PARTS = {"apart": 0.6, "chained": 0.4}
"""Shares of the steps: each block by itself on the teacher's stream; each by itself on what the blocks before it give."""
RATES = {"apart": 1.0, "chained": 0.3, "narrowed": 0.15, "labels": 0.03}
"""What the rates below are times at the height of each part, reached after RISE of it; then they fall to nought as a cosine does. That of the narrowed
towers is a guess, half of the part before; no other was tried."""
RISE = 0.05
ADAM, MUON = 1.2e-2, 0.08
HEAD = 0.3
"""The head's rates are lower by this: its errors are of log-odds, which are many."""
SMOOTHING = 0.03
STEM = 24
"""The stem is looked for in one step for this many of the training's."""
STEM_BATCH = 16
MEASURED = 256
"""Crops over which the fixed scales of the streams are measured."""
NARROWED = 2048
"""Crops over which it is measured which channels a tower can do without."""
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


def rate_at(done: float) -> float:
    """Of a part's height, when `done` of it from 0 to 1 is done."""
    return done / RISE if done < RISE else 0.5 * (1 + math.cos(math.pi * (done - RISE) / (1 - RISE)))


class Optimizers:
    """Muon for the matrices between channels, Adam for the rest; the head's are slower."""

    def __init__(self, net: Tower):
        matrices, head = {id(weight) for weight in net.matrices()}, {id(weight) for weight in net.head.parameters()}

        def groups(rate: float, chosen: bool) -> list[dict]:
            weights = [weight for weight in net.parameters() if (id(weight) in matrices) == chosen]
            parts = ([weight for weight in weights if (id(weight) in head) == inside] for inside in (False, True))
            return [{"params": part, "top": rate * share} for part, share in zip(parts, (1, HEAD))]

        self.all = (Muon(groups(MUON, True), MUON), torch.optim.Adam(groups(ADAM, False), ADAM))

    def zero_grad(self) -> None:
        for one in self.all:
            one.zero_grad(set_to_none=True)

    def step(self, share: float) -> None:
        for one in self.all:
            for group in one.param_groups:
                group["lr"] = group["top"] * share
            one.step()


class StemBatches:
    """Crops, and what the teacher's stem makes of each."""

    def __init__(self, crops, teacher: Teacher, count: int):
        self.crops, self.teacher, self.count = crops, teacher, count

    def __len__(self) -> int:
        return self.count

    def __iter__(self):
        for _ in range(self.count):
            _, x = self.crops(STEM_BATCH)
            yield x, self.teacher.streams(x)[0][0]


class RunningMean:
    """A tower whose weights are the mean of another's over its last steps."""

    def __init__(self, net: Tower):
        self.net = Tower(net.widths).to(next(net.parameters()).device)
        self.net.load_state_dict(net.state_dict())
        self.mean, self.current = ([value for value in each.state_dict().values() if value.is_floating_point()] for each in (self.net, net))

    @torch.no_grad()
    def add(self, step: int) -> None:
        kept = min(AVERAGED, (step + 1) / (step + 11))
        torch._foreach_mul_(self.mean, kept)
        torch._foreach_add_(self.mean, self.current, alpha=1 - kept)


class Training:
    """Of one tower."""

    def __init__(self, which: int, rows: Photographs, teacher: Teacher | None, batch: int, log, wide: Tower | None = None):
        self.which, self.rows, self.teacher, self.batch, self.log, self.wide = which, rows, teacher, batch, log, wide
        torch.manual_seed(1 + which)
        self.generator = torch.Generator(rows.device).manual_seed(1 + which)

    def run(self, steps: int) -> Tower:
        net = self.begun(steps) if self.wide is None else self.narrowed(self.wide)
        mean = RunningMean(net)
        taught = PARTS if self.wide is None else {"narrowed": 1.0}
        for part, share in (taught if self.teacher is not None else {"labels": 1.0}).items():
            self.run_part(part, max(1, round(steps * share)), net, mean)
            net.load_state_dict(mean.net.state_dict())
        return mean.net.eval()

    def chosen(self, count: int) -> torch.Tensor:
        return torch.randint(len(self.rows), (count,), generator=self.generator, device=self.rows.device)

    def crops(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Which photographs, and crops of them, changed at random."""
        chosen = self.chosen(count)
        cut = self.rows.jittered(chosen, CROP_SCALES[self.which], self.generator)
        return chosen, augmented(cut, self.generator, self.teacher is not None)

    def begun(self, steps: int) -> Tower:
        """A tower whose stem was looked for, and whose scales were measured."""
        net = Tower(WIDE[self.which])
        if self.teacher is not None:
            net.stem, off = find_stem(StemBatches(self.crops, self.teacher, max(2, steps // STEM)))
            self.log({"tower": self.which, "stem_off": [round(float(value), 3) for value in off]})
        net = net.to(self.rows.device).to(memory_format=torch.channels_last)
        first = self.rows.jittered(self.chosen(MEASURED), CROP_SCALES[self.which], self.generator)
        net.stem.even(first)
        net.measure(first, None if self.teacher is None else self.teacher.streams(first)[0])
        return net

    def narrowed(self, wide: Tower) -> Tower:
        wide = wide.to(self.rows.device).to(memory_format=torch.channels_last)
        batches = (self.crops(64)[1].contiguous(memory_format=torch.channels_last) for _ in range(NARROWED // 64))
        net = narrowed(wide, TOWERS[self.which], batches).to(self.rows.device).to(memory_format=torch.channels_last)
        first = self.rows.jittered(self.chosen(MEASURED), CROP_SCALES[self.which], self.generator)
        if self.teacher is not None:
            net.rescale(self.teacher.streams(first)[0])
        net.even(first)
        return net

    def run_part(self, part: str, steps: int, net: Tower, mean: RunningMean) -> None:
        optimizers, started, seen = Optimizers(net), time.monotonic(), []
        for step in range(steps):
            losses = self.losses(net, part)
            optimizers.zero_grad()
            losses["loss"].backward()
            optimizers.step(RATES[part] * rate_at((step + 1) / (steps + 1)))
            mean.add(step)
            seen.append({name: value.detach() for name, value in losses.items()})
            if (step + 1) % max(1, min(500, steps // 5)) == 0:
                line = {name: mean_of([each[name] for each in seen]) for name in seen[0]}
                self.log({"tower": self.which, "part": part, "step": step + 1, "seconds": round(time.monotonic() - started), **line})
                seen = []

    def losses(self, net: Tower, part: str) -> dict[str, torch.Tensor]:
        """Of one batch: `loss`, and with a teacher what it is made of."""
        chosen, x = self.crops(self.batch)
        x = (x * 255).round() / 255
        inside = x.contiguous(memory_format=torch.channels_last)
        if self.teacher is None:
            return {"loss": label_loss(net(inside), self.rows.attack[chosen])}
        theirs, taught = self.teacher.streams(x)
        ours, logits = net.forced(inside, theirs) if part == "apart" else net.chained(inside)
        match, errors = matching_loss(logits, taught), stream_errors(ours, theirs, part == "apart")
        return {"loss": match + errors.sum(), "match": match, "streams": errors}


def mean_of(values: list[torch.Tensor]) -> float | list[float]:
    return torch.stack(values).mean(0).double().cpu().numpy().round(4).tolist()


@torch.no_grad()
def report(net: Tower, which: int, rows: Photographs, teacher: Teacher | None) -> dict[str, float]:
    """How like its teacher a tower is on crops as the product cuts them, and how both tell faces from attacks in the simulation."""
    ours, theirs = [], []
    for part in torch.arange(len(rows), device=rows.device).split(256):
        x = (rows.plain(part, CROP_SCALES[which]) * 255).round() / 255
        ours.append(live_odds(net(x)).cpu())
        if teacher is not None:
            theirs.append(live_odds(teacher.logits(x)).cpu())
    live = (rows.attack == 0).cpu().numpy()
    odds = torch.cat(ours).numpy()
    out = {"tower": which, "n_live": int(live.sum()), "n_attack": int((~live).sum()), "auc": auc(odds[live], odds[~live]), "eer": eer(odds[live], odds[~live])}
    if teacher is not None:
        taught = torch.cat(theirs).numpy()
        out |= {"teacher_auc": auc(taught[live], taught[~live]), "teacher_eer": eer(taught[live], taught[~live])}
        out |= {"correlation": np.corrcoef(odds, taught)[0, 1], "difference": np.abs(odds - taught).mean(), "spread": taught.std()}
    return {name: round(float(value), 4) for name, value in out.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photographs", type=Path)
    parser.add_argument("validation", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teachers", type=Path)
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--tower", type=int, choices=range(len(TOWERS)), help="train this one alone; default: one after the other")
    parser.add_argument("--wide", type=Path, help="folder of wide towers to be narrowed; default: wide ones are made")
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
            wide = None if options.wide is None else rounded(load_tower(options.wide, which, WIDE))
            net = Training(which, rows, asked[which], options.batch, log, wide).run(options.steps)
            torch.save(net.cpu().state_dict(), options.out / f"tower-{which}.pt")
            net.to(options.device)
            for folder in sorted(options.validation.iterdir()):
                log({"validation": folder.name, **report(net, which, Photographs(folder, options.device), asked[which])})


if __name__ == "__main__":
    main()
