"""python3 -m unittest, in this folder."""

import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
import torch.nn.functional as F

import calibrate
from camera import photograph
from export import graph, rounded
from media import ATTACKS, FLAT
from augment import augmented
from generate import scenery, scenes
from metrics import auc, eer
from muon import Muon, orthogonal
from narrow import Moments, narrowed, without_least
from network import CLASSES, GAINS, STREAM, TOWERS, WIDE, Layer, Stem, Tower, even_out
from simulate import CROP_SCALES, FACE_LUMA, INPUT, MOST_GAIN, Shot, Source, crop, cut, face_crop, lightened, shoot
from teacher import live_odds
from stem import bent, find_stem
from train import PARTS, RISE, label_loss, matching_loss, rate_at, stream_errors
from views import Photographs


def source(seed: int) -> Source:
    generator = torch.Generator().manual_seed(seed)
    return Source(torch.rand(3, 256, 256, generator=generator), (90.0, 80.0, 70.0, 95.0))


class Metrics(unittest.TestCase):
    def test_separated_reversed_and_tied_scores(self):
        self.assertEqual(auc(np.array([3.0, 4]), np.array([1.0, 2])), 1)
        self.assertEqual(auc(np.array([1.0, 2]), np.array([3.0, 4])), 0)
        self.assertEqual(auc(np.array([1.0, 1]), np.array([1.0, 1, 1])), 0.5)
        self.assertEqual(eer(np.array([3.0, 4]), np.array([1.0, 2])), 0)


class Calibration(unittest.TestCase):
    def sessions(self, slope: float, bias: float) -> tuple[np.ndarray, np.ndarray]:
        """Sums of evidence, of as many attacks as people, of which `slope` and `bias` make the probability."""
        random = np.random.default_rng(1)
        total = random.normal(0, 2, 40_000)
        live = random.random(len(total)) < calibrate.probability(total, slope, bias)
        return total, live

    def test_slope_and_bias_are_found(self):
        total, live = self.sessions(0.7, 0.0)
        slope, bias = calibrate.fitted(total, live, (0, 1))
        self.assertAlmostEqual(slope, 0.7, 1)
        self.assertAlmostEqual(bias, 0, 1)
        self.assertEqual(calibrate.fitted(total, live, ()), (1, 0))
        self.assertEqual(calibrate.fitted(total, live, (1,))[0], 1)

    def test_how_many_attacks_there_are_does_not_move_the_fit(self):
        total, live = self.sessions(0.7, 0.0)
        fewer = live | (np.arange(len(live)) % 4 == 0)
        one, other = (calibrate.fitted(total[chosen], live[chosen], (0, 1)) for chosen in (np.ones(len(live), bool), fewer))
        self.assertTrue(np.allclose(one, other, atol=0.1))

    def test_a_probability_is_nearer_to_the_truth_than_a_score_that_is_none(self):
        total, live = self.sessions(0.5, 0.4)
        before, after = (calibrate.judged(calibrate.probability(total, *fit), live) for fit in ((1, 0), calibrate.fitted(total, live, (0, 1))))
        self.assertLess(after["error"], 0.02)
        self.assertGreater(before["error"], 0.05)
        for name in before:
            self.assertLess(after[name], before[name])

    def test_what_cross_validation_says_is_what_other_sessions_say(self):
        total, live = (each[:400] for each in self.sessions(0.5, 0.0))
        said = calibrate.cross_validated(total, live, (0, 1), np.random.default_rng(1))["log_loss"]
        others, other_live = (each[400:] for each in self.sessions(0.5, 0.0))
        self.assertAlmostEqual(said, calibrate.judged(calibrate.probability(others, *calibrate.fitted(total, live, (0, 1))), other_live)["log_loss"], 1)


