"""How each kind of measure becomes numbers: read at the level the source states, added up where it does not."""

from __future__ import annotations

from functools import singledispatch

import numpy as np
import pandas as pd

from geo.layer import Change, Count, Distance, Given, Layer, Measure, Ratio
from geo.places import places
from geo.points import nearest
from geo.stated import COLUMNS, TREE, counted, levels_from, notes, points_of, stated_at, states
from geo.words import Text

# An area joined from its parts is shown only when the parts with a value hold at least this share of its people.
LEAST_COVERED = 0.9


def _parent(child: str, level: str) -> pd.Series:
    area = places(child)
    return pd.Series("TH", index=area.index) if level == "country" else area[level]


def exempt(layer: Layer, level: str) -> dict[str, Text]:
    """Every place of a level that the layer does not apply to, with the reason: its own or that of its province."""
    if not layer.not_applicable:
        return {}
    area = places(level)
    provinces = area["province"] if "province" in area else pd.Series(area.index, index=area.index)
    reasons = {code: layer.not_applicable.get(code) or layer.not_applicable.get(provinces[code]) for code in area.index}
    return {code: reason for code, reason in reasons.items() if reason}


def _enough(present: pd.Series, layer: Layer, child: str, parent: pd.Series) -> pd.Series:
    """Per parent: the share of its people who live in parts with a value, parts that are not applicable aside."""
    people = places(child)["people"]
    weight = people if people.notna().all() else pd.Series(1.0, index=people.index)
    weight = weight.where(~weight.index.isin(list(exempt(layer, child))), 0.0)
    return (weight * present).groupby(parent).sum() / weight.groupby(parent).sum()


def _joined_note(frame: pd.DataFrame, covered: pd.Series, th: str, en: str) -> pd.DataFrame:
    percent = (100 * covered).round().fillna(0).astype(int).astype(str)
    whole = covered >= 1 - 1e-9
    frame["note"] = en + np.where(whole, "", "; parts with values hold " + percent + " % of the people")
    frame["note_th"] = th + np.where(whole, "", " ครอบคลุมประชากรร้อยละ " + percent)
    return frame


@singledispatch
def evaluate(measure: Measure, layer: Layer, level: str, period: str) -> pd.DataFrame:
    """Values of a layer's measure on the codes of every place of a level.

    Returns
    -------
    DataFrame
        Index: codes of ``places(level)``; columns ``value, base, low, high`` (NaN where unknown), ``note, note_th``.
    """
    raise TypeError(f"{layer.id}: {type(measure).__name__} is not a measure")


@evaluate.register
def _given(measure: Given, layer: Layer, level: str, period: str) -> pd.DataFrame:
    for at in levels_from(level, layer):
        if states(measure.file, measure.indicator, at, period):
            break
    frame = stated_at(measure.file, measure.indicator, at, period).copy()
    if measure.base is not None:
        frame["base"] = stated_at(measure.file, measure.base, at, period)["value"]
    frame[["note", "note_th"]] = frame[["note", "note_th"]].fillna("")
    frame = frame[COLUMNS]
    if at == level:
        return frame
    if measure.up == "none":
        return pd.DataFrame(np.nan, index=places(level).index, columns=COLUMNS[:4]).assign(
            note="the publisher states no value at this level, and those of the parts cannot be joined",
            note_th="ผู้จัดทำไม่ได้เผยแพร่ค่าในระดับนี้ และไม่สามารถรวมจากพื้นที่ย่อยได้",
        )
    weight = frame["base"] if measure.up == "base" else places(at)[measure.up]
    if layer.floor is not None:
        frame.loc[~(frame["base"] >= layer.floor), "value"] = np.nan
    return _weighted(frame, weight, layer, at, level)


