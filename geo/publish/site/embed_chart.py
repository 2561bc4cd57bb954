"""Charts to set into pages of others: all provinces by one layer, each with the range in which its value lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import layers
from geo import cards
from geo.publish.site.embed import embed_known, embed_path
from geo.publish.site.layer_page import ranking
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.publish.site.ranked import ranked
from geo.words import say


def jobs(plan: Plan) -> Iterable[Job]:
    """A page for each layer in each language."""
    yield Job(_charts, (plan,))


def _charts(plan: Plan) -> Iterator[tuple[str, Content]]:
    for layer in layers.catalogue().values():
        found = ranked(layer.id, plan)
        if found is None or not found.known:
            continue
        credit = "; ".join(dict.fromkeys(cards.card(source).attribution for source in layer.source))
        for lang in plan.langs:
            speak, title = say(lang), layer.title.of(lang)
            told = {
                "ranking": ranking(found, plan, lang),
                "codes": found.codes,
                "known": embed_known(plan, lang, [found.measured.period], found.codes),
                "unit": layer.unit.of(lang),
                "better": speak(f"better.{layer.better}"),
                "neither": layer.better == "neither",
                "credit": credit,
                "more": f"{lang}/layer/{layer.id}.html",
            }
            about = speak("edition_map.chart_tells", title=title)
            yield (
                embed_path("chart", layer.id, lang),
                Page(lang, "embed_chart.html", title, about, told, layer.source, bare=True),
            )
