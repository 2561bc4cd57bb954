"""The 7,850 local administrative organisations, the subdistricts each covers, and the other names they go by."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo import corrections
from geo.build import plain_csv, read_raw
from geo.names import key

BANGKOK = "BMA"
PATTAYA = "3200408"
POINTS = {
    "DLA dlads_05_01 (via SIAHRA)": "dla",
    "office point (Ahoerstemeier/tambon)": "office",
    "derived: interior point of the covered subdistrict(s)": "derived",
}
STATUSES = {
    "union of whole subdistricts": "outline",
    "part of subdistrict(s)": "point",
    "province polygon": "province",
}
COLUMNS = (
    *("code", "type", "type_th", "type_en", "name_th", "full_name_th", "name_en", "province_code", "district_code"),
    *("lat", "lon", "point_source", "boundary_status", "subdistricts_whole", "subdistricts_part"),
)


def _english(bodies: pd.DataFrame, raw: Path) -> pd.Series:
    """English names; where the list gives a former name's, that of the subdistrict called so today."""
    subdistricts = corrections.apply(read_raw(raw / "codes/subdistricts.csv"), "places", "codes/subdistricts.csv")
    districts = corrections.apply(read_raw(raw / "codes/districts.csv"), "places", "codes/districts.csv")
    columns = ["province_code", "name_th", "name_en"]
    today = pd.concat([subdistricts[columns], districts[columns]]).drop_duplicates(["province_code", "name_th"])
    by_name = today.set_index(["province_code", "name_th"])["name_en"].to_dict()
    return pd.Series(
        [
            by_name.get((row.province_code, row.name_th), row.name_en) if row.name_en_is_of else row.name_en
            for row in bodies.itertuples()
        ],
        index=bodies.index,
    )


def _former_codes(bodies: pd.DataFrame, raw: Path) -> list[tuple[str, str, str, str]]:
    """The department's codes of 2017 of bodies that have since become another kind of body under the same name."""
    listed = read_raw(raw / "infrastructure/local_government_offices_and_websites.csv")
    listed = listed[listed["dola_code_2017"] != ""].set_index("id")
    today = set(bodies["code"])
    rows: list[tuple[str, str, str, str]] = []
    for code, geocode, name in bodies[["code", "xml_geocode", "name_th"]].to_numpy(dtype=object).tolist():
        # A body named after its subdistrict has the subdistrict's code there, and that plus 50 here.
        there = geocode if len(geocode) == 4 else f"{int(geocode) - 50:06d}"
        if there in listed.index and listed.at[there, "name"] == name:
            code_then = str(listed.at[there, "dola_code_2017"])
            # A code that another body bears today would mislead; and bodies rise to a higher kind (6, 5, 4, 3), they do
            # not sink: the other way round the list has mixed up two bodies of one name.
            if code_then not in today and code_then >= code[:1]:
                rows.append((code, code_then, "old-code", "department's code of 2017 in Ahoerstemeier/tambon"))
    return rows


def _aliases(bodies: pd.DataFrame, raw: Path) -> pd.DataFrame:
    listed = "English name and DOPA code in Ahoerstemeier/tambon"
    rows = _former_codes(bodies, raw)
    told = bodies[["code", "xml_geocode", "name_en_is_of", "listed_en"]].to_numpy(dtype=object).tolist()
    for code, geocode, former_th, former_en in told:
        rows.append((code, geocode, "old-code", listed))
        if former_th:
            rows += [(code, name, "old-name", listed) for name in (former_th, former_en)]
    rows += [
        (PATTAYA, name, "spelling", "common usage") for name in ("พัทยา", "Pattaya", "Pattaya City", "City of Pattaya")
    ]
    rows += [
        (BANGKOK, name, kind, "common usage")
        for name, kind in (
            ("กทม.", "abbreviation"),
            ("กรุงเทพฯ", "abbreviation"),
            ("กรุงเทพ", "abbreviation"),
            ("Bangkok", "spelling"),
            ("Bangkok Metropolitan Administration", "spelling"),
        )
    ]
    names = bodies.set_index("code")[["name_th", "name_en"]]
    kept = [row for row in rows if key(row[1]) not in {key(name) for name in names.loc[row[0]]}]
    table = pd.DataFrame(kept, columns=["code", "alias", "kind", "source"])
    return table.drop_duplicates(["code", "alias"]).sort_values(["code", "alias"])


def build(raw: Path) -> dict[str, bytes]:
    """Files of ``data/lao`` from the raw ``codes`` and ``infrastructure`` folders."""
    bodies = corrections.apply(read_raw(raw / "codes/lao.csv"), "lao", "codes/lao.csv")
    bodies["code"] = bodies["lao_code"].where(bodies["lao_code"] != "", BANGKOK)
    bodies["listed_en"] = read_raw(raw / "codes/lao.csv")["name_en"]
    bodies["name_en"] = _english(bodies, raw)
    bodies["point_source"] = bodies["point_source"].map(POINTS)
    bodies["boundary_status"] = bodies["boundary_status"].map(STATUSES)
    bodies = bodies.rename(
        columns={"n_subdistricts_whole": "subdistricts_whole", "n_subdistricts_part": "subdistricts_part"}
    ).sort_values("code")
    covered = read_raw(raw / "codes/lao_subdistrict_coverage.csv")
    covered["coverage"] = covered["coverage"].map({"completely": "whole", "partially": "part"})
    covered = covered[["lao_code", "subdistrict_code", "coverage"]].sort_values(["lao_code", "subdistrict_code"])
    return {
        "lao.csv": plain_csv(bodies[list(COLUMNS)]),
        "lao_coverage.csv": plain_csv(covered),
        "lao_aliases.csv": plain_csv(_aliases(bodies, raw)),
    }
