"""One letter per area: how a status and a class travel to a browser and into a drawing."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from geo.maps.classing import Classes
from geo.maps.drawn import Drawn, found_at
from geo.maps.legend import MISSING


def letters_of(drawn: Drawn, at: npt.NDArray[np.intp], made: Classes, doubtful: Mapping[str, bool]) -> list[str]:
    """What each area is on a map, as one character: its class, or why it has none.

    Parameters
    ----------
    drawn : Drawn
    at : array of int
        The areas asked for, by where they stand in the table of ``drawn``.
    made : Classes
    doubtful : mapping of code to bool
        Values of low confidence.

    Raises
    ------
    ValueError
        For a status that is none of the five, with the first place that has it.
    """
    table, every = drawn.values.index, drawn.status.to_list()
    if strange := set(every).difference([*MISSING, "ok", "inherited"]):
        wrong = [place for place, status in enumerate(every) if status in strange]
        raise ValueError(
            f"map: {len(wrong)} of {len(every)} areas have an unknown status; "
            f"first is {drawn.status.index[wrong[0]]} with {every[wrong[0]]!r}"
        )
    found = made.of(found_at(drawn.values, table, at).astype(float)).tolist()
    status = found_at(drawn.status, table, at).tolist()
    unsure = {code for code, is_so in doubtful.items() if is_so}
    doubts = [code in unsure for code in table[at]] if unsure else [False] * len(at)
    return [
        MISSING.get(state) or _classed(number, state == "inherited", doubt)
        for number, state, doubt in zip(found, status, doubts, strict=True)
    ]


def _classed(number: int, inherited: bool, doubt: bool) -> str:
    if number < 0:
        return "v" if inherited else "-"
    return chr(ord("A" if inherited else "a" if doubt else "0") + number)
