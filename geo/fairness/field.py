"""The places that are compared: their values, their people, and who had to be left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo import cards
from geo.fairness.fits import Fit, counted, fit
from geo.layer import Layer
from geo.measure import Measured, latest, measure, periods
from geo.places import places
from geo.problems import LayerError
from geo.words import Text

BANGKOK = "10"
PER = 100_000
OF_PEOPLE = Text("ร้อยละของประชากร", "% of people")
PER_HEAD = Text("ต่อประชากร 100,000 คน", "per 100,000 people")
INCOMES = ("household_income", "gpp_per_person")
GROUPINGS = {
    "province": ("region",),
    "district": ("region", "province"),
    "subdistrict": ("region", "province", "district"),
    "lao": ("region", "province", "type"),
}
Within = str | tuple[str, ...] | None


def decimals_of(layer: Layer) -> int:
    """Decimals of means and of values as they are compared: rates of counted things are small, and means of few."""
    return 2 if counted(layer) else layer.decimals


class Left(NamedTuple):
    """Places that take no part for one reason, and the people who live there (NaN where nobody has counted them)."""

    why: str
    places: int
    people: float


@dataclass(frozen=True, eq=False)
class Field:
    """One layer at one level and period, over the places of a view that can be compared.

    ``shown`` are the layer's own values; ``values`` are what is compared, which for counted things is the number per
    100,000 people (``unit`` says so). ``people`` are registered residents; ``weight`` is the same where people are
    compared and None where every place counts alike. ``left`` names who takes no part.
    """

    measured: Measured
    fit: Fit
    level: str
    period: str
    within: Within
    bangkok: bool
    between_people: bool
    shown: pd.Series
    values: pd.Series
    people: pd.Series
    left: tuple[Left, ...]
    unit: Text

    @property
    def layer(self) -> Layer:
        """The layer that is compared."""
        return self.measured.layer

    @property
    def decimals(self) -> int:
        """Decimals of means and of values as they are compared."""
        return decimals_of(self.layer)

    @property
    def weight(self) -> pd.Series | None:
        """People, or None where every place counts alike."""
        return self.people if self.between_people else None

    @property
    def parts(self) -> pd.Series:
        """The share of each place in what is compared; the shares add up to 1 unless nobody lives anywhere."""
        if not self.between_people:
            return pd.Series(1 / max(1, len(self.values)), index=self.values.index)
        total = float(self.people.sum())
        return self.people / total if total > 0 else self.people

    @property
    def few(self) -> bool:
        """Whether fewer than three places take part with any weight, too few to speak of a divide."""
        return int((self.parts > 0).sum()) < 3


def field(
    layer_id: str,
    level: str,
    period: str | None = None,
    within: Within = None,
    *,
    bangkok: bool = True,
    between_people: bool = True,
) -> Field:
    """The places of a view that can be compared.

    Parameters
    ----------
    layer_id, level, period
        As ``geo.measure.measure`` takes them.
    within : str or tuple of str, optional
        Only places inside these; None is the whole country.
    bangkok : bool
        Whether Bangkok takes part: it weighs a twelfth of all people.
    between_people : bool
        Weigh places by their people; otherwise every place counts alike.

    Notes
    -----
    Only measured values are compared, never one that a place inherits. Where people are compared at the level of local
    authorities, provincial organisations are left out: their people are those of the other bodies once more.
    """
    at = period or latest(layer_id, level) or ""
    return _field(layer_id, level, at, within, bangkok, between_people, cards.data_folder(), cards.terms())


def in_period(this: Field, period: str) -> Field:
    """The same places and choices in another period of the layer."""
    shared = {"bangkok": this.bangkok, "between_people": this.between_people}
    return field(this.layer.id, this.level, period, this.within, **shared)


@lru_cache(maxsize=256)
def _field(
    layer_id: str,
    level: str,
    period: str,
    within: Within,
    bangkok: bool,
    between_people: bool,
    folder: Path,
    terms: cards.Terms,
) -> Field:
    measured = measure(layer_id, level, period or None)
    table = places(level, within)
    people = table["people"].astype(float)
    why = measured.status.reindex(table.index).where(lambda status: status != "ok", "").astype(object)
    province = table["province"] if "province" in table else pd.Series(table.index, index=table.index)
    if not bangkok:
        why[(province == BANGKOK).to_numpy()] = "bangkok"
    chosen = fit(measured.layer)
    values = measured.values.reindex(table.index)
    unit = measured.layer.unit
    if level == "lao":
        # A provincial organisation serves the people of all other bodies once more: they are counted there.
        people = people.where(table["type"] != "PAO", 0.0)
    if between_people:
        if level == "lao":
            if measured.layer.words:
                # What single authorities have or lack, weighed by their people, is a share of people.
                unit = OF_PEOPLE
            why[((table["type"] == "PAO") & (why == "")).to_numpy()] = "overlay"
        why[(people.isna() & (why == "")).to_numpy()] = "unknown_people"
        if chosen.counted:
            why[((people == 0) & (why == "")).to_numpy()] = "nobody"
            values = PER * values / people.where(people > 0)
            unit = Text(f"{unit.th}{PER_HEAD.th}", f"{unit.en} {PER_HEAD.en}")
    taken = why == ""
    reasons = [reason for reason in dict.fromkeys(why) if reason]
    left = tuple(
        Left(reason, int((why == reason).sum()), float(people[why == reason].sum(min_count=1))) for reason in reasons
    )
    return Field(
        measured,
        chosen,
        level,
        measured.period,
        within,
        bangkok,
        between_people,
        measured.values.reindex(table.index)[taken],
        values[taken],
        people[taken].fillna(0.0),
        left,
        unit,
    )


def grouping(this: Field, by: str) -> pd.Series:
    """The group of every place: the code of its region, province or district, or the kind of authority."""
    return places(this.level)[by].reindex(this.values.index).astype(object)


class Rank(NamedTuple):
    """What places are ranked by, poorest first: ``values`` may lack some; ``inherited`` where a place has only the
    income of its province."""

    layer: Layer
    period: str
    values: pd.Series
    inherited: bool


def income_rank(this: Field, by: str) -> Rank | None:
    """The income that ranks the places of a field: of the nearest year not later, else of the first one known.

    A layer is never ranked by itself; None where no income is on file.
    """
    for name in dict.fromkeys([by, *INCOMES]):
        if name == this.layer.id or not this.period:
            continue
        try:
            known = periods(name, "province")
        except LayerError:
            continue
        if not known:
            continue
        before = [period for period in known if int(period[:4]) <= this.measured.year]
        period = before[-1] if before else known[0]
        income = measure(name, "province", period)
        table = places(this.level).reindex(this.values.index)
        of = table["province"] if this.level != "province" else pd.Series(table.index, index=table.index)
        values = income.values.where(income.status == "ok").reindex(of.to_numpy()).set_axis(this.values.index)
        if values.notna().any():
            return Rank(income.layer, income.period, values.astype(float), this.level != "province")
    return None


def part_of(this: Field, codes: pd.Index) -> tuple[int, float, float]:
    """How many of the places compared these are, how many people live there, and their share of all compared."""
    inside = this.values.index.intersection(codes)
    return len(inside), float(this.people[inside].sum()), float(np.clip(this.parts[inside].sum(), 0, 1))
