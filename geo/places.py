"""Places of Thailand: codes, names in both languages, levels, parents, people, and the local bodies beside them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.cards import Terms
from geo.gazetteer import LEVELS, OF_PROVINCE, coverage_table, known_level, level_of, state, table
from geo.labels import label
from geo.offices import Office, offices
from geo.search import find

__all__ = ["LEVELS", "Office", "ancestors", "children", "coverage", "find", "label", "laos_of", "level_of", "offices"]
__all__ += ["parent", "places"]


def _under(level: str, code: str) -> set[str]:
    """Codes of a level that lie in one place, the place itself included at its own level."""
    of, frame = known_level(code), table(level)
    if of == "country":
        return set(frame.index)
    if of == level:
        return {code}
    if of == "lao":
        return set(coverage(code)["subdistrict"]) if level == "subdistrict" else set()
    return set(frame.index[frame[of] == code]) if of in frame else set()


@lru_cache(maxsize=512)
def _within(level: str, within: tuple[str, ...], folder: Path, terms: Terms) -> pd.DataFrame:
    chosen: set[str] = set().union(*(_under(level, code) for code in within))
    frame = table(level)
    return frame[frame.index.isin(chosen)]


def places(level: str, within: str | Iterable[str] | None = None) -> pd.DataFrame:
    """Every place of a level with its names, parents, people and area, in the order of codes.

    Parameters
    ----------
    level : str
        One of ``LEVELS``: country, region, province, district, subdistrict, lao.
    within : str or list of str, optional
        A code of any level above, the id of an office, or a list of codes; None takes the whole country.

    Returns
    -------
    DataFrame
        Indexed by ``code`` (text). ``name_th, name_en, parent, type``, the codes of the ancestors that exist
        (``region, province, district``), ``people, houses`` (registered, 2021; NaN where unknown), ``area_km2`` (NaN
        where today's area was never drawn) and ``lat, lon`` of a label point (WGS 84). Text that does not apply is "".
        Districts and subdistricts: ``drawn_older, changed_on, polygon_note, polygon_note_th`` where the drawn outline
        is older than the place; subdistricts also ``postal_code, polygon_code``. Bodies (lao): ``type_th, type_en,
        full_name_th, point_source, boundary_status, subdistricts_whole, subdistricts_part``; their ``district`` is
        the one of the seat. Shared and cached: treat it as read-only.

    Raises
    ------
    ValueError
        When the level, the code or the office does not exist.

    Notes
    -----
    When the licence switch leaves the population out, people and houses are NaN; when it leaves the local bodies out,
    ``places("lao")`` is empty and keeps its columns.

    Examples
    --------
    >>> len(places("province")), len(places("district", within="10")), places("subdistrict").at["100101", "name_en"]
    (77, 50, 'Phra Borom Maha Ratchawang')
    """
    if within is None:
        return table(level)
    table(level)
    codes = [within] if isinstance(within, str) else list(within)
    known = offices()
    spread = [code for name in codes for code in (known[name].provinces if name in known else (name,))]
    try:
        return _within(level, tuple(spread), *state())
    except ValueError as fault:
        raise ValueError(f"{fault}; an office of data/places/offices.toml is allowed too") from fault


def parent(code: str) -> str:
    """The place one level up; "" for the country. A local body's parent is its province.

    Examples
    --------
    >>> parent("100101"), parent("10"), parent("BMA"), parent("TH")
    ('1001', 'central', '10', '')
    """
    return str(table(known_level(code)).at[code, "parent"])


def ancestors(code: str) -> list[str]:
    """Every place above, the nearest first, the country last.

    Examples
    --------
    >>> ancestors("530407")
    ['5304', '53', 'north', 'TH']
    """
    above = []
    while code := parent(code):
        above.append(code)
    return above


def children(code: str, level: str | None = None) -> list[str]:
    """Codes inside a place: one level down, or at the finer ``level`` asked for; none below a subdistrict.

    Examples
    --------
    >>> len(children("10")), len(children("10", "subdistrict")), children("100101")
    (50, 180, [])
    """
    own = known_level(code)
    finer = level or (LEVELS[LEVELS.index(own) + 1] if own in LEVELS[:4] else "")
    return [] if not finer or finer == own else list(places(finer, code).index)


def coverage(lao: str) -> pd.DataFrame:
    """The subdistricts of a local body: ``subdistrict, coverage`` with coverage whole, part, or province.

    ``province`` marks the bodies that stand over a whole province (provincial organisations and Bangkok).

    Examples
    --------
    >>> coverage("3120102")["coverage"].unique().tolist()
    ['whole']
    """
    if known_level(lao) != "lao":
        raise ValueError(f"places: {lao!r} is a {level_of(lao)}, not a local body")
    body = table("lao").loc[lao]
    if body["type"] in OF_PROVINCE:
        held = table("subdistrict").index[table("subdistrict")["province"] == body["province"]]
        return pd.DataFrame({"subdistrict": held.to_list(), "coverage": "province"})
    listed = coverage_table()
    rows = listed[listed["lao_code"] == lao].rename(columns={"subdistrict_code": "subdistrict"})
    return rows[["subdistrict", "coverage"]].reset_index(drop=True)


def laos_of(subdistrict: str) -> pd.DataFrame:
    """The local bodies over a subdistrict: ``lao, coverage`` with coverage whole, part, or province.

    Examples
    --------
    >>> laos_of("100101")["lao"].tolist()
    ['BMA']
    """
    if known_level(subdistrict) != "subdistrict":
        raise ValueError(f"places: {subdistrict!r} is a {level_of(subdistrict)}, not a subdistrict")
    listed, bodies = coverage_table(), table("lao")
    rows = listed[listed["subdistrict_code"] == subdistrict].rename(columns={"lao_code": "lao"})
    wide = bodies.index[(bodies["province"] == subdistrict[:2]) & bodies["type"].isin(OF_PROVINCE)]
    return pd.concat(
        [rows[["lao", "coverage"]], pd.DataFrame({"lao": wide.to_list(), "coverage": "province"})], ignore_index=True
    )
