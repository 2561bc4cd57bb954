"""What each index rests on: its tree with the goalposts of its layers, and the values of real places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

import layers
from geo import cards
from geo.indices import Method, check
from geo.measure import measure
from geo.places import places
from layers.readiness import METHOD

TREE_COLUMNS = ["code", "parent", "weight", "direction", "low", "high", "log", "required", "reaches"]
WIDER = {"subdistrict": ("district", "province"), "district": ("province",)}
# Missing here, but a larger area may speak for it; what is not applicable stays so.
ASKS_WIDER = ("no data", "too few", "inherited")
# 95 % interval of a survey value to its standard error.
INTERVAL = 2 * 1.96


@lru_cache(maxsize=1)
def method() -> Method:
    """The declaration of the indices, checked against the layers there are."""
    check(METHOD, layers.declared())
    return METHOD


def tree(index: str, level: str = "province") -> pd.DataFrame:
    """One index as `geo.stats.composite` takes it: the index, its headings, their layers.

    Parameters
    ----------
    index : str
        ``provision``, ``need`` or ``capacity``.
    level : str
        The tree is the same at every level; ``reaches`` tells which layers are measured at this one.

    Returns
    -------
    DataFrame
        ``code`` (the index, ids of its headings, ids of layers), ``parent``, ``weight``, ``direction``, ``low``,
        ``high``, ``log``, ``required``, ``reaches``. Headings without an indicator are left out. The direction of a
        layer is +1 where more of it means a higher score: in ``need`` a higher score is more need.

    Examples
    --------
    >>> need = tree("need").set_index("code")
    >>> int(need.at["household_income", "direction"]), need.at["household_income", "parent"]
    (-1, 'economy')
    """
    chosen, declared = method().index(index), layers.declared()
    rows: list[tuple[object, ...]] = [(chosen.id, "", 1.0, 1.0, np.nan, np.nan, False, False, True)]
    for dimension in chosen.measured:
        parts = [item for item in dimension.indicators if declared[item.layer].goalposts]
        reached = any(level in declared[item.layer].levels for item in parts)
        rows.append(
            (dimension.id, chosen.id, dimension.weight, 1.0, np.nan, np.nan, False, dimension.required, reached)
        )
        for item in parts:
            layer = declared[item.layer]
            posts = layer.goalposts
            assert posts is not None
            up = 1.0 if (layer.better == "higher") == (chosen.more == "better") else -1.0
            rows.append(
                (
                    layer.id,
                    dimension.id,
                    item.weight,
                    up,
                    posts.low,
                    posts.high,
                    posts.log,
                    False,
                    level in layer.levels,
                )
            )
    return pd.DataFrame(rows, columns=TREE_COLUMNS)


@dataclass(frozen=True)
class Values:
    """What an index rests on at a level: places x layer ids.

    ``own`` holds what is measured at the level, ``wider`` also what the nearest larger area says where nothing is;
    ``status`` is that of the value in ``wider``, ``base`` and ``error`` (standard error in the unit) where known.
    """

    own: pd.DataFrame
    wider: pd.DataFrame
    status: pd.DataFrame
    base: pd.DataFrame
    error: pd.DataFrame


def table(index: str, level: str) -> Values:
    """The values behind an index at a level, each in its layer's unit, NaN where missing, with their statuses.

    A layer whose source cannot be used now is missing everywhere, with status ``no data``. Local authorities (lao)
    stand beside the other levels: nothing is passed on to them.
    """
    return _table(index, level, cards.data_folder(), cards.terms())


@lru_cache(maxsize=16)
def _table(index: str, level: str, folder: Path, terms: cards.Terms) -> Values:
    codes, found = places(level).index, {}
    for layer_id in method().index(index).layers:
        found[layer_id] = _column(layer_id, level) if layer_id in layers.catalogue() else _nothing(codes)

    def gathered(name: str) -> pd.DataFrame:
        return pd.DataFrame({layer_id: frame[name] for layer_id, frame in found.items()}, index=codes)

    return Values(*(gathered(name) for name in ("own", "wider", "status", "base", "error")))


def _nothing(codes: pd.Index) -> pd.DataFrame:
    blank = pd.DataFrame(np.nan, index=codes, columns=["own", "wider", "base", "error"])
    return blank.assign(status="no data")


def _column(layer_id: str, level: str) -> pd.DataFrame:
    here = measure(layer_id, level)
    own = here.values.where(here.status == "ok")
    frame = pd.DataFrame({"own": own, "wider": own, "status": here.status, "base": here.base})
    frame["error"] = ((here.high - here.low) / INTERVAL).where(here.status == "ok")
    frame["status"] = here.status.where(here.status != "inherited", "no data")
    for around in WIDER.get(level, ()):
        open_ = here.status.isin(ASKS_WIDER) & frame["wider"].isna()
        above = measure(layer_id, around)
        parent = places(level)[around]
        passed = above.values.where(above.status == "ok").reindex(parent).set_axis(frame.index).where(open_)
        frame["status"] = frame["status"].where(passed.isna(), "inherited")
        frame["wider"] = frame["wider"].fillna(passed)
    return frame
