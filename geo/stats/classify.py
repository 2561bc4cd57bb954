"""Classes of a map: where they end, which place is in which, how the legend says it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.stats.natural import natural_bounds

Floats = NDArray[np.float64]
Method = Literal["quantile", "equal", "natural", "std", "pretty", "manual"]
Closed = Literal["upper", "lower"]


class Label(NamedTuple):
    """One class as the legend writes it: both ends belong to the class and no two classes share a number."""

    low: float
    high: float
    text: str


def breaks(values: ArrayLike, method: Method = "quantile", k: int = 5, manual: Sequence[float] | None = None) -> Floats:
    """Where each class of the map ends.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place, any unit. Only the finite ones are used: a place without data is in no class.
    method : str
        ``quantile`` as many places in each class; ``equal`` equally wide classes; ``natural`` classes as alike inside
        as can be; ``std`` one standard deviation wide around the mean; ``pretty`` ends at round numbers; ``manual``
        the ends given.
    k : int, default 5
        Number of classes wanted, at least 1. Never more than there are different values (``manual`` apart).
    manual : sequence of float
        Upper ends for ``manual``, any order. They stay as given, empty classes too, so that two maps can be compared;
        the largest value is added when it lies above them all.

    Returns
    -------
    array of float, shape (at most k,)
        Upper bounds, each larger than the one before; the last is the largest value (or the last of ``manual``, when
        that is larger). The first class includes the smallest value.

    Notes
    -----
    Ties merge classes: ``quantile`` and ``natural`` never leave a class empty. ``equal``, ``std`` and ``pretty`` are
    grids, so a class between two far groups may be empty and the legend says 0. ``std`` takes the places as the
    whole, not as a sample (divides by n). ``natural`` is exact (Fisher 1958, "On grouping for maximum homogeneity",
    JASA 53), so the answer is the same every time.

    Raises ValueError for an unknown method, k below 1, no finite value, or ``manual`` without finite ends.

    Examples
    --------
    >>> breaks([0, 10, 20, 30, 40, 100], "equal", k=4).tolist()
    [25.0, 50.0, 75.0, 100.0]
    >>> breaks([1, 2, 3, 50, 51, 52], "natural", k=2).tolist()
    [3.0, 52.0]
    >>> breaks([7, 7, float("nan")]).tolist()
    [7.0]
    """
    if method not in get_args(Method):
        raise ValueError(f"breaks: no method {method!r}; choose one of {', '.join(get_args(Method))}")
    if k < 1:
        raise ValueError(f"breaks: a map needs at least 1 class, {k} asked for")
    given = np.asarray(values, dtype=float)
    # Sorted, since rounding of a sum depends on the order and the same places must always give the same classes.
    finite = np.sort(given[np.isfinite(given)])
    if not len(finite):
        raise ValueError(f"breaks: none of {given.size} values is a finite number, so there is nothing to class")
    if method == "manual":
        return _manual(finite, manual)
    distinct = np.unique(finite)
    k = min(k, len(distinct))
    lowest, largest = distinct[0], distinct[-1]
    if k == 1:
        return np.array([largest])
    inner: Floats
    match method:
        case "natural":
            return natural_bounds(finite, k)
        case "quantile":
            inner = np.quantile(finite, np.arange(1, k) / k)
        case "equal":
            inner = np.linspace(lowest, largest, k + 1)[1:-1]
        case "std":
            inner = finite.mean() + (np.arange(k - 1) - (k - 2) / 2) * finite.std()
        case _:
            inner = _round_numbers(lowest, largest, k)
    bounds = np.append(np.unique(inner[(inner >= lowest) & (inner < largest)]), largest)
    if method == "quantile":
        # Interpolation between two tied groups can put two ends between the same two values.
        bounds = bounds[np.bincount(assign(finite, bounds), minlength=len(bounds)) > 0]
    return bounds


def assign(values: ArrayLike, bounds: ArrayLike, closed: Closed = "upper") -> NDArray[np.intp]:
    """The class each place is in, counted from 0; -1 where there is no number.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place, in the unit of ``bounds``.
    bounds : array of float, shape (k,)
        Upper bounds, ascending, as from ``breaks``.
    closed : "upper" or "lower"
        Which end belongs to a class. ``upper``: a value equal to a bound is in the class below it. ``lower``: it is in
        the class above, which is what a standard means ("75 and more").

    Returns
    -------
    array of int, shape (n,)
        Every finite value is in exactly one class; beyond the last bound it is in the last class.

    Examples
    --------
    >>> assign([0, 10, 10.5, float("nan"), 30], [10, 20, 30]).tolist()
    [0, 0, 1, -1, 2]
    >>> assign([49.9, 50, 75, 95, 100], [50, 75, 95, 100], closed="lower").tolist()
    [0, 1, 2, 3, 3]
    """
    numbers = np.asarray(values, dtype=float)
    side: Literal["left", "right"] = "left" if closed == "upper" else "right"
    inner = np.asarray(bounds, dtype=float)[:-1]
    return np.where(np.isfinite(numbers), np.searchsorted(inner, numbers, side=side), -1)


def labels(bounds: ArrayLike, lowest: float, decimals: int = 1, closed: Closed = "upper") -> list[Label]:
    """The classes as a legend writes them: no number stands in two classes, the largest value stands in the last.

    Parameters
    ----------
    bounds : array of float, shape (k,)
        Upper bounds, ascending.
    lowest : float
        Where the first class begins: the smallest value, or the natural zero when the classes are fixed.
    decimals : int, default 1
        Decimals shown. More are used when two bounds would read the same.
    closed : "upper" or "lower"
        As in ``assign``.

    Returns
    -------
    list of Label, length k
        ``low`` and ``high`` rounded, and the text "low–high" (one number where both are the same; spaces around the
        dash where a number is negative). Numbers only, so the text serves every language.

    Raises
    ------
    ValueError
        For bounds that do not rise: two classes of one end cannot be told apart.

    Notes
    -----
    Each class begins one last digit after the one before ends. The ends of the scale are rounded outwards. A value
    with more decimals than shown is classed by its exact bound and may read like the bound beside it.

    Examples
    --------
    >>> [label.text for label in labels([10, 20, 97.25], lowest=0)]
    ['0.0–10.0', '10.1–20.0', '20.1–97.3']
    >>> [label.text for label in labels([50, 75, 95, 100], lowest=0, decimals=0, closed="lower")]
    ['0–49', '50–74', '75–94', '95–100']
    """
    # Through text, since 0.3 as a binary number lies under 0.3 and would be rounded outwards to 0.2.
    ends = [Decimal(str(bound)) for bound in np.asarray(bounds, dtype=float).tolist()]
    if any(one >= other for one, other in pairwise(ends)):
        raise ValueError(f"labels: upper bounds must rise; {', '.join(map(str, ends))} given")
    units = _units(ends, decimals)
    while len(set(units)) < len(units):
        decimals += 1
        units = _units(ends, decimals)
    start = int(Decimal(str(float(lowest))).scaleb(decimals).to_integral_value(ROUND_FLOOR))
    if closed == "upper":
        lows, highs = [start, *(unit + 1 for unit in units[:-1])], units
    else:
        lows, highs = [start, *units[:-1]], [*(unit - 1 for unit in units[:-1]), units[-1]]
    lows[0] = min(lows[0], highs[0])
    dash = " – " if lows[0] < 0 else "–"
    return [_label(low, high, decimals, dash) for low, high in zip(lows, highs, strict=True)]


def histogram(values: ArrayLike, bounds: ArrayLike, bins: int = 24) -> tuple[NDArray[np.intp], Floats]:
    """How many places have about which value: the small chart that stands in the legend.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place; only the finite ones are counted.
    bounds : array of float, shape (k,)
        Upper bounds of the classes. The chart ends at the last of them, or at the largest value if that is larger.
    bins : int, default 24
        Number of bars, all equally wide.

    Returns
    -------
    counts : array of int, shape (bins,)
        Places in each bar; they add up to the number of finite values.
    edges : array of float, shape (bins + 1,)
        Where bars begin and end, in the unit of the values. When all are equal the chart is one unit wide around
        the value.

    Notes
    -----
    A bar takes the colour of the class its middle is in; a bound inside a bar is not seen.

    Examples
    --------
    >>> counts, edges = histogram([0, 1, 1, 4, float("nan")], [2, 4], bins=4)
    >>> counts.tolist(), edges.tolist()
    ([1, 2, 0, 1], [0.0, 1.0, 2.0, 3.0, 4.0])
    """
    given = np.asarray(values, dtype=float)
    finite = given[np.isfinite(given)]
    end = float(np.asarray(bounds, dtype=float)[-1])
    lowest = float(finite.min(initial=end))
    counts, edges = np.histogram(finite, bins=bins, range=(lowest, float(finite.max(initial=end))))
    return counts, edges


def _manual(finite: Floats, manual: Sequence[float] | None) -> Floats:
    if manual is None or not len(manual) or not np.isfinite(manual).all():
        raise ValueError(f"breaks: method 'manual' needs finite upper ends in manual=, {manual} given")
    ends = np.unique(np.asarray(manual, dtype=float))
    largest = finite.max()
    return np.append(ends, largest) if largest > ends[-1] else ends


def _round_numbers(lowest: float, largest: float, k: int) -> Floats:
    """Multiples of 1, 2, 2.5 or 5 times a power of ten, with the smallest step that gives no more than k classes."""
    power = int(np.floor(np.log10((largest - lowest) / k)))
    # Whole numbers divided by a power of ten give 0.3 where 3 * 0.1 would give 0.30000000000000004.
    for tens, step in ((p, s) for p in range(power, power + 3) for s in (10, 20, 25, 50)):
        scale = 10.0 ** (1 - tens)
        first, last = np.floor(lowest * scale / step) + 1, np.ceil(largest * scale / step) - 1
        if last - first + 2 <= k:
            break
    inner: Floats = np.arange(first, last + 1) * step / scale
    return inner


def _units(ends: list[Decimal], decimals: int) -> list[int]:
    last = ends[-1].scaleb(decimals).to_integral_value(ROUND_CEILING)
    return [*(int(end.scaleb(decimals).to_integral_value(ROUND_HALF_EVEN)) for end in ends[:-1]), int(last)]


def _label(low: int, high: int, decimals: int, dash: str) -> Label:
    texts = [f"{Decimal(unit).scaleb(-decimals):,.{decimals}f}".replace("-", "−") for unit in (low, high)]
    text = texts[0] if low == high else dash.join(texts)
    return Label(low / 10**decimals, high / 10**decimals, text)
