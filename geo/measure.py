"""One layer at one level in one period: every place with its value, what stands behind it, and its status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

import layers
from geo import cards
from geo.evaluate import evaluate, exempt
from geo.layer import MEASURED_LEVELS, Count, Layer
from geo.places import places
from geo.problems import LayerError, report
from geo.stated import known_periods
from geo.words import Text, bilingual

STATUSES = ("ok", "no data", "too few", "not applicable", "inherited")


@dataclass(frozen=True)
class Measured:
    """A layer's values with their statuses, aligned on the codes of every place of the level.

    ``values``, ``base``, ``low`` and ``high`` are NaN wherever there is nothing to say; a place whose status is
    neither ``ok`` nor ``inherited`` never has a value. ``source`` names the source folder of each value, ``note`` and
    ``note_th`` what a reader should know about it, ``people`` the registered residents of each place.
    """

    layer: Layer
    level: str
    period: str
    values: pd.Series
    base: pd.Series
    status: pd.Series
    low: pd.Series
    high: pd.Series
    source: pd.Series
    note: pd.Series
    note_th: pd.Series
    people: pd.Series

    @property
    def year(self) -> int:
        """The year that the values describe, common era; the last one of a span."""
        return int(self.period.split("-Q")[0].split("-")[-1])


def _layer(layer_id: str) -> Layer:
    catalogue = layers.catalogue()
    if layer_id not in catalogue:
        raise LayerError(bilingual("problem.layer_unknown", layer=repr(layer_id), known=", ".join(sorted(catalogue))))
    return catalogue[layer_id]


def _source_level(layer: Layer, level: str) -> str:
    """Where values at ``level`` come from: the level itself, or the finest measured one above it."""
    if level in layer.levels or level == "lao":
        return level
    coarser = MEASURED_LEVELS[: MEASURED_LEVELS.index(level)]
    above = [name for name in coarser if name in layer.levels]
    return above[-1] if above else level


def periods(layer_id: str, level: str) -> list[str]:
    """The periods in which a layer can be shown at a level, oldest first; empty where it is not measured there."""
    return list(_periods(_layer(layer_id).id, level, cards.data_folder(), cards.terms()))


@lru_cache(maxsize=1024)
def _periods(layer_id: str, level: str, folder: Path, terms: cards.Terms) -> tuple[str, ...]:
    layer = _layer(layer_id)
    at = _source_level(layer, level)
    return tuple(known_periods(layer, at)) if at in layer.levels else ()


def latest(layer_id: str, level: str) -> str | None:
    """The period that is shown first: the layer's own choice where the level has it, else the newest."""
    known = periods(layer_id, level)
    chosen = _layer(layer_id).default_period
    return chosen if chosen in known else (known[-1] if known else None)


def measure(layer_id: str, level: str, year: int | str | None = None) -> Measured:
    """Every place of a level with its value and status.

    Parameters
    ----------
    layer_id : str
        Id of a layer in the catalogue.
    level : str
        country, region, province, district, subdistrict or lao.
    year : int or str, optional
        A year (2021) or period ("2025-Q4"); the layer's own default when left out.

    Returns
    -------
    Measured
        Below the levels where the layer is measured, each place shows its parent's value with status ``inherited``;
        a level that the layer can say nothing of is ``not applicable`` throughout, and so is a count below the levels
        at which it was counted: a part does not have what its whole has.

    Raises
    ------
    LayerError
        For an unknown layer, level or period, with those that exist.
    """
    if level not in MEASURED_LEVELS:
        raise LayerError(bilingual("problem.level_unknown", level=repr(level), known=", ".join(MEASURED_LEVELS)))
    layer = _layer(layer_id)
    period = latest(layer_id, level) if year is None else str(year)
    known = periods(layer_id, level)
    if period is not None and known and period not in known:
        told = {"layer": layer_id, "period": period, "level": level, "known": ", ".join(known)}
        raise LayerError(bilingual("problem.period_unknown", **told))
    return _measure(layer.id, level, period or "", cards.data_folder(), cards.terms())


@lru_cache(maxsize=1024)
def _measure(layer_id: str, level: str, period: str, folder: Path, terms: cards.Terms) -> Measured:
    layer = _layer(layer_id)
    at = _source_level(layer, level)
    area = places(level)
    if at not in layer.levels or (at != level and (isinstance(layer.measure, Count) or layer.kind == "count")):
        return _assemble(
            layer, level, period, _blank(area.index), pd.Series("not applicable", index=area.index, dtype=str)
        )
    frame, status = _judge(layer, at, period)
    if at == level:
        return _assemble(layer, level, period, frame, status)
    parent = pd.Series("TH", index=area.index) if at == "country" else area[at]
    own, told = frame.reindex(parent).set_axis(area.index), status.reindex(parent).set_axis(area.index)
    return _assemble(layer, level, period, own, told.where(told != "ok", "inherited"))


def _judge(layer: Layer, level: str, period: str) -> tuple[pd.DataFrame, pd.Series]:
    """Values of a measured level with the status that each deserves."""
    frame = evaluate(layer.measure, layer, level, period)
    low, high = layer.valid
    outside = (frame["value"] < low) | (frame["value"] > high) | np.isinf(frame["value"])
    if outside.any():
        first = frame.index[outside][0]
        report(
            layer.id,
            bilingual(
                "problem.outside_range",
                **{"layer": layer.id, "count": int(outside.sum()), "all": len(frame)},
                level=Text(bilingual(f"level.{level}").th, level),
                **{"low": f"{low:g}", "high": f"{high:g}", "unit": layer.unit},
                **{"first": first, "value": f"{frame['value'][first]:g}"},
            ),
        )
    status = pd.Series("ok", index=frame.index, dtype=str)
    status[frame["value"].isna() | outside] = "no data"
    if layer.floor is not None:
        status[(status == "ok") & ~(frame["base"] >= layer.floor)] = "too few"
    for code, reason in exempt(layer, level).items():
        status[code] = "not applicable"
        frame.loc[code, ["note", "note_th"]] = [reason.en, reason.th]
    frame.loc[status != "ok", ["value", "low", "high"]] = np.nan
    return frame, status


def _blank(index: pd.Index) -> pd.DataFrame:
    numbers = pd.DataFrame(np.nan, index=index, columns=["value", "base", "low", "high"])
    return numbers.assign(note="", note_th="")


def _assemble(layer: Layer, level: str, period: str, frame: pd.DataFrame, status: pd.Series) -> Measured:
    shown = status.isin(["ok", "inherited"])
    return Measured(
        layer=layer,
        level=level,
        period=period,
        values=frame["value"].rename("value"),
        base=frame["base"].rename("base"),
        status=status.rename("status"),
        low=frame["low"].rename("low"),
        high=frame["high"].rename("high"),
        source=pd.Series(np.where(shown, layer.source[0], ""), index=status.index, dtype=str, name="source"),
        note=frame["note"].fillna("").rename("note"),
        note_th=frame["note_th"].fillna("").rename("note_th"),
        people=places(level)["people"].rename("people"),
    )
