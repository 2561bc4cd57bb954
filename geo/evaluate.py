"""How each kind of measure becomes numbers: read at the level the source states, added up where it does not."""

from __future__ import annotations

from functools import lru_cache, singledispatch
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards, store
from geo.gazetteer import level_of
from geo.layer import MEASURED_LEVELS, Change, Count, Distance, Given, Layer, Measure, Ratio
from geo.places import places
from geo.points import nearest
from geo.problems import report
from geo.words import Text

COLUMNS = ["value", "base", "low", "high", "note", "note_th"]
# An area joined from its parts is shown only when the parts with a value hold at least this share of its people.
LEAST_COVERED = 0.9
TREE = MEASURED_LEVELS[:-1]


@lru_cache(maxsize=64)
def _rows(file: str, folder: Path, strict: bool) -> dict[tuple[str, str, str], pd.DataFrame]:
    """The rows of a table by indicator, period and level of their codes; a code that is no place is left out, told."""
    source, name = file.split("/", 1)
    rows = store.values(source, name)
    level = rows["area_code"].map({code: _level(code) for code in rows["area_code"].unique()})
    known = pd.Series(False, index=rows.index)
    for here in MEASURED_LEVELS:
        known |= (level == here) & rows["area_code"].isin(places(here).index)
    strange = rows.loc[~known, "area_code"]
    if len(strange):
        report(
            source,
            f"data/{file} row {strange.index[0] + 2}: {strange.nunique()} area codes are no place of the atlas, first "
            f"{strange.iloc[0]!r}; their rows are left out: correct the code and seal the card",
        )
    return {
        (str(indicator), str(period), str(at)): part.set_index("area_code")
        for (indicator, period, at), part in rows[known].groupby(["indicator", "period", level[known]])
    }


def _level(code: str) -> str:
    try:
        return level_of(code)
    except ValueError:
        return ""


def _parts(file: str) -> dict[tuple[str, str, str], pd.DataFrame]:
    return _rows(file, cards.data_folder(), cards.strict())


def _at_level(file: str, indicator: str, level: str, period: str) -> pd.DataFrame:
    """Rows of one indicator that the source states at this level, on the codes of every place; NaN elsewhere."""
    stated = _parts(file).get((indicator, period, level))
    if stated is None:
        return pd.DataFrame(np.nan, index=places(level).index, columns=[*COLUMNS]).assign(note="", note_th="")
    return stated.reindex(places(level).index)


def _states(file: str, indicator: str, level: str, period: str) -> bool:
    stated = _parts(file).get((indicator, period, level))
    return stated is not None and bool(stated["value"].notna().any())


def _periods_of(file: str, indicator: str) -> list[str]:
    return sorted({period for name, period, _ in _parts(file) if name == indicator})


def _finer(level: str, layer: Layer) -> list[str]:
    """The level itself and the measured levels below it, coarsest first: where to look for parts."""
    if level == "lao":
        return ["lao"]
    return [name for name in TREE[TREE.index(level) :] if name in layer.levels]


def _parent(child: str, level: str) -> pd.Series:
    area = places(child)
    return pd.Series("TH", index=area.index) if level == "country" else area[level]


def exempt(layer: Layer, level: str) -> dict[str, Text]:
    """Every place of a level that the layer does not apply to, with the reason: its own or that of its province."""
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


def known_periods(layer: Layer, level: str) -> list[str]:
    """The periods that a measured level of a layer has, oldest first."""
    measure = layer.measure
    if isinstance(measure, Change):
        return [f"{measure.start}-{measure.end}"]
    if isinstance(measure, Count | Distance):
        return [str(layer.default_period)]
    if isinstance(measure, Ratio):
        if "#" not in measure.part:
            return ["2021"]
        file, indicator = measure.part.split("#")
    else:
        file, indicator = measure.file, measure.indicator
    finer = _finer(level, layer)
    return [
        period for period in _periods_of(file, indicator) if any(_states(file, indicator, at, period) for at in finer)
    ]


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
    for at in _finer(level, layer):
        if _states(measure.file, measure.indicator, at, period):
            break
    frame = _at_level(measure.file, measure.indicator, at, period).copy()
    if measure.base is not None:
        frame["base"] = _at_level(measure.file, measure.base, at, period)["value"]
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


def _counted(name: str, level: str, period: str) -> pd.Series:
    if "#" not in name:
        return places(level)[name].astype(float)
    file, indicator = name.split("#")
    return _at_level(file, indicator, level, period)["value"]


def _notes(name: str, level: str, period: str) -> pd.DataFrame:
    if "#" not in name:
        return pd.DataFrame("", index=places(level).index, columns=["note", "note_th"])
    file, indicator = name.split("#")
    return _at_level(file, indicator, level, period)[["note", "note_th"]].fillna("")


@evaluate.register
def _ratio(measure: Ratio, layer: Layer, level: str, period: str) -> pd.DataFrame:
    for at in _finer(level, layer):
        part, whole = _counted(measure.part, at, period), _counted(measure.whole, at, period)
        if (part.notna() & whole.notna()).any():
            break
    present = part.notna() & (whole > 0)
    part, whole = part.where(present), whole.where(present)
    if at == level:
        return _frame(measure.scale * part / whole, whole).assign(**_notes(measure.part, at, period))
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
    points = _points(measure.points, measure.only)
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


def _points(file: str, only: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    source, name = file.split("/", 1)
    points = store.table(source, name)
    for column, text in only:
        points = points[points[column] == text]
    return points


@evaluate.register
def _distance(measure: Distance, layer: Layer, level: str, period: str) -> pd.DataFrame:
    homes, points = places("subdistrict"), _points(measure.points, measure.only)
    found = nearest(
        homes[["lat", "lon"]].to_numpy(float),
        points[["lat", "lon"]].apply(pd.to_numeric).to_numpy(float),
    )
    frame = _frame(pd.Series(found, index=homes.index), homes["people"])
    return frame if level == "subdistrict" else _weighted(frame, homes["people"], layer, "subdistrict", level)


@evaluate.register
def _change(measure: Change, layer: Layer, level: str, period: str) -> pd.DataFrame:
    for at in _finer(level, layer):
        start, end = _counted(measure.part, at, measure.start), _counted(measure.part, at, measure.end)
        if (start.notna() & end.notna()).any():
            break
    present = (start > 0) & end.notna()
    start, end = start.where(present), end.where(present)
    if at == level:
        return _frame(100 * (end / start - 1), start).assign(**_notes(measure.part, at, measure.start))
    parent, index = _parent(at, level), places(level).index
    start, end = (
        start.groupby(parent).sum(min_count=1).reindex(index),
        end.groupby(parent).sum(min_count=1).reindex(index),
    )
    covered = _enough(present, layer, at, parent).reindex(index)
    value = (100 * (end / start - 1)).where(covered >= LEAST_COVERED)
    return _joined_note(_frame(value, start), covered, "รวมจากพื้นที่ย่อย", f"added up from its {at}s")
