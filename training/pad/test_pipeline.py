"""python3 -m unittest, in this folder."""

import unittest

import numpy as np
import torch

from camera import photograph
from export import graph, rounded
from media import ATTACKS
from augment import augmented
from metrics import auc, eer
from network import CLASSES, HEADS, PadNet
from simulate import CROP_SCALES, INPUT, Shot, Source, crop, cut, face_crop, shoot
from teacher import live_odds
from train import loss_of, own_scale


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

    def test_the_rectangle_is_the_products_own(self):
        # The same cases as face-crop.test.ts of browser-core, as left, top, width, height.
        self.assertEqual(face_crop(641, 481, (280, 200, 80, 100), 2), (240, 150, 160, 200))
        self.assertEqual(face_crop(641, 481, (0, 400, 60, 80), 2), (0, 321, 120, 160))
        self.assertEqual(face_crop(641, 481, (200, 100, 200, 300), 2.7), (140, 1, 320, 480))

    def test_a_crop_that_needs_no_resampling_is_the_frame(self):
        frame = torch.rand(3, INPUT, INPUT)
        for smooth in (False, True):
            picture = cut(frame, (0, 0, INPUT, INPUT), INPUT, smooth)
            self.assertTrue(torch.allclose(picture, frame, atol=1e-5))

    def test_only_a_smooth_crop_averages_what_a_shrunk_pixel_covers(self):
        frame = torch.zeros(3, 2 * INPUT, 2 * INPUT)
        frame[:, ::4] = 1  # a line in four: every other pixel of the crop, or half the light of each
        whole = (0, 0, 2 * INPUT, 2 * INPUT)
        self.assertAlmostEqual(float(cut(frame, whole, INPUT, True).max()), 0.5, 4)
        fine = cut(frame, (0, 0.5, 2 * INPUT, 2 * INPUT - 1), INPUT, False)
        self.assertGreater(float(fine.max()), 0.9)


class Changes(unittest.TestCase):
    def test_depend_on_the_generator_alone_and_stay_in_range(self):
        x = torch.rand(32, 3, INPUT, INPUT, generator=torch.Generator().manual_seed(1))
        first, again, other = (augmented(x, torch.Generator().manual_seed(seed), True) for seed in (3, 3, 4))
        self.assertTrue(torch.equal(first, again))
        self.assertFalse(torch.equal(first, other))
        self.assertTrue(0 <= float(first.min()) and float(first.max()) <= 1)

    def test_nothing_of_another_crop_enters_unless_mixing(self):
        x = torch.zeros(64, 3, INPUT, INPUT)
        x[::2, 0] = 1  # red and black
        changed = augmented(x, torch.Generator().manual_seed(1), False)
        lines = [step for step in changed[1::2].flatten(1).mean(1)]
        self.assertLess(sum(float(line) > 0.3 for line in lines), 4)


class Learning(unittest.TestCase):
    def test_each_crop_is_read_from_the_head_of_its_scale(self):
        logits = torch.arange(2 * HEADS * HEADS * len(CLASSES)).float().view(2 * HEADS, HEADS, len(CLASSES))
        own = own_scale(logits)
        self.assertTrue(torch.equal(own[1, 0], logits[2, 0]))
        self.assertTrue(torch.equal(own[1, 1], logits[3, 1]))

    def test_agreeing_with_the_teachers_costs_nothing_and_the_labels_do_not_count(self):
        taught = torch.randn(4, HEADS, len(CLASSES))
        self.assertAlmostEqual(float(loss_of(taught + 5, taught, torch.zeros(4, dtype=torch.long))), 0, 5)
        self.assertGreater(float(loss_of(taught.flip(2) * 3, taught, torch.zeros(4, dtype=torch.long))), 0.1)

    def test_without_teachers_the_labels_count(self):
        live = torch.tensor([[[5.0, -5, -5]] * HEADS])
        right, wrong = (float(loss_of(live, None, torch.tensor([attack]))) for attack in (0, 1))
        self.assertLess(right, wrong)

    def test_odds_are_of_live_against_the_rest(self):
        logits = torch.tensor([2.0, 1.0, -1.0])
        belief = float(torch.softmax(logits, 0)[0])
        self.assertAlmostEqual(float(torch.sigmoid(live_odds(logits))), belief, 5)


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
        self.assertLess(len(weights), 1_500_000)


if __name__ == "__main__":
    unittest.main()
