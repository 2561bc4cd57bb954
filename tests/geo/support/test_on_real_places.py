"""On real places: what is measured, what is not, and that nothing inherited is ever judged."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from geo.measure import measure
from geo.places import offices, places
from geo.readiness import assess
from geo.support import why
from geo.support.able import able, joint, shared
from geo.support.case import INDEX, LEVELS, WHOLE, case
from geo.support.context import alike, context
from geo.support.mapped import mapped
from geo.support.parameters import Values
from geo.support.reasoning import faults, mended, reason, statuses


@pytest.mark.parametrize("level", LEVELS)
def test_a_value_of_the_larger_area_is_never_judged(level: str) -> None:
    known, found = case(level), reason(level)
    assert not (known.inherited & known.scores.notna()).any(axis=None)
    judged = found.board.status.ne("no data")
    assert (judged == known.scores.notna()).all(axis=None)
    assert found.board.gap.notna().equals(known.scores.notna())


@pytest.mark.parametrize("level", LEVELS)
def test_every_score_lies_inside_its_range(level: str) -> None:
    known = case(level)
    inside = (known.low <= known.scores) & (known.scores <= known.high)
    assert inside.where(known.scores.notna(), True).all(axis=None)


def test_provinces_are_compared_over_all_headings_and_districts_over_those_they_have() -> None:
    assert set(case("province").counted) == set(case("province").names)
    districts = case("district")
    assert districts.counted == ("environment", "governance", "mobility")
    assert districts.scores["economy"].isna().all()
    assert reason("district").gap.notna().all()


def test_the_gap_of_one_province_by_hand() -> None:
    found, scores = reason("province"), assess(INDEX, "province").scores
    headings = [heading.id for heading in assess(INDEX, "province").index.measured]
    expected = np.mean([max(0.0, 50 - float(scores.at["38", name])) for name in headings])
    assert found.gap["38"] == pytest.approx(expected)
    assert found.score["38"] == pytest.approx(50 - expected)


def test_the_readers_weights_move_the_gap_and_no_score() -> None:
    plain, weighed = reason("province"), reason("province", weights={"mobility": 10.0, "internet": 0.0})
    assert weighed.case.scores.equals(plain.case.scores)
    assert not np.allclose(weighed.gap, plain.gap)
    assert "internet" not in weighed.case.counted


def test_one_heading_is_looked_at_whatever_it_weighs() -> None:
    found = reason("province", "internet", weights={"internet": 0.0})
    assert found.gap.equals(found.board.gap["internet"])


def test_another_standard_moves_gaps_and_not_scores_and_comes_back() -> None:
    higher = reason("province", values=Values((("standard", "70"),)))
    assert (higher.gap >= reason("province").gap).all()
    assert higher.case.scores.equals(reason("province").case.scores)
    assert set(case("province").standards) == {50.0}
    assert statuses("province", higher.values).equals(higher.board.status)


def test_faults_are_named_and_mended_and_all_else_stays() -> None:
    values = Values((("far", "5"), ("small", "0.3")))
    zero = dict.fromkeys(case("province").names, 0.0)
    assert faults("province", values, zero) == ["near_over_far", "weights_zero"]
    better, weights = mended("near_over_far", values, zero)
    assert better == Values((("small", "0.3"),))
    better, weights = mended("weights_zero", better, weights)
    assert (better, weights) == (Values((("small", "0.3"),)), {})
    assert faults("province", better, weights) == []
    # Districts are compared over three headings: weighing these three with nothing leaves nothing.
    assert faults("district", Values(), dict.fromkeys(case("district").counted, 0.0)) == ["weights_zero"]


def test_capacity_of_one_province_by_hand() -> None:
    # Percentile of the middle of one's own step among the 76 provinces with a provincial organisation.
    parts = []
    for layer, sign in (("pao_budget_per_person", 1), ("website_on_record", 1), ("small_laos_share", -1)):
        values = measure(layer, "province").values.drop("10") * sign
        below, ties = (values < values["38"]).sum(), (values == values["38"]).sum()
        parts.append((below + ties / 2) / 76)
    assert able("province").shares.at["38", "capacity"] == pytest.approx(np.prod(parts) ** (1 / 3))


def test_bangkok_and_districts_have_no_capacity_and_nothing_is_made_up_for_them() -> None:
    assert pd.isna(able("province").shares.at["10", "capacity"])
    assert able("province").shares.at["10", "limiting"] == ""
    districts = able("district")
    assert districts.resources["money"].isna().all()
    assert districts.shares["capacity"].isna().all()
    assert districts.province["5001"] == able("province").shares.at["50", "capacity"]
    assert districts.province.filter(regex="^10").isna().all()


def test_without_skills_capacity_is_the_mean_of_two() -> None:
    full, two = able("province").shares, able("province", "left_out").shares
    expected = np.sqrt(full["money"] * full["technology"])
    assert two["capacity"].dropna().to_numpy() == pytest.approx(expected.dropna().to_numpy())


def test_the_limiting_resource_of_two_is_the_lower() -> None:
    have = pd.DataFrame({"money": [1, 2, 3], "technology": [3, 2, 1], "skills": [None] * 3}, index=["a", "b", "c"])
    found = shared(have, pd.Series("town", have.index), "left_out", fewest=3)
    assert found["limiting"].tolist() == ["money", "money+technology", "technology"]


def test_neighbours_together_are_the_mean_over_their_people() -> None:
    own, people = pd.Series({"a": 0.2, "b": 0.8}), pd.Series({"a": 300.0, "b": 100.0})
    assert joint(own, people, {"a": ["b"], "b": ["a"]}).tolist() == [pytest.approx(0.35), pytest.approx(0.35)]
    assert joint(own, people, {"a": [], "b": ["a"]}).isna().tolist() == [True, False]


def test_peers_are_found_by_context_and_never_by_what_is_scored() -> None:
    scored = {item.layer for heading in case("province").headings for item in heading.indicators}
    assert not scored & set(context("province").shown.columns)
    assert list(context("district").shown.columns) == ["people", "density", "remote_km"]
    assert len(alike("province", "50", 5)) == 5
    assert alike("province", "50", 5)["distance"].is_monotonic_increasing


def test_bangkok_has_no_peer_and_a_khet_is_compared_with_khet_alone() -> None:
    assert alike("province", "10").empty
    assert alike("district", "1001").index.str.startswith("10").all()
    assert not alike("district", "5001").index.str.startswith("10").any()


def test_a_far_peer_is_called_far() -> None:
    near = alike("province", "83", far=0.1)
    assert near["far"].all()
    assert not alike("province", "50", far=5.0)["far"].any()


@pytest.mark.parametrize(("level", "place"), [("province", "38"), ("province", "58"), ("district", "5802")])
def test_the_smallest_change_that_is_named_does_reach_the_standard(level: str, place: str) -> None:
    known = case(level)
    for heading, row in why.least_by_heading(known, place).iterrows():
        if row["layer"]:
            outcome = why.tried(known, place, str(row["layer"]), float(row["needed"]))
            assert outcome.at[heading, "after"] == pytest.approx(known.standards[str(heading)])
            assert outcome.at[heading, "before"] == pytest.approx(known.scores.at[place, str(heading)])


def test_figures_tell_what_is_of_the_larger_area_and_give_it_no_points() -> None:
    figures = why.figures(case("district"), "5001")
    passed = [figure for figure in figures if figure.status == "inherited"]
    assert {figure.layer for figure in passed} >= {"digital_economy"}
    assert all(np.isnan(figure.points) for figure in passed)
    assert all(figure.source for figure in figures)


def test_what_one_change_lifts_is_the_index_or_the_lowest_heading_or_nothing() -> None:
    assert why.node_of(case("province"), "50", WHOLE) == INDEX
    assert why.node_of(case("province"), "50", "mobility") == "mobility"
    districts = case("district")
    without = districts.found.scores[INDEX].isna()
    code = str(without[without].index[0])
    assert why.node_of(districts, code, WHOLE) == districts.scores.loc[code].idxmin()


def test_the_map_says_what_the_board_says() -> None:
    found = reason("district", "internet")
    column, values, doubtful = mapped(found)
    assert set(doubtful) == set(found.board.status.index[found.board.status["internet"] == "uncertain"])
    assert (values.status == "inherited").equals(found.case.inherited["internet"])
    word = {number: text.en for number, text in column.words.items()}
    sure = found.board.status["internet"][lambda status: ~status.isin(["uncertain", "no data"])]
    assert [word[values.values[code]] for code in sure.index] == sure.tolist()
    whole = mapped(reason("province"))
    assert whole.values.values.equals(reason("province").gap)


def test_an_office_narrows_what_is_shown_and_never_a_rank() -> None:
    found = reason("province")
    inside = list(offices()["south"].provinces)
    ranks = found.lists.table["deepest_rank"]
    assert ranks[inside].max() > len(inside)
    assert len(ranks) == len(places("province"))
