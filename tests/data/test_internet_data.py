"""What ships on internet, product and human achievement against figures recorded by those who collected it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from geo import cards, corrections, store
from geo.problems import SourceError

DISTRICT_FILE = "internet/ookla_district_2025q4_8provinces.csv"
QUARTER_FILE = "internet/ookla_mobile_province_quarterly.csv"


def builder(source: str) -> ModuleType:
    path = cards.data_folder() / source / "build.py"
    spec = importlib.util.spec_from_file_location(f"build_of_{source}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(file: str, indicator: str, period: str | None = None, digits: int = 2) -> pd.DataFrame:
    """One indicator of a long table, areas whose code has so many digits."""
    table = store.values(*file.split("/"))
    table = table[(table["indicator"] == indicator) & (table["area_code"].str.len() == digits)]
    table = table[table["area_code"] != "TH"]
    return table if period is None else table[table["period"] == period].set_index("area_code")


def as_published(indicator: str) -> pd.DataFrame:
    """Mobile province quarters with the withheld figures put back: area by quarter."""
    table = rows("ookla/mobile.csv", indicator)
    table = table[table["period"].str.contains("-Q")].set_index(["area_code", "period"])["value"].copy()
    for entry in corrections.corrections("ookla", QUARTER_FILE):
        where = entry["where"]
        if where["indicator"] == f"ookla_{indicator}":
            table[(where["area_code"], where["period"])] = float(entry["was"])
    return table.unstack()


@pytest.mark.parametrize(("network", "quarters"), [("fixed", 11), ("mobile", 12)])
@pytest.mark.parametrize("kind", ["download_mbps", "upload_mbps", "latency_ms", "tests", "tiles"])
def test_every_province_stands_in_every_published_quarter(network: str, quarters: int, kind: str) -> None:
    # README of the collection, table of files: 77 of 77; fixed without 2025-Q3.
    table = rows(f"ookla/{network}.csv", f"{network}_{kind}")
    table = table[table["period"].str.contains("-Q")]
    assert table.groupby("period")["area_code"].nunique().eq(77).all()
    assert table["period"].nunique() == quarters
    assert ("2025-Q3" in set(table["period"])) == (network == "mobile")


@pytest.mark.parametrize(("network", "mean"), [("fixed", 297.7), ("mobile", 88.5)])
def test_the_national_mean_of_early_2025_is_the_recorded_one(network: str, mean: float) -> None:
    # README, checks made: test-weighted national mean 2025-Q1.
    table = rows(f"ookla/{network}.csv", f"{network}_download_mbps", "2025-Q1")
    assert (table["value"] * table["base"]).sum() / table["base"].sum() == pytest.approx(mean, abs=0.05)


@pytest.mark.parametrize(("quarter", "mean"), [("2023-Q1", 235.3), ("2025-Q4", 328.6)])
def test_fixed_speed_rises_from_the_first_recorded_mean_to_the_last(quarter: str, mean: float) -> None:
    # README, checks made: fixed rises every quarter from 235.3 to 328.6.
    table = rows("ookla/fixed.csv", "fixed_download_mbps", quarter)
    assert (table["value"] * table["base"]).sum() / table["base"].sum() == pytest.approx(mean, abs=0.05)


@pytest.mark.parametrize(
    ("code", "mbps"), [("10", 146.23), ("40", 141.79), ("45", 91.21), ("30", 171.56), ("58", 83.09), ("83", 168.71)]
)
def test_the_mobile_median_of_2025_is_that_of_the_collections_default_file(code: str, mbps: float) -> None:
    # default_province_latest.csv, ookla_mobile_download_mbps_median_2025; made there from unrounded quarters.
    assert rows("ookla/mobile.csv", "mobile_download_mbps", "2025").at[code, "value"] == pytest.approx(mbps, abs=0.0051)


def test_a_median_says_how_many_quarters_it_rests_on_and_which_is_absent() -> None:
    fixed = rows("ookla/fixed.csv", "fixed_download_mbps", "2025")
    assert set(fixed["note"]) == {"median of 3 quarters; 2025-Q3 was not published"}
    assert fixed["note_th"].str.contains("3/2568").all()
    mobile = rows("ookla/mobile.csv", "mobile_download_mbps", "2025")
    assert mobile.at["10", "note"] == "median of 4 quarters"
    assert "2 of them withheld" in mobile.at["30", "note"]


def test_withheld_tests_do_not_stand_behind_a_median() -> None:
    # Nakhon Ratchasima 2025: 15,528 and 16,700 tests are kept, 22,404 and 38,361 withheld.
    assert rows("ookla/mobile.csv", "mobile_download_mbps", "2025").at["30", "base"] == 15_528 + 16_700


def test_the_base_of_a_speed_is_the_tests_of_its_own_row() -> None:
    speeds = rows("ookla/fixed.csv", "fixed_latency_ms", "2025-Q4")["base"]
    tests = rows("ookla/fixed.csv", "fixed_tests", "2025-Q4")["value"]
    pd.testing.assert_series_equal(speeds, tests, check_names=False)
    assert speeds.min() > 1700  # README: no province falls below 1,700 fixed tests.


def test_districts_are_the_170_of_eight_provinces() -> None:
    # README: Bangkok 50, Nakhon Ratchasima 32, Khon Kaen 26, Chiang Mai 24 of 25, Songkhla 16, Chon Buri 11, Rayong 8,
    # Phuket 3; Galyani Vadhana (5025) is missing.
    districts = rows("ookla/fixed.csv", "fixed_download_mbps", "2025-Q4", digits=4).index
    counted = pd.Series(districts.str[:2]).value_counts().to_dict()
    assert counted == {"10": 50, "30": 32, "40": 26, "50": 24, "90": 16, "20": 11, "21": 8, "83": 3}
    assert "5025" not in districts


def test_the_rule_for_drive_tests_names_exactly_the_province_quarters_withheld() -> None:
    # The rule stands at the head of data/ookla/corrections.toml.
    speed = as_published("mobile_download_mbps")
    jumps = set()
    for place, quarter in enumerate(speed.columns):
        own_year = speed[[name for name in speed.columns if name[:4] == quarter[:4]]].median(axis=1)
        jumps |= {(code, quarter) for code in speed.index[speed[quarter] > 1.6 * own_year]}
        if place >= 4:
            before = speed[quarter] / speed[speed.columns[place - 4 : place]].median(axis=1)
            jumps |= {(code, quarter) for code in speed.index[before > 1.6 * before.median()]}
    entries = corrections.corrections("ookla", QUARTER_FILE)
    assert jumps == {(entry["where"]["area_code"], entry["where"]["period"]) for entry in entries}
    # README: the seven of 2025-Q4.
    assert {code for code, quarter in jumps if quarter == "2025-Q4"} == {"30", "35", "37", "38", "40", "45", "53"}


def test_the_rule_for_districts_names_the_four_of_the_collection() -> None:
    # README: Pak Thong Chai, Phon, Mueang Khon Kaen, Mueang Nakhon Ratchasima.
    speed = rows("ookla/mobile.csv", "mobile_download_mbps", "2025-Q4", digits=4)[["value", "base"]].copy()
    for entry in corrections.corrections("ookla", DISTRICT_FILE):
        column = "base" if entry["where"]["indicator"].endswith("tests") else "value"
        speed.loc[entry["where"]["area_code"], column] = float(entry["was"])
    counted = speed[speed["base"] >= 100]["value"]
    middle = counted.groupby(counted.index.str[:2]).transform("median")
    assert set(counted.index[counted > 3 * middle]) == {"3001", "3014", "4001", "4012"}


@pytest.mark.parametrize("kind", ["download_mbps", "upload_mbps", "latency_ms", "tests"])
def test_a_withheld_quarter_keeps_its_row_and_its_reason_but_no_number(kind: str) -> None:
    row = rows("ookla/mobile.csv", f"mobile_{kind}", "2025-Q4").loc["45"]
    assert pd.isna(row["value"])
    assert pd.isna(row["base"])
    assert row["note"].startswith("withheld")
    assert row["note_th"]


@pytest.mark.parametrize("file", [QUARTER_FILE, DISTRICT_FILE])
def test_a_correction_fires_once_the_source_says_something_else(file: str) -> None:
    entries = corrections.corrections("ookla", file)
    raw = pd.DataFrame(
        [{"period": "2025-Q4", **entry["where"], "value": entry["was"], "note": ""} for entry in entries]
    )
    assert (corrections.apply(raw, "ookla", file)["value"] == "").all()
    raw.loc[0, "value"] = "64.2"
    with pytest.raises(SourceError, match=r"reads '64.2', the correction expects .*the source has changed"):
        corrections.apply(raw, "ookla", file)
    with pytest.raises(SourceError, match="no such row any more"):
        corrections.apply(raw.iloc[1:], "ookla", file)


def test_a_remark_fires_once_its_figure_changes() -> None:
    build = builder("ookla")
    told = store.table("ookla", "fixed.csv")
    build._remarked(told, "fixed")
    mended = told.copy()
    row = (told["area_code"] == "58") & (told["indicator"] == "fixed_latency_ms") & (told["period"] == "2025-Q4")
    mended.loc[row, "value"] = "31.2"
    with pytest.raises(SourceError, match=r"fixed_latency_ms of 58 in 2025-Q4 reads .*31.2"):
        build._remarked(mended, "fixed")


def test_chon_buri_counts_twelve_percent_fewer_tests_than_its_districts() -> None:
    # README and KNOWN_ISSUES.
    province = rows("ookla/fixed.csv", "fixed_tests", "2025-Q4").loc["20"]
    districts = rows("ookla/fixed.csv", "fixed_tests", "2025-Q4", digits=4)["value"]
    assert 1 - province["value"] / districts[districts.index.str[:2] == "20"].sum() == pytest.approx(0.12, abs=0.005)
    assert "12 %" in province["note"]


@pytest.mark.parametrize(("code", "per_thousand"), [("10", 52.83), ("30", 16.71), ("58", 23.78), ("95", 9.20)])
def test_fixed_tests_give_the_collections_own_rate(code: str, per_thousand: float) -> None:
    # default_province_latest.csv, ookla_fixed_tests_per_1000: tests of 2025-Q4 over NESDC's population of 2020.
    tests = rows("ookla/fixed.csv", "fixed_tests", "2025-Q4").at[code, "value"]
    thousands = rows("gpp/gpp.csv", "gpp_population_thousand", "2020").at[code, "value"]
    assert tests / thousands == pytest.approx(per_thousand, abs=0.006)


def test_provincial_products_add_up_to_the_country() -> None:
    # README, checks made: 2020, million baht; ICT section 432,735; population 69,509 thousand.
    for indicator, total in (("gpp_mthb", 15_636_891), ("gpp_ict_mthb", 432_735), ("gpp_population_thousand", 69_509)):
        table = rows("gpp/gpp.csv", indicator, "2020")
        assert len(table) == 77
        assert table["value"].sum() == pytest.approx(total, abs=0.51)


def test_the_information_share_is_the_ratio_of_the_two_figures_beside_it() -> None:
    part, whole = (rows("gpp/gpp.csv", name, "2020")["value"] for name in ("gpp_ict_mthb", "gpp_mthb"))
    share = rows("gpp/gpp.csv", "gpp_ict_share_pct", "2020")["value"]
    assert (100 * part / whole - share).abs().max() < 0.001
    # README: Nonthaburi 7.98 %, Bangkok 6.09 %.
    assert (round(share["12"], 2), round(share["10"], 2)) == (7.98, 6.09)


def test_human_achievement_holds_the_country_and_its_provinces_only() -> None:
    table = store.values("hai", "hai.csv")
    newest = table[table["period"] == "2021"].set_index("area_code")["value"]
    # README: country 0.6411; provinces 0.573 to 0.690, unweighted mean 0.6384; Bangkok 0.6656.
    assert newest["TH"] == 0.6411
    provinces = newest.drop("TH")
    assert len(provinces) == 77
    assert provinces.mean() == pytest.approx(0.6384, abs=5e-5)
    assert (round(provinces.min(), 3), round(provinces.max(), 3)) == (0.573, 0.690)
    assert provinces["10"] == 0.6656
    assert sorted(set(table["period"])) == [str(year) for year in range(2015, 2022)]


def test_media_literacy_has_fifty_provinces_around_the_published_mean() -> None:
    table = rows("media_literacy/media_literacy.csv", "mil_score", "2019")
    # README: unweighted mean of the 50 provinces 68.01; 105 to 499 people a province.
    assert len(table) == 50
    assert table["value"].mean() == pytest.approx(68.01, abs=0.005)
    assert (table["base"].min(), table["base"].max()) == (105, 499)


def test_the_range_of_a_score_is_wilsons_at_its_own_base() -> None:
    # Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81 of 263 lies between 0.2553 and 0.3662.
    assert builder("media_literacy")._range(str(100 * 81 / 263), "263") == ("25.5", "36.6")
    table = rows("media_literacy/media_literacy.csv", "mil_score", "2019")
    assert ((table["low"] < table["value"]) & (table["value"] < table["high"])).all()


def test_the_northeast_has_twenty_provinces_of_2017() -> None:
    table = rows("internet_users_northeast/internet_users.csv", "internet_users_11plus_pct", "2017")
    assert len(table) == 20
    # The page prints Khon Kaen 52.52 and Loei 32.63.
    assert (table["value"].idxmax(), table["value"].max()) == ("40", 52.52)
    assert (table["value"].idxmin(), table["value"].min()) == ("42", 32.63)
    # README: population-weighted mean of the 20 provinces 42.9 %.
    people = rows("gpp/gpp.csv", "gpp_population_thousand", "2020")["value"].reindex(table.index)
    assert (table["value"] * people).sum() / people.sum() == pytest.approx(42.9, abs=0.05)


def test_what_a_readme_says_not_to_map_ships_nowhere() -> None:
    for source in ("ookla", "gpp", "hai", "media_literacy", "internet_users_northeast", "benchmarks"):
        for name in cards.card(source).files:
            text = Path(cards.card(source).folder / name).read_text(encoding="utf-8")
            assert "mlab" not in text.lower()
            assert "nso_computer_users" not in text
    told = " ".join(text.en for text in cards.card("ookla").not_found)
    assert "M-Lab" in told
    assert "Table 16.2" in told


def test_the_attribution_of_the_speed_tests_is_theirs_word_for_word() -> None:
    assert cards.card("ookla").attribution == (
        "Speedtest by Ookla Global Fixed and Mobile Network Performance Maps. Based on analysis of Ookla data for 2023 "
        "Q1 to 2025 Q4. Ookla trademarks used under license and reprinted with permission."
    )
    assert cards.card("ookla").may_redistribute == "non-commercial"
