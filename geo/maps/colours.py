"""Class colours that keep their order for every eye: by lightness first, by hue second."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal, NamedTuple

Better = Literal["higher", "lower", "neither"]
Theme = Literal["light", "dark"]
Kind = Literal["sequential", "diverging"]

FEWEST, MOST = 3, 9


class Ramp(NamedTuple):
    """One straight run through OKLCH: lightness, chroma and hue (degrees) at both ends, and a bow of chroma between."""

    lightness: tuple[float, float]
    chroma: tuple[float, float]
    hue: tuple[float, float]
    bow: float


# Every ramp starts near the page and ends far from it, so that "more of it" stands out in both themes. The ramp of
# need ends where people are furthest behind; the plain one where there is most.
NEED: dict[Theme, Ramp] = {
    "light": Ramp((0.955, 0.31), (0.05, 0.11), (95, -30), 0.06),
    "dark": Ramp((0.31, 0.93), (0.06, 0.11), (-60, 95), 0.08),
}
PLAIN: dict[Theme, Ramp] = {
    "light": Ramp((0.955, 0.32), (0.02, 0.09), (200, 262), 0.05),
    "dark": Ramp((0.31, 0.93), (0.05, 0.06), (262, 200), 0.06),
}
# Two arms of a diverging scheme: lightness falls off (rises, in the dark) from a shared middle. The arm of need
# stops earlier than the other, so that the two ends also differ in greyscale.
ARM_NEED: dict[Theme, Ramp] = {
    "light": Ramp((0.955, 0.34), (0.01, 0.12), (70, 20), 0.05),
    "dark": Ramp((0.31, 0.92), (0.01, 0.10), (40, 70), 0.07),
}
ARM_GOOD: dict[Theme, Ramp] = {
    "light": Ramp((0.955, 0.50), (0.01, 0.10), (220, 245), 0.03),
    "dark": Ramp((0.31, 0.72), (0.01, 0.10), (250, 230), 0.05),
}


@lru_cache
def scheme(better: Better, k: int, theme: Theme = "light", kind: Kind = "sequential") -> tuple[str, ...]:
    """Colours of ``k`` classes from the lowest to the highest value, as #rrggbb.

    Where higher is better the lowest class carries the strongest colour, where lower is better the highest does:
    on every map of this atlas the strong end of the warm ramp says "behind, look here". Where neither is better a
    blue ramp simply grows with the value. The dark theme turns lightness round, since there the page is dark.

    Parameters
    ----------
    better : "higher", "lower" or "neither"
        Which way is better.
    k : int
        Number of classes, 1 to 9.
    theme : "light" or "dark"
    kind : "sequential" or "diverging"
        Diverging has its neutral colour in the middle class (or between the two middle ones).

    Raises
    ------
    ValueError
        For a number of classes that cannot be told apart.

    Examples
    --------
    >>> scheme("higher", 5) == scheme("lower", 5)[::-1]
    True
    >>> len(scheme("neither", 9, "dark"))
    9
    """
    if not 1 <= k <= MOST:
        raise ValueError(f"colours: {k} classes asked for; 1 to {MOST} can be told apart")
    if kind == "diverging":
        # From worst to best; "neither" is read like "higher": low is the warm arm.
        worst_first = (*_arm(ARM_NEED[theme], k)[::-1], *_middle(theme, k), *_arm(ARM_GOOD[theme], k))
        return worst_first[::-1] if better == "lower" else worst_first
    away = _along((PLAIN if better == "neither" else NEED)[theme], k)
    return away[::-1] if better == "higher" else away


def _along(ramp: Ramp, k: int) -> tuple[str, ...]:
    if k == 1:
        return (_at(ramp, 0.5),)
    # Few classes need not reach the extremes: the last colour stays light enough for a border to be seen on it.
    start, end = (0.08, 0.9) if k <= 4 else (0.03, 0.96) if k <= 6 else (0.0, 1.0)
    return tuple(_at(ramp, start + (end - start) * i / (k - 1)) for i in range(k))


def _arm(ramp: Ramp, k: int) -> tuple[str, ...]:
    steps = k // 2
    return tuple(_at(ramp, (i + 1) / steps * (0.75 if steps == 1 else 1.0)) for i in range(steps))


def _middle(theme: Theme, k: int) -> tuple[str, ...]:
    return (_at(ARM_GOOD[theme], 0.0),) if k % 2 else ()


def _at(ramp: Ramp, t: float) -> str:
    lightness = ramp.lightness[0] + (ramp.lightness[1] - ramp.lightness[0]) * t
    chroma = ramp.chroma[0] + (ramp.chroma[1] - ramp.chroma[0]) * t + ramp.bow * 4 * t * (1 - t)
    hue = ramp.hue[0] + (ramp.hue[1] - ramp.hue[0]) * t
    return oklch(lightness, chroma, hue)


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """The screen colour nearest to an OKLCH colour: chroma shrinks until it fits sRGB.

    Björn Ottosson, "A perceptual color space for image processing" (2020), gives the matrices.

    Examples
    --------
    >>> oklch(1.0, 0.0, 0.0), oklch(0.0, 0.0, 0.0)
    ('#ffffff', '#000000')
    """
    while True:
        a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        mid = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        linear = (
            4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short,
        )
        if chroma <= 0.002 or all(-1e-4 <= part <= 1.0001 for part in linear):
            return "#" + "".join(f"{_gamma(part):02x}" for part in linear)
        chroma -= 0.002


def _gamma(part: float) -> int:
    part = min(max(part, 0.0), 1.0)
    return round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))
