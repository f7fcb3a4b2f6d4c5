"""python3 -m unittest, in this folder."""

import unittest

import numpy as np
import torch

from camera import photograph
from export import graph, rounded
from media import ATTACKS
from metrics import auc, eer
from network import PadNet
from simulate import CROP_SCALES, INPUT, Shot, Source, crop, shoot, square_crop


def source(seed: int) -> Source:
    generator = torch.Generator().manual_seed(seed)
    return Source(torch.rand(3, 256, 256, generator=generator), (90.0, 80.0, 70.0, 95.0))


class Metrics(unittest.TestCase):
    def test_separated_reversed_and_tied_scores(self):
        self.assertEqual(auc(np.array([3.0, 4]), np.array([1.0, 2])), 1)
        self.assertEqual(auc(np.array([1.0, 2]), np.array([3.0, 4])), 0)
        self.assertEqual(auc(np.array([1.0, 1]), np.array([1.0, 1, 1])), 0.5)
        self.assertEqual(eer(np.array([3.0, 4]), np.array([1.0, 2])), 0)


class Simulation(unittest.TestCase):
    def test_a_shot_depends_on_its_seed_alone(self):
        for attack in (None, *ATTACKS):
            first, again, other = (shoot(source(1), source(2), attack, np.random.default_rng(seed)) for seed in (5, 5, 6))
            self.assertTrue(torch.equal(first.frame, again.frame))
            self.assertEqual(first.box, again.box)
            self.assertFalse(first.frame.shape == other.frame.shape and torch.equal(first.frame, other.frame))

    def test_an_attack_is_not_the_face_itself(self):
        for attack in ATTACKS:
            live, fake = (shoot(source(1), source(2), kind, np.random.default_rng(5)) for kind in (None, attack))
            self.assertFalse(live.frame.shape == fake.frame.shape and torch.allclose(live.frame, fake.frame, atol=0.02))

    def test_crops_are_of_the_networks_size_and_in_range(self):
        shot = shoot(source(1), source(2), "print", np.random.default_rng(1))
        for scale in CROP_SCALES:
            picture = crop(shot, scale)
            self.assertEqual(tuple(picture.shape), (3, INPUT, INPUT))
            self.assertTrue(0 <= float(picture.min()) and float(picture.max()) <= 1)

    def test_a_camera_gives_a_picture(self):
        picture = photograph(torch.rand(3, 64, 48), np.random.default_rng(1))
        self.assertEqual(tuple(picture.shape), (3, 64, 48))
        self.assertTrue(0 <= float(picture.min()) and float(picture.max()) <= 1)

    def test_the_square_is_the_products_own(self):
        # The same cases as square-crop.test.ts of browser-core, as left, top, side.
        self.assertEqual(square_crop(640, 480, (280, 200, 80, 100), 1.2), (260, 190, 120))
        self.assertEqual(square_crop(640, 480, (0, 400, 60, 80), 2), (0, 320, 160))
        self.assertEqual(square_crop(640, 480, (200, 100, 200, 300), 2.7), (60, 0, 480))

    def test_a_crop_that_needs_no_resampling_is_the_frame(self):
        frame = torch.rand(3, INPUT, INPUT)
        picture = crop(Shot(frame, (0.0, 0.0, float(INPUT), float(INPUT)), None), 1.0)
        self.assertTrue(torch.allclose(picture, frame, atol=1e-5))


class Export(unittest.TestCase):
    def test_folding_and_rounding_keep_the_scores(self):
        torch.manual_seed(1)
        net = PadNet()
        net.train()
        for _ in range(3):
            net(torch.rand(8, 3, INPUT, INPUT))
        net.eval()
        x = torch.rand(4, 3, INPUT, INPUT)
        with torch.no_grad():
            before = net(x)
            document, weights = graph(net)
            after = rounded(net)(x)
        self.assertTrue(torch.allclose(before, after, atol=0.02))
        last = document["weights"]["entries"][-1]
        self.assertEqual(last["offset"] + 2 * int(np.prod(last["shape"])), len(weights))
        self.assertLess(len(weights), 300_000)


if __name__ == "__main__":
    unittest.main()
