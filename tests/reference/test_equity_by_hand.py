"""Fairness of three layers against a second computation; its working stands in tests/reference/equity_by_hand."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from inequality.gini import Gini
from inequality.theil import TheilD

from geo.fairness.answers import answer, tails
from geo.fairness.between import split
from geo.fairness.field import field, income_rank
from geo.fairness.shares import fair_share
from geo.fairness.standards import line, shortfall

FOLDER = Path(__file__).parent / "equity_by_hand"
INPUTS = pd.read_csv(FOLDER / "inputs.csv", dtype={"code": str}).set_index("code")
approx = pytest.approx


def close(number: float) -> object:
    """Six decimals, as the working prints them."""
    return approx(number, abs=6e-7)


def test_internet_users_of_the_northeast() -> None:
    this = field("internet_users_northeast", "province")
    short = shortfall(this, line(this, "declared"))
    assert (short.p0, short.p1, short.p2) == (1.0, close(0.573836), close(0.332872))
    assert (short.people, short.places) == (21_826_920, 20)
    assert tails(this) == (close(35.383915), close(51.499718))
    assert answer(this, "tail_ratio").value == close(1.455456)
    rank = income_rank(this, "household_income")
    assert rank is not None
    assert rank.period == "2017"
    assert answer(this, "slope", rank).value == close(8.628348)
    assert answer(this, "erreygers", rank).value == close(0.057234)


def test_budgets_of_provincial_organisations() -> None:
    this = field("pao_budget_per_person", "province", "2022")
    assert answer(this, "gini").value == close(0.240954)
    assert answer(this, "theil_t").value == close(0.100990)
    assert answer(this, "hoover").value == close(0.166778)
    taken = split(this, "region")
    assert (taken.between, taken.share) == (close(0.046506), close(0.460502))
    worked = {
        "central": (1177.0519, 5.9284, 0.066028),
        "east": (1776.0891, 7.0778, 0.095438),
        "north": (839.9687, -1.1592, -0.010922),
        "northeast": (708.7636, -8.9998, -0.077670),
        "south": (836.8771, -1.7921, -0.016853),
        "west": (771.0643, -1.0551, -0.009514),
    }
    points = fair_share(this).groups["points"]
    for region, (mean, above, adds) in worked.items():
        assert taken.by_group.at[region, "mean"] == approx(mean, abs=6e-5)
        assert points[region] == approx(above, abs=6e-5)
        assert taken.by_group.at[region, "between"] == close(adds)


def test_certified_smart_cities() -> None:
    this = field("smart_cities_certified", "province")
    short = shortfall(this, line(this, "one"))
    assert (short.people, short.places, short.p0) == (35_497_818, 52, close(0.536452))
    fair = fair_share(this)
    assert (fair.total, fair.moved, fair.half) == (37, close(0.550481), close(0.111017))
    worked = {"north": 9.3670, "northeast": -24.8773, "central": -8.8677, "east": 11.5420, "west": -5.2515}
    for region, points in {**worked, "south": 18.0875}.items():
        assert fair.groups["points"][region] == approx(points, abs=6e-5)


def test_the_inputs_are_those_of_the_atlas() -> None:
    columns = {
        "internet_users_northeast": "internet_users_pct_2017",
        "smart_cities_certified": "smart_cities_2026",
    }
    for layer, column in columns.items():
        this = field(layer, "province")
        assert (this.shown == INPUTS[column].dropna()[this.shown.index]).all()
        assert (this.people == INPUTS["people_2021"][this.people.index]).all()


def test_people_counted_one_by_one_give_the_same_gini_and_theil() -> None:
    # inequality knows no weights: every 500 people are one entry with what their province has per person.
    known = INPUTS.dropna(subset=["pao_budget_baht_2022"])
    per_person = (known["pao_budget_baht_2022"] / known["people_2021"]).to_numpy()
    heads = (known["people_2021"] / 500).round().astype(int).to_numpy()
    entries, regions = np.repeat(per_person, heads), np.repeat(known["region"].to_numpy(), heads)
    this = field("pao_budget_per_person", "province", "2022")
    assert answer(this, "gini").value == approx(Gini(entries).g, abs=2e-5)
    taken, theirs = split(this, "region"), TheilD(entries, regions)
    assert taken.total == approx(theirs.T, abs=2e-5)
    assert taken.between == approx(float(np.ravel(theirs.bg)[0]), abs=2e-5)


SECTIONS = re.findall(
    r"```sh\n(.*?)```\n(.*?)(?=\n## |\Z)", (FOLDER / "README.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.mark.parametrize(("command", "told"), SECTIONS)
def test_the_working_gives_every_number_that_it_says(command: str, told: str) -> None:
    assert shutil.which("awk"), "awk is part of every Debian system; install mawk"
    run = subprocess.run(["sh", "-c", command], cwd=FOLDER, capture_output=True, text=True, check=True)
    numbers = re.findall(r"-?\d+\.\d{4,6}\b", told.replace(",", ""))
    assert len(numbers) >= 8
    assert [number for number in numbers if number not in run.stdout] == []
