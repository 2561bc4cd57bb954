"""The tables behind :mod:`geo.places`: read once through their cards, joined level by level, kept in memory."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards
from geo.problems import SourceError, report

LEVELS = ("country", "region", "province", "district", "subdistrict", "lao")
COUNTRY = "TH"
BANGKOK = "BMA"
REGIONS = {
    "central": ("ภาคกลาง", "Central"),
    "east": ("ภาคตะวันออก", "East"),
    "north": ("ภาคเหนือ", "North"),
    "northeast": ("ภาคตะวันออกเฉียงเหนือ", "Northeast"),
    "south": ("ภาคใต้", "South"),
    "west": ("ภาคตะวันตก", "West"),
}
# What everybody calls a region beside its name.
CALLED = pd.DataFrame(
    [("region", "northeast", name, "abbreviation", "common usage") for name in ("อีสาน", "ภาคอีสาน", "Isan", "Isaan")],
    columns=["level", "code", "alias", "kind", "source"],
)
FILES = {"province": "provinces.csv", "district": "districts.csv", "subdistrict": "subdistricts.csv"}
_DIGITS = {2: "province", 4: "district", 6: "subdistrict", 7: "lao"}
NUMBERS = ["people", "houses", "area_km2", "lat", "lon"]
# Bodies that stand over a whole province, with no row in the coverage table.
OF_PROVINCE = ("PAO", "special_bangkok")
# The order in which a reader meets them; every level has those that apply to it.
COLUMNS = (
    *("name_th", "name_en", "parent", "type", "region", "province", "district", *NUMBERS),
    *("postal_code", "polygon_code", "drawn_older", "changed_on", "polygon_note", "polygon_note_th"),
)
LAO_COLUMNS = [
    *COLUMNS[: COLUMNS.index("postal_code")],
    *("type_th", "type_en", "full_name_th", "point_source", "boundary_status"),
    *("subdistricts_whole", "subdistricts_part"),
]


def read(source: str, file: str) -> pd.DataFrame | None:
    """A table of text from one source; None, with the reason reported, when it may not or cannot be used."""
    if not cards.allowed(source):
        return None
    try:
        return pd.read_csv(cards.proven_file(source, file), dtype=str, keep_default_na=False)
    except SourceError as fault:
        report(source, fault)
        return None


def _required(file: str) -> pd.DataFrame:
    # Without codes and names there is no atlas, so this fault is raised, not reported.
    return pd.read_csv(cards.proven_file("places", file), dtype=str, keep_default_na=False)


def _counts(file: str) -> pd.DataFrame:
    """People and houses by code; empty when the population source is not to be used."""
    long = read("population", file)
    if long is None:
        return pd.DataFrame({"people": [], "houses": []}, index=pd.Index([], dtype=str), dtype=float)
    wide = long[long["indicator"].isin(["people", "houses"])].pivot(
        index="area_code", columns="indicator", values="value"
    )
    return wide.replace("", None).astype(float)


def _numbers(table: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    return table.assign(
        people=counts["people"].reindex(table.index),
        houses=counts["houses"].reindex(table.index),
        area_km2=table["area_km2"].replace("", None).astype(float),
        lat=table["lat"].astype(float),
        lon=table["lon"].astype(float),
    )


def _change(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(drawn_older=table["changed_on"] != "").rename(
        columns={"change_en": "polygon_note", "change_th": "polygon_note_th"}
    )


def _joined(parts: pd.DataFrame, by: str) -> pd.DataFrame:
    """Areas made of others: people, houses and area added up, the point in the middle of the area."""
    weight = parts["area_km2"]
    middle = parts[["lat", "lon"]].mul(weight, axis=0).groupby(parts[by]).sum()
    total = parts.groupby(by)[["people", "houses", "area_km2"]].sum(min_count=1)
    return total.join(middle.div(weight.groupby(parts[by]).sum(), axis=0))


@lru_cache(maxsize=8)
def _tree(folder: Path, terms: cards.Terms) -> dict[str, pd.DataFrame]:
    """Country, regions and the three levels; a folder or a licence rule asked for anew is read anew."""
    counts = _counts("population_2021.csv")
    point = {"label_lat": "lat", "label_lon": "lon", "province_code": "province", "district_code": "district"}
    parents = {"province": "region", "district": "province", "subdistrict": "district"}
    tree = {}
    for level, file in FILES.items():
        table = _required(file).set_index("code").sort_index().rename(columns=point)
        tree[level] = _numbers(table, counts).assign(parent=table[parents[level]])
    for level in ("district", "subdistrict"):
        region = tree["province"]["region"].reindex(tree[level]["province"]).set_axis(tree[level].index)
        tree[level] = _change(tree[level]).assign(region=region)
    regions = _joined(tree["province"], "region").rename_axis("code")
    tree["region"] = regions.assign(
        name_th=[REGIONS[code][0] for code in regions.index],
        name_en=[REGIONS[code][1] for code in regions.index],
        parent=COUNTRY,
        type="region",
    )
    country = _joined(tree["province"].assign(country=COUNTRY), "country").rename_axis("code")
    tree["country"] = country.assign(name_th="ประเทศไทย", name_en="Thailand", parent="", type="country")
    return {level: frame[[column for column in COLUMNS if column in frame]] for level, frame in tree.items()}


@lru_cache(maxsize=8)
def _coverage(folder: Path, terms: cards.Terms) -> pd.DataFrame:
    columns = ["lao_code", "subdistrict_code", "coverage"]
    table = read("lao", "lao_coverage.csv")
    return pd.DataFrame(columns=columns, dtype=str) if table is None else table[columns]


@lru_cache(maxsize=8)
def _bodies(folder: Path, terms: cards.Terms) -> pd.DataFrame:
    table, tree = read("lao", "lao.csv"), _tree(folder, terms)
    if table is None:
        empty = pd.DataFrame({column: pd.Series(dtype=str) for column in LAO_COLUMNS})
        numbers = [*NUMBERS, "subdistricts_whole", "subdistricts_part"]
        return empty.astype(dict.fromkeys(numbers, float)).rename_axis("code").set_index(pd.Index([], dtype=str))
    table = table.rename(columns={"province_code": "province", "district_code": "district"})
    table = table.set_index("code").sort_index()
    whole = _coverage(folder, terms).query("coverage == 'whole'")
    ground = tree["subdistrict"]["area_km2"].reindex(whole["subdistrict_code"]).to_numpy()
    outlined = pd.Series(ground, index=whole["lao_code"].to_numpy()).groupby(level=0).sum(min_count=1)
    of_province = tree["province"]["area_km2"].reindex(table["province"]).set_axis(table.index)
    status = table["boundary_status"]
    table["area_km2"] = np.where(status == "outline", outlined.reindex(table.index), np.nan)
    table["area_km2"] = table["area_km2"].where(status != "province", of_province)
    table["parent"] = table["province"]
    table["region"] = tree["province"]["region"].reindex(table["province"]).set_axis(table.index)
    for column in ("subdistricts_whole", "subdistricts_part"):
        table[column] = table[column].replace("", None).astype(float)
    return _numbers(table, _counts("lao_population_2021.csv"))[LAO_COLUMNS]


def state() -> tuple[Path, cards.Terms]:
    """What the tables depend on, as a key for caches: the folder of sources and which may be used."""
    return cards.data_folder(), cards.terms()


def table(level: str) -> pd.DataFrame:
    """Every place of a level, as :func:`geo.places.places` gives it.

    Raises
    ------
    ValueError
        When there is no such level.
    """
    if level not in LEVELS:
        raise ValueError(f"places: there is no level {level!r}; levels are {', '.join(LEVELS)}")
    return _bodies(*state()) if level == "lao" else _tree(*state())[level]


def coverage_table() -> pd.DataFrame:
    """Which body covers which subdistrict, wholly or in part: ``lao_code, subdistrict_code, coverage``."""
    return _coverage(*state())


@lru_cache(maxsize=8)
def _aliases(folder: Path, terms: cards.Terms) -> pd.DataFrame:
    bodies = read("lao", "lao_aliases.csv")
    of_places = pd.concat([_required("aliases.csv"), CALLED], ignore_index=True)
    return of_places if bodies is None else pd.concat([of_places, bodies.assign(level="lao")], ignore_index=True)


def aliases(level: str) -> pd.DataFrame:
    """Other names and codes of the places of a level: ``level, code, alias, kind, source``."""
    listed = _aliases(*state())
    return listed[listed["level"] == level]


def level_of(code: str) -> str:
    """The level a code belongs to, told by its shape alone (the place need not exist).

    Raises
    ------
    ValueError
        When the text has the shape of no code.

    Examples
    --------
    >>> [level_of(code) for code in ("TH", "northeast", "10", "1001", "100101", "3120102", "BMA")]
    ['country', 'region', 'province', 'district', 'subdistrict', 'lao', 'lao']
    """
    if code == COUNTRY:
        return "country"
    if code == BANGKOK:
        return "lao"
    if code in REGIONS:
        return "region"
    if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) in _DIGITS:
        return _DIGITS[len(code)]
    raise ValueError(
        f"places: {code!r} is no code; codes are text: TH, a region, 2, 4 or 6 digits, or 7 digits or BMA for a body"
    )


def known_level(code: str) -> str:
    """The level of a code that must exist; a ValueError that names the code when it does not."""
    level = level_of(code)
    if code not in table(level).index:
        raise ValueError(f"places: there is no {level} {code!r} in the list of {len(table(level))}")
    return level
