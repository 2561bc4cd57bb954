"""Class colours stay apart for every eye: simulated colour blindness and greyscale, in both themes."""

import numpy as np
import pytest

from geo.maps.colours import MOST, scheme
from geo.maps.inks import inks

# Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15(6), severity 1.0, on linear RGB.
MACHADO = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    "all colours": np.eye(3).tolist(),
    "no colours": [[0.2126, 0.7152, 0.0722]] * 3,
}
# CIE 1976: a difference of 1 is just seen on touching patches; a map needs more, since like classes rarely touch.
APART = 4.0


def linear(colour: str) -> np.ndarray:
    part = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    ratio = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def seen(colour: str, eye: str) -> np.ndarray:
    return lab(np.array(MACHADO[eye]) @ linear(colour))


def test_the_ruler_gives_known_lightness():
    assert lab(linear("#ffffff"))[0] == pytest.approx(100, abs=0.1)
    assert lab(linear("#777777"))[0] == pytest.approx(50, abs=0.2)


@pytest.mark.parametrize("eye", MACHADO)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("better", ["higher", "lower", "neither"])
@pytest.mark.parametrize("k", range(2, MOST + 1))
def test_neighbouring_classes_differ_in_lightness_for_every_eye(eye, theme, better, k):
    lightness = np.array([seen(colour, eye)[0] for colour in scheme(better, k, theme)])
    steps = np.diff(lightness)
    assert (np.sign(steps) == np.sign(steps[0])).all(), "lightness turns round: a class would be read out of order"
    assert np.abs(steps).min() > APART


@pytest.mark.parametrize("eye", [eye for eye in MACHADO if eye != "no colours"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("k", range(3, MOST + 1))
def test_all_classes_of_a_diverging_scheme_differ_for_every_colour_blind_eye(eye, theme, k):
    colours = [seen(colour, eye) for colour in scheme("higher", k, theme, "diverging")]
    gaps = [np.linalg.norm(a - b) for i, a in enumerate(colours) for b in colours[i + 1 :]]
    assert min(gaps) > APART


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_two_ends_of_a_diverging_scheme_differ_in_greyscale(theme):
    colours = scheme("higher", 7, theme, "diverging")
    assert abs(seen(colours[0], "no colours")[0] - seen(colours[-1], "no colours")[0]) > APART


@pytest.mark.parametrize("kind", ["sequential", "diverging"])
@pytest.mark.parametrize("k", range(2, MOST + 1))
def test_the_strong_end_always_means_behind(kind, k):
    assert scheme("higher", k, "light", kind) == scheme("lower", k, "light", kind)[::-1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_worst_class_stands_out_most_from_the_page(theme):
    page = 100.0 if theme == "light" else 5.0
    contrast = [abs(seen(colour, "all colours")[0] - page) for colour in scheme("higher", 5, theme)]
    assert contrast[0] == max(contrast)


def test_more_classes_than_eyes_can_part_are_refused():
    with pytest.raises(ValueError, match="10 classes asked for; 1 to 9"):
        scheme("higher", 10)


@pytest.mark.parametrize("eye", MACHADO)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("better", ["higher", "neither"])
def test_the_hatch_of_low_confidence_is_seen_on_every_class_by_every_eye(eye, theme, better):
    for k in range(3, MOST + 1):
        for letter, ink in inks(theme, scheme(better, k, theme)).items():
            if letter.isalpha() and letter not in "xv":
                line = ink.opacity * linear(ink.mark) + (1 - ink.opacity) * linear(ink.ground)
                lightness = [lab(np.array(MACHADO[eye]) @ colour)[0] for colour in (line, linear(ink.ground))]
                assert abs(lightness[0] - lightness[1]) > APART
