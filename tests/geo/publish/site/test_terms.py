"""Terms of an edition: nothing of a source leaves without its publisher's permission, and everybody is told."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import layers
from geo import cards
from geo.measure import measure
from geo.places import children, places
from geo.publish.__main__ import main

WHERE = "55"


class Made:
    """An edition of Nan made without any permission: its folder, and what the command printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.code = main(["site", str(folder), "--in", WHERE, "--lang", "en", "--cores", "1"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Without what only makes a large edition sooner."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("geo.publish.site.make.warm_up", lambda: None)
        return Made(tmp_path_factory.mktemp("terms") / "out")


def texts(path: Path) -> list[str]:
    """All that a file says, its parts unpacked."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            return [held.read(name).decode("utf-8", "replace") for name in held.namelist()]
    if path.suffix == ".parquet":
        table = pd.read_parquet(path)
        return [table.drop(columns="geometry").to_csv()]
    return [content.decode("utf-8", "replace")]


def telltales() -> dict[str, str]:
    """Figures and names that only sources to be asked for tell."""
    found = {}
    for code in (WHERE, *children(WHERE)):
        people = int(places(str("province" if code == WHERE else "district")).at[code, "people"])
        found |= {f"people of {code}": str(people), f"people of {code}, printed": f"{people:,}"}
    for layer in ("household_income", "household_expenditure"):
        value = measure(layer, "province").values[WHERE]
        found |= {layer: f"{value:.0f}", f"{layer}, printed": f"{value:,.0f}"}
    found["density"] = repr(float(measure("density", "province").values[WHERE]))
    for code, name in places("lao", WHERE)["full_name_th"].items():
        found[f"local body {code}"] = str(name)
    return found


def test_no_figure_of_a_source_to_be_asked_is_anywhere_in_the_edition(made: Made) -> None:
    assert made.code == 0
    known = telltales()
    assert len(known) > 100
    found = []
    for path in sorted(made.folder.rglob("*")):
        # The list of files holds nothing but their names and checksums.
        if path.is_file() and path.name not in ("edition.json", "made.json"):
            found += [(path.name, what) for text in texts(path) for what in said(text, known)]
    assert found == []


def said(text: str, known: dict[str, str]) -> list[str]:
    """Which of the figures (as numbers of their own) and names stand in a text."""
    numbers = {number.strip(".,") for number in re.findall(r"[0-9][0-9.,]+", text)}
    return [what for what, told in known.items() if (told in numbers if told[0].isdigit() else told in text)]


def test_the_search_finds_a_figure_and_a_name() -> None:
    known = telltales()
    people, body = known["people of 55, printed"], next(what for what in known if what.startswith("local body"))
    assert said(f"<td>{people}</td>", known) == ["people of 55, printed"]
    assert body in said(f"x,{known[body]},y", known)
    assert said(f"{people}1 1{people}", known) == []


def test_no_file_is_of_a_layer_that_is_left_out(made: Made) -> None:
    with cards.confirming([]):
        gone, kept = set(layers.left_out()), set(layers.catalogue())
    assert len(gone) == 21
    names = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
    told = {part for name in names for part in re.split(r"[/.]", name)}
    assert told & gone == set()
    assert told >= kept
    assert not any("lao" in name.split("/")[-1] for name in names)
    index = json.loads((made.folder / "api/v1/index.json").read_text(encoding="utf-8"))
    assert {own["id"] for own in index["left_out"]} == gone
    used = json.loads((made.folder / "api/v1/sources.json").read_text(encoding="utf-8"))["sources"]
    assert {source["may_redistribute"] for source in used} == {"yes", "non-commercial"}
    people = json.loads((made.folder / "api/v1/places/district.json").read_text(encoding="utf-8"))["places"]
    assert {place["people"] for place in people} == {None}


def test_the_page_of_data_names_what_is_left_out_and_whom_to_ask(made: Made) -> None:
    page = (made.folder / "en" / "data.html").read_text(encoding="utf-8")
    with cards.confirming([]):
        assert all(f"<li>{layer.title.en} – " in page for layer, _ in layers.left_out().values())
    assert "--confirm" in page
    assert "<code>population</code>" in page


def test_terms_of_non_commercial_sources_stand_wherever_their_figures_are(made: Made) -> None:
    stem = made.folder / "data" / "layer" / "fixed_download"
    table = pd.read_csv(f"{stem}.en.csv", dtype=str, keep_default_na=False)
    assert set(table["terms"]) == {"non-commercial"}
    about = pd.read_excel(f"{stem}.en.xlsx", sheet_name=1)
    assert "non-commercial use only" in about.to_string()
    told = json.loads(Path(f"{stem}.geojson").read_text(encoding="utf-8"))
    assert {f["properties"]["terms"] for f in told["features"]} == {"non-commercial"}
    for name in ("values/fixed_download/province.json", "layers/fixed_download.json"):
        assert json.loads((made.folder / "api/v1" / name).read_text(encoding="utf-8"))["terms"] == "non-commercial"
    page = (made.folder / "en" / "data.html").read_text(encoding="utf-8")
    row = page.split('<tr id="fixed_download">')[1].split("</tr>")[0]
    assert "non-commercial use only" in row


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--confirm", "moon"], "no source 'moon'"),
        (["--office", "moon"], "no office 'moon'"),
        (["--in", "50,xx"], "no province 'xx'"),
        (["--date", "yesterday"], "'yesterday' is no date"),
        (["--lang", "fr"], "no language 'fr'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_code_1(
    words: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(tmp_path / "out"), *words]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err
    assert len(printed.err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_what_it_leaves_out_and_how_to_take_it_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.publish.site.make.CHAPTERS", ())
    monkeypatch.setattr("geo.publish.site.make.warm_up", lambda: None)
    assert main(["site", str(tmp_path / "out"), "--in", WHERE]) == 0
    told = capsys.readouterr().out
    assert "left out 21 layers" in told
    assert "density" in told
    assert re.search(r"--confirm .*\bpopulation\b", told)
