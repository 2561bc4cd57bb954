"""The page on support has the lists of districts too, as the dashboard has them."""

from __future__ import annotations

from geo.called import called
from geo.places import places
from geo.publish.site.plan import Plan
from geo.publish.site.support_rows import lists
from geo.support.reasoning import reason

PLAN = Plan("50,55", langs=("en",))


def test_lists_of_districts_hold_those_of_the_edition_in_the_order_of_the_country() -> None:
    found = reason("district")
    inside = places("district", ("50", "55")).index
    names = called("district", "en")
    people, deepest, front = lists(PLAN, found, "en")
    for name, told in (("most_people", people), ("deepest", deepest)):
        scores = found.lists.table.loc[inside, name]
        wanted = [names[str(code)] for code in scores[scores > 0].sort_values(ascending=False, kind="stable").index]
        assert [row["name"] for row in told["rows"]] == wanted[:10]
        assert all(row["rank"] for row in told["rows"])
    assert {row["name"] for row in front["rows"]} <= {names[str(code)] for code in inside}
    assert len(inside) > 10
