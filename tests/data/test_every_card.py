"""What holds for every source and its card, whoever adds the next one."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from geo import cards

NAME_OF_A_LICENCE = re.compile(r"(CC BY|CC0|MIT)[A-Z0-9. -]*")
READ_BESIDE_THE_CARD = {"places/offices.toml"}


def thai(text: str) -> bool:
    return any("\u0e00" <= letter <= "\u0e7f" for letter in text)


@pytest.mark.parametrize("source", cards.source_ids())
def test_a_card_tells_what_a_reader_must_know_in_both_languages(source: str) -> None:
    card = cards.card(source)
    assert card.publisher.th.strip()
    assert card.publisher.en.strip()
    for text in (card.title, card.measured, card.caveat, *card.not_found):
        assert thai(text.th), text
        assert text.en.strip(), text
    assert thai(card.licence_told.th) or NAME_OF_A_LICENCE.fullmatch(card.licence_told.th), card.licence_told.th
    assert not re.search(r"\d{4}-\d\d|\b(19|20)\d\d\b", card.period_told.th), "a Thai reader counts in the Buddhist era"
    assert thai(card.period_told.th) or re.fullmatch(r"25\d\d(–25\d\d)?", card.period_told.th), card.period_told.th
    assert card.licence_url.startswith("http")
    assert card.url.startswith("http")
    assert pd.Timestamp(card.retrieved) > pd.Timestamp("2026-01-01")
    assert card.files


@pytest.mark.parametrize("source", cards.source_ids())
def test_every_file_is_what_its_card_says_and_every_table_is_on_the_card(source: str) -> None:
    card = cards.card(source)
    for name in card.files:
        cards.proven_file(source, name)
    shipped = {path.relative_to(card.folder).as_posix() for path in card.folder.rglob("*") if path.is_file()}
    own = {"source.toml", "build.py", "corrections.toml"}
    unlisted = {name for name in shipped - set(card.files) - own if not name.endswith((".part", ".pyc"))}
    recipe = (card.folder / "build.py").read_text(encoding="utf-8")
    unlisted = {name for name in unlisted if Path(name).name not in recipe}
    assert {f"{source}/{name}" for name in unlisted} <= READ_BESIDE_THE_CARD, "neither on the card nor read by build.py"


def test_what_ships_stays_under_30_megabytes() -> None:
    files = [cards.card(source).folder / name for source in cards.source_ids() for name in cards.card(source).files]
    assert sum(path.stat().st_size for path in files) < 30_000_000
