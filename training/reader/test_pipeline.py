"""python3 -m unittest, in this folder."""

import unittest

import numpy as np
import torch

import fonts
from camera import ROWS
from export import graph, rounded
from generate import ALPHABETS, BETWEEN, COLUMNS, STEP, UNDECIDED, sample, targets
from metrics import decoded, edits
from network import ReaderNet, normalised
from phrases import mrz_line, text_line
from render import strip


class Metrics(unittest.TestCase):
    def test_runs_are_one_character_and_gaps_none(self):
        self.assertEqual(decoded(np.array([0, 1, 1, 0, 1, 2, 2, 0]), "AB"), "AAB")
        self.assertEqual([edits("ABC", "ABC"), edits("", "AB"), edits("ABD", "AC")], [0, 2, 2])


class Lines(unittest.TestCase):
    def test_hold_only_characters_of_their_alphabet(self):
        rng = np.random.default_rng(1)
        for kind, line in (("mrz", mrz_line), ("text", text_line)):
            for _ in range(200):
                self.assertLessEqual(set(line(rng)), set(ALPHABETS[kind]))

    def test_of_a_zone_have_its_lengths(self):
        rng = np.random.default_rng(2)
        self.assertLessEqual({len(mrz_line(rng)) for _ in range(100)}, {30, 36, 44})

    def test_no_validation_face_is_trained_on(self):
        self.assertFalse(set(fonts.OCR_B + fonts.MONO) & set(fonts.OCR_B_UNSEEN + fonts.MONO_UNSEEN))
        self.assertFalse(set(fonts.PRINT) & set(fonts.PRINT_UNSEEN))
        self.assertEqual(fonts.missing(), [])


class Shots(unittest.TestCase):
    def test_depend_on_their_seed_alone(self):
        for kind in ALPHABETS:
            first, again, other = (sample(kind, False, False, np.random.default_rng(seed)) for seed in (5, 5, 6))
            self.assertTrue(np.array_equal(first[0], again[0]))
            self.assertEqual(first[2], again[2])
            self.assertFalse(np.array_equal(first[0], other[0]))

    def test_are_windows_with_one_class_a_step(self):
        for seed in range(30):
            crop, classes, text = sample("mrz", False, False, np.random.default_rng(seed))
            self.assertEqual((crop.shape, classes.shape), ((ROWS, COLUMNS), (COLUMNS // STEP,)))
            sure = classes[classes != UNDECIDED]
            self.assertLessEqual(int(sure.max()), len(ALPHABETS["mrz"]))

    def test_of_labels_show_characters_of_the_alphabet(self):
        for seed in range(10):
            _, _, text = sample("text", False, True, np.random.default_rng(seed))
            self.assertLessEqual(set(text), set(ALPHABETS["text"]))

    def test_narrow_blanks_bring_words_together(self):
        near, far = (strip("Given names", fonts.PRINT[0], 22, 0, space)[1][-1, 1] for space in (0.6, 1))
        self.assertLess(near, far)

    def test_the_classes_spell_the_text(self):
        spans = np.array([[0, 20], [20, 40], [40, 60]], float)
        classes = targets("AAB", spans, "AB", 15)
        sure = np.where(classes == UNDECIDED, BETWEEN, classes)
        self.assertEqual(decoded(sure, "AB"), "AAB")


class Export(unittest.TestCase):
    def test_folding_and_rounding_keep_the_probabilities(self):
        torch.manual_seed(1)
        net = ReaderNet(38)
        net.train()
        for _ in range(3):
            net(torch.randn(8, 1, ROWS, 64))
        net.eval()
        x = normalised(torch.rand(4, 1, ROWS, 96))
        with torch.no_grad():
            before = net(x).softmax(1)
            document, weights = graph(net)
            after = rounded(net)(x).softmax(1)
        self.assertEqual(before.shape, (4, 38, 24))
        self.assertTrue(torch.allclose(before, after, atol=0.02))
        last = document["weights"]["entries"][-1]
        self.assertEqual(last["offset"] + 2 * int(np.prod(last["shape"])), len(weights))
        self.assertLess(len(weights), 500_000)


if __name__ == "__main__":
    unittest.main()
