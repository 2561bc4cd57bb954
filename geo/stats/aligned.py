"""The door of the statistics: columns that stand beside each other, one number a place, checked once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Relative(NamedTuple):
    """Places with people: their values over the mean of all people, their shares of all people, and who they are."""

    ratio: Floats
    part: Floats
    mean: float
    living: Bools


def column(who: str, what: str, given: ArrayLike, below_zero: bool = False) -> Floats:
    """One number a place, or a sentence that says which place has none.

    Parameters
    ----------
    who, what : str
        The statistic and the column, as the sentence names them.
    given : array, list or Series, shape (n,)
        The numbers, any unit.
    below_zero : bool, default False
        Whether negative numbers are allowed.

    Returns
    -------
    array of float, shape (n,)

    Notes
    -----
    Raises ValueError, with the count and the first case, for an empty column, text, missing, infinite or (unless
    allowed) negative numbers.

    Examples
    --------
    >>> column("gini", "values", [1, 2]).tolist()
    [1.0, 2.0]
    >>> column("gini", "values", [1, None, 3])
    Traceback (most recent call last):
    ValueError: gini: 1 of 3 values are missing; first is place number 2. Leave out places without data and say so
    """
    try:
        if isinstance(given, pd.Series):
            numbers = given.to_numpy(dtype=float, na_value=np.nan)
        else:
            numbers = np.asarray(given, dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{who}: {what} must be numbers, one a place ({error})") from error
    if numbers.ndim != 1:
        raise ValueError(f"{who}: {what} must be one column, a table of shape {numbers.shape} given")
    if not len(numbers):
        raise ValueError(f"{who}: no {what} given, at least one place is needed")
    refuse(who, what, given, np.isnan(numbers), "are missing", ". Leave out places without data and say so")
    refuse(who, what, given, np.isinf(numbers), "are infinite")
    if not below_zero:
        refuse(who, what, given, numbers < 0, "are negative")
    return numbers


def shares(who: str, people: ArrayLike | None, n: int) -> Floats:
    """The part of all people who live in each place; equal parts when no people are given.

    Examples
    --------
    >>> shares("gini", [100, 300], 2).tolist()
    [0.25, 0.75]
    """
    if people is None:
        return np.full(n, 1 / n)
    residents = column(who, "people", people)
    if not residents.max() > 0:
        raise ValueError(f"{who}: all {len(residents)} people counts are zero, so no place has any weight")
    # Divided by the largest first, so that no sum overflows.
    residents = residents / residents.max()
    parts: Floats = residents / residents.sum()
    return parts


def relative(who: str, values: ArrayLike, people: ArrayLike | None, zero: bool = True) -> Relative:
    """Values over their people-weighted mean, for the places where people live: what unevenness is measured on.

    Parameters
    ----------
    who, values, people
        As in ``column`` and ``shares``.
    zero : bool, default True
        Whether a value may be zero where people live.

    Returns
    -------
    Relative
        ``ratio`` is exactly 1 everywhere when all values are equal.

    Notes
    -----
    Raises ValueError as ``column``, ``shares`` and ``same_places``, and when all values are zero.

    Examples
    --------
    >>> relative("gini", [1, 3, 9], [50, 50, 0]).ratio.tolist()
    [0.5, 1.5]
    """
    same_places(who, values=values, people=people)
    numbers = column(who, "values", values)
    part = shares(who, people, len(numbers))
    living = part > 0
    if not zero:
        mend = ". A zero makes this measure infinite; use gini or theil_t, or say who has nothing"
        refuse(who, "values", values, living & (numbers == 0), "are zero where people live", mend)
    largest = float(numbers[living].max())
    if largest == 0:
        raise ValueError(f"{who}: all {len(numbers)} values are zero where people live, so nothing is shared out")
    numbers, part = numbers[living] / largest, part[living]
    # Rounding must not push the mean of equal values off them: equal places have no gap, not 1e-17.
    mean = float(np.clip(part @ numbers, numbers.min(), numbers.max()))
    return Relative(numbers / mean, part, mean * largest, living)


def same_places(who: str, **columns: ArrayLike | None) -> None:
    """Refuses columns that do not stand beside each other: another length, or other codes in the index.

    Notes
    -----
    Two Series with different indexes are refused even if they are equally long: they would be read by position and
    give one place the people of another. A Series numbered 0, 1, 2 ... has no codes and is read by position.
    """
    present = {what: given for what, given in columns.items() if given is not None}
    lengths = {what: np.shape(given)[0] if np.ndim(given) else 1 for what, given in present.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{length} {what}" for what, length in lengths.items())
        raise ValueError(f"{who}: columns must be equally long, one row a place; {told} given")
    indexed = {what: given.index for what, given in present.items() if isinstance(given, pd.Series)}
    coded = {what: index for what, index in indexed.items() if not isinstance(index, pd.RangeIndex)}
    for what, index in list(coded.items())[1:]:
        first, expected = next(iter(coded.items()))
        if not index.equals(expected):
            where = int(np.argmax(np.asarray(index != expected)))
            raise ValueError(
                f"{who}: {first} and {what} stand in different order; row {where + 1} is place {expected[where]} in "
                f"{first} and {index[where]} in {what}. Put them on one index first"
            )


def refuse(who: str, what: str, given: ArrayLike, wrong: Bools, trouble: str, mend: str = "") -> None:
    """Raises the sentence for wrong rows: how many, and the first of them by its code or its number."""
    if wrong.any():
        case = int(wrong.argmax())
        code: Hashable = f"number {case + 1}"
        if isinstance(given, pd.Series) and not isinstance(given.index, pd.RangeIndex):
            code = given.index[case]
        raise ValueError(f"{who}: {wrong.sum()} of {len(wrong)} {what} {trouble}; first is place {code}{mend}")