class Simulation(unittest.TestCase):
    def test_a_shot_depends_on_its_seed_alone(self):
        for attack in (None, *ATTACKS):
            first, again, other = (shoot(source(1), source(2), attack, np.random.default_rng(seed)) for seed in (5, 5, 6))
            self.assertTrue(torch.equal(first.frame, again.frame))
            self.assertEqual(first.box, again.box)
            self.assertFalse(first.frame.shape == other.frame.shape and torch.equal(first.frame, other.frame))

    def test_a_flat_attack_is_not_the_face_itself(self):
        for attack in FLAT:
            live, fake = (shoot(source(1), source(2), kind, np.random.default_rng(5)) for kind in (None, attack))
            self.assertFalse(live.frame.shape == fake.frame.shape and torch.allclose(live.frame, fake.frame, atol=0.02))

    def test_a_mask_is_photographed_as_a_head_is(self):
        live, mask = (shoot(source(1), source(2), kind, np.random.default_rng(5)) for kind in (None, "mask"))
        self.assertTrue(torch.equal(live.frame, mask.frame))
        self.assertEqual(mask.attack, "mask")

    def test_masks_are_of_those_who_wear_one(self):
        bare, masked = Source(torch.zeros(3, 64, 64), (20.0, 20.0, 20.0, 24.0)), Source(torch.ones(3, 64, 64), (20.0, 20.0, 20.0, 24.0))
        seen = {attack: [] for attack in (None, *ATTACKS)}
        for scene in scenes([bare], [masked], [], 60, np.random.default_rng(1), False):
            seen[scene.attack].append(float(scene.light.mean()))
        self.assertGreater(min(seen["mask"]), 0.3)
        self.assertLess(np.median(seen[None]), 0.1)

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
        self.assertTrue(torch.allclose(cut(frame, (0, 0, INPUT, INPUT), INPUT), frame, atol=1e-5))

    def test_a_crop_does_not_average_what_a_shrunk_pixel_covers(self):
        frame = torch.zeros(3, 2 * INPUT, 2 * INPUT)
        frame[:, ::4] = 1  # a line in four
        self.assertGreater(float(cut(frame, (0, 0.5, 2 * INPUT, 2 * INPUT - 1), INPUT).max()), 0.9)


    def test_dark_faces_are_brightened_to_one_light_and_bright_ones_left(self):
        grey = torch.tensor([0.01, 0.2, FACE_LUMA, 0.9]).view(4, 1, 1, 1).expand(4, 3, INPUT, INPUT)
        for scale in CROP_SCALES:
            means = lightened(grey, scale).mean((1, 2, 3))
            self.assertTrue(torch.allclose(means, torch.tensor([0.01 * MOST_GAIN, FACE_LUMA, FACE_LUMA, 0.9]), atol=1e-4))
        behind = grey[1:2].clone()
        behind[..., : INPUT // 4] = 1  # a window beside the face changes nothing
        self.assertAlmostEqual(float(lightened(behind, 4.0)[0, 0, 40, 40]), FACE_LUMA, 4)


class Views(unittest.TestCase):
    def photographs(self) -> tuple[Photographs, list[Shot]]:
        random = np.random.default_rng(1)
        shots = [shoot(source(1), source(2), attack, random) for attack in (None, "print", "phone")]
        frames = [(shot.frame.permute(1, 2, 0) * 255 + 0.5).to(torch.uint8) for shot in shots]
        with TemporaryDirectory() as folder:
            np.savez(
                Path(folder) / "1.npz",
                pixels=np.concatenate([frame.reshape(-1).numpy() for frame in frames]),
                size=np.array([(frame.shape[1], frame.shape[0]) for frame in frames]),
                box=np.array([shot.box for shot in shots], np.float32),
                attack=np.arange(3),
            )
            rows = Photographs(Path(folder), "cpu")
        return rows, [Shot(frame.permute(2, 0, 1).float() / 255, shot.box, shot.attack) for frame, shot in zip(frames, shots)]

    def test_many_crops_at_once_are_the_crops_of_each(self):
        rows, shots = self.photographs()
        for scale in CROP_SCALES:
            together = rows.plain(torch.arange(3), scale)
            for one, shot in zip(together, shots):
                self.assertTrue(torch.allclose(one, crop(shot, scale), atol=1e-4))

    def test_an_averaged_crop_is_of_the_same_place_and_smoother(self):
        rows, _ = self.photographs()
        chosen = torch.arange(3)
        middle, half = rows.rectangle(rows.box[chosen], rows.size[chosen], 4.0)
        still = torch.eye(2).expand(3, 2, 2)
        fine, averaged = (rows.cut(chosen, middle, half, still, taps) for taps in (1, 4))
        self.assertLess(float((fine.mean((1, 2, 3)) - averaged.mean((1, 2, 3))).abs().max()), 0.03)
        self.assertTrue(bool((averaged.diff(dim=3).abs().mean((1, 2, 3)) < fine.diff(dim=3).abs().mean((1, 2, 3))).all()))

    def test_a_jittered_crop_depends_on_the_generator_alone(self):
        rows, _ = self.photographs()
        chosen = torch.tensor([0, 1, 2, 0, 1])
        first, again, other = (rows.jittered(chosen, 2.7, torch.Generator().manual_seed(seed)) for seed in (3, 3, 4))
        self.assertTrue(torch.equal(first, again))
        self.assertFalse(torch.equal(first, other))
        self.assertFalse(torch.equal(first[0], first[3]))

    def test_scenery_has_a_box_inside_it(self):
        random = np.random.default_rng(1)
        for _ in range(20):
            place = scenery([torch.rand(3, 60, 120)], random)
            x, y, w, h = place.box
            self.assertTrue(0 <= x and 0 <= y and x + w <= place.picture.shape[2] and y + h <= place.picture.shape[1])

    def test_there_must_be_photographs(self):
        with TemporaryDirectory() as folder, self.assertRaises(FileNotFoundError):
            Photographs(Path(folder), "cpu")


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
    def test_agreeing_with_the_teacher_costs_nothing(self):
        taught = torch.randn(4, len(CLASSES))
        self.assertAlmostEqual(float(matching_loss(taught + 5, taught)), 0, 5)
        self.assertGreater(float(matching_loss(taught.flip(1) * 3, taught)), 0.1)

    def test_without_a_teacher_the_labels_count(self):
        live = torch.tensor([[5.0, -5, -5]])
        right, wrong = (float(label_loss(live, torch.tensor([attack]))) for attack in (0, 1))
        self.assertLess(right, wrong)

    def test_odds_are_of_live_against_the_rest(self):
        logits = torch.tensor([2.0, 1.0, -1.0])
        belief = float(torch.softmax(logits, 0)[0])
        self.assertAlmostEqual(float(torch.sigmoid(live_odds(logits))), belief, 5)

    def test_a_block_that_adds_nothing_is_wrong_by_all_that_its_teachers_block_adds(self):
        before, after = torch.randn(2, 4, 5, 5), torch.randn(2, 4, 5, 5)
        errors = stream_errors([before, before], [before, after], forced=True)
        self.assertAlmostEqual(float(errors[0]), 0, 4)
        self.assertAlmostEqual(float(errors[1]), 1, 4)

    def test_of_many_paths_the_one_that_is_the_teachers_is_found(self):
        torch.manual_seed(1)
        teacher = Stem(STREAM[0])
        with torch.no_grad():
            even_out(teacher.spread, even_out(teacher.look, torch.rand(4, 3, INPUT, INPUT), 1), 1)

        class Batches:
            def __len__(self):
                return 200

            def __iter__(self):
                for _ in range(200):
                    x = torch.rand(2, 3, 16, 16)
                    yield x, teacher(x).detach()

        stem, off = find_stem(Batches())
        x = torch.rand(8, 3, 16, 16)
        with torch.no_grad():
            wanted, given = teacher(x), stem(x)
        self.assertLess(float((given - wanted).square().mean() / wanted.square().mean()), 0.3)
        self.assertEqual(tuple(off.shape), (STREAM[0],))

    def test_filters_that_see_nothing_under_nought_bend_all_the_same(self):
        torch.manual_seed(1)
        layer = Layer(3, 64, 3, sloped=True)
        x = 0.5 + 0.02 * torch.randn(8, 3, 16, 16)
        with torch.no_grad():
            before = (layer.linear(x) > 0).float().mean((0, 2, 3))
            bent(layer, x)
            share = (layer.linear(x) > 0).float().mean((0, 2, 3))
        is_bent = lambda shares: int(((shares > 0.02) & (shares < 0.98)).sum())
        self.assertGreater(is_bent(share), 50)
        self.assertLess(is_bent(before), is_bent(share))

    def test_measured_scales_keep_what_goes_through_a_tower_even(self):
        torch.manual_seed(1)
        tower = Tower(TOWERS[0])
        x = torch.rand(16, 3, INPUT, INPUT)
        taught = [40 + 9 * torch.randn_like(value) for value in tower.streams(x)[0]]
        tower.measure(x, taught)
        given, _ = tower.forced(x, taught)
        for block, before, value in zip(tower.blocks, taught, given[1:]):
            added = value - before if block.adds else value
            wanted = GAINS[-1] * block.after.spread.mean()
            self.assertLess(abs(float((added - block.after.middle.view(1, -1, 1, 1)).std() / wanted) - 1), 0.5)

    def test_the_rate_rises_falls_and_ends_at_nought(self):
        self.assertLess(rate_at(0), rate_at(RISE / 2))
        self.assertAlmostEqual(rate_at(RISE), 1)
        self.assertGreater(rate_at(RISE), rate_at(0.5))
        self.assertLess(rate_at(0.99), 0.01)
        self.assertAlmostEqual(sum(PARTS.values()), 1)

    def test_what_is_learnt_in_evened_coordinates_is_learnt_in_all_directions_alike(self):
        torch.manual_seed(1)
        x = torch.rand(8, 3, INPUT, INPUT)
        x = x.cumsum(3) / 40 + 0.1 * x.flip(1)  # neighbours alike
        for layer in (Layer(3, 4, 3), Layer(3, 3, 3, depthwise=True), Layer(3, 8, 1)):
            layer.even_inputs(x)
            patches = F.unfold(x, layer.conv.kernel_size[0], stride=3)
            if layer.depthwise:
                patches = (x / x.square().mean((0, 2, 3), keepdim=True).sqrt()).transpose(0, 1).reshape(-1, 1, INPUT, INPUT)
                patches = F.unfold(patches, 3, stride=3)
            seen = layer.evened @ patches.transpose(0, 1).flatten(1)
            plain = patches.transpose(0, 1).flatten(1)
            spread, before = (torch.linalg.eigvalsh(v @ v.T) for v in (seen, plain))
            self.assertLess(float(spread[-1] / spread[0].clamp_min(1e-9)), 0.1 * float(before[-1] / before[0].clamp_min(1e-9)))

    def test_no_error_goes_from_a_chained_block_to_the_one_before(self):
        torch.manual_seed(1)
        tower = Tower(TOWERS[1])
        streams, _ = tower.chained(torch.rand(1, 3, INPUT, INPUT))
        streams[-1].sum().backward()
        self.assertIsNotNone(tower.blocks[-1].expand.conv.weight.grad)
        self.assertIsNone(tower.blocks[-2].expand.conv.weight.grad)

    def test_a_muon_step_has_the_same_length_in_all_directions(self):
        torch.manual_seed(1)
        narrow = torch.randn(20, 8) @ torch.diag(torch.logspace(-1, 1, 8))
        lengths = torch.linalg.svdvals(orthogonal(narrow))
        self.assertGreater(float(lengths[-1]), 0.5)
        self.assertLess(float(lengths[0]), 1.3)
        weight = torch.nn.Parameter(torch.zeros(20, 8))
        weight.grad = narrow
        Muon([weight], 0.1).step()
        self.assertAlmostEqual(float(weight.norm()), 0.1 * (20 / 8) ** 0.5 * float(lengths.norm()), 3)


class Narrowing(unittest.TestCase):
    def test_a_channel_that_is_a_sum_of_others_goes_and_costs_nothing(self):
        torch.manual_seed(1)
        x = torch.randn(400, 6)
        x[:, 2] = x[:, 0] - 2 * x[:, 4] + 3
        weight, bias = torch.randn(5, 6), torch.randn(5)
        moments = Moments()
        moments.add(x[:100])
        moments.add(x[100:])
        stays, fitted, moved = without_least(moments.mean(), weight, bias, 5)
        self.assertEqual(len({0, 2, 4} - set(stays.tolist())), 1)
        self.assertTrue(torch.allclose(x[:, stays] @ fitted.T + moved, x @ weight.T + bias, atol=1e-2))

    def test_the_channel_that_matters_least_goes_first(self):
        torch.manual_seed(1)
        x = torch.randn(400, 4)
        moments = Moments()
        moments.add(x)
        weight = torch.ones(2, 4) * torch.tensor([1.0, 0.01, 1, 0.1])
        for left, wanted in ((3, [0, 2, 3]), (2, [0, 2])):
            self.assertEqual(without_least(moments.mean(), weight, torch.zeros(2), left)[0].tolist(), wanted)

    def test_a_tower_that_is_left_as_wide_is_the_same_function(self):
        torch.manual_seed(1)
        x = torch.rand(8, 3, INPUT, INPUT)
        for widths in WIDE:
            wide = Tower(widths)
            with torch.no_grad():
                self.assertTrue(torch.allclose(narrowed(wide, widths, [x])(x), wide(x), atol=1e-3 * float(wide(x).abs().max())))

    def test_a_narrowed_block_is_nearer_than_one_that_keeps_its_first_channels(self):
        torch.manual_seed(1)
        x = torch.rand(32, 3, INPUT, INPUT)
        wide = Tower(WIDE[0])
        tower = narrowed(wide, TOWERS[0], x.split(8))
        with torch.no_grad():
            stem = wide.stem(x)
            wanted, given = wide.blocks[0](stem), tower.blocks[0](stem)
            cut = Tower(TOWERS[0]).blocks[0]
            for mine, theirs in zip((cut.expand, cut.spread), (wide.blocks[0].expand, wide.blocks[0].spread)):
                for new, before in zip(mine.conv.parameters(), theirs.conv.parameters()):
                    new.copy_(before[: len(new)])
            cut.project.conv.weight.copy_(wide.blocks[0].project.conv.weight[:, : len(cut.spread.conv.bias)])
            self.assertLess(float((given - wanted).square().mean()), 0.5 * float((cut(stem) - wanted).square().mean()))

    def test_scales_and_coordinates_that_fit_a_tower_leave_its_function(self):
        torch.manual_seed(1)
        x = torch.rand(8, 3, INPUT, INPUT)
        for widths in TOWERS:
            tower = Tower(widths)
            with torch.no_grad():
                streams, before = tower.streams(x)
                tower.rescale([2 + 3 * value for value in streams])
                self.assertNotEqual(float(tower.blocks[1].before.middle[0]), 0)
                tower.even(x)
                self.assertTrue(torch.allclose(tower(x), before, atol=1e-3 * float(before.abs().max())))


class Export(unittest.TestCase):
    def test_folding_and_rounding_keep_the_scores(self):
        torch.manual_seed(1)
        towers = [Tower(widths) for widths in TOWERS]
        x = torch.rand(8, 3, INPUT, INPUT)
        for tower in towers:
            tower.measure(x, [2 + value * 3 for value in tower.streams(x)[0]])
        with torch.no_grad():
            before = [tower(x) for tower in towers]
            document, weights = graph(towers)
            after = [rounded(tower)(x) for tower in towers]
        for one, other in zip(before, after):
            self.assertTrue(torch.allclose(one, other, atol=0.02 * float(one.abs().max())))
        last = document["weights"]["entries"][-1]
        self.assertEqual(last["offset"] + 2 * int(np.prod(last["shape"])), len(weights))
        self.assertLess(len(weights), 1_500_000)


if __name__ == "__main__":
    unittest.main()
