"""Muon: momentum whose matrices are made orthogonal before they are a step, so that no direction of a layer learns slower than others.

For the matrices between channels; everything else is Adam's. In PyTorch itself from 2.9 on.
"""

import torch

MOMENTUM = 0.95
COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""Of the polynomial that brings all singular values near one in a few rounds (Jordan 2024, https://kellerjordan.github.io/posts/muon)."""
ROUNDS = 5


def orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    """The nearest matrix whose singular values are all about one, from 0.7 to 1.2."""
    a, b, c = COEFFICIENTS
    x = matrix / (matrix.norm() + 1e-7)
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    for _ in range(ROUNDS):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return x.T if tall else x


class Muon(torch.optim.Optimizer):
    """`lr`: the size of a step in every direction of a wide or square matrix; a tall one's is larger by the root of how tall it is."""

    def __init__(self, groups, lr: float):
        super().__init__(groups, {"lr": lr})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                momentum = state.setdefault("momentum", torch.zeros_like(weight))
                momentum.lerp_(weight.grad, 1 - MOMENTUM)
                ahead = orthogonal(weight.grad.lerp(momentum, MOMENTUM).flatten(1))
                tall = max(1.0, ahead.shape[0] / ahead.shape[1]) ** 0.5
                weight.add_(ahead.view_as(weight), alpha=-group["lr"] * tall)
