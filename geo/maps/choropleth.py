"""One description of a choropleth: places, classes, states, colours, legend, words. Screen and print draw the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.maps.classing import Classes, classes
from geo.maps.colours import Kind, scheme
from geo.maps.drawn import Drawn, Values, found_at, to_polygons
from geo.maps.legend import MISSING, OUTSIDE, Floats, Row, class_key, histogram, row, states
from geo.maps.summary import Together, Told, summary
from geo.stats import classify
from geo.words import Say

__all__ = ["Choropleth", "Drawn", "Row", "Say", "Shapes", "Together", "Values", "describe", "to_polygons"]


class Shapes(NamedTuple):
    """The shapes a map is drawn on: where a browser finds them, and their codes in the order of the file."""

    level: str
    within: str | None
    address: str
    codes: tuple[str, ...]

    @property
    def order(self) -> str:
        """Checksum of the codes in their order (FNV-1a, 32 bits): the browser refuses values made for another order.

        Examples
        --------
        >>> Shapes("province", None, "", ("10", "11")).order
        'da87906e'
        """
        return _checksum(self.codes)


@lru_cache(maxsize=256)
def _checksum(codes: tuple[str, ...]) -> str:
    value = 0x811C9DC5
    for byte in ",".join(codes).encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{value:08x}"


@dataclass(frozen=True)
class Choropleth:
    """Everything a drawing of one layer needs, and nothing about where it is drawn.

    ``letters`` has one character per area of ``shapes.codes``; ``rows`` are the classes from lowest to highest,
    ``states`` the rest of the legend; ``bars`` are (class, count) between the two texts of ``span``; ``how`` says how
    the classes were made, ``notes`` what a reader must know of them.
    """

    layer: str
    lang: str
    shapes: Shapes
    letters: str
    classes: Classes
    light: tuple[str, ...]
    dark: tuple[str, ...]
    rows: tuple[Row, ...]
    states: tuple[Row, ...]
    bars: tuple[tuple[int, int], ...]
    ends: tuple[str, str]
    span: tuple[str, str]
    title: str
    unit: str
    year: str
    source: str
    summary: str
    decimals: int
    better: str
    base_unit: str
    worded: bool
    drawn: Drawn
    how: str = ""
    notes: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[float, ...]:
        """Upper ends of the classes."""
        return self.classes.bounds


def describe(
    measured: Values,
    layer: Any,
    shapes: Shapes,
    say: Say,
    lang: str,
    *,
    names: Mapping[str, str],
    places: str,
    year: str,
    source: str,
    shown: Sequence[str] | None = None,
    drawn: Drawn | None = None,
    doubtful: Mapping[str, bool] | None = None,
    method: classify.Method = "quantile",
    k: int = 5,
    bounds: Sequence[float] | None = None,
    lowest: float | None = None,
    open_ends: bool = False,
    closed: classify.Closed = "upper",
    class_names: Sequence[str] = (),
    kind: Kind = "sequential",
    how: str = "",
    notes: Sequence[str] = (),
    together: Together | None = None,
    provinces: Mapping[str, str] | None = None,
) -> Choropleth:
    """What a map of one layer shows, for any drawing of it.

    Parameters
    ----------
    measured : Values
        The layer on every place of its level. Classes come from all of them, so they stay when a filter moves.
    layer : Layer
        Its ``id``, ``title``, ``unit``, ``decimals``, ``better``, ``base_unit`` and ``words`` are read.
    shapes : Shapes
        What is drawn, in the order of the geometry file.
    say, lang
        The reader's language, as a function that speaks it and as "th" or "en".
    names : mapping of code to name
        For the summary; a code without a name stands as itself.
    places : str
        What the areas are called, many of them ("provinces").
    year, source : str
        As the reader sees them.
    shown : sequence of codes, optional
        The reader's filter: other areas are drawn as plain land and counted nowhere.
    drawn : Drawn, optional
        Values on the areas of ``shapes`` where these are not the places themselves (see ``to_polygons``).
    doubtful : mapping of code to bool, optional
        Values of low confidence by the layer's own rule; they keep their class and are drawn lighter and speckled.
    method, k, bounds, lowest, open_ends, closed, class_names
        Classes as in ``geo.maps.classing``; ``bounds`` fixes their upper ends.
    kind
        Colours as in ``geo.maps.colours``.
    how, notes
        How the classes were made, and what must be known of them, in the reader's words.
    together : Together, optional
        Places that lie among their like, for the summary; None where nobody looked.
    provinces : mapping of code to name, optional
        What the areas lie in, for the summary.

    Returns
    -------
    Choropleth
        An infinite value counts as no data. A shown place without a shape is counted in a legend row of its own.

    Raises
    ------
    ValueError
        For a status that is none of the five, with the first place that has it.
    """
    on_map = drawn or Drawn(
        measured.values, measured.base, measured.status, measured.low, measured.high, measured.people
    )
    everywhere = measured.values[measured.status.isin(["ok", "inherited"])].to_numpy(dtype=float)
    everywhere = everywhere[np.isfinite(everywhere)]
    words = {float(value): text.of(lang) for value, text in (getattr(layer, "words", None) or {}).items()}
    worded = bool(words) and len(everywhere) > 0 and set(everywhere.tolist()) <= set(words)
    if worded:
        labels = tuple(words[end] for end in sorted(words))
        made = Classes(tuple(sorted(words)), labels, min(words), "upper", None)
    else:
        made = classes(
            everywhere,
            layer.decimals,
            say,
            method=method,
            k=k,
            bounds=bounds,
            lowest=lowest,
            open_ends=open_ends,
            closed=closed,
            names=class_names,
        )
    ends = made.bounds
    # Ties and far tails leave fewer classes than asked for, and a legend that names another number would be wrong.
    short = bounds is None and not worded and 1 < len(ends) < k
    fewer = [say("legend.fewer", made=len(ends), asked=k)] if short else []
    table = on_map.values.index
    inside = list(shapes.codes) if shown is None else sorted(set(shown))
    at = table.get_indexer(pd.Index(inside, dtype=object))
    codes = [code for code, place in zip(inside, at.tolist(), strict=True) if place >= 0]
    # A place that the reader asks for and that is not of this level is neither drawn nor counted.
    inside = inside if shown is None else codes
    at = at[at >= 0]
    letters = _letters(on_map, at, made, doubtful or {})
    living = found_at(on_map.people, table, at).astype(float)
    keys = np.array([class_key(letter) for letter in letters], dtype="U1")
    rows = tuple(row(str(i), text, living[keys == str(i)]) for i, text in enumerate(made.labels))
    numbers = found_at(on_map.values, table, at).astype(float)
    values = pd.Series(numbers, codes, dtype=float)[keys != ""]
    classed = numbers[keys != ""]
    seen = classed if made.decimals is None else classed.round(made.decimals)
    # Words have no distance between them, and their counts stand in the rows.
    bars, span = ((), ("", "")) if worded else histogram(seen, ends, closed, layer.decimals)
    letter_of = dict(zip(codes, letters, strict=True))
    best = say("map.better_end"), say("map.worse_end")
    inside_set = set(inside)
    return Choropleth(
        layer=layer.id,
        lang=lang,
        shapes=shapes,
        letters="".join(letter_of.get(code, "-") if code in inside_set else OUTSIDE for code in shapes.codes),
        classes=made,
        light=scheme(layer.better, len(ends), "light", kind) if ends else (),
        dark=scheme(layer.better, len(ends), "dark", kind) if ends else (),
        rows=rows,
        states=states(letters, living, inside, shapes.codes, on_map.people, say),
        bars=bars,
        ends={"higher": best[::-1], "lower": best}.get(layer.better, ("", "")),
        span=span,
        title=layer.title.of(lang),
        unit=layer.unit.of(lang),
        year=year,
        source=source,
        summary=summary(
            values,
            pd.Series(letters, codes, dtype=object),
            on_map.people,
            Told(
                layer,
                lang,
                say,
                names,
                places,
                year,
                together,
                words if worded else {},
                on_map.low,
                on_map.high,
                provinces or {},
            ),
        ),
        decimals=layer.decimals,
        better=layer.better,
        base_unit=layer.base_unit.of(lang) if getattr(layer, "base_unit", None) else "",
        worded=worded,
        drawn=on_map,
        how="" if worded else how,
        notes=(*notes, *_warnings(made, numbers, classed, open_ends, say), *fewer),
    )


def _warnings(made: Classes, numbers: Floats, classed: Floats, open_ends: bool, say: Say) -> list[str]:
    """What a reader must know of the values shown: numbers that are none, a single value, a legend left behind."""
    told = []
    endless = np.isinf(numbers)
    if endless.any():
        told.append(say("legend.infinite", count=f"{int(endless.sum()):,}"))
    if len(classed) > 1 and len(made.bounds) == 1 and (classed == classed[0]).all():
        told.append(say("legend.one_value"))
    under, over = made.beyond(classed)
    if open_ends and (under or over):
        told.append(say("legend.beyond", under=f"{under:,}", over=f"{over:,}"))
    return told


def _letters(drawn: Drawn, at: npt.NDArray[np.intp], made: Classes, doubtful: Mapping[str, bool]) -> list[str]:
    """The letters of areas, by where these stand in the table."""
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