def _weighted(frame: pd.DataFrame, weight: pd.Series, layer: Layer, child: str, level: str) -> pd.DataFrame:
    """The weighted mean of the parts, where enough of the people live in parts that have a value."""
    parent, present = _parent(child, level), frame["value"].notna() & weight.notna()
    weight = weight.where(present, 0.0)
    total = weight.groupby(parent).sum()
    joined = pd.DataFrame(index=places(level).index)
    joined["value"] = ((frame["value"].fillna(0.0) * weight).groupby(parent).sum() / total.where(total > 0)).reindex(
        joined.index
    )
    joined["base"] = frame["base"].where(present).groupby(parent).sum(min_count=1).reindex(joined.index)
    joined["low"] = joined["high"] = np.nan
    covered = _enough(present, layer, child, parent).reindex(joined.index)
    joined.loc[~(covered >= LEAST_COVERED), "value"] = np.nan
    return _joined_note(joined, covered, "ค่าเฉลี่ยถ่วงน้ำหนักจากพื้นที่ย่อย", f"weighted mean of its {child}s")


@evaluate.register
def _ratio(measure: Ratio, layer: Layer, level: str, period: str) -> pd.DataFrame:
    for at in levels_from(level, layer):
        part, whole = counted(measure.part, at, period), counted(measure.whole, at, period)
        if (part.notna() & whole.notna()).any():
            break
    present = part.notna() & (whole > 0)
    part, whole = part.where(present), whole.where(present)
    if at == level:
        return _frame(measure.scale * part / whole, whole).assign(**notes(measure.part, at, period))
    parent = _parent(at, level)
    index = places(level).index
    part, whole = (
        part.groupby(parent).sum(min_count=1).reindex(index),
        whole.groupby(parent).sum(min_count=1).reindex(index),
    )
    covered = _enough(present, layer, at, parent).reindex(index)
    value = (measure.scale * part / whole).where(covered >= LEAST_COVERED)
    return _joined_note(_frame(value, whole), covered, "รวมจากพื้นที่ย่อย", f"added up from its {at}s")


def _frame(value: pd.Series, base: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"value": value, "base": base, "low": np.nan, "high": np.nan, "note": "", "note_th": ""})


@evaluate.register
def _count(measure: Count, layer: Layer, level: str, period: str) -> pd.DataFrame:
    points = points_of(measure.points, measure.only)
    area = pd.Series(points["area_code"])
    within = pd.Series("TH", index=area.index) if level == "country" else area.map(_areas_above(level))
    amount = pd.to_numeric(points[measure.amount]) if measure.amount else pd.Series(1.0, index=area.index)
    # A list of the whole country that names no point in an area says zero, and zero is what it says.
    counted = amount.groupby(within).sum().reindex(places(level).index, fill_value=0.0)
    return _frame(counted, pd.Series(np.nan, index=counted.index))


def _areas_above(level: str) -> dict[str, str]:
    """For the code of any area at a level or below it, subdistricts by their polygons: the area of the level."""
    above = {code: code for code in places(level).index}
    for finer in TREE[TREE.index(level) + 1 :]:
        table = places(finer)
        codes = table["polygon_code"] if finer == "subdistrict" else table.index
        above |= dict(zip(codes, table[level], strict=True))
    return above


@evaluate.register
def _distance(measure: Distance, layer: Layer, level: str, period: str) -> pd.DataFrame:
    homes, points = places("subdistrict"), points_of(measure.points, measure.only)
    found = nearest(
        homes[["lat", "lon"]].to_numpy(float),
        points[["lat", "lon"]].apply(pd.to_numeric).to_numpy(float),
    )
    frame = _frame(pd.Series(found, index=homes.index), homes["people"])
    return frame if level == "subdistrict" else _weighted(frame, homes["people"], layer, "subdistrict", level)


@evaluate.register
def _change(measure: Change, layer: Layer, level: str, period: str) -> pd.DataFrame:
    for at in levels_from(level, layer):
        start, end = counted(measure.part, at, measure.start), counted(measure.part, at, measure.end)
        if (start.notna() & end.notna()).any():
            break
    present = (start > 0) & end.notna()
    start, end = start.where(present), end.where(present)
    if at == level:
        return _frame(100 * (end / start - 1), start).assign(**notes(measure.part, at, measure.start))
    parent, index = _parent(at, level), places(level).index
    start, end = (
        start.groupby(parent).sum(min_count=1).reindex(index),
        end.groupby(parent).sum(min_count=1).reindex(index),
    )
    covered = _enough(present, layer, at, parent).reindex(index)
    value = (100 * (end / start - 1)).where(covered >= LEAST_COVERED)
    return _joined_note(_frame(value, start), covered, "รวมจากพื้นที่ย่อย", f"added up from its {at}s")
