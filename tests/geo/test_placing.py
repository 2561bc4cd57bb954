"""A listed point goes to the area it lies in, or is refused: none is guessed."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.placing import place
from geo.problems import SourceError


def listed(lat: str, lon: str, name: str = "a") -> pd.DataFrame:
    return pd.DataFrame({"id": [name], "lat": [lat], "lon": [lon]})


def test_a_point_is_placed_in_its_subdistrict_and_one_off_the_coast_in_the_nearest() -> None:
    # The Grand Palace lies in Phra Borom Maha Ratchawang; the second point in the Gulf, 2 km off Hua Hin's beach.
    palace = place(listed("13.7500", "100.4913"))
    assert palace[["area_code", "placed"]].iloc[0].tolist() == ["100101", "within"]
    beach = place(listed("12.5684", "99.9800"))
    assert beach["placed"].iloc[0] == "nearest"
    assert beach["area_code"].str[:4].iloc[0] == "7707"


def test_a_point_far_out_without_coordinates_or_listed_twice_is_refused() -> None:
    with pytest.raises(SourceError, match=r"1 of 1 cannot be placed, first a: lies .* km outside"):
        place(listed("10.0", "101.5"))
    with pytest.raises(SourceError, match="missing or not a number"):
        place(listed("", "101.5"))
    with pytest.raises(SourceError, match="1 ids stand twice, first 'a'"):
        place(pd.concat([listed("13.75", "100.49"), listed("13.75", "100.49")]))
