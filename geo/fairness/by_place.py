"""What the fairness screen tells of each place, as a file: its value, how far it is behind, its share, its cluster."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.fairness.areas import patch_kind
from geo.fairness.field import Field
from geo.fairness.patches import patches
from geo.fairness.shares import FairShare
from geo.fairness.standards import Line, Shortfall
from geo.places import places
from geo.publish.derived import Column, Derived, Used
from geo.publish.extract import called
from geo.words import Say, Text, bilingual, say, show_number, show_year


def by_place(
    this: Field, short: Shortfall | None, fair: FairShare, sources: tuple[str, ...], address: str, lang: str, where: str
) -> Derived:
    """Every place in view with all that is told of it; those that take no part have their status and no figures.

    Parameters
    ----------
    this : Field
    short : Shortfall or None
        Against the line that was chosen.
    fair : FairShare
    sources : tuple of str
        Sources beyond those of the layer.
    address, lang, where : str
        As ``geo.publish.derived.Derived`` and ``geo.publish.extract.called`` take them.
    """
    codes = places(this.level, this.within).index
    told = {
        "title": this.layer.title,
        "level": bilingual(f"levels.{this.level}"),
        "where": Text(called(where, "th"), called(where, "en")),
        "year": Text(show_year(this.period, "th"), show_year(this.period, "en")),
    }
    name = ("fairness-places", this.layer.id, this.level, this.period, where.replace(",", "_"))
    return Derived(
        name="-".join(filter(None, name)),
        title=bilingual("title.by_place", **told),
        make=lambda: _columns(this, short, fair, codes, lang),
        address=address,
        lang=lang,
        used=(Used(this.layer, (this.period,)),),
        rests_on=sources,
        level=this.level,
        codes=tuple(map(str, codes)),
        choices=_choices(this, short, lang),
    )


def _choices(this: Field, short: Shortfall | None, lang: str) -> tuple[tuple[str, str], ...]:
    speak = say(lang)
    told = [
        (speak("equity.year"), show_year(this.period, lang)),
        (speak("chosen.weighed_by"), speak("chosen.people" if this.between_people else "chosen.places")),
        (speak("chosen.bangkok"), speak("chosen.yes" if this.bangkok else "chosen.no")),
    ]
    if short is not None and not short.why:
        told.append((speak("chosen.line"), f"{show_number(short.line.value, this.decimals)} ({short.line.kind})"))
    return tuple(told)


def _columns(this: Field, short: Shortfall | None, fair: FairShare, codes: pd.Index, lang: str) -> list[Column]:
    speak, measured, layer = say(lang), this.measured, this.layer
    status = measured.status[codes]
    shown = status.isin(["ok", "inherited"])
    unit, compared = layer.unit.of(lang), this.unit.of(lang)
    made = [
        Column("value", speak("means.place_value"), measured.values[codes].where(shown), unit, layer.decimals),
        Column("status", speak("column.status"), status),
        Column("low", speak("column.low"), measured.low[codes].where(shown), unit, layer.decimals),
        Column("high", speak("column.high"), measured.high[codes].where(shown), unit, layer.decimals),
        Column("compared", speak("means.compared"), this.values.reindex(codes), compared, this.decimals),
        Column("people", speak("means.measured_people"), measured.people[codes], speak("means.persons"), 0),
    ]
    if short is not None and not short.why:
        made += _behind(this, short.line, short.codes, codes, speak)
    if not fair.why:
        made += [
            Column("resource", speak("means.resource"), fair.places["resource"].reindex(codes)),
            Column(
                "resource_share", speak("means.resource_share"), fair.places["resource_share"].reindex(codes), "%", 2
            ),
            Column("people_share", speak("means.people_share"), fair.places["people_share"].reindex(codes), "%", 2),
            Column("points", speak("means.share_points"), fair.places["points"].reindex(codes), "%", 2),
        ]
    found = patches(this)
    if not found.why:
        outline = places(this.level).loc[codes, "polygon_code"] if this.level == "subdistrict" else codes
        drawn = found.table.reindex(pd.Index(outline)).set_axis(codes)
        # A place that takes no part may lie in an outline that does.
        drawn = drawn[["around", "p_value", "kind"]].where(this.values.reindex(codes).notna(), np.nan)
        kinds = ["" if pd.isna(kind) else speak(f"patch.{patch_kind(this, str(kind))}") for kind in drawn["kind"]]
        made += [
            Column("cluster", speak("means.cluster"), kinds),
            Column("around", speak("means.around"), drawn["around"].astype(float), compared, this.decimals),
            Column("p_value", speak("means.p_value"), drawn["p_value"].astype(float), "", 4),
        ]
    return made


def _behind(this: Field, line: Line, short: tuple[str, ...], codes: pd.Index, speak: Say) -> list[Column]:
    """Who is short of a line, by how much, and the size of the job: nothing where a place is not short."""
    held = this.shown if this.fit.counted and line.kind in ("one", "own") else this.values
    gap = (held - line.value).abs().where(held.index.isin(list(short)), 0.0).reindex(codes)
    return [
        Column("shortfall", speak("means.shortfall"), gap, "", this.decimals),
        Column("job", speak("means.job"), gap * this.people.reindex(codes), "", 0),
    ]
