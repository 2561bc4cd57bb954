"""Theil's two measures, and whether the divide is between groups of places or inside them."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import Floats, refuse, relative, same_places


class TheilSplit(NamedTuple):
    """The divide in two parts that add up: between groups and inside them; ``by_group`` has one row a group."""

    total: float
    between: float
    within: float
    by_group: pd.DataFrame


def theil_t(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """How unevenly something is spread, most sensitive to places that have much.

    Parameters
    ----------
    values, people
        As in ``gini``.

    Returns
    -------
    float
        T = sum p (y / mean) ln(y / mean), from 0 to ln(1 / smallest share of people). A zero counts with its limit 0.

    Notes
    -----
    Splits exactly into between and within groups (``theil_split``). Raises ValueError as ``gini``.
    Theil (1967), Economics and Information Theory.

    Examples
    --------
    >>> round(theil_t([0, 2]), 6)  # ln 2
    0.693147
    """
    ratio, part, *_ = relative("theil_t", values, people)
    return max(0.0, float(part @ _log_terms(ratio)))


def theil_l(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """How unevenly something is spread, most sensitive to places that have little (mean log deviation).

    Parameters
    ----------
    values, people
        As in ``gini``, and no value zero where people live.

    Returns
    -------
    float
        L = sum p ln(mean / y), 0 or more, no upper limit.

    Notes
    -----
    Splits exactly into between and within groups (``theil_split``). A zero would make it infinite and is refused; no
    small number is added. Raises ValueError as ``gini``. Theil (1967); Shorrocks (1980), Econometrica 48.

    Examples
    --------
    >>> round(theil_l([1, 3]), 6)  # ln 2 - ln 3 / 2
    0.143841
    """
    ratio, part, *_ = relative("theil_l", values, people, zero=False)
    return max(0.0, -float(part @ np.log(ratio)))


def theil_split(
    values: ArrayLike, people: ArrayLike | None, groups: ArrayLike, kind: Literal["t", "l"] = "t"
) -> TheilSplit:
    """Whether the divide is between groups (regions, kinds of authority) or inside them: who should act.

    Parameters
    ----------
    values, people
        As in ``theil_t`` or ``theil_l``; ``people`` may be None.
    groups : array, shape (n,)
        The group of each place, none missing.
    kind : "t" or "l"
        Theil T or Theil L (mean log deviation).

    Returns
    -------
    TheilSplit
        ``total`` = ``between`` + ``within`` (to rounding), and ``by_group``, a table indexed by group with
        ``people_share``, ``value_share``, ``mean`` (unit of the values), ``inequality`` (Theil inside the group),
        ``between`` and ``within`` (what the group adds to each part; ``between`` is negative for a group under
        the mean in T and over it in L). Groups stand in order of first place; those without people are left out.

    Notes
    -----
    T: between = sum s_g ln(mean_g / mean), within = sum s_g T_g, s_g the group's share of the value.
    L: between = sum p_g ln(mean / mean_g), within = sum p_g L_g, p_g its share of the people.
    Shorrocks (1980), Econometrica 48, 613-625. The between part grows with the number of groups: compare groupings
    with that in mind. Raises ValueError as ``theil_t`` and ``theil_l``, and for missing groups.

    Examples
    --------
    >>> split = theil_split([1, 1, 3, 3], None, ["rural", "rural", "city", "city"])
    >>> split.within, round(split.between, 6) == round(split.total, 6)
    (0.0, True)
    """
    if kind not in ("t", "l"):
        raise ValueError(f"theil_split: kind must be 't' or 'l', {kind!r} given")
    same_places("theil_split", values=values, people=people, groups=groups)
    names = pd.Series(groups).to_numpy(dtype=object)
    refuse("theil_split", "groups", groups, pd.isna(names), "are missing")
    ratio, part, mean, living = relative("theil_split", values, people, zero=kind == "t")
    codes, labels = pd.factorize(names[living])
    places = pd.DataFrame({"part": part, "held": part * ratio, "ratio": ratio}).groupby(codes)
    people_share, value_share = places["part"].sum(), places["held"].sum()
    # As in the whole: rounding must not push the mean of equal places off them.
    level = (value_share / people_share).clip(places["ratio"].min(), places["ratio"].max()).to_numpy()
    # A group that has nothing adds nothing to T; its places are set to their mean to keep 0 / 0 out.
    own = np.divide(ratio, level[codes], out=np.ones_like(ratio), where=level[codes] > 0)
    if kind == "t":
        weight, between, inside = value_share, people_share * _log_terms(level), part * level[codes] * _log_terms(own)
    else:
        weight, between, inside = people_share, -people_share * np.log(level), -part * np.log(own)
    within = pd.Series(inside).groupby(codes).sum().clip(lower=0)
    by_group = pd.DataFrame(
        {
            "people_share": people_share,
            "value_share": value_share,
            "mean": level * mean,
            "inequality": (within / weight).where(weight > 0, 0.0),
            "between": between,
            "within": within,
        }
    ).set_axis(pd.Index(labels, name="group"))
    between_groups, within_groups = max(0.0, float(between.sum())), float(within.sum())
    total = max(0.0, float(part @ _log_terms(ratio) if kind == "t" else -part @ np.log(ratio)))
    return TheilSplit(total, between_groups, within_groups, by_group)


def _log_terms(ratio: Floats) -> Floats:
    """r ln r with its limit 0 where r is 0."""
    terms: Floats = ratio * np.log(ratio, out=np.zeros_like(ratio), where=ratio > 0)
    return terms
