"""The areas that a map can draw, which are not always the places of today, and the values on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd


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


class Values(Protocol):
    """What a map needs of a measured layer: Series on the same codes, status as text."""

    @property
    def values(self) -> pd.Series: ...
    @property
    def base(self) -> pd.Series: ...
    @property
    def status(self) -> pd.Series: ...
    @property
    def low(self) -> pd.Series: ...
    @property
    def high(self) -> pd.Series: ...
    @property
    def people(self) -> pd.Series: ...


@dataclass(frozen=True)
class Drawn:
    """Values on the areas that a map can draw, in the same terms as ``Values``."""

    values: pd.Series
    base: pd.Series
    status: pd.Series
    low: pd.Series
    high: pd.Series
    people: pd.Series


def found_at(series: pd.Series, like: pd.Index, at: npt.NDArray[np.intp]) -> npt.NDArray[Any]:
    """Entries of a series at places of an index that is mostly its own; a look-up by code takes a hundred times longer.

    Parameters
    ----------
    series : Series
    like : Index
        The index that ``at`` counts in.
    at : array of int
        None may lie outside.

    Examples
    --------
    >>> codes = pd.Index(["10", "11", "12"])
    >>> found_at(pd.Series([1.0, 2.0, 3.0], codes), codes, np.array([2, 0])).tolist()
    [3.0, 1.0]
    >>> found_at(pd.Series([5.0], ["12"]), codes, np.array([2, 0])).tolist()
    [5.0, nan]
    """
    if series.index is like or series.index.equals(like):
        return series.to_numpy()[at]
    return series.reindex(like[at]).to_numpy()


def to_polygons(measured: Values, polygon_of: pd.Series, *, add: bool = False) -> Drawn:
    """Values of today's places on the older areas that can be drawn.

    Eleven subdistricts of today were split off others after the shapes were made, so that several places share one
    shape. A rate there is the mean of its places weighted by their people; a count is their sum.

    Parameters
    ----------
    measured : Values
        On today's places.
    polygon_of : Series of text
        The code of the shape in which each place lies, indexed by place.
    add : bool
        True for counts and amounts that add up.

    Returns
    -------
    Drawn
        Indexed by shape. Where places of one shape differ in status, the shape has a value if places with at least
        half of its people have one, else the status of most of its people.
    """
    shape = polygon_of.reindex(measured.values.index)
    shared = shape[shape.duplicated(keep=False)]
    parts = {name: getattr(measured, name).copy() for name in Drawn.__dataclass_fields__}
    first = shape.drop_duplicates()
    out = {name: part.reindex(first.index).set_axis(first.to_numpy()) for name, part in parts.items()}
    for code, members in shared.groupby(shared):
        inside = members.index
        weight = parts["people"].reindex(inside).astype(float).fillna(0.0)
        weight = weight if weight.sum() > 0 else pd.Series(1.0, index=inside)
        valued = parts["status"].reindex(inside).isin(["ok", "inherited"])
        known = inside[valued.to_numpy()]
        share = weight[valued].sum() / weight.sum()
        holds = share >= (1.0 if add else 0.5)
        for name in ("values", "low", "high"):
            numbers = parts[name].reindex(known).astype(float)
            total = numbers.sum(min_count=len(known)) if add else (numbers * weight[known]).sum(min_count=1)
            out[name][code] = (total if add else total / weight[known][numbers.notna()].sum()) if holds else np.nan
        status = parts["status"].reindex(inside)
        out["status"][code] = (
            status[known].mode().iloc[0] if holds else weight[~valued].groupby(status[~valued]).sum().idxmax()
        )
        for name in ("base", "people"):
            out[name][code] = parts[name].reindex(inside).astype(float).sum(min_count=1)
    return Drawn(**{name: part.sort_index() for name, part in out.items()})
