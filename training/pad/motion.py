"""How hands, heads and cameras move: paths over time, from a seed. Lengths are decimetres, the mesh's own unit; angles degrees."""

import numpy as np

Pose = tuple[np.ndarray, np.ndarray]
"""Turn (3 × 3) and place (3): a thing's own coordinates times the turn, plus the place. x right, y down, z away from the camera."""

TREMOR = (0.005, 0.1)
"""Half a millimetre, a tenth of a degree."""


def wander(random: np.random.Generator, times: np.ndarray, amplitude: float, slow: float, fast: float) -> np.ndarray:
    """Swings around 0 between two frequencies, hertz; `amplitude` is about the largest swing."""
    hertz, phase = random.uniform(slow, fast, 3), random.uniform(0, 2 * np.pi, 3)
    share = random.dirichlet([2, 2, 2])
    return amplitude * (np.sin(2 * np.pi * hertz * times[:, None] + phase) * share).sum(1)


def turned(x: float, y: float, z: float) -> np.ndarray:
    """About the right, the down and the forward axis."""
    a, b, c = np.radians([x, y, z])
    about_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    about_y = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    about_z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return about_z @ about_x @ about_y


def held(random: np.random.Generator, times: np.ndarray, sway: float, turn: float) -> list[Pose]:
    """A thing in a hand: an arm's slow sway (decimetres, degrees) under a tremor of a twentieth of it, TREMOR at most."""
    shift, angle = (
        np.stack([wander(random, times, k, 0.15, 0.8) + wander(random, times, min(k / 20, most), 6, 10) for _ in range(3)], 1)
        for k, most in zip((sway, turn), TREMOR)
    )
    return [(turned(*a), s) for a, s in zip(angle, shift)]


def camera_path(random: np.random.Generator, times: np.ndarray) -> list[Pose]:
    """More often a phone in a hand than a computer on a table."""
    if random.random() < 0.4:
        return [(np.eye(3), np.zeros(3))] * len(times)
    return held(random, times, random.uniform(0.03, 0.15), random.uniform(0.2, 0.7))


def rays(width: int, height: int, fineness: float, focal: float) -> np.ndarray:
    """Directions in the camera's coordinates of every pixel of a picture that is `fineness` times as fine: H × W × 3."""
    w, h = round(width * fineness), round(height * fineness)
    x, y = np.meshgrid((np.arange(w) + 0.5) / fineness - width / 2, (np.arange(h) + 0.5) / fineness - height / 2)
    return np.stack([x / focal, y / focal, np.ones_like(x)], -1).astype(np.float32)
